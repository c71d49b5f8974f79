// SPDX-License-Identifier: Apache-2.0

//! Which calls somebody may let others make for them.
//!
//! Each kind of proxy lists its calls one by one. Whatever is not listed, such as a call that a later runtime adds, its
//! holder makes in person:
//!
//! - **acts of an office, of the committee, of an inspector or a panel**: the register knows the holder, not the proxy,
//!   so an auditor could let the manager approve, and no call would see that one person did both (D47);
//! - **votes, petitions, objections**: a written proxy names the proposal, is capped for each holder and closed to the
//!   manager's staff (D29, `governance.grant_proxy`). Another kind of proxy would be a way around all three;
//! - **what takes the account's owner and somebody else**: a payout, which the cashier could request in a resident's
//!   name and pay to themself; a claim of damage, which the other side could accept; a rating;
//! - **the account's place in the register**: claims, tickets, the representative.
//!
//! So no call that takes two people is made through a proxy, and none has to ask who the proxy is. Of the calls that
//! dispatch others only batches are listed, of calls that are all on the same list: a batch is refused whole, and not
//! call by call after the first ones were made. A batch within a batch is not listed, so that the look into one costs
//! no more than making its calls.

use crate::RuntimeCall;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::InstanceFilter;
use scale_info::TypeInfo;

/// The calls that a proxy may make for the account that named it.
#[derive(
	Copy,
	Clone,
	Default,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	Debug,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// What an owner or a resident does from day to day: paying, booking, naming residents, keeping proxies.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Paying and disputing bills.
	#[codec(index = 1)]
	Fees,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		let listed: fn(&RuntimeCall) -> bool = match self {
			Self::Any => |call: &RuntimeCall| is_about_bills(call) || is_daily(call) || keeps_proxies(call),
			Self::Fees => is_about_bills,
		};
		listed(call) || is_batch_of(call, listed)
	}

	fn is_superset(&self, other: &Self) -> bool {
		self == &Self::Any || self == other
	}
}

/// Paying and disputing bills, as a payer.
fn is_about_bills(call: &RuntimeCall) -> bool {
	use pallet_linli_fees::Call::{
		claim_unit_money, dispute, pay, refund_prepayment, revoke_mandate, set_mandate, withdraw_dispute,
	};
	match call {
		RuntimeCall::Fees(call) => matches!(
			call,
			pay { .. }
				| refund_prepayment { .. }
				| set_mandate { .. }
				| revoke_mandate { .. }
				| dispute { .. }
				| withdraw_dispute { .. }
				// It brings the account money that is its owner's.
				| claim_unit_money { .. }
		),
		_ => false,
	}
}

/// What else an owner or a resident does from day to day.
fn is_daily(call: &RuntimeCall) -> bool {
	use pallet_balances::Call::{transfer_all, transfer_allow_death, transfer_keep_alive};
	use pallet_linli_deposits::Call::{place, request_return, take_back};
	use pallet_linli_fund::Call::donate;
	use pallet_linli_registry::Call::{dismiss_resident, name_resident};
	use pallet_linli_repair::Call::deposit;
	use pallet_linli_sharing::Call::{book, book_series, cancel, extend, list, return_resource, start};
	match call {
		// The call filter decides on transfers.
		RuntimeCall::Balances(call) => {
			matches!(call, transfer_allow_death { .. } | transfer_keep_alive { .. } | transfer_all { .. })
		}
		RuntimeCall::Fund(call) => matches!(call, donate { .. }),
		RuntimeCall::Repair(call) => matches!(call, deposit { .. }),
		RuntimeCall::Deposits(call) => matches!(call, place { .. } | request_return { .. } | take_back { .. }),
		RuntimeCall::Registry(call) => matches!(call, name_resident { .. } | dismiss_resident { .. }),
		RuntimeCall::Sharing(call) => {
			matches!(
				call,
				// A resource of one's own: the community's belong to the office.
				list { pot: None, .. }
					| book { .. } | book_series { .. }
					| cancel { .. } | extend { .. }
					| start { .. } | return_resource { .. }
			)
		}
		_ => false,
	}
}

/// Naming and removing proxies: no kind names a larger one.
fn keeps_proxies(call: &RuntimeCall) -> bool {
	use pallet_proxy::Call::{add_proxy, kill_pure, reject_announcement, remove_proxies, remove_proxy};
	let RuntimeCall::Proxy(call) = call else { return false };
	matches!(
		call,
		add_proxy { .. } | remove_proxy { .. } | remove_proxies { .. } | kill_pure { .. } | reject_announcement { .. }
	)
}

/// Whether the call is a batch of calls that are all listed.
fn is_batch_of(call: &RuntimeCall, listed: fn(&RuntimeCall) -> bool) -> bool {
	use pallet_utility::Call::{batch, batch_all, force_batch};
	match call {
		RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => calls.iter().all(listed),
		_ => false,
	}
}
