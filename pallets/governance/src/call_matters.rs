// SPDX-License-Identifier: Apache-2.0

//! The matters of calls (D32): a motion whose call is about another matter than it declares, or a matter of all owners
//! on which those of some buildings decide, could never be carried out, and its owners would vote in vain. So it is
//! refused when it is proposed. What a decision can do is enforced when it is enacted, by [`crate::EnsureDecision`].

use crate::types::Matter;

/// The matters of the runtime's calls.
pub trait CallMatters<Call> {
	/// Whether a decision on `matter` can make the call, as far as its matter goes: of a batch, each of its calls. A
	/// call that asks for no decision is about every matter.
	fn fits(matter: Matter, call: &Call) -> bool;

	/// Whether the owners of some buildings can decide on the call: of a batch, on each of its calls. Which buildings,
	/// the call looks up when it is made.
	fn fits_some_buildings(call: &Call) -> bool;
}
