// SPDX-License-Identifier: Apache-2.0

//! Motions of the committee on a matter that concerns one of its members (D47): nobody approves, or rules, in a matter
//! of their own or of somebody related.
//!
//! The SDK's collective takes every member's vote, and the call of a motion sees how many ayes there were, not whose.
//! So the ayes are looked at where the call is dispatched, in the filter of all calls, whatever way each vote took: a
//! call that would have no majority without the ayes of members related to those concerned is not made. The
//! motion then ends with `Executed` and the error `CallFiltered`, and members can move again. The majority stays one of
//! all members: those concerned count as not having voted. As long as others can still carry the motion, it is not
//! closed before: otherwise those concerned would vote for it, so that it reaches its threshold too early, and end it.

use super::assembly::CommitteeCollective;
use crate::{motions::Votes, AccountId, Committee, Deposits, Expenses, Fees, Hash, Registry, Runtime, RuntimeCall};
use alloc::{vec, vec::Vec};
use frame_support::traits::Contains;
use linli_primitives::{
	traits::{OwnersRegister, People},
	BillKey, BookingId, ContentHash, DepositId, ExpenseId, OwnerId, ProjectId, UnitId,
};
use pallet_collective::{Members, ProposalOf};
use pallet_linli_deposits::types::{Deposit, State};
use pallet_linli_expenses::types::Payee;
use pallet_linli_fees::types::SingleId;
use pallet_linli_registry::{ChangeId, TicketKey};
use pallet_linli_sharing::types::{Provider, Resource};
use sp_runtime::traits::Hash as _;

/// Refuses the call of a motion whose majority includes members whom the call concerns.
pub struct WithoutThoseConcerned;

impl Contains<RuntimeCall> for WithoutThoseConcerned {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::CommitteeMotions(pallet_collective::Call::close { proposal_hash, .. }) => {
				!waits_for_others(*proposal_hash)
			}
			_ => Self::admits(call),
		}
	}
}

impl WithoutThoseConcerned {
	/// Whether the call is made, which may be that of a motion.
	fn admits(call: &RuntimeCall) -> bool {
		// Looked up only for the few calls by which the committee judges, and only if there is such a motion.
		let matters = matters_of(call);
		if matters.is_empty() {
			return true;
		}
		let members = Members::<Runtime, CommitteeCollective>::get();
		// A committee of one makes calls without a vote. On a project, a bill, a deposit, a ticket or a change of the
		// register, others can rule as well, and the one member must not keep them from it.
		let is_for_others = |matter: &Matter| {
			use Matter::{Bill, Deposit, Objection, Project, Register, Replacement, SingleBill, Ticket};
			matches!(
				matter,
				Project(_)
					| Bill(_) | SingleBill(_)
					| Deposit(_) | Register(_)
					| Ticket(_) | Objection(_)
					| Replacement(_)
			)
		};
		let is_committees_alone = !matters.iter().any(is_for_others);
		let ayes = match votes_on(call) {
			Some(ayes) => ayes,
			None if members.len() == 1 && is_committees_alone => members.clone(),
			None => return true,
		};
		// Of all seats, vacant ones included, as `EnsureCommittee` counts.
		let seats = usize::try_from(Committee::seat_count()).unwrap_or(usize::MAX);
		let is_majority = |ayes: usize| ayes.saturating_mul(2) > seats;
		if !is_majority(ayes.len()) {
			// Too few ayes to carry out the motion: somebody else makes the call.
			return true;
		}
		let concerned: Vec<_> = matters.into_iter().flat_map(Matter::concerned).collect();
		let is_free = |member: &&AccountId| !concerned.iter().any(|other| Registry::related(member, other));
		is_majority(ayes.iter().filter(is_free).count())
	}
}

/// Whether the motion has reached its threshold, would fail for the ayes of members whom it concerns, and could still
/// be carried by the others: by those who voted for it, and those who have not voted.
pub(crate) fn waits_for_others(motion: Hash) -> bool {
	let Some(votes) = Votes::of(motion).filter(Votes::is_carried_early) else { return false };
	let Some(call) = ProposalOf::<Runtime, CommitteeCollective>::get(motion) else { return false };
	if WithoutThoseConcerned::admits(&call) {
		return false;
	}
	let concerned: Vec<_> = matters_of(&call).into_iter().flat_map(Matter::concerned).collect();
	let may_agree = |member: &&AccountId| {
		!votes.nays.contains(*member) && !concerned.iter().any(|other| Registry::related(member, other))
	};
	let agreeing = Members::<Runtime, CommitteeCollective>::get().iter().filter(may_agree).count();
	u32::try_from(agreeing).is_ok_and(|agreeing| agreeing.saturating_mul(2) > Committee::seat_count())
}

