// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of calls and automatic steps, each in its worst case: bookings with the maximum number of slots; windows
//! of a quarter of a day; income that goes to two pots whose next entries are the first of a month.
//!
//! FRAME expects all benchmarks of a pallet in one module; the submodules hold their set-up.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are not part of the chain.

mod bookings;
mod resources;

use super::*;
use crate::types::{
	Award, Booking, BookingKey, BookingState, CancelledBy, DueKey, EndKey, Interval, Provider, Repeat, ResourceKind,
	ResourceStatus, SharingRules, Side, SlotLength, StandsFor, Terms, MAX_BLOCKED,
};
use bookings::*;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{Contains, EnsureOrigin, Get, Hooks, Randomness},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use linli_primitives::{
	calendar::DAY,
	traits::{Community, FundLedger, Members, OwnersRegister, People},
	Fen, Moment, PotId,
};
use resources::*;
use sp_runtime::DispatchResult;

/// Set-up that benchmarks need outside this pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the time to `now`.
	fn set_time(now: Moment);

	/// Ensures that the pot exists, and that its next entry is the first of a month, which is the worst case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Makes `account` a resident of the maximum number of homes, each of a different owner.
	fn add_resident(account: &AccountId);

	/// Adds `count` homes with the maximum number of owners and residents, each of whom lives in the maximum number of
	/// homes.
	fn fill_homes(count: u32);
}

/// The number of existing bookings when one is made among many.
const STANDING: u32 = if cfg!(test) { 1_000 } else { 100_000 };

/// More than any booking of the benchmarks costs, in fen.
const MAX_COST: Fen = Fen::MAX;

