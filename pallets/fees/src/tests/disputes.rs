// SPDX-License-Identifier: Apache-2.0

//! Disputes and rulings.

use crate::{api::ArrearsPage, mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::OwnersRegister, Cause, ChargeId};
use sp_runtime::traits::BadOrigin;

/// Bills every unit 10,000; returns the charge and the moment from which late fees accrue.
fn billed() -> (ChargeId, u64) {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	(id, start(NOVEMBER) + 6 * DAYS + 46 * DAYS)
}

fn dispute(who: AccountId, unit: u32, charge: ChargeId) -> sp_runtime::DispatchResult {
	Fees::dispute(signed(who), BillKey::new(unit, charge, NOVEMBER), hash(1))
}

fn rule(unit: u32, charge: ChargeId, ruling: Ruling) -> sp_runtime::DispatchResult {
	Fees::rule_dispute(signed(COMMITTEE), BillKey::new(unit, charge, NOVEMBER), ruling)
}

#[test]
fn only_the_owner_can_dispute_and_only_once() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_noop!(dispute(CHEN, 1, charge), Error::<Test>::NotOwner);
		assert_noop!(dispute(MANAGER, 1, charge), Error::<Test>::NotOwner);
		assert_noop!(dispute(BOB, 1, 9), Error::<Test>::BillNotFound);
		assert_ok!(dispute(BOB, 1, charge));
		assert_eq!(
			last_event(),
			Event::BillDisputed { bill: BillKey::new(1, charge, NOVEMBER), by: BOB, reason: hash(1) }
		);
		assert_noop!(dispute(BOB, 1, charge), Error::<Test>::AlreadyDisputed);
		assert_noop!(Fees::rule_dispute(signed(MANAGER), BillKey::new(1, charge, NOVEMBER), Ruling::Upheld), BadOrigin);
		assert_noop!(rule(2, charge, Ruling::Upheld), Error::<Test>::NotDisputed);
		assert_noop!(rule(2, 9, Ruling::Upheld), Error::<Test>::BillNotFound);
		assert_noop!(rule(1, charge, Ruling::Reduced { to: 10_000 }), Error::<Test>::RulingTooHigh);
		assert_ok!(rule(1, charge, Ruling::Upheld));
		assert_noop!(rule(1, charge, Ruling::Upheld), Error::<Test>::NotDisputed);
		assert_noop!(dispute(BOB, 1, charge), Error::<Test>::AlreadyDisputed);
	});
}

#[test]
fn a_paid_bill_can_be_disputed_and_what_was_paid_too_much_comes_back() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		let before = free(CHEN);
		assert_ok!(Fees::pay(signed(CHEN), 2, 10_000, None));
		go_to(late + 100 * DAYS);
		assert_ok!(dispute(CHEN, 2, charge));
		// Nothing moves until the ruling.
		assert_eq!((free(CHEN), owed(2)), (before - 10_000, 0));
		assert_ok!(rule(2, charge, Ruling::Reduced { to: 3_000 }));
		assert_eq!(free(CHEN), before - 3_000);
		assert_eq!((owed(2), bill(2, charge, NOVEMBER).late), (0, Debt::default()));
	});
}

#[test]
fn a_bill_can_be_disputed_for_24_months() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		go_to(start(month(2028, 12)) - 1);
		assert_ok!(dispute(BOB, 1, charge));
		go_to(start(month(2028, 12)));
		assert_noop!(dispute(CHEN, 2, charge), Error::<Test>::TooOld);
	});
}

#[test]
fn a_stranger_who_adds_a_fen_does_not_take_the_refund() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		let (bob, chen) = (free(BOB), free(CHEN));
		assert_ok!(Fees::pay(signed(BOB), 1, 9_999, None));
		assert_ok!(Fees::pay(signed(CHEN), 1, 1, None));
		assert_ok!(dispute(BOB, 1, charge));
		System::reset_events();
		assert_ok!(rule(1, charge, Ruling::Reduced { to: 4_000 }));
		assert_eq!((free(BOB), free(CHEN)), (bob - 4_000, chen));
		// The last payment first.
		let refunds: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::BillRefunded { bill, payer, amount } => Some((bill, payer, amount)),
				_ => None,
			})
			.collect();
		assert_eq!(refunds, vec![(key, CHEN, 1), (key, BOB, 5_999)]);
		let left = Fees::contributions(key);
		assert_eq!(left.iter().map(|part| (part.payer, part.total())).collect::<Vec<_>>(), vec![(BOB, 4_000)]);
	});
}

