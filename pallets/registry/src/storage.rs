// SPDX-License-Identifier: Apache-2.0

//! The storage items of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod storage {
	/// All units. Ids run from 0 to [`NextUnit`], exclusive; those missing are in [`CeasedUnits`].
	#[pallet::storage]
	pub type Units<T: Config> = StorageMap<_, Twox64Concat, UnitId, Unit>;

	/// The id of the next unit, which is also the number of units that there have ever been.
	#[pallet::storage]
	pub type NextUnit<T: Config> = StorageValue<_, UnitId, ValueQuery>;

	/// The units of each owner.
	#[pallet::storage]
	pub type OwnerUnits<T: Config> = StorageDoubleMap<_, Twox64Concat, OwnerId, Twox64Concat, UnitId, ()>;

	/// All owners. Ids run from 0 to [`NextOwner`], exclusive, without gaps.
	#[pallet::storage]
	pub type Owners<T: Config> = StorageMap<_, Twox64Concat, OwnerId, OwnerOf<T>>;

	/// The id of the next owner, which is also the number of owners.
	#[pallet::storage]
	pub type NextOwner<T: Config> = StorageValue<_, OwnerId, ValueQuery>;

	/// The developer, if any. There is at most one, so that all unsold units count as one head.
	#[pallet::storage]
	pub type Developer<T: Config> = StorageValue<_, OwnerId>;

	/// The owner that each account acts for, and whether the account is its representative.
	#[pallet::storage]
	pub type AccountOwners<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Acting>;

	/// Open tickets, by public key.
	#[pallet::storage]
	pub type Tickets<T: Config> = StorageMap<_, Blake2_128Concat, TicketKey, Ticket<T::AccountId>>;

	/// The open tickets of each owner, in the order in which they were issued.
	#[pallet::storage]
	pub type OpenTickets<T: Config> =
		StorageMap<_, Twox64Concat, OwnerId, BoundedVec<TicketKey, T::MaxOpenTickets>, ValueQuery>;

	/// Tickets that were claimed or revoked, or ended otherwise. Their keys can never be used again.
	#[pallet::storage]
	pub type SpentTickets<T: Config> = StorageMap<_, Blake2_128Concat, TicketKey, ()>;

	/// The residents of each unit, who have accepted. Their end dates are in [`Homes`].
	#[pallet::storage]
	pub type Residents<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, ()>;

	/// The homes of each resident, so that one read tells whether an account lives in the community.
	#[pallet::storage]
	pub type Homes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<Home, T::MaxHomes>, ValueQuery>;

	/// The holders of each role.
	#[pallet::storage]
	pub type Roles<T: Config> = StorageDoubleMap<_, Twox64Concat, Role, Blake2_128Concat, T::AccountId, ()>;

	/// The kinds of units that confer voting power. Set at genesis only: a change would require recounting all power.
	#[pallet::storage]
	pub type VotingKinds<T: Config> =
		StorageValue<_, BoundedVec<UnitKind, ConstU32<4>>, ValueQuery, DefaultVotingKinds>;

	/// The default of [`VotingKinds`]: residential and commercial; parking and storage do not count.
	#[pallet::type_value]
	pub fn DefaultVotingKinds() -> BoundedVec<UnitKind, ConstU32<4>> {
		BoundedVec::truncate_from(genesis::default_voting_kinds())
	}

	/// The time within which a replacement or a change of the register can be objected to, in ms.
	#[pallet::storage]
	pub type ObjectionDelay<T: Config> = StorageValue<_, Moment, ValueQuery, DefaultObjectionDelay>;

	/// The default of [`ObjectionDelay`]: one week.
	#[pallet::type_value]
	pub fn DefaultObjectionDelay() -> Moment {
		DAY.saturating_mul(7)
	}

	/// The buildings in which each owner has units of the voting kinds.
	#[pallet::storage]
	pub type VotingBuildings<T: Config> = StorageMap<_, Twox64Concat, OwnerId, BuildingSetOf<T>, ValueQuery>;

	/// The sets of two or more buildings that have been the voting buildings of an owner at the end of a block.
	#[pallet::storage]
	pub type BuildingSets<T: Config> = CountedStorageMap<_, Blake2_128Concat, BuildingSetOf<T>, ()>;

	/// The newest checkpoint of each subject, and the number of earlier ones. Genesis counts no changes of owners.
	#[pallet::storage]
	pub type Histories<T: Config> = StorageMap<_, Blake2_128Concat, SubjectOf<T>, History<BlockNumberFor<T>>>;

	/// The earlier checkpoints of each subject, numbered from 0.
	#[pallet::storage]
	pub type Checkpoints<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, SubjectOf<T>, Twox64Concat, u32, Checkpoint<BlockNumberFor<T>>>;

	/// The accounts that genesis enabled to send transactions without holding money, and how often it named each.
	#[pallet::storage]
	pub type Sustained<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// Whether each unit that votes is a head, and not each owner. Set at genesis only, as [`VotingKinds`].
	#[pallet::storage]
	pub type HeadsPerLot<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// Changes that are proposed or confirmed and not made yet.
	#[pallet::storage]
	pub type Changes<T: Config> = CountedStorageMap<_, Twox64Concat, ChangeId, PendingChange<T::AccountId>>;

	/// The number of the next change.
	#[pallet::storage]
	pub type NextChange<T: Config> = StorageValue<_, ChangeId, ValueQuery>;

	/// Units that have ceased to exist.
	#[pallet::storage]
	pub type CeasedUnits<T: Config> = StorageMap<_, Twox64Concat, UnitId, CeasedUnit>;

	/// The unit with each label, so that none is registered twice. Units of genesis may have a label of zeroes, which
	/// stands for none.
	#[pallet::storage]
	pub type Labels<T: Config> = StorageMap<_, Blake2_128Concat, Commitment, UnitId>;

	/// The registered area of each building, in 0.01 m²: the most that its units may have together, of all kinds.
	#[pallet::storage]
	pub type BuildingAreas<T: Config> = StorageMap<_, Twox64Concat, BuildingId, Area, ValueQuery>;

	/// The area that the units of each building have together, in 0.01 m².
	#[pallet::storage]
	pub type UnitAreas<T: Config> = StorageMap<_, Twox64Concat, BuildingId, Area, ValueQuery>;

	/// The ticket that was proposed for each owner and that nobody confirmed yet.
	#[pallet::storage]
	pub type ProposedTickets<T: Config> = StorageMap<_, Twox64Concat, OwnerId, ProposedTicket<T::AccountId>>;

	/// The objections to replacements, by the key of the open ticket.
	#[pallet::storage]
	pub type Objections<T: Config> = StorageMap<_, Blake2_128Concat, TicketKey, Objection<T::AccountId>>;

	/// How long a ticket can be claimed, in ms of lived time.
	#[pallet::storage]
	pub type TicketLifetime<T: Config> = StorageValue<_, Moment, ValueQuery, DefaultTicketLifetime>;

	/// The default of [`TicketLifetime`]: 90 days.
	#[pallet::type_value]
	pub fn DefaultTicketLifetime() -> Moment {
		DAY.saturating_mul(90)
	}

	/// The lived time of the first block, in ms, from which the tickets of genesis count.
	#[pallet::storage]
	pub type LaunchedAt<T: Config> = StorageValue<_, Moment>;

	/// The accounts that were named as residents of each unit and have not accepted.
	#[pallet::storage]
	pub type NamedResidents<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, Naming>;

	/// The sets of kinds of units that are counted apart, for classes of decisions in which only these take part. Set
	/// at genesis only, as [`VotingKinds`], of which each is a part.
	#[pallet::storage]
	pub type CountedKinds<T: Config> = StorageValue<_, BoundedVec<UnitKinds, ConstU32<MAX_COUNTED_KINDS>>, ValueQuery>;
}
