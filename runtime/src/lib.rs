// SPDX-License-Identifier: Apache-2.0

//! # The runtime of a Linli community chain
//!
//! - [`configs`] — configurations of the pallets, one file per theme;
//! - [`apis`] — the runtime APIs;
//! - [`balances`] — all balances in total, for the books;
//! - [`genesis`] — presets, and law packs for communities;
//! - [`weights`] — weights measured by the benchmarks.
#![cfg_attr(not(feature = "std"), no_std)]
// No panics and no lossy arithmetic in Wasm; tests and benchmarks may.
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks", feature = "try-runtime")),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]
#![recursion_limit = "256"]

extern crate alloc;

pub mod apis;
pub mod balances;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod genesis;
mod links;
pub mod migrations;
mod motions;
mod office;
#[cfg(feature = "std")]
pub mod queries;
mod transaction;
#[cfg(any(all(test, not(feature = "runtime-benchmarks")), feature = "upgrade-trial"))]
mod trial;
mod version;
pub mod weights;

#[cfg(test)]
mod tests;

/// The Wasm runtime, written by the build script.
#[cfg(feature = "std")]
mod wasm {
	#![allow(missing_docs)]
	include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
}
#[cfg(feature = "std")]
pub use wasm::*;

pub use apis::{RuntimeApi, RUNTIME_API_VERSIONS};
pub use office::ChargeUnlessInOffice;
#[cfg(feature = "std")]
pub use pallet_linli_validators::api::AuraEquivocationApi;
pub use transaction::{SignedPayload, TxExtension, UncheckedExtrinsic};
pub use version::VERSION;

use sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};

/// A signature of any supported scheme: sr25519, ed25519, ECDSA.
pub type Signature = MultiSignature;
/// An account id: a public key or its hash, 32 bytes.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// The format of an account in transactions.
pub type Address = MultiAddress<AccountId, ()>;
/// An amount in fen.
pub type Balance = linli_primitives::Fen;
/// A block number.
pub type BlockNumber = u32;
/// The number of transactions sent by an account.
pub type Nonce = u32;
/// BLAKE2b-256.
pub type Hash = sp_core::H256;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// Dispatches blocks to the pallets.
pub type Executive =
	frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

/// Types with opaque extrinsics, for the node, which therefore need not follow runtime upgrades.
pub mod opaque {
	use super::{BlakeTwo256, BlockNumber};
	use sp_runtime::generic;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A block's header.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// A block of opaque transactions.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// Identifies a block by hash or number.
	pub type BlockId = generic::BlockId<Block>;
}

/// The session keys of a validator.
pub mod session_keys {
	// The macro writes the struct's helpers without docs.
	#![allow(missing_docs)]
	use alloc::vec::Vec;

	sp_runtime::impl_opaque_keys! {
		pub struct SessionKeys {
			pub aura: crate::Aura,
			pub grandpa: crate::Grandpa,
		}
	}
}
pub use session_keys::SessionKeys;

use composition::inherents;
pub use composition::*;

/// The pallets and their indices. An index never changes: it is part of the encoding of calls and events.
mod composition {
	// The macro writes items without docs; each pallet documents its own.
	#![allow(missing_docs)]
	// Used by the macro's output; not in the prelude without `std`.
	use alloc::vec::Vec;

	#[frame_support::runtime]
	mod runtime {
		#[runtime::runtime]
		#[runtime::derive(
			RuntimeCall,
			RuntimeEvent,
			RuntimeError,
			RuntimeOrigin,
			RuntimeFreezeReason,
			RuntimeHoldReason,
			RuntimeSlashReason,
			RuntimeLockId,
			RuntimeTask,
			RuntimeViewFunction
		)]
		pub struct Runtime;

		// System and consensus.
		#[runtime::pallet_index(0)]
		pub type System = frame_system;
		#[runtime::pallet_index(1)]
		pub type Timestamp = pallet_timestamp;
		#[runtime::pallet_index(2)]
		pub type Aura = pallet_aura;
		#[runtime::pallet_index(3)]
		pub type Authorship = pallet_authorship;
		#[runtime::pallet_index(4)]
		pub type Session = pallet_session;
		#[runtime::pallet_index(5)]
		pub type Grandpa = pallet_grandpa;
		#[runtime::pallet_index(6)]
		pub type Balances = pallet_balances;
		#[runtime::pallet_index(7)]
		pub type TransactionPayment = pallet_transaction_payment;
		#[runtime::pallet_index(8)]
		pub type Bootstrap = pallet_linli_bootstrap;
		#[runtime::pallet_index(9)]
		pub type Randomness = pallet_insecure_randomness_collective_flip;
		#[runtime::pallet_index(11)]
		pub type Offences = pallet_offences;
		// After the session pallet, whose genesis has the validators' keys.
		#[runtime::pallet_index(12)]
		pub type Validators = pallet_linli_validators;
		#[runtime::pallet_index(13)]
		pub type Migrations = pallet_migrations;
		#[runtime::pallet_index(14)]
		pub type SafeMode = pallet_safe_mode;

		// Utilities for callers.
		#[runtime::pallet_index(20)]
		pub type Utility = pallet_utility;
		#[runtime::pallet_index(21)]
		pub type Multisig = pallet_multisig;
		#[runtime::pallet_index(22)]
		pub type Proxy = pallet_proxy;
		#[runtime::pallet_index(23)]
		pub type Preimage = pallet_preimage;
		#[runtime::pallet_index(24)]
		pub type Scheduler = pallet_scheduler;

		// The community. Its calendar precedes all pallets that use months, and the fund precedes the cashier, whose
		// opening receipts fill the pots at genesis.
		#[runtime::pallet_index(39)]
		pub type Community = pallet_linli_community;
		#[runtime::pallet_index(40)]
		pub type Registry = pallet_linli_registry;
		#[runtime::pallet_index(41)]
		pub type Fund = pallet_linli_fund;
		#[runtime::pallet_index(42)]
		pub type Cashier = pallet_linli_cashier;
		#[runtime::pallet_index(43)]
		pub type Fees = pallet_linli_fees;
		#[runtime::pallet_index(44)]
		pub type Governance = pallet_linli_governance;
		#[runtime::pallet_index(45)]
		pub type CommitteeMotions = pallet_collective<Instance1>;
		// After the registry, whose units are enrolled at genesis.
		#[runtime::pallet_index(46)]
		pub type Repair = pallet_linli_repair;
		#[runtime::pallet_index(47)]
		pub type Expenses = pallet_linli_expenses;
		#[runtime::pallet_index(48)]
		pub type Projects = pallet_linli_projects;
		#[runtime::pallet_index(49)]
		pub type Sharing = pallet_linli_sharing;
		#[runtime::pallet_index(50)]
		pub type Committee = pallet_linli_committee;
		// After the registry, whose units have meters at genesis.
		#[runtime::pallet_index(51)]
		pub type Meters = pallet_linli_meters;
		#[runtime::pallet_index(52)]
		pub type Deposits = pallet_linli_deposits;
	}

	/// Inherents: the timestamp. The macro's extension trait is visible only in this module.
	pub(crate) mod inherents {
		use super::InherentDataExt;
		use crate::Block;
		use alloc::vec::Vec;
		use sp_inherents::{CheckInherentsResult, InherentData};
		use sp_runtime::traits::Block as BlockT;

		/// The inherent transactions of a block.
		pub fn create(data: &InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		/// Checks a block's inherent transactions against this node's data.
		pub fn check(data: &InherentData, block: &<Block as BlockT>::LazyBlock) -> CheckInherentsResult {
			data.check_extrinsics(block)
		}
	}
}
