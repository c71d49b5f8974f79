// SPDX-License-Identifier: Apache-2.0

//! Upgrading the runtime (D45).

use crate::{mock::*, types::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_core::{
	traits::{ReadRuntimeVersion, ReadRuntimeVersionExt},
	H256,
};
use sp_runtime::{traits::Hash, DispatchError};

const CODE: &[u8] = b"the next runtime";

fn code_hash() -> H256 {
	<Test as frame_system::Config>::Hashing::hash(CODE)
}

/// Says of any code that it is the version after this one.
struct Next;

impl ReadRuntimeVersion for Next {
	fn read_runtime_version(
		&self,
		_code: &[u8],
		_ext: &mut dyn sp_core::traits::Externalities,
	) -> Result<Vec<u8>, String> {
		let mut version = System::runtime_version();
		version.spec_version += 1;
		Ok(version.encode())
	}
}

fn has_event(event: frame_system::Event<Test>) -> bool {
	System::events().iter().any(|record| record.event == RuntimeEvent::System(event.clone()))
}

#[test]
fn a_major_decision_lets_a_new_runtime_in_and_anyone_hands_it_in() {
	let mut ext = ExtBuilder::default().build();
	ext.register_extension(ReadRuntimeVersionExt::new(Next));
	ext.execute_with(|| {
		let hand_in = |code: &[u8]| System::apply_authorized_upgrade(signed(TENANT), code.to_vec());
		assert_noop!(hand_in(CODE), frame_system::Error::<Test>::NothingAuthorized);
		let id = passed(Some(Call::authorize_upgrade { code_hash: code_hash() }.into()), MAJOR);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert_eq!(last_event(), Event::Enacted { proposal: id });
		assert!(has_event(frame_system::Event::UpgradeAuthorized { code_hash: code_hash(), check_version: true }));
		assert_noop!(hand_in(b"another runtime"), frame_system::Error::<Test>::Unauthorized);
		assert_ok!(hand_in(CODE));
		assert!(has_event(frame_system::Event::CodeUpdated { hash: code_hash() }));
		assert!(System::authorized_upgrade().is_none());
		Governance::do_try_state().unwrap();
	});
}

#[test]
fn nothing_less_lets_one_in() {
	ExtBuilder::default().build_and_execute(|| {
		let buildings = Some(vec![1].try_into().unwrap());
		let of_buildings =
			Origin::Decided { proposal: 77, rule_book: 0, class: MAJOR, level: Level::Major, electorate: buildings };
		for origin in [
			RuntimeOrigin::root(),
			committee(),
			of(0),
			decision(Level::Advisory),
			decision(Level::Ordinary),
			of_buildings.into(),
		] {
			assert_noop!(Governance::authorize_upgrade(origin, code_hash()), DispatchError::BadOrigin);
		}
		// Also where such a motion passes: its call is refused, and the proposal says so.
		let id = passed(Some(Call::authorize_upgrade { code_hash: code_hash() }.into()), ORDINARY);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert_eq!(
			last_event(),
			Event::EnactmentFailed { proposal: id, failure: Failure::Call(DispatchError::BadOrigin) }
		);
		assert!(System::authorized_upgrade().is_none());
	});
}
