// SPDX-License-Identifier: Apache-2.0

//! The migration of the runtime to which `scripts/upgrade.sh` upgrades a chain. In no release.

use crate::{configs::migrations::MaxServiceWeight, Fees, Runtime};
use alloc::vec::Vec;
use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	traits::PalletInfoAccess,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{ChargeId, Period, UnitId};
use pallet_linli_fees::Bills;

/// Writes every bill anew as it is, a fifth of them per block and at least one, so that every chain takes several
/// blocks and none many.
pub struct RewrittenBills;

/// How many bills are rewritten in a block.
fn at_once() -> usize {
	(Bills::<Runtime>::iter_keys().count() / 5).max(1)
}

/// What that is said to weigh: a block has no room for more.
fn a_block_full() -> Weight {
	MaxServiceWeight::get().saturating_mul(3).saturating_div(5)
}

impl SteppedMigration for RewrittenBills {
	/// The last bill that was rewritten.
	type Cursor = (UnitId, ChargeId, Period);
	type Identifier = MigrationId<5>;

	fn id() -> MigrationId<5> {
		MigrationId { pallet_id: *b"trial", version_from: 0, version_to: 1 }
	}

	fn migrating_prefixes() -> Option<impl IntoIterator<Item = Vec<u8>>> {
		Some([Fees::name_hash().to_vec()])
	}

	fn step(
		mut last: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		let required = a_block_full();
		if meter.remaining().any_lt(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			for _ in 0..at_once() {
				let mut bills = match last {
					None => Bills::<Runtime>::iter(),
					Some(last) => Bills::<Runtime>::iter_from(Bills::<Runtime>::hashed_key_for(last)),
				};
				let Some((id, bill)) = bills.next() else { return Ok(None) };
				Bills::<Runtime>::insert(id, bill);
				last = Some(id);
			}
		}
		Ok(last)
	}
}
