// SPDX-License-Identifier: Apache-2.0

//! # Registry
//!
//! The register of the community: its units, their owners, the accounts that act for owners, residents, roles, and the
//! voting power that ownership confers (D5–D11).
//!
//! ## Terminology
//!
//! - **Unit**: a flat, shop, parking space or storage room, with a building, a kind and an exclusive area. Ids are
//!   assigned in order from 0 and never used again, also if a unit has ceased to exist.
//! - **Owner**: one legal owner of one or more units: a person, joint owners, a company, or the developer for all
//!   unsold units. Names and labels are not on chain, only their salted hashes.
//! - **Account of an owner**: a key that acts for the owner. An account acts for exactly one owner: a person who owns
//!   one flat alone and another jointly uses two accounts.
//! - **Representative**: the one account that votes for the owner; the first account, until changed.
//! - **Ticket**: a one-time key, printed for the owner. It signs the account that is to act for the owner, and the
//!   account signs that it will.
//! - **Resident**: an account that the owner of a unit allows to live there until a date, and that accepted. Residents
//!   do not vote. A naming that the account does not accept in time lapses.
//! - **Change**: what makes, moves or corrects power, or says who wields it. The registrar proposes it, another person
//!   confirms it, and it is made after a delay in which those concerned can object.
//! - **Role**: an office assigned by the assembly: registrar, manager, cashier, auditor, device.
//! - **Power**: the area of an owner's units of the voting kinds, and one head for each owner with such a unit (D6).
//!
//! ## Scenarios
//!
//! ### A household joins
//!
//! 1. The community's chain is created from a roster; each owner receives a ticket on paper, printed as a code.
//! 2. Mrs Li scans hers. Her wallet creates an account, has the ticket's key and the account sign one message, and
//!    submits `claim`. She needs no money: a claim is not a signed transaction and pays no fee. A forged claim never
//!    enters a block, and no ticket binds an account that did not ask for it.
//! 3. Her account now acts for the owner and can send transactions. Claiming the same ticket again is refused. A ticket
//!    that nobody claims in 90 days of lived time expires.
//! 4. She loses her phone. The registrar checks her papers and calls `propose_ticket`, naming the lost account and the
//!    papers' hash; the auditor compares them and calls `confirm_ticket`. For 7 days of lived time an account of the
//!    owner, the lost one included, can `object`; after that the new ticket can be claimed, and the old account acts
//!    for no owner.
//!
//! ### A key is hijacked
//!
//! 1. Somebody takes Mrs Li's ticket out of her letter box and claims it. She shows her deed to the registrar;
//!    registrar and auditor issue a ticket in place of the thief's account.
//! 2. The thief objects, and the replacement waits. Registrar and auditor hear both sides and enter the same ruling by
//!    `settle_replacement`. For another 7 days the thief could bring a court's order, which two people would record.
//! 3. Mrs Li claims the new ticket. The thief's account acts for nobody any more, and can object to nothing.
//!
//! ### A flat is sold
//!
//! 1. The registrar proposes to register the buyer, if that has not been done, and the auditor confirms: the buyer has
//!    no power yet, so nothing waits. Then the registrar proposes the transfer, with the contract's hash. If the
//!    contract says that the dues are settled, the chain checks it.
//! 2. The auditor compares the contract and confirms. For 7 days of lived time the seller can object: then registrar
//!    and auditor settle it together, or record a court's order. After that anyone makes the transfer by
//!    `enact_change`.
//! 3. The seller's residents are dismissed, and what the seller had set going for the flat, such as a mandate, ends
//!    ([`Config::OnSold`]). From this block on, the flat's power is the buyer's; a decision with an earlier record date
//!    still counts the seller's, looked up by [`Pallet::power_at`]. Nothing is counted twice.
//!
//! ### A flat is forged
//!
//! The registrar proposes a flat of 990,000 m². The building's registered area does not hold it, so it is refused; only
//! a decision of the owners raises that. One of 90 m² is proposed; the auditor finds no deed and does not confirm, or
//! an owner who knows the building objects. Had it been registered, a `RetireUnit` would undo it.
//!
//! ## Calls
//!
//! | Call | Origin | Event |
//! |---|---|---|
//! | `claim` | none: authorized by the signatures of the ticket and the account, free | `Claimed` |
//! | `propose_ticket`, in place of an account | registrar, with a document | `TicketProposed` |
//! | `confirm_ticket` | another person: the auditor, or the committee | `TicketIssued` |
//! | `object` | an account of the owner | `Objected` |
//! | `settle_replacement` | registrar and auditor, who agree; of a court's order two people; later the committee and one of them | `RulingEntered`, `ObjectionSettled` |
//! | `invite` | representative of joint owners or a company | `TicketIssued` |
//! | `revoke_ticket` | registrar, a first ticket only once the next is confirmed; representative, except for a replacement | `TicketRevoked` |
//! | `set_representative` | representative | `RepresentativeSet` |
//! | `leave` | an account of the owner other than the representative | `AccountLeft` |
//! | `name_resident` | an account of the unit's owner | `ResidentNamed` |
//! | `accept_residence` | the account that was named | `ResidenceAccepted` |
//! | `dismiss_resident` | an account of the unit's owner; the resident; anyone after the end date or the time to accept | `ResidentDismissed` |
//! | `appoint` | a decision of the assembly; offices exclude each other ([`Role::excludes`](linli_primitives::Role::excludes)) | `Appointed` |
//! | `dismiss` | a decision of the assembly | `Dismissed` |
//! | `propose_change` | registrar, with a document | `ChangeProposed` |
//! | `confirm_change` | another person: the auditor, or later the committee | `ChangeConfirmed` |
//! | `object_to_change` | an account of an owner whom it concerns | `ObjectedToChange` |
//! | `settle_objection` | registrar and auditor, who agree; later the committee and one of them | `SettlementEntered`, `ObjectionUpheld`, `ObjectionDismissed` |
//! | `withdraw_change` | its proposer, a registrar; anyone once it has lapsed | `ChangeWithdrawn` |
//! | `enact_change` | anyone, after the delay | `ChangeEnacted`, then those of the change |
//! | `set_building_area` | a decision of the assembly | `BuildingAreaSet` |
//!
//! ## Storage growth
//!
//! Units, owners and checkpoints grow with the real property and its sales; only two people add them. Spent tickets
//! are kept, 32 bytes each, because a key must never work twice.
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
pub use people::SETTLED;
pub use roles::*;
pub use types::*;
pub use views::PAGE_LIMIT;
pub use weights::WeightInfo;

