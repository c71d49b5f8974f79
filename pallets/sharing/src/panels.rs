// SPDX-License-Identifier: Apache-2.0

//! Panels of three members, drawn at random, who rule on disputed claims (D36). The crate's documentation states how
//! fair the draw is.

use crate::{
	types::{Award, BookingId, Panel, Provider, Seat, Step, MAX_NEAR, PANEL},
	BookingOf, Config, Error, Event, Pallet, Panels, ProviderOf, ResourceOf, Rules,
};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{Contains, Randomness},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{
	traits::{Clock, Members},
	LivedWindow, Moment, OwnerId,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchError, DispatchResult};

/// The maximum number of units drawn for a panel: a bound on the cost of a draw. If one unit in four has a member, and
/// the others are parking spaces, unsold or without an account, the draw fails a few times in a million.
pub(crate) const DRAWS: u32 = 64;

/// How long a draw waits for recent randomness, in ms: ninety blocks, since the randomness mixes the last 81 blocks. A
/// draw is expensive, so if the randomness is still too old, it waits as long again.
pub(crate) const DRAW_WAIT: Moment = 540_000;

/// The accounts that cannot be drawn, and the owners to whom they belong: nobody who belongs to one of these can be
/// drawn either. Homes assigned after `as_of`, the time of the claim, are ignored, so that a party cannot exclude
/// members by naming them as residents.
struct Near<T: Config> {
	accounts: BTreeSet<T::AccountId>,
	owners: BTreeSet<OwnerId>,
	as_of: Moment,
}

impl<T: Config> Near<T> {
	fn new(as_of: Moment) -> Self {
		Self { accounts: BTreeSet::new(), owners: BTreeSet::new(), as_of }
	}

	/// Excludes an account, and everybody who belongs to the same owners.
	fn leave_out(&mut self, account: T::AccountId) {
		self.owners.extend(T::Members::belongs_to(&account, self.as_of));
		self.accounts.insert(account);
	}

	/// Whether the account can be drawn: it was at home before the claim, and is near to nobody who is excluded. If so,
	/// it is excluded from now on, together with those near to it.
	fn admit(&mut self, account: &T::AccountId) -> bool {
		let owners = T::Members::belongs_to(account, self.as_of);
		// Somebody who was named since belongs to nobody yet: no party fills the homes before the draw.
		let is_far = !owners.is_empty()
			&& !self.accounts.contains(account)
			&& !owners.iter().any(|owner| self.owners.contains(owner));
		if is_far {
			self.owners.extend(owners);
			self.accounts.insert(account.clone());
		}
		is_far
	}
}

impl<T: Config> Pallet<T> {
	/// Draws the panel of a dispute whose secrets were closed at `since` in `block`; waits while the randomness is not
	/// later than that block.
	pub(crate) fn draw_panel(
		id: BookingId,
		mut booking: BookingOf<T>,
		(since, block): (Moment, BlockNumberFor<T>),
		now: Moment,
	) -> DispatchResult {
		let window = Rules::<T>::get().panel_window;
		let (chance, known_since) = T::Randomness::random(&Self::subject(id, false));
		if known_since <= block {
			if LivedWindow::new(T::Clock::lived_at(since), window).is_over::<T::Clock>() {
				return Self::escalate(id, booking);
			}
			Self::keep(id, booking, now.checked_add(DRAW_WAIT).ok_or(Error::<T>::Overflow)?);
			return Ok(());
		}
		let seed = Self::seed_of(&booking, chance);
		let drawn = Self::draw(seed, &booking, &Self::resource(booking.resource)?, Vec::new(), PANEL);
		let seats: Vec<_> = drawn.into_iter().map(|who| Seat { who, vote: None }).collect();
		let Some(panel) = Self::full_panel(seats, BoundedVec::default()) else {
			return Self::escalate(id, booking);
		};
		let (until, shown) = Self::window(window)?;
		Self::take(&mut booking, Step::Empanel { until })?;
		Self::seat(id, booking, panel, shown);
		Ok(())
	}

	/// Draws replacements for the members who did not vote in time.
	pub(crate) fn replace_panel(id: BookingId, mut booking: BookingOf<T>) -> DispatchResult {
		let panel = Panels::<T>::get(id).ok_or(Error::<T>::NotEmpanelled)?;
		let (voted, silent): (Vec<_>, Vec<_>) = panel.seats.into_iter().partition(|seat| seat.vote.is_some());
		let known: Vec<_> = voted.iter().chain(&silent).map(|seat| seat.who.clone()).collect();
		let (chance, _) = T::Randomness::random(&Self::subject(id, true));
		let seed = Self::seed_of(&booking, chance);
		let missing = u32::try_from(silent.len()).map_err(|_| Error::<T>::Overflow)?;
		let drawn = Self::draw(seed, &booking, &Self::resource(booking.resource)?, known, missing);
		let seats = voted.into_iter().chain(drawn.into_iter().map(|who| Seat { who, vote: None })).collect();
		let replaced = BoundedVec::truncate_from(silent.into_iter().map(|seat| seat.who).collect());
		let Some(panel) = Self::full_panel(seats, replaced) else {
			return Self::escalate(id, booking);
		};
		let (until, shown) = Self::window(Rules::<T>::get().panel_window)?;
		Self::take(&mut booking, Step::Replace { at: Self::instant(), until })?;
		Self::seat(id, booking, panel, shown);
		Ok(())
	}

