// SPDX-License-Identifier: Apache-2.0

//! [`People`]: the persons behind accounts, as far as the register knows them (D11, D47), and the offices they hold.
//!
//! The accounts of one owner are one person, those of joint owners and of a company included: they share a purse and a
//! vote. An account that acts for no owner is a person of its own. The register knows no more: somebody who holds two
//! accounts without telling it is two persons here.

use crate::*;
use alloc::{vec, vec::Vec};
use frame_support::{
	ensure,
	traits::{Contains, Get},
	weights::Weight,
};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Household, People, Person},
	Moment, OwnerId, Role, UnitId,
};
use sp_runtime::DispatchResult;

/// How long a residence lasts, in ms of lived time, before the resident counts as related to others of the home: a week
/// in which one who accepted by mistake can leave.
pub const SETTLED: Moment = 7 * DAY;

impl<T: Config> People<T::AccountId> for Pallet<T> {
	/// Reads two items.
	fn same_person(a: &T::AccountId, b: &T::AccountId) -> bool {
		a == b || Self::owner_of(a).is_some_and(|owner| Self::owner_of(b) == Some(owner))
	}

	/// Residents of one unit are related, and so are a unit's owner and its residents; two tenants of one landlord in
	/// different units are not. A residence counts until its end date or the resident's dismissal.
	///
	/// A residence that the account has not accepted does not count: an officer or a member of the committee is not
	/// kept from a matter by being named. It counts from [`SETTLED`] after the acceptance on; before that one who
	/// accepted by mistake leaves, free of charge, by `dismiss_resident`.
	///
	/// Reads four items, and a unit for each home: at most twice [`Config::MaxHomes`].
	fn related(a: &T::AccountId, b: &T::AccountId) -> bool {
		if Self::same_person(a, b) {
			return true;
		}
		Self::share_one_of(a, &Self::current_homes(a), b, &Self::current_homes(b))
	}

	/// As [`Self::related`] with any of the owner's accounts. Reads the homes of all of them, and the units of these
	/// and of the account's own homes.
	fn related_to_owner(account: &T::AccountId, owner: OwnerId) -> bool {
		let own = Self::owner_of(account);
		if own == Some(owner) {
			return true;
		}
		let is_of = |unit: &UnitId, of: OwnerId| Units::<T>::get(unit).is_some_and(|record| record.owner == of);
		let homes = Self::current_homes(account);
		if homes.iter().any(|unit| is_of(unit, owner)) {
			return true;
		}
		let accounts = Owners::<T>::get(owner).map_or_else(Vec::new, |record| record.accounts.into_inner());
		accounts
			.iter()
			.flat_map(Self::current_homes)
			.any(|unit| homes.contains(&unit) || own.is_some_and(|own| is_of(&unit, own)))
	}

	fn related_to_owner_weight() -> Weight {
		let homes = u64::from(T::MaxHomes::get()).saturating_add(1);
		let accounts = u64::from(T::MaxAccounts::get()).saturating_add(1);
		// The owner of the account, the owner's accounts, and the clock.
		T::DbWeight::get().reads(homes.saturating_mul(accounts).saturating_add(5))
	}

	/// Reads one item.
	fn person(account: &T::AccountId) -> Person<T::AccountId> {
		Self::owner_of(account).map_or_else(|| Person::Account(account.clone()), Person::Owner)
	}

	/// A residence counts from the day of its acceptance: otherwise an owner could name ever new accounts, each a
	/// household of its own for a week. Owners live where they named themselves residents; a landlord who did not is no
	/// part of the tenants' household. So an owner and those whom the owner names are at most one household for each
	/// home of the owner's, and one more: the register cannot tell a tenant from a friend.
	///
	/// Nobody lives in a parking space: a resident of nothing else is of its owner's household. All accounts of an
	/// owner are where the representative is. Reads three items, and a unit for each home; twice that for a resident of
	/// parking spaces only.
	fn household(account: &T::AccountId) -> Household<T::AccountId> {
		if let Some(owner) = Self::owner_of(account) {
			return Self::household_of_owner(owner);
		}
		let homes = Self::homes_of(account);
		let host = || homes.first().and_then(Units::<T>::get).map(|unit| Self::household_of_owner(unit.owner));
		let home = Self::lowest_home(&homes).map(Household::Unit);
		home.or_else(host).unwrap_or_else(|| Household::Account(account.clone()))
	}

	/// Reads what [`Self::household`] reads of both, and the units of their homes.
	fn shares_home(a: &T::AccountId, b: &T::AccountId) -> bool {
		Self::same_person(a, b)
			|| Self::household(a) == Self::household(b)
			|| Self::share_one_of(a, &Self::homes_of(a), b, &Self::homes_of(b))
	}
}

