// SPDX-License-Identifier: Apache-2.0

//! The bootstrap key is never root, and the hand-over leaves nothing behind that leads there (D45).

use super::{deciding::*, *};
use crate::configs::{consensus::SessionLength, system::SLOT};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{PostInherents, StorePreimage},
};
use pallet_linli_bootstrap::{Announced, Call as KeyCall, Error as KeyError, Key};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{
	traits::{ReadRuntimeVersion, ReadRuntimeVersionExt},
	H256,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _, Header as _},
	transaction_validity::InvalidTransaction,
	Digest, DigestItem, DispatchError,
};
use Sr25519Keyring::{Alice, Bob, One};

const WEEK: Moment = 7 * 86_400_000;

fn set_rate() -> RuntimeCall {
	pallet_linli_fees::Call::set_rate {
		charge: 0,
		from: Period { year: 2027, month: 7 },
		rate: 300,
		tiers: Default::default(),
	}
	.into()
}

fn hand_over() -> RuntimeCall {
	pallet_linli_community::Call::hand_over {}.into()
}

/// What only root could do, and what only the owners, an office or a member can: each a way to take the chain.
fn ways_to_root() -> Vec<RuntimeCall> {
	let remark = || Box::new(RuntimeCall::System(frame_system::Call::remark { remark: vec![] }));
	let (alice, bob) = (account(Alice).into(), account(Bob).into());
	let root = || Box::new(OriginCaller::system(frame_system::RawOrigin::Root));
	let when = System::block_number() + 1;
	let hash = H256::repeat_byte(1);
	vec![
		frame_system::Call::set_code { code: vec![0] }.into(),
		frame_system::Call::set_code_without_checks { code: vec![0] }.into(),
		frame_system::Call::set_storage { items: vec![(Key::<Runtime>::hashed_key().to_vec(), vec![1; 32])] }.into(),
		frame_system::Call::kill_storage { keys: vec![Key::<Runtime>::hashed_key().to_vec()] }.into(),
		frame_system::Call::kill_prefix { prefix: vec![], subkeys: 1 }.into(),
		frame_system::Call::authorize_upgrade { code_hash: hash }.into(),
		frame_system::Call::authorize_upgrade_without_checks { code_hash: hash }.into(),
		pallet_balances::Call::force_set_balance { who: bob, new_free: 1_000_000 }.into(),
		pallet_balances::Call::force_adjust_total_issuance {
			direction: pallet_balances::AdjustmentDirection::Increase,
			delta: 1,
		}
		.into(),
		pallet_balances::Call::force_transfer { source: alice, dest: account(Bob).into(), value: 1 }.into(),
		pallet_scheduler::Call::schedule { when, maybe_periodic: None, priority: 0, call: remark() }.into(),
		pallet_scheduler::Call::schedule_after { after: 1, maybe_periodic: None, priority: 0, call: remark() }.into(),
		pallet_scheduler::Call::schedule_named { id: [0; 32], when, maybe_periodic: None, priority: 0, call: remark() }
			.into(),
		pallet_scheduler::Call::cancel { when, index: 0 }.into(),
		pallet_scheduler::Call::set_retry { task: (when, 0), retries: 1, period: 1 }.into(),
		pallet_preimage::Call::note_preimage { bytes: vec![1] }.into(),
		pallet_preimage::Call::request_preimage { hash }.into(),
		pallet_utility::Call::dispatch_as { as_origin: root(), call: remark() }.into(),
		pallet_utility::Call::with_weight { call: remark(), weight: Default::default() }.into(),
		pallet_proxy::Call::proxy { real: account(Bob).into(), force_proxy_type: None, call: remark() }.into(),
		pallet_migrations::Call::force_set_cursor { cursor: None }.into(),
		pallet_migrations::Call::force_set_active_cursor { index: 0, inner_cursor: None, started_at: None }.into(),
		pallet_migrations::Call::force_onboard_mbms {}.into(),
		pallet_migrations::Call::clear_historic {
			selector: pallet_migrations::HistoricCleanupSelector::Wildcard { limit: None, previous_cursor: None },
		}
		.into(),
		pallet_safe_mode::Call::force_enter {}.into(),
		pallet_safe_mode::Call::force_extend {}.into(),
		pallet_safe_mode::Call::force_exit {}.into(),
		pallet_grandpa::Call::note_stalled { delay: 1, best_finalized_block_number: 0 }.into(),
		pallet_linli_community::Call::authorize_upgrade { code_hash: hash }.into(),
		hand_over(),
		pallet_linli_committee::Call::recall { owner: 0, election: 0 }.into(),
		pallet_collective::Call::set_members { new_members: vec![account(Alice)], prime: None, old_count: 0 }.into(),
		// Its own calls want a signature.
		KeyCall::announce_upgrade { code_hash: hash }.into(),
		KeyCall::decide { call: remark() }.into(),
	]
}

