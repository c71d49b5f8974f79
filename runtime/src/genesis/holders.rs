// SPDX-License-Identifier: Apache-2.0

//! Who holds what in a state: for those who check a chain spec before its first block.

use crate::{AccountId, Grandpa, Registry, Runtime, Session, Validators};
use alloc::vec::Vec;
use linli_primitives::Role;
use sp_core::crypto::ByteArray;

/// The public keys of a validator in service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValidatorHolder {
	/// Its operator's account.
	pub account: AccountId,
	/// Signs blocks.
	pub aura: [u8; 32],
	/// Signs finality votes.
	pub grandpa: [u8; 32],
}

/// Who holds what.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Holders {
	/// The bootstrap key.
	pub bootstrap: Option<AccountId>,
	/// The accounts that hold each office, in the order of the offices.
	pub offices: Vec<(Role, AccountId)>,
	/// The validators on the roll that have session keys.
	pub validators: Vec<ValidatorHolder>,
	/// Whether the sets that write blocks and make them final are exactly these validators.
	pub in_service: bool,
	/// The number of owners.
	pub owners: u32,
	/// The number of accounts that act for owners.
	pub joined: usize,
}

impl Holders {
	/// Reads the state that the externalities hold.
	pub fn read() -> Self {
		let validators: Vec<_> = Validators::validators()
			.into_iter()
			.filter_map(|validator| {
				let keys = Session::load_keys(&validator.account)?;
				let account = validator.account;
				Some(ValidatorHolder { account, aura: bytes(&keys.aura), grandpa: bytes(&keys.grandpa) })
			})
			.collect();
		let sorted = |mut keys: Vec<[u8; 32]>| {
			keys.sort_unstable();
			keys
		};
		let blocks = pallet_aura::Authorities::<Runtime>::get().iter().map(bytes).collect();
		let finality = Grandpa::grandpa_authorities().iter().map(|(key, _)| bytes(key)).collect();
		Self {
			bootstrap: pallet_linli_bootstrap::Key::<Runtime>::get(),
			offices: Role::ALL
				.into_iter()
				.flat_map(|role| Registry::holders(role).into_iter().map(move |account| (role, account)))
				.collect(),
			in_service: sorted(blocks) == sorted(validators.iter().map(|one| one.aura).collect())
				&& sorted(finality) == sorted(validators.iter().map(|one| one.grandpa).collect()),
			owners: pallet_linli_registry::NextOwner::<Runtime>::get(),
			joined: pallet_linli_registry::AccountOwners::<Runtime>::iter_keys().count(),
			validators,
		}
	}
}

fn bytes(key: &impl ByteArray) -> [u8; 32] {
	key.as_slice().try_into().unwrap_or_default()
}
