// SPDX-License-Identifier: Apache-2.0

//! The sale of a unit (D9): nothing that others than the buyer had set going for it pays for the buyer. Their mandates
//! end, the seller's instalment plan ends, and their prepayments are released to them; the seller's that was received
//! for the unit stays the seller's to claim. Corrections of what was before the sale leave the buyer's bills as they
//! are ([`crate::reclaims`], [`crate::moves`]).

use crate::{types::MandateEnd, Config, LastSales, Mandates, Pallet, Prepayments, WeightInfo};
use alloc::vec::Vec;
use frame_support::{defensive, storage::with_storage_layer, weights::Weight};
use linli_primitives::{
	traits::{Clock, OnUnitSold, OwnersRegister},
	Moment, OwnerId, UnitId,
};

impl<T: Config> Pallet<T> {
	/// Whether the unit was sold at `moment` or later: what was billed or paid then is not the present owner's.
	pub(crate) fn is_sold_since(unit: UnitId, moment: Moment) -> bool {
		LastSales::<T>::get(unit).is_some_and(|sold| sold >= moment)
	}
}

impl<T: Config> OnUnitSold for Pallet<T> {
	/// At most [`Config::MaxPayersPerUnit`] mandates end, and one prepayment more is released.
	fn unit_sold(unit: UnitId, _seller: OwnerId, buyer: OwnerId) {
		LastSales::<T>::insert(unit, T::Clock::now());
		Self::end_plan_of_sold(unit);
		let is_buyers = |account: &T::AccountId| T::Register::owner_of(account) == Some(buyer);
		let payers: Vec<_> = Mandates::<T>::iter_key_prefix(unit).filter(|payer| !is_buyers(payer)).collect();
		for payer in payers {
			Self::end_mandate(unit, &payer, MandateEnd::Sold);
		}
		let prepaid: Vec<_> = Prepayments::<T>::iter_prefix(unit).filter(|(payer, _)| !is_buyers(payer)).collect();
		for (payer, amount) in prepaid {
			if let Err(error) = with_storage_layer(|| Self::do_refund_prepayment(payer, unit, amount)) {
				defensive!("a prepayment is held on its payer's account", error);
			}
		}
	}

	fn weight() -> Weight {
		T::WeightInfo::unit_sold()
	}
}
