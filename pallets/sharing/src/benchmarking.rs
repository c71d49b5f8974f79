// SPDX-License-Identifier: Apache-2.0

//! What calls and steps cost, measured on the dearest case of each: bookings of as many slots as can be; windows of a quarter of a day each; income that goes to two pots, whose next entries are the first of a
//! month.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are no part of the chain.

use super::*;
use crate::types::{
	Booking, BookingId, BookingKey, BookingState, CancellationPolicy, CancelledBy, Claim, DueKey, EndKey, Interval,
	Panel, Provider, RatedBy, Repeat, ResourceId, ResourceKind, ResourceStatus, Rules, Seat, Slot, SlotLength, Terms,
	Window, MAX_HORIZON, MAX_SLOTS,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{Contains, EnsureOrigin, Hooks, Randomness},
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Community, FundLedger, Members},
	Cause, ContentHash, Fen, Fraction, Moment, PotId,
};

/// Midnight of 1 December 2026 in UTC+8.
const BEGIN: Moment = 1_796_054_400_000;
const POT: PotId = 0;
/// Odd, so that shares are rounded.
const PRICE: Fen = 10_001;
const DEPOSIT: Fen = 1_000_003;
/// How many bookings stand where one is made among many.
const STANDING: u32 = if cfg!(test) { 1_000 } else { 100_000 };

/// So many homes that few are drawn twice.
const FULL_HOMES: u32 = 512;

/// A member with as many homes as can be, and enough money for everything.
fn member<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::Members::add_resident(&who);
	let purse = PRICE * Fen::from(MAX_SLOTS) * 100;
	T::Ledger::ensure_pot(POT).expect("pots can be opened in benchmarks");
	T::Ledger::issue(POT, purse, Cause::Donation).expect("money can be issued in benchmarks");
	T::Ledger::withdraw(POT, &who, purse, Cause::Donation).expect("the pot has it");
	who
}

fn renter<T: Config>() -> T::AccountId {
	member::<T>("renter", 0)
}

fn device<T: Config>() -> T::AccountId {
	account("device", 0, 0)
}

fn hash() -> ContentHash {
	ContentHash::repeat_byte(1)
}

fn office<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::CommunityOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

/// Always open, in as many windows as a week can have.
fn terms() -> Terms {
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
		per_renter: Some(u16::MAX),
	}
}

/// Both pots' next entries are the first of a month.
fn again<T: Config>() {
	for pot in [POT, RulesOf::<T>::get().income_pot] {
		T::Ledger::ensure_pot(pot).expect("pots can be opened in benchmarks");
	}
}

/// Lists a resource of the provider.
fn list_of<T: Config>(provider: ProviderOf<T>) -> ResourceId {
	T::Clock::set(BEGIN);
	again::<T>();
	let id = NextResource::<T>::get();
	let (kind, device) = (ResourceKind::Parking, Some(device::<T>()));
	Pallet::<T>::do_list(provider, kind, None, hash(), terms(), device).expect("it can be listed");
	id
}

fn common<T: Config>() -> ResourceId {
	list_of::<T>(Provider::Community { pot: POT })
}

/// As many slots as can be, which begin so many weeks later.
fn interval<T: Config>(resource: ResourceId, weeks: u32) -> Interval {
	let resource = Resources::<T>::get(resource).expect("it is listed");
	let tomorrow = resource.terms.slot.at(BEGIN + DAY, &T::Community::calendar()).expect("the day has slots");
	let week = 7 * u32::from(SlotLength::QuarterHour.per_day());
	let first: Slot = tomorrow + weeks * week;
	Interval { first, slots: MAX_SLOTS }
}

fn book_at<T: Config>(who: &T::AccountId, resource: ResourceId) -> BookingId {
	Pallet::<T>::do_book(who, resource, interval::<T>(resource, 0), None).expect("it can be booked")
}

/// Books a resource of the community.
fn booked<T: Config>() -> (T::AccountId, BookingId) {
	let (who, resource) = (renter::<T>(), common::<T>());
	let id = book_at::<T>(&who, resource);
	again::<T>();
	(who, id)
}

