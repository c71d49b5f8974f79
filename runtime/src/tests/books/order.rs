// SPDX-License-Identifier: Apache-2.0

//! The order of events around an entry, the same in all pallets (`docs/architecture.md`): the explaining event, falling
//! shares, the entry, rising shares.

use super::*;
use pallet_linli_cashier::Event as Bank;
use pallet_linli_deposits::Event as Renovating;
use pallet_linli_expenses::Event as Spending;
use pallet_linli_fees::Event as Dues;
use pallet_linli_fund::Event as Ledger;
use pallet_linli_projects::Event as Building;
use pallet_linli_repair::Event as Shares;
use pallet_linli_sharing::Event as Guests;

/// Whether the event explains an entry of that cause: it names the same item.
fn explains(event: &RuntimeEvent, cause: &Cause) -> bool {
	match (event, *cause) {
		(
			RuntimeEvent::Fees(Dues::BillPaid { payment, bill, .. }),
			Cause::Bill { bill: of, payment: by } | Cause::LateFee { bill: of, payment: by },
		) => (*payment, *bill) == (by, of),
		(RuntimeEvent::Fees(Dues::BillRefunded { bill, .. }), Cause::Refund { bill: of }) => *bill == of,
		(
			RuntimeEvent::Cashier(
				Bank::Received { reference, .. }
				| Bank::CorrectionProposed { reference, .. }
				| Bank::CorrectionDeclined { reference, .. }
				| Bank::CorrectionWithdrawn { reference, .. }
				| Bank::DebtRecovered { reference, .. },
			),
			Cause::Receipt { reference: of },
		) => *reference == of,
		(
			RuntimeEvent::Cashier(
				Bank::OrderReturned { cause: Some(cause), .. } | Bank::PaymentCorrected { cause: Some(cause), .. },
			),
			of,
		) => *cause == of,
		(
			RuntimeEvent::Expenses(Spending::ExpensePaid { expense, .. } | Spending::PaymentOrdered { expense, .. }),
			Cause::Expense { expense: of },
		) => *expense == of,
		(RuntimeEvent::Deposits(Renovating::DepositSettled { deposit, .. }), Cause::DepositKept { deposit: of }) => {
			*deposit == of
		}
		(
			RuntimeEvent::Cashier(
				Bank::InterestRecorded { reference, .. }
				| Bank::ReceiptReversed { reference, .. }
				| Bank::DebtRecovered { reference, .. },
			),
			Cause::Interest { reference: of },
		) => *reference == of,
		(RuntimeEvent::Cashier(Bank::ChargePaid { reference, .. }), Cause::BankCharge { reference: of }) => {
			*reference == of
		}
		(
			RuntimeEvent::Projects(Building::Funded { project, .. } | Building::Returned { project, .. }),
			Cause::Project { project: of },
		) => *project == of,
		(
			RuntimeEvent::Sharing(Guests::Settled { booking, .. } | Guests::Cancelled { booking, .. }),
			Cause::Booking { booking: of },
		) => *booking == of,
		_ => false,
	}
}

/// Whether an entry of that cause needs no explaining event.
fn explains_itself(cause: &Cause) -> bool {
	matches!(cause, Cause::TransactionFees | Cause::Transfer { .. } | Cause::Donation | Cause::RepairDeposit { .. })
}

/// Whether the event may occur between an explaining event and its entry: another entry with the same explanation,
/// balance events, changes of shares, and the order to the bank.
fn may_stand_between(event: &RuntimeEvent) -> bool {
	matches!(
		event,
		RuntimeEvent::System(_)
			| RuntimeEvent::Balances(_)
			| RuntimeEvent::Fund(Ledger::EntryWritten { .. })
			| RuntimeEvent::Repair(
				Shares::ShareCredited { .. }
					| Shares::ShareDebited { .. }
					| Shares::CostDivided { .. }
					| Shares::CostGivenBack { .. }
			) | RuntimeEvent::Cashier(Bank::OrderedFromPot { .. })
	)
}

fn events_of_a_year() -> Vec<RuntimeEvent> {
	System::events().into_iter().map(|record| record.event).collect()
}

#[test]
fn what_explains_an_entry_comes_before_it() {
	village_after_a_year().execute_with(|| {
		let events = events_of_a_year();
		let mut seen = BTreeMap::<CauseKind, u32>::new();
		for (place, event) in events.iter().enumerate() {
			let RuntimeEvent::Fund(Ledger::EntryWritten { pot, entry, cause, .. }) = event else { continue };
			*seen.entry(cause.kind()).or_default() += 1;
			if explains_itself(cause) {
				continue;
			}
			let before = events[..place].iter().rev().find(|event| !may_stand_between(event));
			assert!(before.is_some_and(|before| explains(before, cause)), "{pot}/{entry} {cause:?}: {before:?}");
		}
		let written: usize = seen.values().map(|count| *count as usize).sum();
		assert_eq!(written, all_entries().len(), "an entry has no event, or two");
		let all = CauseKind::ALL.iter().copied().filter(|kind| *kind != CauseKind::Distribution);
		assert!(seen.keys().copied().eq(all), "the year does not have everything: {seen:?}");
	});
}

#[test]
fn shares_fall_before_the_entry_and_rise_after_it() {
	village_after_a_year().execute_with(|| {
		let events = events_of_a_year();
		let repair_pot = <Repair as RepairShares>::pot();
		let entry_of = |event: &RuntimeEvent| match event {
			RuntimeEvent::Fund(Ledger::EntryWritten { pot, entry, cause, .. }) if *pot == repair_pot => {
				Some((*entry, *cause))
			}
			_ => None,
		};
		let mut seen = [0; 4];
		for (place, event) in events.iter().enumerate() {
			let before = || events[..place].iter().rev().find_map(entry_of).expect("an entry before it");
			let after = || events[place..].iter().find_map(entry_of).expect("an entry after it");
			let RuntimeEvent::Repair(event) = event else { continue };
			let kind = match event {
				Shares::ShareCredited { cause, entry, .. } => {
					assert_eq!(before(), (*entry, *cause));
					0
				}
				Shares::ShareDebited { cause, entry, .. } => {
					assert_eq!(after(), (*entry, *cause));
					1
				}
				Shares::CostGivenBack { cause, .. } => {
					assert_eq!(before().1, *cause);
					2
				}
				Shares::CostDivided { cause, .. } => {
					assert_eq!(after().1, *cause);
					3
				}
				_ => continue,
			};
			seen[kind] += 1;
		}
		assert!(seen.iter().all(|count| *count > 0), "the year does not have everything: {seen:?}");
	});
}
