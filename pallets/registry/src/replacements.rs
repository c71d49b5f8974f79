// SPDX-License-Identifier: Apache-2.0

//! The replacement of an account takes two people, and so does the end of an objection to it (D8, D47). Tickets for
//! first accounts are changes of the register ([`crate::changes`]).
//!
//! The registrar proposes a ticket with the hash of the papers, and another person confirms it. In the time to object
//! an account of the owner can stop the replacement of one of them. The objection stands until registrar and auditor
//! settle it, or two people record a court's order: neither a thief who holds the account nor one officer has the last
//! word. In place of one of them that leaves it, the committee rules, so that nobody's silence leaves it to the thief.
//! Once it is dismissed on papers the same time runs again, in which the other side can bring a court's order.

use crate::*;
use frame_support::{ensure, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, People},
	ContentHash, LivedWindow, Moment, OwnerId,
};
use sp_runtime::DispatchResult;

/// The weight of looking up whether an officer is related to an owner.
pub(crate) fn related_weight<T: Config>() -> Weight {
	<Pallet<T> as People<T::AccountId>>::related_to_owner_weight()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_ticket(
		proposer: T::AccountId,
		owner: OwnerId,
		ticket: TicketKey,
		replaces: T::AccountId,
		document: ContentHash,
	) -> DispatchResult {
		Self::ensure_no_part(&proposer, owner)?;
		Self::check_new_ticket(owner, ticket, Some(&replaces))?;
		let since = T::Clock::lived();
		// In place of an earlier proposal for the owner: nobody confirms what they did not see.
		ProposedTickets::<T>::insert(
			owner,
			ProposedTicket { ticket, replaces: replaces.clone(), document, proposer: proposer.clone(), since },
		);
		Self::deposit_event(Event::TicketProposed { owner, ticket, replaces, document, by: proposer });
		Ok(())
	}

	/// `by` is the officer who confirms; `None` for the committee, whose members' ayes the runtime looks at.
	pub(crate) fn do_confirm_ticket(
		by: Option<T::AccountId>,
		owner: OwnerId,
		ticket: TicketKey,
		replaces: T::AccountId,
		document: ContentHash,
	) -> DispatchResult {
		let proposed = ProposedTickets::<T>::get(owner).ok_or(Error::<T>::TicketProposalNotFound)?;
		let is_same = proposed.ticket == ticket && proposed.replaces == replaces && proposed.document == document;
		ensure!(is_same, Error::<T>::TicketProposalMismatch);
		let window = LivedWindow::new(proposed.since, T::TicketProposalTime::get());
		ensure!(!window.is_over::<T::Clock>(), Error::<T>::TicketProposalOver);
		if let Some(by) = &by {
			ensure!(!Self::related(&proposed.proposer, by), Error::<T>::OwnTicketProposal);
			Self::ensure_no_part(by, owner)?;
		}
		ProposedTickets::<T>::remove(owner);
		Self::do_issue_ticket(owner, ticket, Some(replaces))
	}

	/// Ensures that the officer has no part in the owner's matters.
	fn ensure_no_part(who: &T::AccountId, owner: OwnerId) -> DispatchResult {
		ensure!(!Self::related_to_owner(who, owner), Error::<T>::OwnReplacement);
		Ok(())
	}

	pub(crate) fn do_object(who: &T::AccountId, key: TicketKey) -> DispatchResult {
		let ticket = Tickets::<T>::get(key).ok_or(Error::<T>::TicketNotFound)?;
		ensure!(Self::owner_of(who) == Some(ticket.owner), Error::<T>::NotAccountOfOwner);
		ensure!(matches!(ticket.purpose, Purpose::Replacement { .. }), Error::<T>::NotReplacement);
		ensure!(!Objections::<T>::contains_key(key), Error::<T>::AlreadyObjected);
		ensure!(!Self::time_to_object(&ticket).is_over::<T::Clock>(), Error::<T>::ObjectionWindowOver);
		let objection = Objection { by: who.clone(), since: T::Clock::lived(), entered: None, dismissed: None };
		Objections::<T>::insert(key, objection);
		Self::deposit_event(Event::Objected { owner: ticket.owner, ticket: key, by: who.clone() });
		Ok(())
	}

	pub(crate) fn do_settle_replacement(by: SettlerOf<T>, key: TicketKey, ruling: ReplacementRuling) -> DispatchResult {
		let ticket = Tickets::<T>::get(key).ok_or(Error::<T>::TicketNotFound)?;
		let mut objection = Objections::<T>::get(key).ok_or(Error::<T>::ObjectionNotFound)?;
		ensure!(!Self::has_expired(&key, &ticket), Error::<T>::TicketExpired);
		// What a court ordered only another order changes.
		let is_ordered = objection.dismissed == Some(Ground::CourtOrder);
		ensure!(!is_ordered || ruling.ground == Ground::CourtOrder, Error::<T>::CourtOrderRequired);
		match by.account() {
			Some(by) => Self::ensure_no_part(by, ticket.owner)?,
			None => ensure!(Self::is_ruling_left(&objection), Error::<T>::SettlementRunning),
		}
		let agrees = |first: &EnteredRuling<T::AccountId>| {
			let are_officers = first.by.account().is_some() && by.account().is_some();
			let is_other_office = first.by.role() != by.role() || (ruling.ground == Ground::CourtOrder && are_officers);
			first.ruling == ruling && is_other_office && !Self::are_related(&first.by, &by)
		};
		if !objection.entered.as_ref().is_some_and(agrees) {
			// The first, or another opinion than the one before.
			objection.entered = Some(EnteredRuling { ruling, by: by.clone() });
			Objections::<T>::insert(key, objection);
			Self::deposit_event(Event::RulingEntered { owner: ticket.owner, ticket: key, ruling, by });
			return Ok(());
		}
		if ruling.replace {
			objection.entered = None;
			objection.since = T::Clock::lived();
			objection.dismissed = Some(ruling.ground);
			Objections::<T>::insert(key, objection);
		} else {
			Self::close_ticket(ticket.owner, key);
		}
		Self::deposit_event(Event::ObjectionSettled { owner: ticket.owner, ticket: key, ruling });
		Ok(())
	}

	/// Whether the officers have left the objection for half of the time that a change of the register waits, so that
	/// the committee can rule together with one of them.
	fn is_ruling_left(objection: &Objection<T::AccountId>) -> bool {
		LivedWindow::new(objection.since, T::ChangeTime::get()).half().is_over::<T::Clock>()
	}

	/// Whether an objection to the replacement stands, and the committee can rule on it together with an office.
	pub fn is_replacement_overdue(key: &TicketKey) -> bool {
		Objections::<T>::get(key).is_some_and(|objection| Self::is_ruling_left(&objection))
	}

	/// The time in which the replacement can be objected to.
	pub(crate) fn time_to_object(ticket: &Ticket<T::AccountId>) -> LivedWindow {
		LivedWindow::new(ticket.since, ObjectionDelay::<T>::get())
	}

	/// Ensures that the replacement is due: nobody objected in time, or the objection was dismissed.
	pub(crate) fn check_replacement(key: &TicketKey, ticket: &Ticket<T::AccountId>) -> Result<(), Refusal> {
		let Some(objection) = Objections::<T>::get(key) else {
			ensure!(Self::time_to_object(ticket).is_over::<T::Clock>(), Refusal::NotValidYet);
			return Ok(());
		};
		match objection.dismissed {
			None => Err(Refusal::ObjectionOutstanding),
			Some(Ground::CourtOrder) => Ok(()),
			Some(Ground::Papers) => {
				let window = LivedWindow::new(objection.since, ObjectionDelay::<T>::get());
				ensure!(window.is_over::<T::Clock>(), Refusal::NotValidYet);
				Ok(())
			}
		}
	}

	/// The clock time from which the ticket can be claimed, in ms, unless the chain stands still before; `None` while
	/// an objection stands.
	pub(crate) fn valid_from(key: &TicketKey, ticket: &Ticket<T::AccountId>) -> Option<Moment> {
		if !matches!(ticket.purpose, Purpose::Replacement { .. }) {
			return Some(T::Clock::moment_of(ticket.since));
		}
		let Some(objection) = Objections::<T>::get(key) else {
			return Self::time_to_object(ticket).until::<T::Clock>();
		};
		match objection.dismissed? {
			Ground::CourtOrder => Some(T::Clock::moment_of(objection.since)),
			Ground::Papers => LivedWindow::new(objection.since, ObjectionDelay::<T>::get()).until::<T::Clock>(),
		}
	}
}
