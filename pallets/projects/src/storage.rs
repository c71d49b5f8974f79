// SPDX-License-Identifier: Apache-2.0

//! The pallet's storage.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod storage {
	/// All projects, closed ones included.
	#[pallet::storage]
	pub type Projects<T: Config> = StorageMap<_, Twox64Concat, ProjectId, Project<T::AccountId>, OptionQuery>;

	/// The terms that the decision fixed for each project, as varied since.
	#[pallet::storage]
	pub type Terms<T: Config> = StorageMap<_, Twox64Concat, ProjectId, ProjectTerms<T::AccountId>, OptionQuery>;

	/// The milestones of each project, numbered from 0 without gaps.
	#[pallet::storage]
	pub type Milestones<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProjectId, Twox64Concat, MilestoneId, MilestoneOf<T>, OptionQuery>;

	/// Owners' objections to payments. A milestone is accepted at most once, so each owner objects to it at most once.
	/// None is added after the threshold that stops the payment is reached.
	#[pallet::storage]
	pub type Objections<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ProjectId>, NMapKey<Twox64Concat, MilestoneId>, NMapKey<Twox64Concat, OwnerId>),
		Objection,
		OptionQuery,
	>;

	/// The ledger entries that funded each project or returned its money, in the order in which they were written,
	/// numbered from 0 without gaps.
	#[pallet::storage]
	pub type LedgerEntries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProjectId, Twox64Concat, u32, (PotId, EntryId), OptionQuery>;

	/// The id of the next project.
	#[pallet::storage]
	pub type NextProject<T: Config> = StorageValue<_, ProjectId, ValueQuery>;

	/// The projects that are not closed. No call iterates over them.
	#[pallet::storage]
	pub type OpenProjects<T: Config> = CountedStorageMap<_, Twox64Concat, ProjectId, (), OptionQuery>;

	/// The number of projects with unsettled milestones by the electorate that opened them; `None` stands for the whole
	/// community. Each electorate has room of its own (D53).
	#[pallet::storage]
	pub type UnfinishedProjects<T: Config> = StorageMap<_, Blake2_128Concat, Option<Buildings>, u32, ValueQuery>;

	/// The variations of each project's terms by the version that they led to, from 1 without gaps. Each took a
	/// decision of the owners.
	#[pallet::storage]
	pub type Variations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProjectId, Twox64Concat, u32, VariationRecord<T::AccountId>, OptionQuery>;

	/// The sums over all projects.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, EscrowTotals, ValueQuery>;
}
