// SPDX-License-Identifier: Apache-2.0

//! The matters that motions declare, held against the origins that guard the calls (D32).

use super::{
	bootstrap::is_refused,
	deciding::*,
	people::{all_calls, name},
	*,
};
use crate::configs::matters::{matter_of, MattersOfCalls};
use frame_support::{
	assert_ok,
	storage::{with_transaction, TransactionOutcome},
	traits::StorePreimage,
};
use pallet_linli_governance::{
	types::{Buildings, Level, Matter, Options, Question},
	Call, CallMatters, Error, Origin,
};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeSet;
use Sr25519Keyring::Alice;

/// Whether a major decision on the matter gets past the guard of the call. Nothing of what it does is kept.
fn is_admitted(call: &RuntimeCall, matter: Matter, electorate: Option<Buildings>) -> bool {
	let (class, level) = (MAJOR, Level::Major);
	let decided = Origin::Decided { proposal: 0, rule_book: 0, class, level, electorate, matter };
	let result = with_transaction(|| {
		let result = call.clone().dispatch(decided.into());
		TransactionOutcome::Rollback(Ok::<DispatchResult, DispatchError>(
			result.map(|_| ()).map_err(|error| error.error),
		))
	});
	!is_refused(result.unwrap())
}

/// A call that is added with a guard of its own has to be in the table: otherwise motions on it are checked only when
/// they are enacted.
#[test]
fn motions_declare_the_matter_by_which_the_call_is_guarded() {
	village().execute_with(|| {
		let mut seen = BTreeSet::new();
		for call in all_calls() {
			let admitted: Vec<_> = Matter::ALL.into_iter().filter(|matter| is_admitted(&call, *matter, None)).collect();
			// Of a call that looks something up before its guard, arguments of zeroes show nothing.
			let shows_nothing = admitted.is_empty() || admitted.len() == Matter::ALL.len();
			match matter_of(&call) {
				None => assert!(shows_nothing, "{} takes a decision on {admitted:?}", name(&call)),
				Some(matter) => {
					assert!(shows_nothing || admitted == [matter], "{}: {admitted:?}, not {matter:?}", name(&call));
					let by_some = || is_admitted(&call, matter, Some(vec![1].try_into().unwrap()));
					let fits = MattersOfCalls::fits_some_buildings(&call);
					assert!(shows_nothing || by_some() == fits, "{}: not {fits} of some buildings", name(&call));
					seen.extend((!shows_nothing).then_some(matter));
				}
			}
		}
		// No call is about common parts.
		let missing: Vec<_> = Matter::ALL.into_iter().filter(|matter| !seen.contains(matter)).collect();
		assert_eq!(missing, [Matter::CommonParts]);
	});
}

#[test]
fn a_batch_fits_a_matter_if_each_of_its_calls_does() {
	let remark = || RuntimeCall::System(frame_system::Call::remark { remark: vec![1] });
	let pots = || RuntimeCall::Cashier(pallet_linli_cashier::Call::set_charges_pot { pot: 0 });
	let upgrade = || {
		let code_hash = Default::default();
		RuntimeCall::Community(pallet_linli_community::Call::authorize_upgrade { code_hash })
	};
	let batch = |calls| RuntimeCall::Utility(pallet_utility::Call::batch_all { calls });
	let either = |main, fallback| {
		let (main, fallback) = (Box::new(main), Box::new(fallback));
		RuntimeCall::Utility(pallet_utility::Call::if_else { main, fallback })
	};
	let fits = |call: &RuntimeCall| MattersOfCalls::fits(Matter::Pots, call);
	assert!(fits(&remark()) && fits(&pots()) && !fits(&upgrade()));
	assert!(fits(&batch(vec![pots(), remark(), batch(vec![pots()])])));
	assert!(!fits(&batch(vec![pots(), batch(vec![remark(), upgrade()])])));
	assert!(fits(&either(pots(), remark())));
	assert!(!fits(&either(upgrade(), pots())) && !fits(&either(pots(), upgrade())));
	let rule = || RuntimeCall::Projects(pallet_linli_projects::Call::cancel { project: 0, max_units: 0 });
	let fits_some = |call: &RuntimeCall| MattersOfCalls::fits_some_buildings(call);
	assert!(fits_some(&batch(vec![remark(), rule()])) && fits_some(&either(rule(), remark())));
	assert!(!fits_some(&batch(vec![rule(), pots()])) && !fits_some(&either(rule(), pots())));
}

#[test]
fn a_call_on_another_matter_is_refused_when_it_is_proposed() {
	village().execute_with(|| {
		let appoint = RuntimeCall::Registry(pallet_linli_registry::Call::appoint {
			role: linli_primitives::Role::Cashier,
			account: account(Alice),
		});
		let bound = || Some(<Preimage as StorePreimage>::bound(appoint.clone()).unwrap());
		let ask = |question| {
			let (agenda, place) = (hash(1), Default::default());
			run(Alice, Call::petition { question, class: ORDINARY, electorate: None, agenda, place })
		};
		let motion = |matter| Question::Motion { call: bound(), matter: Some(matter) };
		let among =
			|matter| Question::Options { options: Options::truncate_from(vec![None, bound()]), matter: Some(matter) };
		let mismatch = || -> DispatchResult { Err(Error::<Runtime>::MatterMismatch.into()) };
		assert_eq!(ask(motion(Matter::Charges)), mismatch());
		assert_eq!(ask(among(Matter::Charges)), mismatch());
		assert_ok!(ask(motion(Matter::Roles)));
		assert_ok!(ask(among(Matter::Roles)));
	});
}
