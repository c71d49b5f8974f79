// SPDX-License-Identifier: Apache-2.0

//! # Registry
//!
//! Who owns what in the community, who acts for whom, and what voting power that gives (D5–D11).
//!
//! ## Terminology
//!
//! - **Unit**: a flat, shop, parking space or storage room with a building, a kind and an exclusive area. Ids are given
//!   in order from 0 and units are never removed.
//! - **Owner**: one legal owner of one or more units: a person, people who own together, a company, or the developer for
//!   all units not sold yet. Names and labels are not on chain, only salted hashes of them.
//! - **Account of an owner**: a key that acts for the owner. An account acts for exactly one owner: who owns a flat
//!   alone and another jointly uses two accounts.
//! - **Representative**: the one account that votes for the owner; the first one, until changed.
//! - **Ticket**: a one-time key, printed for the owner, that signs the account which is to act for the owner.
//! - **Resident**: an account that the owner of a unit lets live there until a date; it does not vote.
//! - **Role**: an office that the assembly gives: registrar, manager, cashier, auditor, device.
//! - **Power**: area of the units of the voting kinds, and heads: one per owner who has any (D6).
//!
//! ## Scenarios
//!
//! ### A household joins
//!
//! 1. The community's chain is made from a roster; each owner gets a ticket on paper, as a code.
//! 2. Mrs Li scans it. Her wallet makes an account and lets the ticket's key sign it: `claim`. She has no money and
//!    needs none: a claim is no signed transaction and pays no fee. A forged one never gets into a block.
//! 3. Her account now acts for the owner and can send transactions. A second try with the ticket is refused.
//! 4. She loses her phone. The registrar checks her papers and calls `issue_ticket` naming the lost account. For 7 days
//!    that account can `object`; then the new ticket can be claimed, and the old account acts for nobody.
//!
//! ### A flat is sold
//!
//! 1. The registrar calls `register_owner` for the buyer, unless known, and `transfer_unit` with the contract's hash. If
//!    the contract says that dues are settled, the chain checks that they are.
//! 2. The seller's residents of the flat are dismissed. From this block on the flat's power is the buyer's; a decision
//!    whose record date was before counts the seller's, looked up by [`Pallet::power_at`]. Nothing is counted twice.
//!
//! ## Calls
//!
//! | Call | Who may | Event |
//! |---|---|---|
//! | `claim` | who holds a ticket; free | `Claimed` |
//! | `issue_ticket` | registrar | `TicketIssued` |
//! | `object` | an account of the owner | `Objected` |
//! | `invite` | representative of joint owners or a company | `TicketIssued` |
//! | `revoke_ticket` | registrar; representative, unless a replacement | `TicketRevoked` |
//! | `set_representative` | representative | `RepresentativeSet` |
//! | `appoint_representative` | registrar, with a document | `RepresentativeSet` |
//! | `leave` | an account that is not the representative | `AccountLeft` |
//! | `register_owner` | registrar | `OwnerRegistered`, `TicketIssued` |
//! | `register_unit` | registrar | `UnitRegistered` |
//! | `transfer_unit` | registrar, with a document | `UnitTransferred`, `ResidentDismissed` |
//! | `name_resident` | an account of the unit's owner | `ResidentNamed` |
//! | `dismiss_resident` | the same; the resident; anyone after the end date | `ResidentDismissed` |
//! | `appoint` | the assembly's decision | `Appointed` |
//! | `dismiss` | the assembly's decision | `Dismissed` |
//!
//! ## What grows
//!
//! Units, owners and checkpoints grow with real property and its sales and are entered by the registrar only. Spent
//! tickets are kept, 32 bytes each, because a key that worked once must never work again.
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
pub use roles::*;
pub use types::*;
pub use views::PAGE_LIMIT;
pub use weights::WeightInfo;

mod accounts;
pub mod api;
mod errors;
mod events;
mod genesis;
mod members;
mod power;
mod residents;
mod roles;
mod tickets;
mod types;
mod units;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;

