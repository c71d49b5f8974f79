// SPDX-License-Identifier: Apache-2.0

//! # Sharing
//!
//! A parking space stands empty from nine to six, a drill is used for one hour a year, the community room is dark on
//! weekdays. Members of the community can book such things from each other and from the community (D34–D38): the chain
//! prevents double bookings, holds price and deposit, and pays them out automatically.
//!
//! ## Terminology
//! - **Resource**: a thing that is shared. Its **provider** is a member of the community, or the community itself.
//! - **Member**: an account of an owner, or of a resident whom an owner named. Debts of a member have no effect here
//!   (D18).
//! - **Slot**: the shortest time for which a resource can be booked. Slots are counted from 1970 in the community's
//!   local time.
//! - **Window**: the slots of a weekday in which a resource is open.
//! - **Household**: those who live in a unit (D47). What one of them lists, the others do not book; they share the
//!   maximum numbers of resources and bookings, and the ratings that they get as renters.
//! - **Booking**: an interval of slots, booked by a **renter**. Its terms are frozen when it is made.
//! - **Claim**: a provider's statement that something came back damaged, or a renter's that it was not there, could
//!   not be used or came back in time; and the amount. It carries a **bond**.
//! - **Panel**: three members, drawn at random to rule on a disputed claim.
//!
//! ## Scenario
//! Ms Li lists her parking space for weekdays from nine to six, at 2 yuan an hour with a deposit of 50 yuan. Mr Wang
//! books Tuesday from ten to twelve: 4 yuan and 50 yuan are held on his account. He drives in at ten past ten
//! ([`start`](Pallet::start)) and out at twenty past twelve ([`return_resource`](Pallet::return_resource)). That is one
//! slot begun after the end, and its late fee comes off the deposit. Ms Li claims nothing within two days: the chain
//! pays her, and releases the rest of Mr Wang's deposit. Neither has to ask for it.
//!
//! Had she found her lock broken, she would have claimed 40 yuan. If Mr Wang accepts, or does not answer for two days,
//! she is paid. If he disputes the claim, three members unrelated to either of them are drawn; each votes on the amount
//! of the damage, and the median counts. Either side can appeal to the committee, whose ruling is final.
//!
//! ## A booking
//! ```text
//!            book                 start                 return
//!   ─────────────► Booked ─────────────────► Started ─────────────► Returned ── nothing claimed ──► Settled
//!                   │ │                         │                    ▲  │                              ▲
//!            cancel │ └── return, or the end ───┼────────────────────┤  │ claim                        │
//!                   ▼                           └── long overdue ────┘  ▼                              │
//!               Cancelled                                            Claimed ── accepted, or silence ──┤
//!                                                                       │ dispute                      │
//!                                                                       ▼                              │
//!                                                                   Revealing                          │
//!                                                                       │ both reveal, or too late     │
//!                                                                       ▼                              │
//!                                    too few, or too late ────────── Disputed                          │
//!                                       │                               │ three are drawn              │
//!                                       │        not all vote           ▼                              │
//!                                       │◄─────────────────────── Empanelled ─┐ once: those who did    │
//!                                       ▼                               │  ▲   │ not vote are replaced  │
//!                                    Appealed ◄──────── appeal ───┐     │  └───┘                        │
//!                                       │                         │     ▼ all have voted               │
//!                                       │                         └── Ruled ────── no appeal ──────────┤
//!                                       └── the committee rules, or its time is over ──────────────────┘
//! ```
//! [`types::BookingState::after`] defines every transition.
//!
//! ## Money
//! | Amount | Recipient |
//! |---|---|
//! | price, less any refund for a cancellation | the provider, less the community's share, which goes to the pot of common income |
//! | late fee, damages | the provider, out of the deposit and never more than it |
//! | what is awarded to the renter | the renter, first of the late fee, then of the price |
//! | bond of a claim ruled to be without any ground | the other side |
//! | the rest | the renter |
//!
//! Price and deposit of a booking are held on the renter's account until it is settled or cancelled, a bond on the
//! claimant's, each under its own [`HoldReason`], and are paid out once. A renter whom another renter keeps out until
//! the booking lapses pays nothing.
//!
//! ## Calls
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`set_rules`](Pallet::set_rules) | `DecisionOrigin` | `RulesSet` |
//! | [`list`](Pallet::list) | a member; with a pot, `CommunityOrigin` | `Listed` |
//! | [`set_terms`](Pallet::set_terms), [`set_device`](Pallet::set_device), [`resume`](Pallet::resume) | the provider | `TermsSet`, `DeviceSet`, `Resumed` |
//! | [`suspend`](Pallet::suspend) | the provider; `CommunityOrigin` if the provider has left | `Suspended` |
//! | [`withdraw_resource`](Pallet::withdraw_resource) | as for `suspend`; `AppealOrigin` for any resource | `Withdrawn`, `Removed` |
//! | [`book`](Pallet::book), [`book_series`](Pallet::book_series) | a member other than the provider | `Booked` |
//! | [`cancel`](Pallet::cancel) | renter or provider | `Cancelled` |
//! | [`extend`](Pallet::extend) | the renter, while it runs | `Extended` |
//! | [`block_days`](Pallet::block_days), [`free_days`](Pallet::free_days) | the provider | `DaysBlocked`, `DaysFreed` |
//! | [`start`](Pallet::start) | renter, or a device that the owners appointed | `Started` |
//! | [`return_resource`](Pallet::return_resource) | renter or such a device; after the end also the provider | `Returned` |
//! | [`claim_damage`](Pallet::claim_damage) | the provider | `DamageClaimed` |
//! | [`claim_refund`](Pallet::claim_refund) | the renter | `RefundClaimed` |
//! | [`accept_claim`](Pallet::accept_claim), [`dispute_claim`](Pallet::dispute_claim) | the side that did not claim | `Settled`, `Disputed` |
//! | [`reveal`](Pallet::reveal) | renter or provider | `SecretRevealed` |
//! | [`vote`](Pallet::vote) | a member of the panel | `Voted`, `Ruled` |
//! | [`appeal`](Pallet::appeal) | renter or provider | `Appealed` |
//! | [`rule`](Pallet::rule) | `AppealOrigin` | `RuledFinally`, `Settled` |
//! | [`settle`](Pallet::settle) | anyone | `Returned`, `Settled`, `Cancelled`, `Appealed`, `Forgotten`, `Removed` |
//! | [`rate`](Pallet::rate) | renter or provider | `Rated` |
//! | [`record_use`](Pallet::record_use) | the device | `Used` |
//!
//! The provider of a resource of the community is `CommunityOrigin`.
//!
//! ## What happens automatically
//! Each booking has one entry in a queue, at the time of its next automatic step. The steps that are due run at the
//! beginning of each block, in the order of their times and within [`Config::SettlementBudget`]; the others wait for
//! the next block. The clock then still shows the time of the previous block. A step that fails is retried an hour
//! later, and [`Event::StepFailed`] gives the reason. Besides the events of [`settle`](Pallet::settle), such steps emit
//! `Empanelled` when a panel is drawn, and `Cancelled` when bookings of a suspended or withdrawn resource are refunded.
//!
//! Windows to claim, answer, vote, appeal and rule, and late fees, are counted in lived time, in which a standstill
//! takes nothing from anyone (D46); bookings begin and end by the clock. A step whose window a standstill made longer
//! goes back into the queue.
//!
//! ## What is stored, and for how long
//! - The time that a booking takes is one entry of [`TakenSlots`], at its end; it is removed when the booking is
//!   returned or cancelled. The cost of booking does not depend on the number of bookings.
//! - An account and a household have at most [`Config::MaxOpenBookings`] open bookings each. A settled or cancelled
//!   booking is removed from state [`Config::KeepFor`] later, with its ratings; their sums stay. A cancelled booking
//!   whose price was refunded in full is removed after a day, so that nobody can fill up a resource with bookings that
//!   cost nothing.
//! - A household has at most [`Config::MaxResources`] resources, the community at most
//!   [`Config::MaxCommonResources`] for each pot. A withdrawn resource counts until its last booking is removed, and is
//!   removed then.
//! - Of a device's uses, a booking keeps the number and a running digest.
//!
//! ## How a panel is drawn, and the limits of the draw
//! Units are drawn, so that each home has the same chance, and one member of each. Members related to the renter, the
//! provider or another member of the panel are passed over; so is [`Config::Office`] where the community is the
//! provider. After 64 draws without three eligible members, the committee rules instead.
//!
//! Each side commits to a secret when it claims or disputes, and has [`types::SharingRules::reveal_window`] to reveal
//! it. The seed is the hash of the secrets that were revealed and of [`Config::Randomness`], for which the runtime uses
//! `pallet-insecure-randomness-collective-flip`: the hashes of the last 81 blocks. A draw waits until all of these are
//! later than the last reveal, and happens automatically, in the order of time. So a side that reveals last, or
//! withholds its secret, does not know what comes of it, and withholding costs its bond.
//!
//! Only members who were at home before the claim are drawn, and homes assigned since are ignored: a party can neither
//! fill the homes with friends nor exclude members by naming them as residents. The parties' own homes are those of the
//! booking and of the claim.
//!
//! The draw is not safe against an author of the last block before it who tries several blocks, since the secrets are
//! known by then. That is acceptable here, since authors are few and known, a panel rules on a deposit and no more, and
//! either side can appeal; those who voted on the panel do not rule on the appeal. Nothing of greater value should
//! depend on it.
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

