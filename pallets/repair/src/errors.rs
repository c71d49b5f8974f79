// SPDX-License-Identifier: Apache-2.0

//! The pallet's errors.

use frame_support::pallet_macros::pallet_section;

/// The errors, imported into the pallet by `import_section`.
#[pallet_section]
mod errors {
	/// Why a call, or an operation of another pallet on shares, failed.
	#[pallet::error]
	pub enum Error<T> {
		/// The unit does not exist. `RegistryApi_units` lists all units.
		UnitNotFound,
		/// Units of this kind do not take part. `RepairApi_rules` lists the kinds that do; the assembly can add one.
		InvalidKind,
		/// The unit was enrolled before. Pay in for it by `deposit`.
		AlreadyEnrolled,
		/// The unit has an area of zero. Have the registrar correct it.
		InvalidArea,
		/// The unit is not enrolled. Enrol it by `enrol` first.
		NotEnrolled,
		/// The amount is zero. Give at least 1 fen.
		InvalidAmount,
		/// The amount, or a sum with it, is too large. Give a smaller amount.
		AmountTooLarge,
		/// No unit is enrolled in the buildings named. Enrol some, or name other buildings.
		RelatedUnitNotFound,
		/// The amount would be divided over more than `MaxUnits` units. Name fewer buildings.
		TooManyUnits,
		/// More units are enrolled than `max_units`. Give at least the number from `RepairApi_related_units`.
		MaxUnitsTooLow,
		/// The buildings are not in ascending order, each once. Sort them and remove duplicates.
		InvalidBuildings,
		/// The related units have insufficient shares in total. Have them top up first.
		InsufficientShares,
		/// The units of one of the buildings named have insufficient shares for its part. Have them top up first, or
		/// name only the other buildings.
		InsufficientBuildingShares,
		/// The debts of units leave insufficient funds in the pot. Have the units that `RepairApi_top_up_list` returns
		/// top up first.
		InsufficientFunds,
		/// The bearers do not match the units of their buildings. Give the bearers from the cost's event `CostDivided`.
		BearersMismatch,
		/// The pot has insufficient undistributed money; `RepairApi_totals` returns its amount. Money to be given back
		/// must be deposited first.
		InsufficientUndistributed,
		/// The threshold has a denominator of zero. Give another denominator.
		InvalidFraction,
		/// The threshold exceeds the first deposit. Give a fraction of at most 1.
		ThresholdTooHigh,
		/// A kind of unit occurs twice. Give each kind once.
		DuplicateKind,
		/// A rate is too high. Give at most 10^12 fen per m².
		RateTooHigh,
		/// The unit exists, so that its share bears costs. Only that of a unit that ceased to exist is released.
		ShareNotCeased,
		/// The share is zero: it was released, or went to the unit of which its unit became a part.
		NothingToRelease,
	}
}
