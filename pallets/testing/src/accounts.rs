// SPDX-License-Identifier: Apache-2.0

//! Accounts, and the origins that they are.

use core::marker::PhantomData;
use frame_support::traits::{Contains, SortedMembers};
use frame_system::{EnsureSignedBy, RawOrigin};

/// Wide enough for the accounts that pallets derive from their `PalletId`, handy in tests.
pub type AccountId = u128;

/// Signed by `who`.
pub fn signed<Account, Origin: From<RawOrigin<Account>>>(who: Account) -> Origin {
	RawOrigin::Signed(who).into()
}

/// The origin of a fixed account, or of either of two. Succeeds with the account.
pub type SignedBy<const A: AccountId, const B: AccountId = A> = EnsureSignedBy<Signers<A, B>, AccountId>;

/// A fixed account, or either of two.
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
