// SPDX-License-Identifier: Apache-2.0

//! Whether two accounts are two people (D11, D47).

/// The people behind accounts. A call that takes two people asks this trait, never whether two accounts are equal: one
/// owner can have several accounts.
pub trait People<AccountId> {
	/// Whether both accounts act for one owner, or are equal.
	fn same_person(a: &AccountId, b: &AccountId) -> bool;

	/// Whether they are the same person, or share a unit: both live in it, or one owns it and the other lives in it.
	/// Nobody approves, witnesses or rules in a matter of somebody related.
	fn related(a: &AccountId, b: &AccountId) -> bool;
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
