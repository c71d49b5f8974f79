// SPDX-License-Identifier: Apache-2.0

//! The community's bank accounts and the money in them when the chain begins.

use crate::{Bank, BankBalances, Banks, Config, FreeTransfers, GenesisConfig, Pallet, Party, MAX_BANKS};
use linli_primitives::{traits::UnitReceipts, BankId, Commitment, ContentHash, Fen};

impl<T: Config> GenesisConfig<T> {
	/// Opens the bank accounts, and books what is in them like any receipt.
	#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
	pub(crate) fn store(&self) {
		self.open_banks();
		for (account, amount, reference) in &self.opening {
			Self::book(0, Party::Account(account.clone()), *amount, reference);
		}
		for (pot, amount, reference) in &self.opening_pots {
			Self::book(0, Party::Pot(*pot), *amount, reference);
		}
		for (bank, pot, amount, reference) in &self.opening_pots_at {
			Self::book(*bank, Party::Pot(*pot), *amount, reference);
		}
		for (unit, amount, reference) in &self.opening_units {
			match T::Units::account(*unit) {
				Ok(account) => Self::book(0, Party::Unit { unit: *unit, account }, *amount, reference),
				Err(error) => panic!("genesis: the receipt for unit {unit} cannot be booked: {error:?}"),
			}
		}
		for (bank, _, _, balance) in &self.opening_banks {
			let booked = BankBalances::<T>::get(bank);
			assert!(
				booked == *balance,
				"genesis: bank account {bank} has {balance} fen, but {booked} are booked there"
			);
		}
		FreeTransfers::<T>::put(self.free_transfers);
	}

	fn open_banks(&self) {
		let open = |label, purpose| Bank { label, purpose, opened: 0, closed: None };
		for (bank, label, purpose, _) in &self.opening_banks {
			assert!(!Banks::<T>::contains_key(bank), "genesis: bank account {bank} is listed twice");
			Banks::<T>::insert(bank, open(*label, *purpose));
		}
		if !Banks::<T>::contains_key(0) {
			Banks::<T>::insert(0, open(Commitment::zero(), ContentHash::zero()));
		}
		assert!(Banks::<T>::count() <= MAX_BANKS, "genesis: there are more than {MAX_BANKS} bank accounts");
	}

	#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
	fn book(bank: BankId, party: Party<T::AccountId>, amount: Fen, reference: &str) {
		if let Err(error) = Pallet::<T>::do_receive(None, bank, party, amount, reference.as_bytes(), 0, None) {
			panic!("genesis: the opening balance with reference {reference:?} cannot be booked: {error:?}");
		}
	}
}