mod accounts;
pub mod api;
mod changes;
mod errors;
mod events;
mod genesis;
mod kinds;
mod lots;
mod members;
mod people;
mod power;
mod replacements;
mod reshaping;
mod residents;
mod roles;
mod storage;
mod tickets;
mod types;
mod units;
mod views;
pub mod weights;

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

pub use accounts::OwnerOf;
pub use changes::{PendingChangeOf, RegisterChangeOf, SettlerOf};
pub use genesis::{GenesisOwner, GenesisUnit};
pub use power::{BuildingSetOf, SubjectOf, MAX_SETS};

use frame_support::pallet_macros::import_section;

/// The FRAME pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
#[allow(clippy::type_complexity, reason = "the macro spells out the type of the closure that authorizes a claim")]
pub mod pallet {
	use super::{replacements::related_weight, *};
	use frame_support::{pallet_prelude::*, traits::Contains};
	use frame_system::{ensure_authorized, pallet_prelude::*};
	use linli_primitives::{
		calendar::DAY,
		traits::{Clock, OnUnitSold, UnitDues},
		Area, BuildingId, Commitment, ContentHash, Moment, OwnerId, OwnerKind, Role, UnitId, UnitKind, UnitKinds,
		MAX_COUNTED_KINDS,
	};
	use sp_core::sr25519;
	use sp_runtime::traits::{IdentifyAccount, One, Verify};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The register.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the register.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Origin that keeps the register: [`EnsureRegistrar`] in a runtime. Succeeds with the registrar's account.
		type RegistrarOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Origin that confirms what the registrar proposes: succeeds with the officer's account, who must be another
		/// person than the proposer and related to nobody concerned; with `None` for the committee, on whose motion the
		/// ayes of such members do not count. The committee can confirm a ticket at any time, and a change of the
		/// register once the officer has left it for half of [`Config::ChangeTime`].
		type ConfirmOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Option<Self::AccountId>>;

