// SPDX-License-Identifier: Apache-2.0

//! Roles, and the origins of their holders (D11).

use crate::*;
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{Contains, EnsureOrigin, Get, OriginTrait},
};
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::Role;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether `account` holds `role`.
	pub fn holds(role: Role, account: &T::AccountId) -> bool {
		Roles::<T>::contains_key(role, account)
	}

	pub(crate) fn do_appoint(role: Role, account: T::AccountId) -> DispatchResult {
		ensure!(!Self::holds(role, &account), Error::<T>::AlreadyAppointed);
		// Reads one key per holder, at most `MaxRoleHolders`.
		let holders = u32::try_from(Roles::<T>::iter_key_prefix(role).count()).unwrap_or(u32::MAX);
		ensure!(holders < T::MaxRoleHolders::get(), Error::<T>::TooManyHolders);
		Self::ensure_compatible(role, &account)?;
		Self::sustain(&account);
		Roles::<T>::insert(role, &account, ());
		Self::deposit_event(Event::Appointed { role, account });
		Ok(())
	}

	pub(crate) fn do_dismiss(role: Role, account: T::AccountId) -> DispatchResult {
		ensure!(Roles::<T>::take(role, &account).is_some(), Error::<T>::NotAppointed);
		Self::release(&account);
		Self::deposit_event(Event::Dismissed { role, account });
		Ok(())
	}
}

/// A type that stands for a role, for [`EnsureRole`] and [`HoldersOf`].
pub trait RoleType {
	/// The role.
	const ROLE: Role;
}

macro_rules! role_types {
	($($(#[$doc:meta])* $name:ident, $ensure:ident;)*) => {
		$(
			$(#[$doc])*
			pub struct $name;

			impl RoleType for $name {
				const ROLE: Role = Role::$name;
			}

			#[doc = concat!("Ensures that the origin is signed by a holder of [`Role::", stringify!($name), "`]; succeeds with its account.")]
			pub type $ensure<T> = EnsureRole<T, $name>;
		)*
	};
}

role_types! {
	/// [`Role::Registrar`] as a type.
	Registrar, EnsureRegistrar;
	/// [`Role::Manager`] as a type.
	Manager, EnsureManager;
	/// [`Role::Cashier`] as a type.
	Cashier, EnsureCashier;
	/// [`Role::Auditor`] as a type.
	Auditor, EnsureAuditor;
	/// [`Role::Device`] as a type.
	Device, EnsureDevice;
}

/// Ensures that the origin is signed by an account that holds the role `R`. Succeeds with the account, so that the
/// actor can be recorded and compared: payer and approver must differ.
pub struct EnsureRole<T, R>(PhantomData<(T, R)>);

impl<T: Config, R: RoleType> EnsureOrigin<OriginFor<T>> for EnsureRole<T, R> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		match origin.as_signer() {
			Some(who) if Pallet::<T>::holds(R::ROLE, who) => Ok(who.clone()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		// An account for each role, since roles exclude each other.
		let who: T::AccountId = frame_benchmarking::account("role", R::ROLE as u32, 0);
		if !Pallet::<T>::holds(R::ROLE, &who) {
			Pallet::<T>::do_appoint(R::ROLE, who.clone()).map_err(|_| ())?;
		}
		Ok(OriginFor::<T>::signed(who))
	}
}

/// The accounts that hold the role `R`.
pub struct HoldersOf<T, R>(PhantomData<(T, R)>);

impl<T: Config, R: RoleType> Contains<T::AccountId> for HoldersOf<T, R> {
	fn contains(who: &T::AccountId) -> bool {
		Pallet::<T>::holds(R::ROLE, who)
	}
}