/// Enough homes that few are drawn twice.
const FULL_HOMES: u32 = 512;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		again::<T>();
		let rules = SharingRules { panel_window: DAY, ..SharingRules::default() };
		let origin = T::DecisionOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules);

		assert_eq!(Rules::<T>::get(), rules);
		Ok(())
	}

	#[benchmark]
	fn list() -> Result<(), BenchmarkError> {
		let who = renter::<T>();
		let origin = office::<T>()?;
		again::<T>();
		let device = Some(device::<T>());

		// Either a member or the office lists: the reads of both are measured.
		#[block]
		{
			T::CommunityOrigin::ensure_origin(origin).map_err(sp_runtime::DispatchError::from)?;
			assert!(T::Ledger::exists(POT));
			// As for a resource that stands for a unit.
			let _ = T::Register::is_at_home(&who, 0);
			let (kind, right) = (ResourceKind::Room, StandsFor::Right(hash()));
			Pallet::<T>::do_list(Provider::Person(who), kind, Some(1), hash(), terms(), device, right)?;
		}

		assert_eq!(NextResource::<T>::get(), 1);
		Ok(())
	}

	#[benchmark]
	fn set_terms() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		let (origin, terms) = (office::<T>()?, Terms { price: 1, ..terms() });

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, terms);

		assert!(Resources::<T>::get(id).is_some_and(|resource| resource.terms.price == 1));
		Ok(())
	}

	#[benchmark]
	fn set_device() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, None);

		assert!(Resources::<T>::get(id).is_some_and(|resource| resource.device.is_none()));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let (_, booking) = booked::<T>();
		let id = get::<T>(booking).resource;
		// If the provider has left, the register is read, too.
		leave::<T>(id);
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, true);

		assert!(Refunds::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		Pallet::<T>::do_suspend(office::<T>()?, id, false)?;
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert!(Resources::<T>::get(id).is_some_and(|resource| resource.status == ResourceStatus::Open));
		Ok(())
	}

	/// A resource without bookings, which is removed at once: more expensive than one that stays.
	#[benchmark]
	fn withdraw_resource() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		Pallet::<T>::do_suspend(office::<T>()?, id, true)?;
		leave::<T>(id);
		let origin = office::<T>()?;

		#[block]
		{
			// Read only for a resource that stays.
			assert!(OpenAt::<T>::iter_key_prefix(id).next().is_none());
			Pallet::<T>::do_withdraw(origin, id, true)?;
		}

		assert!(!Resources::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn book() {
		let who = renter::<T>();
		// A person, so that their membership is read.
		let id = list_of::<T>(Provider::Person(member::<T>("provider", 0)));
		let Interval { first, slots } = interval::<T>(id, 0);
		// A later booking exists.
		TakenSlots::<T>::insert(id, EndKey::new(Moment::MAX), Moment::MAX - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, first, slots, MAX_COST, 0);

		assert_eq!(OpenCount::<T>::get(who), 1);
	}

	/// `book` among `n` existing bookings of the resource. Not used for weights: compared with `touch_among`, it shows
	/// that their number makes no difference.
	#[benchmark(extra)]
	fn book_among(n: Linear<0, STANDING>) {
		let (who, _, id) = standing::<T>(n);
		let Interval { first, slots } = interval::<T>(id, 1);

		#[extrinsic_call]
		book(RawOrigin::Signed(who.clone()), id, first, slots, MAX_COST, 0);

		assert_eq!(OpenCount::<T>::get(who), 1);
	}

	/// Only the reads and writes of `book`: the cost of a larger state alone.
	#[benchmark(extra)]
	fn touch_among(n: Linear<0, STANDING>) {
		let (who, provider, id) = standing::<T>(n);
		let slot = SlotLength::QuarterHour;
		let time = slot.span(interval::<T>(id, 1), &T::Community::calendar()).expect("the slots have times");
		let template = Booking { renter: who.clone(), start: time.0, end: time.1, ..get::<T>(0) };

		#[block]
		{
			assert!(T::Members::is_member(&who) && T::Members::is_member(&provider));
			let resource = Resources::<T>::get(id).expect("it is listed");
			assert!(Pallet::<T>::is_free(id, template.start, template.end));
			TakenSlots::<T>::insert(id, EndKey::new(template.end), template.start);
			let household = T::People::household(&who);
			assert!(!Pallet::<T>::is_own(&resource.provider, &who));
			OutstandingBookings::<T>::mutate(id, &household, |standing| *standing += 1);
			let rules = Rules::<T>::get();
			let booking = NextBooking::<T>::get();
			NextBooking::<T>::put(booking + 1);
			OpenCount::<T>::mutate(&who, |count| *count += 1);
			HouseholdOpenCount::<T>::mutate(&household, |count| *count += 1);
			for reason in [HoldReason::Price, HoldReason::Deposit] {
				assert!(Pallet::<T>::hold(reason, &who, rules.income_pot.into()).is_ok());
			}
			Resources::<T>::insert(id, resource);
			let key = BookingKey::new(booking);
			RenterBookings::<T>::insert(&who, key, ());
			OpenBookings::<T>::insert(&who, key, ());
			OpenAt::<T>::insert(id, key, ());
			Queue::<T>::insert(DueKey::new(template.due, booking), ());
			Bookings::<T>::insert(booking, template);
		}

		assert_eq!(OpenCount::<T>::get(who), 1);
	}

	/// Weekly, since bookings of this length cannot be repeated more often; the weight of up to 64 is extrapolated.
	#[benchmark]
	fn book_series(n: Linear<1, 50>) {
		let who = renter::<T>();
		let id = list_of::<T>(Provider::Person(member::<T>("provider", 0)));
		let Interval { first, slots } = interval::<T>(id, 0);
		let (day, _) = SlotLength::QuarterHour.day_of(first).expect("the slot has a day");
		// 1970 began on a Thursday.
		let weekdays = 1u8 << ((day + 3) % 7);
		let count = u8::try_from(n).expect("a series is short");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, first, slots, Repeat { weekdays, count }, MAX_COST, 0);

		assert_eq!(OpenCount::<T>::get(who), n);
	}

	#[benchmark]
	fn cancel() {
		let (who, id) = booked::<T>();
		let (begin, resource) = (get::<T>(id).start, get::<T>(id).resource);
		// A booking is in use, but not one that blocks the renter. A third is refunded, the rest is divided between two
		// pots.
		let Interval { first, slots } = interval::<T>(resource, 1);
		let (other, _) =
			Pallet::<T>::take_interval(&who, resource, Interval { first, slots }, None).expect("it can be booked");
		InUse::<T>::insert(resource, other);
		T::BenchmarkHelper::set_time(begin);
		Bookings::<T>::mutate(id, |booking| {
			booking.as_mut().expect("it is on record").frozen.cancellation.free_until = DAY;
		});
		again::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, 1);

		assert!(matches!(get::<T>(id).state, BookingState::Cancelled { by: CancelledBy::Renter, .. }));
	}

	#[benchmark]
	fn start() {
		let (who, id) = booked::<T>();
		T::BenchmarkHelper::set_time(get::<T>(id).start);

		// Either renter or device starts: the reads of both are measured.
		#[block]
		{
			let resource = Resources::<T>::get(get::<T>(id).resource).expect("it is listed");
			assert!(!resource.device.is_some_and(|device| T::Devices::contains(&device)));
			assert!(Pallet::<T>::do_start(&who, id).is_ok());
		}

		assert!(matches!(get::<T>(id).state, BookingState::Started { .. }));
	}

	#[benchmark]
	fn return_resource() -> Result<(), BenchmarkError> {
		let (_, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Started { at });
		InUse::<T>::insert(get::<T>(id).resource, id);
		T::BenchmarkHelper::set_time(until);
		let origin = office::<T>()?;

		#[block]
		{
			assert!(!T::Devices::contains(&device::<T>()));
			Pallet::<T>::do_return(origin, id)?;
		}

		assert!(matches!(get::<T>(id).state, BookingState::Returned { .. }));
		Ok(())
	}

	#[benchmark]
	fn claim_damage() -> Result<(), BenchmarkError> {
		let (_, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Returned { at, until });
		go_to_due::<T>(id);
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, DEPOSIT, hash(), hash());

		assert!(matches!(get::<T>(id).state, BookingState::Claimed { .. }));
		Ok(())
	}

	#[benchmark]
	fn accept_claim() -> Result<(), BenchmarkError> {
		let (_, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Claimed { at, until });
		go_to_due::<T>(id);
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert!(is_settled::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn dispute_claim() -> Result<(), BenchmarkError> {
		let (_, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Claimed { at, until });
		go_to_due::<T>(id);
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, hash(), 7, hash());

		assert!(matches!(get::<T>(id).state, BookingState::Revealing { .. }));
		Ok(())
	}

	#[benchmark]
	fn vote() {
		let (_, id) = booked::<T>();
		let (_, until) = runs::<T>(id);
		put::<T>(id, BookingState::Empanelled { until, replaced: true });
		go_to_due::<T>(id);
		// The third vote, with which the panel rules.
		let last = panel_of::<T>(id, true).pop().expect("a panel has three members");

		#[extrinsic_call]
		_(RawOrigin::Signed(last), id, award());

		assert!(matches!(get::<T>(id).state, BookingState::Ruled { .. }));
	}

	#[benchmark]
	fn appeal() {
		let (who, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Ruled { at, until });
		go_to_due::<T>(id);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(matches!(get::<T>(id).state, BookingState::Appealed { .. }));
	}

	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		let (_, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Appealed { at, until });
		go_to_due::<T>(id);
		let origin = T::AppealOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, Award::default(), hash());

		assert!(is_settled::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn rate() -> Result<(), BenchmarkError> {
		let (_, id) = settled::<T>();
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, 5, hash());

		assert!(Rated::<T>::contains_key(id, Side::Provider));
		Ok(())
	}

	#[benchmark]
	fn record_use() {
		let (_, id) = booked::<T>();
		T::BenchmarkHelper::set_time(get::<T>(id).start);

		#[extrinsic_call]
		_(RawOrigin::Signed(device::<T>()), get::<T>(id).resource, id, hash());

		assert_eq!(get::<T>(id).uses.count, 1);
	}

	#[benchmark]
	fn advance() {
		let (_, id) = booked::<T>();

		#[block]
		{
			Pallet::<T>::on_initialize(1u32.into());
		}

		assert_eq!(get::<T>(id).state, BookingState::Booked);
	}

	#[benchmark]
	fn look() {
		let (who, id) = booked::<T>();
		let resource = get::<T>(id).resource;
		Refunds::<T>::insert(resource, Some(BookingKey::new(id)));
		// Whether another renter still has the resource is looked up, too.
		let Interval { first, slots } = interval::<T>(resource, 1);
		let (other, _) =
			Pallet::<T>::take_interval(&who, resource, Interval { first, slots }, None).expect("it can be booked");
		InUse::<T>::insert(resource, other);

		#[block]
		{
			assert!(InUse::<T>::get(resource).and_then(Bookings::<T>::get).is_some());
			let key = Queue::<T>::iter_keys().next().expect("a booking waits");
			assert!(Bookings::<T>::get(key.id()).is_some());
			assert!(Refunds::<T>::iter().next().is_some());
		}
	}

	#[benchmark]
	fn lapse() {
		let (_, id) = booked::<T>();
		let (at, _) = runs::<T>(id);
		put::<T>(id, BookingState::Started { at });
		T::BenchmarkHelper::set_time(get::<T>(id).end + T::MaxOverdue::get());

		#[block]
		{
			assert!(Pallet::<T>::do_settle(id).is_ok());
		}

		assert!(matches!(get::<T>(id).state, BookingState::Returned { .. }));
	}

	#[benchmark]
	fn finish() {
		let (_, id) = booked::<T>();
		let (at, _) = runs::<T>(id);
		put::<T>(id, BookingState::Ruled { at, until: at });
		go_to_due::<T>(id);

		#[block]
		{
			assert!(Pallet::<T>::do_settle(id).is_ok());
		}

		assert!(is_settled::<T>(id));
	}

	/// All draws are used, and yet a panel is seated: more expensive than either outcome. The members drawn live in
	/// full homes, and each is checked against [`Config::Office`].
	#[benchmark]
	fn draw() {
		T::BenchmarkHelper::fill_homes(FULL_HOMES);
		let (_, id) = booked::<T>();
		let (_, until) = runs::<T>(id);
		put::<T>(id, BookingState::Empanelled { until, replaced: false });
		let known = panel_of::<T>(id, false);
		known.iter().for_each(T::BenchmarkHelper::add_resident);
		let now = get::<T>(id).end;

		#[block]
		{
			let booking = get::<T>(id);
			let resource = Resources::<T>::get(booking.resource).expect("it is listed");
			let panel = Panels::<T>::get(id).expect("a panel sits");
			let (chance, _) = T::Randomness::random(&Pallet::<T>::subject(id, true));
			let seed = Pallet::<T>::seed_of(&booking, chance);
			// More members than can be drawn, so that no draw is saved.
			Pallet::<T>::draw(seed, &booking, &resource, known, u32::MAX);
			assert!(Rules::<T>::get().panel_window > 0);
			Pallet::<T>::seat(id, booking, panel, now);
		}

		assert_eq!(get::<T>(id).due, now);
	}

	#[benchmark]
	fn escalate() {
		let (_, id) = booked::<T>();
		let (at, _) = runs::<T>(id);
		put::<T>(id, BookingState::Empanelled { until: at, replaced: true });
		panel_of::<T>(id, false);
		go_to_due::<T>(id);

		#[block]
		{
			assert!(Pallet::<T>::do_settle(id).is_ok());
		}

		assert!(matches!(get::<T>(id).state, BookingState::Appealed { .. }));
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let (who, id) = settled::<T>();
		let resource = get::<T>(id).resource;
		Pallet::<T>::do_rate(RawOrigin::Signed(who).into(), id, 5, hash())?;
		Pallet::<T>::do_rate(office::<T>()?, id, 5, hash())?;
		Pallet::<T>::do_withdraw(office::<T>()?, resource, false)?;
		panel_of::<T>(id, true);
		go_to_due::<T>(id);

		#[block]
		{
			assert!(Pallet::<T>::do_settle(id).is_ok());
		}

		assert!(!Bookings::<T>::contains_key(id) && !Resources::<T>::contains_key(resource));
		Ok(())
	}

	#[benchmark]
	fn refund() {
		let (_, id) = booked::<T>();
		let resource = get::<T>(id).resource;
		Refunds::<T>::insert(resource, None::<BookingKey>);
		let mut meter = WeightMeter::with_limit(Weight::MAX);

		#[block]
		{
			Refunds::<T>::insert(resource, Some(BookingKey::new(id)));
			assert!(Pallet::<T>::refund_some(resource, None, &mut meter));
		}

		assert!(matches!(get::<T>(id).state, BookingState::Cancelled { by: CancelledBy::Provider, .. }));
	}

	#[benchmark]
	fn claim_refund() {
		let (who, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Returned { at, until });
		go_to_due::<T>(id);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, 1, hash(), hash());

		assert!(matches!(get::<T>(id).state, BookingState::Claimed { .. }));
	}

	#[benchmark]
	fn extend() {
		let (who, provider) = (renter::<T>(), member::<T>("provider", 0));
		let id = list_of::<T>(Provider::Person(provider));
		let Interval { first, .. } = interval::<T>(id, 0);
		let (booking, _) =
			Pallet::<T>::take_interval(&who, id, Interval { first, slots: 1 }, None).expect("it can be booked");
		T::BenchmarkHelper::set_time(get::<T>(booking).start);
		Pallet::<T>::do_start(&who, booking).expect("it has begun");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), booking, 1, MAX_COST, 0);

		assert_eq!(get::<T>(booking).interval.slots, 2);
	}

	/// All other blocks are over.
	#[benchmark]
	fn block_days() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		fill_blocks::<T>(id, MAX_BLOCKED);
		let origin = office::<T>()?;
		let today = SlotLength::Day.at(BEGIN, &T::Community::calendar()).expect("the day has a number");
		T::BenchmarkHelper::set_time(BEGIN + 40 * DAY);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, today + 50, 1);

		assert_eq!(Blocked::<T>::get(id).len(), 1);
		Ok(())
	}

	#[benchmark]
	fn free_days() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		fill_blocks::<T>(id, MAX_BLOCKED);
		let origin = office::<T>()?;
		let today = SlotLength::Day.at(BEGIN, &T::Community::calendar()).expect("the day has a number");

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, today + 1);

		assert_eq!(Blocked::<T>::decode_len(id), Some(31));
		Ok(())
	}

	/// The second secret, with which the wait for the draw begins.
	#[benchmark]
	fn reveal() {
		let (who, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Revealing { at, until });
		go_to_due::<T>(id);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, hash());

		assert!(matches!(get::<T>(id).state, BookingState::Disputed { .. }));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::BuildExt::build(crate::mock::ExtBuilder), crate::mock::Test);
}
