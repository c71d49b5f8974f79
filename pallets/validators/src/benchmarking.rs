// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of each call in the worst case: a full roll, all of which serve and have keys, and of which only the last
//! that is looked at is alive.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are not part of the production runtime.

use crate::{
	aura::{AuraKey, AuraProofOf},
	pallet::*,
	types::{
		self, Accounts, Activity, Announcer, DropCause, Revival, RevivalPhase, SetChange, SetKeys, Standing, Validator,
		ValidatorKeys, MAX_CHANGES, MAX_VALIDATORS, SILENCE,
	},
};
use alloc::{boxed::Box, vec::Vec};
use codec::{Decode, Encode};
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::{
	assert_ok,
	pallet_prelude::{Authorize, TransactionSource},
	traits::{EnsureOrigin, UnfilteredDispatchable},
};
use frame_system::{
	pallet_prelude::{HeaderFor, OriginFor},
	RawOrigin,
};
use linli_primitives::Moment;
use pallet_authorship::EventHandler;
use pallet_session::{CurrentIndex, KeyOwner, NextKeys, QueuedKeys, Validators};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature, Slot};
use sp_consensus_grandpa::{SetId, KEY_TYPE as GRANDPA};
use sp_consensus_slots::EquivocationProof;
use sp_runtime::{
	key_types::AURA,
	traits::{Header, OpaqueKeys},
	DigestItem, RuntimeAppPublic,
};

/// Set-up outside the pallet for benchmarks.
pub trait BenchmarkHelper {
	/// Sets the time to `now`, in ms since 1970.
	fn set_time(now: Moment);

	/// Sets the id of the current set, which [`crate::ReviveFinality::current_set`] yields.
	fn set_current_set(set: SetId);
}

/// Session keys that are not those of anybody, except for Aura's.
fn keys<T: Config>(index: u32, aura: &AuraKey) -> T::Keys {
	let mut raw = Vec::new();
	for id in T::Keys::key_ids() {
		if *id == AURA {
			raw.extend(aura.encode());
		} else {
			let mut key = [0; 32];
			key.iter_mut().zip(index.to_le_bytes()).for_each(|(byte, part)| *byte = part);
			raw.extend(key);
		}
	}
	T::Keys::decode(&mut raw.as_slice()).expect("keys of 32 bytes each")
}

/// Fills roll and set with `count` validators, the last of which has `aura` as its key.
fn fill<T: Config>(count: u32, aura: &AuraKey) -> Vec<T::AccountId> {
	let accounts: Vec<T::AccountId> = (0..count).map(|index| account("validator", index, 0)).collect();
	let (mut queued, mut kept) = (Vec::new(), Vec::new());
	for (index, account) in (0..count).zip(&accounts) {
		let other = AuraKey::decode(&mut [&index.to_le_bytes()[..], &[1; 28]].concat().as_slice());
		let key = if index + 1 == count { aura.clone() } else { other.expect("32 bytes") };
		let keys = keys::<T>(index, &key);
		for id in T::Keys::key_ids() {
			KeyOwner::<T>::insert((*id, keys.get_raw(*id).to_vec()), account);
		}
		NextKeys::<T>::insert(account, keys.clone());
		Activities::<T>::insert(account, Activity::default());
		let grandpa = keys.get(GRANDPA).expect("every validator votes");
		kept.push(ValidatorKeys { account: account.clone(), aura: key, grandpa });
		queued.push((account.clone(), keys));
	}
	let validator = |account: &T::AccountId| Validator {
		account: account.clone(),
		decision: None,
		since: 0,
		from: 0,
		standing: Standing::InService,
		serving: Some(0),
		silent: false,
		offended: None,
		free_change: None,
	};
	Roll::<T>::put(types::Roll::truncate_from(accounts.iter().map(validator).collect()));
	Validators::<T>::put(&accounts);
	QueuedKeys::<T>::put(queued);
	frame_system::Pallet::<T>::set_block_number(5u32.into());
	SessionStarts::<T>::insert(CurrentIndex::<T>::get(), frame_system::pallet_prelude::BlockNumberFor::<T>::default());
	SigningKeys::<T>::insert(CurrentIndex::<T>::get(), SetKeys::truncate_from(kept));
	accounts
}

/// A full roll of anybody.
fn full<T: Config>() -> Vec<T::AccountId> {
	fill::<T>(MAX_VALIDATORS, &AuraKey::decode(&mut [9; 32].as_slice()).expect("32 bytes"))
}

fn decision<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::DecisionOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

/// The validator wrote a block just now.
fn wrote<T: Config>(account: &T::AccountId) {
	let last_authored = Some(Pallet::<T>::block_time());
	Activities::<T>::insert(account, Activity { blocks: 1, last_authored, heard: 0 });
}

fn committee<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::CommitteeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn change<T: Config>(account: &T::AccountId, change: impl FnOnce(&mut Validator<T::AccountId>)) {
	Roll::<T>::mutate(|roll| {
		change(roll.iter_mut().find(|validator| validator.account == *account).expect("it is on the roll"));
	});
}

fn standing<T: Config>(account: &T::AccountId) -> Option<Standing> {
	Roll::<T>::get().iter().find(|validator| validator.account == *account).map(|validator| validator.standing)
}

