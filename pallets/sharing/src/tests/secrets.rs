// SPDX-License-Identifier: Apache-2.0

//! The secrets of both sides: committed, revealed, withheld, and mixed into the draw.

use crate::{mock::*, panels::DRAW_WAIT, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::DispatchResult;

type E = Error<Test>;

fn reveal(who: AccountId, id: BookingId, side: Side) -> DispatchResult {
	Sharing::reveal(signed(who), id, secret(side))
}

/// A claim disputed, with no secret revealed.
fn revealing() -> BookingId {
	let id = claimed();
	assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
	id
}

/// The members drawn after both sides revealed, or one withheld.
fn drawn(reveals: &[(AccountId, Side)]) -> Vec<AccountId> {
	let mut members = Vec::new();
	ExtBuilder.build_and_execute(|| {
		let id = revealing();
		for (who, side) in reveals {
			assert_ok!(reveal(*who, id, *side));
		}
		wait(DAY);
		wait(DRAW_WAIT);
		members = panel(id);
	});
	members
}

#[test]
fn each_side_reveals_its_own_secret_once() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		assert_noop!(reveal(PROVIDER, id, Side::Provider), E::NotRevealing);
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
		for who in [OTHER, FLATMATE, MANAGER] {
			assert_noop!(reveal(who, id, Side::Renter), E::NotParty);
		}
		assert_noop!(reveal(RENTER, 9, Side::Renter), E::BookingNotFound);
		assert_noop!(reveal(RENTER, id, Side::Provider), E::SecretMismatch);
		events();
		assert_ok!(reveal(RENTER, id, Side::Renter));
		let (by, known) = (Side::Renter, secret(Side::Renter));
		assert_eq!(events(), [Event::SecretRevealed { booking: id, by, secret: known }]);
		assert_noop!(reveal(RENTER, id, Side::Renter), E::AlreadyRevealed);
		assert!(matches!(state(id), BookingState::Revealing { .. }));
		// With the second secret the wait for chance begins.
		assert_ok!(reveal(PROVIDER, id, Side::Provider));
		let (at, block) = (Now::get(), System::block_number());
		assert_eq!(state(id), BookingState::Disputed { at, block });
		assert_noop!(reveal(PROVIDER, id, Side::Provider), E::NotRevealing);
	});
}

#[test]
fn nobody_answers_with_the_commitment_of_the_other_side() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		// The renter copies what the provider committed to, and the secret once it is known.
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Provider)));
		assert_ok!(reveal(PROVIDER, id, Side::Provider));
		assert_noop!(reveal(RENTER, id, Side::Provider), E::SecretMismatch);
	});
	let (one, other) = (sealed(1, Side::Renter), sealed(2, Side::Renter));
	assert_ne!(one, other, "nor with that of another booking");
}

#[test]
fn both_secrets_change_the_draw() {
	let (renter, provider) = ((RENTER, Side::Renter), (PROVIDER, Side::Provider));
	let draws = [drawn(&[renter, provider]), drawn(&[renter]), drawn(&[provider]), drawn(&[])];
	for (place, one) in draws.iter().enumerate() {
		assert!(!draws[..place].contains(one), "{draws:?}");
	}
}

#[test]
fn a_side_that_withholds_its_secret_forfeits_its_bond() {
	for withholds in [Side::Renter, Side::Provider] {
		ExtBuilder.build_and_execute(|| {
			let id = revealing();
			let (who, other) = match withholds {
				Side::Renter => (PROVIDER, RENTER),
				Side::Provider => (RENTER, PROVIDER),
			};
			assert_ok!(reveal(who, id, withholds.other()));
			wait(DAY - 1);
			assert!(matches!(state(id), BookingState::Revealing { .. }));
			wait(1);
			assert!(matches!(state(id), BookingState::Disputed { .. }));
			assert_noop!(reveal(other, id, withholds), E::NotRevealing);
			wait(DRAW_WAIT);
			for member in panel(id) {
				assert_ok!(Sharing::vote(signed(member), id, damages(4_000)));
			}
			events();
			wait(3 * DAY);
			assert!(events().contains(&Event::BondForfeited { booking: id, by: withholds, amount: BOND }));
			let before = [PURSE - 2 * PRICE - 4_000, PURSE + 2 * PRICE + 4_000];
			let (gains, loses) = match withholds {
				Side::Renter => (free(PROVIDER) - before[1], before[0] - free(RENTER)),
				Side::Provider => (free(RENTER) - before[0], before[1] - free(PROVIDER)),
			};
			assert_eq!((gains, loses), (BOND, BOND));
		});
	}
}

#[test]
fn a_side_that_cannot_pay_a_bond_disputes_without() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		use frame_support::traits::{fungible::Mutate, tokens::Preservation::Expendable};
		Balances::transfer(&RENTER, &STRANGER, free(RENTER) - BOND, Expendable).unwrap();
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
		assert_eq!(bond(RENTER), 0);
		wait(DAY);
		assert!(matches!(state(id), BookingState::Disputed { .. }));
	});
}
