//! Who acts for the community pays no fee for it, and nobody pays for a vote.
//!
//! A new community has not a fen on its chain: the cashier's first receipt brings the first. So the calls of officers,
//! of the committee's members and of the bootstrap key are free. They are few, appointed and dismissed by decision, and
//! free calls come last in the pool, so they crowd out nobody.
//!
//! An owner who never paid a fen in must be able to vote. What is free is what can happen once: an owner's first ballot
//! on a proposal, support for a petition, the receipt of a notice. What would fail is not free.

use crate::{AccountId, BlockNumber, Governance, Registry, Runtime, RuntimeCall, RuntimeOrigin};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, PostDispatchInfo},
	traits::OriginTrait,
	weights::Weight,
};
use linli_primitives::{traits::Electorate, Role};
use pallet_linli_governance::types::ProposalId;
use pallet_transaction_payment::{ChargeTransactionPayment, Pre, Val};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Implication, TransactionExtension},
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction},
	DispatchResult,
};

type Charge = ChargeTransactionPayment<Runtime>;

/// Charges the fee as [`ChargeTransactionPayment`] does, and in the same encoding, except for what is free.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo, Debug)]
pub struct ChargeUnlessInOffice(Charge);

impl ChargeUnlessInOffice {
	/// Adds no tip.
	pub fn without_tip() -> Self {
		Self(Charge::from(0))
	}

	fn is_free(who: &AccountId, call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Registry(_) | RuntimeCall::Fund(_) | RuntimeCall::Cashier(_) | RuntimeCall::Fees(_) => {
				in_office(who)
			}
			RuntimeCall::Governance(call) => in_office(who) || on_committee(who) || is_owners_voice(who, call),
			RuntimeCall::Committee(_) => on_committee(who),
			RuntimeCall::Sudo(_) => pallet_sudo::Key::<Runtime>::get().as_ref() == Some(who),
			_ => false,
		}
	}
}

fn in_office(who: &AccountId) -> bool {
	!Registry::roles_of(who).is_empty()
}

fn on_committee(who: &AccountId) -> bool {
	Governance::seat_of(who).is_some()
}

/// Whether `who` raises an owner's voice in a way that can happen once and would not fail.
fn is_owners_voice(who: &AccountId, call: &pallet_linli_governance::Call<Runtime>) -> bool {
	use pallet_linli_governance::Call::{acknowledge, cast, support};
	let Some(owner) = <Registry as Electorate<AccountId, BlockNumber>>::represented_by(who) else { return false };
	let may = |proposal: ProposalId| Governance::proposal_of_owner(proposal, owner).map(|open| open.may);
	match call {
		cast { proposal, choice } => Governance::is_first_ballot(*proposal, owner, choice),
		support { proposal } => may(*proposal).is_some_and(|may| may.support),
		acknowledge { proposal } => may(*proposal).is_some_and(|may| may.acknowledge),
		_ => false,
	}
}

/// One read for each role there is, the committee, and what it takes to see that a ballot would count: the clock, the
/// owner, the proposal, its poll, its ballot, and the owner's power, which is found among checkpoints.
const READS: u64 = Role::ALL.len() as u64 + 24;

impl TransactionExtension<RuntimeCall> for ChargeUnlessInOffice {
	const IDENTIFIER: &'static str = <Charge as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	type Implicit = ();
	type Val = Val<Runtime>;
	type Pre = Pre<Runtime>;

	fn metadata() -> alloc::vec::Vec<sp_runtime::traits::TransactionExtensionMetadata> {
		// Clients know the fee's extension by name and type.
		<Charge as TransactionExtension<RuntimeCall>>::metadata()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		let looked_up = <Runtime as frame_system::Config>::DbWeight::get().reads(READS);
		self.0.weight(call).saturating_add(looked_up)
	}

	fn validate(
		&self,
		origin: RuntimeOrigin,
		call: &RuntimeCall,
		info: &DispatchInfo,
		len: usize,
		implicit: (),
		implication: &impl Implication,
		source: TransactionSource,
	) -> Result<(ValidTransaction, Self::Val, RuntimeOrigin), TransactionValidityError> {
		match origin.as_signer() {
			Some(who) if Self::is_free(who, call) => Ok((ValidTransaction::default(), Val::NoCharge, origin)),
			_ => self.0.validate(origin, call, info, len, implicit, implication, source),
		}
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &RuntimeOrigin,
		call: &RuntimeCall,
		info: &DispatchInfo,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, len)
	}

	/// What nobody signed and nothing authorises pays nothing: only a block's own inherents may come so.
	fn bare_validate_and_prepare(
		_call: &RuntimeCall,
		info: &DispatchInfo,
		_len: usize,
	) -> Result<(), TransactionValidityError> {
		match info.class {
			DispatchClass::Mandatory => Ok(()),
			_ => Err(InvalidTransaction::BadSigner.into()),
		}
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfo,
		post_info: &PostDispatchInfo,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		match pre {
			// The look-up has been done: its weight is not given back.
			Pre::NoCharge { .. } => Ok(Weight::zero()),
			charged => <Charge as TransactionExtension<RuntimeCall>>::post_dispatch_details(
				charged, info, post_info, len, result,
			),
		}
	}
}
