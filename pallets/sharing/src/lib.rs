// SPDX-License-Identifier: Apache-2.0

//! # Sharing
//!
//! A parking space stands empty from nine to six, a drill lies in a drawer for all but an hour of the year, the
//! community room is dark on weekdays. Whoever lives here can book them (D34–D38): the chain sees to it that nobody
//! books what is taken, holds price and deposit, and gives them where they belong, by itself.
//!
//! ## Terminology
//! - **Resource**: what is shared. Its **provider** is a member of the community, or the community itself.
//! - **Member**: an account of an owner, or a resident whom an owner named. What a member owes matters to nothing here
//!   (D18).
//! - **Slot**: the shortest time that can be booked of a resource. Slots are counted from 1970 in the community's time.
//! - **Window**: slots of a weekday in which a resource is open.
//! - **Booking**: an interval of slots, by a **renter**. All that was agreed is frozen into it.
//! - **Claim**: that something came back broken, and what it costs.
//! - **Panel**: three members, drawn to rule on a disputed claim.
//!
//! ## Scenario
//! Ms Li lists her parking space for weekdays from nine to six, at 2 yuan an hour and 50 yuan of deposit. Mr Wang books
//! Tuesday from ten to twelve: 4 yuan and 50 yuan are held on his account. He drives in at ten past ten (`start`), and
//! out at twenty past twelve (`return_resource`): one more slot begun, whose late fee comes off the deposit. Two days
//! later, when Ms Li has claimed nothing, the chain pays her, and Mr Wang has the rest of his deposit back. Nobody had
//! to ask for it.
//!
//! Had she found her lock broken, she would have claimed 40 yuan. Mr Wang accepts, or says nothing for two days: she is
//! paid. He disputes: three members with whom neither has to do are drawn, each says what the damage comes to, and the
//! middle one counts. Either of the two can go to the committee, whose word is the last.
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
//!                                    too few, or too late ────────── Disputed                          │
//!                                       │                               │ three are drawn              │
//!                                       │        not all vote           ▼                              │
//!                                       │◄─────────────────────── Empanelled ─┐ once: those who did    │
//!                                       ▼                               │  ▲   │ not vote are replaced  │
//!                                    Appealed ◄──────── appeal ───┐     │  └───┘                        │
//!                                       │                         │     ▼ all have voted               │
//!                                       │                         └── Ruled ────── no appeal ──────────┤
//!                                       └── the committee rules, or is silent too long ────────────────┘
//! ```
//! [`types::BookingState::after`] is all of it.
//!
//! ## Money
//! | What | To whom |
//! |---|---|
//! | price, less what comes back to who cancels | the provider; of it the community's share to the pot of common income |
//! | late fee, damages | the provider, out of the deposit and never more than it |
//! | all else | the renter |
//!
//! A booking's price and deposit are held on the renter's account from beginning to end, each under its own
//! [`HoldReason`], and leave it once.
//!
//! ## Calls
//! | Call | Who | Events |
//! |---|---|---|
//! | [`set_rules`](Pallet::set_rules) | `DecisionOrigin` | `RulesSet` |
//! | [`list`](Pallet::list) | a member; for a pot `CommunityOrigin` | `Listed` |
//! | [`set_terms`](Pallet::set_terms), [`set_device`](Pallet::set_device), [`resume`](Pallet::resume) | the provider | `TermsSet`, `DeviceSet`, `Resumed` |
//! | [`suspend`](Pallet::suspend), [`withdraw_resource`](Pallet::withdraw_resource) | the provider; of one who left, `CommunityOrigin`; to withdraw, `AppealOrigin` | `Suspended`, `Withdrawn`, `Removed` |
//! | [`book`](Pallet::book), [`book_series`](Pallet::book_series) | a member, not the provider | `Booked` |
//! | [`cancel`](Pallet::cancel) | renter or provider | `Cancelled` |
//! | [`start`](Pallet::start) | renter, or a device that the owners appointed | `Started` |
//! | [`return_resource`](Pallet::return_resource) | renter or such a device; after the end the provider, too | `Returned` |
//! | [`claim`](Pallet::claim) | the provider | `Claimed` |
//! | [`accept_claim`](Pallet::accept_claim), [`dispute_claim`](Pallet::dispute_claim) | the renter | `Settled`, `Disputed` |
//! | [`vote`](Pallet::vote) | a member of the panel | `Voted`, `Ruled` |
//! | [`appeal`](Pallet::appeal) | renter or provider | `Appealed` |
//! | [`rule`](Pallet::rule) | `AppealOrigin` | `RuledFinally`, `Settled` |
//! | [`settle`](Pallet::settle) | anyone | what is due: see there |
//! | [`rate`](Pallet::rate) | renter or provider | `Rated` |
//! | [`record_use`](Pallet::record_use) | the device | `Used` |
//!
//! ## What happens by itself
//! Each booking has one place in a queue, at the time when something happens to it without anybody's doing. At the
//! beginning of each block what is due is done, in that order and within [`Config::SettlementBudget`]; what does not
//! fit waits for the next block. The clock then still shows the time of the block before. What fails is tried again an
//! hour later, and [`Event::StepFailed`] says why.
//!
//! ## What is kept, and for how long
//! - Slots are bits, in pages of 128; a page is there only while some booking that is neither returned nor cancelled
//!   has a slot in it. Booking costs the same however many bookings there are.
//! - A member has at most [`Config::MaxOpenBookings`] open bookings. What is settled or cancelled is forgotten by the
//!   chain's state [`Config::KeepFor`] later, with its ratings; their sums stay. What was cancelled and cost nothing is
//!   forgotten after a day, so that nobody can fill a resource with what came to nothing.
//! - A member has at most [`Config::MaxResources`] resources, the community for each pot at most
//!   [`Config::MaxCommonResources`]. A withdrawn one counts until its last booking is forgotten, and goes then.
//! - Of uses a booking keeps their number and a running digest.
//!
//! ## How the panel is drawn, and the limits of that
//! Units are drawn, so that each home has the same chance, and of each one member; whoever belongs to the renter, the
//! provider or another member of the panel is passed over, and so is the office where the community is the provider.
//! After 64 draws without three such members the committee rules. Chance comes from [`Config::Randomness`]. The runtime
//! gives `pallet-insecure-randomness-collective-flip`, which mixes the hashes of the last 81 blocks. A draw waits until
//! all of these are after the dispute, and happens by itself, in the order of time: nobody can know whom he will get, or
//! choose when to draw. Homes that were given after the claim do not count: nobody can strike members off by naming them
//! residents. What this is not: safe from those
//! who make blocks. The author of the last block before the draw can try out several blocks and publish the one that
//! suits. Here authors are known and few, a panel rules on a deposit and not on more, and either side can appeal: that
//! is why this will do. Nothing of greater worth should hang on it.
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
mod bookings;
mod claims;
mod devices;
mod errors;
mod events;
mod life;
mod occupancy;
mod panels;
mod ratings;
mod resources;
mod settlement;
mod views;

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
/// A provider as this pallet stores it.
pub(crate) type ProviderOf<T> = types::Provider<<T as frame_system::Config>::AccountId>;

