// SPDX-License-Identifier: Apache-2.0

//! The roll: who is added, removed, dropped and readmitted, and how many are left.

use crate::{
	pallet::*,
	types::{self, Activity, DropCause, Standing, Validator},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use linli_primitives::{traits::Clock, ProposalId};
use pallet_session::NextKeys;
use sp_runtime::{DispatchError, DispatchResult};
use sp_staking::SessionIndex;

impl<AccountId> Validator<AccountId> {
	/// Whether it is to serve.
	pub(crate) fn in_service(&self) -> bool {
		self.standing == Standing::InService
	}
}

impl<T: Config> Pallet<T> {
	/// Fills the roll at genesis. The session pallet's genesis is built before or after.
	pub(crate) fn found(listed: &[T::AccountId]) -> Result<(), &'static str> {
		let set = pallet_session::Validators::<T>::get();
		let accounts = if listed.is_empty() { set.clone() } else { listed.to_vec() };
		ensure!(set.iter().all(|account| accounts.contains(account)), "a validator with session keys is not listed");
		let distinct: BTreeSet<_> = accounts.iter().collect();
		ensure!(distinct.len() == accounts.len(), "a validator is listed twice");
		let roll = accounts.into_iter().map(|account| {
			let serving = set.contains(&account).then_some(0);
			Validator { serving, ..Self::admitted(account, None, 0) }
		});
		let roll = types::Roll::try_from(roll.collect::<Vec<_>>()).map_err(|_| "there are too many validators")?;
		for account in &set {
			Activities::<T>::insert(account, Activity::default());
		}
		for validator in &roll {
			Self::sustain(&validator.account);
		}
		Roll::<T>::put(roll);
		Ok(())
	}

	/// A validator admitted now.
	fn admitted(account: T::AccountId, decision: Option<ProposalId>, from: SessionIndex) -> Validator<T::AccountId> {
		let since = <T as Config>::Clock::now();
		let standing = Standing::InService;
		Validator {
			account,
			decision,
			since,
			from,
			standing,
			serving: None,
			silent: false,
			offended: None,
			free_change: None,
		}
	}

	/// Lets an account exist without money, so that it can hold keys: by a reference of our own, held once, whatever
	/// others it has. One that exists by its money only would end when that is spent.
	fn sustain(account: &T::AccountId) {
		if !Sustained::<T>::contains_key(account) {
			frame_system::Pallet::<T>::inc_providers(account);
			Sustained::<T>::insert(account, ());
		}
	}

	/// Gives the reference back, unless something relies on it.
	fn release(account: &T::AccountId) {
		if Sustained::<T>::contains_key(account) && frame_system::Pallet::<T>::dec_providers(account).is_ok() {
			Sustained::<T>::remove(account);
		}
	}

	/// Whether the account is on the roll, in whatever state.
	pub fn is_on_roll(account: &T::AccountId) -> bool {
		Roll::<T>::get().iter().any(|validator| validator.account == *account)
	}

	/// The session after this one.
	fn next_session() -> SessionIndex {
		pallet_session::CurrentIndex::<T>::get().saturating_add(1)
	}

	pub(crate) fn do_add(account: T::AccountId, decision: Option<ProposalId>) -> DispatchResult {
		let mut roll = Roll::<T>::get();
		ensure!(roll.iter().all(|validator| validator.account != account), Error::<T>::AlreadyValidator);
		let set = pallet_session::Validators::<T>::get();
		// One that was removed a moment ago may still be in the set.
		let serving = set.contains(&account).then(<T as Config>::Clock::now);
		let validator = Validator { serving, ..Self::admitted(account.clone(), decision, Self::next_session()) };
		roll.try_push(validator).map_err(|_| Error::<T>::TooManyValidators)?;
		Roll::<T>::put(roll);
		Self::sustain(&account);
		Self::deposit_event(Event::ValidatorAdded { account, decision });
		Ok(())
	}

	pub(crate) fn do_remove(account: &T::AccountId, decision: Option<ProposalId>) -> DispatchResult {
		let mut roll = Roll::<T>::get();
		let position = Self::position(&roll, account)?;
		let validator = roll.get(position).ok_or(Error::<T>::ValidatorNotFound)?;
		if decision.is_none() {
			// The key mends what it mistyped. With more it could exchange all validators within two hours.
			let served = Activities::<T>::contains_key(account);
			ensure!(validator.decision.is_none() && !served, Error::<T>::DecisionRequired);
		}
		if validator.in_service() {
			Self::ensure_spared(&roll, position)?;
		}
		let removed = roll.remove(position);
		let tolerance = Self::tolerance_to_come(&roll);
		Roll::<T>::put(roll);
		if removed.serving.is_none() {
			Activities::<T>::remove(account);
		}
		Self::release(account);
		Self::deposit_event(Event::ValidatorRemoved { account: account.clone(), decision, tolerance });
		Ok(())
	}

	pub(crate) fn do_readmit(account: &T::AccountId, decision: Option<ProposalId>) -> DispatchResult {
		let mut roll = Roll::<T>::get();
		let position = Self::position(&roll, account)?;
		let validator = roll.get_mut(position).ok_or(Error::<T>::ValidatorNotFound)?;
		ensure!(!validator.in_service(), Error::<T>::NotDropped);
		let serving = validator.serving;
		// What the owners decided on stays theirs.
		let decided = decision.or(validator.decision);
		*validator = Validator { serving, ..Self::admitted(account.clone(), decided, Self::next_session()) };
		Roll::<T>::put(roll);
		Self::deposit_event(Event::ValidatorReadmitted { account: account.clone(), decision });
		Ok(())
	}

	/// Drops the validator at `position`, if the chain can do without it. The roll is not stored.
	pub(crate) fn try_drop_at(
		roll: &mut types::Roll<T::AccountId>,
		position: usize,
		cause: DropCause,
	) -> Result<(), Error<T>> {
		Self::ensure_spared(roll, position)?;
		let validator = roll.get_mut(position).ok_or(Error::<T>::ValidatorNotFound)?;
		validator.standing = Standing::Dropped { cause, at: <T as Config>::Clock::now() };
		validator.silent = false;
		let account = validator.account.clone();
		Self::deposit_event(Event::ValidatorDropped { account, cause, tolerance: Self::tolerance_to_come(roll) });
		Ok(())
	}

	/// The same. Returns whether it was dropped.
	pub(crate) fn drop_at(roll: &mut types::Roll<T::AccountId>, position: usize, cause: DropCause) -> bool {
		Self::try_drop_at(roll, position, cause).is_ok()
	}

	/// The position of the account on the roll.
	pub(crate) fn position(roll: &types::Roll<T::AccountId>, account: &T::AccountId) -> Result<usize, DispatchError> {
		let position = roll.iter().position(|validator| validator.account == *account);
		Ok(position.ok_or(Error::<T>::ValidatorNotFound)?)
	}

	/// Whether the validator is to serve and has keys. Its node need not run: see [`Pallet::is_alive`].
	pub(crate) fn is_ready(validator: &Validator<T::AccountId>) -> bool {
		validator.in_service() && NextKeys::<T>::contains_key(&validator.account)
	}

	/// How many are to serve and have keys.
	pub(crate) fn ready(roll: &types::Roll<T::AccountId>) -> u32 {
		// The roll is bounded: its length fits.
		u32::try_from(roll.iter().filter(|validator| Self::is_ready(validator)).count()).unwrap_or(u32::MAX)
	}
}
