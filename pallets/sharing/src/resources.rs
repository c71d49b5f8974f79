// SPDX-License-Identifier: Apache-2.0

//! Rules, resources and their terms (D34).

use crate::{
	types::{BookingKey, Provider, Resource, ResourceId, ResourceKind, ResourceStatus, SharingRules, StandsFor, Terms},
	Config, Error, Event, Listed, NextResource, OpenAt, Pallet, ProviderOf, Refunds, ResourceOf, ResourceRatings,
	Resources, Rules,
};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use linli_primitives::{
	traits::{FundLedger, Members},
	BuildingId, ContentHash,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::set_rules`].
	pub(crate) fn do_set_rules(rules: SharingRules) -> DispatchResult {
		rules.check().map_err(Error::<T>::InvalidRules)?;
		ensure!(T::Ledger::exists(rules.income_pot), Error::<T>::PotNotFound);
		Rules::<T>::put(rules);
		Self::deposit_event(Event::RulesSet { rules });
		Ok(())
	}

	/// See [`Pallet::list`].
	pub(crate) fn do_list(
		provider: ProviderOf<T>,
		kind: ResourceKind,
		building: Option<BuildingId>,
		description: ContentHash,
		terms: Terms,
		device: Option<T::AccountId>,
		stands_for: StandsFor,
	) -> DispatchResult {
		match &provider {
			Provider::Person(who) => ensure!(T::Members::is_member(who), Error::<T>::NotMember),
			Provider::Community { pot } => ensure!(T::Ledger::exists(*pot), Error::<T>::PotNotFound),
		}
		Self::ensure_right(&provider, kind, stands_for)?;
		Self::make_way(stands_for)?;
		device.iter().try_for_each(|device| Self::ensure_device(&provider, device))?;
		terms.check().map_err(Error::<T>::InvalidTerms)?;
		let listed_by = Self::listed_by(&provider);
		Listed::<T>::try_mutate(&listed_by, |listed| {
			ensure!(*listed < Self::most_resources(&listed_by), Error::<T>::TooManyResources);
			*listed = listed.checked_add(1).ok_or(Error::<T>::Overflow)?;
			Ok::<_, DispatchError>(())
		})?;
		let id = NextResource::<T>::get();
		NextResource::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
		let resource = Resource {
			provider: provider.clone(),
			listed_by,
			stands_for,
			kind,
			building,
			description,
			terms: terms.clone(),
			terms_version: 0,
			device,
			status: ResourceStatus::Open,
			records: 0,
		};
		Resources::<T>::insert(id, resource);
		Self::tie(id, stands_for);
		Self::deposit_event(Event::Listed { resource: id, provider, kind, description, terms });
		Ok(())
	}

	/// See [`Pallet::set_terms`].
	pub(crate) fn do_set_terms(origin: OriginFor<T>, id: ResourceId, terms: Terms) -> DispatchResult {
		let mut resource = Self::kept_resource(origin, id)?;
		terms.check().map_err(Error::<T>::InvalidTerms)?;
		ensure!(resource.records == 0 || terms.slot == resource.terms.slot, Error::<T>::SlotLengthFixed);
		let version = resource.terms_version.checked_add(1).ok_or(Error::<T>::Overflow)?;
		resource.terms = terms.clone();
		resource.terms_version = version;
		Resources::<T>::insert(id, resource);
		Self::deposit_event(Event::TermsSet { resource: id, terms, version });
		Ok(())
	}

	/// See [`Pallet::set_device`].
	pub(crate) fn do_set_device(origin: OriginFor<T>, id: ResourceId, device: Option<T::AccountId>) -> DispatchResult {
		let mut resource = Self::kept_resource(origin, id)?;
		device.iter().try_for_each(|device| Self::ensure_device(&resource.provider, device))?;
		resource.device = device.clone();
		Resources::<T>::insert(id, resource);
		Self::deposit_event(Event::DeviceSet { resource: id, device });
		Ok(())
	}

	/// See [`Pallet::suspend`].
	pub(crate) fn do_suspend(origin: OriginFor<T>, id: ResourceId, refund: bool) -> DispatchResult {
		let mut resource = Self::resource(id)?;
		Self::ensure_provider_or_office(origin, &resource)?;
		match resource.status {
			ResourceStatus::Withdrawn => return Err(Error::<T>::ResourceWithdrawn.into()),
			ResourceStatus::Suspended if !refund || Refunds::<T>::contains_key(id) => {
				return Err(Error::<T>::AlreadySuspended.into());
			}
			_ => (),
		}
		resource.status = ResourceStatus::Suspended;
		Resources::<T>::insert(id, resource);
		if refund {
			Self::refund_standing(id);
		}
		Self::deposit_event(Event::Suspended { resource: id, refund });
		Ok(())
	}

	/// See [`Pallet::resume`].
	pub(crate) fn do_resume(origin: OriginFor<T>, id: ResourceId) -> DispatchResult {
		let mut resource = Self::kept_resource(origin, id)?;
		ensure!(resource.status == ResourceStatus::Suspended, Error::<T>::NotSuspended);
		ensure!(!Refunds::<T>::contains_key(id), Error::<T>::RefundsInProgress);
		resource.status = ResourceStatus::Open;
		Resources::<T>::insert(id, resource);
		Self::deposit_event(Event::Resumed { resource: id });
		Ok(())
	}

	/// See [`Pallet::withdraw_resource`].
	pub(crate) fn do_withdraw(origin: OriginFor<T>, id: ResourceId, refund: bool) -> DispatchResult {
		let resource = Self::resource(id)?;
		// The committee can withdraw resources that must not be offered.
		if T::AppealOrigin::ensure_origin(origin.clone()).is_err() {
			Self::ensure_provider_or_office(origin, &resource)?;
		}
		let is_under_way = Refunds::<T>::contains_key(id);
		let is_again = resource.status == ResourceStatus::Withdrawn;
		ensure!(!is_again || (refund && !is_under_way), Error::<T>::ResourceWithdrawn);
		Self::withdraw(id, resource, refund);
		Ok(())
	}

	/// Withdraws a resource, or refunds the bookings of one that is withdrawn.
	pub(crate) fn withdraw(id: ResourceId, mut resource: ResourceOf<T>, refund: bool) {
		if resource.status != ResourceStatus::Withdrawn {
			// Its last booking may be on record for a year.
			Self::untie(resource.stands_for);
		}
		resource.status = ResourceStatus::Withdrawn;
		Self::deposit_event(Event::Withdrawn { resource: id, refund });
		if resource.records == 0 {
			Self::remove_resource(id, &resource);
			return;
		}
		Resources::<T>::insert(id, resource);
		if refund && !Refunds::<T>::contains_key(id) {
			Self::refund_standing(id);
		}
	}

	/// Starts refunding the open bookings of a resource in the following blocks, if there are any.
	fn refund_standing(id: ResourceId) {
		if OpenAt::<T>::iter_key_prefix(id).next().is_some() {
			Refunds::<T>::insert(id, None::<BookingKey>);
		}
	}

	/// Removes a withdrawn resource without bookings on record. It no longer counts towards a maximum.
	pub(crate) fn remove_resource(id: ResourceId, resource: &ResourceOf<T>) {
		Resources::<T>::remove(id);
		Self::free_all_days(id);
		ResourceRatings::<T>::remove(id);
		Refunds::<T>::remove(id);
		Listed::<T>::mutate_exists(&resource.listed_by, |listed| {
			*listed = listed.and_then(|listed| listed.checked_sub(1)).filter(|left| *left > 0);
		});
		Self::deposit_event(Event::Removed { resource: id });
	}

	/// The resource with this id.
	pub(crate) fn resource(id: ResourceId) -> Result<ResourceOf<T>, DispatchError> {
		Ok(Resources::<T>::get(id).ok_or(Error::<T>::ResourceNotFound)?)
	}

	/// The resource with this id, if the origin is its provider and it is not withdrawn.
	pub(crate) fn kept_resource(origin: OriginFor<T>, id: ResourceId) -> Result<ResourceOf<T>, DispatchError> {
		let resource = Self::resource(id)?;
		Self::ensure_provider(origin, &resource.provider)?;
		ensure!(resource.status != ResourceStatus::Withdrawn, Error::<T>::ResourceWithdrawn);
		Ok(resource)
	}

	/// Ensures that the origin is the provider.
	pub(crate) fn ensure_provider(origin: OriginFor<T>, provider: &ProviderOf<T>) -> DispatchResult {
		match provider {
			Provider::Person(person) => ensure!(ensure_signed(origin)? == *person, Error::<T>::NotProvider),
			Provider::Community { .. } => {
				T::CommunityOrigin::ensure_origin(origin).map_err(|_| Error::<T>::NotProvider)?;
			}
		}
		Ok(())
	}

	/// Ensures that the origin is the provider, or that it acts for the community and the provider may no longer offer
	/// it: somebody must be able to take down an abandoned resource.
	fn ensure_provider_or_office(origin: OriginFor<T>, resource: &ResourceOf<T>) -> DispatchResult {
		if !Self::may_offer(resource) && T::CommunityOrigin::ensure_origin(origin.clone()).is_ok() {
			return Ok(());
		}
		Self::ensure_provider(origin, &resource.provider)
	}
}
