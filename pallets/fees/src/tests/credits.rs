// SPDX-License-Identifier: Apache-2.0

//! Credit notes: bills lowered by two people, paid or not, alone or in a batch.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::Weight};
use linli_primitives::{ChargeId, Fen, Period};
use sp_runtime::traits::BadOrigin;

/// Bills every unit 10,000 for November and ends the charge.
fn billed() -> ChargeId {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	id
}

fn named(bills: &[(BillKey, Fen)]) -> CreditScope {
	CreditScope::Bills(bills.to_vec().try_into().unwrap())
}

fn batch(charge: ChargeId, period: Period, rate: Fen) -> CreditScope {
	CreditScope::Batch { charge, period, rate }
}

fn propose(scope: CreditScope) -> sp_runtime::DispatchResult {
	Fees::propose_credit(signed(MANAGER), scope, hash(4))
}

fn approve(credit: CreditId) -> sp_runtime::DispatchResult {
	Fees::approve_credit(signed(COMMITTEE), credit)
}

#[test]
fn a_credit_note_takes_two_people_and_lowers_bills_that_are_there() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		let other = BillKey::new(1, 9, NOVEMBER);
		assert_noop!(Fees::propose_credit(signed(BOB), named(&[(key, 1)]), hash(4)), BadOrigin);
		assert_noop!(propose(named(&[])), Error::<Test>::InvalidCredit);
		assert_noop!(propose(named(&[(key, 1), (key, 2)])), Error::<Test>::DuplicateBill);
		assert_noop!(propose(named(&[(other, 1)])), Error::<Test>::BillNotFound);
		assert_noop!(propose(named(&[(key, 10_000)])), Error::<Test>::CreditTooHigh);
		assert_noop!(propose(batch(9, NOVEMBER, 1)), Error::<Test>::ChargeNotFound);
		assert_noop!(propose(batch(charge, DECEMBER, 1)), Error::<Test>::InvalidPeriod);
		assert_noop!(propose(batch(charge, NOVEMBER, 10_000)), Error::<Test>::CreditTooHigh);
		assert_ok!(propose(named(&[(key, 6_000)])));
		assert_eq!(last_event(), Event::CreditProposed { credit: 0, proposer: MANAGER, reason: hash(4) });
		assert_noop!(Fees::approve_credit(signed(BOB), 0), BadOrigin);
		assert_noop!(Fees::approve_credit(signed(MANAGER), 0), Error::<Test>::OwnCredit);
		assert_noop!(approve(1), Error::<Test>::CreditNotFound);
		SamePerson::set(vec![(COMMITTEE, MANAGER)]);
		assert_noop!(approve(0), Error::<Test>::OwnCredit);
		SamePerson::set(vec![(COMMITTEE, 4)]);
		assert_ok!(Fees::pay(signed(4), 1, 1, None));
		assert_noop!(approve(0), Error::<Test>::OwnMatter);
		SamePerson::set(vec![]);
		assert_ok!(approve(0));
		assert_eq!(last_event(), Event::CreditApproved { credit: 0, approver: COMMITTEE });
		assert_noop!(approve(0), Error::<Test>::CreditAlreadyApproved);
		assert_noop!(Fees::withdraw_credit(signed(MANAGER), 0), Error::<Test>::CreditAlreadyApproved);
		// It is worked off in the next block.
		assert_eq!(owed(1), 9_999);
		block(Now::get());
		assert_eq!(owed(1), 5_999);
		let done = CreditDone { bills: 1, failed: 0, off: 4_000, refund: 0, restored: 0 };
		assert!(events().contains(&Event::BillCredited {
			credit: 0,
			bill: key,
			principal: 6_000,
			off: 4_000,
			refund: 0
		}));
		assert!(events().contains(&Event::CreditCompleted { credit: 0, done }));
		assert_eq!(Fees::credit(0).unwrap().state, CreditState::Completed { by: COMMITTEE, done });
		assert_eq!(Fees::credits(None, 9).len(), 1);
		let head = StatementHeads::<Test>::get(1);
		let line = Statements::<Test>::get(1, head.entry_count - 1).unwrap();
		assert_eq!((line.kind, line.amount), (EntryKind::Credit { credit: 0, bill: key }, 4_000));
	});
}

