// SPDX-License-Identifier: Apache-2.0

//! Block authoring and finality.

use super::system::SLOT;
use crate::{AccountId, Aura, Balances, Runtime, RuntimeEvent, SessionKeys};
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64},
};
use linli_primitives::Moment;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::traits::{ConvertInto, OpaqueKeys};

parameter_types! {
	/// The length of a session in blocks, one hour: changes of validators take effect at its end.
	pub const SessionLength: u32 = 600;
	/// The first session begins with block 0.
	pub const SessionOffset: u32 = 0;
	/// The length of a slot in milliseconds.
	pub const SlotDuration: Moment = SLOT;
	/// Validators are the community's own nodes: setting keys costs no deposit.
	pub const KeyDeposit: crate::Balance = 0;
}

/// More nodes than any community runs. Bounds the storage of authorities.
type MaxAuthorities = ConstU32<100>;

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = ();
	type MaxAuthorities = MaxAuthorities;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = SlotDuration;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = ();
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type NextSessionRotation = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	// Validators are fixed at genesis until decisions can change them (D44).
	type SessionManager = ();
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = ();
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// Not used: equivocations are not reported on chain.
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<0>;
	type KeyOwnerProof = sp_core::Void;
	type EquivocationReportSystem = ();
}