/// Whether the origin was refused, or the call is nobody's.
pub(super) fn is_refused(result: DispatchResult) -> bool {
	let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
	[Err(DispatchError::BadOrigin), Err(filtered)].contains(&result)
}

#[test]
fn the_key_decides_on_what_is_named_and_on_nothing_else() {
	village().execute_with(|| {
		assert_ok!(decide_by_key(set_rate()));
		assert_eq!(Fees::rate_in(0, Period { year: 2027, month: 7 }), Some(300));
		for call in ways_to_root() {
			let name = format!("{call:?}");
			assert!(is_refused(decide_by_key(call.clone())), "{name}");
			// Nor is a batch a way around.
			let batch = pallet_utility::Call::batch_all { calls: vec![call] };
			assert!(is_refused(decide_by_key(batch)), "{name}");
		}
		assert_books_close();
	});
}

#[test]
fn the_key_neither_votes_nor_speaks_for_others() {
	village_of_two().execute_with(|| {
		let proposal = petition(motion(set_rate()), ORDINARY, None);
		let call = cast(proposal, pallet_linli_governance::tally::Choice::For);
		assert_noop!(decide_by_key(call), DispatchError::BadOrigin);
	});
}

#[test]
fn the_hand_over_leaves_nothing_that_leads_to_root() {
	village_of_two().execute_with(|| {
		// All that can be planted before: announced and authorized code, a preimage, a proxy of the key.
		let code = H256::repeat_byte(7);
		assert_ok!(run(Alice, KeyCall::announce_upgrade { code_hash: code }));
		block_at(now() + WEEK);
		assert_ok!(run(One, KeyCall::authorize_upgrade {}));
		assert_ok!(run(Alice, KeyCall::announce_upgrade { code_hash: H256::repeat_byte(8) }));
		assert!(System::authorized_upgrade().is_some());
		assert_ok!(Preimage::note(std::borrow::Cow::Owned(vec![1, 2, 3])));
		let any = crate::configs::proxies::ProxyType::Any;
		let proxy = pallet_proxy::Call::add_proxy { delegate: account(Bob).into(), proxy_type: any, delay: 0 };
		assert_ok!(run(Alice, proxy));
		// It fails until a committee is in office, and can then be retried.
		assert_class_too_low(hand_over(), ORDINARY);
		let proposal = decide_by(hand_over(), MAJOR, None);
		assert_failed(proposal, pallet_linli_community::Error::<Runtime>::CommitteeNotFound);
		seat_committee();
		assert!(System::authorized_upgrade().is_none(), "what the key authorized ends with the first committee");
		assert_ok!(enact(proposal));
		assert_enacted(proposal);

		assert!(Key::<Runtime>::get().is_none() && Announced::<Runtime>::get().is_none());
		assert!(System::authorized_upgrade().is_none());
		assert_noop!(decide_by_key(set_rate()), KeyError::<Runtime>::NotBootstrapKey);
		assert_noop!(run(Alice, KeyCall::announce_upgrade { code_hash: code }), KeyError::<Runtime>::NotBootstrapKey);
		assert_noop!(run(One, KeyCall::authorize_upgrade {}), KeyError::<Runtime>::CommitteeAlreadyElected);
		let code = frame_system::Call::apply_authorized_upgrade { code: vec![1] };
		assert_noop!(run(One, code), frame_system::Error::<Runtime>::NothingAuthorized);
		let through_proxy = pallet_proxy::Call::proxy {
			real: account(Alice).into(),
			force_proxy_type: None,
			call: Box::new(KeyCall::decide { call: Box::new(set_rate()) }.into()),
		};
		assert_ok!(run(Bob, through_proxy));
		assert!(!System::events().iter().any(|record| matches!(
			record.event,
			RuntimeEvent::Bootstrap(pallet_linli_bootstrap::Event::Decided { .. })
		)));
		for call in ways_to_root() {
			let name = format!("{call:?}");
			// What any account may sign for itself is refused for other reasons, if at all.
			let anyones = ["note_preimage", "announce_upgrade", "decide", "proxy {"];
			if !anyones.iter().any(|own| name.contains(own)) {
				assert!(is_refused(run(Alice, call)), "{name}");
			}
		}
		// No task is ever root's, and the owners now decide what the key could do.
		let tasks: Vec<_> = pallet_scheduler::Agenda::<Runtime>::iter_values().flatten().flatten().collect();
		assert!(!format!("{tasks:?}").contains("Root"), "{tasks:?}");
		assert_noop!(run(Alice, set_rate()), DispatchError::BadOrigin);
		assert_enacted(decide_by(set_rate(), ORDINARY, None));
		let again = pallet_linli_community::Error::<Runtime>::AlreadyHandedOver;
		assert_failed(decide_by(hand_over(), MAJOR, None), again);
	});
}

