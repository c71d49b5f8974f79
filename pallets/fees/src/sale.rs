// SPDX-License-Identifier: Apache-2.0

//! The sale of a unit (D9): nothing that others than the buyer had set going for it pays for the buyer. Their mandates
//! end, the seller's instalment plan ends, and their prepayments are released to them; the seller's that was received
//! for the unit stays the seller's to claim. Corrections of what was before the sale leave the buyer's bills as they
//! are ([`crate::reclaims`], [`crate::moves`]). The same ends when a unit ceases to exist, for everybody.

use crate::{types::MandateEnd, Agendas, Config, Error, LastSales, Mandates, Pallet, Prepayments, WeightInfo};
use alloc::vec::Vec;
use frame_support::{defensive, ensure, storage::with_storage_layer, weights::Weight};
use linli_primitives::{
	traits::{Clock, OnUnitSold, OwnersRegister, UnitClaims},
	Area, Moment, OwnerId, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether the unit was sold at `moment` or later: what was billed or paid then is not the present owner's.
	pub(crate) fn is_sold_since(unit: UnitId, moment: Moment) -> bool {
		LastSales::<T>::get(unit).is_some_and(|sold| sold >= moment)
	}

	/// Ends what accounts had set going for the unit, except those that `stays` names.
	fn end_for_all(unit: UnitId, stays: impl Fn(&T::AccountId) -> bool) {
		LastSales::<T>::insert(unit, T::Clock::now());
		Self::end_plan_of_sold(unit);
		let payers: Vec<_> = Mandates::<T>::iter_key_prefix(unit).filter(|payer| !stays(payer)).collect();
		for payer in payers {
			Self::end_mandate(unit, &payer, MandateEnd::Sold);
		}
		let prepaid: Vec<_> = Prepayments::<T>::iter_prefix(unit).filter(|(payer, _)| !stays(payer)).collect();
		for (payer, amount) in prepaid {
			if let Err(error) = with_storage_layer(|| Self::do_refund_prepayment(payer, unit, amount)) {
				defensive!("a prepayment is held on its payer's account", error);
			}
		}
	}

	/// Ensures that no work on bills is in progress: some units would be billed as before the change, others as after
	/// it.
	fn ensure_not_billing() -> DispatchResult {
		ensure!(Agendas::<T>::get().cursor.is_none(), Error::<T>::BillingRunning);
		Ok(())
	}
}

impl<T: Config> OnUnitSold for Pallet<T> {
	/// At most [`Config::MaxPayersPerUnit`] mandates end, and one prepayment more is released.
	fn unit_sold(unit: UnitId, _seller: OwnerId, buyer: OwnerId) {
		Self::end_for_all(unit, |account| T::Register::owner_of(account) == Some(buyer));
	}

	/// Bills, plans, mandates and prepayments stay with the unit that keeps its id.
	fn unit_split(_parts: &[(UnitId, Area)]) -> DispatchResult {
		Self::ensure_not_billing()
	}

	/// The unit's bills are paid, so that only what reaches ahead is left: all of it ends or is released. What the bank
	/// received for the unit stays its owner's to claim.
	///
	/// A unit does not become a part of another while a receipt for it is being taken back, or is owed: the receipts
	/// that would pay the debt are the heir's from then on. Nothing of the kind keeps a unit from being retired, or a
	/// forged one could be kept; as after a sale, the debt is that of the account.
	fn unit_ceases(unit: UnitId, heir: Option<UnitId>) -> DispatchResult {
		Self::ensure_not_billing()?;
		if let Some(view) = T::Register::unit(unit).filter(|_| heir.is_some()) {
			ensure!(!T::Claims::is_held(&Self::unit_account(unit, view.owner)?), Error::<T>::UnitMoneyHeld);
		}
		Self::end_for_all(unit, |_| false);
		Ok(())
	}

	/// Bills that are issued stay as they are; the next ones are by the corrected area.
	fn area_corrected(_unit: UnitId, _area: Area) -> DispatchResult {
		Self::ensure_not_billing()
	}

	fn weight() -> Weight {
		T::WeightInfo::unit_sold().saturating_add(T::Claims::weight())
	}
}
