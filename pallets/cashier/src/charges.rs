// SPDX-License-Identifier: Apache-2.0

//! What the bank charges for its accounts, out of the pot that a decision names (D51). Money leaves a pot, so it takes
//! two people (D47).

use crate::{ChargeProposal, ChargeProposals, ChargesPot, Config, Error, Event, Pallet, Party, MAX_CHARGES};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, FundLedger, People},
	BankId, Cause, ContentHash, Fen, Moment, PotId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_charges_pot(pot: PotId) -> DispatchResult {
		ensure!(T::Ledger::exists(pot), Error::<T>::PotNotFound);
		ChargesPot::<T>::put(pot);
		Self::deposit_event(Event::ChargesPotSet { pot });
		Ok(())
	}

	pub(crate) fn do_propose_charge(
		by: T::AccountId,
		bank: BankId,
		amount: Fen,
		reference: &[u8],
		value: Moment,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		Self::ensure_value_date(value)?;
		let reference = Self::unused(bank, reference)?;
		ensure!(!ChargeProposals::<T>::contains_key(reference), Error::<T>::ChargeAlreadyProposed);
		ensure!(ChargeProposals::<T>::count() < MAX_CHARGES, Error::<T>::TooManyCharges);
		let (pot, since) = (ChargesPot::<T>::get(), T::Clock::lived());
		let proposal = ChargeProposal { bank, pot, amount, value, by: by.clone(), since };
		ChargeProposals::<T>::insert(reference, proposal);
		Self::open_matter(bank);
		Self::deposit_event(Event::ChargeProposed { reference, bank, pot, amount, value, by });
		Ok(())
	}

	/// Takes the charge out of its pot. `pot` and `amount` are those that the auditor read.
	pub(crate) fn do_approve_charge(
		approver: T::AccountId,
		reference: ContentHash,
		pot: PotId,
		amount: Fen,
	) -> DispatchResult {
		let proposal = ChargeProposals::<T>::take(reference).ok_or(Error::<T>::ChargeNotFound)?;
		ensure!((proposal.pot, proposal.amount) == (pot, amount), Error::<T>::TermsMismatch);
		ensure!(!T::People::same_person(&proposal.by, &approver), Error::<T>::OwnProposal);
		Self::end_matter(proposal.bank);
		let ChargeProposal { bank, value, by: proposer, .. } = proposal;
		let event = Event::ChargePaid { reference, bank, pot, amount, value, proposer: proposer.clone(), approver };
		Self::deposit_event(event);
		let cause = Cause::BankCharge { reference };
		let entry = T::Ledger::withdraw(pot, &Self::transit(), amount, cause)?;
		Self::burn_transit(amount)?;
		Self::book_payment((bank, value), reference, Party::Pot(pot), Some((entry, cause)), amount, proposer)
	}

	/// Declines a charge. `is_late` says that the caller may do so only once the proposal has lapsed.
	pub(crate) fn do_decline_charge(by: T::AccountId, reference: ContentHash, is_late: bool) -> DispatchResult {
		let proposal = ChargeProposals::<T>::take(reference).ok_or(Error::<T>::ChargeNotFound)?;
		ensure!(!is_late || Self::is_overdue(proposal.since), Error::<T>::NotOverdue);
		Self::end_matter(proposal.bank);
		Self::deposit_event(Event::ChargeDeclined { reference, by });
		Ok(())
	}
}
