// SPDX-License-Identifier: Apache-2.0

//! The record of a cause stores the entry's id: stored ids match the ledgers, entry by entry.

use super::*;
use pallet_linli_cashier::{BankEntryKind, Party};

/// The entries with a matching cause, found by searching all ledgers.
fn found(is_it: impl Fn(&Cause) -> bool) -> BTreeSet<(PotId, EntryId)> {
	all_entries().into_iter().filter(|(_, _, entry)| is_it(&entry.cause)).map(|(pot, entry, _)| (pot, entry)).collect()
}

#[test]
fn two_equal_transfers_in_one_block_are_told_apart() {
	village_after_a_year().execute_with(|| {
		let is_alike = |entry: &Entry<AccountId>| {
			entry.amount == 1_000 && entry.direction == Direction::Out && matches!(entry.cause, Cause::Transfer { .. })
		};
		let alike: Vec<_> =
			all_entries().into_iter().filter(|(pot, _, entry)| *pot == INCOME && is_alike(entry)).collect();
		let [(_, first, one), (_, second, other)] = &alike[..] else { panic!("{alike:?}") };
		assert_eq!((one.moment, one.amount), (other.moment, other.amount));
		let halves = [first, second].map(|entry| {
			let half = links_of(&Link::Entry { pot: INCOME, entry: *entry });
			assert_eq!(half.len(), 1, "a transfer has one other half");
			assert_eq!(links_of(&half[0]), [Link::Entry { pot: INCOME, entry: *entry }]);
			half[0].clone()
		});
		assert_ne!(halves[0], halves[1]);
	});
}

/// The entries among the links of an item.
fn linked(link: Link) -> BTreeSet<(PotId, EntryId)> {
	let entries: Vec<_> = links_of(&link)
		.into_iter()
		.filter_map(|link| match link {
			Link::Entry { pot, entry } => Some((pot, entry)),
			_ => None,
		})
		.collect();
	let count = entries.len();
	let entries: BTreeSet<_> = entries.into_iter().collect();
	assert_eq!(entries.len(), count, "{link:?} names an entry twice");
	entries
}

#[test]
fn payments_and_bills_lead_to_all_that_they_brought() {
	village_after_a_year().execute_with(|| {
		let parts = |cause: &Cause| match *cause {
			Cause::Bill { bill, payment } | Cause::LateFee { bill, payment } => Some((bill, Some(payment))),
			Cause::Refund { bill } => Some((bill, None)),
			_ => None,
		};
		for id in 0..pallet_linli_fees::NextPayment::<Runtime>::get() {
			let made = found(|cause| parts(cause).is_some_and(|(_, payment)| payment == Some(id)));
			assert_eq!(linked(Link::Payment { payment: id }), made, "payment {id}");
		}
		let mut paid_in_parts = 0;
		for (unit, charge, period) in pallet_linli_fees::Bills::<Runtime>::iter_keys() {
			let key = BillKey::new(unit, charge, period);
			let made = found(|cause| parts(cause).is_some_and(|(bill, _)| bill == key));
			assert_eq!(linked(Link::Bill { bill: key }), made, "{key:?}");
			paid_in_parts += usize::from(made.len() > 2);
		}
		assert!(paid_in_parts > 0, "no bill was paid in parts");
	});
}

#[test]
fn a_project_keeps_the_entries_by_which_its_money_moved() {
	village_after_a_year().execute_with(|| {
		for id in 0..pallet_linli_projects::NextProject::<Runtime>::get() {
			let count = pallet_linli_projects::Projects::<Runtime>::get(id).unwrap().entry_count;
			let kept: BTreeSet<_> = pallet_linli_projects::LedgerEntries::<Runtime>::iter_prefix_values(id).collect();
			assert_eq!(kept.len(), count as usize);
			assert_eq!(kept, found(|cause| *cause == Cause::Project { project: id }));
		}
	});
}

#[test]
fn a_booking_keeps_the_entries_that_it_brought_money_by() {
	village_after_a_year().execute_with(|| {
		let mut ends = [0; 2];
		for (id, booking) in pallet_linli_sharing::Bookings::<Runtime>::iter() {
			let kept: BTreeSet<_> = booking.entries.iter().copied().collect();
			assert_eq!(kept.len(), booking.entries.len());
			assert_eq!(kept, found(|cause| *cause == Cause::Booking { booking: id }));
			let amount = |(pot, entry): &(PotId, EntryId)| Fund::entries(*pot, *entry, 1).remove(0).1.amount;
			let brought = kept.iter().map(amount).sum::<Fen>();
			let expected = match booking.state {
				pallet_linli_sharing::types::BookingState::Settled { .. } => {
					ends[0] += 1;
					booking.frozen.price + booking.late + booking.damages - booking.refund
				}
				pallet_linli_sharing::types::BookingState::Cancelled { .. } => {
					ends[1] += 1;
					booking.frozen.price - booking.refund
				}
				_ => 0,
			};
			assert_eq!(brought, expected, "booking {id}");
		}
		assert!(ends.iter().all(|count| *count > 1), "{ends:?}");
	});
}

#[test]
fn a_bank_entry_keeps_what_it_did_in_a_pot() {
	village_after_a_year().execute_with(|| {
		let mut kept = BTreeSet::new();
		let mut paid = BTreeSet::new();
		for (reference, bank) in pallet_linli_cashier::BankEntries::<Runtime>::iter() {
			let Party::Pot(pot) = bank.party else { continue };
			let entry = bank.entry.unwrap();
			match bank.kind {
				BankEntryKind::In => assert!(kept.insert((pot, entry))),
				BankEntryKind::Out => assert!(paid.insert((pot, entry))),
				BankEntryKind::TransferIn | BankEntryKind::TransferOut => panic!("a transfer is of no pot"),
			}
			for entry in Cashier::corrections(reference).into_iter().filter_map(|correction| correction.entry) {
				assert!(kept.insert((pot, entry)));
			}
		}
		assert_eq!(kept, found(|cause| matches!(cause, Cause::Receipt { .. })));
		let by_bank = found(|cause| matches!(cause, Cause::Expense { .. } | Cause::BankCharge { .. }));
		assert!(paid.len() > 10 && paid.is_subset(&by_bank));
	});
}

#[test]
fn a_share_keeps_the_entries_that_are_its_own() {
	village_after_a_year().execute_with(|| {
		let pot = <Repair as RepairShares>::pot();
		let mut kept = BTreeMap::new();
		for (unit, _, line) in pallet_linli_repair::Statements::<Runtime>::iter() {
			let Some(entry) = line.entry else { continue };
			assert!(kept.insert(entry, (unit, line.cause, line.amount)).is_none(), "an entry changed two shares");
		}
		for (its, id, entry) in all_entries() {
			let line = if its == pot { kept.remove(&id) } else { None };
			assert_eq!(line.is_some(), entry.earmarked, "{its}/{id}");
			let Some((_, cause, amount)) = line else { continue };
			assert_eq!(cause, entry.cause);
			assert!(amount.unsigned_abs() <= entry.amount && (amount > 0) == (entry.direction == Direction::In));
		}
		assert!(kept.is_empty(), "a share keeps an entry that is not there");
	});
}
