// SPDX-License-Identifier: Apache-2.0

//! The native balance and transaction fees.

use crate::{
	configs::community::TransactionFees, weights, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU8, VariantCountOf},
	weights::{Weight, WeightToFee},
};

parameter_types! {
	/// One fen, the smallest unit (D1): there is no dust.
	pub const ExistentialDeposit: Balance = 1;
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = weights::pallet_balances::WeightInfo<Runtime>;
	type Balance = Balance;
	type DustRemoval = ();
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<16>;
	type MaxReserves = ConstU32<16>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// One fen per millisecond of execution, rounded up: a call costs a few fen, so that flooding the chain is not free.
pub struct FenPerMillisecond;

impl WeightToFee for FenPerMillisecond {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		weight.ref_time().div_ceil(1_000_000_000).into()
	}
}

/// One fen per kilobyte, rounded up.
pub struct FenPerKilobyte;

impl WeightToFee for FenPerKilobyte {
	type Balance = Balance;

	fn weight_to_fee(length: &Weight) -> Balance {
		length.ref_time().div_ceil(1_000).into()
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// Fees go to a pot and are never burnt: issuance must equal the bank's balance (D3).
	type OnChargeTransaction = pallet_transaction_payment::FungibleAdapter<Balances, TransactionFees>;
	type WeightToFee = FenPerMillisecond;
	type LengthToFee = FenPerKilobyte;
	// Fees are constant, so that prices are known in advance.
	type FeeMultiplierUpdate = ();
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}
