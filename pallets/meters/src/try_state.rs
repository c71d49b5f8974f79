// SPDX-License-Identifier: Apache-2.0

//! Invariants of the pallet, checked after every block.

use crate::{
	types::{Corrected, FinalRequest, Meter, PastLink, ReadingKind, MAX_READINGS},
	Config, Meters, NextMeter, NextProposal, OldestProposal, OpenProposals, Pallet, PastLinks, Proposals, Readings,
	Revisions, SubMeters, UnitMeters,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	MeterId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_ids_are_in_order()?;
		Self::try_meters_are_found_by_unit()?;
		Self::try_meters_are_below_main_meters()?;
		Self::try_readings_follow()?;
		Self::try_proposals_are_bounded()?;
		Self::try_meters_are_of_units()
	}

	/// The ids are `0..NextMeter`, each once, and every dial is valid.
	fn try_ids_are_in_order() -> Result<(), TryRuntimeError> {
		let next = NextMeter::<T>::get();
		ensure!((0..next).all(Meters::<T>::contains_key), "meters: an id has no meter");
		let count = u32::try_from(Meters::<T>::iter_keys().count());
		ensure!(count == Ok(next), "meters: a meter's id is out of range");
		ensure!(Meters::<T>::iter_values().all(|meter| meter.dial.is_valid()), "meters: a dial is invalid");
		Ok(())
	}

	/// Each unit's list has its meters and no others, each once.
	fn try_meters_are_found_by_unit() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::<MeterId>::new();
		for (unit, meters) in UnitMeters::<T>::iter() {
			for id in meters {
				let meter = Meters::<T>::get(id).ok_or("meters: a unit's meter does not exist")?;
				ensure!(meter.place.unit() == Some(unit), "meters: a meter is in another unit's list");
				ensure!(listed.insert(id), "meters: a meter is listed twice");
			}
		}
		let placed = Meters::<T>::iter_values().filter(|meter| meter.place.unit().is_some()).count();
		ensure!(placed == listed.len(), "meters: a unit's meter is not in its list");
		Ok(())
	}

	/// Each list below a main meter has the meters that name it, each once. The main meter is a common part's, in use,
	/// of the same utility, and below no other. Past links are of a main meter, end after they begin, and share the
	/// places; those of one meter do not overlap, nor does its present link.
	fn try_meters_are_below_main_meters() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::<MeterId>::new();
		for (main, below) in SubMeters::<T>::iter() {
			let above = Meters::<T>::get(main).ok_or("meters: a main meter does not exist")?;
			ensure!(above.place.unit().is_none(), "meters: a main meter is a unit's");
			ensure!(above.main.is_none() && !above.removed, "meters: a main meter is below another or removed");
			for id in below {
				let meter = Meters::<T>::get(id).ok_or("meters: a sub-meter does not exist")?;
				ensure!(meter.main == Some(main), "meters: a meter is below another main meter");
				ensure!(meter.utility == above.utility, "meters: a sub-meter measures something else");
				ensure!(listed.insert(id), "meters: a sub-meter is listed twice");
				ensure!(meter.base >= Self::link_ended(id, main), "meters: use below a main meter counts twice");
			}
		}
		for (main, past) in PastLinks::<T>::iter() {
			let above = Meters::<T>::get(main).ok_or("meters: a main meter does not exist")?;
			ensure!(above.place.unit().is_none(), "meters: a main meter is a unit's");
			let mut ends = BTreeMap::<MeterId, u64>::new();
			for PastLink { meter, base, end } in &past {
				ensure!(Meters::<T>::contains_key(meter), "meters: a meter of a past link does not exist");
				ensure!(base < end, "meters: a past link ends before it begins");
				let ended = ends.insert(*meter, *end);
				ensure!(ended.is_none_or(|ended| *base >= ended), "meters: past links of a meter overlap");
			}
			let places = past.len().saturating_add(SubMeters::<T>::decode_len(main).unwrap_or(0));
			let most = usize::try_from(T::MaxSubMeters::get()).unwrap_or(usize::MAX);
			ensure!(places <= most, "meters: a main meter has too many meters below it");
		}
		let is_main = |id| Meters::<T>::get(id).is_some_and(|meter| meter.place.unit().is_none());
		ensure!(Revisions::<T>::iter_keys().all(is_main), "meters: shared use that changed is of no main meter");
		let linked = Meters::<T>::iter_values().filter(|meter| meter.main.is_some()).count();
		ensure!(linked == listed.len(), "meters: a sub-meter is not in its main meter's list");
		Ok(())
	}

	/// Each meter has the readings `0..readings`; the first opens it, the last is stored with it. Dates never fall, and
	/// the use falls only by a correction and does not change where a dial is opened. Of corrections each says more
	/// than the one before.
	fn try_readings_follow() -> Result<(), TryRuntimeError> {
		let mut count = 0usize;
		for (id, meter) in Meters::<T>::iter() {
			Self::try_readings_of(id, &meter)?;
			count = count.saturating_add(usize::try_from(meter.readings).unwrap_or(usize::MAX));
		}
		ensure!(Readings::<T>::iter_keys().count() == count, "meters: a reading has no meter");
		Ok(())
	}

	fn try_readings_of(id: MeterId, meter: &Meter<T::AccountId>) -> Result<(), TryRuntimeError> {
		ensure!((1..=MAX_READINGS).contains(&meter.readings), "meters: a meter has no reading, or too many");
		let first = Readings::<T>::get(id, 0).ok_or("meters: a reading is missing")?;
		ensure!(first.kind == ReadingKind::Opening && first.total == 0, "meters: a meter does not begin at zero");
		let mut last = first;
		for number in 1..meter.readings {
			let next = Readings::<T>::get(id, number).ok_or("meters: a reading is missing")?;
			ensure!(next.at >= last.at, "meters: a reading is dated before the one before");
			let follows = match next.kind {
				ReadingKind::Opening => next.total == last.total,
				ReadingKind::Ordinary | ReadingKind::Closing => next.total >= last.total,
				ReadingKind::Correction => next.total <= last.total,
			};
			ensure!(follows, "meters: the use does not follow");
			last = next;
		}
		let follow = |pair: &[Corrected]| matches!(pair, [one, next] if one.at <= next.at && one.total < next.total);
		ensure!(meter.corrections.windows(2).all(follow), "meters: corrections are out of order");
		ensure!(last == meter.last, "meters: the last reading is another");
		ensure!(meter.last.value < meter.dial.modulus(), "meters: a reading does not fit the dial");
		Ok(())
	}

	/// Proposals have numbers from the oldest one on and below the next one; they are not too many, also of each
	/// proposer, and counted.
	fn try_proposals_are_bounded() -> Result<(), TryRuntimeError> {
		let next = NextProposal::<T>::get();
		ensure!(Proposals::<T>::iter_keys().all(|id| id < next), "meters: a proposal's number is out of range");
		let count = u32::try_from(Proposals::<T>::iter_keys().count());
		ensure!(count == Ok(Proposals::<T>::count()), "meters: the proposals are miscounted");
		ensure!(Proposals::<T>::count() <= T::MaxProposals::get(), "meters: too many proposals");
		let oldest = OldestProposal::<T>::get();
		ensure!(Proposals::<T>::iter_keys().all(|id| id >= oldest), "meters: a proposal is older than the oldest");
		let mut own = BTreeMap::<T::AccountId, u32>::new();
		for proposal in Proposals::<T>::iter_values() {
			let count = own.entry(proposal.proposer).or_default();
			*count = count.saturating_add(1);
		}
		let is_within = own.values().all(|count| *count <= T::MaxProposalsPerProposer::get());
		ensure!(is_within, "meters: an account has too many proposals");
		ensure!(OpenProposals::<T>::iter().collect::<BTreeMap<_, _>>() == own, "meters: open proposals are miscounted");
		Ok(())
	}

	/// A unit's meter is of an existing unit; no list is longer than its bound. A meter that was removed ends with its
	/// closing and has no device. No reading, and no request for one, is of a moment to come; a proposal is of an
	/// existing meter.
	fn try_meters_are_of_units() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		for meter in Meters::<T>::iter_values() {
			let exists = meter.place.unit().is_none_or(|unit| unit < T::Register::unit_count());
			ensure!(exists, "meters: a meter is of a unit that does not exist");
			let has_ended = meter.last.kind == ReadingKind::Closing && meter.device.is_none();
			ensure!(!meter.removed || has_ended, "meters: a meter that was removed goes on");
			// Before the first block there is no time.
			ensure!(meter.last.at <= now || now == 0, "meters: a reading is dated in the future");
			let is_past = |request: FinalRequest| request.at <= now && request.lived <= T::Clock::lived();
			ensure!(meter.requested.is_none_or(is_past), "meters: a final reading was asked for in the future");
		}
		for proposal in Proposals::<T>::iter_values() {
			let exists = proposal.change.meter().is_none_or(Meters::<T>::contains_key);
			ensure!(exists, "meters: a proposal is of a meter that does not exist");
		}
		Ok(())
	}
}
