// SPDX-License-Identifier: Apache-2.0

//! The benchmarks of this runtime: its own pallets, and the SDK pallets that residents and committees call most. The
//! other SDK pallets keep the SDK's measured weights, with this chain's database weights.

use crate::{
	configs::assembly::CommitteeCollective, AccountId, AllPalletsWithSystem, Balances, Bootstrap, Cashier, Committee,
	Community, Deposits, Expenses, Fees, Fund, Governance, Meters, Multisig, Preimage, Projects, Registry, Repair,
	Runtime, RuntimeCall, RuntimeOrigin, Sharing, Signature, Validators,
};
use alloc::{boxed::Box, string::String, vec::Vec};
use codec::Encode;
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{fungible::Mutate, Get, StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use linli_primitives::{Area, BuildingId, Fen, Moment, OwnerId, Period, PotId, UnitId, UnitKind};
use sp_runtime::{traits::Hash, DispatchResult};

frame_benchmarking::define_benchmarks!(
	[pallet_balances, Balances]
	[pallet_multisig, Multisig]
	[pallet_preimage, Preimage]
	[pallet_linli_registry, Registry]
	[pallet_linli_bootstrap, Bootstrap]
	[pallet_linli_community, Community]
	[pallet_linli_fund, Fund]
	[pallet_linli_cashier, Cashier]
	[pallet_linli_committee, Committee]
	[pallet_linli_fees, Fees]
	[pallet_linli_governance, Governance]
	[pallet_linli_deposits, Deposits]
	[pallet_linli_repair, Repair]
	[pallet_linli_expenses, Expenses]
	[pallet_linli_projects, Projects]
	[pallet_linli_sharing, Sharing]
	[pallet_linli_validators, Validators]
	[pallet_linli_meters, Meters]
);

/// The available benchmarks, and the storage they touch.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs the benchmarks that `config` names.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	// Every block writes its timestamp first, so reading it costs nothing.
	whitelist.push(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into());
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

/// Sets up state outside the benchmarked pallet.
pub struct Helper;

impl Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}
}

impl pallet_linli_validators::BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn set_current_set(set: u64) {
		pallet_grandpa::CurrentSetId::<Runtime>::put(set);
	}
}

impl pallet_linli_registry::BenchmarkHelper<AccountId, Signature> for Helper {
	fn sign(message: impl FnOnce(&AccountId) -> Vec<u8>) -> (AccountId, Signature) {
		let key_type = sp_core::crypto::KeyTypeId(*b"join");
		let public = sp_io::crypto::sr25519_generate(key_type, None);
		let account = AccountId::from(public.0);
		let signature = sp_io::crypto::sr25519_sign(key_type, &public, &message(&account));
		(account, signature.expect("the key was just generated").into())
	}
}

impl pallet_linli_fund::BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn attest(month: Period) {
		Cashier::set_attested(month);
	}
}

impl pallet_linli_cashier::BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn unit() -> UnitId {
		// No charge of a preset covers storage, so nothing is due and nothing can be prepaid.
		Registry::add_unit(&frame_benchmarking::account("owner", 0, 0), UnitKind::Storage, 1)
	}
}

impl pallet_linli_fees::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn fund(account: &AccountId, amount: Fen) {
		// Minted outside the cashier: the benchmark's storage is discarded afterwards.
		Balances::mint_into(account, amount).expect("a benchmark's accounts can take money");
	}

	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn add_unit(account: &AccountId, kind: UnitKind, area: Area) -> UnitId {
		Registry::add_unit(account, kind, area)
	}
}

impl pallet_linli_meters::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn add_unit(account: &AccountId) -> UnitId {
		Registry::add_unit(account, UnitKind::Residential, 9_803)
	}
}

impl pallet_linli_repair::BenchmarkHelper<AccountId> for Helper {
	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn add_unit(account: &AccountId, kind: UnitKind, area: Area) -> UnitId {
		Registry::add_unit(account, kind, area)
	}
}

impl pallet_linli_deposits::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn fund(account: &AccountId, amount: Fen) {
		Balances::mint_into(account, amount).expect("a benchmark's accounts can take money");
	}

	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn add_unit(account: &AccountId) -> UnitId {
		Registry::add_unit(account, UnitKind::Residential, 9_803)
	}
}

impl pallet_linli_expenses::BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn fill_repair_pot(units: u32, amount: Fen) {
		Repair::set_up(units, amount);
	}
}

impl pallet_linli_projects::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn fill_repair_pot(units: u32, amount: Fen) {
		Repair::set_up(units, amount);
	}

	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId {
		Registry::add_owner(account, buildings)
	}

	fn fill_sets(buildings: &[BuildingId]) {
		Registry::fill_sets(buildings);
	}
}

impl pallet_linli_sharing::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn ensure_pot(pot: PotId) -> DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn add_resident(account: &AccountId) {
		Registry::add_resident(account);
	}

	fn fill_homes(count: u32) {
		Registry::fill_homes(count);
	}
}

impl pallet_linli_governance::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId {
		Registry::add_owner(account, buildings)
	}

	fn fill_sets(buildings: &[BuildingId]) {
		Registry::fill_sets(buildings);
	}

	fn fill_accounts(owner: OwnerId) {
		Registry::fill_accounts(owner);
	}

	fn fill_committee() {
		Committee::fill_committee();
	}
}

impl pallet_linli_bootstrap::BenchmarkHelper<RuntimeCall> for Helper {
	fn decision() -> RuntimeCall {
		// Naming the offset in force is refused only after everything has been read; this changes one value.
		pallet_linli_cashier::Call::set_free_transfers { allowed: true }.into()
	}

	fn set_time(now: Moment) {
		Self::set_time(now);
	}
}

impl pallet_linli_community::BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn seat_committee() {
		Committee::fill_committee();
	}
}

impl pallet_linli_committee::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Self::set_time(now);
	}

	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId {
		Registry::add_owner(account, buildings)
	}

	fn open_motions(members: &[AccountId]) {
		type Collective = pallet_collective::Pallet<Runtime, CommitteeCollective>;
		let threshold = u32::try_from(members.len()).expect("members are few");
		let most: u32 = <Runtime as pallet_collective::Config<CommitteeCollective>>::MaxProposals::get();
		// Each member opens as many.
		let all = most - most % threshold;
		for (number, mover) in (0..all).zip(members.iter().cycle()) {
			let call = RuntimeCall::System(frame_system::Call::remark { remark: number.encode() });
			let length = u32::try_from(call.encoded_size()).expect("the call is short");
			let motion = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
			let index = pallet_collective::ProposalCount::<Runtime, CommitteeCollective>::get();
			Collective::propose(RuntimeOrigin::signed(mover.clone()), threshold, Box::new(call), length)
				.expect("a member can move it");
			for member in members {
				Collective::vote(RuntimeOrigin::signed(member.clone()), motion, index, true)
					.expect("a member can vote on it");
			}
		}
	}
}
