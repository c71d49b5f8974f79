// SPDX-License-Identifier: Apache-2.0

//! All balances in total, by what they are for: with them, the books add up to the bank's balance without a list of
//! people's accounts.

use crate::{AccountId, Balances, Cashier, Fees, Fund, Projects, Runtime, RuntimeHoldReason};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use linli_primitives::Fen;
use scale_info::TypeInfo;

/// The maximum number of accounts per page.
pub const MAX_PAGE: u32 = 100;

/// The sum of what is on hold for one reason.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct HoldSum {
	/// The reason.
	pub reason: RuntimeHoldReason,
	/// The sum, in fen.
	pub amount: Fen,
}

/// Sums over one page of accounts.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BalancesPage<AccountId> {
	/// The number of accounts.
	pub accounts: u32,
	/// On the accounts of pots, in fen. Fees of the block that is being made are not yet in a ledger.
	pub pots: Fen,
	/// On the cashier's account for money in transit, in fen: it has left a pot, but not the chain.
	pub transit: Fen,
	/// On the accounts of projects, in fen.
	pub escrow: Fen,
	/// On the accounts of units, free, in fen: the bank received it for the unit, and nobody signs for it.
	pub units: Fen,
	/// On all other accounts, free, in fen.
	pub free: Fen,
	/// On the accounts of units and all others, on hold, by reason.
	pub held: Vec<HoldSum>,
	/// On these accounts, reserved without a reason of a hold, in fen: deposits of proxies and multisigs.
	pub reserved: Fen,
	/// The total issuance, in fen: what the sums of all pages add up to.
	pub issuance: Fen,
	/// The last account of this page if there are more: pass it for the next.
	pub next: Option<AccountId>,
}

sp_api::decl_runtime_apis! {
	/// Balances in total, for the books.
	pub trait BooksApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Sums over up to `count` accounts, at most 100, in a stable order, after the account `after`. All pages of
		/// one block add up to its total issuance.
		fn balances(after: Option<AccountId>, count: u32) -> BalancesPage<AccountId>;
	}
}

/// See [`BooksApi::balances`].
pub fn page(after: Option<AccountId>, count: u32) -> BalancesPage<AccountId> {
	type Accounts = frame_system::Account<Runtime>;
	let mut page = BalancesPage {
		accounts: 0,
		pots: 0,
		transit: 0,
		escrow: 0,
		units: 0,
		free: 0,
		held: Vec::new(),
		reserved: 0,
		issuance: Balances::total_issuance(),
		next: None,
	};
	let mut accounts = match after {
		Some(after) => Accounts::iter_from(Accounts::hashed_key_for(after)),
		None => Accounts::iter(),
	};
	let mut last = None;
	for (account, info) in accounts.by_ref().take(count.clamp(1, MAX_PAGE) as usize) {
		page.add(&account, info.data.free, info.data.reserved);
		last = Some(account);
	}
	page.next = last.filter(|_| accounts.next().is_some());
	page
}

impl BalancesPage<AccountId> {
	/// Adds an account. The sums are at most the total issuance, so that they do not saturate.
	fn add(&mut self, account: &AccountId, free: Fen, reserved: Fen) {
		self.accounts = self.accounts.saturating_add(1);
		let whole = free.saturating_add(reserved);
		if Fund::is_pot_account(account) {
			self.pots = self.pots.saturating_add(whole);
		} else if Cashier::is_transit_account(account) {
			self.transit = self.transit.saturating_add(whole);
		} else if Projects::is_escrow_account(account) {
			self.escrow = self.escrow.saturating_add(whole);
		} else {
			let sum = if Fees::is_unit_account(account) { &mut self.units } else { &mut self.free };
			*sum = sum.saturating_add(free);
			let held = self.add_holds(account);
			self.reserved = self.reserved.saturating_add(reserved.saturating_sub(held));
		}
	}

	/// Adds the holds of an account, and returns their sum.
	fn add_holds(&mut self, account: &AccountId) -> Fen {
		let mut sum: Fen = 0;
		for hold in pallet_balances::Holds::<Runtime>::get(account) {
			sum = sum.saturating_add(hold.amount);
			match self.held.iter_mut().find(|held| held.reason == hold.id) {
				Some(held) => held.amount = held.amount.saturating_add(hold.amount),
				None => self.held.push(HoldSum { reason: hold.id, amount: hold.amount }),
			}
		}
		sum
	}
}