#[test]
fn proposals_are_bounded_and_can_be_rejected_or_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let scope = || named(&[(BillKey::new(1, charge, NOVEMBER), 1)]);
		assert_ok!(propose(scope()));
		assert_ok!(propose(scope()));
		assert_noop!(propose(scope()), Error::<Test>::TooManyProposals);
		assert_noop!(Fees::reject_credit(signed(BOB), 0), BadOrigin);
		assert_ok!(Fees::reject_credit(signed(COMMITTEE), 0));
		assert_eq!(last_event(), Event::CreditRejected { credit: 0, by: COMMITTEE });
		assert_noop!(Fees::withdraw_credit(signed(COMMITTEE), 1), BadOrigin);
		assert_ok!(Fees::withdraw_credit(signed(MANAGER), 1));
		assert_eq!(last_event(), Event::CreditWithdrawn { credit: 1, by: MANAGER });
		assert_noop!(Fees::withdraw_credit(signed(MANAGER), 1), Error::<Test>::CreditNotFound);
		assert_eq!(OpenProposals::<Test>::iter().count(), 0);
		assert_ok!(propose(scope()));
	});
}

#[test]
fn an_old_bill_cannot_be_credited() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		go_to(start(month(2028, 12)));
		assert_noop!(propose(named(&[(BillKey::new(1, charge, NOVEMBER), 1)])), Error::<Test>::TooOld);
		assert_noop!(propose(batch(charge, NOVEMBER, 1)), Error::<Test>::TooOld);
	});
}

#[test]
fn one_that_was_approved_is_stopped() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(per_area(), 380);
		go_to(start(NOVEMBER) + 6 * DAYS);
		let owed_by = |unit| bill(unit, charge, NOVEMBER).principal.payable();
		let billed: Vec<_> = (0..4).map(owed_by).collect();
		// Before it begins, and after its first bill.
		for (number, bills) in [0, 1].into_iter().enumerate() {
			let id = number as CreditId;
			assert_ok!(propose(batch(charge, NOVEMBER, 280)));
			assert_ok!(approve(id));
			Budget::set(Weight::from_parts(25, 0));
			while matches!(Fees::credit(id).map(|credit| credit.state), Some(CreditState::Approved { .. }))
				&& (0..4).filter(|unit| owed_by(*unit) < billed[*unit as usize]).count() < bills
			{
				Fees::on_initialize(1);
			}
			assert_noop!(Fees::reject_credit(signed(BOB), id), BadOrigin);
			assert_ok!(Fees::reject_credit(signed(COMMITTEE), id));
			assert_eq!(last_event(), Event::CreditRejected { credit: id, by: COMMITTEE });
			assert_noop!(Fees::reject_credit(signed(COMMITTEE), id), Error::<Test>::CreditAlreadyApproved);
			Budget::set(Weight::MAX);
			block(Now::get());
			let lowered = (0..4).filter(|unit| owed_by(*unit) < billed[*unit as usize]).count();
			assert_eq!(lowered, bills);
			ExtBuilder::check();
		}
	});
}

