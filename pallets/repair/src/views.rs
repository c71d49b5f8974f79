// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::RepairApi`].

use crate::{
	Bearing, Config, Pallet, RepairRules, RepairTotals, Rules, ShareEntry, ShareView, Shares, Statements, TopUp,
	TopUpPage, TotalShares, UnitBuildings,
};
use alloc::vec::Vec;
use frame_support::traits::{fungible::Inspect, Get};
use linli_primitives::{
	traits::{FundLedger, OwnersRegister},
	Fen, UnitId,
};

/// The maximum number of entries on a page.
pub const MAX_PAGE: u32 = 100;

/// The maximum number of units that a page of the list of top-ups examines, which bounds the work if few have to top
/// up.
pub const MAX_SCAN: u32 = 500;

impl<T: Config> Pallet<T> {
	/// See [`crate::api::RepairApi::rules`].
	pub fn rules() -> RepairRules {
		Rules::<T>::get()
	}

	/// See [`crate::api::RepairApi::totals`].
	pub fn totals() -> RepairTotals {
		RepairTotals {
			belonging: TotalShares::<T>::get(),
			undistributed: Self::undistributed().unwrap_or_default(),
			units: Bearing::<T>::get(),
		}
	}

	/// See [`crate::api::RepairApi::share`].
	pub fn share(unit: UnitId) -> Option<ShareView> {
		let building = UnitBuildings::<T>::get(unit)?;
		let share = Shares::<T>::get(building, unit)?;
		let top_up = share.top_up(&Rules::<T>::get().threshold).unwrap_or_default();
		Some(ShareView { building, share, top_up })
	}

	/// See [`crate::api::RepairApi::statement`].
	pub fn statement(unit: UnitId, from: u32, count: u32) -> Vec<(u32, ShareEntry)> {
		let end = from.saturating_add(count.min(MAX_PAGE));
		(from..end).map_while(|number| Some((number, Statements::<T>::get(unit, number)?))).collect()
	}

	/// See [`crate::api::RepairApi::top_up_list`].
	pub fn top_up_list(from: UnitId, count: u32) -> TopUpPage {
		let threshold = Rules::<T>::get().threshold;
		let unit_count = T::Register::unit_count();
		let end = from.saturating_add(MAX_SCAN).min(unit_count);
		let mut room = count.min(MAX_PAGE);
		let mut units = Vec::new();
		let mut next = from;
		while next < end && room > 0 {
			let unit = next;
			next = next.saturating_add(1);
			let Some(building) = UnitBuildings::<T>::get(unit) else { continue };
			let Some(share) = Shares::<T>::get(building, unit) else { continue };
			if let Some(top_up) = share.top_up(&threshold) {
				let (balance, first_deposit) = (share.balance, share.first_deposit);
				units.push(TopUp { unit, building, balance, first_deposit, top_up });
				room = room.saturating_sub(1);
			}
		}
		TopUpPage { units, next: (next < unit_count).then_some(next) }
	}

	/// The undistributed amount of the repair pot, in fen. `None` if the shares exceed the pot's balance, which cannot
	/// happen.
	pub(crate) fn undistributed() -> Option<Fen> {
		let account = T::Ledger::account(T::RepairPot::get());
		T::Currency::total_balance(&account).checked_sub(TotalShares::<T>::get())
	}
}