		/// Origin that settles objections together with the registrar. Succeeds with the auditor's account.
		type AuditorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Origin that sets the registered areas of buildings: a decision of the assembly.
		type AreaOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Origin that appoints and dismisses the holders of roles: a decision of the assembly.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The current time, for deadlines and end dates.
		type Clock: Clock;

		/// The dues of units, checked when a unit is sold as settled.
		type Dues: UnitDues;

		/// The members of the committee, which most offices exclude: [`Role::excludes_seat`].
		type Committee: Contains<Self::AccountId>;

		/// Maximum number of units of a community in which two people may hold all offices between them (D47).
		#[pallet::constant]
		type FewUnits: Get<u32>;

		/// How long a change waits to be confirmed, and to be made or settled after the time to object, in ms of lived
		/// time. After that it has lapsed.
		#[pallet::constant]
		type ChangeTime: Get<Moment>;

		/// Maximum number of changes that are proposed or confirmed and not made yet.
		#[pallet::constant]
		type MaxChanges: Get<u32>;

		/// Told of every sale, so that nothing that the seller had set going for the unit is left for the buyer; and of
		/// units that are split, merged, retired or corrected.
		type OnSold: OnUnitSold;

		/// Maximum number of accounts of one owner. At most eight people own a flat jointly (D5).
		#[pallet::constant]
		type MaxAccounts: Get<u32>;

		/// Maximum number of open tickets of one owner, which bounds invitations.
		#[pallet::constant]
		type MaxOpenTickets: Get<u32>;

		/// How long a proposed ticket can be confirmed, in ms of lived time.
		#[pallet::constant]
		type TicketProposalTime: Get<Moment>;

		/// Maximum number of residents of one unit, with the accounts that are named and have not accepted. A sale
		/// dismisses all of them in one call.
		#[pallet::constant]
		type MaxResidents: Get<u32>;

		/// Maximum number of units in which one account is a resident. Checking whether an account lives in the
		/// community reads all of them. Those in which it is only named do not count: they are others' doing.
		#[pallet::constant]
		type MaxHomes: Get<u32>;

		/// How long an account that was named as a resident can accept, in ms of lived time. After that the naming has
		/// lapsed.
		#[pallet::constant]
		type AcceptanceTime: Get<Moment>;

		/// Maximum number of holders of one role. Devices are the most numerous.
		#[pallet::constant]
		type MaxRoleHolders: Get<u32>;

		/// Maximum number of buildings in which one owner has voting units. The developer may have some in all of them.
		#[pallet::constant]
		type MaxBuildings: Get<u32>;

		/// Signature by which an account consents to act for an owner.
		type AccountSignature: Verify<Signer = Self::AccountPublic> + Parameter;

