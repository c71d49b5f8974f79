// SPDX-License-Identifier: Apache-2.0

//! The runtime API of the committee.

use crate::types::CommitteeView;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The owners' committee.
	pub trait CommitteeApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The term, the members and the reserve. A committee is returned after its term until `expire_term` is called:
		/// compare `term.ends` with the current time.
		fn committee() -> CommitteeView<AccountId>;
	}
}
