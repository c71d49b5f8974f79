// SPDX-License-Identifier: Apache-2.0

//! Owners and the accounts that act for them (D5).

use crate::*;
use alloc::vec::Vec;
use frame_support::{ensure, BoundedVec};
use linli_primitives::{Commitment, ContentHash, OwnerId, OwnerKind};
use sp_runtime::{DispatchError, DispatchResult};

/// An owner as this pallet stores it.
pub type OwnerOf<T> = Owner<
	<T as frame_system::Config>::AccountId,
	BoundedVec<<T as frame_system::Config>::AccountId, <T as Config>::MaxAccounts>,
>;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_owner(kind: OwnerKind, identity: Commitment) -> Result<OwnerId, DispatchError> {
		let owner = NextOwner::<T>::get();
		let next = owner.checked_add(1).ok_or(Error::<T>::Overflow)?;
		if kind == OwnerKind::Developer {
			ensure!(!Developer::<T>::exists(), Error::<T>::DeveloperAlreadyExists);
			Developer::<T>::put(owner);
		}
		Owners::<T>::insert(owner, Owner { kind, identity, accounts: Default::default(), representative: None });
		NextOwner::<T>::put(next);
		Self::deposit_event(Event::OwnerRegistered { owner, kind, identity });
		Ok(owner)
	}

	/// The owner that `account` acts for.
	pub fn owner_of(account: &T::AccountId) -> Option<OwnerId> {
		AccountOwners::<T>::get(account).map(|acting| acting.owner)
	}

	/// The owner that `who` represents.
	///
	/// ## Errors
	/// [`Error::NotAccountOfOwner`], [`Error::NotRepresentative`].
	pub(crate) fn ensure_representative(who: &T::AccountId) -> Result<(OwnerId, OwnerOf<T>), DispatchError> {
		let Acting { owner, represents } = AccountOwners::<T>::get(who).ok_or(Error::<T>::NotAccountOfOwner)?;
		ensure!(represents, Error::<T>::NotRepresentative);
		let record = Owners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFound)?;
		Ok((owner, record))
	}

	pub(crate) fn do_set_representative(
		owner: OwnerId,
		mut record: OwnerOf<T>,
		account: T::AccountId,
		document: Option<ContentHash>,
	) -> DispatchResult {
		ensure!(record.accounts.contains(&account), Error::<T>::NotAccountOfOwner);
		let former = record.representative.replace(account.clone());
		if former.as_ref() != Some(&account) {
			Self::note_change(owner)?;
		}
		if let Some(former) = former {
			AccountOwners::<T>::insert(former, Acting { owner, represents: false });
		}
		// After the former one, which may be the same account.
		AccountOwners::<T>::insert(&account, Acting { owner, represents: true });
		Owners::<T>::insert(owner, record);
		Self::deposit_event(Event::RepresentativeSet { owner, account, document });
		Ok(())
	}

	pub(crate) fn do_leave(who: T::AccountId) -> DispatchResult {
		let Acting { owner, represents } = AccountOwners::<T>::get(&who).ok_or(Error::<T>::NotAccountOfOwner)?;
		ensure!(!represents, Error::<T>::IsRepresentative);
		Self::end_expired(owner);
		// A thief does not leave to make the ticket void that gives the place back.
		ensure!(!Self::is_being_replaced(owner, &who), Error::<T>::ReplacementAlreadyOpen);
		let mut record = Owners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFound)?;
		record.accounts.retain(|account| *account != who);
		Owners::<T>::insert(owner, record);
		AccountOwners::<T>::remove(&who);
		Self::release(&who);
		Self::note_change(owner)?;
		Self::deposit_event(Event::AccountLeft { owner, account: who });
		Ok(())
	}

	/// Of the owner's accounts only `representative` and `others` stay. Open invitations end, and tickets in place of
	/// accounts that go. It reads and writes less than a sale, as which it is weighed.
	pub(crate) fn do_retain_accounts(
		owner: OwnerId,
		representative: T::AccountId,
		others: &[T::AccountId],
		document: ContentHash,
	) -> DispatchResult {
		let mut record = Owners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFound)?;
		let are_known = others.iter().chain([&representative]).all(|account| record.accounts.contains(account));
		ensure!(are_known, Error::<T>::NotAccountOfOwner);
		let stays = |account: &T::AccountId| *account == representative || others.contains(account);
		let removed: Vec<_> = record.accounts.iter().filter(|account| !stays(account)).cloned().collect();
		ensure!(!removed.is_empty(), Error::<T>::NothingChanged);
		record.accounts.retain(stays);
		for key in OpenTickets::<T>::get(owner) {
			let is_theirs = match Tickets::<T>::get(key).map(|ticket| ticket.purpose) {
				Some(Purpose::Invitation) => true,
				Some(Purpose::Replacement { account }) => !record.accounts.contains(&account),
				Some(Purpose::First) | None => false,
			};
			if is_theirs {
				Self::close_ticket(owner, key);
				Self::deposit_event(Event::TicketRevoked { owner, ticket: key });
			}
		}
		for account in removed {
			AccountOwners::<T>::remove(&account);
			Self::release(&account);
			Self::deposit_event(Event::AccountRemoved { owner, account, document });
		}
		if record.representative.as_ref() != Some(&representative) {
			let (account, document) = (representative.clone(), Some(document));
			Self::deposit_event(Event::RepresentativeSet { owner, account, document });
		}
		for account in record.accounts.iter() {
			AccountOwners::<T>::insert(account, Acting { owner, represents: *account == representative });
		}
		record.representative = Some(representative);
		Owners::<T>::insert(owner, record);
		Self::note_change(owner)
	}

	/// Enables an account to send transactions without holding money. Each call adds one reference, which one
	/// [`Self::release`] removes.
	pub(crate) fn sustain(account: &T::AccountId) {
		frame_system::Pallet::<T>::inc_sufficients(account);
	}

	/// Removes one reference that [`Self::sustain`] added.
	pub(crate) fn release(account: &T::AccountId) {
		frame_system::Pallet::<T>::dec_sufficients(account);
	}
}