#[test]
fn a_wrong_rate_is_mended_for_all_units_once_with_any_budget() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(per_area(), 380);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, NOVEMBER));
		let billed: Vec<_> = (0..4).map(|unit| bill(unit, charge, NOVEMBER).principal.charged).collect();
		let before = free(ALICE);
		assert_ok!(Fees::pay(signed(ALICE), 0, billed[0], None));
		assert_ok!(propose(batch(charge, NOVEMBER, 280)));
		assert_ok!(approve(0));
		// One bill in a block.
		Budget::set(Weight::from_parts(25, 0));
		System::reset_events();
		for _ in 0..12 {
			Fees::on_initialize(1);
			ExtBuilder::check();
		}
		let credited = |unit| {
			let is_its = |event: &&Event<Test>| matches!(event, Event::BillCredited { bill, .. } if bill.unit == unit);
			events().iter().filter(is_its).count()
		};
		for (unit, area) in [(0u32, 9_803u128), (1, 8_905), (2, 12_000), (3, 6_001)] {
			assert_eq!(credited(unit), 1);
			assert_eq!(bill(unit, charge, NOVEMBER).principal.payable(), (280 * area + 50) / 100);
		}
		assert_eq!(free(ALICE), before - (280 * 9_803 + 50) / 100);
		// Nothing is left to lower.
		assert_ok!(propose(batch(charge, NOVEMBER, 280)));
		assert_ok!(approve(1));
		for _ in 0..12 {
			Fees::on_initialize(1);
		}
		assert_eq!(
			Fees::credit(1).unwrap().state,
			CreditState::Completed { by: COMMITTEE, done: CreditDone::default() }
		);
	});
}

#[test]
fn a_batch_names_the_bills_that_were_lowered_further_before() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = |unit| BillKey::new(unit, charge, NOVEMBER);
		// One further than the batch, one as far, one not at all.
		assert_ok!(propose(named(&[(key(1), 5_000), (key(2), 7_000)])));
		assert_ok!(approve(0));
		block(Now::get());
		assert_ok!(propose(batch(charge, NOVEMBER, 7_000)));
		assert_ok!(approve(1));
		System::reset_events();
		block(Now::get());
		let named: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::CreditPassedOver { credit, bill } => Some((credit, bill)),
				_ => None,
			})
			.collect();
		assert_eq!(named, vec![(1, key(1))]);
		let payable = |unit| bill(unit, charge, NOVEMBER).principal.payable();
		assert_eq!([1, 2, 3].map(payable), [5_000, 7_000, 7_000]);
	});
}

#[test]
fn a_metered_bill_is_lowered_in_proportion() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(water(), 345_670);
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 100_000);
		bill_up_to(DECEMBER);
		let charged = bill(1, charge, NOVEMBER).principal.charged;
		assert_ok!(propose(batch(charge, NOVEMBER, 100_000)));
		assert_ok!(approve(0));
		block(Now::get());
		assert_eq!(bill(1, charge, NOVEMBER).principal.payable(), charged * 100_000 / 345_670);
	});
}

#[test]
fn a_credit_note_gives_back_late_fees_that_would_not_have_run() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		// What is right was paid in time; the rest with a late fee of 100 days.
		assert_ok!(Fees::pay(signed(BOB), 1, 6_000, None));
		go_to(start(NOVEMBER) + 6 * DAYS + 146 * DAYS);
		let before = free(CHEN);
		assert_ok!(Fees::pay(signed(CHEN), 1, 4_200, None));
		assert_eq!(owed(1), 0);
		assert_ok!(propose(named(&[(key, 6_000)])));
		assert_ok!(approve(0));
		block(Now::get());
		assert_eq!(free(CHEN), before);
		assert_eq!(bill(1, charge, NOVEMBER).late.standing(), 0);
	});
}

/// Lets `days` pass after the grace, pays, and credits the bill of unit 1 down to `to`.
fn pay_late_and_credit(charge: ChargeId, payments: &[(u64, AccountId, Fen)], days: u64, to: Fen) -> Bill<AccountId> {
	let grace_ends = start(NOVEMBER) + 6 * DAYS + 46 * DAYS;
	for (day, payer, amount) in payments {
		go_to(grace_ends + day * DAYS);
		assert_ok!(Fees::pay(signed(*payer), 1, *amount, None));
	}
	go_to(grace_ends + days * DAYS);
	assert_ok!(propose(named(&[(BillKey::new(1, charge, NOVEMBER), to)])));
	assert_ok!(approve(0));
	block(Now::get());
	bill(1, charge, NOVEMBER)
}

