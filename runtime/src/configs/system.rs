// SPDX-License-Identifier: Apache-2.0

//! The block, its clock and its limits.

use crate::{
	migrations, weights, AccountId, Balance, Block, Cashier, Fund, Hash, Nonce, PalletInfo, Projects, Runtime,
	RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, Timestamp, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, Contains, Time},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use frame_system::limits::{BlockLength, BlockWeights};
use linli_primitives::{
	traits::{Clock, FundLedger},
	Moment,
};
use sp_runtime::{traits::AccountIdLookup, MultiAddress, Perbill};
use sp_version::RuntimeVersion;

/// How long a slot is: one block each six seconds.
pub const SLOT: Moment = 6_000;

/// Transactions fill at most this share of a block; the rest is for what the chain must do by itself.
pub const NORMAL_SHARE: Perbill = Perbill::from_percent(75);

/// A block computes for two of its six seconds at most, so that a small machine keeps up.
pub const MAXIMUM_BLOCK: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2), u64::MAX);

parameter_types! {
	/// How long a block is remembered by hash: transactions live no longer.
	pub const BlockHashCount: u32 = 2_400;
	/// The runtime's version.
	pub const Version: RuntimeVersion = VERSION;
	/// How much a block may compute.
	pub Weights: BlockWeights = BlockWeights::with_sensible_defaults(MAXIMUM_BLOCK, NORMAL_SHARE);
	/// How long a block may be, in bytes.
	pub Length: BlockLength = BlockLength::builder()
		.max_length(5 * 1024 * 1024)
		.modify_max_length_for_class(DispatchClass::Normal, |length| *length = NORMAL_SHARE * *length)
		.build();
	/// The prefix of addresses: Substrate's generic one.
	pub const Ss58Prefix: u16 = 42;
}

/// Which calls anybody may make. Two things are refused: sending money to a pot's account past its ledger or to a
/// project's escrow, and, in a closed loop, transfers between residents (D3).
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
					MultiAddress::Id(dest) => {
						Cashier::free_transfers() && !Fund::is_pot(dest) && !Projects::is_escrow_account(dest)
					}
					_ => false,
				}
			}
			upgrade_accounts { .. } => true,
			// Money enters and leaves through the cashier alone (D2), whoever asks.
			burn { .. }
			| force_transfer { .. }
			| force_unreserve { .. }
			| force_set_balance { .. }
			| force_adjust_total_issuance { .. } => false,
			_ => false,
		}
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type BaseCallFilter = CallFilter;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = Length;
	type BlockWeights = Weights;
	type DbWeight = weights::storage::DbWeight;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<64>;
	type Nonce = Nonce;
	type SS58Prefix = Ss58Prefix;
	type SingleBlockMigrations = migrations::SingleBlockMigrations;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type Version = Version;
}

parameter_types! {
	/// Half a slot: how far apart two blocks' times must at least be.
	pub const MinimumPeriod: Moment = SLOT / 2;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = Moment;
	type OnTimestampSet = crate::Aura;
	type MinimumPeriod = MinimumPeriod;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

/// The chain's clock is the block's timestamp.
pub struct BlockClock;

impl Clock for BlockClock {
	fn now() -> Moment {
		<Timestamp as Time>::now()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}
}
