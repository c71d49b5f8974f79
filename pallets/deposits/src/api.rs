// SPDX-License-Identifier: Apache-2.0

//! The runtime API for refundable deposits.

use crate::types::{Deposit, DepositRules};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{DepositId, UnitId};

sp_api::decl_runtime_apis! {
	/// Refundable deposits.
	pub trait DepositsApi<AccountId> where AccountId: Codec {
		/// The rules.
		fn rules() -> DepositRules;

		/// A deposit, settled or not.
		fn deposit(deposit: DepositId) -> Option<Deposit<AccountId>>;

		/// Up to `count` deposits of a unit, settled ones included, at most 100, in no particular order. The next page
		/// begins after the last id of this one.
		fn of_unit(unit: UnitId, after: Option<DepositId>, count: u32) -> Vec<(DepositId, Deposit<AccountId>)>;

		/// The open deposits that an account paid, oldest first.
		fn open_of(payer: AccountId) -> Vec<(DepositId, Deposit<AccountId>)>;
	}
}