#[test]
fn strangers_cannot_take_all_places_and_a_bill_can_always_be_paid() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		// Half of six places for strangers.
		for payer in [4, 5, 6] {
			assert_ok!(Fees::pay(signed(payer), 1, 1, None));
		}
		assert_noop!(Fees::pay(signed(CHEN), 1, 1, None), Error::<Test>::TooManyParts);
		assert_ok!(Fees::pay(signed(BOB), 1, 1, None));
		assert_ok!(Fees::pay(signed(BOB), 1, 1, None));
		// The last place is for what is left.
		assert_noop!(Fees::pay(signed(BOB), 1, 1, None), Error::<Test>::TooManyParts);
		assert_ok!(Fees::pay(signed(CHEN), 1, 9_995, None));
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn one_stranger_takes_two_places_at_most() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_ok!(Fees::pay(signed(CHEN), 1, 1, None));
		assert_ok!(Fees::pay(signed(CHEN), 1, 1, None));
		assert_noop!(Fees::pay(signed(CHEN), 1, 1, None), Error::<Test>::TooManyParts);
		// Others still have a place, and the owner has more.
		assert_ok!(Fees::pay(signed(4), 1, 1, None));
		assert_ok!(Fees::pay(signed(BOB), 1, 1, None));
		assert_ok!(Fees::pay(signed(CHEN), 1, 9_996, None));
		assert_eq!(owed(1), 0);
		assert_eq!(Fees::contributions(BillKey::new(1, charge, NOVEMBER)).len(), 5);
	});
}

#[test]
fn nobody_rules_in_a_matter_of_their_own() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_ok!(dispute(BOB, 1, charge));
		SamePerson::set(vec![(COMMITTEE, BOB)]);
		assert_noop!(rule(1, charge, Ruling::Upheld), Error::<Test>::OwnMatter);
	});
}

#[test]
fn silence_does_not_hold_a_dispute() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		let late_ruling = || Fees::rule_dispute(RuntimeOrigin::root(), key, Ruling::Reduced { to: 6_000 });
		assert_noop!(Fees::withdraw_dispute(signed(BOB), key), Error::<Test>::NotDisputed);
		assert_ok!(dispute(BOB, 1, charge));
		pass(20 * DAYS);
		// A standstill is not the auditor's silence.
		stand_still(15 * DAYS);
		assert_noop!(late_ruling(), Error::<Test>::RulingTimeRunning);
		pass(10 * DAYS);
		assert_ok!(late_ruling());
		assert_eq!(bill(1, charge, NOVEMBER).principal.payable(), 6_000);
		// The owner can withdraw a dispute.
		let key = BillKey::new(2, charge, NOVEMBER);
		assert_ok!(dispute(CHEN, 2, charge));
		assert_noop!(Fees::withdraw_dispute(signed(BOB), key), Error::<Test>::NotOwner);
		assert_ok!(Fees::withdraw_dispute(signed(CHEN), key));
		assert_eq!(last_event(), Event::DisputeWithdrawn { bill: key, by: CHEN });
		assert_eq!(Fees::oldest_open(2, 9), vec![key]);
	});
}

#[test]
fn no_late_fee_accrues_while_the_chain_stands_still() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed();
		go_to(late);
		stand_still(9 * DAYS);
		assert_eq!(owed(1), 10_000);
		pass(2 * DAYS);
		assert_eq!(owed(1), 10_010);
	});
}

#[test]
fn no_late_fee_accrues_until_the_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		go_to(late + 10 * DAYS);
		assert_ok!(dispute(BOB, 1, charge));
		go_to(late + 100 * DAYS);
		assert_eq!(Fees::bill(BillKey::new(1, charge, NOVEMBER)).unwrap().late_owed, 50);
		assert_eq!(owed(1), 10_050);
		assert_eq!(Fees::dues(1).disputed, 10_050);
		assert_eq!(Fees::dues(1).overdue, 0);
		assert_ok!(rule(1, charge, Ruling::Upheld));
		assert_eq!(owed(1), 10_050);
		go_to(late + 110 * DAYS);
		assert_eq!(owed(1), 10_100);
		assert_eq!(owed(2), 10_000 + 550);
	});
}

#[test]
fn a_dispute_extends_the_grace() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		assert_ok!(dispute(BOB, 1, charge));
		go_to(start(NOVEMBER) + 26 * DAYS);
		assert_ok!(rule(1, charge, Ruling::Upheld));
		go_to(late + 20 * DAYS);
		assert_eq!(owed(1), 10_000);
		go_to(late + 21 * DAYS);
		assert_eq!(owed(1), 10_005);
	});
}

