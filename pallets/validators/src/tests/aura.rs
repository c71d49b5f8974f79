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
use sp_session::MembershipProof;

fn submit(proof: AuraProofOf<Test>, key_owner_proof: MembershipProof) -> sp_runtime::DispatchResult {
	Validators::report_aura_equivocation(RawOrigin::Authorized.into(), proof.into(), key_owner_proof)
}

fn authorize(
	source: TransactionSource,
	proof: AuraProofOf<Test>,
	key_owner_proof: MembershipProof,
) -> Result<sp_runtime::transaction_validity::ValidTransaction, TransactionValidityError> {
	let call = Call::<Test>::report_aura_equivocation { proof: proof.into(), key_owner_proof };
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
		let again = (equivocation(2, slot()), aura_proof(2));
		assert_ok!(report(2));
		assert_noop!(submit(again.0.clone(), again.1.clone()), Error::<Test>::EquivocationAlreadyReported);
		let stale = Err(InvalidTransaction::Stale.into());
		assert_eq!(authorize(TransactionSource::Local, again.0, again.1), stale);
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
		let (old, proof) = (equivocation(2, slot() + 4), aura_proof(2));
		assert_ok!(report(2));
		assert_ok!(readmit(2));
		assert_noop!(report(2), Error::<Test>::EquivocationAlreadyReported);
		assert_noop!(submit(old.clone(), proof), Error::<Test>::EquivocationAlreadyReported);
		pass_sessions(1);
		write_in(slot() + 1);
		// Nor with a proof of a later session.
		assert_noop!(submit(old, aura_proof(2)), Error::<Test>::InvalidKeyProof);
		assert_ok!(report(2));
		assert!(matches!(state(2), Some(ValidatorState::Leaving { .. })));
	});
}

#[test]
fn past_sessions_can_be_reported() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let (proof, key_owner_proof) = (equivocation(2, slot()), aura_proof(2));
		pass_sessions(HISTORY);
		assert_ok!(submit(proof, key_owner_proof));
		assert_eq!(events(), [dropped()]);
	});
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let (proof, key_owner_proof) = (equivocation(2, slot()), aura_proof(2));
		// Until they are too old.
		pass_sessions(HISTORY + 1);
		assert_noop!(submit(proof, key_owner_proof), Error::<Test>::InvalidKeyProof);
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
			assert_noop!(submit(proof.clone(), aura_proof(2)), Error::<Test>::InvalidEquivocation);
			let bad = Err(InvalidTransaction::BadProof.into());
			assert_eq!(authorize(TransactionSource::Local, proof, aura_proof(2)), bad);
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
		assert_ok!(submit(good, aura_proof(2)));
	});
}

#[test]
fn keys_of_others_are_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let refused = || Error::<Test>::InvalidKeyProof;
		let proof = equivocation(2, slot());
		assert_noop!(submit(proof.clone(), aura_proof(3)), refused());
		assert_noop!(submit(proof.clone(), grandpa_proof(2)), refused());
		assert_noop!(submit(proof.clone(), MembershipProof { session: 0, ..aura_proof(2) }), refused());
		assert_noop!(submit(proof.clone(), MembershipProof { validator_count: 3, ..aura_proof(2) }), refused());
		assert_noop!(submit(proof, MembershipProof::default()), refused());
		// A stranger's key cannot be proven.
		assert_eq!(Validators::prove_aura_key(aura_key(9)), None);
		assert_eq!(Validators::prove_aura_key(aura_key(2)), Some(aura_proof(2)));
	});
}

#[test]
fn the_call_is_authorized_by_its_proofs_and_from_the_node_itself() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let (proof, key_owner_proof) = (equivocation(2, slot()), aura_proof(2));
		for source in [TransactionSource::Local, TransactionSource::InBlock] {
			let valid = authorize(source, proof.clone(), key_owner_proof.clone()).unwrap();
			assert!(!valid.propagate);
			assert_eq!(valid.provides, [("LinliAuraEquivocation", (aura_key(2), proof.slot)).encode()]);
		}
		let refused = Err(InvalidTransaction::Call.into());
		assert_eq!(authorize(TransactionSource::External, proof.clone(), key_owner_proof.clone()), refused);
		for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Signed(1)] {
			let call =
				Validators::report_aura_equivocation(origin.into(), proof.clone().into(), key_owner_proof.clone());
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
		let (proof, key_owner_proof) = (equivocation(2, slot()), aura_proof(2));
		assert_eq!(Validators::submit_aura_equivocation(proof.clone(), key_owner_proof.clone()), Some(()));
		let call = Call::<Test>::report_aura_equivocation { proof: proof.into(), key_owner_proof };
		let expected = frame_system::mocking::MockUncheckedExtrinsic::<Test>::new_transaction(call.into(), ());
		assert_eq!(state.read().transactions, [expected.encode()]);
	});
}
