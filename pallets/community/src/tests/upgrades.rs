// SPDX-License-Identifier: Apache-2.0

//! Upgrades of the runtime (D45).

use crate::mock::*;
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

/// Reports the next `spec_version` for any code.
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

#[test]
fn a_decision_authorizes_an_upgrade_and_any_account_submits_it() {
	let mut ext = ExtBuilder::default().build();
	ext.register_extension(ReadRuntimeVersionExt::new(Next));
	ext.execute_with(|| {
		let submit = |code: &[u8]| System::apply_authorized_upgrade(signed(1), code.to_vec());
		assert_noop!(submit(CODE), frame_system::Error::<Test>::NothingAuthorized);
		assert_ok!(Community::authorize_upgrade(signed(OWNERS), code_hash()));
		let authorized = frame_system::Event::UpgradeAuthorized { code_hash: code_hash(), check_version: true };
		System::assert_last_event(authorized.into());
		assert!(Overruled::get());
		assert_noop!(submit(b"another runtime"), frame_system::Error::<Test>::Unauthorized);
		assert_ok!(submit(CODE));
		System::assert_has_event(frame_system::Event::CodeUpdated { hash: code_hash() }.into());
		assert!(System::authorized_upgrade().is_none());
	});
}

#[test]
fn a_later_decision_replaces_an_authorization() {
	ExtBuilder::default().build_and_execute(|| {
		for code_hash in [code_hash(), H256::repeat_byte(1)] {
			assert_ok!(Community::authorize_upgrade(signed(OWNERS), code_hash));
			assert_eq!(System::authorized_upgrade().unwrap().code_hash(), &code_hash);
		}
		let submitted = System::apply_authorized_upgrade(signed(1), CODE.to_vec());
		assert_eq!(submitted.unwrap_err().error, frame_system::Error::<Test>::Unauthorized.into());
	});
}

#[test]
fn only_a_decision_authorizes_an_upgrade() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(1)] {
			assert_noop!(Community::authorize_upgrade(origin, code_hash()), DispatchError::BadOrigin);
		}
		assert!(System::authorized_upgrade().is_none());
	});
}
