// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::MetersApi`].

use crate::{
	types::{MeterProposalId, MeterView, Proposal, Reading},
	Config, Meters, Pallet, PastLinks, Proposals, Readings, SubMeters, UnitMeters,
};
use alloc::vec::Vec;
use linli_primitives::{MeterId, UnitId};

/// The maximum number of readings in a page.
pub const PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// See [`crate::api::MetersApi::meter`].
	pub fn meter(id: MeterId) -> Option<MeterView<T::AccountId>> {
		let meter = Meters::<T>::get(id)?;
		let sub_meters = SubMeters::<T>::get(id).into_inner();
		let past_links = PastLinks::<T>::get(id).into_inner();
		Some(MeterView { id, awaits_final_reading: meter.awaits_final_reading(), meter, sub_meters, past_links })
	}

	/// See [`crate::api::MetersApi::unit_meters`].
	pub fn unit_meters(unit: UnitId) -> Vec<MeterView<T::AccountId>> {
		UnitMeters::<T>::get(unit).into_iter().filter_map(Self::meter).collect()
	}

	/// See [`crate::api::MetersApi::readings`].
	pub fn readings(meter: MeterId, from: u32, count: u32) -> Vec<(u32, Reading<T::AccountId>)> {
		let until = from.saturating_add(count.min(PAGE));
		(from..until).map_while(|number| Readings::<T>::get(meter, number).map(|reading| (number, reading))).collect()
	}

	/// See [`crate::api::MetersApi::proposals`].
	pub fn proposals() -> Vec<(MeterProposalId, Proposal<T::AccountId>)> {
		let mut proposals: Vec<_> = Proposals::<T>::iter().collect();
		proposals.sort_by_key(|(number, _)| *number);
		proposals
	}
}
