// SPDX-License-Identifier: Apache-2.0

//! Claims, answers and rulings.

use crate::{mock::*, types::DepositRules, Error, Event};
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin::Root;
use linli_primitives::{Cause, Fen};
use sp_runtime::DispatchError;

/// Wu placed 2,000.00, and the manager claims 300.00.
fn claimed() {
	assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
	assert_ok!(Deposits::claim(signed(MANAGER), 0, 30_000, hash(2)));
	events();
}

/// 300.00, or less, went to the pot.
fn kept(amount: Fen) {
	assert_eq!(free(), RICH - amount);
	assert_eq!(TestFund::balance(0), amount);
	assert_eq!(TestFund::last_cause(0), (amount > 0).then_some(Cause::DepositKept { deposit: 0 }));
}

#[test]
fn a_claim_is_conceded() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_noop!(Deposits::accept(signed(WU), 0, 0), Error::<Test>::NotClaimed);
		events();
		assert_ok!(Deposits::claim(signed(MANAGER), 0, 30_000, hash(2)));
		let until = START + ANSWER;
		let claim = Event::DepositClaimed { deposit: 0, amount: 30_000, evidence: hash(2), by: MANAGER, until };
		assert_eq!(events(), [claim]);
		assert_noop!(Deposits::accept(signed(WUS_SON), 0, 30_000), Error::<Test>::NotPayer);
		assert_noop!(Deposits::accept(signed(WU), 0, 29_999), Error::<Test>::TermsMismatch);
		assert_ok!(Deposits::accept(signed(WU), 0, 30_000));
		let document = None;
		assert_eq!(events(), [Event::DepositSettled { deposit: 0, kept: 30_000, returned: 170_000, document }]);
		kept(30_000);
		assert_noop!(Deposits::accept(signed(WU), 0, 30_000), Error::<Test>::NotClaimed);
	});
}

#[test]
fn a_claim_is_refused_with_a_reason() {
	ExtBuilder.build_and_execute(|| {
		let claim = |by, amount| Deposits::claim(signed(by), 0, amount, hash(2));
		assert_noop!(claim(MANAGER, 1), Error::<Test>::DepositNotFound);
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_noop!(claim(AUDITOR, 1), DispatchError::BadOrigin);
		assert_noop!(claim(WUS_SON, 1), Error::<Test>::IsRelated);
		assert_noop!(claim(MANAGER, 0), Error::<Test>::InvalidAmount);
		assert_noop!(claim(MANAGER, 200_001), Error::<Test>::AmountTooLarge);
		assert_ok!(claim(MANAGER, 200_000));
		assert_noop!(claim(MANAGER, 1), Error::<Test>::AlreadyClaimed);
		assert_noop!(Deposits::request_return(signed(WU), 0), Error::<Test>::AlreadyRequested);
		assert_ok!(Deposits::release(signed(MANAGER), 0));
		assert_noop!(claim(MANAGER, 1), Error::<Test>::AlreadySettled);
		kept(0);
	});
}

#[test]
fn a_contested_claim_is_ruled_on() {
	ExtBuilder.build_and_execute(|| {
		claimed();
		let rule = |by, amount| Deposits::rule(signed(by), 0, amount, hash(4));
		assert_noop!(Deposits::contest(signed(WUS_SON), 0, hash(3)), Error::<Test>::NotPayer);
		assert_noop!(rule(AUDITOR, 10_000), Error::<Test>::AnswerTimeRunning);
		assert_ok!(Deposits::contest(signed(WU), 0, hash(3)));
		assert_eq!(events(), [Event::ClaimContested { deposit: 0, answer: hash(3) }]);
		assert_noop!(Deposits::contest(signed(WU), 0, hash(3)), Error::<Test>::AlreadyContested);
		assert_noop!(rule(WU, 10_000), DispatchError::BadOrigin);
		assert_noop!(rule(WUS_SON, 10_000), Error::<Test>::IsRelated);
		// The manager does not rule on a claim of their own.
		assert_noop!(rule(MANAGER, 10_000), Error::<Test>::IsRelated);
		assert_noop!(rule(AUDITOR, 30_001), Error::<Test>::AmountTooLarge);
		assert_noop!(Deposits::rule(Root.into(), 0, 10_000, hash(4)), Error::<Test>::RulingTimeRunning);
		assert_ok!(rule(AUDITOR, 10_000));
		let document = Some(hash(4));
		assert_eq!(events(), [Event::DepositSettled { deposit: 0, kept: 10_000, returned: 190_000, document }]);
		kept(10_000);
		assert_noop!(rule(AUDITOR, 10_000), Error::<Test>::NotClaimed);
	});
}

#[test]
fn a_claim_without_an_answer_is_ruled_on() {
	ExtBuilder.build_and_execute(|| {
		claimed();
		pass(ANSWER - 1);
		assert_noop!(Deposits::rule(signed(AUDITOR), 0, 0, hash(4)), Error::<Test>::AnswerTimeRunning);
		pass(1);
		assert_ok!(Deposits::rule(signed(AUDITOR), 0, 0, hash(4)));
		kept(0);
	});
}

#[test]
fn the_committee_rules_for_a_silent_auditor() {
	ExtBuilder.build_and_execute(|| {
		claimed();
		assert_ok!(Deposits::contest(signed(WU), 0, hash(3)));
		pass(RULING - 1);
		assert_noop!(Deposits::rule(Root.into(), 0, 30_000, hash(4)), Error::<Test>::RulingTimeRunning);
		pass(1);
		assert_ok!(Deposits::rule(Root.into(), 0, 30_000, hash(4)));
		kept(30_000);
	});
}

#[test]
fn everybodys_silence_gives_it_back() {
	ExtBuilder.build_and_execute(|| {
		claimed();
		pass(ANSWER + 2 * RULING - 1);
		assert_noop!(Deposits::take_back(signed(WU), 0), Error::<Test>::RulingTimeRunning);
		pass(1);
		assert_ok!(Deposits::take_back(signed(WU), 0));
		kept(0);
	});
}

#[test]
fn a_claim_keeps_its_pot() {
	ExtBuilder.build_and_execute(|| {
		claimed();
		assert_ok!(Deposits::set_rules(Root.into(), DepositRules { pot: 1 }));
		assert_ok!(Deposits::accept(signed(WU), 0, 30_000));
		kept(30_000);
		assert_eq!(TestFund::balance(1), 0);
	});
}

#[test]
fn nobody_at_home_in_the_unit_claims_releases_or_rules() {
	ExtBuilder.build_and_execute(|| {
		let claim = || Deposits::claim(signed(MANAGER), 0, 30_000, hash(2));
		let rule = || Deposits::rule(signed(AUDITOR), 0, 30_000, hash(4));
		// Wu, a builder, pays for the manager's own flat.
		Register::replace(1, MANAGER);
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_noop!(claim(), Error::<Test>::IsRelated);
		assert_noop!(Deposits::release(signed(MANAGER), 0), Error::<Test>::IsRelated);
		Register::replace(1, WU);
		assert_ok!(claim());
		assert_ok!(Deposits::contest(signed(WU), 0, hash(3)));
		Register::replace(1, AUDITOR);
		assert_noop!(rule(), Error::<Test>::IsRelated);
		Register::replace(1, WU);
		assert_ok!(rule());
		kept(30_000);
	});
}
