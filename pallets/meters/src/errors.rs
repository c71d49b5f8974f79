// SPDX-License-Identifier: Apache-2.0

//! The pallet's errors.

use frame_support::pallet_macros::pallet_section;

/// The errors, imported into the pallet by `import_section`.
#[pallet_section]
mod errors {
	/// Why a call failed.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such meter. `MetersApi_unit_meters` lists those of a unit.
		MeterNotFound,
		/// The unit does not exist. `RegistryApi_units` lists all units.
		UnitNotFound,
		/// There is no such proposal: it was confirmed or withdrawn. Look at the events of its number.
		ProposalNotFound,
		/// The proposal is another one than was given. Look at it again, and confirm what you saw.
		ProposalMismatch,
		/// The proposal has lapsed. Have the manager propose it again.
		ProposalLapsed,
		/// The same person proposed it, or somebody who shares a unit with you. Have somebody else confirm it.
		OwnProposal,
		/// The meter is that of a unit which you own or live in. Have somebody else confirm it.
		OwnUnit,
		/// Only the proposer can withdraw it before it lapses.
		NotProposer,
		/// Too many proposals wait. Have some confirmed, or withdraw those that have lapsed.
		TooManyProposals,
		/// The account is neither the meter's own device nor the manager's. Have the manager name the device by
		/// `set_device`.
		NotDevice,
		/// The account does not hold the role of a device. Have the owners grant it first.
		DeviceNotFound,
		/// The meter was removed. Its readings are final.
		MeterRemoved,
		/// The multiplier, the digits or the plausibility bound are out of range: 1 to 10,000, 1 to 9, and 1 to 10^12.
		InvalidDial,
		/// The dial has fewer digits than the value. Check that it is in thousandths of the physical unit.
		ReadingTooLarge,
		/// The value is below the last one, and the dial cannot have passed its end so soon. Check it. If it is right,
		/// the last one is wrong: reverse that, or propose a correction. If the meter was replaced, propose that.
		ReadingTooLow,
		/// More would have been used than the plausibility bound admits. Check the value; if it is right, the manager
		/// proposes it as a reading in doubt, and another person confirms it.
		PlausibilityExceeded,
		/// The reading is within the plausibility bound. Record it by `record`, without a proposal.
		ReadingNotInDoubt,
		/// A device records a reading every twelve hours at most. Wait.
		IntervalRunning,
		/// The date of the reading is in the future. Give the moment at which the dial was read.
		DateInFuture,
		/// The date of the reading is more than 45 days past. Read the meter again.
		DateInPast,
		/// The last reading is later. Give a later date, or reverse the last reading first.
		DateTooLow,
		/// There is no such reading, or a later one follows. Only the last can be reversed.
		ReadingNotFound,
		/// The reading opens or closes a dial, or corrects the use, which took two people. Propose a correction
		/// instead.
		NotOrdinaryReading,
		/// A bill includes what the reading shows (`FeesApi_bills_on_readings` names it), or may, since the reading is
		/// of an earlier month. Propose a correction, which another person confirms. Then lower the bill by a credit
		/// note, or leave it: nothing more is billed until the use exceeds what was billed.
		ReadingAlreadyBilled,
		/// A correction only lowers the use. Record a higher value by `record`, or propose it as a reading in doubt.
		CorrectionTooLarge,
		/// The meter has as many readings as can be kept. Propose to remove it, and install it anew.
		TooManyReadings,
		/// The unit has as many meters as can be kept.
		TooManyUnitMeters,
		/// The main meter has as many meters below it as can be kept. Divide them among several.
		TooManySubMeters,
		/// The main meter is that of a unit, measures something else, or is below another one. Name one of a common
		/// part.
		InvalidMain,
		/// The meter is below a main meter already. End that link first.
		AlreadyLinked,
		/// The meter has others below it, so it cannot be below another.
		IsMain,
		/// A number does not fit.
		Overflow,
		/// The unit has meters. Propose to remove them first, with a closing reading.
		MetersLeft,
		/// The account has as many proposals waiting as one may have; the other places are for others. Have some
		/// confirmed, or withdraw some.
		TooManyOwnProposals,
		/// The meter is not below that main meter. `MetersApi_meter` shows which one it is below.
		NotLinked,
		/// A link begins at most at what the last reading shows, and not before the end of an earlier link to the same
		/// main meter; it ends between its base, as it was linked, and what the last reading shows. Look at the meter
		/// and at the main meter's past links again.
		InvalidLink,
		/// A final reading of each of the unit's meters is asked for already. Have them read; `MetersApi_awaited` lists
		/// those that are missing. After fourteen days the final bill is issued without them.
		ReadingsAlreadyRequested,
		/// Only the manager, or an account of the unit's owner, asks for its final readings.
		NotOwner,
	}
}
