// SPDX-License-Identifier: Apache-2.0

//! No kind of proxy carries a voice, through no wrapper (D29): a written proxy of governance is capped for each holder
//! and closed to the manager's staff, and another way to vote for somebody would be a way around both.

use super::{
	deciding::*,
	people::{add_proxy, all_calls, filtered, name, through},
	spending::MANAGER,
	*,
};
use crate::configs::{assembly::CommitteeCollective, proxies::ProxyType};
use frame_support::{
	assert_ok,
	traits::{GetCallMetadata, InstanceFilter},
	weights::Weight,
};
use pallet_linli_governance::{tally::Choice, types::Question, Ballots};
use scale_info::{form::PortableForm, meta_type, PortableRegistry, Registry as Types, Type, TypeDef};
use std::collections::BTreeSet;
use Sr25519Keyring::{Alice, One};

const KINDS: [ProxyType; 2] = [ProxyType::Any, ProxyType::Fees];

/// The pallets whose every call is somebody's voice: votes, petitions, candidacies, motions.
const VOICES: [&str; 3] = ["Governance", "Committee", "CommitteeMotions"];

/// Voices in other pallets: objections, the panel's votes, the register of who votes for an owner.
const OTHER_VOICES: [&str; 3] = ["Projects.object", "Sharing.vote", "Registry.set_representative"];

/// Every call that is somebody's voice.
fn voices() -> Vec<RuntimeCall> {
	let is_voice = |call: &RuntimeCall| {
		VOICES.contains(&call.get_call_metadata().pallet_name) || OTHER_VOICES.contains(&name(call).as_str())
	};
	all_calls().into_iter().filter(is_voice).collect()
}

/// The call within each call that can dispatch another, by name.
fn wrapped(call: &RuntimeCall) -> Vec<RuntimeCall> {
	type Utility = pallet_utility::Call<Runtime>;
	type Multisig = pallet_multisig::Call<Runtime>;
	type Proxy = pallet_proxy::Call<Runtime>;
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	type Schedule = pallet_scheduler::Call<Runtime>;
	let inner = || Box::new(call.clone());
	// An innocent call that every kind of proxy makes.
	let innocent = || RuntimeCall::from(pallet_linli_fees::Call::<Runtime>::revoke_mandate { unit: 0 });
	let other_signatories = vec![account(One)];
	let as_origin = || Box::new(OriginCaller::system(frame_system::RawOrigin::Signed(account(One))));
	let real = account(One);
	let (length_bound, max_weight) = (u32::MAX, Weight::MAX);
	vec![
		Utility::batch { calls: vec![innocent(), call.clone()] }.into(),
		Utility::batch_all { calls: vec![innocent(), call.clone()] }.into(),
		Utility::force_batch { calls: vec![innocent(), call.clone()] }.into(),
		Utility::if_else { main: inner(), fallback: Box::new(innocent()) }.into(),
		Utility::if_else { main: Box::new(innocent()), fallback: inner() }.into(),
		Utility::as_derivative { index: 0, call: inner() }.into(),
		Utility::dispatch_as { as_origin: as_origin(), call: inner() }.into(),
		Utility::dispatch_as_fallible { as_origin: as_origin(), call: inner() }.into(),
		Utility::with_weight { call: inner(), weight: Weight::zero() }.into(),
		Multisig::as_multi_threshold_1 { other_signatories: other_signatories.clone(), call: inner() }.into(),
		Multisig::as_multi { threshold: 2, other_signatories, maybe_timepoint: None, call: inner(), max_weight }.into(),
		Proxy::proxy { real: real.clone().into(), force_proxy_type: None, call: inner() }.into(),
		Proxy::proxy_announced {
			delegate: real.clone().into(),
			real: real.into(),
			force_proxy_type: None,
			call: inner(),
		}
		.into(),
		Motion::execute { proposal: inner(), length_bound }.into(),
		Motion::propose { threshold: 1, proposal: inner(), length_bound }.into(),
		Schedule::schedule { when: 9, maybe_periodic: None, priority: 0, call: inner() }.into(),
		Schedule::schedule_named { id: [0; 32], when: 9, maybe_periodic: None, priority: 0, call: inner() }.into(),
		Schedule::schedule_after { after: 9, maybe_periodic: None, priority: 0, call: inner() }.into(),
		Schedule::schedule_named_after { id: [0; 32], after: 9, maybe_periodic: None, priority: 0, call: inner() }
			.into(),
		pallet_linli_bootstrap::Call::<Runtime>::decide { call: inner() }.into(),
	]
}

