// SPDX-License-Identifier: Apache-2.0

//! Exemptions from transaction fees: calls on behalf of the community, and votes.
//!
//! A new chain holds no money until the cashier's first receipt. So the calls of officers, of the committee's members
//! and of the bootstrap key are free. They are few, appointed and dismissed by decision, and their free calls have the
//! lowest priority in the pool, so they displace no other calls. Devices hold a role, but no office.
//!
//! An owner without any balance must be able to vote. Calls that can succeed only once are free: an owner's first
//! ballot on a proposal, a proxy for it, support for a petition, an objection to a payment, and so on. They have
//! priority over the free calls of officers. The same applies to an inspector's report on a milestone, and to the steps
//! of renter, provider and panel after a booking is made, or of payer and manager after a refundable deposit is placed:
//! those whose money is on hold must be able to return the resource, to ask for their money, or to dispute.
//!
//! An owner's objection to the replacement of an account is free: there is one to each ticket (D8).
//!
//! An owner who joins with an empty account claims for free what the bank had received for their unit.
//!
//! The operator of a validator that is to serve may hold no money: changing its session keys is free, once a day.
//! Taking them away costs the fee, since a validator leaves by decision.
//!
//! A device's reading of its own meter is free if the meters pallet accepts it, so at most twice a day for each meter;
//! one that it would refuse costs the fee.
//!
//! Such calls are tried before they are admitted. A call that would fail is not free, so it cannot be repeated
//! endlessly. Calls that dispatch other calls are not free, except those of the bootstrap key: trying them may take a
//! whole block.

use crate::{
	motions, AccountId, BlockNumber, Committee, Meters, Registry, Runtime, RuntimeCall, RuntimeOrigin, Validators,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	storage::{with_transaction, TransactionOutcome},
	traits::{CallMetadata, GetCallMetadata, OriginTrait},
	weights::Weight,
};
use linli_primitives::{traits::Electorate, BookingId, DepositId, Role};
use pallet_linli_governance::{types::ProposalId, Ballots};
use pallet_transaction_payment::{ChargeTransactionPayment, Pre, Val};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Dispatchable, Implication, TransactionExtension},
	transaction_validity::{
		InvalidTransaction, TransactionPriority, TransactionSource, TransactionTag, TransactionValidityError,
		ValidTransaction,
	},
	DispatchError, DispatchResult,
};

type Charge = ChargeTransactionPayment<Runtime>;

/// Charges the fee like [`ChargeTransactionPayment`], with the same encoding, except for free calls.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo, Debug)]
pub struct ChargeUnlessInOffice(Charge);

impl ChargeUnlessInOffice {
	/// The extension without a tip.
	pub fn without_tip() -> Self {
		Self(Charge::from(0))
	}

