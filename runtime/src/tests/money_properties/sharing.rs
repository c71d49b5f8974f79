// SPDX-License-Identifier: Apache-2.0

//! Random operations on shared resources.

use super::*;
use pallet_linli_sharing::{types::*, Bookings, Call as Share, NextBooking, NextResource, Resources};

impl Life {
	/// A booking in the given state, if any; occasionally any booking, or none.
	fn booking(&mut self, is: impl Fn(&BookingState<BlockNumber>) -> bool) -> (BookingId, Sr25519Keyring) {
		let all = Bookings::<Runtime>::iter().filter(|(_, booking)| is(&booking.state));
		let mut found: Vec<_> = all.map(|(id, booking)| (id, booking.renter)).collect();
		found.sort();
		match self.dice.of(&found) {
			Some((id, renter)) if !self.dice.one_in(10) => (id, keyring(&renter)),
			_ => (self.dice.below(u32::try_from(NextBooking::<Runtime>::get()).unwrap() + 1).into(), Alice),
		}
	}

	/// The provider of the booked resource.
	fn provider(&mut self, booking: BookingId) -> RuntimeOrigin {
		let resource = Bookings::<Runtime>::get(booking).and_then(|found| Resources::<Runtime>::get(found.resource));
		match resource.map(|resource| resource.provider) {
			Some(Provider::Person(who)) => self.mostly(keyring(&who)),
			_ => self.mostly(MANAGER),
		}
	}

	fn terms(&mut self) -> Terms {
		let windows = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect::<Vec<_>>();
		Terms {
			price: self.dice.amount(1_000),
			deposit: self.dice.amount(20_000),
			slot: SlotLength::Hour,
			windows: windows.try_into().unwrap(),
			min_slots: 1,
			max_slots: 100,
			lead_time: 0,
			horizon: 30 * DAY,
			cancellation: CancellationPolicy { free_until: DAY, afterwards: Fraction::new(1, 3) },
			late_fee: self.dice.amount(500),
			claim_window: 10 * DAY,
			no_show: self.dice.one_in(3).then_some(DAY / 2),
			per_household: self.dice.one_in(2).then_some(3),
		}
	}

	/// Does one operation of this kind; returns whether it succeeded.
	pub(super) fn share(&mut self, kind: &str) -> bool {
		let (resident, own) = self.resident();
		match kind {
			"list" => {
				let (pot, terms) = (self.pot(), self.terms());
				let (origin, pot) = match self.dice.below(3) {
					0 => (own, None),
					_ => (self.mostly(MANAGER), Some(pot)),
				};
				let (kind, description) = (ResourceKind::Tool, hash(20));
				let stands_for = StandsFor::Thing;
				act(origin, Share::list { pot, kind, building: None, description, terms, device: None, stands_for })
			}
			"book" => {
				let resource = self.dice.below(NextResource::<Runtime>::get() + 1);
				let soon = SlotLength::Hour.at(now(), &Calendar::default()).unwrap() + 1 + self.dice.below(60);
				let slots = u16::try_from(self.dice.below(60)).unwrap();
				act(own, Share::book { resource, first_slot: soon, slots, max_cost: Fen::MAX, terms_version: 0 })
			}
			"give up a booking" => {
				let (booking, renter) = self.booking(|state| *state == BookingState::Booked);
				let origin = if self.dice.one_in(3) { self.provider(booking) } else { self.mostly(renter) };
				act(origin, Share::cancel { booking, min_refund: 0 })
			}
			"begin" => {
				let moment = now();
				let mut begun: Vec<_> = Bookings::<Runtime>::iter()
					.filter(|(_, booking)| booking.state == BookingState::Booked && booking.permits(moment))
					.map(|(id, booking)| (id, booking.renter))
					.collect();
				begun.sort();
				let Some((booking, renter)) = self.dice.of(&begun) else { return false };
				act(self.mostly(keyring(&renter)), Share::start { booking })
			}
			"give back" => {
				let (booking, renter) = self.booking(|state| matches!(state, BookingState::Started { .. }));
				act(self.mostly(renter), Share::return_resource { booking })
			}
			"claim damage" if self.dice.one_in(4) => {
				let (booking, renter) = self.booking(|state| matches!(state, BookingState::Returned { .. }));
				let most = Bookings::<Runtime>::get(booking).map_or(0, |found| found.claimable().refund);
				let amount = self.dice.amount(most + 1);
				act(
					self.mostly(renter),
					Share::claim_refund {
						booking,
						amount,
						evidence: hash(21),
						commitment: sealed(booking, Side::Renter),
					},
				)
			}
			"claim damage" => {
				let (booking, _) = self.booking(|state| matches!(state, BookingState::Returned { .. }));
				let left = Bookings::<Runtime>::get(booking).map_or(1, |found| found.deposit_left());
				let amount = self.dice.amount(left + 1);
				act(
					self.provider(booking),
					Share::claim_damage {
						booking,
						amount,
						evidence: hash(21),
						commitment: sealed(booking, Side::Provider),
					},
				)
			}
			"accept damage" | "contest damage" => {
				let (booking, renter) = self.booking(|state| matches!(state, BookingState::Claimed { .. }));
				let by = Bookings::<Runtime>::get(booking).and_then(|found| found.claim).map(|claim| claim.by);
				let origin = if by == Some(Side::Renter) { self.provider(booking) } else { self.mostly(renter) };
				let commitment = sealed(booking, by.unwrap_or(Side::Provider).other());
				match kind {
					"accept damage" => act(origin, Share::accept_claim { booking }),
					_ => act(origin, Share::dispute_claim { booking, answer: hash(22), counterclaim: 0, commitment }),
				}
			}
			"rule on damage" if self.dice.one_in(2) => {
				let (booking, renter) = self.booking(|state| matches!(state, BookingState::Revealing { .. }));
				act(self.mostly(renter), Share::reveal { booking, secret: hash(24) })
			}
			"rule on damage" => {
				let (booking, _) = self.booking(|state| matches!(state, BookingState::Appealed { .. }));
				let claim = Bookings::<Runtime>::get(booking).and_then(|found| found.claim);
				let claimed = claim.map(|claim| claim.claimed).unwrap_or_default();
				let award = Award {
					damages: self.dice.amount(claimed.damages + 1).min(claimed.damages),
					refund: self.dice.amount(claimed.refund + 1).min(claimed.refund),
				};
				act(self.committee(), Share::rule { booking, award, document: hash(23) })
			}
			other => panic!("{resident:?} does not know how to {other}"),
		}
	}
}

fn keyring(who: &AccountId) -> Sr25519Keyring {
	Sr25519Keyring::from_account_id(who).unwrap()
}

/// A commitment of a side.
fn sealed(booking: BookingId, side: Side) -> ContentHash {
	commitment(booking, side, hash(24))
}