pub use genesis::{GenesisOwner, GenesisUnit};
pub use power::MAX_SETS;

use frame_support::pallet_macros::import_section;
use frame_support::BoundedVec;
use linli_primitives::BuildingId;

/// Buildings in order, each once.
pub type BuildingSetOf<T> = BoundedVec<BuildingId, <T as Config>::MaxBuildings>;

/// An owner as this pallet keeps it.
pub type OwnerOf<T> = Owner<
	<T as frame_system::Config>::AccountId,
	BoundedVec<<T as frame_system::Config>::AccountId, <T as Config>::MaxAccounts>,
>;

/// What a history of checkpoints is kept of.
pub type SubjectOf<T> = Subject<BuildingSetOf<T>>;

/// The pallet's items as FRAME reads them.
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
	use frame_support::pallet_prelude::*;
	use frame_system::{ensure_authorized, pallet_prelude::*};
	use linli_primitives::{
		calendar::DAY,
		traits::{Clock, UnitDues},
		Area, Commitment, ContentHash, Moment, OwnerId, OwnerKind, Role, UnitId, UnitKind,
	};
	use sp_core::sr25519;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The register.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the register needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who keeps the register: [`EnsureRegistrar`] in a runtime. Succeeds with the registrar's account.
		type RegistrarOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// What appoints and dismisses holders of roles: a decision of the assembly.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What time it is, for deadlines and end dates.
		type Clock: Clock;

		/// What a unit owes, asked when it is sold as settled.
		type Dues: UnitDues;

		/// Accounts of one owner. Eight people own a flat together at most (D5).
		#[pallet::constant]
		type MaxAccounts: Get<u32>;

		/// Open tickets of one owner, so that invitations have an end.
		#[pallet::constant]
		type MaxOpenTickets: Get<u32>;

		/// Residents of one unit. They are all dismissed when it is sold, in one call.
		#[pallet::constant]
		type MaxResidents: Get<u32>;

		/// Units of which one account is a resident. Whoever asks whether somebody lives here reads them all.
		#[pallet::constant]
		type MaxHomes: Get<u32>;

		/// Holders of one role. Devices are the most.
		#[pallet::constant]
		type MaxRoleHolders: Get<u32>;

		/// Buildings in which one owner votes. The developer may in all.
		#[pallet::constant]
		type MaxBuildings: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// All units, by ids from 0 to [`NextUnit`] without gaps.
	#[pallet::storage]
	pub type Units<T: Config> = StorageMap<_, Twox64Concat, UnitId, Unit>;

	/// The id of the next unit, which is how many there are.
	#[pallet::storage]
	pub type NextUnit<T: Config> = StorageValue<_, UnitId, ValueQuery>;

	/// The units of each owner.
	#[pallet::storage]
	pub type OwnerUnits<T: Config> = StorageDoubleMap<_, Twox64Concat, OwnerId, Twox64Concat, UnitId, ()>;

	/// All owners, by ids from 0 to [`NextOwner`] without gaps.
	#[pallet::storage]
	pub type Owners<T: Config> = StorageMap<_, Twox64Concat, OwnerId, OwnerOf<T>>;

	/// The id of the next owner, which is how many there are.
	#[pallet::storage]
	pub type NextOwner<T: Config> = StorageValue<_, OwnerId, ValueQuery>;

	/// The developer: one at most, so that all unsold units are one head.
	#[pallet::storage]
	pub type Developer<T: Config> = StorageValue<_, OwnerId>;

	/// The owner that an account acts for, and whether it votes for it.
	#[pallet::storage]
	pub type AccountOwners<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Acting>;

	/// Open tickets, by their public keys.
	#[pallet::storage]
	pub type Tickets<T: Config> = StorageMap<_, Blake2_128Concat, TicketKey, Ticket<T::AccountId>>;

	/// How many tickets are open for each owner.
	#[pallet::storage]
	pub type OpenTickets<T: Config> = StorageMap<_, Twox64Concat, OwnerId, u32, ValueQuery>;

	/// Tickets that were claimed or taken back: their keys are worth nothing for ever.
	#[pallet::storage]
	pub type SpentTickets<T: Config> = StorageMap<_, Blake2_128Concat, TicketKey, ()>;

	/// Residents of each unit. Until when they are stands with their homes.
	#[pallet::storage]
	pub type Residents<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, ()>;

	/// The homes of each resident, so that whether somebody lives here is found by one look.
	#[pallet::storage]
	pub type Homes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<Home, T::MaxHomes>, ValueQuery>;

	/// Who holds which role.
	#[pallet::storage]
	pub type Roles<T: Config> = StorageDoubleMap<_, Twox64Concat, Role, Blake2_128Concat, T::AccountId, ()>;

	/// The kinds of units that give voting power. Set at genesis: another choice would need all power counted anew.
	#[pallet::storage]
	pub type VotingKinds<T: Config> =
		StorageValue<_, BoundedVec<UnitKind, ConstU32<4>>, ValueQuery, DefaultVotingKinds>;

	/// Residential and commercial: parking does not count.
	#[pallet::type_value]
	pub fn DefaultVotingKinds() -> BoundedVec<UnitKind, ConstU32<4>> {
		BoundedVec::truncate_from(genesis::default_voting_kinds())
	}

	/// Milliseconds for which an account can object to being replaced.
	#[pallet::storage]
	pub type ObjectionDelay<T: Config> = StorageValue<_, Moment, ValueQuery, DefaultObjectionDelay>;

	/// A week.
	#[pallet::type_value]
	pub fn DefaultObjectionDelay() -> Moment {
		DAY.saturating_mul(7)
	}

	/// The buildings in which an owner has units of the voting kinds.
	#[pallet::storage]
	pub type VotingBuildings<T: Config> = StorageMap<_, Twox64Concat, OwnerId, BuildingSetOf<T>, ValueQuery>;

	/// The sets of two or more buildings that any owner ever voted in at the end of a block.
	#[pallet::storage]
	pub type BuildingSets<T: Config> = CountedStorageMap<_, Blake2_128Concat, BuildingSetOf<T>, ()>;

	/// The newest checkpoint of each subject, and how many there were before.
	#[pallet::storage]
	pub type Histories<T: Config> = StorageMap<_, Blake2_128Concat, SubjectOf<T>, History<BlockNumberFor<T>>>;

	/// The checkpoints of each subject before the newest, counted from 0.
	#[pallet::storage]
	pub type Checkpoints<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, SubjectOf<T>, Twox64Concat, u32, Checkpoint<BlockNumberFor<T>>>;

	/// The register as it stands when the chain begins.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The units; each has its place in this list as id.
		pub units: alloc::vec::Vec<GenesisUnit>,
		/// The owners; each has its place in this list as id.
		pub owners: alloc::vec::Vec<GenesisOwner<T::AccountId>>,
		/// Who holds which role.
		pub roles: alloc::vec::Vec<(Role, T::AccountId)>,
		/// Who else must be able to send transactions without holding money: the bootstrap key, the validators.
		pub sustained: alloc::vec::Vec<T::AccountId>,
		/// The kinds of units that give voting power.
		pub voting_kinds: alloc::vec::Vec<UnitKind>,
		/// Milliseconds for which an account can object to being replaced.
		pub objection_delay: Moment,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				units: Default::default(),
				owners: Default::default(),
				roles: Default::default(),
				sustained: Default::default(),
				voting_kinds: genesis::default_voting_kinds(),
				objection_delay: DefaultObjectionDelay::get(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.enter();
		}
	}

	impl<T> From<Refusal> for Error<T> {
		fn from(refusal: Refusal) -> Self {
			match refusal {
				Refusal::TicketNotFound => Self::TicketNotFound,
				Refusal::NotTicketOwner => Self::NotTicketOwner,
				Refusal::NotValidYet => Self::TicketNotYetValid,
				Refusal::AccountAlreadyRegistered => Self::AccountAlreadyRegistered,
				Refusal::NoRoom => Self::TooManyAccounts,
				Refusal::NotFirst => Self::OwnerAlreadyClaimed,
				Refusal::ReplacedAccountNotFound => Self::ReplacedAccountNotFound,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxAccounts::get() > 0, "an owner without accounts could never act");
			assert!(T::MaxOpenTickets::get() > 0, "nobody could ever join");
			assert!(T::MaxBuildings::get() > 0, "nobody could ever vote");
			assert!(T::MaxHomes::get() > 0, "nobody could ever be a resident");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Makes `account` act for `owner`. `signature` is that of the ticket's key over
		/// [`Pallet::claim_payload`]. The account is made able to send transactions.
		///
		/// ## Dispatch origin
		///
		/// None: a general transaction without a signer, accepted if the ticket's signature is right. Free.
		///
		/// ## Errors
		///
		/// A wrong claim never reaches a block: its transaction is invalid, with `BadProof` for the signature or
		/// [`Refusal::code`] for the rest.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		#[pallet::authorize(|_source, owner, ticket, account, signature| {
			Pallet::<T>::authorize_claim(*owner, ticket, account, signature)
		})]
		pub fn claim(
			origin: OriginFor<T>,
			owner: OwnerId,
			ticket: TicketKey,
			account: T::AccountId,
			signature: sr25519::Signature,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			// Looked at when the call was authorized; part of the call so that it can be.
			let _ = signature;
			Self::do_claim(owner, ticket, account)
		}

		/// Issues a ticket. For an owner without accounts it can be claimed at once. Otherwise `replaces` says which
		/// account it replaces, and it can be claimed when the time to object is over.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::OwnerNotFound`], [`Error::TicketAlreadyUsed`], [`Error::TooManyTickets`];
		/// - [`Error::ReplacedAccountRequired`]: the owner has accounts and `replaces` is `None`;
		/// - [`Error::NotAccountOfOwner`]: `replaces` does not act for the owner.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn issue_ticket(
			origin: OriginFor<T>,
			owner: OwnerId,
			ticket: TicketKey,
			replaces: Option<T::AccountId>,
		) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_issue_ticket(owner, ticket, replaces)
		}

		/// Stops the replacement of an account while there is time to object.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account of the owner, that to be replaced included.
		///
		/// ## Errors
		///
		/// - [`Error::TicketNotFound`], [`Error::NotAccountOfOwner`];
		/// - [`Error::NotReplacement`], [`Error::ObjectionWindowOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn object(origin: OriginFor<T>, ticket: TicketKey) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object(&who, ticket)
		}

		/// Issues a ticket for one more account of joint owners or of a company. It can be claimed at once.
		///
		/// ## Dispatch origin
		///
		/// Signed by the owner's representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotAccountOfOwner`], [`Error::NotRepresentative`], [`Error::TooManyAccountsForKind`];
		/// - [`Error::TooManyAccounts`], [`Error::TicketAlreadyUsed`], [`Error::TooManyTickets`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn invite(origin: OriginFor<T>, ticket: TicketKey) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_invite(&who, ticket)
		}

		/// Takes back a ticket that was not claimed. Its key can never be a ticket again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`]; or signed by the owner's representative, for tickets that replace nobody.
		///
		/// ## Errors
		///
		/// - [`Error::TicketNotFound`];
		/// - [`Error::NotAccountOfOwner`], [`Error::NotRepresentative`], [`Error::ObjectionRequired`]: unless the
		///   registrar.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn revoke_ticket(origin: OriginFor<T>, ticket: TicketKey) -> DispatchResult {
			match T::RegistrarOrigin::try_origin(origin) {
				Ok(_registrar) => Self::do_revoke_ticket(None, ticket),
				Err(origin) => Self::do_revoke_ticket(Some(&ensure_signed(origin)?), ticket),
			}
		}

		/// Hands the vote over to another account of the same owner.
		///
		/// ## Dispatch origin
		///
		/// Signed by the owner's representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotRepresentative`];
		/// - [`Error::NotAccountOfOwner`]: of the signer, or of `account`.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn set_representative(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (owner, record) = Self::ensure_representative(&who)?;
			Self::do_set_representative(owner, record, account, None)
		}

		/// Gives the vote of an owner to another of its accounts, on the strength of a document: the owners agreed, or
		/// a court ruled.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::OwnerNotFound`], [`Error::NotAccountOfOwner`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn appoint_representative(
			origin: OriginFor<T>,
			owner: OwnerId,
			account: T::AccountId,
			document: ContentHash,
		) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			let record = Owners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFound)?;
			Self::do_set_representative(owner, record, account, Some(document))
		}

		/// Ends the signer's acting for its owner.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of an owner that is not the representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotAccountOfOwner`], [`Error::IsRepresentative`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who)
		}

		/// Enters an owner, with a ticket for its first account if there is one already.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::DeveloperAlreadyExists`], [`Error::TicketAlreadyUsed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn register_owner(
			origin: OriginFor<T>,
			kind: OwnerKind,
			identity: Commitment,
			ticket: Option<TicketKey>,
		) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			let owner = Self::do_register_owner(kind, identity)?;
			ticket.map_or(Ok(()), |ticket| Self::do_issue_ticket(owner, ticket, None))
		}

		/// Enters a unit. It counts in votes whose record date is this block or later.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidArea`], [`Error::OwnerNotFound`], [`Error::TooManyBuildings`], [`Error::Overflow`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn register_unit(
			origin: OriginFor<T>,
			building: BuildingId,
			kind: UnitKind,
			area: Area,
			owner: OwnerId,
			label: Commitment,
		) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_register_unit(building, kind, area, owner, label).map(|_| ())
		}

		/// Moves a unit to another owner, on the strength of a document. Its residents are dismissed; what it has in
		/// the repair fund stays with it. Costs more the more residents it has; the weight is that of the most.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::OwnerNotFound`], [`Error::AlreadyOwner`], [`Error::TooManyBuildings`];
		/// - [`Error::DuesOutstanding`]: the dues were said to be settled and are not.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn transfer_unit(
			origin: OriginFor<T>,
			unit: UnitId,
			to: OwnerId,
			document: ContentHash,
			dues: Dues,
		) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_transfer_unit(unit, to, document, dues)
		}

		/// Lets an account live in a unit until a date, or changes that date. The account is made able to send
		/// transactions.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::NotUnitOwner`], [`Error::EndInPast`];
		/// - [`Error::TooManyResidents`], [`Error::TooManyHomes`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn name_resident(
			origin: OriginFor<T>,
			unit: UnitId,
			account: T::AccountId,
			until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_name_resident(&who, unit, account, until)
		}

		/// Ends somebody's living in a unit.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner, by the resident, or by anyone once the end date has passed.
		///
		/// ## Errors
		///
		/// - [`Error::ResidentNotFound`], [`Error::NotUnitOwner`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn dismiss_resident(origin: OriginFor<T>, unit: UnitId, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dismiss_resident(&who, unit, account)
		}

		/// Gives a role to an account, which is made able to send transactions.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::AlreadyAppointed`], [`Error::TooManyHolders`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
		pub fn appoint(origin: OriginFor<T>, role: Role, account: T::AccountId) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_appoint(role, account)
		}

		/// Takes a role from an account.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::NotAppointed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn dismiss(origin: OriginFor<T>, role: Role, account: T::AccountId) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_dismiss(role, account)
		}
	}
}
