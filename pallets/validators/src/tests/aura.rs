// SPDX-License-Identifier: Apache-2.0

//! Reports of two blocks for one slot.

use crate::{
	mock::*,
	types::{DropCause, Tolerance, ValidatorState},
	*,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	pallet_prelude::{Authorize, InvalidTransaction, TransactionSource, TransactionValidityError},
};
use frame_system::RawOrigin;
use pallet_offences::Reports;
use sp_core::offchain::{testing::TestTransactionPoolExt, TransactionPoolExt};
use sp_runtime::DispatchError::BadOrigin;

fn authorize(
	source: TransactionSource,
	proof: AuraProofOf<Test>,
	session: u32,
) -> Result<sp_runtime::transaction_validity::ValidTransaction, TransactionValidityError> {
	let call = Call::<Test>::report_aura_equivocation { proof: proof.into(), session };
	call.authorize(source).expect("the call can be authorized").map(|(valid, _)| valid)
}

fn dropped() -> Event<Test> {
	let tolerance = Tolerance { validators: 3, faults: 0, alive: 3 };
	Event::ValidatorDropped { account: 2, cause: DropCause::Equivocation, tolerance }
}

#[test]
fn the_offender_is_dropped() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report(2));
		assert_eq!(events(), [dropped()]);
		let (cause, at) = (DropCause::Equivocation, Now::get());
		assert_eq!(state(2), Some(ValidatorState::Leaving { cause, at }));
		pass_sessions(1);
		assert_eq!((set(), voters()), (vec![1, 2, 3, 4], vec![1, 2, 3, 4]));
		pass_sessions(1);
		assert_eq!((set(), voters()), (vec![1, 3, 4], vec![1, 3, 4]));
		assert_eq!(state(2), Some(ValidatorState::Dropped { cause, at }));
	});
}

#[test]
fn only_the_first_report_counts() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let again = equivocation(2, slot());
		assert_ok!(report(2));
		assert_noop!(submit(again.clone(), 1), Error::<Test>::EquivocationAlreadyReported);
		let stale = Err(InvalidTransaction::Stale.into());
		assert_eq!(authorize(TransactionSource::Local, again, 1), stale);
		// Nor does another slot, until it is readmitted: a restored backup offends with every block.
		write_in(slot() + 4);
		assert_noop!(report(2), Error::<Test>::EquivocationAlreadyReported);
		assert_eq!(Reports::<Test>::iter().count(), 1);
	});
}

#[test]
fn what_was_done_before_a_readmission_no_longer_counts() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let old = equivocation(2, slot() + 4);
		assert_ok!(report(2));
		assert_ok!(readmit(2));
		assert_noop!(report(2), Error::<Test>::EquivocationAlreadyReported);
		assert_noop!(submit(old.clone(), 1), Error::<Test>::EquivocationAlreadyReported);
		pass_sessions(1);
		write_in(slot() + 1);
		// Nor as of a later session.
		assert_noop!(submit(old, 2), Error::<Test>::NotInSession);
		assert_ok!(report(2));
		assert!(matches!(state(2), Some(ValidatorState::Leaving { .. })));
	});
}

#[test]
fn past_sessions_can_be_reported() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let proof = equivocation(2, slot());
		pass_sessions(HISTORY);
		assert_ok!(submit(proof, 1));
		assert_eq!(events(), [dropped()]);
	});
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let proof = equivocation(2, slot());
		// Until they are too old.
		pass_sessions(HISTORY + 1);
		assert_noop!(submit(proof.clone(), 1), Error::<Test>::NotInSession);
		assert_eq!(Validators::submit_aura_equivocation(proof), None);
	});
}

#[test]
fn the_last_validator_is_kept_and_told_once_a_session() {
	ExtBuilder(1).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report(1));
		assert_eq!(events(), [Event::LastValidatorKept { account: 1 }]);
		assert_eq!(state(1), Some(ValidatorState::Serving));
		write_in(slot() + 1);
		assert_noop!(report(1), Error::<Test>::EquivocationAlreadyReported);
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report(1));
		assert_eq!(events(), [Event::LastValidatorKept { account: 1 }]);
	});
}

#[test]
fn one_that_was_removed_is_not_reported() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(remove(2));
		assert_noop!(report(2), Error::<Test>::EquivocationAlreadyReported);
	});
}