pub use pallet::*;
pub use views::{MAX_PAGE, MAX_RANGE, MAX_SCAN};
pub use weights::WeightInfo;

pub mod api;
pub mod types;
pub mod weights;

mod agenda;
mod blocks;
mod bonds;
mod bookings;
mod claims;
mod devices;
mod errors;
mod events;
mod extensions;
mod genesis;
mod hooks;
mod households;
mod life;
mod occupancy;
mod panels;
mod ratings;
mod resources;
mod rights;
mod secrets;
mod settlement;
mod views;
mod windows;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;

use frame_support::pallet_macros::import_section;
use frame_system::pallet_prelude::BlockNumberFor;

/// A booking as this pallet stores it.
pub(crate) type BookingOf<T> = types::Booking<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// A resource as this pallet stores it.
pub(crate) type ResourceOf<T> = types::Resource<<T as frame_system::Config>::AccountId>;
/// A household as this pallet stores it.
pub(crate) type HouseholdOf<T> = linli_primitives::traits::Household<<T as frame_system::Config>::AccountId>;
/// A provider as this pallet stores it.
pub(crate) type ProviderOf<T> = types::Provider<<T as frame_system::Config>::AccountId>;

/// See the crate's documentation.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(genesis::genesis)]
#[import_section(hooks::hooks)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	clippy::too_many_arguments,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime; a wallet \
	          shows each argument of a call by its name"
)]
pub mod pallet {
	use super::*;
	use crate::types::{
		Award, BlockedDays, BookingId, BookingKey, CancelledBy, DueKey, EndKey, Interval, ListedBy, Panel, Provider,
		Rating, Ratings, Repeat, Resource, ResourceId, ResourceKind, RulesError, Seen, SharingRules, Side, Slot,
		StandsFor, Terms, TermsError, MAX_BLOCKED, MAX_SERIES, PANEL,
	};
	use frame_support::{
		dispatch::DispatchResultWithPostInfo,
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			Contains, Randomness, StorageVersion,
		},
		weights::Weight,
		Blake2_128Concat, Identity, Twox64Concat,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Community, FundLedger, Household, Members, OwnersRegister, People},
		BuildingId, ContentHash, Fen, Moment, PotId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The runtime's hold reasons, of which [`HoldReason`] is a part.
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency: one fen on chain is a fen in the bank.
		type Currency: Inspect<Self::AccountId, Balance = Fen>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The pots that receive the income of the community's resources, and the community's share of all income.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// The members of the community: they list and book, and panels are drawn from them.
		type Members: Members<Self::AccountId>;

		/// The persons and households behind accounts: nobody books what is their household's own, and resources,
		/// bookings and ratings are counted by household (D47).
		type People: People<Self::AccountId>;

		/// The register of units: a resource can stand for a unit that its provider owns or lives in.
		type Register: OwnersRegister<Self::AccountId>;

		/// Randomness for drawing panels; the crate's documentation states what it has to withstand.
		type Randomness: Randomness<Self::Hash, BlockNumberFor<Self>>;

		/// The time.
		type Clock: Clock;

		/// The community, in whose local time slots are counted.
		type Community: Community;

		/// Acts for the community as a provider: the manager, or the committee by majority.
		type CommunityOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Sets the rules: the assembly.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Rules on claims after an appeal or where no panel rules, and withdraws resources that must not be offered:
		/// the committee by majority.
		type AppealOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The devices that the owners appointed: they can start and return bookings.
		type Devices: Contains<Self::AccountId>;

		/// The accounts that act for the community: they sit on no panel about its resources.
		type Office: Contains<Self::AccountId>;

		/// The maximum number of resources of a household: listing is free, and so needs a limit.
		#[pallet::constant]
		type MaxResources: Get<u32>;

		/// The maximum number of resources of the community for each pot.
		#[pallet::constant]
		type MaxCommonResources: Get<u32>;

		/// The maximum number of open bookings of an account, and of a household: a device's query reads all of an
		/// account's.
		#[pallet::constant]
		type MaxOpenBookings: Get<u32>;

		/// How long a settled or cancelled booking stays in state, in ms. A settled one can be rated until then.
		#[pallet::constant]
		type KeepFor: Get<Moment>;

		/// How long after its end a started booking that was not returned counts as returned, in ms of lived time, so
		/// that the provider is paid and can claim damage.
		#[pallet::constant]
		type MaxOverdue: Get<Moment>;

		/// The maximum weight of automatic steps per block.
		#[pallet::constant]
		type SettlementBudget: Get<Weight>;

		/// Weights of the calls and of automatic steps.
		type WeightInfo: WeightInfo;

		/// Set-up that benchmarks need outside this pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// The reasons for which this pallet holds money on an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The prices of open bookings.
		#[codec(index = 0)]
		Price,
		/// The deposits of open bookings.
		#[codec(index = 1)]
		Deposit,
		/// The bonds of open claims.
		#[codec(index = 2)]
		Bond,
	}

	/// The rules of sharing.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, SharingRules, ValueQuery>;

	/// The resources, until they are withdrawn and their last booking is removed.
	#[pallet::storage]
	pub type Resources<T: Config> = StorageMap<_, Twox64Concat, ResourceId, Resource<T::AccountId>, OptionQuery>;

	/// The id of the next resource.
	#[pallet::storage]
	pub type NextResource<T: Config> = StorageValue<_, ResourceId, ValueQuery>;

	/// The number of resources of each household, at most [`Config::MaxResources`], and of each pot of the community,
	/// at most [`Config::MaxCommonResources`].
	#[pallet::storage]
	pub type Listed<T: Config> = StorageMap<_, Blake2_128Concat, ListedBy<T::AccountId>, u32, ValueQuery>;

	/// The times at which resources are taken: for each booking that is neither returned nor cancelled, and each block
	/// of days, its start, keyed by its end, in ms. Moments and not slots, so that bookings do not overlap even if the
	/// community's offset changes.
	#[pallet::storage]
	pub type TakenSlots<T: Config> = StorageDoubleMap<_, Twox64Concat, ResourceId, Identity, EndKey, Moment>;

	/// The number of bookings of each resource by each household that are neither returned nor cancelled.
	#[pallet::storage]
	pub type OutstandingBookings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ResourceId, Blake2_128Concat, Household<T::AccountId>, u32, ValueQuery>;

	/// The bookings, until they are removed some time after they ended.
	#[pallet::storage]
	pub type Bookings<T: Config> = StorageMap<_, Twox64Concat, BookingId, BookingOf<T>, OptionQuery>;

	/// The id of the next booking.
	#[pallet::storage]
	pub type NextBooking<T: Config> = StorageValue<_, BookingId, ValueQuery>;

	/// The bookings of each renter, in the order of ids.
	#[pallet::storage]
	pub type RenterBookings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, BookingKey, (), OptionQuery>;

	/// The bookings of each renter that are neither settled nor cancelled; at most [`Config::MaxOpenBookings`].
	#[pallet::storage]
	pub type OpenBookings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, BookingKey, (), OptionQuery>;

	/// The number of [`OpenBookings`] of each renter.
	#[pallet::storage]
	pub type OpenCount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The bookings of each resource that are neither settled nor cancelled, in the order of ids.
	#[pallet::storage]
	pub type OpenAt<T: Config> = StorageDoubleMap<_, Twox64Concat, ResourceId, Identity, BookingKey, (), OptionQuery>;

	/// The booking whose renter has the resource: the last one started, until it is returned.
	#[pallet::storage]
	pub type InUse<T: Config> = StorageMap<_, Twox64Concat, ResourceId, BookingId, OptionQuery>;

	/// The automatic steps in the order of time: one entry for each booking.
	#[pallet::storage]
	pub type Queue<T: Config> = StorageMap<_, Identity, DueKey, (), OptionQuery>;

	/// The resources whose bookings are being refunded, and the last booking that was processed.
	#[pallet::storage]
	pub type Refunds<T: Config> = StorageMap<_, Twox64Concat, ResourceId, Option<BookingKey>, OptionQuery>;

	/// The panels that were drawn, until their bookings are removed.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageMap<_, Twox64Concat, BookingId, Panel<T::AccountId>, OptionQuery>;

	/// The ratings of settled bookings by each side, until the bookings are removed.
	#[pallet::storage]
	pub type Rated<T: Config> = StorageDoubleMap<_, Twox64Concat, BookingId, Twox64Concat, Side, Rating, OptionQuery>;

	/// The sum of the ratings of each resource by its renters.
	#[pallet::storage]
	pub type ResourceRatings<T: Config> = StorageMap<_, Twox64Concat, ResourceId, Ratings, ValueQuery>;

	/// The days that providers block for their own use; those that are over are removed with the next block.
	#[pallet::storage]
	pub type Blocked<T: Config> =
		StorageMap<_, Twox64Concat, ResourceId, BoundedVec<BlockedDays, ConstU32<MAX_BLOCKED>>, ValueQuery>;

	/// The resource that stands for each unit or right, until it is withdrawn.
	#[pallet::storage]
	pub type StandingFor<T: Config> = StorageMap<_, Blake2_128Concat, StandsFor, ResourceId, OptionQuery>;

	/// The sum of the ratings of each household as a renter, by providers: another account does not begin anew.
	#[pallet::storage]
	pub type RenterRatings<T: Config> = StorageMap<_, Blake2_128Concat, Household<T::AccountId>, Ratings, ValueQuery>;

	/// The number of open bookings of each household, at most [`Config::MaxOpenBookings`]: those of all its accounts,
	/// as the households were when each was booked.
	#[pallet::storage]
	pub type HouseholdOpenCount<T: Config> = StorageMap<_, Blake2_128Concat, Household<T::AccountId>, u32, ValueQuery>;

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets the rules. Existing bookings keep the share that applied when they were made, and windows that are
		/// already running do not change.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidRules`], with the reason;
		/// - [`Error::PotNotFound`], for `income_pot`.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn set_rules(origin: OriginFor<T>, rules: SharingRules) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_set_rules(rules)
		}

		/// Lists a resource of the caller, or with `pot` one of the community, whose income goes to that pot. A
		/// member's parking space or room stands for a unit or another right; nothing is listed twice.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member; with `pot`, [`Config::CommunityOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`], [`Error::PotNotFound`];
		/// - [`Error::NotAtHome`], [`Error::RightRequired`], [`Error::AlreadyListed`], [`Error::DeviceIsParty`];
		/// - [`Error::InvalidTerms`], with the reason;
		/// - [`Error::TooManyResources`].
		///
		/// ## Weight
		///
		/// Constant, for the worst case: the resource of a provider who left gives way.
		#[pallet::call_index(1)]
		#[pallet::weight(
			<T as Config>::WeightInfo::list().saturating_add(<T as Config>::WeightInfo::withdraw_resource())
		)]
		pub fn list(
			origin: OriginFor<T>,
			pot: Option<PotId>,
			kind: ResourceKind,
			building: Option<BuildingId>,
			description: ContentHash,
			terms: Terms,
			device: Option<T::AccountId>,
			stands_for: StandsFor,
		) -> DispatchResult {
			let provider = match pot {
				Some(pot) => {
					T::CommunityOrigin::ensure_origin(origin)?;
					Provider::Community { pot }
				}
				None => Provider::Person(ensure_signed(origin)?),
			};
			Self::do_list(provider, kind, building, description, terms, device, stands_for)
		}

		/// Sets the terms for future bookings. The slot length cannot change while bookings of the resource are on
		/// record.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`];
		/// - [`Error::InvalidTerms`], with the reason;
		/// - [`Error::SlotLengthFixed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn set_terms(origin: OriginFor<T>, resource: ResourceId, terms: Terms) -> DispatchResult {
			Self::do_set_terms(origin, resource, terms)
		}

		/// Sets the device that lets renters in, for existing bookings too.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`];
		/// - [`Error::DeviceIsParty`]: the account is a person's, who has a part in the resource.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn set_device(origin: OriginFor<T>, resource: ResourceId, device: Option<T::AccountId>) -> DispatchResult {
			Self::do_set_device(origin, resource, device)
		}

		/// Suspends a resource: it takes no bookings until it is resumed. With `refund`, all bookings that have not
		/// started are cancelled in the following blocks, and their prices refunded in full; otherwise they stand. A
		/// suspended resource can be suspended again to refund its bookings.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community, and for those whose
		/// provider is no longer a member.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`];
		/// - [`Error::AlreadySuspended`], unless `refund` is set and no refunds are in progress.
		///
		/// ## Weight
		///
		/// Constant: refunds are part of the following blocks.
		#[pallet::call_index(4)]
		pub fn suspend(origin: OriginFor<T>, resource: ResourceId, refund: bool) -> DispatchResult {
			Self::do_suspend(origin, resource, refund)
		}

		/// Lets a suspended resource take bookings again.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`];
		/// - [`Error::NotSuspended`], [`Error::RefundsInProgress`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, resource: ResourceId) -> DispatchResult {
			Self::do_resume(origin, resource)
		}

		/// Withdraws a resource for good. With `refund`, all bookings that have not started are cancelled as by
		/// [`Pallet::suspend`]; otherwise they stand. The resource is removed with its last booking on record. A
		/// withdrawn resource can be withdrawn again to refund its bookings.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community, and for those whose
		/// provider is no longer a member; [`Config::AppealOrigin`] for any resource that must not be offered.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`];
		/// - [`Error::ResourceWithdrawn`], unless `refund` is set and no refunds are in progress.
		///
		/// ## Weight
		///
		/// Constant: refunds are part of the following blocks.
		#[pallet::call_index(6)]
		pub fn withdraw_resource(origin: OriginFor<T>, resource: ResourceId, refund: bool) -> DispatchResult {
			Self::do_withdraw(origin, resource, refund)
		}

		/// Books `slots` slots from `first_slot` on, and holds price and deposit: together at most `max_cost` fen, and
		/// under the version of the terms that the renter has read (D55).
		///
		/// ## Dispatch origin
		///
		/// Signed by a member other than the provider.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`], [`Error::ResourceNotFound`], [`Error::OwnResource`], [`Error::ProviderLeft`];
		/// - [`Error::ResourceSuspended`], [`Error::ResourceWithdrawn`];
		/// - [`Error::TooShort`], [`Error::TooLong`], [`Error::NotInOpeningWindows`], [`Error::TooEarly`],
		///   [`Error::TooFarAhead`], [`Error::NotDuringClockChange`], [`Error::SlotsAlreadyTaken`];
		/// - [`Error::TermsMismatch`], [`Error::MaxCostExceeded`];
		/// - [`Error::TooManyBookingsOfResource`], [`Error::TooManyBookings`], [`Error::InsufficientFunds`].
		///
		/// ## Weight
		///
		/// Constant: it does not depend on the number of bookings.
		#[pallet::call_index(7)]
		pub fn book(
			origin: OriginFor<T>,
			resource: ResourceId,
			first_slot: Slot,
			slots: u16,
			#[pallet::compact] max_cost: Fen,
			terms_version: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_book(&who, resource, Interval { first: first_slot, slots }, Seen { max_cost, terms_version })
		}

		/// Books the same hours on several days, all or none: from the day of `first_slot` on, on the weekdays of
		/// `repeat`, until there are `repeat.count` bookings. Each is a separate booking from then on. `max_cost` is
		/// for all of them together.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member other than the provider.
		///
		/// ## Errors
		///
		/// [`Error::InvalidSeries`], and all errors of [`Pallet::book`].
		///
		/// ## Weight
		///
		/// Linear in the number of bookings.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::book_series(u32::from(repeat.count.min(MAX_SERIES))))]
		pub fn book_series(
			origin: OriginFor<T>,
			resource: ResourceId,
			first_slot: Slot,
			slots: u16,
			repeat: Repeat,
			#[pallet::compact] max_cost: Fen,
			terms_version: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let seen = Seen { max_cost, terms_version };
			Self::do_book_series(&who, resource, Interval { first: first_slot, slots }, repeat, seen)
		}

		/// Cancels a booking that was not started. The deposit is released in full. A renter can cancel until the
		/// booking begins, and gets back the part of the price that the cancellation policy of the booking grants. The
		/// whole price comes back if the provider cancels, or if the booking has begun while another renter still has
		/// the resource. Fails if the renter would get back less than `min_refund` fen of the price, because a limit of
		/// the policy has passed since the call was signed (D55).
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotParty`];
		/// - [`Error::NotBooked`], [`Error::BookingAlreadyBegun`];
		/// - [`Error::RefundTooLow`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn cancel(origin: OriginFor<T>, booking: BookingId, #[pallet::compact] min_refund: Fen) -> DispatchResult {
			Self::do_cancel(origin, booking, min_refund)
		}

		/// Records, between start and end of the booking, that the renter has the resource.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter, or by the resource's device if the owners appointed it: a provider's own device cannot
		/// start a booking whose renter does not come.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotParty`];
		/// - [`Error::NotMember`], [`Error::ProviderLeft`]: a booking of somebody who left is cancelled by
		///   [`settle`](Pallet::settle), or automatically at its end if it is the provider;
		/// - [`Error::NotBooked`], [`Error::BookingNotBegun`], [`Error::BookingOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn start(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_start(&who, booking)
		}

		/// Records that the resource is back, or that a renter who never called [`Pallet::start`] no longer needs it.
		/// The remaining slots can be booked by others. If the booking was started, each slot begun after its end costs
		/// the late fee, up to the deposit.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter, or by the resource's device if the owners appointed it. After the end of the booking
		/// also by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotParty`];
		/// - [`Error::BookingRunning`]: the provider has to wait;
		/// - [`Error::BookingNotBegun`], [`Error::NotStarted`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn return_resource(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			Self::do_return(origin, booking)
		}

		/// Claims damage of at most the rest of the deposit, once, after the return and within the claim window of the
		/// booking. A bond is held on the provider's account ([`SharingRules::claim_bond`]); the community gives none.
		/// `commitment` is as in [`Pallet::dispute_claim`].
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotProvider`];
		/// - [`Error::NotReturned`], [`Error::WindowOver`];
		/// - [`Error::InvalidClaim`], [`Error::AmountTooLarge`], [`Error::InsufficientFunds`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn claim_damage(
			origin: OriginFor<T>,
			booking: BookingId,
			#[pallet::compact] amount: Fen,
			evidence: ContentHash,
			commitment: ContentHash,
		) -> DispatchResult {
			Self::do_claim_damage(origin, booking, amount, evidence, commitment)
		}

		/// Accepts a claim of the other side, which settles the booking.
		///
		/// ## Dispatch origin
		///
		/// Signed by the side that did not claim; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotRenter`], [`Error::NotProvider`], [`Error::NotClaimed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
		pub fn accept_claim(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			Self::do_accept_claim(origin, booking)
		}

		/// Disputes a claim, and claims `counterclaim` fen in turn, or zero: a panel is drawn once both sides have
		/// revealed their secrets, or the time for it is over. `commitment` is that to a secret of the caller
		/// ([`types::commitment`]). A bond is held if the account can pay it. A claim that is not disputed in time
		/// counts as accepted.
		///
		/// ## Dispatch origin
		///
		/// Signed by the side that did not claim; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotRenter`], [`Error::NotProvider`];
		/// - [`Error::NotClaimed`], [`Error::WindowOver`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant: the draw is part of a following block.
		#[pallet::call_index(14)]
		pub fn dispute_claim(
			origin: OriginFor<T>,
			booking: BookingId,
			answer: ContentHash,
			#[pallet::compact] counterclaim: Fen,
			commitment: ContentHash,
		) -> DispatchResult {
			Self::do_dispute_claim(origin, booking, answer, counterclaim, commitment)
		}

		/// Votes on what is due, at most what is claimed. With the third vote, the panel rules by the median of each
		/// amount.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member of the panel, once.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotEmpanelled`], [`Error::WindowOver`];
		/// - [`Error::NotOnPanel`], [`Error::AlreadyVoted`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn vote(origin: OriginFor<T>, booking: BookingId, award: Award) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(who, booking, award)
		}

		/// Appeals from a panel's ruling to the committee.
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider. The community as a provider cannot appeal, since its committee would rule on
		/// its own case.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotRuled`], [`Error::WindowOver`];
		/// - [`Error::OwnCase`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn appeal(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			Self::do_appeal(origin, booking)
		}

		/// Rules finally on what is due, which settles the booking: at most what is claimed and, for resources of the
		/// community, nothing less favourable to the renter than what the panel ruled.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AppealOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotAppealed`], [`Error::WindowOver`];
		/// - [`Error::AmountTooLarge`], [`Error::AwardTooLow`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(17)]
		pub fn rule(origin: OriginFor<T>, booking: BookingId, award: Award, document: ContentHash) -> DispatchResult {
			T::AppealOrigin::ensure_origin(origin)?;
			Self::do_rule(booking, award, document)
		}

		/// Takes the step that is due on a booking, and would otherwise be taken automatically in one of the following
		/// blocks: the booking lapses, is settled, goes to the committee, or is removed. Panels are drawn automatically
		/// only: choosing when to draw would mean choosing among panels.
		///
		/// Before its start, a booking whose renter or provider left the community is cancelled: with the whole price
		/// refunded if the provider left, else as if the renter cancelled (D9).
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotDue`].
		///
		/// ## Weight
		///
		/// That of the most expensive step; the difference to the step taken is refunded.
		#[pallet::call_index(18)]
		#[pallet::weight(Pallet::<T>::max_settle_weight())]
		pub fn settle(origin: OriginFor<T>, booking: BookingId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let used = Self::do_settle(booking)?;
			Ok(Some(used).into())
		}

		/// Rates the other side of a settled booking: a renter rates the resource, a provider the renter.
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider, once each; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotSettled`];
		/// - [`Error::InvalidRating`], [`Error::AlreadyRated`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(19)]
		pub fn rate(origin: OriginFor<T>, booking: BookingId, stars: u8, comment: ContentHash) -> DispatchResult {
			Self::do_rate(origin, booking, stars, comment)
		}

		/// Records a use of the resource, such as an opened door or the energy charged, by its hash.
		///
		/// ## Dispatch origin
		///
		/// Signed by the resource's device, between start and end of the booking, until it is returned.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotDevice`], [`Error::DeviceIsParty`];
		/// - [`Error::BookingNotFound`], [`Error::ResourceMismatch`];
		/// - [`Error::NotInUse`], [`Error::TooManyUses`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(20)]
		pub fn record_use(
			origin: OriginFor<T>,
			resource: ResourceId,
			booking: BookingId,
			record: ContentHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_record_use(&who, resource, booking, record)
		}

		/// Claims back at most late fee and price together, once, after the return and within the claim window of the
		/// booking: the resource was not there, could not be used, or came back in time. A bond is held on the renter's
		/// account ([`SharingRules::claim_bond`]). `commitment` is as in [`Pallet::dispute_claim`].
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotRenter`];
		/// - [`Error::NotReturned`], [`Error::WindowOver`];
		/// - [`Error::InvalidClaim`], [`Error::AmountTooLarge`], [`Error::InsufficientFunds`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(21)]
		pub fn claim_refund(
			origin: OriginFor<T>,
			booking: BookingId,
			#[pallet::compact] amount: Fen,
			evidence: ContentHash,
			commitment: ContentHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim_refund(&who, booking, amount, evidence, commitment)
		}

		/// Makes a running booking longer by `slots` slots, if they are open and free: at the price of the resource's
		/// terms in force, at most `max_cost` fen, which is held. Its deposit stays.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter, after the start and before the end.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotRenter`], [`Error::BookingNotRunning`], [`Error::BookingOver`];
		/// - [`Error::TermsMismatch`], [`Error::MaxCostExceeded`], [`Error::InsufficientFunds`];
		/// - [`Error::ResourceSuspended`], [`Error::ResourceWithdrawn`], [`Error::ProviderLeft`];
		/// - [`Error::TooShort`], [`Error::TooLong`], [`Error::NotInOpeningWindows`], [`Error::TooFarAhead`],
		///   [`Error::NotDuringClockChange`], [`Error::SlotsAlreadyTaken`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(22)]
		pub fn extend(
			origin: OriginFor<T>,
			booking: BookingId,
			slots: u16,
			#[pallet::compact] max_cost: Fen,
			terms_version: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_extend(&who, booking, slots, Seen { max_cost, terms_version })
		}

		/// Blocks days for the provider's own use: `days` days from `first_day` on, counted from 1970 by the
		/// community's clocks. No booking may take any of them: cancel it first.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`];
		/// - [`Error::InvalidDays`], [`Error::DaysInPast`], [`Error::TooFarAhead`];
		/// - [`Error::SlotsAlreadyTaken`], [`Error::TooManyBlockedDays`].
		///
		/// ## Weight
		///
		/// Constant, for the worst case: all other blocks are over, and removed.
		#[pallet::call_index(23)]
		pub fn block_days(origin: OriginFor<T>, resource: ResourceId, first_day: Slot, days: u16) -> DispatchResult {
			Self::do_block_days(origin, resource, first_day, days)
		}

		/// Frees the days of the block that begins with `first_day`.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`];
		/// - [`Error::TooFarAhead`], [`Error::BlockedDaysNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(24)]
		pub fn free_days(origin: OriginFor<T>, resource: ResourceId, first_day: Slot) -> DispatchResult {
			Self::do_free_days(origin, resource, first_day)
		}

		/// Reveals the secret to which the caller committed when claiming or disputing, once: it is mixed into the draw
		/// of the panel. A side that withholds its secret forfeits its bond.
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider; [`Config::CommunityOrigin`] for resources of the community.
		///
		/// ## Errors
		///
		/// - [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotRevealing`], [`Error::WindowOver`];
		/// - [`Error::AlreadyRevealed`], [`Error::SecretMismatch`].
		///
		/// ## Weight
		///
		/// Constant: the draw is part of a later block.
		#[pallet::call_index(25)]
		pub fn reveal(origin: OriginFor<T>, booking: BookingId, secret: ContentHash) -> DispatchResult {
			Self::do_reveal(origin, booking, secret)
		}
	}
}
