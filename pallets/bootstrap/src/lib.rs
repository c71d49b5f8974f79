// SPDX-License-Identifier: Apache-2.0

//! # The bootstrap key
//!
//! A new chain has nobody yet who could decide: owners have not joined, no committee sits. Until the hand-over, the
//! bootstrap key stands in for the owners' decisions (D45), on the matters for which the runtime accepts its origin,
//! and on nothing else. It is never root: it cannot write storage, mint money, replace code at once, act as another
//! account, or schedule anything. It appoints, though: officers and validators that it appointed can do what their
//! offices can, and stay after the hand-over until the owners decide otherwise. Validators it adds and readmits, until
//! a committee was elected; it removes only what it mistyped, so it cannot exchange those that write the chain's
//! blocks.
//!
//! ## Terminology
//! - **Bootstrap key**: an account, named at genesis. It cannot be replaced, only given up.
//! - **Announced upgrade**: the hash of a new runtime that the key has announced. Until the first committee sits, an
//!   upgrade needs the key and a waiting time in public, so that everybody can look at the code, or leave.
//! - **Authorized upgrade**: an announced one whose waiting time is over, and whose code anybody can submit. It lapses
//!   after [`Config::UpgradeLifetime`], and at once when the first committee takes its seats, when the key is removed
//!   or withdraws it, or when the owners decide on another. An authorization by the owners is never touched.
//!
//! ## Scenarios
//! ### The first offices
//! The property office has launched the chain. The founder holds the bootstrap key and calls `decide` with
//! `registry.appoint`: the registrar, manager, cashier and auditor are in office, as if the owners had appointed them.
//! After the election of a committee, the owners pass the hand-over, which removes the key.
//!
//! ### A mistake in the runtime of the first week
//! The key announces the hash of the mended code. Seven days later anybody confirms it with `authorize_upgrade`, and
//! anybody submits the code. Had a committee been elected in these days, only the owners could have authorized it.
//! Nobody submits the code for a month: the authorization lapses, so that nobody does a year later.
//!
//! ### The key has leaked
//! Its holder calls `renounce`, and no key stands in for the owners any more. All they decide, they decide by vote.
//!
//! ## Calls
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`decide`](Pallet::decide) | the key | `Decided` |
//! | [`renounce`](Pallet::renounce) | the key | `KeyRemoved` |
//! | [`announce_upgrade`](Pallet::announce_upgrade) | the key | `UpgradeAnnounced` |
//! | [`withdraw_upgrade`](Pallet::withdraw_upgrade) | the key | `UpgradeWithdrawn` |
//! | [`authorize_upgrade`](Pallet::authorize_upgrade) | any signed account | `UpgradeAuthorized` of `frame_system` |
//!
//! `UpgradeLapsed` is deposited where an authorization ends: in a block after its time, with the first committee, and
//! before `KeyRemoved`.
//!
//! ## In the runtime
//! The pallet is one of `frame_system`'s `PostInherents`, so that an authorization whose time is over ends before the
//! transactions of every block. Not `on_poll`, which is left out where no weight is left, as in the first block of each
//! session: operational calls, of which `apply_authorized_upgrade` is one, have room in it all the same.
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

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod key;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
mod upgrades;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use key::EnsureBootstrap;
pub use pallet::*;
pub use types::{AnnouncedUpgrade, KeyAuthorization};
pub use weights::WeightInfo;