#[test]
fn what_is_no_equivocation_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let (slot, number) = (slot(), System::block_number());
		let good = equivocation(2, slot);
		let refused = |change: fn(&mut AuraProofOf<Test>, u64, u64)| {
			let mut proof = good.clone();
			change(&mut proof, slot, number);
			assert_noop!(submit(proof.clone(), 1), Error::<Test>::InvalidEquivocation);
			let bad = Err(InvalidTransaction::BadProof.into());
			assert_eq!(authorize(TransactionSource::Local, proof, 1), bad);
		};
		refused(|proof, _, _| proof.second_header = proof.first_header.clone());
		// The same block, sealed twice.
		refused(|proof, slot, number| proof.second_header = sealed_header(2, slot, number, 1));
		refused(|proof, slot, number| proof.second_header = sealed_header(2, slot + 1, number, 2));
		refused(|proof, slot, number| proof.second_header = sealed_header(3, slot, number, 2));
		refused(|proof, slot, _| proof.slot = (slot + 1).into());
		refused(|proof, _, _| proof.offender = aura_key(3));
		refused(|proof, _, _| drop(proof.second_header.digest.pop()));
		refused(|proof, _, _| proof.first_header.extrinsics_root = hash(9));
		assert_ok!(submit(good, 1));
	});
}

#[test]
fn what_is_not_of_the_session_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let refused = |proof: AuraProofOf<Test>, session| {
			assert_noop!(submit(proof.clone(), session), Error::<Test>::NotInSession);
			let bad = Err(InvalidTransaction::BadProof.into());
			assert_eq!(authorize(TransactionSource::Local, proof, session), bad);
		};
		let proof = equivocation(2, slot());
		refused(proof.clone(), 0);
		refused(proof.clone(), 2);
		// A stranger's key.
		refused(equivocation(9, slot()), 1);
		// A block to come would be of whatever session is the present one.
		let (slot, next) = (slot(), System::block_number() + 1);
		refused(AuraProofOf::<Test> { second_header: sealed_header(2, slot, next, 2), ..proof.clone() }, 1);
		assert_ok!(submit(proof, 1));
	});
}

#[test]
fn the_later_block_dates_it_whichever_is_named_first() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		write_in(slot() + 1);
		let slot = slot();
		// A fork is a block behind: 20 is still of session 1, 21 of session 2.
		let (behind, ahead) = (sealed_header(2, slot, 20, 1), sealed_header(2, slot, 21, 2));
		let proof = |first_header: &Header, second_header: &Header| AuraProofOf::<Test> {
			offender: aura_key(2),
			slot: slot.into(),
			first_header: first_header.clone(),
			second_header: second_header.clone(),
		};
		for proof in [proof(&behind, &ahead), proof(&ahead, &behind)] {
			assert_eq!(session_of(&proof), 2);
			assert_noop!(submit(proof, 1), Error::<Test>::NotInSession);
		}
		assert_ok!(submit(proof(&ahead, &behind), 2));
	});
}

#[test]
fn the_call_is_authorized_by_its_proofs_and_from_the_node_itself() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let proof = equivocation(2, slot());
		for source in [TransactionSource::Local, TransactionSource::InBlock] {
			let valid = authorize(source, proof.clone(), 1).unwrap();
			assert!(!valid.propagate);
			assert_eq!(valid.provides, [("LinliAuraEquivocation", (aura_key(2), proof.slot)).encode()]);
		}
		let refused = Err(InvalidTransaction::Call.into());
		assert_eq!(authorize(TransactionSource::External, proof.clone(), 1), refused);
		for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Signed(1)] {
			let call = Validators::report_aura_equivocation(origin.into(), proof.clone().into(), 1);
			assert_eq!(call, Err(BadOrigin));
		}
	});
}

#[test]
fn the_node_submits_it_as_a_general_transaction() {
	let mut externalities = ExtBuilder(4).build();
	let (pool, state) = TestTransactionPoolExt::new();
	externalities.register_extension(TransactionPoolExt::new(pool));
	externalities.execute_with(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let proof = equivocation(2, slot());
		let session = session_of(&proof);
		assert_eq!(Validators::submit_aura_equivocation(proof.clone()), Some(()));
		let call = Call::<Test>::report_aura_equivocation { proof: proof.into(), session };
		let expected = frame_system::mocking::MockUncheckedExtrinsic::<Test>::new_transaction(call.into(), ());
		assert_eq!(state.read().transactions, [expected.encode()]);
	});
}
