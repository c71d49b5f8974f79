// SPDX-License-Identifier: Apache-2.0

//! Two people where two are needed (D11, D47): motions that concern a member, and what nobody does through a proxy.

use super::{deciding::*, spending::*, *};
use crate::configs::{assembly::CommitteeCollective, proxies::ProxyType};
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, assert_ok,
	traits::{GetCallMetadata, InstanceFilter},
	weights::Weight,
};
use linli_primitives::{calendar::DAY, ExpenseId, Role};
use pallet_linli_expenses::types::{Payee, State};
use pallet_linli_fees::types::{Ruling, SingleTerms};
use sp_runtime::traits::Hash as _;
use std::collections::BTreeSet;
use Sr25519Keyring::{Alice, Ferdie, One, Two};

pub(super) fn filtered() -> DispatchResult {
	Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

/// A village whose committee is Alice and One, with a budget of 2027.
pub(super) fn village_that_spends() -> sp_io::TestExternalities {
	let mut village = village_with_committee();
	village.execute_with(|| {
		fill(OPERATING, 1_000_000, "FILL-1");
		decide(budget(2027, &[(OPERATING, 500_000)]), None);
		assert_eq!(this_month().year, 2027);
	});
	village
}

/// An expense of 10.00 that this account is to receive.
fn expense_for(payee: Sr25519Keyring, invoice: u8) -> ExpenseId {
	enter(propose(0, Payee::Account(account(payee)), 1_000, invoice))
}

#[test]
fn no_member_votes_for_an_invoice_of_their_own() {
	village_that_spends().execute_with(|| {
		// One's own invoice, and one to the other account of the same owner.
		for (payee, invoice) in [(One, 11), (Two, 12)] {
			let expense = expense_for(payee, invoice);
			assert_eq!(committee(approve(expense)), filtered());
			// Nor in a batch, or if another call fails.
			let calls = vec![RuntimeCall::from(approve(expense))];
			assert_eq!(committee(pallet_utility::Call::batch_all { calls }), filtered());
			let [main, fallback] = [0; 2].map(|_| Box::new(RuntimeCall::from(approve(expense))));
			assert_eq!(committee(pallet_utility::Call::if_else { main, fallback }), filtered());
			assert!(!is_paid(expense));
			assert_noop!(run(STRANGER, pay(expense)), pallet_linli_expenses::Error::<Runtime>::NotApproved);
		}
		// What concerns no member passes.
		let expense = expense_for(GARDENER, 13);
		assert_ok!(committee(approve(expense)));
		assert_ok!(run(STRANGER, pay(expense)));
		assert_books_close();
	});
}

/// A member whom a motion concerns votes for it, so that it reaches its threshold with a vote that does not count, and
/// closes it before the others have voted.
#[test]
fn a_member_concerned_does_not_end_a_motion_that_others_can_carry() {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	village_that_spends().execute_with(|| {
		sit(&[(Alice, 0), (One, 1), (Ferdie, 2)]);
		let call = RuntimeCall::from(approve(expense_for(One, 11)));
		let length_bound = u32::try_from(call.encoded_size()).unwrap();
		let motion = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
		let index = pallet_collective::ProposalCount::<Runtime, CommitteeCollective>::get();
		assert_ok!(run(Alice, Motion::propose { threshold: 2, proposal: Box::new(call), length_bound }));
		let vote = |member| run(member, Motion::vote { proposal: motion, index, approve: true });
		let close = || Motion::close { proposal_hash: motion, index, proposal_weight_bound: Weight::MAX, length_bound };
		assert_ok!(vote(Alice));
		assert_ok!(vote(One));
		assert_eq!(run(One, close()), filtered());
		assert_ok!(vote(Ferdie));
		assert_ok!(run(One, close()));
		let executed = System::events().into_iter().rev().find_map(|record| match record.event {
			RuntimeEvent::CommitteeMotions(pallet_collective::Event::Executed { result, .. }) => Some(result),
			_ => None,
		});
		assert_ne!(executed.unwrap(), filtered());
	});
}

#[test]
fn no_member_votes_for_an_invoice_of_somebody_in_their_home() {
	village_that_spends().execute_with(|| {
		let expense = expense_for(GARDENER, 11);
		let until = now() + 30 * DAY;
		let resident = account(GARDENER);
		assert_ok!(run(
			Alice,
			pallet_linli_registry::Call::name_resident { unit: 0, account: resident.clone(), until }
		));
		assert_ok!(run(GARDENER, pallet_linli_registry::Call::accept_residence { unit: 0 }));
		// A residence counts after a week, in which one who accepted by mistake can leave.
		pass(7 * DAY);
		let known = Expenses::invoice(hash(11)).unwrap();
		let correct = || Expense::correct_invoice {
			invoice: full_invoice(11, known.total),
			payee: known.payee.clone(),
			total: 2_000,
		};
		assert_eq!(committee(approve(expense)), filtered());
		assert_eq!(committee(correct()), filtered());
		assert_ok!(run(Alice, pallet_linli_registry::Call::dismiss_resident { unit: 0, account: resident }));
		assert_ok!(committee(approve(expense)));
		assert_ok!(committee(correct()));
		assert_eq!(Expenses::invoice(hash(11)).map(|invoice| invoice.total), Some(2_000));
	});
}

#[test]
fn no_member_votes_for_a_ruling_on_a_bill_of_their_own() {
	village_that_spends().execute_with(|| {
		settle_at(now());
		let bill = Fees::bills_of(0, false, None, 1).first().unwrap().key;
		assert_ok!(run(Alice, pallet_linli_fees::Call::dispute { bill, reason: hash(2) }));
		let rule = || pallet_linli_fees::Call::rule_dispute { bill, ruling: Ruling::Reduced { to: 1 } };
		let too_early = pallet_linli_fees::Error::<Runtime>::RulingTimeRunning;
		assert_eq!(committee(rule()), Err(too_early.into()));
		pass(30 * DAY);
		assert_eq!(committee(rule()), filtered());
		// The auditor can still rule.
		assert_ok!(run(AUDITOR, rule()));
		assert_books_close();
	});
}

#[test]
fn no_member_votes_for_a_bill_to_their_own_unit() {
	village_that_spends().execute_with(|| {
		type Bills = pallet_linli_fees::Call<Runtime>;
		let terms = SingleTerms { unit: 0, pot: OPERATING, amount: 1_000, due_days: 14, reason: hash(1) };
		assert_ok!(run(MANAGER, Bills::propose_bill { terms }));
		let approve = || Bills::approve_bill { proposal: 0, terms };
		let too_early = pallet_linli_fees::Error::<Runtime>::RulingTimeRunning;
		assert_eq!(committee(approve()), Err(too_early.into()));
		pass(15 * DAY);
		assert_eq!(committee(approve()), filtered());
		// The auditor can still approve it.
		assert_ok!(run(AUDITOR, approve()));
		assert_books_close();
	});
}

/// The company joins with a stranger's account.
fn company_joins() {
	use sp_runtime::traits::Dispatchable;
	let (owner, ticket) = (2, [8; 32]);
	assert_ok!(change_register(pallet_linli_registry::RegisterChange::IssueTicket { owner, ticket }));
	let signature = sp_core::sr25519::Signature::from_raw([0; 64]);
	let claim = RuntimeCall::from(pallet_linli_registry::Call::<Runtime>::claim {
		owner,
		ticket,
		account: account(STRANGER),
		signature,
		consent: signature.into(),
		second: None,
	});
	// The signatures are verified before a call is dispatched.
	assert_ok!(claim.dispatch(RuntimeOrigin::from(frame_system::RawOrigin::<AccountId>::Authorized)));
}

#[test]
fn no_member_votes_for_a_ticket_of_their_own() {
	type Register = pallet_linli_registry::Call<Runtime>;
	village_that_spends().execute_with(|| {
		company_joins();
		let ticket_for = |owner: u32, replaces: AccountId| {
			let (ticket, document) = ([u8::try_from(owner).unwrap() + 1; 32], hash(9));
			let proposal = Register::propose_ticket { owner, ticket, replaces: replaces.clone(), document };
			assert_ok!(run(Sr25519Keyring::Bob, proposal));
			Register::confirm_ticket { owner, ticket, replaces, document }
		};
		// One and Two act for one owner; the company's matter concerns no member.
		assert_eq!(committee(ticket_for(1, account(Two))), filtered());
		assert_ok!(committee(ticket_for(2, account(STRANGER))));
		assert_eq!(pallet_linli_registry::OpenTickets::<Runtime>::get(2).len(), 1);
		assert!(pallet_linli_registry::OpenTickets::<Runtime>::get(1).is_empty());
		// The auditor can still confirm it.
		let confirm = ticket_for(1, account(Two));
		assert_ok!(run(AUDITOR, confirm));
	});
}

#[test]
fn a_committee_of_one_does_not_approve_alone_what_concerns_it() {
	village_that_spends().execute_with(|| {
		let expense = expense_for(Two, 11);
		let other = expense_for(GARDENER, 12);
		sit(&OWNERS[1..]);
		let alone = |expense| {
			let call = RuntimeCall::from(approve(expense));
			let length_bound = u32::try_from(codec::Encode::encoded_size(&call)).unwrap();
			let proposal = Box::new(call);
			type Motion = pallet_collective::Call<Runtime, crate::configs::assembly::CommitteeCollective>;
			assert_ok!(run(One, Motion::propose { threshold: 1, proposal, length_bound }));
			matches!(Expenses::expense(expense).unwrap().state, State::Approved { .. })
		};
		assert!(!alone(expense));
		assert!(alone(other));
	});
}

#[test]
fn offices_of_a_small_community_can_be_two_peoples_but_not_ones() {
	village().execute_with(|| {
		for role in [Role::Auditor, Role::Manager, Role::Cashier] {
			appoint(role, Two);
		}
		let all = pallet_linli_registry::Call::appoint { role: Role::Registrar, account: account(One) };
		let refused = pallet_linli_registry::Error::<Runtime>::AllOtherOfficesHeld;
		assert_noop!(decide_by_key(all), refused);
		appoint(Role::Registrar, Alice);
	});
}

/// Every call of the runtime, with arguments of zeroes.
pub(super) fn all_calls() -> Vec<RuntimeCall> {
	let indices = (0..=u8::MAX).flat_map(|pallet| (0..=u8::MAX).map(move |call| [pallet, call]));
	let zeroes = [0u8; 4_096];
	let decode = |index: [u8; 2]| {
		let bytes = [index.as_slice(), zeroes.as_slice()].concat();
		RuntimeCall::decode(&mut bytes.as_slice()).ok()
	};
	indices.filter_map(decode).collect()
}

pub(super) fn name(call: &RuntimeCall) -> String {
	let metadata = call.get_call_metadata();
	format!("{}.{}", metadata.pallet_name, metadata.function_name)
}

fn admitted(proxy: ProxyType) -> BTreeSet<String> {
	all_calls().iter().filter(|call| proxy.filter(call)).map(name).collect()
}

#[test]
fn every_call_of_the_runtime_is_looked_at() {
	let found: BTreeSet<_> = all_calls().iter().map(name).collect();
	let all = RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| RuntimeCall::get_call_names(pallet).iter().map(move |call| format!("{pallet}.{call}")));
	let missed: Vec<_> = all.filter(|name| !found.contains(name)).collect();
	assert!(missed.is_empty(), "zeroes are no arguments of {missed:?}: build these calls otherwise");
}

