// SPDX-License-Identifier: Apache-2.0

//! The invariants of the cashier's books, which hold after every block.

mod proposals;

use crate::{
	AttestationHistory, AttestationProposals, Attestations, BankBalances, BankEntries, BankEntry, BankEntryKind, Banks,
	ChargeProposals, Config, CorrectionProposals, CorrectionTerms, Corrections, Debts, FirstMonth, HoldReason,
	InterestEntries, InterestReversals, Journal, JournalLength, LastAttested, MonthTotals, Months, NextOrder,
	NextPayout, OpenMatters, OpenPayouts, OrderPurpose, Orders, Pallet, PartlyFrozen, Party, Payouts, RecentReceipts,
	Totals, UnitDebts, UnitPayments, UnitPayouts, VisitedDebts,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{
	ensure,
	traits::fungible::{hold::Inspect as InspectHold, Inspect},
};
use linli_primitives::{traits::UnitReceipts, BankId, ContentHash, Fen, Period, PeriodKind};
use sp_runtime::TryRuntimeError;

/// Adds `amount` to `sum`, or fails on overflow.
fn add(sum: &mut Fen, amount: Fen) -> Result<(), TryRuntimeError> {
	*sum = sum.checked_add(amount).ok_or("a sum overflows")?;
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_issuance_is_booked()?;
		Self::try_bank_entries_add_up()?;
		Self::try_corrections_have_entries()?;
		Self::try_months_add_up()?;
		Self::try_holds_are_open_payouts()?;
		Self::try_orders_are_in_execution()?;
		Self::try_frozen_money_has_a_proposal()?;
		Self::try_attestations_are_in_order()?;
		Self::try_attestations_are_kept()?;
		Self::try_unit_money_is_units()?;
		Self::try_claims_are_listed()?;
		Self::try_banks_hold_the_issuance()?;
		Self::try_journals_are_complete()?;
		Self::try_value_dates_are_of_receipts()?;
		Self::try_interest_is_divided()?;
		Self::try_charges_are_of_pots()?;
		Self::try_notes_are_of_receipts()?;
		Self::try_explanations_are_of_attested_months()?;
		Self::try_open_matters_are_counted()
	}

	/// Total issuance = received − paid out − reversed + restored (D2).
	fn try_issuance_is_booked() -> Result<(), TryRuntimeError> {
		let balance = Self::totals().balance().ok_or("more went out than came in")?;
		ensure!(T::Currency::total_issuance() == balance, "the issuance differs from the totals");
		Ok(())
	}

	/// What the bank accounts should have adds up to the total issuance; a closed one has nothing (D51).
	fn try_banks_hold_the_issuance() -> Result<(), TryRuntimeError> {
		let mut sum: Fen = 0;
		for (bank, balance) in BankBalances::<T>::iter() {
			let account = Banks::<T>::get(bank).ok_or("a balance without a bank account")?;
			ensure!(account.closed.is_none() || balance == 0, "a closed bank account has money");
			let has_month = account.opened == 0 || FirstMonth::<T>::contains_key(bank);
			ensure!(has_month, "a bank account has no first month");
			add(&mut sum, balance)?;
		}
		ensure!(Banks::<T>::contains_key(0), "bank account 0 is missing");
		ensure!(T::Currency::total_issuance() == sum, "the bank accounts do not add up to the issuance");
		Ok(())
	}

	/// Each bank account counts the orders in execution, and the corrections and charges that wait.
	fn try_open_matters_are_counted() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<BankId, u32>::new();
		let mut count = |bank: BankId| -> Result<(), TryRuntimeError> {
			let matters = open.entry(bank).or_default();
			*matters = matters.checked_add(1).ok_or("too many matters")?;
			Ok(())
		};
		for order in Orders::<T>::iter_values() {
			count(order.bank)?;
		}
		for key in CorrectionProposals::<T>::iter_keys() {
			count(BankEntries::<T>::get(key).ok_or("a proposal without a bank entry")?.bank)?;
		}
		for charge in ChargeProposals::<T>::iter_values() {
			count(charge.bank)?;
		}
		for (bank, counted) in OpenMatters::<T>::iter() {
			let found = open.remove(&bank).unwrap_or_default();
			ensure!(found == counted, "the open matters of a bank account are counted wrongly");
		}
		ensure!(open.is_empty(), "the open matters of a bank account are counted wrongly");
		Ok(())
	}

	/// A journal has no gaps, and names each bank entry of its account once, and each correction that is booked there.
	fn try_journals_are_complete() -> Result<(), TryRuntimeError> {
		let mut named = BTreeMap::<(BankId, ContentHash), u32>::new();
		let mut lengths = BTreeMap::<BankId, u64>::new();
		for (bank, number, key) in Journal::<T>::iter() {
			let entry = BankEntries::<T>::get(key).ok_or("a journal names no bank entry")?;
			let is_own = entry.bank == bank || Self::corrections(key).iter().any(|correction| correction.bank == bank);
			ensure!(is_own, "a journal names an entry of another bank account");
			ensure!(number < JournalLength::<T>::get(bank), "a line of a journal is beyond its end");
			let count = named.entry((bank, key)).or_default();
			*count = count.checked_add(1).ok_or("a journal is too long")?;
			let length = lengths.entry(bank).or_default();
			*length = length.checked_add(1).ok_or("a journal is too long")?;
		}
		for (bank, length) in JournalLength::<T>::iter() {
			ensure!(lengths.get(&bank) == Some(&length), "a line of a journal is missing");
		}
		for (key, entry) in BankEntries::<T>::iter() {
			let mut lines = BTreeMap::from([(entry.bank, 1u32)]);
			for correction in Self::corrections(key) {
				let count = lines.entry(correction.bank).or_default();
				*count = count.checked_add(1).ok_or("a journal is too long")?;
			}
			for (bank, count) in lines {
				let is_booked = named.get(&(bank, key)) == Some(&count);
				ensure!(is_booked, "a bank entry is not in its journal as often as it was booked");
			}
		}
		Ok(())
	}

	/// The receipts whose value dates count are receipts of their account, and no more is left than is valid.
	fn try_value_dates_are_of_receipts() -> Result<(), TryRuntimeError> {
		for (account, receipts) in RecentReceipts::<T>::iter() {
			for receipt in receipts {
				let entry = BankEntries::<T>::get(receipt.reference).ok_or("a value date without a bank entry")?;
				ensure!(entry.party == Party::Account(account.clone()), "a value date is another account's");
				ensure!(entry.value == receipt.value, "a value date differs from its receipt's");
				ensure!(receipt.amount > 0 && receipt.amount <= entry.valid(), "more is left than was received");
			}
		}
		Ok(())
	}

	/// An interest and the parts into which it was divided name each other and add up, also what was reversed of them
	/// and what is owed.
	fn try_interest_is_divided() -> Result<(), TryRuntimeError> {
		for (key, entries) in InterestEntries::<T>::iter() {
			let entry = BankEntries::<T>::get(key).ok_or("interest without a bank entry")?;
			ensure!(entry.party == Party::Pots, "interest is a pot's or an account's");
			ensure!(!entries.is_empty(), "interest was divided among no pots");
			let (mut amount, mut reversed, mut owed): (Fen, Fen, Fen) = (0, 0, 0);
			for part in entries {
				let is_part = part.owed <= part.reversed && part.reversed <= part.amount;
				ensure!(is_part, "more of a part of interest was reversed or is owed than it has");
				add(&mut amount, part.amount)?;
				add(&mut reversed, part.reversed)?;
				add(&mut owed, part.owed)?;
			}
			ensure!(amount == entry.amount, "the parts of interest do not add up");
			ensure!(reversed == entry.corrected, "interest was reversed otherwise than its parts");
			let debt = Debts::<T>::get(key).map_or(0, |debt| debt.amount);
			ensure!(owed == debt, "pots owe other interest than the debt");
		}
		for (key, number) in InterestReversals::<T>::iter_keys() {
			let entry = BankEntries::<T>::get(key).filter(|entry| entry.party == Party::Pots);
			let is_counted = entry.is_some_and(|entry| number < entry.corrections);
			ensure!(is_counted, "a reversal of interest is not counted");
		}
		let divided = |key: ContentHash, entry: &BankEntry<T::AccountId>| {
			entry.party != Party::Pots || InterestEntries::<T>::contains_key(key)
		};
		ensure!(BankEntries::<T>::iter().all(|(key, entry)| divided(key, &entry)), "interest was not divided");
		Ok(())
	}

	/// Bank entries and their corrections, less what is still owed, add up to the totals, and none is zero. Bank
	/// entries of pots are linked with the pots' ledgers.
	fn try_bank_entries_add_up() -> Result<(), TryRuntimeError> {
		let mut sum = Totals::default();
		for (key, entry) in BankEntries::<T>::iter() {
			ensure!(entry.amount > 0, "a bank entry has a zero amount");
			ensure!(entry.corrected <= entry.amount, "more of a bank entry was corrected than it has");
			let is_pots = matches!(entry.party, Party::Pot(_));
			ensure!(entry.entry.is_some() == is_pots, "a bank entry is not linked with its pot's ledger");
			match entry.kind {
				BankEntryKind::In => add(&mut sum.received, entry.amount)?,
				BankEntryKind::Out => add(&mut sum.paid_out, entry.amount)?,
				BankEntryKind::TransferIn | BankEntryKind::TransferOut => {
					ensure!(entry.corrections == 0, "a transfer between bank accounts was corrected");
				}
			}
			Self::try_entry_is_corrected(key, &entry, &mut sum)?;
		}
		for (key, debt) in Debts::<T>::iter() {
			let entry = BankEntries::<T>::get(key).ok_or("a debt without a bank entry")?;
			ensure!(debt.amount > 0, "a debt is zero");
			ensure!(debt.party == entry.party, "a debt is another party's");
			ensure!(debt.amount <= entry.corrected, "a debt exceeds what was reversed");
			sum.reversed = sum.reversed.checked_sub(debt.amount).ok_or("more is owed than was reversed")?;
		}
		ensure!(sum == Self::totals(), "the bank entries do not add up to the totals");
		Ok(())
	}

	/// A bank entry's corrections are numbered, add up, fit its direction, and took two accounts. A payment that came
	/// back and the receipt of its return name each other.
	fn try_entry_is_corrected(
		key: ContentHash,
		entry: &BankEntry<T::AccountId>,
		sum: &mut Totals,
	) -> Result<(), TryRuntimeError> {
		let mut corrected: Fen = 0;
		for number in 0..entry.corrections {
			let correction = Corrections::<T>::get(key, number).ok_or("a correction is missing")?;
			ensure!(correction.proposer != correction.approver, "a correction was approved by its proposer");
			let is_closed = Banks::<T>::get(entry.bank).is_some_and(|account| account.closed.is_some());
			let fell_to_first = correction.bank == 0 && is_closed;
			ensure!(correction.bank == entry.bank || fell_to_first, "a correction is at another bank account");
			add(&mut corrected, correction.amount)?;
			match (entry.kind, correction.terms) {
				(BankEntryKind::In, CorrectionTerms::Receipt { amount, .. }) => {
					ensure!(amount == correction.amount, "a correction differs from its terms");
					add(&mut sum.reversed, amount)?;
				}
				(BankEntryKind::Out, CorrectionTerms::Payment { came_back: None, .. }) => {
					add(&mut sum.restored, correction.amount)?;
				}
				(BankEntryKind::Out, CorrectionTerms::Payment { came_back: Some(back), .. }) => {
					let returned = BankEntries::<T>::get(back).and_then(|back| back.returns);
					ensure!(returned == Some(key), "a return is not linked with its payment");
				}
				_ => return Err("a correction does not fit its entry".into()),
			}
		}
		ensure!(corrected == entry.corrected, "corrections do not add up");
		if let Some(payment) = entry.returns {
			let payment = BankEntries::<T>::get(payment).ok_or("a return without a payment")?;
			ensure!(payment.corrected == entry.amount, "a return differs from its payment");
		}
		Ok(())
	}

	/// Every correction belongs to a bank entry that counts it.
	fn try_corrections_have_entries() -> Result<(), TryRuntimeError> {
		for (key, number) in Corrections::<T>::iter_keys() {
			let count = BankEntries::<T>::get(key).map_or(0, |entry| entry.corrections);
			ensure!(number < count, "a correction is not counted");
		}
		Ok(())
	}

	/// The months add up to the totals, and each closes with the balance of the one before plus its own bank entries.
	fn try_months_add_up() -> Result<(), TryRuntimeError> {
		let mut months: Vec<_> = Months::<T>::iter().collect();
		months.sort_by_key(|(bank, month, _)| (*bank, *month));
		let (mut sum, mut last) = (Totals::default(), BTreeMap::<BankId, Fen>::new());
		for (bank, month, totals) in &months {
			let MonthTotals { received, paid_out, reversed, restored, closing, transferred_in, transferred_out } =
				totals;
			let before = last.get(bank).copied().unwrap_or_default();
			let mut came = [received, restored, transferred_in].into_iter();
			let came = came.try_fold(before, |sum, amount| sum.checked_add(*amount)).ok_or("a sum overflows")?;
			let mut went = [paid_out, reversed, transferred_out].into_iter();
			let balance = went.try_fold(came, |sum, amount| sum.checked_sub(*amount));
			ensure!(balance == Some(*closing), "a month has a wrong closing balance");
			last.insert(*bank, *closing);
			add(&mut sum.received, *received)?;
			add(&mut sum.paid_out, *paid_out)?;
			add(&mut sum.reversed, *reversed)?;
			add(&mut sum.restored, *restored)?;
			ensure!(
				*month == Period::OPENING || FirstMonth::<T>::get(bank) <= Some(*month),
				"a month precedes the first month"
			);
		}
		ensure!(sum == Self::totals(), "the months do not add up to the totals");
		for (bank, balance) in BankBalances::<T>::iter() {
			ensure!(last.get(&bank) == Some(&balance), "the months do not add up to a bank account's balance");
		}
		Ok(())
	}

	/// Each account's hold for payouts equals the sum of its open requests, and every request is in its requester's
	/// list.
	fn try_holds_are_open_payouts() -> Result<(), TryRuntimeError> {
		let reason = HoldReason::Payout.into();
		let mut listed = 0usize;
		for (account, open) in OpenPayouts::<T>::iter() {
			ensure!(!open.is_empty(), "an empty list of requests");
			let mut asked: Fen = 0;
			for id in open {
				let payout = Payouts::<T>::get(id).ok_or("a listed request is not open")?;
				ensure!(payout.requester == account, "a request is in another account's list");
				ensure!(id < NextPayout::<T>::get(), "the id of a request is not below the next id");
				add(&mut asked, payout.amount)?;
				listed = listed.checked_add(1).ok_or("too many requests")?;
			}
			ensure!(T::Currency::balance_on_hold(&reason, &account) == asked, "holds and requests differ");
		}
		ensure!(Payouts::<T>::iter_keys().count() == listed, "a request is in no list");
		for account in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&reason, &account);
			ensure!(held == 0 || OpenPayouts::<T>::contains_key(&account), "a hold without a request");
		}
		Ok(())
	}

	/// An order of a payout and its request name each other. The transit account has the money of orders out of pots,
	/// and what is frozen of pots' receipts, to the fen.
	fn try_orders_are_in_execution() -> Result<(), TryRuntimeError> {
		let (mut waiting, mut requests): (Fen, usize) = (0, 0);
		for (id, order) in Orders::<T>::iter() {
			ensure!(id < NextOrder::<T>::get(), "the id of an order is not below the next id");
			ensure!(order.amount > 0, "an order has a zero amount");
			match order.purpose {
				OrderPurpose::Payout(payout) => {
					let request = Payouts::<T>::get(payout).ok_or("an order without a request")?;
					ensure!(request.order == Some(id), "a request names another order");
					ensure!(order.party == Party::Account(request.requester), "an order is another account's");
					ensure!(order.amount == request.amount, "an order has another amount than its request");
					requests = requests.checked_add(1).ok_or("too many orders")?;
				}
				OrderPurpose::Pot { pot, .. } => {
					ensure!(order.party == Party::Pot(pot), "an order is another pot's");
					add(&mut waiting, order.amount)?;
				}
			}
		}
		let ordered = Payouts::<T>::iter_values().filter(|payout| payout.order.is_some()).count();
		ensure!(ordered == requests, "a request in execution has no order");
		for (key, proposal) in CorrectionProposals::<T>::iter() {
			if BankEntries::<T>::get(key).is_some_and(|entry| matches!(entry.party, Party::Pot(_))) {
				add(&mut waiting, proposal.frozen)?;
			}
		}
		ensure!(T::Currency::total_balance(&Self::transit()) == waiting, "the money in transit differs from its uses");
		Ok(())
	}

	/// A proposal fits its bank entry, and each account's hold for reversals is what its proposals froze.
	fn try_frozen_money_has_a_proposal() -> Result<(), TryRuntimeError> {
		let mut frozen = BTreeMap::<T::AccountId, Fen>::new();
		for (key, proposal) in CorrectionProposals::<T>::iter() {
			let entry = BankEntries::<T>::get(key).ok_or("a proposal without a bank entry")?;
			let most = match (entry.kind, proposal.terms) {
				(BankEntryKind::In, CorrectionTerms::Receipt { amount, .. }) => {
					ensure!(amount > 0 && amount <= entry.valid(), "a proposal takes back more than is left");
					amount
				}
				(BankEntryKind::Out, CorrectionTerms::Payment { .. }) => 0,
				_ => return Err("a proposal does not fit its entry".into()),
			};
			ensure!(proposal.frozen <= most, "more is frozen than is proposed");
			if let Some(account) = entry.party.account().cloned() {
				add(frozen.entry(account).or_default(), proposal.frozen)?;
			}
		}
		let reason = HoldReason::Reversal.into();
		for account in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&reason, &account);
			ensure!(held == frozen.remove(&account).unwrap_or(0), "frozen money and proposals differ");
		}
		ensure!(frozen.into_values().all(|amount| amount == 0), "money is frozen on no account");
		Ok(())
	}

	/// Attested months are consecutive, each with the chain's closing balance, and end with `LastAttested`.
	fn try_attestations_are_in_order() -> Result<(), TryRuntimeError> {
		for bank in Banks::<T>::iter_keys() {
			Self::try_bank_is_attested_in_order(bank)?;
		}
		let orphan = Attestations::<T>::iter_keys().any(|(bank, _)| !Banks::<T>::contains_key(bank));
		ensure!(!orphan, "an attestation without a bank account");
		Ok(())
	}

	fn try_bank_is_attested_in_order(bank: BankId) -> Result<(), TryRuntimeError> {
		let mut attested: Vec<_> = Attestations::<T>::iter_prefix(bank).collect();
		attested.sort_by_key(|(month, _)| *month);
		let mut before = None;
		for (month, attestation) in &attested {
			let follows = before.is_none_or(|(last, _): (Period, Fen)| last.next(PeriodKind::Month) == Some(*month));
			ensure!(follows, "there is a gap between attested months");
			let closing = match (Months::<T>::try_get(bank, *month), before) {
				(Ok(totals), _) => totals.closing,
				(Err(()), Some((_, chain))) => chain,
				(Err(()), None) => Months::<T>::get(bank, Period::OPENING).closing,
			};
			ensure!(attestation.chain == closing, "an attestation differs from the chain's closing balance");
			before = Some((*month, attestation.chain));
		}
		ensure!(before.map(|(last, _)| last) == LastAttested::<T>::get(bank), "the last attested month is wrong");
		Ok(())
	}

	/// Receipts for units are on accounts that keep a unit's money; only they have paid a unit's dues, and only from
	/// such an account a payout is proposed.
	fn try_unit_money_is_units() -> Result<(), TryRuntimeError> {
		for entry in BankEntries::<T>::iter_values() {
			if let Party::Unit { account, .. } = entry.party {
				ensure!(T::Units::is_unit_account(&account), "a unit's receipt is on another account");
			}
		}
		for key in UnitPayments::<T>::iter_keys() {
			let is_units = BankEntries::<T>::get(key).is_some_and(|entry| matches!(entry.party, Party::Unit { .. }));
			ensure!(is_units, "a unit's dues were paid without a receipt for it");
		}
		for (account, payout) in UnitPayouts::<T>::iter() {
			ensure!(T::Units::is_unit_account(&account), "a unit's payout is from another account");
			ensure!(payout.amount > 0, "a unit's payout is zero");
		}
		Ok(())
	}

	/// The debts of units' money are listed with the accounts that owe them, and reversals of it that are not frozen
	/// whole are counted.
	fn try_claims_are_listed() -> Result<(), TryRuntimeError> {
		let mut owed = 0usize;
		for key in Debts::<T>::iter_keys() {
			let entry = BankEntries::<T>::get(key).ok_or("a debt without a bank entry")?;
			if let Some(account) = Self::units_account(&entry) {
				ensure!(UnitDebts::<T>::contains_key(account, key), "a unit's debt is not listed");
				owed = owed.checked_add(1).ok_or("too many debts")?;
			}
		}
		ensure!(UnitDebts::<T>::iter_keys().count() == owed, "a debt is listed that nobody owes");
		let is_visited = |(account, key): (T::AccountId, ContentHash)| UnitDebts::<T>::contains_key(account, key);
		ensure!(VisitedDebts::<T>::iter().all(is_visited), "a debt was visited that is not listed");
		let mut waiting = BTreeMap::<T::AccountId, u32>::new();
		for (key, proposal) in CorrectionProposals::<T>::iter() {
			let entry = BankEntries::<T>::get(key);
			let is_part = matches!(proposal.terms, CorrectionTerms::Receipt { amount, .. } if amount > proposal.frozen);
			if let (true, Some(account)) = (is_part, entry.as_ref().and_then(Self::units_account)) {
				let count = waiting.entry(account.clone()).or_default();
				*count = count.checked_add(1).ok_or("too many proposals")?;
			}
		}
		let counted: BTreeMap<_, _> = PartlyFrozen::<T>::iter().collect();
		ensure!(counted == waiting, "reversals that are not frozen whole are miscounted");
		Ok(())
	}

	/// What corrected attestations said before is kept, and a correction took two accounts.
	fn try_attestations_are_kept() -> Result<(), TryRuntimeError> {
		let mut kept = 0usize;
		for (bank, month, attestation) in Attestations::<T>::iter() {
			for number in 0..attestation.corrections {
				let before =
					AttestationHistory::<T>::get((bank, month), number).ok_or("a former attestation is missing")?;
				ensure!(before.corrections == number, "a former attestation has another number");
				kept = kept.checked_add(1).ok_or("too many attestations")?;
			}
			let is_corrected = attestation.corrections > 0;
			ensure!(attestation.approver.is_some() == is_corrected, "an attestation was corrected without an auditor");
			ensure!(attestation.approver != Some(attestation.by), "an attestation was approved by its proposer");
		}
		ensure!(AttestationHistory::<T>::iter_keys().count() == kept, "a former attestation has no successor");
		for (bank, month) in AttestationProposals::<T>::iter_keys() {
			ensure!(Attestations::<T>::contains_key(bank, month), "a month without attestation is to be corrected");
		}
		Ok(())
	}
}
