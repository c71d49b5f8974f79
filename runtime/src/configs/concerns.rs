// SPDX-License-Identifier: Apache-2.0

//! Whom a decision of the owners concerns (D47). Those people enter no ruling against it, and witness no paper ballot
//! on it.

use super::motions::{matters_of, Matter};
use crate::{AccountId, Registry, Runtime, RuntimeCall};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::weights::Weight;
use linli_primitives::{traits::People, OwnerId, Role, MAX_CANDIDATES};
use pallet_linli_committee::Seats;
use pallet_linli_governance::Concerns;

/// The maximum number of people of one question that are compared with an account, which bounds the work on a long
/// batch. It is more than any decision names; those after it are not looked at.
const MOST: usize = 64;

/// Reads that comparing two accounts takes at most: their owners, their homes, and the units of these.
const READS: u64 = 24;

/// The people concerned by the calls of all pallets.
pub struct ConcernedByCalls;

impl Concerns<AccountId, RuntimeCall> for ConcernedByCalls {
	fn by_calls(calls: &[RuntimeCall], account: &AccountId) -> bool {
		let mut people = Vec::new();
		calls.iter().for_each(|call| collect(call, &mut people));
		calls.iter().any(|call| names(call, account)) || people.into_iter().take(MOST).any(|person| person.is(account))
	}

	fn by_election(account: &AccountId) -> bool {
		Seats::<Runtime>::get().iter().any(|member| Registry::related(&member.account, account))
	}

	fn weight() -> Weight {
		let seats_and_candidates = u64::from(MAX_CANDIDATES).saturating_mul(2);
		let compared = (MOST as u64).max(seats_and_candidates);
		<Runtime as frame_system::Config>::DbWeight::get().reads(compared.saturating_mul(READS))
	}
}

/// Somebody whom a call concerns.
enum Person {
	/// An account.
	Account(AccountId),
	/// An owner with a seat on the committee.
	Member(OwnerId),
	/// Those who hold the office.
	Holders(Role),
}

impl Person {
	/// Whether it is the account or somebody related to it.
	fn is(self, account: &AccountId) -> bool {
		match self {
			Self::Account(other) => Registry::related(&other, account),
			Self::Member(owner) => Seats::<Runtime>::get()
				.iter()
				.any(|member| member.owner == owner && Registry::related(&member.account, account)),
			Self::Holders(role) => Registry::holds(role, account),
		}
	}
}

/// Collects the people whom the call concerns; of a batch, those of its calls.
fn collect(call: &RuntimeCall, people: &mut Vec<Person>) {
	use pallet_linli_committee::Call::recall;
	use pallet_linli_expenses::Call::approve_as_assembly;
	use pallet_linli_projects::Call::{open, vary};
	use pallet_linli_registry::Call::{appoint, dismiss};
	use pallet_linli_validators::Call::{add_validator, readmit, remove_validator};
	use pallet_utility::Call::{batch, batch_all, force_batch, if_else};
	if people.len() >= MOST {
		return;
	}
	match call {
		RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => {
			calls.iter().for_each(|call| collect(call, people));
		}
		RuntimeCall::Utility(if_else { main, fallback }) => {
			collect(main, people);
			collect(fallback, people);
		}
		RuntimeCall::Registry(appoint { role, account } | dismiss { role, account }) => {
			people.extend([Person::Account(account.clone()), Person::Holders(*role)]);
		}
		RuntimeCall::Committee(recall { owner, .. }) => people.push(Person::Member(*owner)),
		RuntimeCall::Validators(add_validator { account } | remove_validator { account } | readmit { account }) => {
			people.push(Person::Account(account.clone()))
		}
		RuntimeCall::Expenses(approve_as_assembly { expense, .. }) => add(Matter::Expense(*expense), people),
		RuntimeCall::Projects(open { terms, .. }) => people.push(Person::Account(terms.contractor.clone())),
		RuntimeCall::Projects(vary { project, .. }) => add(Matter::Project(*project), people),
		_ => matters_of(call).into_iter().for_each(|matter| add(matter, people)),
	}
}

fn add(matter: Matter, people: &mut Vec<Person>) {
	people.extend(matter.concerned().into_iter().map(Person::Account));
}

/// Whether the call names the account, wherever it does.
fn names(call: &RuntimeCall, account: &AccountId) -> bool {
	let wanted: &[u8] = account.as_ref();
	call.using_encoded(|bytes| bytes.windows(wanted.len()).any(|part| part == wanted))
}
