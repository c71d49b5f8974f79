// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::RegistryApi`].

use crate::*;
use alloc::vec::Vec;
use linli_primitives::{LivedWindow, OwnerId, Role, UnitId};

/// Maximum number of entries on a page, whatever limit was requested.
pub const PAGE_LIMIT: u32 = 256;

fn page_size(limit: u32) -> usize {
	usize::try_from(limit.min(PAGE_LIMIT)).unwrap_or(usize::MAX)
}

impl<T: Config> Pallet<T> {
	/// See [`crate::api::RegistryApi::units`].
	pub fn units(from: UnitId, limit: u32) -> UnitsPage {
		let count = NextUnit::<T>::get();
		let end = from.saturating_add(limit.min(PAGE_LIMIT)).min(count);
		let units = (from..end).filter_map(|id| Some((id, Units::<T>::get(id)?))).collect();
		UnitsPage { units, next: (end < count).then_some(end) }
	}

	/// See [`crate::api::RegistryApi::units_of_owner`].
	pub fn units_of_owner(owner: OwnerId, after: Option<UnitId>, limit: u32) -> UnitsPage {
		let size = page_size(limit);
		let mut ids = match after {
			None => OwnerUnits::<T>::iter_key_prefix(owner),
			Some(last) => OwnerUnits::<T>::iter_key_prefix_from(owner, OwnerUnits::<T>::hashed_key_for(owner, last)),
		};
		let units: Vec<_> = ids.by_ref().take(size).filter_map(|id| Some((id, Units::<T>::get(id)?))).collect();
		let next = ids.next().and(units.last().map(|(id, _)| *id));
		UnitsPage { units, next }
	}

	/// See [`crate::api::RegistryApi::owner`].
	pub fn owner(owner: OwnerId) -> Option<OwnerView<T::AccountId>> {
		Owners::<T>::get(owner).map(|record| OwnerView {
			kind: record.kind,
			identity: record.identity,
			accounts: record.accounts.into_inner(),
			representative: record.representative,
			open_tickets: u32::try_from(OpenTickets::<T>::get(owner).len()).unwrap_or(u32::MAX),
		})
	}

	/// See [`crate::api::RegistryApi::residents`].
	pub fn residents(unit: UnitId) -> Vec<Resident<T::AccountId>> {
		let accepted = Residents::<T>::iter_key_prefix(unit).filter_map(|account| {
			let Home { since, until, .. } = Self::home(&account, unit)?;
			Some(Resident { account, since: Some(since), until })
		});
		let named = NamedResidents::<T>::iter_prefix(unit).map(|(account, Naming { until, .. })| Resident {
			account,
			since: None,
			until,
		});
		accepted.chain(named).collect()
	}

	/// See [`crate::api::RegistryApi::ticket`].
	pub fn ticket(key: TicketKey) -> Option<TicketView<T::AccountId>> {
		let ticket = Tickets::<T>::get(key)?;
		let valid_from = Self::valid_from(&key, &ticket);
		let expires = Self::lifetime(&key, &ticket).and_then(LivedWindow::until::<T::Clock>);
		let Ticket { owner, purpose, second_factor, .. } = ticket;
		let objection = Objections::<T>::get(key);
		Some(TicketView { owner, purpose, valid_from, expires, second_factor, objection })
	}

	/// See [`crate::api::RegistryApi::may_claim`].
	pub fn may_claim(key: TicketKey) -> Option<OwnerId> {
		let ticket = Tickets::<T>::get(key)?;
		Self::check_ticket(&key, &ticket).is_ok().then_some(ticket.owner)
	}

	/// See [`crate::api::RegistryApi::roles_of`].
	pub fn roles_of(account: &T::AccountId) -> Vec<Role> {
		[Role::Registrar, Role::Manager, Role::Cashier, Role::Auditor, Role::Device]
			.into_iter()
			.filter(|role| Self::holds(*role, account))
			.collect()
	}

	/// See [`crate::api::RegistryApi::holders`].
	pub fn holders(role: Role) -> Vec<T::AccountId> {
		Roles::<T>::iter_key_prefix(role).collect()
	}
}