#[test]
fn what_the_key_authorized_lapses_after_a_month() {
	village().execute_with(|| {
		let code_hash = H256::repeat_byte(7);
		assert_ok!(run(Alice, KeyCall::announce_upgrade { code_hash }));
		block_at(now() + WEEK);
		assert_ok!(run(One, KeyCall::authorize_upgrade {}));
		// Whether the upgrade is still authorized, and what the hook cost.
		let poll = |time| {
			block_at(time);
			let before = System::block_weight().total();
			<Runtime as frame_system::Config>::PostInherents::post_inherents();
			(System::authorized_upgrade().is_some(), System::block_weight().total() - before)
		};
		let cost = <Runtime as frame_system::Config>::DbWeight::get();
		let ends = now() + 30 * 86_400_000;
		assert_eq!(poll(ends - 1), (true, cost.reads(2)));
		assert_eq!(poll(ends), (false, cost.reads_writes(2, 2)));
		assert_eq!(poll(ends + 1), (false, cost.reads(1)));
	});
}

#[test]
fn it_lapses_before_the_transactions_of_a_full_block_too() {
	village().execute_with(|| {
		let code = vec![7; 100];
		let code_hash = BlakeTwo256::hash(&code);
		assert_ok!(run(Alice, KeyCall::announce_upgrade { code_hash }));
		block_at(now() + WEEK);
		assert_ok!(run(One, KeyCall::authorize_upgrade {}));
		let slot = (now() + 30 * 86_400_000) / SLOT + 1;
		// The first block of a session has no room but for operational calls, of which this is one.
		let number = SessionLength::get();
		System::set_block_number(number - 1);
		let digest = Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())] };
		let (root, parent) = (Default::default(), Default::default());
		Executive::initialize_block(&Header::new(number, root, root, parent, digest));
		let most = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
		assert!(System::block_weight().total().any_gte(most));
		let time = pallet_timestamp::Call::set { now: slot * SLOT };
		assert_ok!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(time.into())).unwrap());
		assert!(System::authorized_upgrade().is_some());
		let apply = frame_system::Call::apply_authorized_upgrade { code };
		let applied = Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(apply.into()));
		assert_eq!(applied, Err(InvalidTransaction::Call.into()));
		System::assert_has_event(pallet_linli_bootstrap::Event::UpgradeLapsed { code_hash }.into());
		assert!(System::authorized_upgrade().is_none());
	});
}