fn get<T: Config>(id: BookingId) -> BookingOf<T> {
	Bookings::<T>::get(id).expect("it is on record")
}

/// Makes it a resource of somebody who has left the community.
fn leave<T: Config>(id: ResourceId) {
	let provider = Provider::Person(account("left", 0, 0));
	Listed::<T>::insert(&provider, 1);
	Resources::<T>::mutate(id, |resource| resource.as_mut().expect("it is listed").provider = provider);
}

/// Puts a booking into a state, at its due moment.
fn put<T: Config>(id: BookingId, state: BookingState<BlockNumberFor<T>>) {
	let mut booking = get::<T>(id);
	if booking.state.occupies() && !state.occupies() {
		Pallet::<T>::vacate(&booking);
	}
	if !matches!(state, BookingState::Booked | BookingState::Started { .. } | BookingState::Returned { .. }) {
		let at = Moment::MAX;
		booking.claim = Some(Claim { at, amount: 7, evidence: hash(), answer: Some(hash()), ruled: Some(5) });
	}
	booking.state = state;
	let due = booking.end;
	Pallet::<T>::keep(id, booking, due);
}

/// Makes it when the booking is due.
fn go_to_due<T: Config>(id: BookingId) {
	T::Clock::set(get::<T>(id).due);
}

/// A time that runs, and one that is over when the booking is due.
fn runs<T: Config>(id: BookingId) -> (Moment, Moment) {
	(get::<T>(id).start, get::<T>(id).end + DAY)
}

/// A panel of three, of whom two have voted, or none.
fn panel_of<T: Config>(id: BookingId, has_voted: bool) -> Vec<T::AccountId> {
	let members: Vec<T::AccountId> = (0..3).map(|number| account("panel", number, 0)).collect();
	let seats = members
		.iter()
		.enumerate()
		.map(|(place, who)| Seat { who: who.clone(), vote: (has_voted && place < 2).then_some(5) });
	let seats = BoundedVec::truncate_from(seats.collect());
	let replaced = BoundedVec::truncate_from((3..6).map(|number| account("panel", number, 0)).collect());
	Panels::<T>::insert(id, Panel { seats, replaced });
	members
}

fn is_settled<T: Config>(id: BookingId) -> bool {
	matches!(get::<T>(id).state, BookingState::Settled { .. })
}

/// Settles a booking in which nothing was claimed.
fn settled<T: Config>() -> (T::AccountId, BookingId) {
	let (who, id) = booked::<T>();
	let (at, _) = runs::<T>(id);
	put::<T>(id, BookingState::Returned { at, until: at });
	go_to_due::<T>(id);
	Pallet::<T>::do_settle(id).expect("it is due");
	(who, id)
}

