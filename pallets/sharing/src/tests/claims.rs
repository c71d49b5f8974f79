// SPDX-License-Identifier: Apache-2.0

//! Claims of damage: limits, answers, rulings, and windows that pass without an answer.

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::DispatchError::BadOrigin;

type E = Error<Test>;

#[test]
fn provider_claims_in_time_and_at_most_the_deposit() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		let claim = |who, amount| Sharing::claim_damage(signed(who), id, amount, hash(3), sealed(id, Side::Provider));
		for who in [RENTER, OTHER, MANAGER] {
			assert_noop!(claim(who, 1), E::NotProvider);
		}
		assert_noop!(claim(PROVIDER, 0), E::InvalidClaim);
		assert_noop!(claim(PROVIDER, DEPOSIT + 1), E::AmountTooLarge);
		assert_noop!(
			Sharing::claim_damage(signed(PROVIDER), 9, 1, hash(3), sealed(9, Side::Provider)),
			E::BookingNotFound
		);
		go(hour(1, 12) + 2 * DAY);
		assert_noop!(claim(PROVIDER, 1), E::WindowOver);
		Now::set(hour(1, 12) + 2 * DAY - 1);
		events();
		assert_ok!(claim(PROVIDER, DEPOSIT));
		let until = Now::get() + 2 * DAY;
		assert_eq!(events(), [Event::DamageClaimed { booking: id, amount: DEPOSIT, evidence: hash(3), until }]);
		assert_noop!(claim(PROVIDER, 1), E::NotReturned);
	});
}

#[test]
fn a_small_claim_does_not_shorten_the_time_of_the_other_side() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(Terms { claim_window: 10 * DAY, ..terms() }), at(1, 10), 2);
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), id));
		go(hour(1, 12));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		events();
		// The provider has ten days to look, and the renter claims a fen at once.
		assert_ok!(Sharing::claim_refund(signed(RENTER), id, 1, hash(3), sealed(id, Side::Renter)));
		let until = hour(1, 12) + 10 * DAY;
		assert_eq!(events(), [Event::RefundClaimed { booking: id, amount: 1, evidence: hash(3), until }]);
		wait(9 * DAY);
		let counter = sealed(id, Side::Provider);
		assert_ok!(Sharing::dispute_claim(signed(PROVIDER), id, hash(4), DEPOSIT, counter));
	});
}

#[test]
fn late_fee_reduces_the_claimable_deposit() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_ok!(Sharing::start(signed(RENTER), id));
		go(hour(1, 13));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		let left = DEPOSIT - LATE_FEE;
		assert_noop!(
			Sharing::claim_damage(signed(PROVIDER), id, left + 1, hash(3), sealed(id, Side::Provider)),
			E::AmountTooLarge
		);
		assert_ok!(Sharing::claim_damage(signed(PROVIDER), id, left, hash(3), sealed(id, Side::Provider)));
		assert_ok!(Sharing::accept_claim(signed(RENTER), id));
		assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + DEPOSIT);
		assert_eq!(free(RENTER), PURSE - 2 * PRICE - DEPOSIT);
	});
}

#[test]
fn accepted_claim_is_paid() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		assert_noop!(Sharing::accept_claim(signed(PROVIDER), id), E::NotRenter);
		assert_noop!(Sharing::accept_claim(signed(RENTER), 9), E::BookingNotFound);
		events();
		assert_ok!(Sharing::accept_claim(signed(RENTER), id));
		let (price, returned) = (2 * PRICE, 1_000);
		assert_eq!(
			events(),
			[Event::Settled { booking: id, price, share: 0, late_fee: 0, damages: 4_000, returned, refund: 0 }]
		);
		assert_eq!(free(PROVIDER), PURSE + price + 4_000);
	});
}

