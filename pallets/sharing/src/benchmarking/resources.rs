// SPDX-License-Identifier: Apache-2.0

//! Set-up of members and resources: always open, with the maximum number of windows.

use crate::{
	types::{
		CancellationPolicy, Provider, ResourceId, ResourceKind, SlotLength, StandsFor, Terms, Window, MAX_HORIZON,
		MAX_SLOTS,
	},
	*,
};
use codec::Encode;
use frame_benchmarking::{account, BenchmarkError};
use frame_support::{traits::EnsureOrigin, BoundedVec};
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{
	calendar::DAY,
	traits::{FundLedger, Household, OwnersRegister, People},
	Cause, ContentHash, Fen, Fraction, Moment, PotId,
};
use sp_io::hashing::blake2_256;

/// Midnight of 1 December 2026 in UTC+8.
pub(super) const BEGIN: Moment = 1_796_054_400_000;
pub(super) const POT: PotId = 0;
/// Odd, so that shares are rounded.
pub(super) const PRICE: Fen = 10_001;
pub(super) const DEPOSIT: Fen = 1_000_003;

/// A member with the maximum number of homes, and enough money for everything.
pub(super) fn member<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::BenchmarkHelper::add_resident(&who);
	let purse = PRICE * Fen::from(MAX_SLOTS) * 100;
	T::BenchmarkHelper::ensure_pot(POT).expect("pots can be opened in benchmarks");
	T::Ledger::issue(POT, purse, Cause::Donation).expect("money can be issued in benchmarks");
	T::Ledger::withdraw(POT, &who, purse, Cause::Donation).expect("the pot has it");
	who
}

pub(super) fn renter<T: Config>() -> T::AccountId {
	member::<T>("renter", 0)
}

pub(super) fn device<T: Config>() -> T::AccountId {
	account("device", 0, 0)
}

pub(super) fn hash() -> ContentHash {
	ContentHash::repeat_byte(1)
}

pub(super) fn office<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::CommunityOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

/// Always open, with the maximum number of windows.
pub(super) fn terms() -> Terms {
	let windows = (0..7u8).flat_map(|weekday| {
		(0..4u8).map(move |quarter| Window { weekday, from: quarter * 24, to: (quarter + 1) * 24 })
	});
	Terms {
		price: PRICE,
		deposit: DEPOSIT,
		slot: SlotLength::QuarterHour,
		windows: BoundedVec::truncate_from(windows.collect()),
		min_slots: 1,
		max_slots: MAX_SLOTS,
		lead_time: 0,
		horizon: MAX_HORIZON,
		cancellation: CancellationPolicy { free_until: 0, afterwards: Fraction::new(1, 3) },
		late_fee: 101,
		claim_window: 2 * DAY,
		no_show: Some(DAY),
		per_household: Some(u16::MAX),
	}
}

/// Makes the next entries of both pots the first of a month.
pub(super) fn again<T: Config>() {
	for pot in [POT, Rules::<T>::get().income_pot] {
		T::BenchmarkHelper::ensure_pot(pot).expect("pots can be opened in benchmarks");
	}
}

/// Lists a resource of `provider`.
pub(super) fn list_of<T: Config>(provider: ProviderOf<T>) -> ResourceId {
	T::BenchmarkHelper::set_time(BEGIN);
	again::<T>();
	let id = NextResource::<T>::get();
	let (kind, device) = (ResourceKind::Parking, Some(device::<T>()));
	let mut right = StandsFor::Right(blake2_256(&id.encode()).into());
	if let Provider::Person(person) = &provider {
		// A unit is more expensive to look up.
		if let Household::Unit(unit) = T::People::household(person) {
			if T::Register::is_at_home(person, unit) {
				right = StandsFor::Unit(unit);
			}
		}
	}
	Pallet::<T>::do_list(provider, kind, None, hash(), terms(), device, right).expect("it can be listed");
	id
}

pub(super) fn common<T: Config>() -> ResourceId {
	list_of::<T>(Provider::Community { pot: POT })
}

/// Makes the provider of the resource an account that has left the community.
pub(super) fn leave<T: Config>(id: ResourceId) {
	let provider = Provider::Person(account("left", 0, 0));
	Resources::<T>::mutate(id, |resource| resource.as_mut().expect("it is listed").provider = provider);
}