fn sealed<T: Config>(key: &AuraKey, root: u8) -> HeaderFor<T> {
	let mut header = HeaderFor::<T>::new(
		5u32.into(),
		<T as frame_system::Config>::Hash::decode(&mut [root; 32].as_slice()).expect("32 bytes"),
		Default::default(),
		Default::default(),
		Default::default(),
	);
	let slot = <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(Slot::from(7));
	header.digest_mut().push(slot);
	let seal = key.sign(&header.hash().as_ref()).expect("the key is in the keystore");
	header.digest_mut().push(DigestItem::aura_seal(seal));
	header
}

/// A report of the last of a full set.
fn report<T: Config>() -> (Call<T>, T::AccountId) {
	let key = AuraKey::generate_pair(None);
	let mut accounts = fill::<T>(MAX_VALIDATORS, &key);
	let offender = accounts.pop().expect("the roll is full");
	wrote::<T>(accounts.last().expect("there are others"));
	let proof: AuraProofOf<T> = EquivocationProof {
		offender: key.clone(),
		slot: Slot::from(7),
		first_header: sealed::<T>(&key, 1),
		second_header: sealed::<T>(&key, 2),
	};
	let session = CurrentIndex::<T>::get();
	(Call::report_aura_equivocation { proof: Box::new(proof), session }, offender)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn add_validator() -> Result<(), BenchmarkError> {
		let mut accounts = full::<T>();
		let account = accounts.pop().ok_or("the roll is full")?;
		Roll::<T>::mutate(|roll| roll.pop());
		let origin = decision::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, account.clone());

		assert_eq!(standing::<T>(&account), Some(Standing::InService));
		Ok(())
	}

	#[benchmark]
	fn remove_validator() -> Result<(), BenchmarkError> {
		let mut accounts = full::<T>();
		let account = accounts.pop().ok_or("the roll is full")?;
		change::<T>(&account, |validator| validator.serving = None);
		wrote::<T>(accounts.last().ok_or("there are others")?);
		frame_system::Pallet::<T>::inc_providers(&account);
		Sustained::<T>::insert(&account, ());
		let origin = decision::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, account.clone());

		assert_eq!(standing::<T>(&account), None);
		Ok(())
	}

	#[benchmark]
	fn readmit() -> Result<(), BenchmarkError> {
		let account = full::<T>().pop().ok_or("the roll is full")?;
		change::<T>(&account, |validator| {
			validator.standing = Standing::Dropped { cause: DropCause::Silence, at: 0 };
		});
		let origin = decision::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, account.clone());

		assert_eq!(standing::<T>(&account), Some(Standing::InService));
		Ok(())
	}

	#[benchmark]
	fn drop_silent() -> Result<(), BenchmarkError> {
		let mut accounts = full::<T>();
		let account = accounts.pop().ok_or("the roll is full")?;
		wrote::<T>(accounts.last().ok_or("there are others")?);
		T::BenchmarkHelper::set_time(SILENCE.saturating_add(1));
		Activities::<T>::insert(&account, Activity { heard: 1, ..Activity::default() });
		let origin = committee::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, account.clone());

		assert!(matches!(standing::<T>(&account), Some(Standing::Dropped { cause: DropCause::Silence, .. })));
		Ok(())
	}

	#[benchmark]
	fn announce_revival() -> Result<(), BenchmarkError> {
		let accounts = full::<T>();
		// The only one alive is the last on the roll, and those between are looked at in vain.
		wrote::<T>(accounts.last().ok_or("the roll is full")?);
		let drop = Accounts::truncate_from(accounts.into_iter().take(1).collect());
		RevivalEnded::<T>::put(0);
		// As many changes as are searched, all before the named block, so that the latest are looked at.
		T::BenchmarkHelper::set_current_set(MAX_CHANGES);
		for set in 0..MAX_CHANGES {
			SetChanges::<T>::insert(set, SetChange { start: Default::default(), at: 0, before: MAX_VALIDATORS });
		}
		let hash = <T as frame_system::Config>::Hash::default();
		// Tried after the committee's.
		let origin = decision::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, 4u32.into(), hash, drop);

		assert!(PendingRevival::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn cancel_revival() -> Result<(), BenchmarkError> {
		let drop = Accounts::truncate_from(full::<T>());
		PendingRevival::<T>::put(Revival {
			number: 4u32.into(),
			hash: <T as frame_system::Config>::Hash::default(),
			set: 0,
			drop,
			announced: 0,
			lived: 0,
			by: Announcer::Committee,
			phase: RevivalPhase::Announced,
		});
		let origin = decision::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>);

		assert!(!PendingRevival::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn authorize_report_aura_equivocation() -> Result<(), BenchmarkError> {
		let (call, _) = report::<T>();

		#[block]
		{
			call.authorize(TransactionSource::Local).ok_or("a report is authorized")??;
		}
		Ok(())
	}

	#[benchmark]
	fn report_aura_equivocation() {
		let (call, offender) = report::<T>();

		#[block]
		{
			assert_ok!(call.dispatch_bypass_filter(RawOrigin::Authorized.into()));
		}

		assert!(matches!(standing::<T>(&offender), Some(Standing::Dropped { cause: DropCause::Equivocation, .. })));
	}

	#[benchmark]
	fn note_author() {
		let author = full::<T>().pop().expect("the roll is full");

		#[block]
		{
			<Pallet<T> as EventHandler<_, _>>::note_author(author.clone());
		}

		assert_eq!(Activities::<T>::get(&author).map(|activity| activity.blocks), Some(1));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::benchmark_externalities(), crate::mock::Test);
}
