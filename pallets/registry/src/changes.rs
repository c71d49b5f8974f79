// SPDX-License-Identifier: Apache-2.0

//! The register takes two people (D47): a change is proposed by the registrar and confirmed by another person, both by
//! the hash of a document, and made after a delay in which those concerned can object. What is proposed is tried first
//! and rolled back, so that nothing waits that could not be made.
//!
//! A change that nobody confirms, makes or settles lapses, so that nobody's silence decides anything.

use crate::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	ensure,
	storage::{with_transaction, TransactionOutcome},
	traits::{EnsureOrigin, Get},
	weights::Weight,
};
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{
	traits::{Clock, OnUnitSold, People},
	Commitment, ContentHash, LivedWindow, OwnerId, Role,
};
use sp_runtime::{DispatchError, DispatchResult};

/// A change as this pallet stores it.
pub type PendingChangeOf<T> = PendingChange<<T as frame_system::Config>::AccountId>;

/// One of the two who settle an objection, as this pallet stores it.
pub type SettlerOf<T> = Settler<<T as frame_system::Config>::AccountId>;

/// A change of the register as this pallet takes it.
pub type RegisterChangeOf<T> = RegisterChange<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// The weight of proposing a change, which is tried.
	pub(crate) fn propose_weight(change: &RegisterChangeOf<T>) -> Weight {
		let reach = change.reach();
		let followed = T::OnSold::weight().saturating_mul(reach.into());
		T::WeightInfo::propose_change(reach).saturating_add(followed).saturating_add(Self::kinds_weight(reach))
	}

	/// The weight of making a change with this [reach](RegisterChange::reach).
	pub(crate) fn enact_weight(reach: u32) -> Weight {
		let followed = T::OnSold::weight().saturating_mul(reach.into());
		T::WeightInfo::enact_change(reach).saturating_add(followed).saturating_add(Self::kinds_weight(reach))
	}

	pub(crate) fn do_propose_change(
		by: T::AccountId,
		change: RegisterChangeOf<T>,
		document: ContentHash,
	) -> DispatchResult {
		ensure!(Changes::<T>::count() < T::MaxChanges::get(), Error::<T>::TooManyChanges);
		with_transaction(|| TransactionOutcome::Rollback(Self::make(change.clone(), document)))?;
		let id = NextChange::<T>::get();
		NextChange::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
		let pending = PendingChange {
			change: change.clone(),
			document,
			basis: Self::basis(&change),
			proposer: by.clone(),
			confirmed: None,
			since: T::Clock::lived(),
			objectors: Default::default(),
			contested: false,
			settlement: None,
			dismissed: false,
		};
		Changes::<T>::insert(id, pending);
		Self::deposit_event(Event::ChangeProposed { id, change, document, by });
		Ok(())
	}

	/// `by` is the officer who confirms; `None` for the committee, whose members' ayes the runtime looks at.
	pub(crate) fn do_confirm_change(
		by: Option<T::AccountId>,
		id: ChangeId,
		seen: &RegisterChangeOf<T>,
		document: ContentHash,
	) -> DispatchResult {
		let mut pending = Changes::<T>::get(id).ok_or(Error::<T>::ChangeNotFound)?;
		ensure!(pending.change == *seen && pending.document == document, Error::<T>::ChangeMismatch);
		ensure!(pending.confirmed.is_none(), Error::<T>::ChangeAlreadyConfirmed);
		ensure!(!Self::has_lapsed(&pending), Error::<T>::ChangeLapsed);
		ensure!(pending.basis == Self::basis(&pending.change), Error::<T>::UnitChanged);
		match &by {
			Some(by) => {
				ensure!(!Self::related(&pending.proposer, by), Error::<T>::OwnChange);
				ensure!(!Self::is_concerned(by, &Self::owners_concerned(&pending.change)), Error::<T>::OwnMatter);
			}
			None => ensure!(Self::is_left(&pending), Error::<T>::ConfirmationRunning),
		}
		let by = by.map_or(Confirmer::Committee, Confirmer::Officer);
		pending.confirmed = Some(by.clone());
		pending.since = T::Clock::lived();
		Self::deposit_event(Event::ChangeConfirmed { id, by });
		if pending.change.waits() || pending.contested {
			Changes::<T>::insert(id, pending);
			return Ok(());
		}
		Self::enact(id, pending)
	}

	pub(crate) fn do_object_to_change(who: T::AccountId, id: ChangeId, reason: ContentHash) -> DispatchResult {
		let mut pending = Changes::<T>::get(id).ok_or(Error::<T>::ChangeNotFound)?;
		let owner = Self::owner_of(&who).ok_or(Error::<T>::NotAccountOfOwner)?;
		let has_unit = || OwnerUnits::<T>::iter_key_prefix(owner).next().is_some();
		let named = Self::owners_concerned(&pending.change);
		let is_named = named.contains(&owner);
		ensure!(is_named || (Self::concerns_all(&pending.change) && has_unit()), Error::<T>::NotConcerned);
		let is_over = pending.confirmed.is_some() && Self::objection_window(&pending).is_over::<T::Clock>();
		ensure!(!is_over || pending.contested, Error::<T>::ObjectionWindowOver);
		ensure!(!pending.objectors.contains(&owner), Error::<T>::AlreadyObjected);
		// Others do not fill up the places of those whose units it changes, of whom there are fewer than places. Nor do
		// those whose objections were dismissed keep out the next: friends of a forger would all object at once.
		let other = pending.objectors.iter().position(|objector| !named.contains(objector));
		let is_displaced = pending.objectors.is_full() && (is_named || !pending.contested);
		if let Some(place) = other.filter(|_| is_displaced) {
			pending.objectors.remove(place);
		}
		pending.objectors.try_push(owner).map_err(|_| Error::<T>::TooManyObjections)?;
		pending.contested = true;
		// What an office entered was about the objections before.
		pending.settlement = None;
		Changes::<T>::insert(id, pending);
		Self::deposit_event(Event::ObjectedToChange { id, owner, by: who, reason });
		Ok(())
	}

	/// Who settles an objection: a registrar, an auditor, or the committee, which has to wait.
	pub(crate) fn ensure_settler(origin: OriginFor<T>) -> Result<SettlerOf<T>, DispatchError> {
		let origin = match T::RegistrarOrigin::try_origin(origin) {
			Ok(account) => return Ok(Settler::Officer { role: Role::Registrar, account }),
			Err(origin) => origin,
		};
		let origin = match T::AuditorOrigin::try_origin(origin) {
			Ok(account) => return Ok(Settler::Officer { role: Role::Auditor, account }),
			Err(origin) => origin,
		};
		let officer = T::ConfirmOrigin::ensure_origin(origin)?;
		Ok(officer.map_or(Settler::Committee, |account| Settler::Officer { role: Role::Auditor, account }))
	}

	pub(crate) fn do_settle_objection(
		by: SettlerOf<T>,
		id: ChangeId,
		upheld: bool,
		document: ContentHash,
	) -> DispatchResult {
		let mut pending = Changes::<T>::get(id).ok_or(Error::<T>::ChangeNotFound)?;
		ensure!(pending.contested, Error::<T>::ObjectionNotFound);
		ensure!(!Self::has_lapsed(&pending), Error::<T>::ChangeLapsed);
		let by = match by {
			Settler::Officer { role, account } => {
				let mut concerned = Self::owners_concerned(&pending.change);
				concerned.extend(pending.objectors.iter().copied());
				ensure!(!Self::is_concerned(&account, &concerned), Error::<T>::OwnMatter);
				// Somebody who holds both offices acts in the one that has entered nothing yet.
				let other = if role == Role::Registrar { Role::Auditor } else { Role::Registrar };
				let is_others = |first: &SettlerOf<T>| first.role() == Some(role) && first.account() != Some(&account);
				let is_taken = pending.settlement.as_ref().is_some_and(|first| is_others(&first.by));
				let role = if is_taken && Self::holds(other, &account) { other } else { role };
				Settler::Officer { role, account }
			}
			// An officer who objects, or is related to one who does, can settle nothing, and another may be silent.
			Settler::Committee => {
				ensure!(Self::is_left(&pending), Error::<T>::SettlementRunning);
				Settler::Committee
			}
		};
		let first = match pending.settlement.take() {
			Some(first) if first.by.role() != by.role() => first,
			// The same office may correct what it entered.
			_ => {
				let settlement = Settlement { upheld, document, by };
				pending.settlement = Some(settlement.clone());
				Changes::<T>::insert(id, pending);
				Self::deposit_event(Event::SettlementEntered { id, settlement });
				return Ok(());
			}
		};
		ensure!(first.upheld == upheld && first.document == document, Error::<T>::SettlementMismatch);
		ensure!(!Self::are_related(&first.by, &by), Error::<T>::OwnSettlement);
		if upheld {
			Changes::<T>::remove(id);
			Self::deposit_event(Event::ObjectionUpheld { id, document });
		} else {
			pending.contested = false;
			if !pending.dismissed {
				pending.dismissed = true;
				pending.since = T::Clock::lived();
			}
			Changes::<T>::insert(id, pending);
			Self::deposit_event(Event::ObjectionDismissed { id, document });
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_change(by: T::AccountId, id: ChangeId) -> DispatchResult {
		let pending = Changes::<T>::get(id).ok_or(Error::<T>::ChangeNotFound)?;
		let is_proposer = Self::same_person(&pending.proposer, &by) || Self::holds(Role::Registrar, &by);
		let has_lapsed = Self::has_lapsed(&pending);
		ensure!(is_proposer || has_lapsed, Error::<T>::NotProposer);
		ensure!(has_lapsed || !Self::is_last_ticket(&pending), Error::<T>::RenewalOutstanding);
		Changes::<T>::remove(id);
		Self::deposit_event(Event::ChangeWithdrawn { id, by });
		Ok(())
	}

	/// Returns the number of units on which the weight depends: [`RegisterChange::reach`].
	pub(crate) fn do_enact_change(id: ChangeId) -> Result<u32, DispatchError> {
		let pending = Changes::<T>::get(id).ok_or(Error::<T>::ChangeNotFound)?;
		ensure!(pending.confirmed.is_some(), Error::<T>::ChangeNotConfirmed);
		ensure!(!pending.contested, Error::<T>::ObjectionOutstanding);
		ensure!(!Self::has_lapsed(&pending), Error::<T>::ChangeLapsed);
		let is_over = !pending.change.waits() || Self::objection_window(&pending).is_over::<T::Clock>();
		ensure!(is_over, Error::<T>::ObjectionWindowRunning);
		let reach = pending.change.reach();
		Self::enact(id, pending)?;
		Ok(reach)
	}

	/// Makes a change whose time has come. May leave a part of it done if it fails: the caller is transactional.
	fn enact(id: ChangeId, pending: PendingChangeOf<T>) -> DispatchResult {
		ensure!(pending.basis == Self::basis(&pending.change), Error::<T>::UnitChanged);
		Changes::<T>::remove(id);
		Self::deposit_event(Event::ChangeEnacted { id });
		Self::make(pending.change, pending.document)
	}

	fn make(change: RegisterChangeOf<T>, document: ContentHash) -> DispatchResult {
		match change {
			RegisterChange::RegisterOwner { kind, identity, ticket } => {
				let owner = Self::do_register_owner(kind, identity)?;
				ticket.map_or(Ok(()), |ticket| Self::do_issue_ticket(owner, ticket, None))
			}
			RegisterChange::RegisterUnit { building, kind, area, owner, label } => {
				Self::ensure_label(label)?;
				Self::do_register_unit(building, kind, area, owner, label).map(|_| ())
			}
			RegisterChange::TransferUnit { unit, to, dues } => Self::do_transfer_unit(unit, to, document, dues),
			RegisterChange::CorrectUnit { unit, kind, area, label } => {
				Self::ensure_label(label)?;
				Self::do_correct_unit(unit, kind, area, label)
			}
			RegisterChange::SplitUnit { unit, parts } => {
				parts.iter().try_for_each(|part| Self::ensure_label(part.label))?;
				Self::do_split_unit(unit, &parts)
			}
			RegisterChange::MergeUnits { into, absorbed, label } => {
				Self::ensure_label(label)?;
				Self::do_merge_units(into, absorbed, label)
			}
			RegisterChange::RetireUnit { unit } => Self::do_retire_unit(unit),
			RegisterChange::IssueTicket { owner, ticket } => Self::do_issue_ticket(owner, ticket, None),
			RegisterChange::AppointRepresentative { owner, account } => {
				let record = Owners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFound)?;
				Self::do_set_representative(owner, record, account, Some(document))
			}
			RegisterChange::RetainAccounts { owner, representative, others } => {
				Self::do_retain_accounts(owner, representative, &others, document)
			}
		}
	}

	fn ensure_label(label: Commitment) -> DispatchResult {
		ensure!(!label.is_zero(), Error::<T>::InvalidLabel);
		Ok(())
	}

	/// The hash of the units that a change names, as they are now: what was seen is what is made.
	pub(crate) fn basis(change: &RegisterChangeOf<T>) -> ContentHash {
		let units: Vec<_> = change.units().into_iter().map(|unit| (unit, Units::<T>::get(unit))).collect();
		sp_io::hashing::blake2_256(&units.encode()).into()
	}

	/// The owners whose units, tickets or representative a change concerns, and the buyer. At most [`MAX_PARTS`] and
	/// two.
	pub fn owners_concerned(change: &RegisterChangeOf<T>) -> Vec<OwnerId> {
		let of_units = change.units().into_iter().filter_map(Units::<T>::get).map(|unit| unit.owner);
		let mut owners: Vec<_> = of_units.chain(change.named_owner()).collect();
		owners.sort_unstable();
		owners.dedup();
		owners
	}

	/// Whether two who settle an objection are officers related to each other. Of the committee's members the runtime
	/// looks at the ayes.
	pub(crate) fn are_related(one: &SettlerOf<T>, other: &SettlerOf<T>) -> bool {
		one.account().zip(other.account()).is_some_and(|(one, other)| Self::related(one, other))
	}

	/// Whether every owner of a unit may object: the change concerns all, also by the number of heads where each unit
	/// is one; or a unit of an owner who has no account to object with.
	fn concerns_all(change: &RegisterChangeOf<T>) -> bool {
		let changes_lots = matches!(change, RegisterChange::SplitUnit { .. } | RegisterChange::MergeUnits { .. });
		if changes_lots && HeadsPerLot::<T>::get() {
			return true;
		}
		let is_absent = |owner: OwnerId| Owners::<T>::get(owner).is_none_or(|record| record.accounts.is_empty());
		let mut owners = change.units().into_iter().filter_map(Units::<T>::get).map(|unit| unit.owner);
		change.concerns_all() || owners.any(is_absent)
	}

	fn is_concerned(account: &T::AccountId, owners: &[OwnerId]) -> bool {
		owners.iter().any(|owner| Self::related_to_owner(account, *owner))
	}

	/// In which those concerned can object to a confirmed change.
	fn objection_window(pending: &PendingChangeOf<T>) -> LivedWindow {
		LivedWindow::new(pending.since, ObjectionDelay::<T>::get())
	}

	/// Whether the officers have left the change for half of the time, so that the committee can confirm or settle it.
	fn is_left(pending: &PendingChangeOf<T>) -> bool {
		LivedWindow::new(pending.since, T::ChangeTime::get()).half().is_over::<T::Clock>()
	}

	/// Whether the change waits for its confirmation, and the committee can give it.
	pub fn is_confirmation_overdue(id: ChangeId) -> bool {
		Changes::<T>::get(id).is_some_and(|pending| pending.confirmed.is_none() && Self::is_left(&pending))
	}

	/// Whether an objection to the change stands, and the committee can settle it together with an office.
	pub fn is_settlement_overdue(id: ChangeId) -> bool {
		Changes::<T>::get(id).is_some_and(|pending| pending.contested && Self::is_left(&pending))
	}

	/// Whether the time to confirm, settle or make the change is over.
	pub(crate) fn has_lapsed(pending: &PendingChangeOf<T>) -> bool {
		let delay = if pending.confirmed.is_some() { ObjectionDelay::<T>::get() } else { 0 };
		LivedWindow::new(pending.since, delay.saturating_add(T::ChangeTime::get())).is_over::<T::Clock>()
	}
}
