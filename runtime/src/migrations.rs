// SPDX-License-Identifier: Apache-2.0

//! Storage migrations of runtime upgrades. The first runtime has none.

/// Migrations that run entirely in the first block after the upgrade, oldest first.
pub type SingleBlockMigrations = ();