/// The members who voted for the motion to make `call`; `None` if there is none.
fn votes_on(call: &RuntimeCall) -> Option<Vec<AccountId>> {
	let motion = <Runtime as frame_system::Config>::Hashing::hash_of(call);
	Votes::of(motion).map(|votes| votes.ayes)
}

/// A matter on which the committee judges, or the owners.
pub(super) enum Matter {
	/// An expense that it approves.
	Expense(ExpenseId),
	/// A supplier's invoice whose total it corrects.
	Invoice(ContentHash),
	/// A project in which it rules on the contractor's money, or gives up a claim.
	Project(ProjectId),
	/// A booking on whose damage it rules.
	Booking(BookingId),
	/// A disputed bill on which it rules in place of the auditor.
	Bill(BillKey),
	/// A bill to one unit that it approves in place of the auditor.
	SingleBill(SingleId),
	/// A claim on a deposit on which it rules in place of the auditor.
	Deposit(DepositId),
	/// A change of the register that it confirms in place of the auditor.
	Register(ChangeId),
	/// A ticket in place of an account of an owner that it confirms in place of the auditor.
	Ticket(OwnerId),
	/// Objections to a change of the register that it settles in place of one of two offices.
	Objection(ChangeId),
	/// An objection to the replacement of an account on which it rules in place of one of two offices.
	Replacement(TicketKey),
}

impl Matter {
	/// The accounts that it concerns: those that asked for the money, receive it or paid it; of a change of the
	/// register its proposer and the owners.
	pub(super) fn concerned(self) -> Vec<AccountId> {
		match self {
			Self::Expense(expense) => match pallet_linli_expenses::Expenses::<Runtime>::get(expense) {
				Some(expense) => match expense.payee {
					Payee::Account(payee) => vec![payee, expense.proposer],
					Payee::Bank(_) => vec![expense.proposer],
				},
				None => Vec::new(),
			},
			Self::Invoice(hash) => match Expenses::invoice(hash).map(|invoice| invoice.payee) {
				Some(Payee::Account(payee)) => vec![payee],
				_ => Vec::new(),
			},
			Self::Project(project) => {
				let terms = pallet_linli_projects::Terms::<Runtime>::get(project);
				terms.map(|terms| terms.contractor).into_iter().collect()
			}
			Self::Booking(booking) => concerned_by_booking(booking),
			Self::Deposit(deposit) => match pallet_linli_deposits::Deposits::<Runtime>::get(deposit) {
				Some(Deposit { unit, payer, state: State::Claimed(claim), .. }) => {
					[payer, claim.by].into_iter().chain(owners_of(unit)).collect()
				}
				_ => Vec::new(),
			},
			Self::Register(id) => match pallet_linli_registry::Changes::<Runtime>::get(id) {
				Some(pending) => {
					let owners = Registry::owners_concerned(&pending.change);
					core::iter::once(pending.proposer).chain(owners.into_iter().flat_map(accounts_of)).collect()
				}
				None => Vec::new(),
			},
			Self::Objection(id) => match pallet_linli_registry::Changes::<Runtime>::get(id) {
				Some(pending) => {
					let first = pending.settlement.and_then(|first| first.by.account().cloned());
					let owners = Registry::owners_concerned(&pending.change).into_iter().chain(pending.objectors);
					first.into_iter().chain(owners.flat_map(accounts_of)).collect()
				}
				None => Vec::new(),
			},
			Self::Replacement(ticket) => {
				let owner = pallet_linli_registry::Tickets::<Runtime>::get(ticket).map(|ticket| ticket.owner);
				let entered =
					pallet_linli_registry::Objections::<Runtime>::get(ticket).and_then(|objection| objection.entered);
				let first = entered.and_then(|first| first.by.account().cloned());
				first.into_iter().chain(owner.into_iter().flat_map(accounts_of)).collect()
			}
			Self::Ticket(owner) => {
				let proposed = pallet_linli_registry::ProposedTickets::<Runtime>::get(owner);
				proposed.map(|proposed| proposed.proposer).into_iter().chain(accounts_of(owner)).collect()
			}
			Self::SingleBill(id) => match pallet_linli_fees::SingleProposals::<Runtime>::get(id) {
				Some(proposal) => core::iter::once(proposal.proposer).chain(owners_of(proposal.terms.unit)).collect(),
				None => Vec::new(),
			},
			Self::Bill(key) => {
				let bill = pallet_linli_fees::Bills::<Runtime>::get(key.parts());
				let disputed = bill.and_then(|bill| bill.dispute).map(|dispute| dispute.by);
				let paid = pallet_linli_fees::Contributions::<Runtime>::get(key).into_iter().map(|part| part.payer);
				disputed.into_iter().chain(paid).chain(owners_of(key.unit)).collect()
			}
		}
	}
}

