// SPDX-License-Identifier: Apache-2.0

//! Reports of authors that wrote two blocks for one slot.

use crate::pallet::*;
use alloc::{boxed::Box, vec, vec::Vec};
use frame_support::{dispatch::DispatchResult, ensure, pallet_prelude::TransactionValidityWithRefund, weights::Weight};
use frame_system::{
	offchain::{CreateAuthorizedTransaction, SubmitTransaction},
	pallet_prelude::{BlockNumberFor, HeaderFor},
};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519, Slot};
use sp_consensus_slots::EquivocationProof;
use sp_runtime::{
	traits::Header,
	transaction_validity::{InvalidTransaction, TransactionPriority, TransactionSource, ValidTransaction},
	Perbill, RuntimeAppPublic,
};
use sp_staking::{
	offence::{Kind, Offence, ReportOffence},
	SessionIndex,
};

/// The key with which a validator signs blocks.
pub type AuraKey = sr25519::AuthorityId;

/// A proof that a validator wrote two blocks for one slot.
pub type AuraProofOf<T> = EquivocationProof<HeaderFor<T>, AuraKey>;

/// For how many blocks a report stays in the pool.
const LONGEVITY: u64 = 600;

/// A validator wrote two blocks for one slot.
pub struct AuraEquivocation<Offender> {
	/// The slot.
	pub slot: Slot,
	/// The session in which the later block was written.
	pub session: SessionIndex,
	/// The number of validators in that session.
	pub validators: u32,
	/// The validator.
	pub offender: Offender,
}

impl<Offender: Clone> Offence<Offender> for AuraEquivocation<Offender> {
	const ID: Kind = *b"aura:equivocatio";
	/// With the session, so that an offence of one session never counts as one of another.
	type Slot = (SessionIndex, Slot);

	fn offenders(&self) -> Vec<Offender> {
		vec![self.offender.clone()]
	}

	fn session_index(&self) -> SessionIndex {
		self.session
	}

	fn validator_set_count(&self) -> u32 {
		self.validators
	}

	fn slot(&self) -> Self::Slot {
		(self.session, self.slot)
	}

	/// There is no stake.
	fn slash_fraction(&self, _offenders: u32) -> Perbill {
		Perbill::zero()
	}
}

/// The hash that the seal of the header signs, if the header is sealed by the offender for the slot.
fn sealed<H: Header>(header: &H, slot: Slot, offender: &AuraKey) -> Option<H::Hash> {
	let mut header = header.clone();
	let seal = header.digest_mut().pop()?;
	let seal: sr25519::AuthoritySignature = CompatibleDigestItem::as_aura_seal(&seal)?;
	let of_slot = header
		.digest()
		.logs()
		.iter()
		.any(|item| CompatibleDigestItem::<sr25519::AuthoritySignature>::as_aura_pre_digest(item) == Some(slot));
	let hash = header.hash();
	(of_slot && offender.verify(&hash.as_ref(), &seal)).then_some(hash)
}

/// Whether both headers are sealed by the offender for the slot, and differ before they were sealed: a block that was
/// sealed twice is still one.
fn is_equivocation<H: Header>(proof: &EquivocationProof<H, AuraKey>) -> bool {
	let hash = |header| sealed(header, proof.slot, &proof.offender);
	match (hash(&proof.first_header), hash(&proof.second_header)) {
		(Some(first), Some(second)) => first != second,
		_ => false,
	}
}

/// The number of the later of the two blocks. On forks one slot can have blocks of different numbers.
fn later_block<T: Config>(proof: &AuraProofOf<T>) -> BlockNumberFor<T> {
	(*proof.first_header.number()).max(*proof.second_header.number())
}

impl<T: Config> Pallet<T> {
	/// Checks a report. Returns the offence.
	fn check_report(proof: &AuraProofOf<T>, session: SessionIndex) -> Result<AuraEquivocation<T::AccountId>, Error<T>> {
		ensure!(is_equivocation(proof), Error::<T>::InvalidEquivocation);
		let number = later_block::<T>(proof);
		let to_come = number > frame_system::Pallet::<T>::block_number();
		ensure!(!to_come && Self::wrote_in(number, session), Error::<T>::NotInSession);
		let (offender, validators) =
			Self::find_keys(session, |keys| keys.aura == proof.offender).ok_or(Error::<T>::NotInSession)?;
		let offence = AuraEquivocation { slot: proof.slot, session, validators, offender };
		let known = Self::changes_nothing(&offence.offender, session)
			|| T::Offences::is_known_offence(core::slice::from_ref(&offence.offender), &offence.slot());
		ensure!(!known, Error::<T>::EquivocationAlreadyReported);
		Ok(offence)
	}

	pub(crate) fn authorize_report(
		source: TransactionSource,
		proof: &AuraProofOf<T>,
		session: SessionIndex,
	) -> TransactionValidityWithRefund {
		ensure!(matches!(source, TransactionSource::Local | TransactionSource::InBlock), InvalidTransaction::Call);
		Self::check_report(proof, session).map_err(|error| match error {
			Error::EquivocationAlreadyReported => InvalidTransaction::Stale,
			_ => InvalidTransaction::BadProof,
		})?;
		// Rare, small, and what the chain's safety needs first.
		let validity = ValidTransaction::with_tag_prefix("LinliAuraEquivocation")
			.priority(TransactionPriority::MAX)
			.and_provides((&proof.offender, proof.slot))
			.longevity(LONGEVITY)
			.propagate(false)
			.into();
		Ok((validity, Weight::zero()))
	}

	pub(crate) fn do_report(proof: &AuraProofOf<T>, session: SessionIndex) -> DispatchResult {
		let offence = Self::check_report(proof, session)?;
		// Nobody is rewarded, so nobody is named.
		T::Offences::report_offence(Vec::new(), offence).map_err(|_| Error::<T>::EquivocationAlreadyReported)?;
		Ok(())
	}
}

impl<T: Config + CreateAuthorizedTransaction<Call<T>>> Pallet<T> {
	/// See [`crate::api::AuraEquivocationApi::submit_aura_equivocation`].
	pub fn submit_aura_equivocation(proof: AuraProofOf<T>) -> Option<()> {
		let session = Self::session_of(later_block::<T>(&proof))?;
		let call = Call::<T>::report_aura_equivocation { proof: Box::new(proof), session };
		let transaction = T::create_authorized_transaction(call.into());
		SubmitTransaction::<T, Call<T>>::submit_transaction(transaction).ok()
	}
}