#[test]
fn late_fee_paid_too_much_pays_open_principal_before_anything_goes_back() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let before = free(BOB);
		// The fee is at its cap of 3,000, later of 1,500.
		let bill = pay_late_and_credit(charge, &[(600, BOB, 3_000)], 600, 5_000);
		assert_eq!((bill.late.paid, bill.late.owed()), (1_500, 0));
		assert_eq!((bill.principal.paid, bill.principal.owed()), (1_500, 3_500));
		assert_eq!((free(BOB), owed(1)), (before - 3_000, 3_500));
		assert!(!events().iter().any(|event| matches!(event, Event::BillRefunded { .. })));
		let done = CreditDone { bills: 1, failed: 0, off: 6_500, refund: 0, restored: 0 };
		assert_eq!(Fees::credit(0).unwrap().state, CreditState::Completed { by: COMMITTEE, done });
		assert_eq!(StatementHeads::<Test>::get(1).owed, 3_500);
		assert_eq!(Ledger::balance(0), 3_000);
	});
}

#[test]
fn what_is_left_of_it_goes_back_last_payment_first() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let (bob, chen) = (free(BOB), free(CHEN));
		// Chen paid 2,000 of the late fee, Bob 1,000 and 4,000 of the principal: 1,500 are too much, 1,000 are open.
		let bill = pay_late_and_credit(charge, &[(600, CHEN, 2_000), (600, BOB, 5_000)], 600, 5_000);
		assert!(!bill.is_open());
		assert_eq!((free(BOB), free(CHEN)), (bob - 5_000 + 500, chen - 2_000));
		let parts = Fees::contributions(BillKey::new(1, charge, NOVEMBER));
		let parts: Vec<_> = parts.iter().map(|part| (part.payer, part.principal, part.late)).collect();
		assert_eq!(parts, vec![(CHEN, 1_000, 1_000), (BOB, 4_000, 500)]);
	});
}

#[test]
fn principal_paid_by_it_bears_no_late_fee_from_then_on() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let before = free(BOB);
		// Of 500, 400 would have been owed by now on 4,000; the rest was principal from day 100 on, and saved 6 more.
		let bill = pay_late_and_credit(charge, &[(100, BOB, 500)], 200, 4_000);
		assert_eq!((bill.late.paid, bill.late.owed()), (394, 0));
		assert_eq!((bill.principal.paid, bill.principal.owed()), (106, 3_894));
		assert_eq!(bill.fen_days, 4_000 * 100 + 3_894 * 100);
		assert_eq!(free(BOB), before - 500);
	});
}

#[test]
fn a_bill_whose_pot_cannot_pay_stays_and_does_not_stop_the_others() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		let emptied = <Ledger as linli_primitives::traits::FundLedger<_>>::withdraw(
			0,
			&6,
			10_000,
			linli_primitives::Cause::Donation,
		);
		assert_ok!(emptied);
		let (paid, open) = (BillKey::new(1, charge, NOVEMBER), BillKey::new(2, charge, NOVEMBER));
		assert_ok!(propose(named(&[(paid, 1), (open, 1)])));
		assert_ok!(approve(0));
		block(Now::get());
		assert!(events().contains(&Event::CreditFailed { credit: 0, bill: paid }));
		assert_eq!(bill(1, charge, NOVEMBER).principal.payable(), 10_000);
		assert_eq!(bill(2, charge, NOVEMBER).principal.payable(), 1);
		let done = CreditDone { bills: 1, failed: 1, off: 9_999, refund: 0, restored: 0 };
		assert_eq!(Fees::credit(0).unwrap().state, CreditState::Completed { by: COMMITTEE, done });
	});
}

