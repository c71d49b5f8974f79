// SPDX-License-Identifier: Apache-2.0

//! The origin of a decision, and the guards of calls that require one (D32).

use crate::{
	pallet::{Config, Error, Pallet},
	types::{Buildings, ClassId, Level, Matter, ProposalId, RuleBook, RuleBookVersion},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, OriginTrait};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// The origins of this pallet.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Origin {
	/// A decision of the owners that is being enacted.
	#[codec(index = 0)]
	Decided {
		/// The proposal that passed.
		proposal: ProposalId,
		/// The version of the rule book under which it was decided.
		rule_book: RuleBookVersion,
		/// The class by which it was decided.
		class: ClassId,
		/// The level of that class in that version.
		level: Level,
		/// The buildings whose owners decided; `None` for the whole community.
		electorate: Option<Buildings>,
		/// The matter that the proposal declared.
		matter: Matter,
	},
	/// The scheduler, calling what anyone can call when it is due.
	#[codec(index = 1)]
	Due,
}

/// A matter as a type, for [`EnsureDecision`].
pub trait MatterType {
	/// The matter.
	const MATTER: Matter;
}

macro_rules! matter_types {
	($($name:ident),* $(,)?) => {
		/// The matters as types.
		pub mod matters {
			use super::{Matter, MatterType};

			$(
				#[doc = concat!("[`Matter::", stringify!($name), "`] as a type.")]
				pub struct $name;

				impl MatterType for $name {
					const MATTER: Matter = Matter::$name;
				}
			)*
		}
	};
}

matter_types! {
	Charges, FeeRules, Pots, Roles, Register, Transfers, Spending, RepairFund, CommonParts, Committee, RuleBook, Runtime,
	Community,
}

/// Ensures a decision of the whole community on the matter `M`, as its proposal declared, by the class that the rule
/// book in force requires for it, or by a class of a higher level. Succeeds with the proposal.
///
/// A decision under an earlier rule book must have sufficed for the matter there, too, by its class. In force it counts
/// by the level that this class had: a decision by three quarters remains one, even if the classes were renumbered in
/// the meantime. See [`Level`]. In either case the same kinds of units took part as the matter's class names, and
/// within each of its tracts if it asks for that: otherwise other owners would have decided.
pub struct EnsureDecision<T, M>(PhantomData<(T, M)>);

impl<T: Config, M: MatterType> EnsureOrigin<OriginFor<T>> for EnsureDecision<T, M> {
	type Success = ProposalId;

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		match decided::<T>(&origin) {
			Some(Origin::Decided { proposal, rule_book, class, level, electorate: None, matter })
				if matter == M::MATTER && reaches::<T>(rule_book, class, level, M::MATTER) =>
			{
				Ok(proposal)
			}
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		successful::<T, M>(None)
	}
}

/// Ensures a decision as [`EnsureDecision`] does, but of the whole community or of the owners of some buildings.
/// Succeeds with the proposal and the electorate, which the caller must compare with the scope of the call.
pub struct EnsureDecisionOfSome<T, M>(PhantomData<(T, M)>);

impl<T: Config, M: MatterType> EnsureOrigin<OriginFor<T>> for EnsureDecisionOfSome<T, M> {
	type Success = (ProposalId, Option<Buildings>);

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		match decided::<T>(&origin) {
			Some(Origin::Decided { proposal, rule_book, class, level, electorate, matter })
				if matter == M::MATTER && reaches::<T>(rule_book, class, level, M::MATTER) =>
			{
				Ok((proposal, electorate))
			}
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		successful::<T, M>(None)
	}
}

fn decided<T: Config>(origin: &OriginFor<T>) -> Option<Origin> {
	origin.caller().clone().try_into().ok()
}

/// Whether a decision by `class`, which had `level` in that version of the rule book, suffices for the matter, both in
/// that version and in the one in force. Without a rule book no decision does.
fn reaches<T: Config>(rule_book: RuleBookVersion, class: ClassId, level: Level, matter: Matter) -> bool {
	let Some((version, book)) = Pallet::<T>::current_rule_book() else {
		return false;
	};
	let suffices_in = |own: &RuleBook| {
		let of_matter = own.matters.class_of(matter);
		let asked_the_same = || own.asks_those_of(class, own, of_matter);
		own.level_of(matter).is_some_and(|needed| class == of_matter || (level > needed && asked_the_same()))
	};
	if rule_book == version {
		return suffices_in(&book);
	}
	// Class ids are not comparable across versions, so that in force only the level counts. A decision by a class that
	// did not suffice where it was taken gains nothing from a new rule book.
	Pallet::<T>::book_of(rule_book)
		.is_ok_and(|own| suffices_in(&own) && own.asks_those_of(class, &book, book.matters.class_of(matter)))
		&& book.level_of(matter).is_some_and(|needed| level >= needed)
}

/// A decision under a version other than the one in force, so that both are read.
#[cfg(feature = "runtime-benchmarks")]
fn successful<T: Config, M: MatterType>(electorate: Option<Buildings>) -> Result<OriginFor<T>, ()> {
	crate::benchmarking::ensure_earlier_rule_book::<T>();
	let (version, book) = Pallet::<T>::current_rule_book().ok_or(())?;
	let rule_book = version.checked_sub(1).ok_or(())?;
	let own = Pallet::<T>::book_of(rule_book).map_err(|_| ())?;
	let class = own.matters.class_of(M::MATTER);
	let level = own.level_of(M::MATTER).max(book.level_of(M::MATTER)).ok_or(())?;
	Ok(Origin::Decided { proposal: 0, rule_book, class, level, electorate, matter: M::MATTER }.into())
}

impl<T: Config> Pallet<T> {
	/// Ensures a call that anyone can make: any signed account, or the scheduler. Returns whether it is the scheduler.
	pub(crate) fn ensure_anyone(origin: OriginFor<T>) -> Result<bool, DispatchError> {
		match decided::<T>(&origin) {
			Some(Origin::Due) => Ok(true),
			_ => ensure_signed(origin).map(|_| false).map_err(Into::into),
		}
	}

	/// The owner whose representative `who` is.
	///
	/// ## Errors
	/// [`Error::NotOwner`], [`Error::NotRepresentative`].
	pub(crate) fn representative(who: &T::AccountId) -> Result<linli_primitives::OwnerId, DispatchError> {
		use linli_primitives::traits::Electorate;
		T::Electorate::represented_by(who).ok_or_else(|| match T::Electorate::owner_of(who) {
			Some(_) => Error::<T>::NotRepresentative.into(),
			None => Error::<T>::NotOwner.into(),
		})
	}
}
