//! Who acts for the community pays no fee for it.
//!
//! A new community has not a fen on its chain: the cashier's first receipt brings the first. So the officers' calls
//! and the bootstrap key's are free. Both are few, appointed and dismissed by decision, and free calls come last in
//! the pool, so they crowd out nobody.

use crate::{AccountId, Registry, Runtime, RuntimeCall, RuntimeOrigin};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, PostDispatchInfo},
	traits::OriginTrait,
	weights::Weight,
};
use linli_primitives::Role;
use pallet_transaction_payment::{ChargeTransactionPayment, Pre, Val};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Implication, TransactionExtension},
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction},
	DispatchResult,
};

type Charge = ChargeTransactionPayment<Runtime>;

/// Charges the fee as [`ChargeTransactionPayment`] does, and in the same encoding, except for officers' calls to the
/// community's pallets and the bootstrap key's calls to sudo.
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
				!Registry::roles_of(who).is_empty()
			}
			RuntimeCall::Sudo(_) => pallet_sudo::Key::<Runtime>::get().as_ref() == Some(who),
			_ => false,
		}
	}
}

/// One read for each role there is.
const ROLES: u64 = Role::ALL.len() as u64;

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
		let looked_up = <Runtime as frame_system::Config>::DbWeight::get().reads(ROLES);
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
