// SPDX-License-Identifier: Apache-2.0

//! Reports of two votes in one round, by way of GRANDPA's pallet.

use crate::{
	mock::*,
	types::{DropCause, OffenceSession, ValidatorState, NOTICE},
	PendingRevival, VotesOf,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use pallet_grandpa::{Call, CurrentSetId, Error};
use pallet_offences::Reports;
use sp_core::offchain::{testing::TestTransactionPoolExt, TransactionPoolExt};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidity};

/// Two votes of a validator for blocks of the present number.
fn votes(signer: u8, set_id: u64, round: u64) -> VotesOf<Test> {
	votes_for(signer, set_id, round, [System::block_number(); 2])
}

fn report_votes(signer: u8, set_id: u64, round: u64) -> sp_runtime::DispatchResult {
	submit_votes(votes(signer, set_id, round), pallet_session::CurrentIndex::<Test>::get())
}

fn validate(source: TransactionSource, votes: VotesOf<Test>, session: u32) -> TransactionValidity {
	let key_owner_proof = OffenceSession(session);
	let call = Call::<Test>::report_equivocation_unsigned { equivocation_proof: votes.into(), key_owner_proof };
	Grandpa::validate_unsigned(source, &call)
}

/// The votes do not count as of the session.
fn refused(votes: &VotesOf<Test>, session: u32) {
	assert_noop!(submit_votes(votes.clone(), session), Error::<Test>::InvalidKeyOwnershipProof);
	let bad = Err(InvalidTransaction::BadProof.into());
	assert_eq!(validate(TransactionSource::Local, votes.clone(), session), bad);
}

/// The votes count as of the session and of no other.
fn count_as_of(votes: VotesOf<Test>, session: u32) {
	(0..=pallet_session::CurrentIndex::<Test>::get() + 1)
		.filter(|other| *other != session)
		.for_each(|other| refused(&votes, other));
	assert_ok!(submit_votes(votes, session));
}

fn is_leaving(account: AccountId) -> bool {
	matches!(state(account), Some(ValidatorState::Leaving { cause: DropCause::Equivocation, .. }))
}

#[test]
fn the_offender_is_dropped_once() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report_votes(2, 0, 7));
		assert!(is_leaving(2));
		let known = || Error::<Test>::DuplicateOffenceReport;
		assert_noop!(report_votes(2, 0, 7), known());
		assert_noop!(report_votes(2, 0, 8), known());
		assert_eq!(Reports::<Test>::iter().count(), 1);
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![1, 3, 4], vec![1, 3, 4]));
	});
}

#[test]
fn other_rounds_of_what_was_forgiven_cannot_be_reported_later() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let other = votes(2, 0, 8);
		assert_ok!(report_votes(2, 0, 7));
		assert_ok!(readmit(2));
		// The set stays, and so does the key: nothing but the targets tells when this was signed.
		pass_sessions(2);
		write_in(slot() + 1);
		assert_eq!(CurrentSetId::<Test>::get(), 0);
		assert_noop!(submit_votes(other.clone(), 1), Error::<Test>::DuplicateOffenceReport);
		(0..5).filter(|session| *session != 1).for_each(|session| refused(&other, session));
		assert_eq!(state(2), Some(ValidatorState::Serving));
		// What it does now counts.
		assert_ok!(report_votes(2, 0, 90));
		assert!(is_leaving(2));
	});
}

#[test]
fn what_the_last_validator_was_told_is_not_held_against_it_later() {
	ExtBuilder(1).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let other = votes(1, 0, 8);
		assert_ok!(report_votes(1, 0, 7));
		assert_eq!(state(1), Some(ValidatorState::Serving));
		assert_ok!(add(2));
		assert_ok!(set_keys(2, 2));
		pass_sessions(2);
		assert_eq!(set(), [1, 2]);
		assert_noop!(submit_votes(other.clone(), 1), Error::<Test>::DuplicateOffenceReport);
		refused(&other, 2);
		refused(&other, 3);
		assert_eq!(state(1), Some(ValidatorState::Serving));
	});
}

#[test]
fn the_later_target_dates_them() {
	for (targets, session) in [([1, 2], 0), ([10, 9], 0), ([10, 11], 1), ([11, 10], 1), ([20, 20], 1), ([5, 21], 2)] {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(2);
			write_in(slot() + 1);
			count_as_of(votes_for(2, 0, 7, targets), session);
			assert!(is_leaving(2));
		});
	}
}

#[test]
fn votes_for_what_is_to_come_are_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let number = System::block_number();
		// They would be of whatever session is the present one when they are reported.
		for votes in [votes_for(2, 0, 7, [number, number + 1]), votes(2, 1, 7)] {
			assert_noop!(submit_votes(votes.clone(), 1), Error::<Test>::InvalidEquivocationProof);
			assert!(validate(TransactionSource::Local, votes, 1).is_err());
		}
	});
}

