// SPDX-License-Identifier: Apache-2.0

//! Proxies (D29).

use crate::{pallet::*, tally::Choice, types::*};
use frame_support::ensure;
use linli_primitives::{traits::Electorate, OwnerId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_grant_proxy(
		id: ProposalId,
		owner: OwnerId,
		holder: T::AccountId,
		choice: Option<Choice>,
	) -> DispatchResult {
		let poll = Self::poll(id)?;
		Self::ensure_not_over(&poll)?;
		Self::ensure_no_ballot(id, owner)?;
		Self::voting_power(owner, &poll)?;
		if let Some(choice) = &choice {
			Self::ensure_choice(&poll, choice)?;
		}
		ensure!(!T::Electorate::is_manager_staff(&holder), Error::<T>::HolderIsStaff);
		let holder_owner = T::Electorate::owner_of(&holder).ok_or(Error::<T>::HolderNotOwner)?;
		ensure!(holder_owner != owner, Error::<T>::HolderIsSelf);
		ensure!(!Proxies::<T>::contains_key(id, owner), Error::<T>::ProxyAlreadyGranted);
		let most = Self::book_of(Self::proposal(id)?.rule_book)?.proxies_per_holder;
		let held = ProxiesHeld::<T>::get(id, holder_owner);
		ensure!(held < most, Error::<T>::TooManyProxies);
		ProxiesHeld::<T>::insert(id, holder_owner, held.checked_add(1).ok_or(Error::<T>::Overflow)?);
		Proxies::<T>::insert(id, owner, Proxy { holder: holder.clone(), holder_owner, choice });
		Self::deposit_event(Event::ProxyGranted { proposal: id, owner, holder, holder_owner, choice });
		Ok(())
	}

	pub(crate) fn do_revoke_proxy(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let Proxy { holder, holder_owner, .. } = Proxies::<T>::get(id, owner).ok_or(Error::<T>::ProxyNotFound)?;
		let used = Ballots::<T>::get(id, owner).is_some_and(|ballot| ballot.channel.kind() == ChannelKind::Proxy);
		ensure!(!used, Error::<T>::ProxyAlreadyUsed);
		Proxies::<T>::remove(id, owner);
		ProxiesHeld::<T>::mutate_exists(id, holder_owner, |held| {
			*held = held.and_then(|held| held.checked_sub(1)).filter(|held| *held > 0);
		});
		Self::deposit_event(Event::ProxyRevoked { proposal: id, owner, holder });
		Ok(())
	}

	pub(crate) fn do_cast_by_proxy(
		id: ProposalId,
		owner: OwnerId,
		holder: T::AccountId,
		choice: Choice,
	) -> DispatchResult {
		let proxy = Proxies::<T>::get(id, owner).ok_or(Error::<T>::ProxyNotFound)?;
		ensure!(proxy.holder == holder, Error::<T>::NotHolder);
		ensure!(proxy.choice.is_none_or(|named| named == choice), Error::<T>::ProxyChoiceMismatch);
		// Since the grant, the holder may have joined another owner or the staff.
		ensure!(T::Electorate::owner_of(&holder) == Some(proxy.holder_owner), Error::<T>::HolderMoved);
		ensure!(!T::Electorate::is_manager_staff(&holder), Error::<T>::HolderIsStaff);
		Self::do_cast(id, owner, choice, Channel::Proxy { holder }).map(|_| ())
	}
}