	fn find(who: &AccountId, call: &RuntimeCall) -> Finding {
		let untried = |free: bool| Finding { free: free.then_some(OFFICE), tried: false };
		match call {
			// A device reads its own meter for free, as long as the reading is accepted.
			RuntimeCall::Meters(pallet_linli_meters::Call::record { meter, value, at }) => {
				untried(in_office(who) || Meters::takes_from_device(who, *meter, *value, *at))
			}
			RuntimeCall::Sharing(pallet_linli_sharing::Call::record_use { .. }) => {
				untried(Registry::holds(Role::Device, who))
			}
			RuntimeCall::Session(pallet_session::Call::set_keys { keys, proof }) => {
				let tried = proof.len() <= MAX_KEYS_PROOF && Validators::is_free_change_of_keys(who, keys);
				Finding { free: (tried && would_succeed(who, call)).then_some(OFFICE), tried }
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
			| RuntimeCall::Projects(_)
			| RuntimeCall::Meters(_) => untried(in_office(who)),
			// Officers manage the community's own resources for free. Booking, and sharing a resource of one's own,
			// costs the fee.
			RuntimeCall::Sharing(call) => untried(in_office(who) && keeps_a_common_resource(call)),
			// These dispatch the call at once, regardless of its weight: a motion with a threshold of one, and
			// execution by a member.
			RuntimeCall::CommitteeMotions(
				pallet_collective::Call::execute { .. } | pallet_collective::Call::propose { threshold: 0 | 1, .. },
			) => untried(false),
			// Its weight is what its signer says, and a call that fails could be made for ever.
			RuntimeCall::CommitteeMotions(pallet_collective::Call::close {
				proposal_hash,
				index,
				proposal_weight_bound,
				length_bound,
			}) => untried(
				on_committee(who)
					&& motions::can_be_closed(*proposal_hash, *index, *proposal_weight_bound, *length_bound),
			),
			RuntimeCall::CommitteeMotions(pallet_collective::Call::propose { threshold, proposal, length_bound }) => {
				untried(on_committee(who) && motions::can_be_opened(who, proposal, *length_bound, *threshold))
			}
			RuntimeCall::CommitteeMotions(pallet_collective::Call::vote { proposal, index, .. }) => {
				untried(on_committee(who) && motions::is_first_vote(who, *proposal, *index))
			}
			RuntimeCall::Bootstrap(_) => untried(pallet_linli_bootstrap::Key::<Runtime>::get().as_ref() == Some(who)),
			_ => untried(false),
		}
	}
}

/// The maximum length of the proof in a free `set_keys`, in bytes: twice that of the two signatures that it is.
const MAX_KEYS_PROOF: usize = 256;

/// The priority of calls that are free by office: the lowest.
const OFFICE: TransactionPriority = 0;

/// The priority of an owner's voice: officers cannot displace it.
const VOICE: TransactionPriority = 1;

/// The result of examining a call.
struct Finding {
	/// The priority of the call if it is free.
	free: Option<TransactionPriority>,
	/// Whether the call was tried.
	tried: bool,
}

/// Whether the account holds an office. The role of a device is not an office.
fn in_office(who: &AccountId) -> bool {
	Registry::roles_of(who).iter().any(|role| *role != Role::Device)
}

fn on_committee(who: &AccountId) -> bool {
	Committee::seat_of(who).is_some()
}

/// Whether the call may be tried: calls of governance and of the committee, inspections and objections of a project,
/// one-time steps of a booking, accepting and leaving a home, objecting to a change of the register or to the
/// replacement of an account, claiming a unit's money, and session keys. Not an enactment, whose signer chooses its
/// weight.
fn can_be_tried(call: &RuntimeCall) -> bool {
	use pallet_linli_projects::Call::{inspect, object};
	use pallet_linli_registry::Call::{
		accept_residence, dismiss_resident, object as object_to_replacement, object_to_change,
	};
	match call {
		RuntimeCall::Governance(call) => !matches!(call, pallet_linli_governance::Call::enact { .. }),
		RuntimeCall::Committee(_) => true,
		RuntimeCall::Projects(call) => matches!(call, object { .. } | inspect { .. }),
		RuntimeCall::Sharing(call) => said_of(call).is_some(),
		RuntimeCall::Deposits(call) => deposit_of(call).is_some(),
		RuntimeCall::Session(call) => matches!(call, pallet_session::Call::set_keys { .. }),
		RuntimeCall::Registry(call) => matches!(
			call,
			accept_residence { .. } | dismiss_resident { .. } | object_to_change { .. } | object_to_replacement { .. }
		),
		// All of it at once, which is there once for each receipt.
		RuntimeCall::Fees(call) => {
			matches!(call, pallet_linli_fees::Call::claim_unit_money { amount: None, release: 0, .. })
		}
		_ => false,
	}
}

/// The booking of which the call is a one-time step.
fn said_of(call: &pallet_linli_sharing::Call<Runtime>) -> Option<BookingId> {
	use pallet_linli_sharing::Call::{
		accept_claim, appeal, cancel, claim_damage, claim_refund, dispute_claim, rate, return_resource, reveal, start,
		vote,
	};
	match call {
		accept_claim { booking }
		| appeal { booking }
		| cancel { booking, .. }
		| claim_damage { booking, .. }
		| claim_refund { booking, .. }
		| dispute_claim { booking, .. }
		| rate { booking, .. }
		| return_resource { booking }
		| reveal { booking, .. }
		| start { booking }
		| vote { booking, .. } => Some(*booking),
		_ => None,
	}
}

/// The refundable deposit of which the call is a one-time step.
fn deposit_of(call: &pallet_linli_deposits::Call<Runtime>) -> Option<DepositId> {
	use pallet_linli_deposits::Call::{accept, claim, contest, release, request_return, rule, take_back};
	match call {
		accept { deposit, .. }
		| claim { deposit, .. }
		| contest { deposit, .. }
		| release { deposit }
		| request_return { deposit }
		| rule { deposit, .. }
		| take_back { deposit } => Some(*deposit),
		_ => None,
	}
}

/// Whether the call lists or manages a resource of the community; not a booking of it.
fn keeps_a_common_resource(call: &pallet_linli_sharing::Call<Runtime>) -> bool {
	use pallet_linli_sharing::{
		types::Provider,
		Call::{block_days, free_days, list, resume, set_device, set_terms, suspend, withdraw_resource},
		Resources,
	};
	match call {
		list { pot, .. } => pot.is_some(),
		block_days { resource, .. }
		| free_days { resource, .. }
		| resume { resource }
		| set_device { resource, .. }
		| set_terms { resource, .. }
		| suspend { resource, .. }
		| withdraw_resource { resource, .. } => Resources::<Runtime>::get(resource)
			.is_some_and(|resource| matches!(resource.provider, Provider::Community { .. })),
		_ => false,
	}
}

/// The weight of trying the call, if it is tried.
fn trial_of(call: &RuntimeCall) -> Weight {
	if can_be_tried(call) {
		call.get_dispatch_info().call_weight
	} else {
		Weight::zero()
	}
}

/// Whether the call, if it succeeds, raises the voice of `who` as an owner or member in a way that is possible once.
fn is_owners_voice(who: &AccountId, call: &RuntimeCall) -> bool {
	use pallet_linli_governance::Call::{
		acknowledge, cast, cast_by_proxy, challenge, contest_paper, grant_proxy, petition, second, stand, support,
	};
	let first_ballot = |proposal: &ProposalId, owner| !Ballots::<Runtime>::contains_key(proposal, owner);
	let call = match call {
		RuntimeCall::Governance(call) => call,
		// No by-election is called while one is open.
		RuntimeCall::Committee(pallet_linli_committee::Call::call_by_election {}) => {
			return <Registry as Electorate<AccountId, BlockNumber>>::represented_by(who).is_some();
		}
		// An owner objects once to a change of the register and to each ticket. A resident accepts and leaves a home
		// once.
		RuntimeCall::Registry(
			pallet_linli_registry::Call::object_to_change { .. }
			| pallet_linli_registry::Call::object { .. }
			| pallet_linli_registry::Call::accept_residence { .. },
		) => return true,
		RuntimeCall::Registry(pallet_linli_registry::Call::dismiss_resident { account, .. }) => return account == who,
		// An owner objects once to a payment, an inspector reports once on a submission, each step of a booking or of a
		// refundable deposit happens once, and all money kept for a unit is claimed once.
		RuntimeCall::Projects(_) | RuntimeCall::Sharing(_) | RuntimeCall::Deposits(_) | RuntimeCall::Fees(_) => {
			return true
		}
		_ => return false,
	};
	match call {
		cast { proposal, .. } => <Registry as Electorate<AccountId, BlockNumber>>::represented_by(who)
			.is_some_and(|owner| first_ballot(proposal, owner)),
		cast_by_proxy { proposal, owner, .. } => first_ballot(proposal, *owner),
		// Each is refused a second time; the number of open petitions is limited.
		acknowledge { .. }
		| challenge { .. }
		| contest_paper { .. }
		| grant_proxy { .. }
		| petition { .. }
		| second { .. }
		| stand { .. }
		| support { .. } => true,
		_ => false,
	}
}

/// Whether the call, if it is free, is so only once: it is an owner's voice, the day's change of keys, or a reading of
/// a meter, of which a device's next one is refused for hours.
fn is_free_once(priority: TransactionPriority, call: &RuntimeCall) -> bool {
	let is_reading = matches!(call, RuntimeCall::Meters(pallet_linli_meters::Call::record { .. }));
	priority == VOICE || is_reading || matches!(call, RuntimeCall::Session(_))
}

/// The tag in the pool of a call that is free once: signer, call and subject. The pool keeps one transaction per tag.
/// Otherwise an account entitled to one such call could fill the pool with copies, each of which would succeed.
fn once_tag(who: &AccountId, call: &RuntimeCall) -> TransactionTag {
	let CallMetadata { pallet_name, function_name } = call.get_call_metadata();
	(b"linli/once", who, pallet_name, function_name, subject_of(call)).encode()
}

/// The subject of a call that is free once.
fn subject_of(call: &RuntimeCall) -> (u64, u32) {
	use pallet_linli_governance::Call::{
		acknowledge, cast, cast_by_proxy, challenge, contest_paper, grant_proxy, second, stand, support,
	};
	use pallet_linli_projects::Call::{inspect, object};
	match call {
		RuntimeCall::Governance(cast_by_proxy { proposal, owner, .. } | second { proposal, candidate: owner }) => {
			((*proposal).into(), *owner)
		}
		RuntimeCall::Governance(
			acknowledge { proposal }
			| cast { proposal, .. }
			| challenge { proposal, .. }
			| contest_paper { proposal, .. }
			| grant_proxy { proposal, .. }
			| stand { proposal }
			| support { proposal },
		) => ((*proposal).into(), 0),
		RuntimeCall::Projects(inspect { project, milestone, .. } | object { project, milestone, .. }) => {
			((*project).into(), (*milestone).into())
		}
		RuntimeCall::Registry(
			pallet_linli_registry::Call::accept_residence { unit }
			| pallet_linli_registry::Call::dismiss_resident { unit, .. },
		) => ((*unit).into(), 0),
		RuntimeCall::Registry(pallet_linli_registry::Call::object_to_change { id, .. }) => ((*id).into(), 0),
		RuntimeCall::Registry(pallet_linli_registry::Call::object { ticket }) => (start_of(ticket), 0),
		RuntimeCall::Sharing(call) => (said_of(call).unwrap_or_default(), 0),
		RuntimeCall::Deposits(call) => (deposit_of(call).unwrap_or_default().into(), 0),
		RuntimeCall::Meters(pallet_linli_meters::Call::record { meter, .. }) => ((*meter).into(), 0),
		RuntimeCall::Fees(pallet_linli_fees::Call::claim_unit_money { unit, .. }) => ((*unit).into(), 0),
		_ => (0, 0),
	}
}

/// The first eight bytes of a key, which tell it from others.
fn start_of(key: &pallet_linli_registry::TicketKey) -> u64 {
	key.first_chunk().map_or(0, |start| u64::from_le_bytes(*start))
}

/// Tries the call, through the filter of calls, and rolls it back.
fn would_succeed(who: &AccountId, call: &RuntimeCall) -> bool {
	let origin = RuntimeOrigin::signed(who.clone());
	with_transaction(|| {
		let result = call.clone().dispatch(origin);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result.is_ok()))
	})
	.unwrap_or(false)
}

