//! Who acts for the community pays no fee for it, and nobody pays for a vote.
//!
//! A new community has not a fen on its chain: the cashier's first receipt brings the first. So the calls of officers,
//! of the committee's members and of the bootstrap key are free. They are few, appointed and dismissed by decision, and
//! free calls come last in the pool, so they crowd out nobody.
//!
//! An owner who never paid a fen in must be able to vote. What is free is what is good once: an owner's first ballot on
//! a proposal, a proxy for it, support for a petition, and the like. What would fail is not free, so nobody can go on and
//! on; it is tried before it is let in.

use crate::{AccountId, BlockNumber, Governance, Registry, Runtime, RuntimeCall, RuntimeOrigin};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	storage::{with_transaction, TransactionOutcome},
	traits::{OriginTrait, UnfilteredDispatchable},
	weights::Weight,
};
use linli_primitives::{traits::Electorate, Role};
use pallet_linli_governance::{types::ProposalId, Ballots};
use pallet_transaction_payment::{ChargeTransactionPayment, Pre, Val};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Implication, TransactionExtension},
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction},
	DispatchError, DispatchResult,
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

/// Whether `who` raises an owner's voice in a way that is good once, and would succeed now.
fn is_owners_voice(who: &AccountId, call: &pallet_linli_governance::Call<Runtime>) -> bool {
	use pallet_linli_governance::Call::{
		acknowledge, cast, cast_by_proxy, challenge, grant_proxy, petition, stand, support,
	};
	let first_ballot = |proposal: &ProposalId, owner| !Ballots::<Runtime>::contains_key(proposal, owner);
	let once = match call {
		cast { proposal, .. } => <Registry as Electorate<AccountId, BlockNumber>>::represented_by(who)
			.is_some_and(|owner| first_ballot(proposal, owner)),
		cast_by_proxy { proposal, owner, .. } => first_ballot(proposal, *owner),
		// Each of them is refused a second time, and open petitions are counted.
		acknowledge { .. }
		| challenge { .. }
		| grant_proxy { .. }
		| petition { .. }
		| stand { .. }
		| support { .. } => true,
		_ => false,
	};
	once && would_succeed(who, call)
}

/// Tries the call and takes it back.
fn would_succeed(who: &AccountId, call: &pallet_linli_governance::Call<Runtime>) -> bool {
	let origin = RuntimeOrigin::signed(who.clone());
	with_transaction(|| {
		let result = call.clone().dispatch_bypass_filter(origin);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result.is_ok()))
	})
	.unwrap_or(false)
}

/// One read for each role there is, the committee, the owner, and its ballot.
const READS: u64 = Role::ALL.len() as u64 + 3;

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
		let tried = match call {
			RuntimeCall::Governance(call) => call.get_dispatch_info().call_weight,
			_ => Weight::zero(),
		};
		self.0.weight(call).saturating_add(looked_up).saturating_add(tried)
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

	/// What nobody signed and nothing authorises pays nothing. Only a block's own inherents may come so, and the code of
	/// an upgrade that was decided, which the system knows by its hash.
	fn bare_validate_and_prepare(
		call: &RuntimeCall,
		info: &DispatchInfo,
		_len: usize,
	) -> Result<(), TransactionValidityError> {
		match (info.class, call) {
			(DispatchClass::Mandatory, _)
			| (_, RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })) => Ok(()),
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
