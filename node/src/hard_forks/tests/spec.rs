// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{
	chain_spec::ChainSpec,
	hard_forks::{spec::Signal, test_chain::key, HardFork, HardForks},
};
use linli_runtime::Hash;
use serde_json::{json, Value};

fn chain_spec(hard_forks: Option<Value>) -> Result<ChainSpec, String> {
	let mut spec = json!({
		"name": "Willow Court", "id": "willow-court", "chainType": "Live", "bootNodes": [],
		"genesis": { "raw": { "top": {}, "childrenDefault": {} } },
	});
	if let Some(hard_forks) = hard_forks {
		spec["authorityHardForks"] = hard_forks;
	}
	ChainSpec::from_json_bytes(spec.to_string().into_bytes())
}

fn entry() -> Value {
	json!({
		"block": { "number": 20, "hash": format!("{:?}", Hash::repeat_byte(7)) },
		"setId": 2,
		"authorities": [key("Alice").to_string(), key("Bob").to_string()],
		"lastFinalized": 10,
	})
}

fn later_entry() -> Value {
	let mut later = entry();
	later["block"]["number"] = 40.into();
	later["setId"] = 5.into();
	later
}

#[test]
fn a_chain_has_no_hard_forks_by_default_and_its_file_does_not_name_them() {
	let spec = chain_spec(None).unwrap();
	assert!(HardForks::of(&spec).is_empty());
	let text = spec.as_json(false).unwrap();
	assert!(!text.contains("authorityHardForks"), "{text}");
}

#[test]
fn hard_forks_are_read_and_written() {
	let spec = chain_spec(Some(json!([entry(), later_entry()]))).unwrap();
	let forks = HardForks::of(&spec);
	let first = HardFork {
		block: Signal { number: 20, hash: Hash::repeat_byte(7) },
		set_id: 2,
		authorities: vec![key("Alice"), key("Bob")],
		last_finalized: 10,
	};
	assert_eq!(forks.iter().next(), Some(&first));
	assert_eq!(forks.last().map(|last| last.block.number), Some(40));
	let written: Value = serde_json::from_str(&spec.as_json(false).unwrap()).unwrap();
	assert_eq!(written["authorityHardForks"], json!([entry(), later_entry()]));

	let sdk = forks.to_sdk();
	assert_eq!(sdk[0].block, (Hash::repeat_byte(7), 20));
	assert_eq!((sdk[0].set_id, sdk[0].last_finalized), (2, Some(10)));
	assert_eq!(sdk[0].authorities, vec![(key("Alice"), 1), (key("Bob"), 1)]);
}

#[test]
fn what_is_wrong_with_an_entry_is_said() {
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut entry = later_entry();
		change(&mut entry);
		entry
	};
	let cases = [
		(json!("block 40"), "expected struct"),
		(changed(&|entry| drop(entry.as_object_mut().unwrap().remove("setId"))), "missing field `setId`"),
		(changed(&|entry| entry["set_id"] = 5.into()), "unknown field `set_id`"),
		(changed(&|entry| entry["block"] = 40.into()), "expected struct"),
		(changed(&|entry| entry["block"]["hash"] = "0x07".into()), "expected"),
		(changed(&|entry| entry["authorities"][0] = "5Alice".into()), "Base 58"),
		(changed(&|entry| entry["authorities"] = json!([])), "names no authorities"),
		(changed(&|entry| entry["authorities"][1] = entry["authorities"][0].clone()), "one of the authorities twice"),
		(changed(&|entry| entry["lastFinalized"] = 40.into()), "lastFinalized 40 is not before the block 40"),
		(changed(&|entry| entry["block"]["number"] = 20.into()), "have to come after"),
		(changed(&|entry| entry["setId"] = 2.into()), "have to come after"),
		(changed(&|entry| entry["setId"] = 0.into()), "setId 0"),
	];
	for (wrong, reason) in cases {
		let error = chain_spec(Some(json!([entry(), wrong]))).map(|_| ()).unwrap_err();
		assert!(error.contains("authorityHardForks, entry 2: "), "{reason}: {error}");
		assert!(error.contains(reason), "{reason}: {error}");
		assert!(error.contains("linli-node hard-fork"), "{reason}: {error}");
	}
	let error = chain_spec(Some(json!({}))).map(|_| ()).unwrap_err();
	assert!(error.contains("expected a sequence"), "{error}");
}
