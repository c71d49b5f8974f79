// SPDX-License-Identifier: Apache-2.0

//! Who acts for the community pays no fee for it, and nobody pays for a vote.
//!
//! A new community has not a fen on its chain: the cashier's first receipt brings the first. So the calls of officers,
//! of the committee's members and of the bootstrap key are free. They are few, appointed and dismissed by decision, and
//! their free calls come last in the pool, so they crowd out nobody. Devices hold a role, but no office.
//!
//! An owner who never paid a fen in must be able to vote. What is free is what is good once: an owner's first ballot on
//! a proposal, a proxy for it, support for a petition, an objection to a payment, and the like. It comes before the free
//! calls of officers. So does an inspector's report on a milestone, and what renter, provider and panel have to say of a
//! booking once it is made, each once: whoever has his money held must be able to give a thing back, or to dispute.
//!
//! What would fail of these is free for nobody, so nobody can go on and on; it is tried before it is let in. What
//! runs other calls is free for nobody either: trying it may cost as much as a block holds.

use crate::{AccountId, BlockNumber, Committee, Registry, Runtime, RuntimeCall, RuntimeOrigin};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	storage::{with_transaction, TransactionOutcome},
	traits::{CallMetadata, GetCallMetadata, OriginTrait, UnfilteredDispatchable},
	weights::Weight,
};
use linli_primitives::{traits::Electorate, BookingId, Role};
use pallet_linli_governance::{types::ProposalId, Ballots};
use pallet_transaction_payment::{ChargeTransactionPayment, Pre, Val};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Implication, TransactionExtension},
	transaction_validity::{
		InvalidTransaction, TransactionPriority, TransactionSource, TransactionTag, TransactionValidityError,
		ValidTransaction,
	},
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

	fn find(who: &AccountId, call: &RuntimeCall) -> Finding {
		let untried = |free: bool| Finding { free: free.then_some(OFFICE), tried: false };
		match call {
			RuntimeCall::Fees(
				pallet_linli_fees::Call::record_reading { .. } | pallet_linli_fees::Call::reverse_reading { .. },
			) => untried(!Registry::roles_of(who).is_empty()),
			RuntimeCall::Sharing(pallet_linli_sharing::Call::record_use { .. }) => {
				untried(Registry::holds(Role::Device, who))
			}
			_ if can_be_tried(call) => {
				let voice = is_owners_voice(who, call);
				let tried = voice || in_office(who) || on_committee(who);
				let priority = if voice { VOICE } else { OFFICE };
				Finding { free: (tried && would_succeed(who, call)).then_some(priority), tried }
			}
			RuntimeCall::Registry(_)
			| RuntimeCall::Fund(_)
			| RuntimeCall::Cashier(_)
			| RuntimeCall::Fees(_)
			| RuntimeCall::Repair(_)
			| RuntimeCall::Expenses(_)
			| RuntimeCall::Projects(_) => untried(in_office(who)),
			// The office keeps what the community shares. Who books, or shares something of the own, pays for it.
			RuntimeCall::Sharing(call) => untried(in_office(who) && keeps_a_common_resource(call)),
			// Both run the call at once, whatever it weighs: so does a motion that no second member must agree to.
			RuntimeCall::CommitteeMotions(
				pallet_collective::Call::execute { .. } | pallet_collective::Call::propose { threshold: 0 | 1, .. },
			) => untried(false),
			RuntimeCall::CommitteeMotions(_) => untried(on_committee(who)),
			RuntimeCall::Sudo(_) => untried(pallet_sudo::Key::<Runtime>::get().as_ref() == Some(who)),
			_ => untried(false),
		}
	}
}

/// The priority of what is free by office: the last.
const OFFICE: TransactionPriority = 0;

/// The priority of an owner's voice: no officer can crowd it out.
const VOICE: TransactionPriority = 1;

