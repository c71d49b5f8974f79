// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show the committee.

use crate::types::CommitteeView;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The owners' committee.
	pub trait CommitteeApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Who sits, until when, and who is next in line. A term that is over is shown until its end was noted: compare
		/// `term.ends` with the time.
		fn committee() -> CommitteeView<AccountId>;
	}
}
