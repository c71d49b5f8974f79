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

/// Writes every bill anew as it is, one per block, so that a small chain takes several blocks.
pub struct RewrittenBills;

/// What it is said to weigh to rewrite a bill: a block has room for one.
fn one_bill() -> Weight {
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
		let required = one_bill();
		if meter.remaining().any_lt(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			let mut bills = match last {
				None => Bills::<Runtime>::iter(),
				Some(last) => Bills::<Runtime>::iter_from(Bills::<Runtime>::hashed_key_for(last)),
			};
			let Some((id, bill)) = bills.next() else { return Ok(None) };
			Bills::<Runtime>::insert(id, bill);
			last = Some(id);
		}
		Ok(last)
	}
}
