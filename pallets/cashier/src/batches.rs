// SPDX-License-Identifier: Apache-2.0

//! Batches: the receipts on a page of a bank statement, booked by one call (D51). Each line is booked or refused for
//! itself, in a storage layer of its own; an event says why a line was refused, and it can be booked again. A page of a
//! bank account that the community does not have, or has closed, is refused whole.

use crate::{reference_hash, Config, Error, Event, Pallet, Party, ReceiptLine, Receiver, WeightInfo, MAX_BATCH};
use frame_support::{ensure, storage::with_storage_layer, traits::ConstU32, weights::Weight, BoundedVec};
use linli_primitives::{traits::UnitReceipts, BankId, ContentHash, Fen};
use sp_runtime::DispatchError;

/// The lines of a batch.
pub(crate) type LinesOf<T> = BoundedVec<ReceiptLine<<T as frame_system::Config>::AccountId>, ConstU32<MAX_BATCH>>;

impl<T: Config> Pallet<T> {
	/// Books the lines of a page. Returns the number of bills visited for units, and of units' debts.
	pub(crate) fn do_receive_batch(
		cashier: T::AccountId,
		bank: BankId,
		statement: ContentHash,
		lines: LinesOf<T>,
		max_bills: u32,
	) -> Result<(u32, u32), DispatchError> {
		ensure!(!lines.is_empty(), Error::<T>::InvalidBatch);
		// All lines are of this account's statement.
		Self::open_bank_account(bank)?;
		let (mut booked, mut refused, mut amount): (u32, u32, Fen) = (0, 0, 0);
		let (mut bills, mut debts): (u32, u32) = (0, 0);
		for (line, number) in lines.into_iter().zip(0u32..) {
			let reference = reference_hash(bank, &line.reference);
			let fen = line.amount;
			let mut is_tried = false;
			let left = max_bills.saturating_sub(bills);
			match with_storage_layer(|| Self::book_line(&cashier, bank, line, left, &mut is_tried, &mut debts)) {
				Ok(visited) => {
					booked = booked.saturating_add(1);
					amount = amount.saturating_add(fen);
					bills = bills.saturating_add(visited);
				}
				Err(error) => {
					// It may have paid that many before it was undone: they count, or 64 lines would pay 64 times as
					// many.
					if is_tried {
						bills = max_bills;
					}
					refused = refused.saturating_add(1);
					Self::deposit_event(Event::LineRefused { statement, line: number, reference, error });
				}
			}
		}
		Self::deposit_event(Event::BatchBooked { bank, statement, booked, refused, amount, cashier });
		Ok((bills, debts))
	}

	/// Books one line. Returns the number of bills visited; `is_tried` says whether any were. Counts the debts taken,
	/// also of a line that is refused later on.
	fn book_line(
		cashier: &T::AccountId,
		bank: BankId,
		line: ReceiptLine<T::AccountId>,
		max_bills: u32,
		is_tried: &mut bool,
		debts: &mut u32,
	) -> Result<u32, DispatchError> {
		let ReceiptLine { to, amount, reference, value } = line;
		let party = match to {
			Receiver::Account(account) => Party::Account(account),
			Receiver::Pot(pot) => Party::Pot(pot),
			Receiver::Unit(unit) => {
				let (key, settled) = Self::book_for_unit(cashier.clone(), bank, unit, amount, &reference, value)?;
				*is_tried = true;
				*debts = debts.saturating_add(settled);
				return Self::credit_unit(key, unit, amount, value, max_bills);
			}
		};
		Self::do_receive(Some(cashier.clone()), bank, party, amount, &reference, value, None).map(|_| 0)
	}

	/// The weight of a batch whose units have `bills` bills to pay in all. Each line for a unit may settle a debt.
	pub(crate) fn batch_weight(lines: &[ReceiptLine<T::AccountId>], bills: u32) -> Weight {
		let of_line = |line: &ReceiptLine<T::AccountId>| match line.to {
			Receiver::Account(_) => T::WeightInfo::receive(),
			Receiver::Pot(_) => T::WeightInfo::receive_for_pot(),
			Receiver::Unit(_) => Self::unit_receipt_weight(1).saturating_add(T::Units::weight(0)),
		};
		let of_bills = T::Units::weight(bills).saturating_sub(T::Units::weight(0));
		lines.iter().map(of_line).fold(T::WeightInfo::receive_batch(), Weight::saturating_add).saturating_add(of_bills)
	}

	/// The weight that a batch did not need: it visited so many bills, and took so many debts.
	pub(crate) fn unused_batch_weight(
		lines: &[ReceiptLine<T::AccountId>],
		(max_bills, bills): (u32, u32),
		debts: u32,
	) -> Weight {
		let units = lines.iter().filter(|line| matches!(line.to, Receiver::Unit(_))).count();
		let most = u32::try_from(units).unwrap_or(u32::MAX);
		let of_debts = T::WeightInfo::recover().saturating_mul(most.saturating_sub(debts).into());
		T::Units::weight(max_bills).saturating_sub(T::Units::weight(bills)).saturating_add(of_debts)
	}
}