#[test]
fn no_vote_is_older_than_its_set() {
	ExtBuilder(4).build_and_execute(|| {
		assert_ok!(set_keys(4, 44));
		pass_sessions(2);
		assert_eq!((System::block_number(), CurrentSetId::<Test>::get()), (20, 1));
		// Without a block of its own yet, the set votes for the one that ended the set before.
		count_as_of(votes(2, 1, 1), 2);
		assert!(is_leaving(2));
		// In the set before, that block is of the session before.
		count_as_of(votes(3, 0, 1), 1);
	});
}

#[test]
fn a_revived_set_votes_for_blocks_of_before_the_revival() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		// A change that is never final: GRANDPA's voters do not count it.
		assert_ok!(set_keys(1, 11));
		pass_sessions(2);
		Dead::set(vec![3, 4]);
		let finalized = System::block_number() - 12;
		let hash = System::block_hash(finalized);
		let drop = vec![3, 4].try_into().unwrap();
		assert_ok!(Validators::announce_revival(signed(COMMITTEE), finalized, hash, drop));
		live(NOTICE);
		while PendingRevival::<Test>::exists() {
			pass_sessions(1);
		}
		pass_sessions(1);
		assert_eq!((set(), CurrentSetId::<Test>::get()), (vec![1, 2], 1));
		let revived = pallet_session::CurrentIndex::<Test>::get() - 1;
		let votes = votes_for(2, 1, 1, [finalized + 1, finalized + 2]);
		assert_noop!(submit_votes(votes.clone(), 2), Error::<Test>::InvalidKeyOwnershipProof);
		assert_ok!(submit_votes(votes, revived));
		assert!(is_leaving(2));
	});
}

#[test]
fn votes_of_others_keys_or_none_are_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let invalid = || Error::<Test>::InvalidEquivocationProof;
		refused(&votes(9, 0, 7), 1);
		let one = votes(2, 0, 7);
		// One vote is no equivocation, and the signature is of a set and a round.
		let tampered = |change: fn(&mut finality_grandpa::Equivocation<_, finality_grandpa::Prevote<_, _>, _>)| {
			type Parts = (u64, sp_consensus_grandpa::Equivocation<sp_core::H256, u64>);
			let (set_id, equivocation) = <Parts as codec::Decode>::decode(&mut &one.encode()[..]).unwrap();
			let sp_consensus_grandpa::Equivocation::Prevote(mut votes) = equivocation else { panic!("prevotes") };
			change(&mut votes);
			VotesOf::<Test>::new(set_id, sp_consensus_grandpa::Equivocation::Prevote(votes))
		};
		assert_noop!(submit_votes(tampered(|votes| votes.second = votes.first.clone()), 1), invalid());
		assert_noop!(submit_votes(tampered(|votes| votes.round_number = 8), 1), invalid());
		assert_noop!(submit_votes(tampered(|votes| votes.identity = grandpa_key(3)), 1), invalid());
		assert_ok!(submit_votes(tampered(|_| ()), 1));
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
		assert!(is_leaving(3));
		// Also if the round went on into the next session.
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report_votes(4, 0, 7));
		assert_eq!(state(2), Some(ValidatorState::Serving));
		assert!(is_leaving(4));
	});
}

#[test]
fn the_pool_drops_what_is_known_and_takes_nothing_from_elsewhere() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert!(validate(TransactionSource::Local, votes(2, 0, 7), 1).is_ok());
		assert!(validate(TransactionSource::External, votes(2, 0, 7), 1).is_err());
		assert_ok!(report_votes(2, 0, 8));
		let stale = Err(InvalidTransaction::Stale.into());
		assert_eq!(validate(TransactionSource::Local, votes(2, 0, 7), 1), stale);
	});
}

#[test]
fn the_node_submits_them_with_their_session() {
	let mut externalities = ExtBuilder(4).build();
	let (pool, state) = TestTransactionPoolExt::new();
	externalities.register_extension(TransactionPoolExt::new(pool));
	externalities.execute_with(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		let votes = votes(2, 0, 7);
		pass_sessions(1);
		// A node asks for the proof of the key first, at a block of its choice.
		assert_eq!(Validators::prove_voter(&grandpa_key(9)), None);
		let proof = Validators::prove_voter(&grandpa_key(2)).unwrap();
		assert_eq!(proof, OffenceSession(2));
		assert_eq!(Grandpa::submit_unsigned_equivocation_report(votes.clone(), proof), Some(()));
		let key_owner_proof = OffenceSession(1);
		let call = Call::<Test>::report_equivocation_unsigned { equivocation_proof: votes.into(), key_owner_proof };
		let expected = frame_system::mocking::MockUncheckedExtrinsic::<Test>::new_bare(call.into());
		assert_eq!(state.read().transactions, [expected.encode()]);
	});
}

#[test]
fn both_kinds_together_drop_once() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		write_in(slot() + 1);
		assert_ok!(report(2));
		assert_noop!(report_votes(2, 0, 7), Error::<Test>::DuplicateOffenceReport);
		assert_eq!(events().len(), 1);
	});
}
