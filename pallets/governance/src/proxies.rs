// SPDX-License-Identifier: Apache-2.0

//! Proxies (D29). A proxy counts against its holder's cap when it is used, since anybody can grant one: unwanted grants
//! would keep a holder from those that others rely on.

use crate::{pallet::*, tally::Choice, types::*};
use frame_support::ensure;
use linli_primitives::{traits::Electorate, OwnerId};
use sp_runtime::{DispatchError, DispatchResult};

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
		ensure!(Self::most_proxies(id)? > 0, Error::<T>::TooManyProxies);
		Proxies::<T>::insert(id, owner, Proxy { holder: holder.clone(), holder_owner, choice });
		Self::deposit_event(Event::ProxyGranted { proposal: id, owner, holder, holder_owner, choice });
		Ok(())
	}

	/// Revokes a proxy until the vote closes. A ballot that its holder cast is withdrawn: the owner can vote in person,
	/// or grant another proxy.
	pub(crate) fn do_revoke_proxy(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let Proxy { holder, .. } = Proxies::<T>::get(id, owner).ok_or(Error::<T>::ProxyNotFound)?;
		let mut poll = Self::poll(id)?;
		Self::ensure_not_over(&poll)?;
		Self::deposit_event(Event::ProxyRevoked { proposal: id, owner, holder });
		if Self::is_voted_by_proxy(id, owner) {
			Self::withdraw_ballot(id, owner, &mut poll)?;
		}
		Proxies::<T>::remove(id, owner);
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
		// A change of the ballot uses nothing more.
		let is_first = !Self::is_voted_by_proxy(id, owner);
		if is_first {
			let used = ProxiesUsed::<T>::get(id, proxy.holder_owner);
			ensure!(used < Self::most_proxies(id)?, Error::<T>::TooManyProxies);
			ProxiesUsed::<T>::insert(id, proxy.holder_owner, used.checked_add(1).ok_or(Error::<T>::Overflow)?);
		}
		Self::do_cast(id, owner, choice, Channel::Proxy { holder }).map(|_| ())
	}

	/// Whether the ballot of `owner` that counts was cast by proxy.
	fn is_voted_by_proxy(id: ProposalId, owner: OwnerId) -> bool {
		Ballots::<T>::get(id, owner).is_some_and(|ballot| ballot.channel.kind() == ChannelKind::Proxy)
	}

	/// The maximum number of proxies that a holder can use for this proposal.
	fn most_proxies(id: ProposalId) -> Result<u32, DispatchError> {
		Ok(Self::book_of(Self::proposal(id)?.rule_book)?.proxies_per_holder)
	}
}
