// SPDX-License-Identifier: Apache-2.0

//! The bootstrap key, as seen by the hand-over.

/// The key that stands in for the owners' decisions until the hand-over (D45).
pub trait BootstrapKey {
	/// Removes the key for good, if there is one, and whatever it could have left behind: an announced or authorized
	/// upgrade of the runtime.
	fn hand_over();

	/// Notes that a decision of the owners has just authorized an upgrade. An upgrade that the key had authorized is
	/// replaced, so that what ends the key's authorizations must not touch the owners'.
	fn overruled();
}