/// One read per role, and one each for the committee, its term, the time, the owner, and the owner's ballot or the
/// resource. The roll of validators, their keys and the time are read instead of these, and so is the motion with its
/// votes, the collective's members and their prime.
const READS: u64 = Role::ALL.len() as u64 + 5;

/// What it costs to note a free change of session keys.
fn note_of(call: &RuntimeCall) -> Weight {
	let noted = u64::from(matches!(call, RuntimeCall::Session(pallet_session::Call::set_keys { .. })));
	<Runtime as frame_system::Config>::DbWeight::get().reads_writes(noted, noted)
}

impl TransactionExtension<RuntimeCall> for ChargeUnlessInOffice {
	const IDENTIFIER: &'static str = <Charge as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	type Implicit = ();
	/// The payment, and the weight of a trial that was not made.
	type Val = (Val<Runtime>, Weight);
	/// As `Val`, after withdrawal of the fee.
	type Pre = (Pre<Runtime>, Weight);

	fn metadata() -> Vec<sp_runtime::traits::TransactionExtensionMetadata> {
		// Clients recognise the fee extension by name and type.
		<Charge as TransactionExtension<RuntimeCall>>::metadata()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		let looked_up = <Runtime as frame_system::Config>::DbWeight::get().reads(READS);
		self.0.weight(call).saturating_add(looked_up).saturating_add(trial_of(call)).saturating_add(note_of(call))
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
			let provides = if is_free_once(priority, call) { Vec::from([once_tag(who, call)]) } else { Vec::new() };
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
		let free = matches!(val, Val::NoCharge);
		let pre = self.0.prepare(val, origin, call, info, len)?;
		if let (true, RuntimeCall::Session(_), Some(who)) = (free, call, origin.as_signer()) {
			Validators::note_free_change_of_keys(who);
		}
		Ok((pre, untried))
	}

	/// Bare transactions pay nothing. Admitted as such are inherents; the code of an authorised upgrade, which the
	/// system pallet checks by its hash; and GRANDPA's reports of equivocations, which its pallet checks by their
	/// proofs, and which only the node itself can put into its pool.
	fn bare_validate_and_prepare(
		call: &RuntimeCall,
		info: &DispatchInfo,
		_len: usize,
	) -> Result<(), TransactionValidityError> {
		match (info.class, call) {
			(DispatchClass::Mandatory, _)
			| (_, RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. }))
			| (_, RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation_unsigned { .. })) => Ok(()),
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
			// The look-up was done: its weight is not refunded.
			Pre::NoCharge { .. } => Weight::zero(),
			charged => {
				// A trial that was not made is not charged.
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
