// SPDX-License-Identifier: Apache-2.0

use super::*;
use linli_primitives::traits::OwnersRegister;

#[test]
fn every_preset_builds() {
	for name in genesis::preset_names() {
		chain_of(&name).execute_with(|| assert!(Registry::unit_count() > 0));
	}
	assert!(genesis::preset(&"unheard of".into()).is_none());
}

#[test]
fn a_state_says_who_holds_what() {
	use linli_primitives::Role;
	use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
	let account = |keyring: Sr25519Keyring| keyring.to_account_id();
	let mut chain = chain_of(&sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET.into());
	let holders = chain.execute_with(genesis::Holders::read);
	assert_eq!(holders.bootstrap, Some(account(Sr25519Keyring::Alice)));
	let offices = [
		(Role::Registrar, Sr25519Keyring::Bob),
		(Role::Manager, Sr25519Keyring::Charlie),
		(Role::Cashier, Sr25519Keyring::Dave),
		(Role::Auditor, Sr25519Keyring::Eve),
		(Role::Device, Sr25519Keyring::Ferdie),
	];
	assert_eq!(holders.offices, offices.map(|(role, keyring)| (role, account(keyring))));
	let validators = [(Sr25519Keyring::Alice, Ed25519Keyring::Alice), (Sr25519Keyring::Bob, Ed25519Keyring::Bob)];
	assert_eq!(
		holders.validators,
		validators.map(|(keyring, finality)| genesis::ValidatorHolder {
			account: account(keyring),
			aura: keyring.public().0,
			grandpa: finality.public().0,
		})
	);
	assert!(holders.in_service);
	assert_eq!((holders.owners, holders.joined), (4, 3));

	// A set of other keys than the roll's.
	chain.execute_with(|| {
		pallet_aura::Authorities::<Runtime>::mutate(|keys| keys.truncate(1));
		assert!(!genesis::Holders::read().in_service);
	});
}

#[test]
fn every_law_pack_can_be_read_and_opens_the_pot_of_transaction_fees() {
	for id in genesis::law_packs() {
		let pack = genesis::law_pack(id).unwrap();
		assert!(!pack["fund"]["pots"].as_array().unwrap().is_empty());
		assert_eq!(pack["cashier"]["freeTransfers"], false, "a closed loop is the law's default (D3)");
	}
	assert!(genesis::law_pack("unheard of").is_none());
	assert_eq!(genesis::law_pack_currency("nsw").as_deref(), Some("AUD"));
	assert_eq!(genesis::law_pack_currency("unheard of"), None);
}

#[test]
fn a_chain_knows_its_law_pack_offset_and_currency() {
	for (id, offset, currency) in
		[("cn", 480, "CNY"), ("nsw", 600, "AUD"), ("qld", 600, "AUD"), ("us-hoa", -480, "USD"), ("poll", 0, "CNY")]
	{
		assert_eq!(genesis::law_pack_currency(id).as_deref(), Some(currency));
		chain_from([genesis::law_pack(id).unwrap()]).execute_with(|| {
			let facts = crate::Community::facts();
			assert_eq!((facts.law_pack.name.as_slice(), facts.law_pack.version), (id.as_bytes(), 1));
			assert_eq!((facts.utc_offset.minutes(), facts.scheduled), (offset, None));
			assert_eq!(facts.currency.as_str(), currency);
		});
	}
}

#[test]
fn every_law_pack_makes_a_chain_whose_shared_things_earn_for_a_pot_that_there_is() {
	for id in genesis::law_packs() {
		chain_from([genesis::law_pack(id).unwrap()]).execute_with(|| {
			let rules = pallet_linli_sharing::Rules::<Runtime>::get();
			assert!(Fund::pot(rules.income_pot).is_some(), "{id}");
		});
	}
}

#[test]
fn the_village_is_there_from_the_first_block() {
	village().execute_with(|| {
		assert_eq!(Registry::unit_count(), 7);
		let totals = Registry::totals_at(0, None);
		// Parking has no vote, so the developer, who owns only a parking space, is not counted as a head.
		assert_eq!(totals.area, 9_803 + 12_772 + 8_950 + 10_400 + 4_510);
		assert_eq!(totals.heads, 3);
		assert_eq!(Fund::pots().len(), 3);
		assert_books_close();
	});
}

#[test]
fn the_metadata_can_be_made() {
	village().execute_with(|| {
		assert!(Runtime::metadata_versions().contains(&15));
		assert!(!Runtime::metadata_at_version(15).unwrap().is_empty());
	});
}
