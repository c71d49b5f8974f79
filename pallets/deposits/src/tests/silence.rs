// SPDX-License-Identifier: Apache-2.0

//! If any party falls silent, in any state, all deposits still end by rule (D54).

use super::properties::{run, step};
use crate::{mock::*, types::State, Error};
use frame_system::RawOrigin::Root;
use linli_primitives::{calendar::DAY, DepositId, Fen};
use proptest::prelude::*;
use sp_runtime::DispatchResult;

/// The parties that can fall silent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Party {
	Payer,
	Manager,
	Ruler,
	/// Those who rule if the ruler does not.
	LateRuler,
}

/// What is claimed of a deposit.
fn claimed(id: DepositId) -> Fen {
	match Deposits::deposit(id).map(|deposit| deposit.state) {
		Some(State::Claimed(claim)) => claim.amount,
		_ => 0,
	}
}

/// What those who are left do in their own interest: the manager claims all of it, and releases it only where it is too
/// late for that. Each may be refused.
fn act_without(silent: Party, id: DepositId, whole: Fen) {
	if silent != Party::Payer {
		let _ = Deposits::request_return(signed(WU), id);
		let _ = Deposits::contest(signed(WU), id, hash(5));
		let _ = Deposits::take_back(signed(WU), id);
	}
	if silent != Party::Manager {
		let too_late: DispatchResult = Err(Error::<Test>::InspectionTimeOver.into());
		if Deposits::claim(signed(MANAGER), id, whole, hash(6)) == too_late {
			let _ = Deposits::release(signed(MANAGER), id);
		}
	}
	if silent != Party::Ruler {
		let _ = Deposits::rule(signed(AUDITOR), id, claimed(id) / 3, hash(7));
	}
	if silent != Party::LateRuler {
		let _ = Deposits::rule(Root.into(), id, claimed(id) / 3, hash(7));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(64)))]

	#[test]
	fn all_deposits_end_although_a_party_falls_silent(
		steps in proptest::collection::vec(step(), 1..40),
		silent in prop::sample::select(vec![Party::Payer, Party::Manager, Party::Ruler, Party::LateRuler]),
	) {
		ExtBuilder.build_and_execute(|| {
			steps.into_iter().for_each(run);
			for _ in 0..12 {
				for (id, deposit) in Deposits::open_of(&WU) {
					act_without(silent, id, deposit.amount);
				}
				Deposits::do_try_state().unwrap();
				pass(10 * DAY);
			}
			let open = Deposits::open_of(&WU);
			assert!(open.is_empty(), "{silent:?} keeps {open:?}");
			assert_eq!(free() + TestFund::balance(0), RICH);
		});
	}
}
