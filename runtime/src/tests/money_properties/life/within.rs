// SPDX-License-Identifier: Apache-2.0

//! Random movements within the chain: between pots, accounts and shares in the repair pot.

use super::*;

impl Life {
	pub(super) fn move_within(&mut self, kind: &str) -> bool {
		let (resident, own) = self.resident();
		match kind {
			"close a month" => {
				let first = || Cashier::next_attestation(0).unwrap().previous(PeriodKind::Month).unwrap();
				let month = Fund::last_closed().map_or_else(first, |last| last.next(PeriodKind::Month).unwrap());
				act(self.mostly(AUDITOR), Pots::close_month { month })
			}
			"donate" => {
				let (pot, amount) = (self.pot(), self.dice.amount(5_000));
				act(own, Pots::donate { pot, amount })
			}
			"transfer between pots" => {
				let (from, to, amount) = (self.pot(), self.pot(), self.dice.amount(5_000));
				let origin = if self.dice.one_in(4) { self.owners_on(Matter::Pots, None) } else { key_origin() };
				act(origin, Pots::transfer { from, to, amount })
			}
			"transfer between residents" => {
				// Also to a pot or an escrow account, bypassing the ledger, which is refused.
				let dest = match self.dice.below(6) {
					0 => Fund::pot_account(REPAIR),
					1 => Projects::escrow_account(self.dice.below(100)),
					_ => account(self.resident().0),
				};
				let value = self.dice.amount(free(resident) / 10);
				act(own, pallet_balances::Call::<Runtime>::transfer_keep_alive { dest: dest.into(), value })
			}
			"enrol" => {
				let unit = self.unit();
				act(own, Shares::enrol { unit })
			}
			"deposit" => {
				let (unit, amount) = (self.unit(), self.dice.amount(20_000));
				act(own, Shares::deposit { unit, amount })
			}
			_ => {
				let amount = self.dice.amount(Repair::totals().undistributed);
				act(key_origin(), Shares::distribute { amount, max_units: 10 })
			}
		}
	}
}