/// The names of all calls of the runtime that have a call, or calls, among their arguments, from the calls' types.
fn wrappers() -> BTreeSet<String> {
	let mut types = Types::new();
	let whole = types.register_type(&meta_type::<RuntimeCall>()).id;
	let types = PortableRegistry::from(types);
	let is_call = |id: u32| {
		id == whole
			|| matches!(&types.resolve(id).unwrap().type_def, TypeDef::Sequence(items) if items.type_param.id == whole)
	};
	let variants = |of: &Type<PortableForm>| match &of.type_def {
		TypeDef::Variant(variants) => variants.variants.clone(),
		other => panic!("calls are variants, not {other:?}"),
	};
	let mut found = BTreeSet::new();
	for pallet in variants(types.resolve(whole).unwrap()) {
		for call in variants(types.resolve(pallet.fields[0].ty.id).unwrap()) {
			if call.fields.iter().any(|field| is_call(field.ty.id)) {
				found.insert(format!("{}.{}", pallet.name, call.name));
			}
		}
	}
	found
}

#[test]
fn every_wrapper_of_the_runtime_is_tried() {
	let tried: BTreeSet<_> =
		wrapped(&frame_system::Call::<Runtime>::remark { remark: vec![] }.into()).iter().map(name).collect();
	assert_eq!(tried, wrappers());
}

#[test]
fn no_kind_of_proxy_carries_a_voice_through_any_wrapper() {
	let voices = voices();
	for other in OTHER_VOICES {
		assert!(voices.iter().any(|call| name(call) == other), "there is no {other}");
	}
	assert!(voices.len() > 30, "only {} voices were found", voices.len());
	for voice in &voices {
		for kind in KINDS {
			assert!(!kind.filter(voice), "{kind:?} makes {}", name(voice));
			for once in wrapped(voice) {
				assert!(!kind.filter(&once), "{kind:?} makes {} within {}", name(voice), name(&once));
				for twice in wrapped(&once) {
					let path = [name(&twice), name(&once), name(voice)].join(" > ");
					assert!(!kind.filter(&twice), "{kind:?} makes {path}");
				}
			}
		}
	}
}

#[test]
fn a_batch_is_made_by_a_proxy_only_if_all_its_calls_are() {
	let bill = || RuntimeCall::from(pallet_linli_fees::Call::<Runtime>::revoke_mandate { unit: 0 });
	let donation = || RuntimeCall::from(pallet_linli_fund::Call::<Runtime>::donate { pot: OPERATING, amount: 5 });
	let batch = |calls| RuntimeCall::from(pallet_utility::Call::<Runtime>::batch { calls });
	assert!(ProxyType::Fees.filter(&batch(vec![bill(), bill()])));
	assert!(!ProxyType::Fees.filter(&batch(vec![bill(), donation()])));
	assert!(ProxyType::Any.filter(&batch(vec![bill(), donation()])));
	// Nor is a batch in a batch looked into.
	assert!(!ProxyType::Any.filter(&batch(vec![batch(vec![bill()])])));
}

#[test]
fn a_proxy_casts_no_ballot_for_the_account_that_named_it() {
	village_of_two().execute_with(|| {
		let proposal = petition(Question::Motion { call: None, matter: None }, ORDINARY, None);
		let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
		block_at(poll.opens);
		for kind in KINDS {
			assert_ok!(run(Alice, add_proxy(kind)));
		}
		let ballot = || RuntimeCall::from(cast(proposal, Choice::For));
		assert_eq!(through(MANAGER, Alice, ballot()), filtered());
		for call in wrapped(&ballot()) {
			let wrapper = name(&call);
			assert_eq!(through(MANAGER, Alice, call), filtered(), "{wrapper}");
		}
		assert!(!Ballots::<Runtime>::contains_key(proposal, 0));
		// In person it is cast.
		assert_ok!(run(Alice, ballot()));
		assert!(Ballots::<Runtime>::contains_key(proposal, 0));
	});
}
