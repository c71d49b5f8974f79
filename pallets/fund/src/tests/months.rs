// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, CauseSum, Closes, Error, Event, MonthBook, MonthClose, Months};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY,
	traits::{ClosedMonths, FundLedger},
	Cause, CauseKind, Moment, Period, PeriodKind, UtcOffset,
};
use sp_runtime::DispatchError::BadOrigin;

/// The first moment of the month after `month`.
fn end(month: Period) -> Moment {
	TestCalendar::get().end(month, PeriodKind::Month).unwrap()
}

fn sum(kind: CauseKind, received: u128, spent: u128) -> CauseSum {
	CauseSum { kind, received, spent }
}

#[test]
fn the_first_entry_after_local_midnight_starts_a_new_book() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
		Now::set(end(NOVEMBER) - 1);
		assert_ok!(Fund::donate(signed(BOB), INCOME, 500));
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), INCOME, REPAIR, 300));
		Now::set(end(NOVEMBER));
		assert_ok!(Fund::donate(signed(BOB), INCOME, 7));

		let november = Months::<Test>::get(INCOME, NOVEMBER).unwrap();
		assert_eq!(november, Fund::month(INCOME, NOVEMBER).unwrap());
		assert_eq!((november.opening, november.closing()), (0, Some(1_200)));
		assert_eq!((november.first_entry, november.entry_count), (0, 3));
		let sums = [sum(CauseKind::Transfer, 0, 300), sum(CauseKind::Donation, 1_500, 0)];
		assert_eq!(november.sums.to_vec(), sums);
		let december = Fund::month(INCOME, DECEMBER).unwrap();
		assert_eq!((december.opening, december.closing()), (1_200, Some(1_207)));
		assert_eq!((december.first_entry, december.entry_count), (3, 1));
	});
}

#[test]
fn the_book_of_a_month_without_entries_has_the_balance() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
		Now::set(end(JANUARY));
		// After the last entry, and between two entries.
		assert_eq!(Fund::month(INCOME, JANUARY), Some(MonthBook::new(JANUARY, 1_000, 1)));
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1));
		assert_eq!(Fund::month(INCOME, JANUARY), Some(MonthBook::new(JANUARY, 1_000, 1)));
		assert_eq!(Fund::month(INCOME, DECEMBER), Some(MonthBook::new(DECEMBER, 1_000, 1)));
		// Before the first entry.
		let october = Period { year: 2026, month: 10 };
		assert_eq!(Fund::month(INCOME, october), Some(MonthBook::new(october, 0, 0)));
		assert_eq!(Fund::month(INCOME, FEBRUARY).unwrap().closing(), Some(1_001));
		assert_eq!(Fund::month(INCOME, FEBRUARY.next(PeriodKind::Month).unwrap()), None);
		assert_eq!(Fund::month(9, JANUARY), None);
	});
}

#[test]
fn a_pot_has_no_books_before_it_was_opened() {
	ExtBuilder.build_and_execute(|| {
		Now::set(end(NOVEMBER));
		assert_ok!(Fund::open_pot(RuntimeOrigin::root(), crate::PotKind::Other, b"Lift".to_vec().try_into().unwrap()));
		assert_eq!(Fund::month(3, NOVEMBER), None);
		assert_eq!(Fund::month(3, DECEMBER), Some(MonthBook::new(DECEMBER, 0, 0)));
	});
}

#[test]
fn the_first_month_opens_with_the_balance_of_genesis() {
	ExtBuilder.build_and_execute(|| {
		Now::set(0);
		assert_ok!(Fund::issue(REPAIR, 900, Cause::Donation));
		Now::set(START);
		assert_ok!(Fund::issue(REPAIR, 1, Cause::Donation));
		assert_eq!(Fund::month(REPAIR, Period::OPENING).unwrap().closing(), Some(900));
		assert_eq!(Fund::month(REPAIR, Period { year: 2026, month: 10 }).unwrap().opening, 900);
		assert_eq!(Fund::month(REPAIR, NOVEMBER).unwrap().opening, 900);
	});
}

#[test]
fn a_month_closes_once_it_is_over_and_attested() {
	ExtBuilder.build_and_execute(|| {
		let close = |month| Fund::close_month(signed(AUDITOR), month);
		assert_noop!(Fund::close_month(signed(ALICE), NOVEMBER), BadOrigin);
		assert_noop!(close(Period { year: 2026, month: 13 }), Error::<Test>::InvalidMonth);
		Now::set(end(NOVEMBER) - 1);
		Attested::set(vec![(NOVEMBER, 0)]);
		assert_noop!(close(NOVEMBER), Error::<Test>::MonthNotOver);
		Now::set(end(NOVEMBER));
		Attested::set(vec![]);
		assert_noop!(close(NOVEMBER), Error::<Test>::MonthNotAttested);
		Attested::set(vec![(NOVEMBER, -25)]);
		Unconfirmed::set(vec![NOVEMBER]);
		assert_noop!(close(NOVEMBER), Error::<Test>::MonthNotConfirmed);
		assert!(!Fund::is_closed(NOVEMBER));
		Unconfirmed::set(vec![]);
		assert_ok!(close(NOVEMBER));

		let expected =
			MonthClose { statement: STATEMENT, difference: -25, moment: end(NOVEMBER), by: AUDITOR, confirmed: true };
		assert_eq!(Fund::month_close(NOVEMBER), Some(expected));
		assert_eq!(Fund::last_closed(), Some(NOVEMBER));
		let event =
			Event::MonthClosed { month: NOVEMBER, statement: STATEMENT, difference: -25, by: AUDITOR, confirmed: true };
		System::assert_has_event(event.into());
		assert!(Fund::is_closed(NOVEMBER) && Fund::is_closed(Period { year: 2026, month: 1 }));
		assert!(!Fund::is_closed(DECEMBER));
	});
}

