// SPDX-License-Identifier: Apache-2.0

//! Integration tests of sharing, in a street of ten homes: bookings, costs, rulings on damage. This file has the
//! helpers.

mod bookings;
mod disputes;
mod free;
mod settlement;

use super::{deciding::*, *};
use crate::configs::community::SettlementBudget;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use linli_primitives::{calendar::DAY, BookingId, Cause, Fen, Fraction, Link, PotId};
use pallet_linli_sharing::{types::*, Event, HoldReason};
use serde_json::json;
use Sr25519Keyring::{
	Alice, AliceStash, Bob, BobStash, Charlie, CharlieStash, Dave, DaveStash, EveStash, Ferdie, FerdieStash, One, Two,
};

const MANAGER: Sr25519Keyring = Charlie;
/// A lock, with the role of a device.
const DEVICE: Sr25519Keyring = Ferdie;
/// The registrar, who owns nothing.
const STRANGER: Sr25519Keyring = Bob;

/// The residents of the street: each owns a home and has 10,000 yuan.
const NEIGHBOURS: [Sr25519Keyring; 10] =
	[Alice, One, Two, AliceStash, BobStash, CharlieStash, DaveStash, EveStash, FerdieStash, Dave];
/// The balance of each resident, in fen.
const PURSE: Fen = 1_000_000;

const PRICE: Fen = 251;
const DEPOSIT: Fen = 5_000;

type Share = pallet_linli_sharing::Call<Runtime>;
type E = pallet_linli_sharing::Error<Runtime>;

/// The street, in its first block.
fn street() -> sp_io::TestExternalities {
	street_with(json!({}))
}

fn street_with(patch: serde_json::Value) -> sp_io::TestExternalities {
	let unit = |owner: usize| json!({ "building": 1, "kind": "residential", "area": 9_000 + owner, "owner": owner, "label": sp_core::H256::from_low_u64_be(1 + owner as u64) });
	let owner = |keyring: &Sr25519Keyring| json!({ "kind": "person", "identity": hash(2), "ticket": null, "accounts": [account(*keyring)] });
	let opening = |keyring: &Sr25519Keyring| json!([account(*keyring), PURSE, format!("OPEN-{keyring:?}")]);
	let mut base = json!({
		"registry": {
			"units": (0..NEIGHBOURS.len()).map(unit).collect::<Vec<_>>(),
			"owners": NEIGHBOURS.iter().map(owner).collect::<Vec<_>>(),
		},
		"cashier": { "opening": NEIGHBOURS.iter().map(opening).collect::<Vec<_>>() },
	});
	genesis::json_merge(&mut base, patch);
	let mut street = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), base);
	street.execute_with(|| block_at(START));
	street
}

/// A block after some time, and one in which due work is done.
fn pass(time: Moment) {
	block_at(now() + time);
	block_at(now() + 6_000);
}

/// Always available, in slots of an hour.
fn terms() -> Terms {
	Terms {
		price: PRICE,
		deposit: DEPOSIT,
		slot: SlotLength::Hour,
		windows: (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect::<Vec<_>>().try_into().unwrap(),
		min_slots: 1,
		max_slots: 24,
		lead_time: 0,
		horizon: 60 * DAY,
		cancellation: CancellationPolicy { free_until: DAY, afterwards: Fraction::new(1, 2) },
		late_fee: 300,
		claim_window: 2 * DAY,
		no_show: None,
		per_household: None,
	}
}

fn list(keyring: Sr25519Keyring, pot: Option<PotId>, terms: Terms) -> ResourceId {
	let id = pallet_linli_sharing::NextResource::<Runtime>::get();
	let (kind, description, device) = (ResourceKind::Parking, hash(3), Some(account(DEVICE)));
	let stands_for = StandsFor::Right(linli_primitives::ContentHash::from_low_u64_be(id.into()));
	assert_ok!(run(keyring, Share::list { pot, kind, building: Some(1), description, terms, device, stands_for }));
	id
}

/// The slot that begins the given number of hours after the next full hour.
fn slot_in(hours: u32) -> Slot {
	SlotLength::Hour.at(now(), &Calendar::default()).unwrap() + 1 + hours
}

fn start_of(slot: Slot) -> Moment {
	SlotLength::Hour.start_of(slot, &Calendar::default()).unwrap()
}

fn book(keyring: Sr25519Keyring, resource: ResourceId, first_slot: Slot, slots: u16) -> BookingId {
	let id = pallet_linli_sharing::NextBooking::<Runtime>::get();
	assert_ok!(run(keyring, Share::book { resource, first_slot, slots, max_cost: Fen::MAX, terms_version: 0 }));
	id
}

/// One lists a resource; Alice books two hours, starts, and returns in time. Returns the booking.
fn returned(private_share: Option<Fraction>) -> BookingId {
	if let Some(private_share) = private_share {
		let rules = SharingRules { private_share, ..SharingRules::default() };
		assert_ok!(Sharing::set_rules(key_origin(), rules));
	}
	let resource = list(One, None, terms());
	let first = slot_in(0);
	let booking = book(Alice, resource, first, 2);
	block_at(start_of(first));
	assert_ok!(run(DEVICE, Share::start { booking }));
	block_at(start_of(first + 2));
	assert_ok!(run(Alice, Share::return_resource { booking }));
	booking
}

fn state(booking: BookingId) -> BookingState<BlockNumber> {
	Sharing::booking_view(booking).unwrap().booking.state
}

fn is_settled(booking: BookingId) -> bool {
	matches!(state(booking), BookingState::Settled { .. })
}

/// The amount on hold on an account for bookings: prices and deposits.
fn held(keyring: Sr25519Keyring) -> (Fen, Fen) {
	let held = |reason: HoldReason| Balances::balance_on_hold(&reason.into(), &account(keyring));
	(held(HoldReason::Price), held(HoldReason::Deposit))
}

fn links_of(link: Link<AccountId>) -> Vec<Link<AccountId>> {
	let page = links::follow(link, 0, 100);
	assert_eq!(page.next, None);
	page.links
}

/// The bonds of a claim and of its dispute.
fn bonds_of(claim: Claim) -> Fen {
	claim.bond + claim.answer.map_or(0, |answer| answer.bond)
}

/// A commitment of a side to its secret.
fn sealed(booking: BookingId, side: Side) -> linli_primitives::ContentHash {
	commitment(booking, side, secret(side))
}

fn secret(side: Side) -> linli_primitives::ContentHash {
	hash(match side {
		Side::Renter => 21,
		Side::Provider => 22,
	})
}

/// The books balance, and the amount on hold is that of open bookings and claims.
fn assert_sound() {
	assert_books_close();
	let of_bookings = |id: &RuntimeHoldReason| matches!(id, RuntimeHoldReason::Sharing(_));
	let held: Fen = pallet_balances::Holds::<Runtime>::iter_values()
		.flat_map(|holds| holds.into_iter().filter(|hold| of_bookings(&hold.id)).map(|hold| hold.amount))
		.sum();
	let open: Fen = pallet_linli_sharing::Bookings::<Runtime>::iter_values()
		.filter(|booking| !booking.state.is_final())
		.map(|booking| booking.frozen.price + booking.frozen.deposit + booking.claim.map_or(0, bonds_of))
		.sum();
	assert_eq!(held, open);
}