		/// Public key of such an account.
		type AccountPublic: IdentifyAccount<AccountId = Self::AccountId>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Signs for accounts in benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::AccountSignature>;
	}

	/// The register at genesis.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The units. Each one's id is its index in this list.
		pub units: alloc::vec::Vec<GenesisUnit>,
		/// The owners. Each one's id is its index in this list.
		pub owners: alloc::vec::Vec<GenesisOwner<T::AccountId>>,
		/// The holders of roles.
		pub roles: alloc::vec::Vec<(Role, T::AccountId)>,
		/// Other accounts that must be able to send transactions without holding money: the bootstrap key, the
		/// validators.
		pub sustained: alloc::vec::Vec<T::AccountId>,
		/// The kinds of units that confer voting power.
		pub voting_kinds: alloc::vec::Vec<UnitKind>,
		/// The time within which a replacement or a change of the register can be objected to, in ms.
		pub objection_delay: Moment,
		/// Whether each unit that votes is a head, and not each owner.
		pub heads_per_lot: bool,
		/// The registered area of buildings, in 0.01 m²: the most that their units may have together. Of buildings that
		/// are left out it is what their units have.
		#[serde(default)]
		pub building_areas: alloc::vec::Vec<(BuildingId, Area)>,
		/// How long a ticket can be claimed, in ms of lived time.
		pub ticket_lifetime: Moment,
		/// The sets of kinds of units that are counted apart: see [`CountedKinds`].
		#[serde(default)]
		pub counted_kinds: alloc::vec::Vec<UnitKinds>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.enter();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// The clock is set in the block, after this: see `on_finalize`.
		fn on_initialize(number: BlockNumberFor<T>) -> Weight {
			if number.is_one() {
				T::DbWeight::get().reads_writes(2, 1)
			} else {
				Weight::zero()
			}
		}

		fn on_finalize(number: BlockNumberFor<T>) {
			if number.is_one() {
				LaunchedAt::<T>::put(T::Clock::lived());
			}
		}

		fn integrity_test() {
			assert!(T::MaxAccounts::get() > 0, "an owner without accounts could never act");
			assert!(T::MaxOpenTickets::get() > 0, "no owner could ever claim an account");
			assert!(T::TicketProposalTime::get() > 0, "no ticket could ever be confirmed");
			assert!(T::MaxBuildings::get() > 0, "no owner could ever vote");
			assert!(T::MaxHomes::get() > 0, "no account could ever be a resident");
			assert!(T::AcceptanceTime::get() > 0, "no resident could ever accept");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Makes `account` an account of `owner` and able to send transactions. Two keys sign
		/// [`Pallet::claim_payload`]: the ticket's, whose signature is `signature`, and that of `account`, which
		/// consents by `consent`. A wallet may wrap what the account signs in `<Bytes>` and `</Bytes>`. If the ticket
		/// asks for a second factor, its key signs as well: `second`.
		///
		/// ## Dispatch origin
		///
		/// A general transaction without a signer, authorized by both signatures. It pays no fee.
		///
		/// ## Errors
		///
		/// An invalid claim never enters a block. Its transaction is invalid: `InvalidTransaction::BadProof` for a
		/// wrong signature of the ticket, `InvalidTransaction::BadSigner` for a wrong one of the account, else
		/// `InvalidTransaction::Custom` with [`Refusal::code`].
		///
		/// ## Weight
		///
		/// Constant, for the worst case: an owner with [`Config::MaxAccounts`] accounts.
		#[pallet::call_index(0)]
		#[pallet::authorize(|_source, owner, ticket, account, signature, consent, second| {
			Pallet::<T>::authorize_claim(*owner, ticket, account, signature, consent, second.as_ref())
		})]
		pub fn claim(
			origin: OriginFor<T>,
			owner: OwnerId,
			ticket: TicketKey,
			account: T::AccountId,
			signature: sr25519::Signature,
			consent: T::AccountSignature,
			second: Option<sr25519::Signature>,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			// Verified when the call was authorized.
			let _ = (signature, consent, second);
			Self::do_claim(owner, ticket, account)
		}

		/// Objects to the replacement of an account. The replacement waits until the objection is settled by
		/// [`Pallet::settle_replacement`]; the account acts for the owner meanwhile.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account of the owner, including the one to be replaced.
		///
		/// ## Errors
		///
		/// - [`Error::TicketNotFound`];
		/// - [`Error::NotAccountOfOwner`]: the signer does not act for the ticket's owner;
		/// - [`Error::NotReplacement`]: the ticket replaces no account;
		/// - [`Error::AlreadyObjected`], [`Error::ObjectionWindowOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn object(origin: OriginFor<T>, ticket: TicketKey) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object(&who, ticket)
		}

		/// Issues a ticket for a further account of joint owners or of a company. It can be claimed at once.
		///
		/// ## Dispatch origin
		///
		/// Signed by the owner's representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotAccountOfOwner`], [`Error::NotRepresentative`];
		/// - [`Error::TooManyAccountsForKind`]: the owner is a person or the developer;
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

		/// Revokes an open ticket. Its key can never be used again. A replacement to which somebody objected ends by a
		/// ruling only.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`]; or signed by the owner's representative, if the ticket is not a replacement.
		///
		/// ## Errors
		///
		/// - [`Error::TicketNotFound`];
		/// - [`Error::NotAccountOfOwner`], [`Error::NotRepresentative`]: the signer is neither the registrar nor the
		///   representative of the ticket's owner;
		/// - [`Error::ObjectionRequired`]: the representative cannot revoke a replacement;
		/// - [`Error::RenewalNotConfirmed`]: the registrar revokes a ticket for a first account only once another one
		///   is confirmed;
		/// - [`Error::ReplacementNotConfirmed`]: the registrar revokes an invitation only once the account that
		///   represents the owner is being replaced;
		/// - [`Error::ObjectionOutstanding`].
		///
		/// ## Weight
		///
		/// Constant, for the worst case: [`Config::MaxChanges`] open changes.
		#[pallet::call_index(4)]
		#[pallet::weight(
			<T as Config>::WeightInfo::revoke_ticket()
				.saturating_add(T::DbWeight::get().reads(T::MaxChanges::get().into()))
		)]
		pub fn revoke_ticket(origin: OriginFor<T>, ticket: TicketKey) -> DispatchResult {
			match T::RegistrarOrigin::try_origin(origin) {
				Ok(registrar) => Self::do_revoke_ticket(&registrar, true, ticket),
				Err(origin) => Self::do_revoke_ticket(&ensure_signed(origin)?, false, ticket),
			}
		}

		/// Makes another account of the same owner its representative.
		///
		/// ## Dispatch origin
		///
		/// Signed by the owner's representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotRepresentative`];
		/// - [`Error::NotAccountOfOwner`]: the signer acts for no owner, or `account` does not act for the same one.
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

		/// Stops acting for the owner.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of an owner other than the representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotAccountOfOwner`]: the signer acts for no owner;
		/// - [`Error::IsRepresentative`];
		/// - [`Error::ReplacementAlreadyOpen`]: another account is to take the signer's place.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who)
		}

		/// Allows an account to live in a unit until a time (ms, exclusive), or changes that time. The account becomes
		/// able to send transactions. It has no rights as a resident until it accepts by [`Pallet::accept_residence`],
		/// for which it has [`Config::AcceptanceTime`]; an account that names itself has accepted. In a full unit it
		/// takes the place of one that did not accept in time.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::NotUnitOwner`], [`Error::EndInPast`];
		/// - [`Error::TooManyResidents`];
		/// - [`Error::TooManyHomes`]: the account names itself, and has the maximum number of homes.
		///
		/// ## Weight
		///
		/// Constant, for the worst case: a unit with [`Config::MaxResidents`] accounts that are named, of which one has
		/// lapsed, and a resident with [`Config::MaxHomes`] homes.
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

		/// Ends the residence of an account in a unit, or withdraws or declines the naming of one that did not accept.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner, by the account, or by anyone after the end date or the time to
		/// accept.
		///
		/// ## Errors
		///
		/// - [`Error::ResidentNotFound`];
		/// - [`Error::NotUnitOwner`]: the signer is none of the above.
		///
		/// ## Weight
		///
		/// Constant, for the worst case: a resident with [`Config::MaxHomes`] homes.
		#[pallet::call_index(12)]
		pub fn dismiss_resident(origin: OriginFor<T>, unit: UnitId, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dismiss_resident(&who, unit, account)
		}

		/// Assigns a role to an account, which becomes able to send transactions.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::AlreadyAppointed`], [`Error::TooManyHolders`];
		/// - [`Error::ExcludedOfficeHeld`], [`Error::CommitteeSeatHeld`], [`Error::AllOtherOfficesHeld`]: the account,
		///   or another one of the same owner, holds what the role excludes ([`Role::excludes`]).
		///
		/// ## Weight
		///
		/// Constant, for the worst case: a role with [`Config::MaxRoleHolders`] holders, and an owner with
		/// [`Config::MaxAccounts`] accounts.
		#[pallet::call_index(13)]
		pub fn appoint(origin: OriginFor<T>, role: Role, account: T::AccountId) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_appoint(role, account)
		}

		/// Takes a role away from an account.
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

		/// Proposes a change of the register, based on a document: a contract, a deed, a plan, a court's order. It is
		/// tried and rolled back, so that nothing is proposed that cannot be made.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::TooManyChanges`], [`Error::Overflow`];
		/// - of an owner: [`Error::DeveloperAlreadyExists`], [`Error::TicketAlreadyUsed`];
		/// - of a unit: [`Error::UnitNotFound`], [`Error::OwnerNotFound`], [`Error::InvalidArea`],
		///   [`Error::InvalidLabel`], [`Error::LabelAlreadyUsed`], [`Error::BuildingAreaExceeded`],
		///   [`Error::TooManyBuildings`], [`Error::NothingChanged`];
		/// - of a sale: [`Error::AlreadyOwner`]; [`Error::DuesOutstanding`] if `dues` is [`Dues::Settled`] and the unit
		///   owes something;
		/// - of a split or a merger: [`Error::InvalidParts`], [`Error::InvalidMerger`], [`Error::UnitsMismatch`]; if a
		///   unit ceases to exist: [`Error::DuesOutstanding`], and errors of [`Config::OnSold`], such as meters in use;
		/// - of a ticket: [`Error::ReplacedAccountRequired`] if the owner has accounts, [`Error::TooManyTickets`];
		/// - of a representative: [`Error::NotAccountOfOwner`]; of the accounts that stay also
		///   [`Error::NothingChanged`].
		///
		/// ## Weight
		///
		/// Linear in the units that a split or merger concerns, each with [`Config::MaxResidents`] residents and the
		/// weight of [`Config::OnSold`].
		#[pallet::call_index(15)]
		#[pallet::weight(Pallet::<T>::propose_weight(change))]
		pub fn propose_change(
			origin: OriginFor<T>,
			change: RegisterChange<T::AccountId>,
			document: ContentHash,
		) -> DispatchResult {
			let by = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_propose_change(by, change, document)
		}

		/// Confirms a change, which names all of it as it was proposed. From now on those concerned have
		/// [`ObjectionDelay`] of lived time to object; a new owner, who has no units, is registered at once.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ConfirmOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChangeNotFound`], [`Error::ChangeMismatch`], [`Error::ChangeAlreadyConfirmed`],
		///   [`Error::ChangeLapsed`];
		/// - [`Error::ConfirmationRunning`]: the committee is too early;
		/// - [`Error::OwnChange`]: the caller is the proposer, or related;
		/// - [`Error::OwnMatter`]: the caller is an owner whom it concerns, or related;
		/// - [`Error::UnitChanged`]; and for a new owner those of [`Pallet::propose_change`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn confirm_change(
			origin: OriginFor<T>,
			id: ChangeId,
			change: RegisterChange<T::AccountId>,
			document: ContentHash,
		) -> DispatchResult {
			let by = T::ConfirmOrigin::ensure_origin(origin)?;
			Self::do_confirm_change(by, id, &change, document)
		}

		/// Objects to a change that is proposed or confirmed. It is not made until the objection is settled. Each owner
		/// objects once.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of an owner whom the change concerns: of the units, the buyer, of the ticket, the
		/// representative or the accounts; of any unit if it changes what units there are or their areas, issues a
		/// first ticket, or is of a unit whose owner has no account to object with.
		///
		/// ## Errors
		///
		/// - [`Error::ChangeNotFound`], [`Error::NotAccountOfOwner`], [`Error::NotConcerned`];
		/// - [`Error::ObjectionWindowOver`], [`Error::AlreadyObjected`], [`Error::TooManyObjections`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(17)]
		pub fn object_to_change(origin: OriginFor<T>, id: ChangeId, reason: ContentHash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object_to_change(who, id, reason)
		}

		/// Enters what becomes of the objections to a change: upheld, so that it is not made, or dismissed. It holds
		/// once registrar and auditor have entered the same, with the hash of the reasons or of a court's order. After
		/// the first dismissal the time to object begins anew, for others.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`] or [`Config::AuditorOrigin`], each once; in place of one of them the committee
		/// ([`Config::ConfirmOrigin`]), once they have left it for half of [`Config::ChangeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::ChangeNotFound`], [`Error::ObjectionNotFound`], [`Error::ChangeLapsed`];
		/// - [`Error::OwnMatter`]: the caller is an owner whom it concerns or who objected, or related;
		/// - [`Error::SettlementRunning`]: the committee is too early;
		/// - [`Error::SettlementMismatch`], [`Error::OwnSettlement`].
		///
		/// ## Weight
		///
		/// Constant, for the worst case: [`MAX_OBJECTORS`] objections.
		#[pallet::call_index(18)]
		pub fn settle_objection(
			origin: OriginFor<T>,
			id: ChangeId,
			upheld: bool,
			document: ContentHash,
		) -> DispatchResult {
			let by = Self::ensure_settler(origin)?;
			Self::do_settle_objection(by, id, upheld, document)
		}

		/// Withdraws a change that is not made yet, or removes one that has lapsed.
		///
		/// ## Dispatch origin
		///
		/// Signed by its proposer or a registrar; by anyone once it has lapsed.
		///
		/// ## Errors
		///
		/// - [`Error::ChangeNotFound`], [`Error::NotProposer`];
		/// - [`Error::RenewalOutstanding`]: it is a confirmed ticket of an owner who has no other.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(19)]
		pub fn withdraw_change(origin: OriginFor<T>, id: ChangeId) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_withdraw_change(by, id)
		}

		/// Makes a confirmed change once the time to object is over. If that fails, it can be tried again until the
		/// change lapses.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::ChangeNotFound`], [`Error::ChangeNotConfirmed`], [`Error::ChangeLapsed`];
		/// - [`Error::ObjectionOutstanding`], [`Error::ObjectionWindowRunning`];
		/// - [`Error::UnitChanged`], and those of [`Pallet::propose_change`].
		///
		/// ## Weight
		///
		/// Linear in the units that a split or merger concerns, at most [`MAX_PARTS`]; the rest is given back.
		#[pallet::call_index(20)]
		#[pallet::weight(Pallet::<T>::enact_weight(MAX_PARTS))]
		pub fn enact_change(origin: OriginFor<T>, id: ChangeId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let reach = Self::do_enact_change(id)?;
			Ok(Some(Self::enact_weight(reach)).into())
		}

		/// Sets the registered area of a building, in 0.01 m²: the most that its units may have together.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AreaOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BuildingAreaTooLow`]: its units have more already.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(21)]
		pub fn set_building_area(origin: OriginFor<T>, building: BuildingId, area: Area) -> DispatchResult {
			T::AreaOrigin::ensure_origin(origin)?;
			Self::do_set_building_area(building, area)
		}

		/// Proposes a ticket in place of the account `replaces`, whose key is lost or in the wrong hands. `document` is
		/// the hash of the papers that were checked. The proposal takes the place of an earlier one for the owner, and
		/// can be confirmed for [`Config::TicketProposalTime`]. A ticket for a first account, or in place of one that
		/// was lost or has expired, is a change of the register: [`RegisterChange::IssueTicket`].
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::OwnReplacement`]: the signer is related to the owner;
		/// - [`Error::OwnerNotFound`], [`Error::TicketAlreadyUsed`], [`Error::ReplacementAlreadyOpen`];
		/// - [`Error::NotAccountOfOwner`]: `replaces` does not act for the owner.
		///
		/// ## Weight
		///
		/// Constant, for the worst case: an owner with [`Config::MaxAccounts`] accounts and
		/// [`Config::MaxOpenTickets`] open tickets.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::propose_ticket().saturating_add(related_weight::<T>()))]
		pub fn propose_ticket(
			origin: OriginFor<T>,
			owner: OwnerId,
			ticket: TicketKey,
			replaces: T::AccountId,
			document: ContentHash,
		) -> DispatchResult {
			let by = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_propose_ticket(by, owner, ticket, replaces, document)
		}

		/// Confirms the ticket that is proposed for an owner, as the signer saw it. It can be claimed once the time to
		/// object is over.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ConfirmOrigin`]: another person than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::TicketProposalNotFound`], [`Error::TicketProposalMismatch`], [`Error::TicketProposalOver`];
		/// - [`Error::OwnTicketProposal`]: the signer proposed it, or is related to who did;
		/// - [`Error::OwnReplacement`]: the signer is related to the owner;
		/// - [`Error::TooManyTickets`], and those of [`Pallet::propose_ticket`].
		///
		/// ## Weight
		///
		/// Constant, for the worst case: an owner with [`Config::MaxAccounts`] accounts and
		/// [`Config::MaxOpenTickets`] open tickets.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::confirm_ticket().saturating_add(related_weight::<T>()))]
		pub fn confirm_ticket(
			origin: OriginFor<T>,
			owner: OwnerId,
			ticket: TicketKey,
			replaces: T::AccountId,
			document: ContentHash,
		) -> DispatchResult {
			let by = T::ConfirmOrigin::ensure_origin(origin)?;
			Self::do_confirm_ticket(by, owner, ticket, replaces, document)
		}

		/// Enters what becomes of a replacement to which somebody objected. It holds once two people who are not
		/// related have entered the same: registrar and auditor if it rests on papers, any two holders of these offices
		/// if it rests on a court's order. Until then each can enter another opinion, which takes the place of the one
		/// before.
		///
		/// If the account is to be replaced, the ticket can be claimed at once by a court's order, and on papers after
		/// as long a time as there was to object. Until it is claimed, another ruling can be made.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`] or [`Config::AuditorOrigin`]; in place of one of them the committee
		/// ([`Config::ConfirmOrigin`]), once they have left it for half of [`Config::ChangeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::TicketNotFound`], [`Error::ObjectionNotFound`], [`Error::TicketExpired`];
		/// - [`Error::CourtOrderRequired`]: a court's order is not changed on papers;
		/// - [`Error::SettlementRunning`]: the committee is too early;
		/// - [`Error::OwnReplacement`]: the signer is related to the owner.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::settle_replacement().saturating_add(related_weight::<T>()))]
		pub fn settle_replacement(
			origin: OriginFor<T>,
			ticket: TicketKey,
			ruling: ReplacementRuling,
		) -> DispatchResult {
			let by = Self::ensure_settler(origin)?;
			Self::do_settle_replacement(by, ticket, ruling)
		}

		/// Accepts to live in a unit, as its owner named the signer. From now on the residence gives rights, and the
		/// account belongs to the home.
		///
		/// ## Dispatch origin
		///
		/// Signed by the account that was named.
		///
		/// ## Errors
		///
		/// - [`Error::ResidentNotFound`], [`Error::ResidenceAlreadyAccepted`], [`Error::NamingLapsed`];
		/// - [`Error::EndInPast`]: the residence has ended. The owner names another date;
		/// - [`Error::TooManyHomes`]: the signer leaves another home first.
		///
		/// ## Weight
		///
		/// Constant, for the worst case: a resident with [`Config::MaxHomes`] homes.
		#[pallet::call_index(25)]
		pub fn accept_residence(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_residence(who, unit)
		}
	}
}
