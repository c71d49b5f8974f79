// SPDX-License-Identifier: Apache-2.0

//! The runtime API.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{OwnerKind, Role, UnitKind};
use std::collections::BTreeSet;

#[test]
fn units_are_returned_in_pages() {
	ExtBuilder::default().build_and_execute(|| {
		let page = Registry::units(0, 5);
		assert_eq!(page.units.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
		let rest = Registry::units(page.next.unwrap(), 5);
		assert_eq!(rest.units.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [5, 6]);
		assert_eq!(rest.next, None);
		assert_eq!(Registry::units(7, 5), UnitsPage::default());
		assert_eq!(Registry::units(u32::MAX, u32::MAX), UnitsPage::default());
	});
}

#[test]
fn units_of_an_owner_are_returned_in_pages_without_duplicates() {
	let mut builder = ExtBuilder::empty();
	builder.0.owners.push(owner(OwnerKind::Developer, &[]));
	builder.0.units = (0..600).map(|_| unit(1, UnitKind::Residential, 1, 0)).collect();
	builder.build_and_execute(|| {
		for (limit, pages) in [(100, 6), (u32::MAX, 3), (7, 86)] {
			let (mut seen, mut after, mut count) = (BTreeSet::new(), None, 0);
			loop {
				let page = Registry::units_of_owner(0, after, limit);
				assert!(page.units.len() <= 256);
				assert!(page.units.iter().all(|(id, _)| seen.insert(*id)));
				count += 1;
				after = page.next;
				if after.is_none() {
					break;
				}
			}
			assert_eq!((seen.len(), count), (600, pages));
		}
		assert_eq!(Registry::units_of_owner(1, None, 10), UnitsPage::default());
	});
}

#[test]
fn owners_residents_and_roles_are_returned() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(
			Registry::owner(ZHAO),
			Some(OwnerView {
				kind: OwnerKind::Person,
				identity: hash(0),
				accounts: vec![],
				representative: None,
				open_tickets: 1
			})
		);
		assert_eq!(Registry::owner(9), None);
		let until = Now::get() + 1;
		assert_ok!(Registry::name_resident(signed(LI_1), 0, STRANGER, until));
		assert_eq!(Registry::residents(0), [Resident { account: STRANGER, since: None, until }]);
		house(LI_1, 0, STRANGER, until);
		let since = Some(Now::get());
		assert_eq!(Registry::residents(0), [Resident { account: STRANGER, since, until }]);
		assert_eq!(Registry::roles_of(&REGISTRAR), [Role::Registrar]);
		assert_eq!(Registry::holders(Role::Registrar), [REGISTRAR]);
		assert_eq!(Registry::may_claim(ticket(77)), None);
	});
}
