// SPDX-License-Identifier: Apache-2.0

//! GRANDPA's reports, by way of its pallet.

use crate::{
	mock::*,
	types::{DropCause, ValidatorState},
};
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin;
use pallet_offences::Reports;
use sp_consensus_grandpa::{localized_payload, Equivocation, EquivocationProof};
use sp_core::{Pair, H256};
use sp_runtime::{transaction_validity::TransactionSource, DispatchResult};

type Prevote = finality_grandpa::Prevote<H256, u64>;
type Proof = EquivocationProof<H256, u64>;

/// The validator votes for two blocks in a round of the set.
fn votes(signer: u8, set_id: u64, round: u64) -> Proof {
	let vote = |salt: u8| {
		let prevote = Prevote { target_hash: H256::repeat_byte(salt), target_number: 5 };
		let message = finality_grandpa::Message::Prevote(prevote.clone());
		let signature = grandpa_pair(signer).sign(&localized_payload(round, set_id, &message));
		(prevote, signature.into())
	};
	let (first, second) = (vote(1), vote(2));
	let identity = grandpa_key(signer);
	let equivocation = finality_grandpa::Equivocation { round_number: round, identity, first, second };
	EquivocationProof::new(set_id, Equivocation::Prevote(equivocation))
}

fn report_votes(signer: u8, set_id: u64, round: u64) -> DispatchResult {
	let proof = votes(signer, set_id, round).into();
	Grandpa::report_equivocation_unsigned(RawOrigin::None.into(), proof, grandpa_proof(signer))
		.map(|_| ())
		.map_err(|error| error.error)
}

#[test]
fn the_offender_is_dropped_once() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report_votes(2, 0, 7));
		assert!(matches!(state(2), Some(ValidatorState::Leaving { cause: DropCause::Equivocation, .. })));
		let known = || pallet_grandpa::Error::<Test>::DuplicateOffenceReport;
		assert_noop!(report_votes(2, 0, 7), known());
		assert_noop!(report_votes(2, 0, 8), known());
		assert_eq!(Reports::<Test>::iter().count(), 1);
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![1, 3, 4], vec![1, 3, 4]));
	});
}

#[test]
fn a_readmitted_validator_is_not_dropped_again_with_others_of_its_round() {
	ExtBuilder(7).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report_votes(2, 0, 7));
		assert_ok!(readmit(2));
		// The report of another one of the same round names the first again.
		assert_ok!(report_votes(3, 0, 7));
		assert_eq!(state(2), Some(ValidatorState::Serving));
		assert!(matches!(state(3), Some(ValidatorState::Leaving { .. })));
	});
}

#[test]
fn the_pool_drops_what_is_known() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let call = pallet_grandpa::Call::<Test>::report_equivocation_unsigned {
			equivocation_proof: votes(2, 0, 7).into(),
			key_owner_proof: grandpa_proof(2),
		};
		assert!(Grandpa::validate_unsigned(TransactionSource::Local, &call).is_ok());
		assert_ok!(report_votes(2, 0, 8));
		assert!(Grandpa::validate_unsigned(TransactionSource::Local, &call).is_err());
	});
}

#[test]
fn both_kinds_together_drop_once() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report(2));
		assert_noop!(report_votes(2, 0, 7), pallet_grandpa::Error::<Test>::DuplicateOffenceReport);
		assert_eq!(events().len(), 1);
	});
}
