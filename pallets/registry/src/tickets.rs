// SPDX-License-Identifier: Apache-2.0

//! Tickets: one-time keys that sign the account that is to act for an owner, which signs too (D8).

use crate::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{ensure, pallet_prelude::*};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Clock, LivedWindow, OwnerId, OwnerKind};
use sp_core::sr25519;
use sp_runtime::{
	traits::{Verify, Zero},
	DispatchError, DispatchResult,
};

/// Number of blocks for which a claim stays valid in the pool before it is validated again.
const LONGEVITY: u64 = 64;

impl<T: Config> Pallet<T> {
	/// The message that a ticket's key and the account sign: the SCALE encoding of
	/// `("linli/claim", genesis hash, owner, ticket, account)`. The genesis hash prevents a replay on the chain of
	/// another community; the ticket's key, a claim of the account with another ticket than the one it asked for.
	pub fn claim_payload(owner: OwnerId, key: &TicketKey, account: &T::AccountId) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		("linli/claim", genesis, owner, key, account).encode()
	}

	/// Whether `account` signed the message, as it is or as wallets wrap bytes from other programs.
	fn consents(account: &T::AccountId, message: &[u8], consent: &T::AccountSignature) -> bool {
		let wrapped = [&b"<Bytes>"[..], message, &b"</Bytes>"[..]].concat();
		consent.verify(message, account) || consent.verify(wrapped.as_slice(), account)
	}

	/// Ensures that the ticket's second factor signed the message, too, if it asks for one.
	fn check_second_factor(
		ticket: &Ticket<T::AccountId>,
		message: &[u8],
		signature: Option<&sr25519::Signature>,
	) -> Result<(), Refusal> {
		let Some(factor) = ticket.second_factor else { return Ok(()) };
		let signature = signature.ok_or(Refusal::SecondFactorRequired)?;
		let is_right = sp_io::crypto::sr25519_verify(signature, message, &sr25519::Public::from_raw(factor));
		ensure!(is_right, Refusal::SecondFactorMismatch);
		Ok(())
	}

	/// Decides whether a claim may enter the pool and a block. The cheap checks come first, so that a forged claim for
	/// an unknown ticket costs one read.
	pub(crate) fn authorize_claim(
		owner: OwnerId,
		key: &TicketKey,
		account: &T::AccountId,
		signature: &sr25519::Signature,
		consent: &T::AccountSignature,
		second: Option<&sr25519::Signature>,
	) -> TransactionValidityWithRefund {
		let refuse = |refusal: Refusal| InvalidTransaction::Custom(refusal.code());
		let (ticket, _) = Self::check_claim(owner, key, account).map_err(refuse)?;
		let public = sr25519::Public::from_raw(*key);
		let message = Self::claim_payload(owner, key, account);
		ensure!(sp_io::crypto::sr25519_verify(signature, &message, &public), InvalidTransaction::BadProof);
		ensure!(Self::consents(account, &message, consent), InvalidTransaction::BadSigner);
		Self::check_second_factor(&ticket, &message, second).map_err(refuse)?;
		// Priority zero: a free call never displaces a paying one. The tag allows one claim per ticket in the pool.
		let validity = ValidTransaction::with_tag_prefix("LinliClaim")
			.and_provides(key)
			.longevity(LONGEVITY)
			.propagate(true)
			.into();
		Ok((validity, Weight::zero()))
	}

	/// Returns the open ticket and its owner, if `account` may claim it now. Does not verify the signatures.
	pub(crate) fn check_claim(
		owner: OwnerId,
		key: &TicketKey,
		account: &T::AccountId,
	) -> Result<(Ticket<T::AccountId>, OwnerOf<T>), Refusal> {
		let ticket = Tickets::<T>::get(key).ok_or(Refusal::TicketNotFound)?;
		ensure!(ticket.owner == owner, Refusal::NotTicketOwner);
		ensure!(!AccountOwners::<T>::contains_key(account), Refusal::AccountAlreadyRegistered);
		let record = Self::check_ticket(key, &ticket)?;
		Ok((ticket, record))
	}

	/// Returns the owner, if some account may claim the ticket now.
	pub(crate) fn check_ticket(key: &TicketKey, ticket: &Ticket<T::AccountId>) -> Result<OwnerOf<T>, Refusal> {
		ensure!(!Self::has_expired(key, ticket), Refusal::TicketExpired);
		let record = Owners::<T>::get(ticket.owner).ok_or(Refusal::TicketNotFound)?;
		match &ticket.purpose {
			Purpose::First => ensure!(record.accounts.is_empty(), Refusal::NotFirst),
			Purpose::Invitation => {
				ensure!(!record.accounts.is_full() && may_have_several(record.kind), Refusal::NoRoom)
			}
			Purpose::Replacement { account } => {
				ensure!(record.accounts.contains(account), Refusal::ReplacedAccountNotFound);
				Self::check_replacement(key, ticket)?;
			}
		}
		Ok(record)
	}

	pub(crate) fn do_claim(owner: OwnerId, key: TicketKey, account: T::AccountId) -> DispatchResult {
		let (ticket, mut record) = Self::check_claim(owner, &key, &account).map_err(Error::<T>::from)?;
		let replaced = match ticket.purpose {
			Purpose::Replacement { account: old } => {
				if let Some(place) = record.accounts.iter_mut().find(|known| **known == old) {
					*place = account.clone();
				}
				if record.representative.as_ref() == Some(&old) {
					record.representative = Some(account.clone());
				}
				AccountOwners::<T>::remove(&old);
				Self::release(&old);
				Some(old)
			}
			Purpose::First | Purpose::Invitation => {
				record.accounts.try_push(account.clone()).map_err(|_| Error::<T>::TooManyAccounts)?;
				record.representative.get_or_insert_with(|| account.clone());
				None
			}
		};
		let represents = record.representative.as_ref() == Some(&account);
		Self::sustain(&account);
		AccountOwners::<T>::insert(&account, Acting { owner, represents });
		Owners::<T>::insert(owner, record);
		Self::note_change(owner)?;
		Self::close_ticket(owner, key);
		Self::deposit_event(Event::Claimed { owner, account, ticket: key, replaced });
		Ok(())
	}

	/// Ensures that the ticket can be issued, and returns its purpose.
	pub(crate) fn check_new_ticket(
		owner: OwnerId,
		key: TicketKey,
		replaces: Option<&T::AccountId>,
	) -> Result<Purpose<T::AccountId>, DispatchError> {
		let record = Owners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFound)?;
		Self::ensure_unused(&key)?;
		let Some(account) = replaces else {
			ensure!(record.accounts.is_empty(), Error::<T>::ReplacedAccountRequired);
			return Ok(Purpose::First);
		};
		ensure!(record.accounts.contains(account), Error::<T>::NotAccountOfOwner);
		// So that an objection is not passed by with another ticket.
		ensure!(!Self::is_being_replaced(owner, account), Error::<T>::ReplacementAlreadyOpen);
		Ok(Purpose::Replacement { account: account.clone() })
	}

	/// Whether a ticket in place of the account is open and has not expired.
	pub(crate) fn is_being_replaced(owner: OwnerId, account: &T::AccountId) -> bool {
		OpenTickets::<T>::get(owner).iter().any(|key| {
			Tickets::<T>::get(key).is_some_and(|ticket| {
				let is_its = matches!(&ticket.purpose, Purpose::Replacement { account: old } if old == account);
				is_its && !Self::has_expired(key, &ticket)
			})
		})
	}

	fn ensure_unused(key: &TicketKey) -> DispatchResult {
		let is_used = Tickets::<T>::contains_key(key) || SpentTickets::<T>::contains_key(key);
		ensure!(!is_used, Error::<T>::TicketAlreadyUsed);
		Ok(())
	}

	/// Issues a ticket for the owner's first account, or to replace one. A ticket for the first account renews those
	/// before it, which end: they may be in the wrong hands.
	pub(crate) fn do_issue_ticket(owner: OwnerId, key: TicketKey, replaces: Option<T::AccountId>) -> DispatchResult {
		let purpose = Self::check_new_ticket(owner, key, replaces.as_ref())?;
		if purpose == Purpose::First {
			for old in OpenTickets::<T>::get(owner) {
				Self::close_ticket(owner, old);
				Self::deposit_event(Event::TicketRenewed { owner, old, new: key });
			}
		}
		Self::open_ticket(owner, key, purpose)
	}

	pub(crate) fn do_invite(who: &T::AccountId, key: TicketKey) -> DispatchResult {
		let (owner, record) = Self::ensure_representative(who)?;
		ensure!(may_have_several(record.kind), Error::<T>::TooManyAccountsForKind);
		ensure!(!record.accounts.is_full(), Error::<T>::TooManyAccounts);
		Self::open_ticket(owner, key, Purpose::Invitation)
	}

	/// Revokes an open ticket. A representative may revoke their owner's tickets except replacements. The registrar may
	/// revoke a replacement to which nobody objected; the ticket for an owner's first account only once another person
	/// has confirmed the next one, and an invitation only once two people replace the account that represents the
	/// owner, as that of a thief: alone, the registrar would shut out all who have not joined.
	pub(crate) fn do_revoke_ticket(who: &T::AccountId, is_registrar: bool, key: TicketKey) -> DispatchResult {
		let ticket = Tickets::<T>::get(key).ok_or(Error::<T>::TicketNotFound)?;
		let is_own = AccountOwners::<T>::get(who).is_some_and(|acting| acting.owner == ticket.owner);
		match &ticket.purpose {
			_ if !is_registrar || (is_own && ticket.purpose == Purpose::Invitation) => {
				let (owner, _) = Self::ensure_representative(who)?;
				ensure!(ticket.owner == owner, Error::<T>::NotAccountOfOwner);
				// A replacement is stopped by an objection, which has a deadline.
				ensure!(!matches!(ticket.purpose, Purpose::Replacement { .. }), Error::<T>::ObjectionRequired);
			}
			Purpose::First => {
				ensure!(Self::is_renewal_confirmed(ticket.owner), Error::<T>::RenewalNotConfirmed);
			}
			Purpose::Invitation => {
				let representative = Owners::<T>::get(ticket.owner).and_then(|record| record.representative);
				let is_replaced = representative.is_some_and(|account| Self::is_being_replaced(ticket.owner, &account));
				ensure!(is_replaced, Error::<T>::ReplacementNotConfirmed);
			}
			Purpose::Replacement { .. } => (),
		}
		// Once there is an objection, nobody ends the matter alone.
		ensure!(!Objections::<T>::contains_key(key), Error::<T>::ObjectionOutstanding);
		Self::close_ticket(ticket.owner, key);
		Self::deposit_event(Event::TicketRevoked { owner: ticket.owner, ticket: key });
		Ok(())
	}

	/// Whether the change is a first ticket that two people agreed on, of an owner who has not joined and has no other:
	/// withdrawn, it would leave the owner with none.
	pub(crate) fn is_last_ticket(pending: &PendingChangeOf<T>) -> bool {
		match pending.change {
			RegisterChange::IssueTicket { owner, .. } if pending.confirmed.is_some() => {
				let has_joined = Owners::<T>::get(owner).is_none_or(|record| !record.accounts.is_empty());
				!has_joined && OpenTickets::<T>::get(owner).is_empty()
			}
			_ => false,
		}
	}

	/// Whether two people agreed on another ticket for the owner's first account. Reads all open changes.
	fn is_renewal_confirmed(owner: OwnerId) -> bool {
		Changes::<T>::iter_values().any(|pending| {
			let is_renewal = matches!(pending.change, RegisterChange::IssueTicket { owner: of, .. } if of == owner);
			is_renewal && pending.confirmed.is_some()
		})
	}

	pub(crate) fn open_ticket(owner: OwnerId, key: TicketKey, purpose: Purpose<T::AccountId>) -> DispatchResult {
		Self::ensure_unused(&key)?;
		Self::end_expired(owner);
		if purpose != Purpose::Invitation {
			Self::end_an_invitation(owner);
		}
		// Two people checked papers before they issued it, or a representative invites: no second factor.
		let ticket = Ticket { owner, since: T::Clock::lived(), purpose: purpose.clone(), second_factor: None };
		let valid_from = Self::valid_from(&key, &ticket).ok_or(Error::<T>::Overflow)?;
		OpenTickets::<T>::try_mutate(owner, |open| open.try_push(key)).map_err(|_| Error::<T>::TooManyTickets)?;
		Tickets::<T>::insert(key, ticket);
		Self::deposit_event(Event::TicketIssued { owner, ticket: key, purpose, valid_from });
		Ok(())
	}

	/// The time in which the ticket can be claimed, or from the end of the time to object on. `None` before the first
	/// block, and while an objection stands: a ruling can take long.
	pub(crate) fn lifetime(key: &TicketKey, ticket: &Ticket<T::AccountId>) -> Option<LivedWindow> {
		let since = match Objections::<T>::get(key) {
			Some(objection) => objection.dismissed.map(|_| objection.since)?,
			None if ticket.since > 0 => ticket.since,
			None => LaunchedAt::<T>::get()?,
		};
		Some(LivedWindow::new(since, TicketLifetime::<T>::get()))
	}

	/// Whether the ticket can no longer be claimed.
	pub(crate) fn has_expired(key: &TicketKey, ticket: &Ticket<T::AccountId>) -> bool {
		Self::lifetime(key, ticket).is_some_and(LivedWindow::is_over::<T::Clock>)
	}

	/// Closes the owner's tickets that have expired.
	pub(crate) fn end_expired(owner: OwnerId) {
		for key in OpenTickets::<T>::get(owner) {
			if Tickets::<T>::get(key).is_some_and(|ticket| Self::has_expired(&key, &ticket)) {
				Self::close_ticket(owner, key);
				Self::deposit_event(Event::TicketExpired { owner, ticket: key });
			}
		}
	}

	/// If the owner has the maximum number of open tickets, closes an invitation: a thief who represents joint owners
	/// does not invite so many that no ticket in place of the account can be issued.
	fn end_an_invitation(owner: OwnerId) {
		let open = OpenTickets::<T>::get(owner);
		let is_invitation =
			|key: &TicketKey| Tickets::<T>::get(key).is_some_and(|ticket| ticket.purpose == Purpose::Invitation);
		if let Some(key) = open.iter().copied().find(is_invitation).filter(|_| open.is_full()) {
			Self::close_ticket(owner, key);
			Self::deposit_event(Event::TicketRevoked { owner, ticket: key });
		}
	}

	/// Removes an open ticket and marks its key as spent, so that no earlier signature of it works again.
	pub(crate) fn close_ticket(owner: OwnerId, key: TicketKey) {
		Tickets::<T>::remove(key);
		Objections::<T>::remove(key);
		SpentTickets::<T>::insert(key, ());
		OpenTickets::<T>::mutate_exists(owner, |open| {
			if let Some(keys) = open {
				keys.retain(|other| *other != key);
			}
			*open = open.take().filter(|keys| !keys.is_empty());
		});
	}
}

impl<T> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::TicketNotFound => Self::TicketNotFound,
			Refusal::NotTicketOwner => Self::NotTicketOwner,
			Refusal::NotValidYet => Self::TicketNotYetValid,
			Refusal::AccountAlreadyRegistered => Self::AccountAlreadyRegistered,
			Refusal::NoRoom => Self::TooManyAccounts,
			Refusal::NotFirst => Self::OwnerAlreadyClaimed,
			Refusal::ReplacedAccountNotFound => Self::ReplacedAccountNotFound,
			Refusal::ObjectionOutstanding => Self::ObjectionOutstanding,
			Refusal::TicketExpired => Self::TicketExpired,
			Refusal::SecondFactorRequired => Self::SecondFactorRequired,
			Refusal::SecondFactorMismatch => Self::SecondFactorMismatch,
		}
	}
}

/// Whether an owner of this kind may have several accounts.
pub(crate) const fn may_have_several(kind: OwnerKind) -> bool {
	match kind {
		OwnerKind::Joint | OwnerKind::Company => true,
		OwnerKind::Person | OwnerKind::Developer => false,
	}
}
