// SPDX-License-Identifier: Apache-2.0

//! Random operations on refundable deposits.

use super::*;
use linli_primitives::DepositId;
use pallet_linli_deposits::{types::State, Call as Held};

pub(super) const KINDS: [Kind; 8] = [
	("place a deposit", 3, 30),
	("ask for a deposit", 2, 10),
	("release a deposit", 1, 5),
	("claim a deposit", 3, 10),
	("concede a deposit", 1, 2),
	("contest a claim on a deposit", 2, 3),
	("rule on a deposit", 3, 3),
	("take back a deposit", 3, 3),
];

impl Life {
	/// A deposit in the given state, if any, and its payer; occasionally any deposit.
	fn deposit(&mut self, is: impl Fn(&State<AccountId>) -> bool) -> (DepositId, RuntimeOrigin) {
		let mut found: Vec<_> = pallet_linli_deposits::Deposits::<Runtime>::iter()
			.filter(|(_, deposit)| is(&deposit.state))
			.map(|(id, deposit)| (id, deposit.payer))
			.collect();
		found.sort();
		match self.dice.of(&found) {
			Some((id, payer)) if !self.dice.one_in(10) => (id, RuntimeOrigin::signed(payer)),
			_ => (self.dice.below(pallet_linli_deposits::NextDeposit::<Runtime>::get() + 1), self.mostly(Alice)),
		}
	}

	/// What is claimed of a deposit.
	fn claimed(deposit: DepositId) -> Fen {
		match Deposits::deposit(deposit).map(|record| record.state) {
			Some(State::Claimed(claim)) => claim.amount,
			_ => 1,
		}
	}

	pub(super) fn deposits(&mut self, kind: &str) -> bool {
		let is_claimed = |state: &State<AccountId>| matches!(state, State::Claimed(_));
		match kind {
			"place a deposit" => {
				let (_, own) = self.resident();
				let (unit, amount) = (self.unit(), self.dice.amount(20_000));
				act(own, Held::<Runtime>::place { unit, amount, purpose: hash(24) })
			}
			"ask for a deposit" => {
				let (deposit, payer) = self.deposit(|state| *state == State::Held);
				act(payer, Held::<Runtime>::request_return { deposit })
			}
			"release a deposit" => {
				let (deposit, _) = self.deposit(|state| !matches!(state, State::Settled(_)));
				act(self.mostly(MANAGER), Held::<Runtime>::release { deposit })
			}
			"claim a deposit" => {
				let (deposit, _) = self.deposit(|state| matches!(state, State::Held | State::Requested { .. }));
				let most = Deposits::deposit(deposit).map_or(1, |record| record.amount);
				let (amount, evidence) = (self.dice.amount(most + 1), hash(25));
				act(self.mostly(MANAGER), Held::<Runtime>::claim { deposit, amount, evidence })
			}
			"concede a deposit" => {
				let (deposit, payer) = self.deposit(is_claimed);
				act(payer, Held::<Runtime>::accept { deposit, amount: Self::claimed(deposit) })
			}
			"contest a claim on a deposit" => {
				let (deposit, payer) = self.deposit(is_claimed);
				act(payer, Held::<Runtime>::contest { deposit, answer: hash(26) })
			}
			"rule on a deposit" => {
				let (deposit, _) = self.deposit(is_claimed);
				let amount = self.dice.amount(Self::claimed(deposit));
				let origin = if self.dice.one_in(4) { self.committee() } else { self.mostly(AUDITOR) };
				act(origin, Held::<Runtime>::rule { deposit, amount, document: hash(27) })
			}
			"take back a deposit" => {
				let (deposit, payer) =
					self.deposit(|state| matches!(state, State::Requested { .. } | State::Claimed(_)));
				act(payer, Held::<Runtime>::take_back { deposit })
			}
			other => panic!("no deposit is known to {other}"),
		}
	}
}
