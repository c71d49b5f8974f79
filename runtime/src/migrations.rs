// SPDX-License-Identifier: Apache-2.0

//! Storage migrations of runtime upgrades. The first runtime has none.
//!
//! A migration belongs to the pallet whose storage it rewrites, in its `migrations.rs`, and is listed here. It goes
//! from one `STORAGE_VERSION` to the next, has a test with a state of the old layout, and keeps every invariant of
//! `try_state`. Which of the two kinds:
//!
//! - **In a single block**, if the most that any community stores surely fits into one: a value, a map of pots. An
//!   [`UncheckedOnRuntimeUpgrade`](frame_support::traits::UncheckedOnRuntimeUpgrade) inside
//!   [`VersionedMigration`](frame_support::migrations::VersionedMigration), in [`SingleBlockMigrations`]. It must not
//!   fail: a panic here stops the chain. All storage of consensus (indices 0 to 14) is migrated this way, since blocks,
//!   sessions and finality go on during the other kind.
//! - **Over several blocks**, for a map that grows with units and years: bills, entries, bookings. A
//!   [`SteppedMigration`](frame_support::migrations::SteppedMigration) in [`MultiBlockMigrations`]. Each step consumes
//!   the meter before it rewrites an item, and returns a cursor when the meter is full; `max_steps` is a bound for the
//!   largest community; the last step writes the new `STORAGE_VERSION`. `migrating_prefixes` names all that it
//!   rewrites: on that depends whether the owners can mend a failure ([`configs::migrations`](crate::configs)). An
//!   item that is already in the new layout is passed over, so that a corrected migration, under another id, can follow
//!   one that failed half-way. `runtime/src/tests/migrations.rs` has an example that runs.
//!
//! Entries stay as long as a chain may come from the version before; both kinds skip what was done.

/// Migrations that run entirely in the first block after the upgrade, oldest first.
pub type SingleBlockMigrations = ();

/// Migrations that run over several blocks, oldest first, with nothing but inherents in these blocks. The list of an
/// upgrade replaces that of the one before, which must be complete: until then no upgrade can be applied.
#[cfg(not(any(all(test, not(feature = "runtime-benchmarks")), feature = "upgrade-trial")))]
pub type MultiBlockMigrations = ();

/// The list above, and an example at its end, for the tests.
#[cfg(all(test, not(feature = "runtime-benchmarks")))]
pub type MultiBlockMigrations = (crate::tests::migrations::NumberedBills,);

/// The list above, and the one of the trial at its end.
#[cfg(all(feature = "upgrade-trial", not(test)))]
pub type MultiBlockMigrations = (crate::trial::RewrittenBills,);
