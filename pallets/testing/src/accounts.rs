// SPDX-License-Identifier: Apache-2.0

//! Accounts and signed origins.

use core::marker::PhantomData;
use frame_support::traits::{Contains, SortedMembers};
use frame_system::{EnsureSignedBy, RawOrigin};

/// A short account id, wide enough for accounts derived from a `PalletId`.
pub type AccountId = u128;

/// A signed origin.
pub fn signed<Account, Origin: From<RawOrigin<Account>>>(who: Account) -> Origin {
	RawOrigin::Signed(who).into()
}

/// Ensures that the origin is signed by `A` or `B`. Succeeds with the account.
pub type SignedBy<const A: AccountId, const B: AccountId = A> = EnsureSignedBy<Signers<A, B>, AccountId>;

/// The set of accounts `A` and `B`.
pub struct Signers<const A: AccountId, const B: AccountId = A>(PhantomData<()>);

impl<const A: AccountId, const B: AccountId> SortedMembers<AccountId> for Signers<A, B> {
	fn sorted_members() -> Vec<AccountId> {
		let mut members = vec![A, B];
		members.sort();
		members.dedup();
		members
	}
}

impl<const A: AccountId, const B: AccountId> Contains<AccountId> for Signers<A, B> {
	fn contains(who: &AccountId) -> bool {
		[A, B].contains(who)
	}
}
