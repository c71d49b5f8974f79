// SPDX-License-Identifier: Apache-2.0

//! The version of the runtime.

use crate::apis::RUNTIME_API_VERSIONS;
use alloc::borrow::Cow;
use sp_version::RuntimeVersion;

/// The runtime's version. `spec_version` rises with every change of behaviour, `transaction_version` with every change
/// of a call's encoding.
#[cfg(not(feature = "upgrade-trial"))]
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("linli"),
	impl_name: Cow::Borrowed("linli-node"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 1,
	apis: RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// The version of the runtime that `scripts/upgrade.sh` upgrades to: far above any release.
#[cfg(feature = "upgrade-trial")]
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("linli"),
	impl_name: Cow::Borrowed("linli-node"),
	authoring_version: 1,
	spec_version: 1_000_000,
	impl_version: 1,
	apis: RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};
