// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, in random order: the invariants always hold.

use crate::{mock::*, types::*, *};
use frame_support::{
	storage::with_storage_layer,
	traits::{fungible::Mutate, tokens::Preservation, Hooks},
	weights::Weight,
};
use linli_primitives::{
	traits::{OnUnitSold, OwnersRegister, UnitReceipts},
	Fraction, PeriodKind, UnitKind,
};
use proptest::{
	prelude::*,
	test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use std::{cell::RefCell, collections::BTreeMap};

/// Stands for the bank, with plenty of money.
const BANK: AccountId = 5;

#[derive(Clone, Debug)]
pub(super) enum Step {
	Wait(u64),
	Pay { who: AccountId, unit: u32, amount: u128 },
	PayOne { who: AccountId, unit: u32, amount: u128, nth: usize },
	Refund { who: AccountId, unit: u32, amount: u128 },
	Mandate { who: AccountId, unit: u32, cap: u128, partial: bool },
	Revoke { who: AccountId, unit: u32 },
	Dispute { who: AccountId, unit: u32, nth: usize },
	BillOne { unit: u32, amount: u128 },
	ApproveBills,
	Plan { unit: u32, first: usize, parts: u64, wait: u64 },
	EndPlan { who: AccountId, unit: u32 },
	Invoice { number: u8, unit: u32, nth: usize, amount: u128 },
	Void { number: u8 },
	Rule { unit: u32, nth: usize, to: Option<u128> },
	Propose { unit: u32, nth: usize, principal: u128, late: u128 },
	Approve { unit: u32, nth: usize },
	Withdraw { who: AccountId, unit: u32, nth: usize },
	Credit { unit: u32, nth: usize, to: u128 },
	CreditBatch { rate: u128 },
	ApproveCredits,
	Move { payment: u64, to: u32 },
	ApproveMoves,
	Read { unit: u32, total: u64, before: u64 },
	ReadMain { total: u64 },
	TakeBack,
	Final { unit: u32 },
	Rate(u128),
	Sell { unit: u32, to: u32 },
	End { charge: u32 },
	StandStill(u64),
	BillPast { charge: u32, after: usize },
	SkipPast { charge: u32, after: usize },
	Receive { unit: u32, amount: u128, before: u64 },
	TakeBackReceipt { payment: u64, amount: u128 },
	Claim { unit: u32, who: AccountId, release: u128 },
}

pub(super) fn step() -> impl Strategy<Value = Step> {
	let who = 1u128..5;
	let unit = 0u32..6;
	let nth = 0usize..12;
	let amount = prop_oneof![1u128..2_000, 1u128..100_000];
	prop_oneof![
		4 => (0u64..50 * DAYS).prop_map(Step::Wait),
		4 => (who.clone(), unit.clone(), amount.clone()).prop_map(|(who, unit, amount)| Step::Pay { who, unit, amount }),
		3 => (who.clone(), unit.clone(), amount.clone(), nth.clone())
			.prop_map(|(who, unit, amount, nth)| Step::PayOne { who, unit, amount, nth }),
		1 => (who.clone(), unit.clone(), amount.clone())
			.prop_map(|(who, unit, amount)| Step::Refund { who, unit, amount }),
		2 => (who.clone(), unit.clone(), amount.clone(), any::<bool>())
			.prop_map(|(who, unit, cap, partial)| Step::Mandate { who, unit, cap, partial }),
		1 => (who.clone(), unit.clone()).prop_map(|(who, unit)| Step::Revoke { who, unit }),
		3 => (who.clone(), unit.clone(), nth.clone()).prop_map(|(who, unit, nth)| Step::Dispute { who, unit, nth }),
		2 => (unit.clone(), amount.clone()).prop_map(|(unit, amount)| Step::BillOne { unit, amount }),
		2 => Just(Step::ApproveBills),
		3 => (unit.clone(), nth.clone(), 1u64..5, DAYS..40 * DAYS)
			.prop_map(|(unit, first, parts, wait)| Step::Plan { unit, first, parts, wait }),
		1 => (who.clone(), unit.clone()).prop_map(|(who, unit)| Step::EndPlan { who, unit }),
		2 => (0u8..9, unit.clone(), nth.clone(), amount.clone())
			.prop_map(|(number, unit, nth, amount)| Step::Invoice { number, unit, nth, amount }),
		1 => (0u8..9).prop_map(|number| Step::Void { number }),
		1 => (who, unit.clone(), nth.clone()).prop_map(|(who, unit, nth)| Step::Withdraw { who, unit, nth }),
		2 => (unit.clone(), nth.clone(), amount.clone()).prop_map(|(unit, nth, to)| Step::Credit { unit, nth, to }),
		1 => (1u128..280).prop_map(|rate| Step::CreditBatch { rate }),
		2 => Just(Step::ApproveCredits),
		3 => (0u64..20, unit.clone()).prop_map(|(payment, to)| Step::Move { payment, to }),
		2 => Just(Step::ApproveMoves),
		3 => (unit.clone(), nth.clone(), prop::option::of(amount.clone()))
			.prop_map(|(unit, nth, to)| Step::Rule { unit, nth, to }),
		2 => (unit.clone(), nth.clone(), amount.clone(), 0u128..200)
			.prop_map(|(unit, nth, principal, late)| Step::Propose { unit, nth, principal, late }),
		2 => (unit.clone(), nth).prop_map(|(unit, nth)| Step::Approve { unit, nth }),
		3 => (unit.clone(), 0u64..200_000, 0u64..40 * DAYS)
			.prop_map(|(unit, total, before)| Step::Read { unit, total, before }),
		2 => (0u64..2_000_000).prop_map(|total| Step::ReadMain { total }),
		1 => Just(Step::TakeBack),
		2 => unit.prop_map(|unit| Step::Final { unit }),
		1 => amount.prop_map(Step::Rate),
		1 => (0u32..6, 0u32..3).prop_map(|(unit, to)| Step::Sell { unit, to }),
		1 => (0u32..4).prop_map(|charge| Step::End { charge }),
		1 => (0u64..20 * DAYS).prop_map(Step::StandStill),
		1 => (DAYS..200 * DAYS).prop_map(Step::StandStill),
		1 => (0u32..3, 0usize..4).prop_map(|(charge, after)| Step::BillPast { charge, after }),
		1 => (0u32..3, 0usize..4).prop_map(|(charge, after)| Step::SkipPast { charge, after }),
		3 => (0u32..6, 1u128..100_000, 0u64..40 * DAYS)
			.prop_map(|(unit, amount, before)| Step::Receive { unit, amount, before }),
		1 => (0u64..20, 1u128..100_000).prop_map(|(payment, amount)| Step::TakeBackReceipt { payment, amount }),
		2 => (0u32..6, 1u128..5, 0u128..20_000).prop_map(|(unit, who, release)| Step::Claim { unit, who, release }),
	]
}

fn nth_bill(unit: u32, nth: usize) -> BillKey {
	let mut keys: Vec<_> = Bills::<Test>::iter_key_prefix((unit,)).collect();
	keys.sort();
	let (charge, period) = keys.get(nth % keys.len().max(1)).copied().unwrap_or((0, NOVEMBER));
	BillKey::new(unit, charge, period)
}

/// The charge's waiting period with this number, or one that does not wait.
fn nth_waiting(charge: u32, nth: usize) -> linli_primitives::Period {
	WaitingPeriods::<Test>::iter_key_prefix(charge).nth(nth).map_or(NOVEMBER, |key| key.id())
}

/// Proposes a plan over up to three of the unit's bills in equal parts, and accepts it.
fn agree_on_plan(unit: u32, first: usize, parts: u64, wait: u64) -> sp_runtime::DispatchResult {
	let mut bills: Vec<_> = (first..first + 3).map(|nth| nth_bill(unit, nth)).collect();
	bills.sort();
	bills.dedup();
	let owed: u128 = bills.iter().filter_map(|key| Fees::bill(*key)).map(|view| view.owed).sum();
	let each = owed / u128::from(parts);
	let instalments: Vec<_> = (1..=parts)
		.map(|number| Instalment {
			due: Now::get() + number * wait,
			amount: if number == 1 { owed - each * u128::from(parts - 1) } else { each },
		})
		.collect();
	Fees::propose_plan(signed(MANAGER), unit, bills.try_into().unwrap(), instalments.try_into().unwrap())?;
	let id = UnitPlans::<Test>::get(unit).unwrap();
	let owner = [ALICE, BOB, CHEN].into_iter().find(|account| Register::is_owner(account, unit)).unwrap();
	Fees::accept_plan(signed(owner), unit, id)
}

/// Executes the step, and returns whether it succeeded. As on a chain, a failed call changes nothing.
pub(super) fn act(step: Step, meter: u32) -> bool {
	let done = with_storage_layer(|| match step {
		Step::Wait(time) => {
			go_to(Now::get() + time);
			Ok(())
		}
		Step::Pay { who, unit, amount } => {
			Fees::pay(signed(who), unit, amount, None).map(drop).map_err(|error| error.error)
		}
		Step::PayOne { who, unit, amount, nth } => {
			let chosen = vec![nth_bill(unit, nth)].try_into().unwrap();
			Fees::pay(signed(who), unit, amount, Some(chosen)).map(drop).map_err(|error| error.error)
		}
		Step::Refund { who, unit, amount } => Fees::refund_prepayment(signed(who), unit, amount),
		Step::Mandate { who, unit, cap, partial } => Fees::set_mandate(signed(who), unit, cap, None, partial, false),
		Step::Revoke { who, unit } => Fees::revoke_mandate(signed(who), unit),
		Step::Dispute { who, unit, nth } => Fees::dispute(signed(who), nth_bill(unit, nth), hash(1)),
		Step::BillOne { unit, amount } => {
			let terms = SingleTerms { unit, pot: 0, amount, due_days: 7, reason: hash(6) };
			Fees::propose_bill(signed(MANAGER), terms)
		}
		Step::ApproveBills => {
			for (id, proposal) in Fees::proposed_bills(None, 9) {
				let approve = || Fees::approve_bill(signed(COMMITTEE), id, proposal.terms);
				if with_storage_layer(approve).is_err() {
					Fees::withdraw_bill(signed(MANAGER), id).unwrap();
				}
			}
			Ok(())
		}
		Step::Plan { unit, first, parts, wait } => agree_on_plan(unit, first, parts, wait),
		Step::EndPlan { who, unit } => Fees::end_plan(signed(who), unit),
		Step::Invoice { number, unit, nth, amount } => {
			let bill = nth_bill(unit, nth);
			let lines = Fees::contributions(bill).into_iter().take(2).map(|part| InvoiceLine {
				payment: part.payment,
				bill,
				amount: amount.min(part.total()),
			});
			let lines = lines.collect::<Vec<_>>().try_into().unwrap();
			Fees::record_invoice(signed(MANAGER), hash(number), hash(7), lines)
		}
		Step::Void { number } => {
			let (number, red) = (hash(number), hash(number + 100));
			Fees::propose_void(signed(MANAGER), number, red, hash(8))?;
			Fees::approve_void(signed(COMMITTEE), number, red)
		}
		Step::Rule { unit, nth, to } => {
			let ruling = to.map_or(Ruling::Upheld, |to| Ruling::Reduced { to });
			Fees::rule_dispute(signed(COMMITTEE), nth_bill(unit, nth), ruling)
		}
		Step::Propose { unit, nth, principal, late } => {
			Fees::propose_waiver(signed(MANAGER), nth_bill(unit, nth), principal, late, hash(2))
		}
		Step::Approve { unit, nth } => {
			let key = nth_bill(unit, nth);
			let amounts = Waivers::<Test>::get(key).map(|waiver| (waiver.principal, waiver.late));
			let (principal, late) = amounts.unwrap_or_default();
			Fees::approve_waiver(signed(COMMITTEE), key, principal, late)
		}
		Step::Withdraw { who, unit, nth } => Fees::withdraw_dispute(signed(who), nth_bill(unit, nth)),
		Step::Credit { unit, nth, to } => {
			let scope = CreditScope::Bills(vec![(nth_bill(unit, nth), to)].try_into().unwrap());
			Fees::propose_credit(signed(MANAGER), scope, hash(4))
		}
		Step::CreditBatch { rate } => {
			let scope = CreditScope::Batch { charge: 0, period: NOVEMBER, rate };
			Fees::propose_credit(signed(MANAGER), scope, hash(4))
		}
		Step::ApproveCredits => {
			let ids: Vec<_> = Credits::<Test>::iter_keys().collect();
			for id in ids {
				let _ = Fees::approve_credit(signed(COMMITTEE), id);
			}
			block(Now::get());
			Ok(())
		}
		Step::Move { payment, to } => Fees::propose_move(signed(MANAGER), payment, to, hash(5)),
		Step::ApproveMoves => {
			let moves: Vec<_> = Moves::<Test>::iter().map(|(id, proposal)| (id, proposal.to)).collect();
			for (id, to) in moves {
				let approve = || Fees::approve_move(signed(COMMITTEE), id, to).map(drop).map_err(|error| error.error);
				if with_storage_layer(approve).is_err() {
					Fees::withdraw_move(signed(MANAGER), id).unwrap();
				}
			}
			Ok(())
		}
		Step::Read { unit, total, before } => {
			read(unit, Now::get() - before, total);
			Ok(())
		}
		Step::ReadMain { total } => {
			read_main(Now::get(), total);
			Ok(())
		}
		Step::TakeBack => {
			Readings::mutate(|readings| readings.pop());
			SharedReadings::mutate(|readings| readings.pop());
			Ok(())
		}
		Step::Final { unit } => Fees::bill_final(signed(MANAGER), unit, meter),
		Step::Rate(rate) => {
			let month = TestCalendar::get().period_at(PeriodKind::Month, Now::get());
			let next = month.and_then(|now| now.next(PeriodKind::Month)).unwrap();
			Fees::set_rate(RuntimeOrigin::root(), 0, next, rate, Tiers::default())
		}
		Step::Sell { unit, to } => {
			let seller = <Register as OwnersRegister<AccountId>>::unit(unit).map_or(to, |view| view.owner);
			if seller != to {
				Register::sell(unit, to);
				Fees::unit_sold(unit, seller, to);
				let strangers = Fees::mandates(unit).into_iter().map(|(payer, _)| payer);
				let mut strangers = strangers.chain(Fees::prepayments(unit).into_iter().map(|(payer, _)| payer));
				assert!(strangers.all(|payer| Register::is_owner(&payer, unit)));
			}
			Ok(())
		}
		Step::End { charge } => {
			let last = Charges::<Test>::get(charge)
				.and_then(|charge| TestCalendar::get().period_at(charge.terms.period, Now::get()));
			Fees::end_charge(RuntimeOrigin::root(), charge, last.unwrap_or(NOVEMBER))
		}
		Step::StandStill(time) => {
			stand_still(time);
			go_to(Now::get());
			Ok(())
		}
		Step::BillPast { charge, after } => {
			let until = nth_waiting(charge, after);
			Fees::bill_past(RuntimeOrigin::root(), charge, until)
		}
		Step::SkipPast { charge, after } => {
			let until = nth_waiting(charge, after);
			Fees::skip_past(RuntimeOrigin::root(), charge, until)
		}
		Step::Receive { unit, amount, before } => {
			// The bank received it for the unit; a rich account stands for the bank.
			let account = Fees::open_unit_account(unit)?;
			Balances::transfer(&BANK, &account, amount, Preservation::Preserve)?;
			<Fees as UnitReceipts<AccountId>>::credit(unit, amount, Now::get() - before, 8).map(drop)
		}
		Step::TakeBackReceipt { payment, amount } => {
			let receipt = Payments::<Test>::get(payment).filter(|found| found.kind == PaymentKind::Receipt);
			receipt.map_or(Ok(()), |found| {
				<Fees as UnitReceipts<AccountId>>::take_back(&found.payer, Some(payment), found.moment, amount)
			})
		}
		Step::Claim { unit, who, release } => Fees::claim_unit_money(signed(who), unit, None, release),
	});
	done.is_ok()
}

/// What came back on a bill went to accounts that had paid it, each at most what it had paid.
fn nobody_got_more_than_they_paid() {
	let mut paid: BTreeMap<(BillKey, AccountId), u128> = BTreeMap::new();
	for event in events() {
		match event {
			Event::BillPaid { payment, bill, principal, late, .. } => {
				let payer = Payments::<Test>::get(payment).unwrap().payer;
				*paid.entry((bill, payer)).or_default() += principal + late;
			}
			Event::BillRefunded { bill, payer, amount } => {
				let left = paid.get_mut(&(bill, payer)).expect("it had paid");
				*left = left.checked_sub(amount).expect("it had paid as much");
			}
			_ => (),
		}
	}
	// What is left is what the contributions say.
	for ((bill, payer), left) in paid {
		let parts = Fees::contributions(bill);
		let sum: u128 = parts.iter().filter(|part| part.payer == payer).map(|part| part.total()).sum();
		assert_eq!(sum, left, "{bill:?}");
	}
}

/// Computed anew, no late fee changes, but for what has accrued since it was charged.
fn late_fees_are_those_of_what_was_paid_when() {
	for (parts, bill) in Bills::<Test>::iter() {
		let key = BillKey::from(parts);
		let late = Charges::<Test>::get(key.charge).unwrap().terms.late();
		let (mut accrued, mut anew) = (bill.clone(), bill);
		let lived = Fees::lived(&accrued);
		late_fee::accrue(&mut accrued, &late, lived);
		late_fee::revise(&mut anew, &late, lived, &Contributions::<Test>::get(key));
		assert_eq!(anew, accrued, "{key:?}");
	}
}

/// Steps that must succeed now and then: otherwise the test exercises nothing.
const WANTED: [&str; 8] = ["BillOne", "Credit", "Dispute", "Mandate", "Move", "Pay", "PayOne", "Receive"];

fn name(step: &Step) -> String {
	format!("{step:?}").split([' ', '(', '{']).next().unwrap_or_default().into()
}

/// One community, with these steps. Counts those that succeeded.
fn live(steps: Vec<Step>, worked: &mut BTreeMap<String, u32>) {
	ExtBuilder::default().build().execute_with(|| {
		create(per_area(), 280);
		let discount = Some(Discount { fraction: Fraction::new(3, 100), days: 15 });
		create(ChargeTerms { period: PeriodKind::Quarter, discount, ..terms(Basis::PerUnit) }, 2_500);
		let meter = create(water(), 345_670);
		let light = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Area };
		create(terms(light), 60_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		let issuance = Balances::total_issuance();
		for step in steps {
			let kind = name(&step);
			if act(step, meter) {
				*worked.entry(kind).or_default() += 1;
			}
			ExtBuilder::check();
		}
		assert_eq!(Balances::total_issuance(), issuance);
		let totals = Fees::totals();
		assert_eq!(totals.collected, Ledger::balance(0));
		nobody_got_more_than_they_paid();
		late_fees_are_those_of_what_was_paid_when();
	});
}

#[test]
fn invariants_and_issuance_hold() {
	let config =
		ProptestConfig { cases: linli_testing::cases(48), failure_persistence: None, ..ProptestConfig::default() };
	let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
	let worked = RefCell::new(BTreeMap::new());
	runner
		.run(&prop::collection::vec(step(), 1..50), |steps| {
			live(steps, &mut worked.borrow_mut());
			Ok(())
		})
		.unwrap();
	let worked = worked.into_inner();
	println!("What worked: {worked:?}");
	let missing: Vec<_> = WANTED.into_iter().filter(|kind| !worked.contains_key(*kind)).collect();
	assert!(missing.is_empty(), "these never worked: {missing:?}");
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(48), failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn each_unit_is_billed_once_per_period_with_any_budget(
		units in 0u16..60, budget in 45u64..200, waits in prop::collection::vec(0u64..45 * DAYS, 1..12)
	) {
		ExtBuilder::default().build().execute_with(|| {
			for _ in 0..units {
				Register::add(1, UnitKind::Residential, 100, 2);
			}
			let charge = create(per_area(), 280);
			Budget::set(Weight::from_parts(budget, 0));
			for wait in waits {
				block(Now::get() + wait);
				Fees::do_try_state().unwrap();
			}
			// Complete the remaining work, and what fell so far behind that it waits for a decision.
			let finish = || {
				for _ in 0..2_000 {
					Fees::on_initialize(1);
				}
			};
			finish();
			if let Some(last) = WaitingPeriods::<Test>::iter_key_prefix(charge).last() {
				Fees::bill_past(RuntimeOrigin::root(), charge, last.id()).unwrap();
				finish();
			}
			let mut period = NOVEMBER;
			let mut periods = 0;
			while start(period) <= Now::get() {
				for unit in 0..4 {
					assert!(Bills::<Test>::contains_key((unit, charge, period)));
				}
				period = period.next(PeriodKind::Month).unwrap();
				periods += 1;
			}
			assert_eq!(Bills::<Test>::iter().count(), periods * (usize::from(units) + 4));
			assert_eq!(Totals::<Test>::get().bills, Bills::<Test>::iter().count() as u64);
			Fees::do_try_state().unwrap();
		});
	}
}
