// SPDX-License-Identifier: Apache-2.0

//! Whether two accounts are two people (D11, D47).

use crate::{OwnerId, UnitId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;

/// The person behind an account, for what is counted by person.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Person<AccountId> {
	/// All accounts of an owner.
	#[codec(index = 0)]
	Owner(OwnerId),
	/// An account that acts for no owner.
	#[codec(index = 1)]
	Account(AccountId),
}

/// Those whose use of shared things and allowances is counted together (D47).
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Household<AccountId> {
	/// Those who live in a home. A landlord is not part of a tenant's household.
	#[codec(index = 0)]
	Unit(UnitId),
	/// An owner who lives in none of the community's units.
	#[codec(index = 1)]
	Owner(OwnerId),
	/// An account of nobody in the register.
	#[codec(index = 2)]
	Account(AccountId),
}

/// The people behind accounts. A call that takes two people asks this trait, never whether two accounts are equal: one
/// owner can have several accounts.
pub trait People<AccountId> {
	/// Whether both accounts act for one owner, or are equal.
	fn same_person(a: &AccountId, b: &AccountId) -> bool;

	/// Whether they are the same person, or share a unit: both live in it, or one owns it and the other lives in it.
	/// Nobody approves, witnesses or rules in a matter of somebody related.
	fn related(a: &AccountId, b: &AccountId) -> bool;

	/// Whether the account acts for the owner, or is related to an account that does.
	fn related_to_owner(account: &AccountId, owner: OwnerId) -> bool {
		let _ = (account, owner);
		false
	}

	/// The weight of [`Self::related_to_owner`] at most.
	fn related_to_owner_weight() -> Weight {
		Weight::zero()
	}

	/// The person behind the account at present: two accounts that are the same person have one value.
	fn person(account: &AccountId) -> Person<AccountId>
	where
		AccountId: Clone,
	{
		Person::Account(account.clone())
	}

	/// The household of the account at present: the home it lives in, the one with the lowest id if it lives in
	/// several; otherwise its owner. All accounts of one owner are of one household.
	fn household(account: &AccountId) -> Household<AccountId>
	where
		AccountId: Clone,
	{
		Household::Account(account.clone())
	}

	/// Whether they are the same person, of one household, or share a unit as in [`Self::related`], from the first day
	/// on: neither rents from, rates or watches over the other.
	fn shares_home(a: &AccountId, b: &AccountId) -> bool
	where
		AccountId: Clone + PartialEq,
	{
		Self::same_person(a, b) || Self::household(a) == Self::household(b)
	}
}

/// Every account is a person of its own, related to nobody.
impl<AccountId: PartialEq> People<AccountId> for () {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		a == b
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		a == b
	}
}