#[test]
fn nobody_closes_a_month_that_they_attested() {
	ExtBuilder.build_and_execute(|| {
		Now::set(end(NOVEMBER));
		Attested::set(vec![(NOVEMBER, 0)]);
		let close = || Fund::close_month(signed(AUDITOR), NOVEMBER);
		Attester::set(Some(AUDITOR));
		assert_noop!(close(), Error::<Test>::OwnAttestation);
		// Nor with another account of the same owner.
		Attester::set(Some(BOB));
		SecondAccount::set(Some(BOB));
		assert_noop!(close(), Error::<Test>::OwnAttestation);
		SecondAccount::set(None);
		assert_ok!(close());
	});
}

#[test]
fn months_close_in_order_and_once() {
	ExtBuilder.build_and_execute(|| {
		Now::set(end(JANUARY) + DAY);
		Attested::set(vec![(NOVEMBER, 0), (DECEMBER, 0), (JANUARY, 0)]);
		let close = |month| Fund::close_month(signed(AUDITOR), month);
		assert_ok!(close(NOVEMBER));
		assert_noop!(close(NOVEMBER), Error::<Test>::MonthClosed);
		assert_noop!(close(Period { year: 2026, month: 10 }), Error::<Test>::MonthClosed);
		assert_noop!(close(JANUARY), Error::<Test>::MonthOutOfOrder);
		assert_ok!(close(DECEMBER));
		assert_ok!(close(JANUARY));
		assert_eq!(Closes::<Test>::iter().count(), 3);
	});
}

#[test]
fn earmarked_money_cannot_be_transferred() {
	ExtBuilder.build_and_execute(|| {
		let deposit = Cause::RepairDeposit { unit: 7 };
		let preservation = frame_support::traits::tokens::Preservation::Expendable;
		assert_ok!(Fund::deposit(REPAIR, &ALICE, 600, deposit, preservation));
		assert_ok!(Fund::donate(signed(BOB), REPAIR, 50));
		let transfer = |amount| Fund::transfer(RuntimeOrigin::root(), REPAIR, INCOME, amount);
		assert_noop!(transfer(51), Error::<Test>::FundsEarmarked);
		assert_ok!(transfer(50));
		// A project's withdrawal reduces the shares first.
		assert_ok!(Fund::withdraw(REPAIR, &BOB, 600, Cause::Project { project: 0 }));
	});
}

/// Changes the community's offset from UTC+8 to `minutes` from December on.
fn change_offset(minutes: i16) {
	TestCalendar::change(DECEMBER, minutes);
}

#[test]
fn no_entry_changes_its_month_when_the_offset_changes() {
	for minutes in [300, 660] {
		ExtBuilder.build_and_execute(|| {
			assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
			change_offset(minutes);
			let midnight = NOVEMBER.end(PeriodKind::Month, UtcOffset::PLUS_8).unwrap();
			// Around the change of the clocks, and around the start of the new month.
			let mut moments = vec![midnight - 1, midnight, end(NOVEMBER) - 1, end(NOVEMBER), end(NOVEMBER) + DAY];
			moments.sort_unstable();
			for moment in &moments {
				Now::set(*moment);
				assert_ok!(Fund::donate(signed(BOB), INCOME, 1));
				Fund::do_try_state().unwrap();
			}
			let november = 1_000 + moments.iter().filter(|moment| **moment < end(NOVEMBER)).count() as u128;
			assert_eq!(Fund::month(INCOME, NOVEMBER).unwrap().closing(), Some(november));
			assert_eq!(Fund::month(INCOME, NOVEMBER).unwrap().opening, 0);
			assert_eq!(Fund::month(INCOME, DECEMBER).unwrap().opening, november);
			assert_eq!(Fund::month(INCOME, DECEMBER).unwrap().closing(), Some(1_005));
			// The month can be closed now that it is over.
			Attested::set(vec![(NOVEMBER, 0)]);
			assert_ok!(Fund::close_month(signed(AUDITOR), NOVEMBER));
		});
	}
}

#[test]
fn setting_clocks_back_delays_the_close_of_the_month() {
	ExtBuilder.build_and_execute(|| {
		change_offset(300);
		Attested::set(vec![(NOVEMBER, 0)]);
		let midnight = NOVEMBER.end(PeriodKind::Month, UtcOffset::PLUS_8).unwrap();
		assert_eq!(end(NOVEMBER), midnight + 3 * DAY / 24);
		Now::set(end(NOVEMBER) - 1);
		assert_noop!(Fund::close_month(signed(AUDITOR), NOVEMBER), Error::<Test>::MonthNotOver);
		Now::set(end(NOVEMBER));
		assert_ok!(Fund::close_month(signed(AUDITOR), NOVEMBER));
	});
}