/// The two sides of a booking, and those who voted on its panel: they do not hear the appeal from it.
pub(crate) fn concerned_by_booking(id: BookingId) -> Vec<AccountId> {
	let Some(booking) = pallet_linli_sharing::Bookings::<Runtime>::get(id) else { return Vec::new() };
	let provider = match pallet_linli_sharing::Resources::<Runtime>::get(booking.resource) {
		Some(Resource { provider: Provider::Person(provider), .. }) => Some(provider),
		_ => None,
	};
	let panel = pallet_linli_sharing::Panels::<Runtime>::get(id);
	let seats = panel.into_iter().flat_map(|panel| panel.seats).filter(|seat| seat.vote.is_some());
	core::iter::once(booking.renter).chain(provider).chain(seats.map(|seat| seat.who)).collect()
}

/// All accounts of the unit's owner.
fn owners_of(unit: UnitId) -> Vec<AccountId> {
	Registry::unit(unit).map(|unit| accounts_of(unit.owner)).unwrap_or_default()
}

/// All accounts of the owner.
fn accounts_of(owner: OwnerId) -> Vec<AccountId> {
	let record = pallet_linli_registry::Owners::<Runtime>::get(owner);
	record.map(|record| record.accounts.into_inner()).unwrap_or_default()
}

/// What the call judges; of a batch, what its calls do.
pub(super) fn matters_of(call: &RuntimeCall) -> Vec<Matter> {
	use pallet_linli_deposits::Call::rule as rule_on_deposit;
	use pallet_linli_expenses::Call::{approve_as_committee, correct_invoice};
	use pallet_linli_fees::Call::{approve_bill, rule_dispute};
	use pallet_linli_projects::Call::{rule, rule_claim, withdraw_claim};
	use pallet_linli_registry::Call::{confirm_change, confirm_ticket, settle_objection, settle_replacement};
	use pallet_linli_sharing::Call::rule as rule_on_damage;
	use pallet_utility::Call::{batch, batch_all, force_batch, if_else};
	match call {
		RuntimeCall::Expenses(approve_as_committee { expense, .. }) => vec![Matter::Expense(*expense)],
		RuntimeCall::Expenses(correct_invoice { invoice, .. }) => vec![Matter::Invoice(invoice.hash)],
		RuntimeCall::Projects(rule { project, .. } | rule_claim { project, .. } | withdraw_claim { project }) => {
			vec![Matter::Project(*project)]
		}
		RuntimeCall::Fees(rule_dispute { bill, .. }) if is_ruling_overdue(*bill) => vec![Matter::Bill(*bill)],
		RuntimeCall::Fees(approve_bill { proposal, .. }) if Fees::is_answer_overdue(*proposal) => {
			vec![Matter::SingleBill(*proposal)]
		}
		RuntimeCall::Registry(confirm_change { id, .. }) if Registry::is_confirmation_overdue(*id) => {
			vec![Matter::Register(*id)]
		}
		RuntimeCall::Registry(confirm_ticket { owner, .. }) => vec![Matter::Ticket(*owner)],
		RuntimeCall::Registry(settle_objection { id, .. }) if Registry::is_settlement_overdue(*id) => {
			vec![Matter::Objection(*id)]
		}
		RuntimeCall::Registry(settle_replacement { ticket, .. }) if Registry::is_replacement_overdue(ticket) => {
			vec![Matter::Replacement(*ticket)]
		}
		RuntimeCall::Sharing(rule_on_damage { booking, .. }) => vec![Matter::Booking(*booking)],
		RuntimeCall::Deposits(rule_on_deposit { deposit, .. }) if Deposits::is_ruling_overdue(*deposit) => {
			vec![Matter::Deposit(*deposit)]
		}
		RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => {
			calls.iter().flat_map(matters_of).collect()
		}
		RuntimeCall::Utility(if_else { main, fallback }) => {
			matters_of(main).into_iter().chain(matters_of(fallback)).collect()
		}
		_ => Vec::new(),
	}
}

/// Whether the committee can rule on the bill. Before that the ruling is the auditor's, and no motion keeps it up.
fn is_ruling_overdue(bill: BillKey) -> bool {
	let dispute = pallet_linli_fees::Bills::<Runtime>::get(bill.parts()).and_then(|bill| bill.dispute);
	dispute.is_some_and(|dispute| Fees::is_ruling_overdue(&dispute))
}
