// SPDX-License-Identifier: Apache-2.0

//! The lists of the charges that have billed a use.

use super::invariants::broken_use;
use crate::{mock::*, types::*, *};
use frame_support::assert_ok;
use linli_primitives::{traits::MeterBills, Utility};

#[test]
fn charges_are_listed_by_what_they_have_billed() {
	let flat = Measured::Unit { unit: 1, utility: Utility::ColdWater };
	let list = |measured, id| BilledBy::<Test>::try_append(measured, id).unwrap();
	let wrong = "a charge is listed that has billed no such use, or twice";
	broken_use(|metered, _| list(flat, metered), wrong);
	broken_use(|_, shared| list(flat, shared), wrong);
	broken_use(|metered, _| list(Measured::Main(MAIN), metered), wrong);
	broken_use(|metered, _| list(Measured::Unit { unit: 2, utility: Utility::ColdWater }, metered), wrong);
	for measured in [flat, Measured::Main(MAIN)] {
		broken_use(|_, _| BilledBy::<Test>::remove(measured), "a charge that billed use is not listed");
	}
}

#[test]
fn a_list_of_charges_that_is_full_leaves_out_the_one_that_ended_first() {
	ExtBuilder::default().build().execute_with(|| {
		let of = UseOf::Unit { unit: 1, utility: Utility::ColdWater, pot: 0 };
		for id in 0..MAX_BILLED_BY {
			let last = match id {
				3 => Some(DECEMBER),
				5 => Some(NOVEMBER),
				_ => None,
			};
			Charges::<Test>::insert(id, Charge { terms: water(), first: Some(NOVEMBER), last });
			Fees::note_billed_by(of, id);
			Fees::note_billed_by(of, id);
		}
		let listed = || BilledBy::<Test>::get(of.measured()).into_inner();
		assert_eq!(listed(), (0..MAX_BILLED_BY).collect::<Vec<_>>());
		Fees::note_billed_by(of, 90);
		assert!(!listed().contains(&5) && listed().contains(&3) && listed().contains(&90));
		Fees::note_billed_by(of, 91);
		assert!(!listed().contains(&3) && listed().len() == MAX_BILLED_BY as usize);
	});
}

#[test]
fn what_bills_include_is_known_to_those_who_take_readings_back() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(water(), 1_000_000);
		let is_billed = |since| Fees::is_billed(1, Utility::ColdWater, since);
		read(1, start(NOVEMBER), 0);
		go_to(start(NOVEMBER) + 10 * DAYS);
		read(1, Now::get(), 10_000);
		assert!(!is_billed(0));
		assert_ok!(Fees::bill_final(signed(MANAGER), 1, charge));
		assert_eq!(bill(1, charge, NOVEMBER).principal.charged, 10_000);
		assert!(is_billed(Now::get() - 1) && !is_billed(Now::get()));
		let bills = Fees::bills_on_readings(1, Utility::ColdWater, Now::get() - 1);
		assert_eq!(bills, [BillKey::new(1, charge, NOVEMBER)]);
		assert!(!Fees::is_billed(1, Utility::HotWater, 0) && !Fees::is_billed(2, Utility::ColdWater, 0));
	});
}
