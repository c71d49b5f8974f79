// SPDX-License-Identifier: Apache-2.0

//! What has to be rewritten in storage when the runtime is upgraded. The first runtime has nothing to migrate.

/// Migrations that run whole in the upgrade's first block, oldest first.
pub type SingleBlockMigrations = ();
