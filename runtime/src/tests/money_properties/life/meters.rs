// SPDX-License-Identifier: Apache-2.0

//! Random readings of the homes' meters, and what is billed by them.

use super::*;
use linli_primitives::{ChargeId, MeterId};
use pallet_linli_meters::{
	types::{Change, Dial},
	Call as Meter,
};

/// The charge by meter.
const WATER: ChargeId = 2;

pub(super) const KINDS: [Kind; 5] = [
	("read a meter", 5, 100),
	("reverse a reading", 1, 2),
	("replace a meter", 1, 10),
	("correct a meter", 1, 10),
	("bill a final", 2, 2),
];

impl Life {
	/// The manager proposes a change of a meter, and the auditor confirms it.
	fn change(&mut self, change: Change) -> bool {
		let proposal = pallet_linli_meters::NextProposal::<Runtime>::get();
		act(self.mostly(MANAGER), Meter::<Runtime>::propose { change: change.clone() })
			&& act(self.mostly(AUDITOR), Meter::<Runtime>::confirm { proposal, change })
	}

	pub(super) fn meters(&mut self, kind: &str) -> bool {
		// The meter of each home has the number of the home.
		let meter: MeterId = self.dice.below(HOMES);
		let stored = Meters::meter(meter).unwrap().meter;
		let shown = (stored.last.value + u64::from(self.dice.below(30_000))) % stored.dial.modulus();
		let at = now();
		match kind {
			"read a meter" => act(self.mostly(MANAGER), Meter::<Runtime>::record { meter, value: shown, at }),
			"reverse a reading" => {
				let reading = stored.readings - 1;
				act(self.mostly(MANAGER), Meter::<Runtime>::reverse { meter, reading, reason: hash(28) })
			}
			"replace a meter" => {
				let multiplier = 1 + self.dice.below(3);
				let dial = Dial { serial: hash(29), multiplier, ..stored.dial };
				let opening = u64::from(self.dice.below(1_000_000));
				self.change(Change::Replace { meter, closing: shown, dial, opening, at })
			}
			"correct a meter" => {
				let less = u64::from(self.dice.below(20_000)).min(stored.last.total);
				let (value, total, reason) = (stored.last.value, stored.last.total - less, hash(30));
				self.change(Change::Correct { meter, value, total, at, reason })
			}
			"bill a final" => {
				// It rests on a reading of these days.
				act(self.mostly(MANAGER), Meter::<Runtime>::record { meter, value: shown, at });
				act(self.mostly(MANAGER), Bills::bill_final { unit: meter, charge: WATER })
			}
			other => panic!("no meter is known to {other}"),
		}
	}
}