/// The pallet itself.
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use alloc::boxed::Box;
	use frame_support::{
		dispatch::{GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::StorageVersion,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, SittingCommittee},
		Moment,
	};
	use sp_runtime::traits::Dispatchable;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The bootstrap key and the upgrade it has announced.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The pallet's configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeOrigin: From<Origin>> {
		/// The calls that the key can decide on. The runtime says by its origins on which matters.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
			+ GetDispatchInfo;

		/// The clock, by which the waiting time is over or not.
		type Clock: Clock;

		/// The owners' committee. Once one has been elected, the key announces no more upgrades.
		type Committee: SittingCommittee;

		/// The time in ms for which an upgrade is public before it can be authorized.
		#[pallet::constant]
		type UpgradeNotice: Get<Moment>;

		/// The time in ms after which an authorized upgrade lapses, by the clock, standstills included: during one,
		/// nobody can look at the code or object, so an authorization should not outlast it.
		#[pallet::constant]
		type UpgradeLifetime: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Set-up outside the pallet for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<<Self as Config>::RuntimeCall>;
	}

	/// The origin of what the key decides. Only [`EnsureBootstrap`] accepts it.
	#[pallet::origin]
	#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
	pub enum Origin {
		/// The bootstrap key, in place of a decision of the owners.
		#[codec(index = 0)]
		Bootstrap,
	}

	/// The bootstrap key. `None` after the hand-over.
	#[pallet::storage]
	pub type Key<T: Config> = StorageValue<_, T::AccountId>;

	/// The upgrade that the key has announced.
	#[pallet::storage]
	pub type Announced<T: Config> = StorageValue<_, AnnouncedUpgrade<T::Hash>>;

	/// The upgrade that was authorized on the key's announcement. Forgotten in the block after it was applied.
	#[pallet::storage]
	pub type Authorized<T: Config> = StorageValue<_, KeyAuthorization<T::Hash>>;

	/// The key at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The bootstrap key. Default: none; from the first block on, only the owners decide.
		pub key: Option<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Key::<T>::set(self.key.clone());
		}
	}

	/// What the pallet says.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The key decided on a call, which succeeded.
		#[codec(index = 0)]
		Decided {
			/// The hash of the call.
			call_hash: T::Hash,
		},
		/// The key was removed for good, by the hand-over or by its holder.
		#[codec(index = 1)]
		KeyRemoved,
		/// The key announced an upgrade, replacing any earlier one.
		#[codec(index = 2)]
		UpgradeAnnounced {
			/// The hash of the new code, by the runtime's hashing.
			code_hash: T::Hash,
			/// The moment from which it can be authorized, in ms since 1970.
			ready: Moment,
		},
		/// The announced or authorized upgrade was withdrawn.
		#[codec(index = 3)]
		UpgradeWithdrawn {
			/// The hash of the code.
			code_hash: T::Hash,
		},
		/// The authorization of an upgrade by the key ended: its time was over, a committee was elected, or the key was
		/// removed.
		#[codec(index = 4)]
		UpgradeLapsed {
			/// The hash of the code.
			code_hash: T::Hash,
		},
	}

	/// Why the pallet refuses, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is not the bootstrap key, or there is none any more. Decide by a vote of the owners.
		NotBootstrapKey,
		/// A committee has been elected. Upgrades are now a decision of the owners.
		CommitteeAlreadyElected,
		/// No upgrade is announced, nor authorized on an announcement. Announce it first.
		UpgradeNotFound,
		/// The waiting time is not over. Wait until the moment that the announcement names.
		NoticeRunning,
		/// The clock has no such moment. Cannot happen before the year 292 million.
		Overflow,
		/// The owners have authorized an upgrade, which the key cannot replace. Wait until it is applied.
		UpgradeAlreadyAuthorized,
		/// The announcement is too old. Announce the upgrade again, so that the owners can look at it.
		AnnouncementOver,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Makes a call as if the owners had decided it. Succeeds on the matters on which the runtime lets the key
		/// stand in for them; on all others the call refuses the origin.
		///
		/// ## Dispatch origin
		///
		/// Signed by the bootstrap key.
		///
		/// ## Errors
		///
		/// - [`Error::NotBootstrapKey`];
		/// - the call's own: if it fails, nothing is changed.
		///
		/// ## Weight
		///
		/// Constant, and the call's own.
		#[pallet::call_index(0)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(T::WeightInfo::decide().saturating_add(info.call_weight), info.class)
		})]
		pub fn decide(origin: OriginFor<T>, call: Box<<T as Config>::RuntimeCall>) -> DispatchResultWithPostInfo {
			Self::ensure_key(origin)?;
			Self::do_decide(*call)
		}

		/// Removes the key, for instance because it has leaked, with any upgrade that it announced or authorized.
		/// Nothing brings it back.
		///
		/// ## Dispatch origin
		///
		/// Signed by the bootstrap key.
		///
		/// ## Errors
		///
		/// [`Error::NotBootstrapKey`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn renounce(origin: OriginFor<T>) -> DispatchResult {
			Self::ensure_key(origin)?;
			Self::remove_key();
			Ok(())
		}

		/// Announces an upgrade of the runtime to the code with this hash. It replaces an earlier announcement, and the
		/// waiting time begins anew.
		///
		/// ## Dispatch origin
		///
		/// Signed by the bootstrap key.
		///
		/// ## Errors
		///
		/// - [`Error::NotBootstrapKey`];
		/// - [`Error::CommitteeAlreadyElected`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn announce_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
			Self::ensure_key(origin)?;
			Self::do_announce_upgrade(code_hash)
		}

		/// Withdraws the announced upgrade, and the one that was authorized on an announcement.
		///
		/// ## Dispatch origin
		///
		/// Signed by the bootstrap key.
		///
		/// ## Errors
		///
		/// - [`Error::NotBootstrapKey`];
		/// - [`Error::UpgradeNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn withdraw_upgrade(origin: OriginFor<T>) -> DispatchResult {
			Self::ensure_key(origin)?;
			Self::do_withdraw_upgrade()
		}

		/// Authorizes the announced upgrade once its waiting time is over. Any account can then submit the code with
		/// `frame_system`'s `apply_authorized_upgrade`, which accepts only that code, and only if its `spec_name`
		/// matches and its `spec_version` is higher. The authorization lapses after [`Config::UpgradeLifetime`], and
		/// when the first committee takes its seats.
		///
		/// ## Dispatch origin
		///
		/// Any signed account.
		///
		/// ## Errors
		///
		/// - [`Error::CommitteeAlreadyElected`];
		/// - [`Error::UpgradeNotFound`], [`Error::NoticeRunning`];
		/// - [`Error::UpgradeAlreadyAuthorized`] by a decision of the owners;
		/// - [`Error::AnnouncementOver`]: [`Config::UpgradeLifetime`] has passed since the notice.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn authorize_upgrade(origin: OriginFor<T>) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_authorize_upgrade()
		}
	}
}
