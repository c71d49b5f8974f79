// SPDX-License-Identifier: Apache-2.0

//! Utilities for callers: batches, multisigs, proxies, scheduled calls.

use super::{migrations::unless_paused, proxies::ProxyType, system::Weights};
use crate::{
	weights, AccountId, Balance, Balances, OriginCaller, Preimage, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, RuntimeOrigin, System,
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU32, EqualPrivilegeOnly, LinearStoragePrice},
	weights::Weight,
};
use frame_system::EnsureNever;
use sp_runtime::{traits::BlakeTwo256, Perbill};

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

/// The deposit in fen for `items` storage entries of `bytes` bytes in total: one yuan per entry and one fen per byte,
/// returned when they are removed.
const fn deposit(items: u32, bytes: u32) -> Balance {
	(items as Balance) * 100 + (bytes as Balance)
}

parameter_types! {
	/// The deposit for opening a multisig call.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	/// The deposit for each of its signers.
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	/// The base deposit for proxies.
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	/// The deposit for each proxy.
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	/// The base deposit for announcements.
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	/// The deposit for each announcement.
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
	/// The reason for holding the deposit of a preimage.
	pub const PreimageHoldReason: RuntimeHoldReason = RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	/// The base deposit for a preimage.
	pub const PreimageDepositBase: Balance = deposit(2, 64);
	/// The deposit for each byte of it.
	pub const PreimageDepositPerByte: Balance = deposit(0, 1);
	/// Scheduled calls take at most four fifths of a block.
	pub MaximumSchedulerWeight: Weight = unless_paused(Perbill::from_percent(80) * Weights::get().max_block);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<32>;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
	type Currency = Balances;
	// Nobody keeps preimages without a deposit but the pallets themselves.
	type ManagerOrigin = EnsureNever<AccountId>;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageDepositBase, PreimageDepositPerByte, Balance>,
	>;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	// Only pallets schedule, with origins of their own; nothing that is scheduled is ever root.
	type ScheduleOrigin = EnsureNever<()>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<64>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}
