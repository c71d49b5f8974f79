// SPDX-License-Identifier: Apache-2.0

//! Blocks: their clock and their limits.

use super::{community::CommunityAccounts, motions::WithoutThoseConcerned};
use crate::{
	migrations, weights, AccountId, Aura, Balance, Block, Bootstrap, Cashier, Community, Hash, Migrations, Nonce,
	PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, SafeMode, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	migrations::MultiStepMigrator,
	parameter_types,
	traits::{ConstU32, Contains, InsideBoth, PostInherents},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use frame_system::limits::{BlockLength, BlockWeights};
use linli_primitives::Moment;
use sp_runtime::{traits::AccountIdLookup, MultiAddress, Perbill};
use sp_version::RuntimeVersion;

/// The length of a slot in ms: one block every six seconds.
pub const SLOT: Moment = 6_000;

/// The maximum share of a block for transactions; the rest is reserved for hooks and operational calls.
pub const NORMAL_SHARE: Perbill = Perbill::from_percent(75);

/// The maximum weight of a block: two of its six seconds, so that a small machine keeps up.
pub const MAXIMUM_BLOCK: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2), u64::MAX);

parameter_types! {
	/// The number of recent block hashes kept: bounds the lifetime of mortal transactions.
	pub const BlockHashCount: u32 = 2_400;
	/// The runtime's version.
	pub const Version: RuntimeVersion = VERSION;
	/// The weight limits of a block.
	pub Weights: BlockWeights = BlockWeights::with_sensible_defaults(MAXIMUM_BLOCK, NORMAL_SHARE);
	/// The length limits of a block, in bytes.
	pub Length: BlockLength = BlockLength::builder()
		.max_length(5 * 1024 * 1024)
		.modify_max_length_for_class(DispatchClass::Normal, |length| *length = NORMAL_SHARE * *length)
		.build();
	/// The SS58 prefix of addresses: Substrate's generic one.
	pub const Ss58Prefix: u16 = 42;
}

/// Filters calls. Refused are transfers to the community's accounts, which would bypass their books, and, in a closed
/// loop, transfers between residents (D3).
pub struct CallFilter;

impl Contains<RuntimeCall> for CallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		use pallet_balances::Call::{
			burn, force_adjust_total_issuance, force_set_balance, force_transfer, force_unreserve, transfer_all,
			transfer_allow_death, transfer_keep_alive, upgrade_accounts,
		};
		let RuntimeCall::Balances(call) = call else { return true };
		match call {
			transfer_allow_death { dest, .. } | transfer_keep_alive { dest, .. } | transfer_all { dest, .. } => {
				match dest {
					MultiAddress::Id(dest) => Cashier::free_transfers() && !CommunityAccounts::contains(dest),
					_ => false,
				}
			}
			upgrade_accounts { .. } => true,
			// Money enters and leaves only through the cashier (D2), regardless of the origin.
			burn { .. }
			| force_transfer { .. }
			| force_unreserve { .. }
			| force_set_balance { .. }
			| force_adjust_total_issuance { .. } => false,
			_ => false,
		}
	}
}

/// Ends what the bootstrap key authorized and nobody applied in time, before the transactions of each block. While a
/// migration runs there are none, and storage is left alone.
pub struct EndOfAuthorizations;

impl PostInherents for EndOfAuthorizations {
	fn post_inherents() {
		if !Migrations::ongoing() {
			Bootstrap::post_inherents();
		}
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type BaseCallFilter = InsideBoth<InsideBoth<CallFilter, WithoutThoseConcerned>, SafeMode>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = Length;
	type BlockWeights = Weights;
	type DbWeight = weights::storage::DbWeight;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<64>;
	type MultiBlockMigrator = Migrations;
	type PostInherents = EndOfAuthorizations;
	type Nonce = Nonce;
	type SS58Prefix = Ss58Prefix;
	type SingleBlockMigrations = migrations::SingleBlockMigrations;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type Version = Version;
}

parameter_types! {
	/// The minimum difference between the timestamps of two blocks: half a slot.
	pub const MinimumPeriod: Moment = SLOT / 2;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = Moment;
	// In this order: Aura refuses a time that is not its slot's.
	type OnTimestampSet = (Aura, Community);
	type MinimumPeriod = MinimumPeriod;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}