#[test]
fn unanswered_claim_counts_as_accepted() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		wait(2 * DAY - 1);
		assert!(matches!(state(id), BookingState::Claimed { .. }));
		wait(1);
		assert_eq!(booking(id).damages, 4_000);
		assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + 4_000);
	});
}

#[test]
fn renter_disputes_in_time() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		assert_noop!(
			Sharing::dispute_claim(signed(PROVIDER), id, hash(4), 0, sealed(id, Side::Provider)),
			E::NotRenter
		);
		assert_noop!(
			Sharing::dispute_claim(signed(RENTER), 9, hash(4), 0, sealed(9, Side::Renter)),
			E::BookingNotFound
		);
		go(Now::get() + 2 * DAY);
		assert_noop!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)), E::WindowOver);
		Now::mutate(|now| *now -= 1);
		events();
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
		assert_eq!(events(), [Event::Disputed { booking: id, answer: hash(4), counterclaim: 0 }]);
		assert_eq!(booking(id).claim.unwrap().answer.unwrap().text, hash(4));
		assert_noop!(Sharing::accept_claim(signed(RENTER), id), E::NotClaimed);
	});
}

#[test]
fn either_side_appeals_and_the_committee_rules_finally() {
	for who in [RENTER, PROVIDER] {
		ExtBuilder.build_and_execute(|| {
			let id = ruled();
			for other in [OTHER, MANAGER] {
				assert_noop!(Sharing::appeal(signed(other), id), E::NotParty);
			}
			assert_noop!(Sharing::rule(signed(COMMITTEE), id, damages(0), hash(5)), E::NotAppealed);
			go(Now::get() + 3 * DAY);
			assert_noop!(Sharing::appeal(signed(who), id), E::WindowOver);
			Now::mutate(|now| *now -= 1);
			assert_ok!(Sharing::appeal(signed(who), id));
			assert_noop!(Sharing::appeal(signed(who), id), E::NotRuled);
			assert_noop!(Sharing::rule(signed(MANAGER), id, damages(0), hash(5)), BadOrigin);
			assert_noop!(Sharing::rule(signed(COMMITTEE), id, damages(4_001), hash(5)), E::AmountTooLarge);
			events();
			assert_ok!(Sharing::rule(signed(COMMITTEE), id, damages(2_222), hash(5)));
			assert_eq!(events()[0], Event::RuledFinally { booking: id, award: damages(2_222), document: hash(5) });
			assert_noop!(Sharing::rule(signed(COMMITTEE), id, damages(0), hash(5)), E::NotAppealed);
			assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + 2_222);
			assert_eq!((held(RENTER), free(RENTER)), ((0, 0), PURSE - 2 * PRICE - 2_222));
		});
	}
}

#[test]
fn panel_ruling_stands_without_appeal() {
	ExtBuilder.build_and_execute(|| {
		let id = ruled();
		wait(3 * DAY - 1);
		assert!(matches!(state(id), BookingState::Ruled { .. }));
		wait(1);
		assert_eq!(booking(id).damages, 1_500);
		assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + 1_500);
	});
}

#[test]
fn panel_ruling_stands_if_the_committee_is_silent() {
	ExtBuilder.build_and_execute(|| {
		let id = ruled();
		assert_ok!(Sharing::appeal(signed(PROVIDER), id));
		go(Now::get() + 30 * DAY);
		assert_noop!(Sharing::rule(signed(COMMITTEE), id, damages(0), hash(5)), E::WindowOver);
		run();
		assert_eq!(booking(id).damages, 1_500);
	});
}

#[test]
fn no_damages_without_any_ruling() {
	ExtBuilder.build_and_execute(|| {
		Places::set(2);
		let id = disputed();
		run();
		assert!(matches!(state(id), BookingState::Appealed { .. }));
		wait(30 * DAY);
		assert!(matches!(state(id), BookingState::Settled { .. }));
		assert_eq!((booking(id).damages, free(RENTER)), (0, PURSE - 2 * PRICE));
	});
}
