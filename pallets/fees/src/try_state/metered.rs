// SPDX-License-Identifier: Apache-2.0

//! The invariants of charges by meter (D49).

use crate::{
	types::{Basis, Charge, Cursor, Measured, UseOf},
	Agendas, BilledBy, BilledUses, Bills, Boundaries, Charges, Config, Pallet, SharedCosts, SharedUses, UsesOfBills,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, MeteredUse, OwnersRegister},
	BillKey, ChargeId, Fen, Period, UnitId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// How far use was billed is known for metered charges only, and for every unit that has a bill of one; it is of a
	/// reading in the past, and the last amount is that of a bill. The use that a bill is for is known of all metered
	/// bills, and of no others. What was settled at a boundary between charges is the use of a unit or of a main meter,
	/// up to that moment (D49).
	pub(super) fn try_state_metered() -> Result<(), TryRuntimeError> {
		let is_metered = |id: ChargeId| {
			Charges::<T>::get(id).is_some_and(|charge| matches!(charge.terms.basis, Basis::Metered { .. }))
		};
		let mut amounts: BTreeSet<(UnitId, ChargeId, Period, Fen)> = BTreeSet::new();
		for ((unit, id, period), bill) in Bills::<T>::iter() {
			if is_metered(id) {
				ensure!(BilledUses::<T>::contains_key(unit, id), "fees: a metered bill, and no use is billed");
				let is_known = UsesOfBills::<T>::contains_key(BillKey::new(unit, id, period));
				ensure!(is_known, "fees: a metered bill is for no use");
				amounts.insert((unit, id, period, bill.principal.charged));
			}
		}
		for key in UsesOfBills::<T>::iter_keys() {
			let is_metered_bill = is_metered(key.charge) && Bills::<T>::contains_key(key.parts());
			ensure!(is_metered_bill, "fees: use is of a bill that is not metered");
		}
		for (unit, id, billed) in BilledUses::<T>::iter() {
			ensure!(is_metered(id), "fees: use is billed by a charge that is not metered");
			ensure!(billed.at <= T::Clock::now(), "fees: use is billed up to a moment in the future");
			let is_of_bill = match billed.period {
				Some(period) => amounts.contains(&(unit, id, period, billed.amount)),
				None => billed.amount == 0,
			};
			ensure!(is_of_bill, "fees: the last amount for metered use is of no bill");
		}
		for (of, at, settled) in Boundaries::<T>::iter() {
			let exists = match of {
				UseOf::Unit { unit, .. } => unit < T::Register::unit_count(),
				UseOf::Main { main, .. } => T::Meters::measures(main).is_some(),
			};
			ensure!(exists, "fees: what is settled at a boundary is nobody's use");
			let is_past = at <= settled.at && at <= T::Clock::now();
			ensure!(is_past, "fees: use is settled for a moment that is still to come");
		}
		Ok(())
	}

	/// The lists of the charges that have billed a use name each once, and only those that have; they name all, unless
	/// they are full.
	pub(super) fn try_state_billed_by() -> Result<(), TryRuntimeError> {
		for (measured, charges) in BilledBy::<T>::iter() {
			let has_billed = |id: &ChargeId| match measured {
				Measured::Unit { unit, .. } => BilledUses::<T>::contains_key(unit, id),
				Measured::Main(_) => SharedUses::<T>::contains_key(id),
			};
			let listed: BTreeSet<ChargeId> = charges.iter().copied().collect();
			let is_same = |id: &ChargeId| Self::measured_by(*id, measured);
			let are_right = listed.len() == charges.len() && charges.iter().all(|id| is_same(id) && has_billed(id));
			ensure!(are_right, "fees: a charge is listed that has billed no such use, or twice");
		}
		let is_listed = |measured: Measured, id: ChargeId| {
			let charges = BilledBy::<T>::get(measured);
			charges.is_full() || charges.contains(&id)
		};
		for (unit, id, _) in BilledUses::<T>::iter() {
			let Some(Charge { terms, .. }) = Charges::<T>::get(id) else { continue };
			let Basis::Metered { utility, .. } = terms.basis else { continue };
			ensure!(is_listed(Measured::Unit { unit, utility }, id), "fees: a charge that billed use is not listed");
		}
		for id in SharedUses::<T>::iter_keys() {
			let Some(Charge { terms, .. }) = Charges::<T>::get(id) else { continue };
			let Basis::SharedMeter { meter, .. } = terms.basis else { continue };
			ensure!(is_listed(Measured::Main(meter), id), "fees: a charge that billed use is not listed");
		}
		Ok(())
	}

	/// Whether the charge bills what those meters show.
	fn measured_by(id: ChargeId, measured: Measured) -> bool {
		Charges::<T>::get(id).is_some_and(|charge| match (charge.terms.basis, measured) {
			(Basis::Metered { utility, .. }, Measured::Unit { utility: same, .. }) => utility == same,
			(Basis::SharedMeter { meter, .. }, Measured::Main(main)) => meter == main,
			_ => false,
		})
	}

	/// The bills of a shared meter add up to its cost, less what fell on no unit, or to what the work in progress says;
	/// there are none without a cost (D49).
	pub(super) fn try_state_shared() -> Result<(), TryRuntimeError> {
		let is_shared = |id: ChargeId| {
			Charges::<T>::get(id).is_some_and(|charge| matches!(charge.terms.basis, Basis::SharedMeter { .. }))
		};
		let mut sums: BTreeMap<(ChargeId, Period), Fen> = BTreeMap::new();
		for ((_, id, period), bill) in Bills::<T>::iter() {
			if is_shared(id) {
				let sum = sums.entry((id, period)).or_default();
				*sum = sum.saturating_add(bill.principal.charged);
			}
		}
		ensure!(SharedUses::<T>::iter_keys().all(is_shared), "fees: shared use is billed by another kind of charge");
		let cursor = Agendas::<T>::get().cursor;
		for (id, period, cost) in SharedCosts::<T>::iter() {
			ensure!(is_shared(id), "fees: a shared cost is of another kind of charge");
			let billed = match cursor {
				Some(Cursor::Weighing { charge, period: at_work, .. }) if (charge, at_work) == (id, period) => 0,
				Some(Cursor::Sharing { charge, period: at_work, amount, .. }) if (charge, at_work) == (id, period) => {
					amount
				}
				_ => cost.amount.saturating_sub(cost.left),
			};
			let sum = sums.remove(&(id, period)).unwrap_or_default();
			ensure!(sum == billed, "fees: the bills of a shared meter do not add up to its cost");
		}
		ensure!(sums.is_empty(), "fees: a bill of a shared meter has no cost");
		Ok(())
	}
}