/// A call that is added to the runtime is in no list. Before it is added to one, ask whether it takes two people.
#[test]
fn proxies_make_the_calls_that_are_listed_and_no_other() {
	let bills = [
		"Fees.claim_unit_money",
		"Fees.dispute",
		"Fees.pay",
		"Fees.refund_prepayment",
		"Fees.revoke_mandate",
		"Fees.set_mandate",
		"Fees.withdraw_dispute",
		"Utility.batch",
		"Utility.batch_all",
		"Utility.force_batch",
	];
	let daily = [
		"Balances.transfer_all",
		"Balances.transfer_allow_death",
		"Balances.transfer_keep_alive",
		"Deposits.place",
		"Deposits.request_return",
		"Deposits.take_back",
		"Fund.donate",
		"Proxy.add_proxy",
		"Proxy.kill_pure",
		"Proxy.reject_announcement",
		"Proxy.remove_proxies",
		"Proxy.remove_proxy",
		"Registry.dismiss_resident",
		"Registry.name_resident",
		"Repair.deposit",
		"Sharing.book",
		"Sharing.book_series",
		"Sharing.cancel",
		"Sharing.extend",
		"Sharing.list",
		"Sharing.return_resource",
		"Sharing.start",
	];
	let set = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<BTreeSet<_>>();
	assert_eq!(admitted(ProxyType::Fees), set(&bills));
	assert_eq!(admitted(ProxyType::Any), set(&[&bills[..], &daily[..]].concat()));
}