/// What was found out about a call.
struct Finding {
	/// The priority with which it is free, if it is.
	free: Option<TransactionPriority>,
	/// Whether it was tried to find that out.
	tried: bool,
}

/// Whether the account holds an office. A device does not: it has its readings to record and nothing to say.
fn in_office(who: &AccountId) -> bool {
	Registry::roles_of(who).iter().any(|role| *role != Role::Device)
}

fn on_committee(who: &AccountId) -> bool {
	Committee::seat_of(who).is_some()
}

/// Whether the call may be tried at all: decisions, the committee's seats, what owners and inspectors say of a project,
/// and what is said once of a booking. An enactment may weigh what its signer says.
fn can_be_tried(call: &RuntimeCall) -> bool {
	use pallet_linli_projects::Call::{inspect, object};
	match call {
		RuntimeCall::Governance(call) => !matches!(call, pallet_linli_governance::Call::enact { .. }),
		RuntimeCall::Committee(_) => true,
		RuntimeCall::Projects(call) => matches!(call, object { .. } | inspect { .. }),
		RuntimeCall::Sharing(call) => said_of(call).is_some(),
		_ => false,
	}
}

/// The booking of which the call says what can be said once.
fn said_of(call: &pallet_linli_sharing::Call<Runtime>) -> Option<BookingId> {
	use pallet_linli_sharing::Call::{
		accept_claim, appeal, cancel, claim, dispute_claim, rate, return_resource, start, vote,
	};
	match call {
		accept_claim { booking }
		| appeal { booking }
		| cancel { booking }
		| claim { booking, .. }
		| dispute_claim { booking, .. }
		| rate { booking, .. }
		| return_resource { booking }
		| start { booking }
		| vote { booking, .. } => Some(*booking),
		_ => None,
	}
}

/// Whether the call lists or keeps a resource of the community's, and is not about a booking of it.
fn keeps_a_common_resource(call: &pallet_linli_sharing::Call<Runtime>) -> bool {
	use pallet_linli_sharing::{
		types::Provider,
		Call::{list, resume, set_device, set_terms, suspend, withdraw_resource},
		Resources,
	};
	match call {
		list { pot, .. } => pot.is_some(),
		resume { resource }
		| set_device { resource, .. }
		| set_terms { resource, .. }
		| suspend { resource, .. }
		| withdraw_resource { resource, .. } => Resources::<Runtime>::get(resource)
			.is_some_and(|resource| matches!(resource.provider, Provider::Community { .. })),
		_ => false,
	}
}

/// What trying the call weighs, if it is tried.
fn trial_of(call: &RuntimeCall) -> Weight {
	if can_be_tried(call) {
		call.get_dispatch_info().call_weight
	} else {
		Weight::zero()
	}
}

/// Whether `who` raises an owner's or a member's voice in a way that is good once, if it succeeds.
fn is_owners_voice(who: &AccountId, call: &RuntimeCall) -> bool {
	use pallet_linli_governance::Call::{
		acknowledge, cast, cast_by_proxy, challenge, grant_proxy, petition, stand, support,
	};
	let first_ballot = |proposal: &ProposalId, owner| !Ballots::<Runtime>::contains_key(proposal, owner);
	let call = match call {
		RuntimeCall::Governance(call) => call,
		// An owner objects once to a payment, an inspector reports once on what was submitted, and a booking is started,
		// returned, claimed on and so on once.
		other => return matches!(other, RuntimeCall::Projects(_) | RuntimeCall::Sharing(_)),
	};
	match call {
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
	}
}

/// How the pool knows a voice: by who raises it, in which call, on what. Of the same twice it keeps one: whoever may say
/// something once could else fill it with the same word, each of which would succeed.
fn voice_tag(who: &AccountId, call: &RuntimeCall) -> TransactionTag {
	let CallMetadata { pallet_name, function_name } = call.get_call_metadata();
	(b"linli/voice", who, pallet_name, function_name, subject_of(call)).encode()
}