#[test]
fn a_credit_note_that_was_a_mistake_is_undone() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(per_area(), 280);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, NOVEMBER));
		let principal = |unit| bill(unit, charge, NOVEMBER).principal;
		let billed: Vec<_> = (0..4).map(|unit| principal(unit).charged).collect();
		assert_ok!(Fees::pay(signed(ALICE), 0, billed[0], None));
		// One point too few.
		assert_ok!(propose(batch(charge, NOVEMBER, 28)));
		assert_noop!(propose(CreditScope::Undo { credit: 0 }), Error::<Test>::CreditNotCompleted);
		assert_ok!(approve(0));
		block(Now::get());
		assert!((0..4).all(|unit| principal(unit).payable() < billed[unit as usize] / 9));
		assert_eq!(Credited::<Test>::iter().count(), 4);
		// Refunded, so it is owed again once it is undone.
		assert_eq!(owed(0), 0);
		assert_noop!(propose(CreditScope::Undo { credit: 9 }), Error::<Test>::CreditNotFound);
		assert_ok!(propose(CreditScope::Undo { credit: 0 }));
		assert_noop!(Fees::approve_credit(signed(MANAGER), 1), Error::<Test>::OwnCredit);
		assert_ok!(approve(1));
		block(Now::get());
		let low = (28 * 9_803 + 50) / 100;
		assert!((0..4).all(|unit| principal(unit).payable() == billed[unit as usize]));
		assert_eq!(owed(0), billed[0] - low);
		let restored = billed.iter().sum::<Fen>() - (0..4).map(|unit| lines_of(unit).0).sum::<Fen>();
		let done = CreditDone { bills: 4, failed: 0, off: 0, refund: 0, restored };
		assert_eq!(Fees::credit(1).unwrap().state, CreditState::Completed { by: COMMITTEE, done });
		// Once.
		assert_ok!(propose(CreditScope::Undo { credit: 0 }));
		assert_ok!(approve(2));
		block(Now::get());
		assert!((0..4).all(|unit| principal(unit).payable() == billed[unit as usize]));
		assert_noop!(propose(CreditScope::Undo { credit: 1 }), Error::<Test>::InvalidCredit);
		// No late fee comes of the mistake.
		go_to(start(month(2027, 6)));
		assert_eq!(Fees::dues(0).late, 0);
	});
}

/// What the first credit note left of the unit's bill, and the kind of the last line of its statement.
fn lines_of(unit: u32) -> (Fen, EntryKind) {
	let head = StatementHeads::<Test>::get(unit);
	let lines = (0..head.entry_count).filter_map(|line| Statements::<Test>::get(unit, line));
	let restored = lines.clone().find_map(|line| match line.kind {
		EntryKind::Restored { bill, .. } => {
			Some((Bills::<Test>::get(bill.parts()).unwrap().principal.charged - line.amount, line.kind))
		}
		_ => None,
	});
	restored.unwrap()
}

#[test]
fn a_bill_that_was_lowered_too_far_is_raised_by_name() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		let restored = |to| CreditScope::Restored(vec![(key, to)].try_into().unwrap());
		assert_noop!(propose(restored(10_001)), Error::<Test>::InvalidRestoration);
		assert_ok!(propose(named(&[(key, 600)])));
		assert_ok!(approve(0));
		block(Now::get());
		assert_eq!(owed(1), 600);
		assert_noop!(propose(restored(600)), Error::<Test>::InvalidRestoration);
		assert_noop!(propose(restored(10_001)), Error::<Test>::InvalidRestoration);
		assert_noop!(propose(CreditScope::Restored(Default::default())), Error::<Test>::InvalidCredit);
		assert_ok!(propose(restored(6_000)));
		assert_ok!(approve(1));
		block(Now::get());
		assert_eq!(owed(1), 6_000);
		assert!(events().contains(&Event::BillRestored { credit: 1, bill: key, principal: 6_000, amount: 5_400 }));
		// A ruling that was a mistake, too; but not while the bill is disputed again.
		assert_ok!(Fees::dispute(signed(BOB), key, hash(1)));
		assert_ok!(Fees::rule_dispute(signed(COMMITTEE), key, Ruling::Reduced { to: 55 }));
		assert_eq!(owed(1), 55);
		assert_ok!(propose(restored(5_500)));
		assert_ok!(approve(2));
		block(Now::get());
		assert_eq!(owed(1), 5_500);
	});
}