/// See the crate's documentation.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use crate::types::{
		BookingId, BookingKey, CancelledBy, DueKey, EndKey, Interval, Panel, Provider, RatedBy, Rating, Ratings,
		Repeat, Resource, ResourceId, ResourceKind, RulesError, SharingRules, Slot, Terms, TermsError, MAX_SERIES,
		PANEL,
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
		traits::{Clock, Community, FundLedger, Members},
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

		/// The pots that get the income of the community's resources, and a share of all income.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// Who lists and books, and from whom panels are drawn.
		type Members: Members<Self::AccountId>;

		/// Chance, for panels; the crate's documentation says how much of it is needed.
		type Randomness: Randomness<Self::Hash, BlockNumberFor<Self>>;

		/// What time it is.
		type Clock: Clock;

		/// The community, by whose clocks slots are counted.
		type Community: Community;

		/// Who acts for the community as a provider: the manager, or the committee by majority.
		type CommunityOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who sets the rules: the assembly.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who rules where a panel does not, or is appealed from, and takes down what nobody may offer: the committee by
		/// majority.
		type AppealOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The devices that the owners appointed: these can begin bookings and say that something is back.
		type Devices: Contains<Self::AccountId>;

		/// Who acts for the community: they sit on no panel about what it shares.
		type Office: Contains<Self::AccountId>;

		/// How many resources a member has at most: what is free to keep needs a limit.
		#[pallet::constant]
		type MaxResources: Get<u32>;

		/// How many the community has at most for each pot.
		#[pallet::constant]
		type MaxCommonResources: Get<u32>;

		/// How many open bookings a member has at most: a device's question reads them all.
		#[pallet::constant]
		type MaxOpenBookings: Get<u32>;

		/// How long the chain's state remembers a booking that is settled or cancelled, in ms. As long can be rated.
		#[pallet::constant]
		type KeepFor: Get<Moment>;

		/// How long after its end a booking that nobody returned counts as returned, in ms: the provider must get its
		/// money, and be able to claim, even so.
		#[pallet::constant]
		type MaxOverdue: Get<Moment>;

		/// What the pallet may use of each block for what happens by itself.
		#[pallet::constant]
		type SettlementBudget: Get<Weight>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds money on an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The prices of open bookings.
		#[codec(index = 0)]
		Price,
		/// Their deposits.
		#[codec(index = 1)]
		Deposit,
	}

	/// The community's parameters.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, SharingRules, ValueQuery>;

	/// What is shared.
	#[pallet::storage]
	pub type Resources<T: Config> = StorageMap<_, Twox64Concat, ResourceId, Resource<T::AccountId>, OptionQuery>;

	/// The id of the next resource.
	#[pallet::storage]
	pub type NextResource<T: Config> = StorageValue<_, ResourceId, ValueQuery>;

	/// How many resources each provider has; at most [`Config::MaxResources`] or [`Config::MaxCommonResources`].
	#[pallet::storage]
	pub type Listed<T: Config> = StorageMap<_, Blake2_128Concat, Provider<T::AccountId>, u32, ValueQuery>;

	/// When resources are taken, by the end of each booking that is neither returned nor cancelled: its start, in ms. Moments
	/// and not slots, so that bookings stay apart also when clocks are set.
	#[pallet::storage]
	pub type TakenSlots<T: Config> = StorageDoubleMap<_, Twox64Concat, ResourceId, Identity, EndKey, Moment>;

	/// How many bookings of each resource each renter has that are neither returned nor cancelled.
	#[pallet::storage]
	pub type OutstandingBookings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ResourceId, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The bookings, until they are forgotten.
	#[pallet::storage]
	pub type Bookings<T: Config> = StorageMap<_, Twox64Concat, BookingId, BookingOf<T>, OptionQuery>;

	/// The id of the next booking.
	#[pallet::storage]
	pub type NextBooking<T: Config> = StorageValue<_, BookingId, ValueQuery>;

	/// The bookings of each renter, in the order of ids.
	#[pallet::storage]
	pub type RenterBookings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, BookingKey, (), OptionQuery>;

	/// Those of them that are neither settled nor cancelled; at most [`Config::MaxOpenBookings`].
	#[pallet::storage]
	pub type OpenBookings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, BookingKey, (), OptionQuery>;

	/// How many of these each renter has.
	#[pallet::storage]
	pub type OpenCount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The bookings of each resource that are neither settled nor cancelled, in the order of ids.
	#[pallet::storage]
	pub type OpenAt<T: Config> = StorageDoubleMap<_, Twox64Concat, ResourceId, Identity, BookingKey, (), OptionQuery>;

	/// The booking whose renter has the resource: the last that was started, until it is returned.
	#[pallet::storage]
	pub type InUse<T: Config> = StorageMap<_, Twox64Concat, ResourceId, BookingId, OptionQuery>;

	/// What happens by itself, in the order of time: one entry for each booking.
	#[pallet::storage]
	pub type Queue<T: Config> = StorageMap<_, Identity, DueKey, (), OptionQuery>;

	/// The resources whose standing bookings are being refunded, and the last booking looked at.
	#[pallet::storage]
	pub type Refunds<T: Config> = StorageMap<_, Twox64Concat, ResourceId, Option<BookingKey>, OptionQuery>;

	/// The panels that were drawn, until their bookings are forgotten.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageMap<_, Twox64Concat, BookingId, Panel<T::AccountId>, OptionQuery>;

	/// What each side said of a settled booking, until the booking is forgotten.
	#[pallet::storage]
	pub type Rated<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BookingId, Twox64Concat, RatedBy, Rating, OptionQuery>;

	/// What renters said of each resource, in sum.
	#[pallet::storage]
	pub type ResourceRatings<T: Config> = StorageMap<_, Twox64Concat, ResourceId, Ratings, ValueQuery>;

	/// What providers said of each renter, in sum.
	#[pallet::storage]
	pub type RenterRatings<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Ratings, ValueQuery>;

	/// The rules as they stand when the chain begins.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The community's parameters.
		pub rules: SharingRules,
		/// Nothing.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let checked = self.rules.check();
			assert!(checked.is_ok(), "genesis: nobody could live by the rules of sharing: {checked:?}");
			let pot = self.rules.income_pot;
			assert!(T::Ledger::exists(pot), "genesis: what is shared earns for pot {pot}, which is not among the pots");
			Rules::<T>::put(self.rules);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_now: BlockNumberFor<T>) -> Weight {
			Self::advance(T::SettlementBudget::get())
		}

		fn integrity_test() {
			assert!(
				T::SettlementBudget::get().all_gte(Self::smallest_budget()),
				"`SettlementBudget` is too small for a single step: bookings would never be settled",
			);
			assert!(T::MaxResources::get() > 0, "`MaxResources` leaves no room for a resource");
			assert!(T::MaxCommonResources::get() > 0, "`MaxCommonResources` leaves no room for a resource");
			assert!(
				T::MaxOpenBookings::get() >= u32::from(MAX_SERIES),
				"`MaxOpenBookings` leaves no room for a series",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets the rules. Bookings keep the share that held when they were made; a time that runs already does not
		/// change.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::InvalidRules`], [`Error::PotNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn set_rules(origin: OriginFor<T>, rules: SharingRules) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_set_rules(rules)
		}

		/// Lists a resource: of one's own, or with a `pot` for its income one of the community's.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member; with a pot `CommunityOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::NotMember`], [`Error::PotNotFound`], [`Error::InvalidTerms`], [`Error::TooManyResources`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn list(
			origin: OriginFor<T>,
			pot: Option<PotId>,
			kind: ResourceKind,
			building: Option<BuildingId>,
			description: ContentHash,
			terms: Terms,
			device: Option<T::AccountId>,
		) -> DispatchResult {
			let provider = match pot {
				Some(pot) => {
					T::CommunityOrigin::ensure_origin(origin)?;
					Provider::Community { pot }
				}
				None => Provider::Person(ensure_signed(origin)?),
			};
			Self::do_list(provider, kind, building, description, terms, device)
		}

		/// Sets the terms for bookings from now on. The slot length stays while any booking is on record.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; `CommunityOrigin` for the community's.
		///
		/// ## Errors
		///
		/// [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`], [`Error::InvalidTerms`],
		/// [`Error::SlotLengthFixed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn set_terms(origin: OriginFor<T>, resource: ResourceId, terms: Terms) -> DispatchResult {
			Self::do_set_terms(origin, resource, terms)
		}

		/// Sets the device that lets renters in, for standing bookings too.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; `CommunityOrigin` for the community's.
		///
		/// ## Errors
		///
		/// [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn set_device(origin: OriginFor<T>, resource: ResourceId, device: Option<T::AccountId>) -> DispatchResult {
			Self::do_set_device(origin, resource, device)
		}

		/// Takes no bookings for the time being. With `refund` all that have not started are cancelled in the blocks to
		/// come, and all of their price comes back; else they stand. A suspended resource can be suspended again to
		/// refund.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; `CommunityOrigin` for the community's, and for those of a provider who is no member.
		///
		/// ## Errors
		///
		/// [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`],
		/// [`Error::AlreadySuspended`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn suspend(origin: OriginFor<T>, resource: ResourceId, refund: bool) -> DispatchResult {
			Self::do_suspend(origin, resource, refund)
		}

		/// Takes bookings again.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; `CommunityOrigin` for the community's.
		///
		/// ## Errors
		///
		/// [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`], [`Error::NotSuspended`],
		/// [`Error::RefundsInProgress`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, resource: ResourceId) -> DispatchResult {
			Self::do_resume(origin, resource)
		}

		/// Takes no bookings any more. With `refund` all that have not started are cancelled as by `suspend`; else they
		/// stand. The resource goes once its last booking is forgotten. A withdrawn resource can be withdrawn again to
		/// refund.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; `CommunityOrigin` for the community's, and for those of a provider who is no member;
		/// `AppealOrigin` for anybody's that must not be offered.
		///
		/// ## Errors
		///
		/// [`Error::ResourceNotFound`], [`Error::NotProvider`], [`Error::ResourceWithdrawn`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn withdraw_resource(origin: OriginFor<T>, resource: ResourceId, refund: bool) -> DispatchResult {
			Self::do_withdraw(origin, resource, refund)
		}

		/// Books `slots` slots from `first_slot` on, and holds price and deposit.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member who is not the provider.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`], [`Error::ResourceNotFound`], [`Error::OwnResource`], [`Error::ProviderLeft`];
		/// - [`Error::ResourceSuspended`], [`Error::ResourceWithdrawn`];
		/// - [`Error::TooShort`], [`Error::TooLong`], [`Error::NotInOpeningWindows`], [`Error::TooEarly`],
		///   [`Error::TooFarAhead`], [`Error::NotDuringClockChange`], [`Error::SlotsAlreadyTaken`];
		/// - [`Error::TooManyBookingsOfResource`], [`Error::TooManyBookings`], [`Error::InsufficientFunds`].
		///
		/// ## Weight
		///
		/// Constant, however many bookings there are.
		#[pallet::call_index(7)]
		pub fn book(origin: OriginFor<T>, resource: ResourceId, first_slot: Slot, slots: u16) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_book(&who, resource, Interval { first: first_slot, slots }, None).map(|_| ())
		}

		/// Books the same hours on several days, all or none: from the day of `first_slot` on, on the weekdays that
		/// `repeat` names, as many times as it says. Each is a booking of its own from then on.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member who is not the provider.
		///
		/// ## Errors
		///
		/// [`Error::InvalidSeries`], and all of [`Pallet::book`].
		///
		/// ## Weight
		///
		/// Grows with the number of bookings.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::book_series(u32::from(repeat.count.min(MAX_SERIES))))]
		pub fn book_series(
			origin: OriginFor<T>,
			resource: ResourceId,
			first_slot: Slot,
			slots: u16,
			repeat: Repeat,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_book_series(&who, resource, Interval { first: first_slot, slots }, repeat)
		}

		/// Cancels a booking that has not been started. The renter, who can until it begins, gets back what the policy
		/// says that held when it was made; all if the provider cancels, or if it has begun and another renter still
		/// has it. The deposit comes back in any case.
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider; `CommunityOrigin` for the community's.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotBooked`], [`Error::BookingAlreadyBegun`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn cancel(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			Self::do_cancel(origin, booking)
		}

		/// Says that the renter has it, between start and end of the booking.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter, or by the resource's device if the owners appointed it: a provider cannot begin for
		/// whoever does not come.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotBooked`], [`Error::BookingNotBegun`],
		/// [`Error::BookingOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn start(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_start(&who, booking)
		}

		/// Says that it is back, or that the renter who began without a word needs it no more. What is left of its
		/// slots can be booked by others. If it was started, each slot begun after the end costs the late fee, as far
		/// as the deposit goes.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter, or by the resource's device if the owners appointed it. After the end by the provider,
		/// too; `CommunityOrigin` for the community's.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::BookingRunning`], [`Error::BookingNotBegun`],
		/// [`Error::NotStarted`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn return_resource(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			Self::do_return(origin, booking)
		}

		/// Claims damage, of at most what is left of the deposit.
		///
		/// ## Dispatch origin
		///
		/// Signed by the provider; `CommunityOrigin` for the community's. Once, after the return and within the time
		/// that was agreed.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotProvider`], [`Error::NotReturned`], [`Error::WindowOver`],
		/// [`Error::InvalidClaim`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn claim(
			origin: OriginFor<T>,
			booking: BookingId,
			#[pallet::compact] amount: Fen,
			evidence: ContentHash,
		) -> DispatchResult {
			Self::do_claim(origin, booking, amount, evidence)
		}

		/// Accepts a claim, which settles the booking.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotRenter`], [`Error::NotClaimed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
		pub fn accept_claim(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_claim(&who, booking)
		}

		/// Disputes a claim: a panel is drawn in one of the next blocks.
		///
		/// ## Dispatch origin
		///
		/// Signed by the renter, in time: silence accepts.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotRenter`], [`Error::NotClaimed`], [`Error::WindowOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn dispute_claim(origin: OriginFor<T>, booking: BookingId, answer: ContentHash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute_claim(&who, booking, answer)
		}

		/// Says what the damage comes to, at most what is claimed. With the third vote the middle one is the ruling.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member of the panel, once.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotEmpanelled`], [`Error::WindowOver`], [`Error::NotOnPanel`],
		/// [`Error::AlreadyVoted`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn vote(origin: OriginFor<T>, booking: BookingId, #[pallet::compact] amount: Fen) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(who, booking, amount)
		}

		/// Brings a panel's ruling before the committee.
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider, in time. The community does not appeal: its committee would rule on its own
		/// case.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotRuled`], [`Error::WindowOver`],
		/// [`Error::OwnCase`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn appeal(origin: OriginFor<T>, booking: BookingId) -> DispatchResult {
			Self::do_appeal(origin, booking)
		}

		/// Rules for good what the damage comes to, which settles the booking: at most what is claimed, and of what the
		/// community shares at most what the panel ruled.
		///
		/// ## Dispatch origin
		///
		/// `AppealOrigin`, in time.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotAppealed`], [`Error::WindowOver`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(17)]
		pub fn rule(
			origin: OriginFor<T>,
			booking: BookingId,
			#[pallet::compact] amount: Fen,
			document: ContentHash,
		) -> DispatchResult {
			T::AppealOrigin::ensure_origin(origin)?;
			Self::do_rule(booking, amount, document)
		}

		/// Does what is due on a booking, and would be done by itself in one of the next blocks: that it lapses, is
		/// settled, goes to the committee, or is forgotten. Panels are drawn by themselves only: who can choose when to
		/// draw can choose among panels.
		///
		/// ## Dispatch origin
		///
		/// Signed, by anyone.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotDue`].
		///
		/// ## Weight
		///
		/// That of the dearest step; what the step at hand does not need is given back.
		#[pallet::call_index(18)]
		#[pallet::weight(Pallet::<T>::dearest_request())]
		pub fn settle(origin: OriginFor<T>, booking: BookingId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let used = Self::do_settle(booking)?;
			Ok(Some(used).into())
		}

		/// Rates the other side of a settled booking: the renter the resource, the provider the renter.
		///
		/// ## Dispatch origin
		///
		/// Signed by renter or provider, once each; `CommunityOrigin` for the community's.
		///
		/// ## Errors
		///
		/// [`Error::BookingNotFound`], [`Error::NotParty`], [`Error::NotSettled`], [`Error::InvalidRating`],
		/// [`Error::AlreadyRated`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(19)]
		pub fn rate(origin: OriginFor<T>, booking: BookingId, stars: u8, comment: ContentHash) -> DispatchResult {
			Self::do_rate(origin, booking, stars, comment)
		}

		/// Records a use: that a door was opened, or how much was charged.
		///
		/// ## Dispatch origin
		///
		/// Signed by the resource's device, while the renter may use it.
		///
		/// ## Errors
		///
		/// [`Error::ResourceNotFound`], [`Error::NotDevice`], [`Error::BookingNotFound`], [`Error::ResourceMismatch`],
		/// [`Error::NotInUse`], [`Error::TooManyUses`].
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
	}
}