/// A resource with `n` bookings besides a first. Gives one who has none yet, and the provider.
fn standing<T: Config>(n: u32) -> (T::AccountId, T::AccountId, ResourceId) {
	let (who, other, provider) = (renter::<T>(), member::<T>("other", 0), member::<T>("provider", 0));
	let id = list_of::<T>(Provider::Person(provider.clone()));
	let first = book_at::<T>(&other, id);
	let template = get::<T>(first);
	for number in 1..=n {
		let booking = first + BookingId::from(number);
		let key = BookingKey::new(booking);
		Bookings::<T>::insert(booking, template.clone());
		BookingsOf::<T>::insert(&other, key, ());
		OpenBookings::<T>::insert(&other, key, ());
		OpenAt::<T>::insert(id, key, ());
		Queue::<T>::insert(DueKey::new(template.due + BookingId::from(number), booking), ());
		// Centuries from now.
		let start = template.end + MAX_HORIZON * 100 + BookingId::from(number) * DAY;
		Taken::<T>::insert(id, EndKey::new(start + DAY), start);
	}
	NextBooking::<T>::put(first + BookingId::from(n) + 1);
	(who, provider, id)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		again::<T>();
		let rules = Rules { panel_window: DAY, ..Rules::default() };
		let origin = T::DecisionOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules);

		assert_eq!(RulesOf::<T>::get(), rules);
		Ok(())
	}

	#[benchmark]
	fn list() -> Result<(), BenchmarkError> {
		let who = renter::<T>();
		let origin = office::<T>()?;
		again::<T>();
		let device = Some(device::<T>());

		// A member or the office lists; each is looked at with what it reads.
		#[block]
		{
			T::CommunityOrigin::ensure_origin(origin).map_err(sp_runtime::DispatchError::from)?;
			assert!(T::Ledger::exists(POT));
			Pallet::<T>::do_list(Provider::Person(who), ResourceKind::Room, Some(1), hash(), terms(), device)?;
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
		// Of a provider who has left, the register is asked too.
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

	/// One without bookings, which goes at once: dearer than one that stays.
	#[benchmark]
	fn withdraw_resource() -> Result<(), BenchmarkError> {
		let id = common::<T>();
		Pallet::<T>::do_suspend(office::<T>()?, id, true)?;
		leave::<T>(id);
		let origin = office::<T>()?;

		#[block]
		{
			// What is asked only of one that stays.
			assert!(OpenAt::<T>::iter_key_prefix(id).next().is_none());
			Pallet::<T>::do_withdraw(origin, id, true)?;
		}

		assert!(!Resources::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn book() {
		let who = renter::<T>();
		// Whether the provider is still a member is looked up.
		let id = list_of::<T>(Provider::Person(member::<T>("provider", 0)));
		let Interval { first, slots } = interval::<T>(id, 0);
		// Another booking comes later.
		Taken::<T>::insert(id, EndKey::new(Moment::MAX), Moment::MAX - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, first, slots);

		assert_eq!(OpenCount::<T>::get(who), 1);
	}

	/// The same among so many bookings of the resource that stand already. Not for weights: with `touch_among` it shows
	/// that their number makes no difference.
	#[benchmark(extra)]
	fn book_among(n: Linear<0, STANDING>) {
		let (who, _, id) = standing::<T>(n);
		let Interval { first, slots } = interval::<T>(id, 1);

		#[extrinsic_call]
		book(RawOrigin::Signed(who.clone()), id, first, slots);

		assert_eq!(OpenCount::<T>::get(who), 1);
	}

	/// What booking reads and writes, and nothing else: what a larger state by itself costs.
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
			Taken::<T>::insert(id, EndKey::new(template.end), template.start);
			Standing::<T>::mutate(id, &who, |standing| *standing += 1);
			let rules = RulesOf::<T>::get();
			let booking = NextBooking::<T>::get();
			NextBooking::<T>::put(booking + 1);
			OpenCount::<T>::mutate(&who, |count| *count += 1);
			for reason in [HoldReason::Price, HoldReason::Deposit] {
				assert!(Pallet::<T>::hold(reason, &who, rules.income_pot.into()).is_ok());
			}
			Resources::<T>::insert(id, resource);
			let key = BookingKey::new(booking);
			BookingsOf::<T>::insert(&who, key, ());
			OpenBookings::<T>::insert(&who, key, ());
			OpenAt::<T>::insert(id, key, ());
			Queue::<T>::insert(DueKey::new(template.due, booking), ());
			Bookings::<T>::insert(booking, template);
		}

		assert_eq!(OpenCount::<T>::get(who), 1);
	}

	/// Weekly, since longer bookings cannot come oftener; the call takes up to 64 by the same
	/// line.
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
		_(RawOrigin::Signed(who.clone()), id, first, slots, Repeat { weekdays, count });

		assert_eq!(OpenCount::<T>::get(who), n);
	}

	#[benchmark]
	fn cancel() {
		let (who, id) = booked::<T>();
		let (begin, resource) = (get::<T>(id).start, get::<T>(id).resource);
		// Somebody has it, but nobody who would be late. A third comes back, the rest is divided between two pots.
		let Interval { first, slots } = interval::<T>(resource, 1);
		let other = Pallet::<T>::do_book(&who, resource, Interval { first, slots }, None).expect("it can be booked");
		InUse::<T>::insert(resource, other);
		T::Clock::set(begin);
		Bookings::<T>::mutate(id, |booking| {
			booking.as_mut().expect("it is on record").frozen.cancellation.free_until = DAY;
		});
		again::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(matches!(get::<T>(id).state, BookingState::Cancelled { by: CancelledBy::Renter, .. }));
	}

	#[benchmark]
	fn start() {
		let (who, id) = booked::<T>();
		T::Clock::set(get::<T>(id).start);

		// Renter or device begins; each is looked at with what it reads.
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
		T::Clock::set(until);
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
	fn claim() -> Result<(), BenchmarkError> {
		let (_, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Returned { at, until });
		go_to_due::<T>(id);
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, DEPOSIT, hash());

		assert!(matches!(get::<T>(id).state, BookingState::Claimed { .. }));
		Ok(())
	}

	#[benchmark]
	fn accept_claim() {
		let (who, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Claimed { at, until });
		go_to_due::<T>(id);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(is_settled::<T>(id));
	}

	#[benchmark]
	fn dispute_claim() {
		let (who, id) = booked::<T>();
		let (at, until) = runs::<T>(id);
		put::<T>(id, BookingState::Claimed { at, until });
		go_to_due::<T>(id);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, hash());

		assert!(matches!(get::<T>(id).state, BookingState::Disputed { .. }));
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
		_(RawOrigin::Signed(last), id, 7);

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
		_(origin as T::RuntimeOrigin, id, 5, hash());

		assert!(is_settled::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn rate() -> Result<(), BenchmarkError> {
		let (_, id) = settled::<T>();
		let origin = office::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, 5, hash());

		assert!(Rated::<T>::contains_key(id, RatedBy::Provider));
		Ok(())
	}

	#[benchmark]
	fn record_use() {
		let (_, id) = booked::<T>();
		T::Clock::set(get::<T>(id).start);

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
		let (_, id) = booked::<T>();
		Refunds::<T>::insert(get::<T>(id).resource, Some(BookingKey::new(id)));

		#[block]
		{
			let key = Queue::<T>::iter_keys().next().expect("a booking waits");
			assert!(Bookings::<T>::get(key.booking()).is_some());
			assert!(Refunds::<T>::iter().next().is_some());
		}
	}

	#[benchmark]
	fn lapse() {
		let (_, id) = booked::<T>();
		let (at, _) = runs::<T>(id);
		put::<T>(id, BookingState::Started { at });
		go_to_due::<T>(id);

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
		put::<T>(id, BookingState::Claimed { at, until: at });
		go_to_due::<T>(id);

		#[block]
		{
			assert!(Pallet::<T>::do_settle(id).is_ok());
		}

		assert!(is_settled::<T>(id));
	}

	/// No draw finds three, and yet a panel sits: dearer than either. Those drawn live in full homes, and are asked
	/// whether they act for the community.
	#[benchmark]
	fn draw() {
		T::Members::fill_homes(FULL_HOMES);
		let (_, id) = booked::<T>();
		let (_, until) = runs::<T>(id);
		put::<T>(id, BookingState::Empanelled { until, replaced: false });
		let known = panel_of::<T>(id, false);
		known.iter().for_each(T::Members::add_resident);
		let now = get::<T>(id).end;

		#[block]
		{
			let booking = get::<T>(id);
			let resource = Resources::<T>::get(booking.resource).expect("it is listed");
			let panel = Panels::<T>::get(id).expect("a panel sits");
			let (seed, _) = T::Randomness::random(&Pallet::<T>::subject(id, true));
			// More are wanted than there can be.
			Pallet::<T>::draw(seed, &booking, &resource, known, u32::MAX);
			assert!(RulesOf::<T>::get().panel_window > 0);
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

	impl_benchmark_test_suite!(Pallet, crate::mock::BuildExt::build(crate::mock::ExtBuilder), crate::mock::Test);
}