impl<T: Config> Pallet<T> {
	/// The units in which the account has been a resident for [`SETTLED`], and whose end date has not passed.
	pub(crate) fn current_homes(account: &T::AccountId) -> Vec<UnitId> {
		let (now, lived) = (T::Clock::now(), T::Clock::lived());
		let is_settled = |since: Moment| T::Clock::lived_at(since).saturating_add(SETTLED) <= lived;
		Homes::<T>::get(account)
			.into_iter()
			.filter(|home| home.is_current(now) && is_settled(home.since))
			.map(|home| home.unit)
			.collect()
	}

	/// The units in which the account is a resident at present, in ascending order.
	fn homes_of(account: &T::AccountId) -> Vec<UnitId> {
		let now = T::Clock::now();
		let homes = Homes::<T>::get(account).into_iter().filter(|home| home.is_current(now));
		let mut units: Vec<_> = homes.map(|home| home.unit).collect();
		units.sort_unstable();
		units
	}

	/// The first of the units that is a home.
	fn lowest_home(units: &[UnitId]) -> Option<UnitId> {
		units.iter().copied().find(|unit| Units::<T>::get(unit).is_some_and(|unit| unit.kind.is_home()))
	}

	/// The household of an owner: where the representative lives.
	fn household_of_owner(owner: OwnerId) -> Household<T::AccountId> {
		let representative = Owners::<T>::get(owner).and_then(|record| record.representative);
		let home = representative.and_then(|account| Self::lowest_home(&Self::homes_of(&account)));
		home.map_or(Household::Owner(owner), Household::Unit)
	}

	/// Whether two accounts, each with units in which it lives, share a unit: both live in it, or one owns it and the
	/// other lives in it.
	fn share_one_of(a: &T::AccountId, homes_a: &[UnitId], b: &T::AccountId, homes_b: &[UnitId]) -> bool {
		homes_a.iter().any(|unit| homes_b.contains(unit))
			|| Self::owns_one_of(a, homes_b)
			|| Self::owns_one_of(b, homes_a)
	}

	/// Whether the account acts for the owner of one of the units.
	fn owns_one_of(account: &T::AccountId, units: &[UnitId]) -> bool {
		Self::owner_of(account)
			.is_some_and(|owner| units.iter().any(|unit| Units::<T>::get(unit).is_some_and(|unit| unit.owner == owner)))
	}

	/// The accounts of the person behind `account`: those of its owner, at most [`Config::MaxAccounts`].
	fn accounts_of_person(account: &T::AccountId) -> Vec<T::AccountId> {
		match Self::owner_of(account).and_then(Owners::<T>::get) {
			Some(owner) => owner.accounts.into_inner(),
			None => vec![account.clone()],
		}
	}

	/// The offices that the person with these accounts holds. Reads one item for each account and role.
	fn offices_of_person(accounts: &[T::AccountId]) -> Vec<Role> {
		Role::ALL.into_iter().filter(|role| accounts.iter().any(|account| Self::holds(*role, account))).collect()
	}

	/// Ensures that the person behind `account` holds no office, and has no seat on the committee, that excludes
	/// `role`. In a community of at most [`Config::FewUnits`] units, two people may hold all offices between them:
	/// nobody may hold all there, and a device no other. Each act still takes both, which the calls compare.
	///
	/// This is checked when an office is given. Accounts that become one owner's later keep their offices, and the
	/// calls take them as one person from then on.
	///
	/// ## Errors
	/// [`Error::ExcludedOfficeHeld`], [`Error::CommitteeSeatHeld`], [`Error::AllOtherOfficesHeld`].
	pub(crate) fn ensure_compatible(role: Role, account: &T::AccountId) -> DispatchResult {
		let accounts = Self::accounts_of_person(account);
		let held = Self::offices_of_person(&accounts);
		if NextUnit::<T>::get() > T::FewUnits::get() {
			ensure!(!held.iter().any(|other| role.excludes(*other)), Error::<T>::ExcludedOfficeHeld);
			let seated = role.excludes_seat() && accounts.iter().any(T::Committee::contains);
			ensure!(!seated, Error::<T>::CommitteeSeatHeld);
			return Ok(());
		}
		let is_device = |role: Role| role == Role::Device;
		let with_device = held.iter().any(|other| is_device(role) != is_device(*other));
		ensure!(!with_device, Error::<T>::ExcludedOfficeHeld);
		let is_missing = |office: &Role| !is_device(*office) && *office != role && !held.contains(office);
		ensure!(is_device(role) || Role::ALL.iter().any(is_missing), Error::<T>::AllOtherOfficesHeld);
		Ok(())
	}
}