	/// Records the vote of a member; with the last vote the panel rules.
	pub(crate) fn do_vote(who: T::AccountId, id: BookingId, award: Award) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let at = Self::instant();
		Self::take(&mut booking, Step::Vote { at })?;
		let mut claim = Self::claim_of(&booking)?;
		let mut panel = Panels::<T>::get(id).ok_or(Error::<T>::NotEmpanelled)?;
		let seat = panel.seats.iter_mut().find(|seat| seat.who == who).ok_or(Error::<T>::NotOnPanel)?;
		ensure!(seat.vote.is_none(), Error::<T>::AlreadyVoted);
		ensure!(award.is_within(&claim.claimed), Error::<T>::AmountTooLarge);
		seat.vote = Some(award);
		Self::deposit_event(Event::Voted { booking: id, who, award });
		if let Some(ruling) = panel.ruling() {
			let (until, shown) = Self::window(Rules::<T>::get().appeal_window)?;
			Self::take(&mut booking, Step::Rule { at, until })?;
			claim.ruled = Some(ruling);
			booking.claim = Some(claim);
			Self::deposit_event(Event::Ruled { booking: id, award: ruling, until: shown });
			Self::keep(id, booking, shown);
		}
		Panels::<T>::insert(id, panel);
		Ok(())
	}

	/// The subject of the randomness: unique to each draw of each booking.
	pub(crate) fn subject(id: BookingId, is_second: bool) -> Vec<u8> {
		(b"linli/sharing", id, is_second).encode()
	}

	/// Draws up to `wanted` members who are unrelated to the parties, to each other, and to the members `known` from an
	/// earlier draw.
	pub(crate) fn draw(
		seed: [u8; 32],
		booking: &BookingOf<T>,
		resource: &ResourceOf<T>,
		known: Vec<T::AccountId>,
		wanted: u32,
	) -> Vec<T::AccountId> {
		let mut near = Near::<T>::new(booking.claim.map_or(Moment::MAX, |claim| claim.at));
		near.owners.extend(booking.near.iter().copied());
		for account in known.into_iter().chain([booking.renter.clone()]) {
			near.leave_out(account);
		}
		let is_common = match &resource.provider {
			Provider::Person(provider) => {
				near.leave_out(provider.clone());
				false
			}
			Provider::Community { .. } => true,
		};
		let may_sit = |who: &T::AccountId| !is_common || !T::Office::contains(who);
		let mut drawn = Vec::new();
		for number in 0..DRAWS {
			if u32::try_from(drawn.len()).is_ok_and(|count| count >= wanted) {
				break;
			}
			drawn.extend(Self::draw_one(seed, number).filter(|who| may_sit(who) && near.admit(who)));
		}
		drawn
	}

	/// The owners to whom the two sides belong now: see [`crate::types::Booking::near`].
	pub(crate) fn near_of(
		renter: &T::AccountId,
		provider: &ProviderOf<T>,
	) -> BoundedVec<OwnerId, frame_support::traits::ConstU32<MAX_NEAR>> {
		let as_of = T::Clock::now().saturating_add(1);
		let mut owners: BTreeSet<_> = T::Members::belongs_to(renter, as_of).into_iter().collect();
		if let Provider::Person(person) = provider {
			owners.extend(T::Members::belongs_to(person, as_of));
		}
		BoundedVec::truncate_from(owners.into_iter().collect())
	}

	/// Draws one member of one home. The bias between homes is negligible: a few in 2^64.
	fn draw_one(seed: [u8; 32], number: u32) -> Option<T::AccountId> {
		let [p0, p1, p2, p3, p4, p5, p6, p7, c0, c1, c2, c3, ..] = blake2_256(&(seed, number).encode());
		let place = u64::from_le_bytes([p0, p1, p2, p3, p4, p5, p6, p7]).checked_rem(T::Members::places().into())?;
		T::Members::at(u32::try_from(place).ok()?, u32::from_le_bytes([c0, c1, c2, c3]))
	}

	/// The panel, if all its seats are filled.
	fn full_panel(
		seats: Vec<Seat<T::AccountId>>,
		replaced: BoundedVec<T::AccountId, frame_support::traits::ConstU32<PANEL>>,
	) -> Option<Panel<T::AccountId>> {
		let is_full = u32::try_from(seats.len()).is_ok_and(|count| count == PANEL);
		is_full.then_some(())?;
		Some(Panel { seats: BoundedVec::try_from(seats).ok()?, replaced })
	}

	/// Seats a panel, which can vote until the clock time `until`.
	pub(crate) fn seat(id: BookingId, booking: BookingOf<T>, panel: Panel<T::AccountId>, until: Moment) {
		let members = BoundedVec::truncate_from(panel.seats.iter().map(|seat| seat.who.clone()).collect());
		Self::deposit_event(Event::Empanelled { booking: id, members, until });
		Panels::<T>::insert(id, panel);
		Self::keep(id, booking, until);
	}

	/// What the panel ruled; nothing if no panel ruled. It stands if the committee does not rule.
	pub(crate) fn ruled(booking: &BookingOf<T>) -> Result<Award, DispatchError> {
		Ok(Self::claim_of(booking)?.ruled.unwrap_or_default())
	}
}