#[test]
fn a_bill_that_is_disputed_is_not_raised() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		assert_ok!(propose(named(&[(key, 600)])));
		assert_ok!(approve(0));
		block(Now::get());
		assert_ok!(Fees::dispute(signed(BOB), key, hash(1)));
		assert_ok!(propose(CreditScope::Undo { credit: 0 }));
		assert_ok!(approve(1));
		block(Now::get());
		assert_eq!(bill(1, charge, NOVEMBER).principal.payable(), 600);
		assert!(events().contains(&Event::CreditFailed { credit: 1, bill: key }));
		// It is not used up.
		assert_ok!(Fees::withdraw_dispute(signed(BOB), key));
		assert_ok!(propose(CreditScope::Undo { credit: 0 }));
		assert_ok!(approve(2));
		block(Now::get());
		assert_eq!(owed(1), 10_000);
	});
}

#[test]
fn a_batch_counts_what_was_waived() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = |unit| BillKey::new(unit, charge, NOVEMBER);
		let waive = |unit, amount| {
			assert_ok!(Fees::propose_waiver(signed(MANAGER), key(unit), amount, 0, hash(1)));
			assert_ok!(Fees::approve_waiver(signed(COMMITTEE), key(unit), amount, 0));
		};
		// Less than what the rate was too high by, and more.
		waive(1, 1_000);
		waive(2, 5_000);
		assert_ok!(propose(batch(charge, NOVEMBER, 8_000)));
		assert_ok!(approve(0));
		block(Now::get());
		let owed = [0, 1, 2].map(|unit| bill(unit, charge, NOVEMBER).principal.owed());
		assert_eq!(owed, [8_000, 8_000, 5_000]);
	});
}

#[test]
fn nobody_with_an_interest_answers_a_credit_note() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = |unit| BillKey::new(unit, charge, NOVEMBER);
		let reject = |id| Fees::reject_credit(signed(COMMITTEE), id);
		assert_ok!(propose(named(&[(key(0), 1), (key(1), 1)])));
		Register::replace(1, COMMITTEE);
		assert_noop!(approve(0), Error::<Test>::OwnMatter);
		assert_noop!(reject(0), Error::<Test>::OwnMatter);
		// Related to somebody who paid.
		Register::replace(1, BOB);
		SamePerson::set(vec![(COMMITTEE, 4)]);
		assert_ok!(Fees::pay(signed(4), 1, 1, None));
		assert_noop!(reject(0), Error::<Test>::OwnMatter);
		// A manager does not withdraw what another proposed against them.
		Register::replace(1, MANAGER);
		Credits::<Test>::mutate(0, |credit| credit.as_mut().unwrap().proposer = 5);
		OpenProposals::<Test>::remove(MANAGER);
		OpenProposals::<Test>::insert(5, 1);
		assert_noop!(Fees::withdraw_credit(signed(MANAGER), 0), Error::<Test>::OwnMatter);
		SamePerson::set(vec![(MANAGER, 5)]);
		assert_ok!(Fees::withdraw_credit(signed(MANAGER), 0));
		// In a batch everybody has one.
		Register::replace(1, COMMITTEE);
		assert_ok!(propose(batch(charge, NOVEMBER, 1)));
		assert_ok!(reject(1));
	});
}

#[test]
fn nobody_with_an_interest_stops_a_credit_note() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		assert_ok!(propose(named(&[(BillKey::new(1, charge, NOVEMBER), 1)])));
		assert_ok!(approve(0));
		Register::replace(1, COMMITTEE);
		assert_noop!(Fees::reject_credit(signed(COMMITTEE), 0), Error::<Test>::OwnMatter);
		block(Now::get());
		assert_eq!(bill(1, charge, NOVEMBER).principal.payable(), 1);
	});
}
