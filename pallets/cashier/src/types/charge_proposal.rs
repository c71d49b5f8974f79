// SPDX-License-Identifier: Apache-2.0

//! Charges of the bank that wait for an auditor.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{BankId, Fen, Moment, PotId};
use scale_info::TypeInfo;

/// A bank charge that a cashier proposed to book.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ChargeProposal<AccountId> {
	/// The bank account.
	pub bank: BankId,
	/// The pot that bears it.
	pub pot: PotId,
	/// The amount, in fen; never zero.
	pub amount: Fen,
	/// The bank's value date, in ms since 1970.
	pub value: Moment,
	/// The cashier who proposed it.
	pub by: AccountId,
	/// The time of the proposal in lived time, by which it lapses.
	pub since: Moment,
}