#[test]
fn while_a_migration_runs_storage_is_left_alone() {
	village().execute_with(|| {
		let code_hash = H256::repeat_byte(7);
		assert_ok!(run(Alice, KeyCall::announce_upgrade { code_hash }));
		block_at(now() + WEEK);
		assert_ok!(run(One, KeyCall::authorize_upgrade {}));
		block_at(now() + 30 * 86_400_000);
		pallet_migrations::Cursor::<Runtime>::put(pallet_migrations::MigrationCursor::Stuck);
		let poll = <Runtime as frame_system::Config>::PostInherents::post_inherents;
		poll();
		assert!(System::authorized_upgrade().is_some());
		pallet_migrations::Cursor::<Runtime>::kill();
		poll();
		assert!(System::authorized_upgrade().is_none());
	});
}

#[test]
fn a_decision_of_the_owners_outlives_the_key() {
	village_of_two().execute_with(|| {
		let code_hash = H256::repeat_byte(7);
		assert_ok!(run(Alice, KeyCall::announce_upgrade { code_hash }));
		block_at(now() + WEEK);
		assert_ok!(run(One, KeyCall::authorize_upgrade {}));
		// Even for the same code.
		assert_enacted(decide_by(pallet_linli_community::Call::authorize_upgrade { code_hash }, MAJOR, None));
		seat_committee();
		assert_ok!(run(Alice, KeyCall::renounce {}));
		assert_eq!(System::authorized_upgrade().map(|upgrade| *upgrade.code_hash()), Some(code_hash));
	});
}

/// Reports the current `spec_version` for any code.
struct Current;

impl ReadRuntimeVersion for Current {
	fn read_runtime_version(
		&self,
		_code: &[u8],
		_ext: &mut dyn sp_core::traits::Externalities,
	) -> Result<Vec<u8>, String> {
		Ok(System::runtime_version().encode())
	}
}

#[test]
fn to_decide_on_the_running_code_withdraws_an_authorization() {
	let mut village = village_of_two();
	village.register_extension(ReadRuntimeVersionExt::new(Current));
	village.execute_with(|| {
		let code = b"the code that runs".to_vec();
		let authorize = |code_hash| pallet_linli_community::Call::authorize_upgrade { code_hash };
		assert_enacted(decide_by(authorize(H256::repeat_byte(1)), MAJOR, None));
		let code_hash = BlakeTwo256::hash(&code);
		assert_enacted(decide_by(authorize(code_hash), MAJOR, None));
		assert_ok!(run(One, frame_system::Call::apply_authorized_upgrade { code }));
		let error = frame_system::Error::<Runtime>::SpecVersionNeedsToIncrease.into();
		let rejected = frame_system::Event::RejectedInvalidAuthorizedUpgrade { code_hash, error };
		System::assert_has_event(rejected.into());
		assert!(System::authorized_upgrade().is_none());
	});
}

#[test]
fn before_a_committee_an_upgrade_waits_in_public() {
	village_of_two().execute_with(|| {
		let code = H256::repeat_byte(7);
		let announce = || KeyCall::announce_upgrade { code_hash: code };
		assert_noop!(run(One, announce()), KeyError::<Runtime>::NotBootstrapKey);
		assert_ok!(run(Alice, announce()));
		block_at(now() + WEEK - 1);
		assert_noop!(run(One, KeyCall::authorize_upgrade {}), KeyError::<Runtime>::NoticeRunning);
		seat_committee();
		block_at(now() + WEEK);
		assert_noop!(run(One, KeyCall::authorize_upgrade {}), KeyError::<Runtime>::CommitteeAlreadyElected);
		assert_noop!(run(Alice, announce()), KeyError::<Runtime>::CommitteeAlreadyElected);
	});
}