/// Names the manager as a proxy.
pub(super) fn add_proxy(proxy_type: ProxyType) -> pallet_proxy::Call<Runtime> {
	pallet_proxy::Call::add_proxy { delegate: account(MANAGER).into(), proxy_type, delay: 0 }
}

/// Makes `call` for `real` through a proxy that it named. Returns the call's result.
pub(super) fn through(proxy: Sr25519Keyring, real: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
	let call = Box::new(call.into());
	let call = pallet_proxy::Call::<Runtime>::proxy { real: account(real).into(), force_proxy_type: None, call };
	assert_ok!(run(proxy, call));
	let result = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
		_ => None,
	});
	result.unwrap()
}

#[test]
fn an_office_is_not_held_through_a_proxy() {
	village_that_spends().execute_with(|| {
		// The auditor and a member of the committee name the manager.
		for real in [AUDITOR, Alice] {
			assert_ok!(run(real, add_proxy(ProxyType::Any)));
		}
		let expense = expense_for(GARDENER, 11);
		assert_eq!(through(MANAGER, AUDITOR, approve_as_auditor(expense)), filtered());
		let motion = pallet_collective::Call::<Runtime, crate::configs::assembly::CommitteeCollective>::vote {
			proposal: Default::default(),
			index: 0,
			approve: true,
		};
		assert_eq!(through(MANAGER, Alice, motion.clone()), filtered());
		// Nor through a batch, or through a proxy of the proxy.
		let batch = pallet_utility::Call::batch_all { calls: vec![RuntimeCall::from(motion.clone())] };
		assert_eq!(through(MANAGER, Alice, batch), filtered());
		let call = Box::new(RuntimeCall::from(approve_as_auditor(expense)));
		let real = account(AUDITOR).into();
		let nested = pallet_proxy::Call::<Runtime>::proxy { real, force_proxy_type: None, call };
		assert_eq!(through(MANAGER, Alice, nested), filtered());
		// What Alice does from day to day, her proxy does.
		assert_ok!(through(MANAGER, Alice, pallet_linli_fund::Call::<Runtime>::donate { pot: OPERATING, amount: 5 }));
	});
}

#[test]
fn a_proxy_for_bills_does_not_become_one_for_all() {
	village().execute_with(|| {
		assert_ok!(run(Alice, add_proxy(ProxyType::Fees)));
		assert_eq!(through(MANAGER, Alice, add_proxy(ProxyType::Any)), filtered());
		let donation = pallet_linli_fund::Call::<Runtime>::donate { pot: OPERATING, amount: 5 };
		assert_eq!(through(MANAGER, Alice, donation.clone()), filtered());
		let calls = vec![RuntimeCall::from(donation)];
		assert_eq!(through(MANAGER, Alice, pallet_utility::Call::batch_all { calls }), filtered());
	});
}