#[test]
fn a_disputed_bill_is_not_collected_but_can_be_chosen() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_ok!(dispute(BOB, 1, charge));
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 100_000, None, false, false));
		go_to(start(NOVEMBER) + 8 * DAYS);
		assert!(bill(1, charge, NOVEMBER).is_open());
		let chosen = Some(vec![BillKey::new(1, charge, NOVEMBER)].try_into().unwrap());
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, chosen));
		assert!(!bill(1, charge, NOVEMBER).is_open());
		assert_eq!(Fees::dues(1).bills, 0);
		assert_ok!(rule(1, charge, Ruling::Upheld));
		assert_eq!(OpenBills::<Test>::iter_key_prefix(1).count(), 0);
	});
}

#[test]
fn a_reduction_reduces_the_late_fee_and_refunds_the_excess() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		go_to(late + 100 * DAYS);
		// 500 for the late fee, 7,000 for the principal.
		assert_ok!(Fees::pay(signed(BOB), 1, 7_500, None));
		assert_ok!(dispute(BOB, 1, charge));
		let before = free(BOB);
		assert_ok!(rule(1, charge, Ruling::Reduced { to: 6_000 }));
		let bill = bill(1, charge, NOVEMBER);
		assert_eq!((bill.principal.reduced, bill.principal.paid), (4_000, 6_000));
		assert_eq!((bill.late.reduced, bill.late.paid), (200, 300));
		assert!(!bill.is_open());
		assert_eq!(free(BOB), before + 1_200);
		assert_eq!(
			Entries::get(0).last(),
			Some(&(false, 1_200, Cause::Refund { bill: BillKey::new(1, charge, NOVEMBER) }))
		);
		let line = Fees::statement(1, bill.lines.end - 1, 1).lines.remove(0).1;
		assert_eq!(line.kind, EntryKind::Refund { bill: BillKey::new(1, charge, NOVEMBER), entry: 2 });
		assert_eq!(line.ledger_entries(), 2..3);
		let ruling = Ruling::Reduced { to: 6_000 };
		assert_eq!(
			last_event(),
			Event::DisputeRuled { bill: BillKey::new(1, charge, NOVEMBER), ruling, off: 4_200, refund: 1_200 }
		);
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn an_unpaid_bill_can_be_reduced_to_zero() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_ok!(dispute(BOB, 1, charge));
		assert_ok!(rule(1, charge, Ruling::Reduced { to: 0 }));
		assert_eq!(owed(1), 0);
		assert!(Fees::bills_of(1, true, None, 10).is_empty());
		// The unpaid rest of a reduced bill stays open.
		assert_ok!(dispute(CHEN, 2, charge));
		assert_ok!(rule(2, charge, Ruling::Reduced { to: 4_000 }));
		assert_eq!(owed(2), 4_000);
		assert_eq!(Fees::oldest_open(2, 9), vec![BillKey::new(2, charge, NOVEMBER)]);
	});
}

#[test]
fn a_ruling_fails_if_the_pot_cannot_pay_the_refund() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_ok!(Fees::pay(signed(BOB), 1, 9_000, None));
		assert_ok!(dispute(BOB, 1, charge));
		let pot = <Ledger as linli_primitives::traits::FundLedger<_>>::withdraw(0, &6, 9_000, Cause::Donation);
		assert_ok!(pot);
		frame_support::assert_storage_noop!(assert!(frame_support::storage::with_storage_layer(|| rule(
			1,
			charge,
			Ruling::Reduced { to: 1 }
		))
		.is_err()));
		assert!(bill(1, charge, NOVEMBER).is_disputed());
	});
}

#[test]
fn arrears_are_sums_over_units() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		go_to(late);
		assert_ok!(dispute(BOB, 1, charge));
		let units = <Test as crate::Config>::Register::unit_count();
		let dues: Vec<_> = (0..units).map(Fees::dues).collect();
		let all = Fees::arrears(0, 100);
		assert_eq!(all.overdue, dues.iter().map(|dues| dues.overdue).sum::<u128>());
		assert_eq!(all.units as usize, dues.iter().filter(|dues| dues.overdue > 0).count());
		assert!(all.units > 0 && all.next.is_none());
		assert_eq!(all.disputed, Fees::dues(1).disputed);
		// The sums over all pages are the same; a page has at least one unit.
		let (mut overdue, mut from) = (0, Some(0));
		while let Some(unit) = from {
			let page = Fees::arrears(unit, 0);
			overdue += page.overdue;
			from = page.next;
		}
		assert_eq!(overdue, all.overdue);
		assert_eq!(Fees::arrears(units + 1, 9), ArrearsPage::default());
	});
}