/// What a voice is raised on.
fn subject_of(call: &RuntimeCall) -> (u64, u32) {
	use pallet_linli_governance::Call::{acknowledge, cast, cast_by_proxy, challenge, grant_proxy, stand, support};
	use pallet_linli_projects::Call::{inspect, object};
	match call {
		RuntimeCall::Governance(cast_by_proxy { proposal, owner, .. }) => ((*proposal).into(), *owner),
		RuntimeCall::Governance(
			acknowledge { proposal }
			| cast { proposal, .. }
			| challenge { proposal, .. }
			| grant_proxy { proposal, .. }
			| stand { proposal }
			| support { proposal },
		) => ((*proposal).into(), 0),
		RuntimeCall::Projects(inspect { project, milestone, .. } | object { project, milestone, .. }) => {
			((*project).into(), (*milestone).into())
		}
		RuntimeCall::Sharing(call) => (said_of(call).unwrap_or_default(), 0),
		_ => (0, 0),
	}
}

/// Tries the call and takes it back.
fn would_succeed(who: &AccountId, call: &RuntimeCall) -> bool {
	let origin = RuntimeOrigin::signed(who.clone());
	with_transaction(|| {
		let result = call.clone().dispatch_bypass_filter(origin);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result.is_ok()))
	})
	.unwrap_or(false)
}

/// One read for each role there is, the committee, its term, the time, the owner, and its ballot or the resource.
const READS: u64 = Role::ALL.len() as u64 + 5;

impl TransactionExtension<RuntimeCall> for ChargeUnlessInOffice {
	const IDENTIFIER: &'static str = <Charge as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	type Implicit = ();
	/// What is paid, and the weight of a trial that was not made.
	type Val = (Val<Runtime>, Weight);
	/// The same.
	type Pre = (Pre<Runtime>, Weight);

	fn metadata() -> Vec<sp_runtime::traits::TransactionExtensionMetadata> {
		// Clients know the fee's extension by name and type.
		<Charge as TransactionExtension<RuntimeCall>>::metadata()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		let looked_up = <Runtime as frame_system::Config>::DbWeight::get().reads(READS);
		self.0.weight(call).saturating_add(looked_up).saturating_add(trial_of(call))
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
		let signer = origin.as_signer();
		let finding = signer.map(|who| Self::find(who, call));
		let tried = finding.as_ref().is_some_and(|finding| finding.tried);
		let untried = if tried { Weight::zero() } else { trial_of(call) };
		if let Some((priority, who)) = finding.and_then(|finding| Some((finding.free?, signer?))) {
			let provides = if priority == VOICE { Vec::from([voice_tag(who, call)]) } else { Vec::new() };
			let valid = ValidTransaction { priority, provides, ..Default::default() };
			return Ok((valid, (Val::NoCharge, untried), origin));
		}
		let (valid, val, origin) = self.0.validate(origin, call, info, len, implicit, implication, source)?;
		Ok((valid, (val, untried), origin))
	}

	fn prepare(
		self,
		(val, untried): Self::Val,
		origin: &RuntimeOrigin,
		call: &RuntimeCall,
		info: &DispatchInfo,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		Ok((self.0.prepare(val, origin, call, info, len)?, untried))
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
		(pre, untried): Self::Pre,
		info: &DispatchInfo,
		post_info: &PostDispatchInfo,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		let back = match pre {
			// The look-up has been done: its weight is not given back.
			Pre::NoCharge { .. } => Weight::zero(),
			charged => {
				// Nobody pays for a trial that was not made.
				let spent = PostDispatchInfo {
					actual_weight: post_info.actual_weight.map(|weight| weight.saturating_sub(untried)),
					pays_fee: post_info.pays_fee,
				};
				<Charge as TransactionExtension<RuntimeCall>>::post_dispatch_details(
					charged, info, &spent, len, result,
				)?
			}
		};
		Ok(back.saturating_add(untried))
	}
}
