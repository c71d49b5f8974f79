// SPDX-License-Identifier: Apache-2.0

//! Standstills of the chain, and what the owners decide on the periods that were missed in them.

use super::*;
use frame_support::traits::OnTimestampSet;
use linli_primitives::ChargeId;

pub(super) const KINDS: [Kind; 3] = [("stand still", 1, 20), ("bill the past", 2, 2), ("skip the past", 1, 1)];

/// The longest gap between two blocks that is no standstill.
pub(in crate::tests::money_properties) const STANDSTILL_LIMIT: Moment = 10 * DAY;

/// A block after some time; beyond [`STANDSTILL_LIMIT`] the chain stood still meanwhile.
pub(in crate::tests::money_properties) fn live_on(time: Moment) {
	pass(time);
	<Community as OnTimestampSet<Moment>>::on_timestamp_set(now());
}

impl Life {
	/// A period that waits for a decision, and its charge.
	fn waiting(&mut self) -> Option<(ChargeId, Period)> {
		let mut waiting: Vec<_> =
			pallet_linli_fees::WaitingPeriods::<Runtime>::iter_keys().map(|(charge, key)| (charge, key.id())).collect();
		waiting.sort();
		self.dice.of(&waiting)
	}

	pub(super) fn periods(&mut self, kind: &str) -> bool {
		match kind {
			"stand still" => {
				let stood = Community::clock().stood_still;
				// Seldom so long that periods are missed.
				let gap = self.dice.of(&[11, 11, 12, 13, 100]).unwrap();
				live_on(gap * DAY);
				assert_eq!(Community::clock().stood_still, stood + gap * DAY);
				true
			}
			"bill the past" => {
				let Some((charge, up_to)) = self.waiting() else { return false };
				act(key_origin(), Bills::bill_past { charge, up_to })
			}
			"skip the past" => {
				let Some((charge, last)) = self.waiting() else { return false };
				let Some(to) = last.next(PeriodKind::Month) else { return false };
				act(key_origin(), Bills::skip_past { charge, to })
			}
			other => panic!("no period is known to {other}"),
		}
	}
}
