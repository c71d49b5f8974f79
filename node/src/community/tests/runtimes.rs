// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;

const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

#[test]
fn the_founder_is_told_whether_hardware_wallets_can_sign_and_why_not() {
	for language in LANGUAGES {
		let text = |found, listed: &[&str]| said("GBP", found, listed, language);
		assert!(text(true, &[]).contains("GBP"));
		assert!(text(false, &[]).contains("scripts/release.sh"));
		let other = text(false, &["AUD", "CNY"]);
		assert!(other.contains("AUD") && other.contains("CNY") && other.contains("GBP"), "{other}");
		assert!(!other.contains("release.sh"), "{other}");
	}
}

#[test]
fn a_currency_gets_its_own_runtime_or_the_plain_one() {
	let Ok(plain) = runtimes::plain() else {
		// Without Wasm there is no chain to make, and the error says so.
		let error = choose("GBP", Language::English).err().map(|error| error.to_string());
		assert!(error.is_some_and(|error| error.contains("SKIP_WASM_BUILD")));
		return;
	};
	let (runtime, _) = choose("GBP", Language::English).unwrap();
	assert!(runtime == plain);
	for released in runtimes::released() {
		let (runtime, said) = choose(released.currency.unwrap(), Language::English).unwrap();
		assert!(runtime == released && runtime.wasm != plain.wasm, "{said}");
	}
}

/// Without a Wasm file, the smallest module there is stands in for the code.
#[test]
fn a_code_that_is_no_runtime_is_refused() {
	assert!(Description::of(b"\0asm\x01\0\0\0").is_err());
	assert!(Description::of(b"").is_err());
}

#[test]
fn the_list_names_every_file_and_the_sums_are_those_of_b2sum() {
	let Ok(plain) = runtimes::plain() else { return };
	let files = [File::of(plain).unwrap()];
	let list: Value = serde_json::from_str(&manifest(&files)).unwrap();
	let row = &list["runtimes"][0];
	assert_eq!(list["decimals"], 2);
	assert_eq!(row["specVersion"], linli_runtime::VERSION.spec_version);
	assert_eq!(row["bytes"], plain.wasm.len());
	assert_eq!((&row["currency"], &row["metadataHash"]), (&Value::Null, &Value::Null));
	let hash = row["codeHash"].as_str().unwrap().trim_start_matches("0x");
	assert_eq!(sums(&files), format!("{hash}  linli-runtime.wasm\n"));
	assert_eq!(hash, hex::encode(sp_io::hashing::blake2_256(plain.wasm)));

	let hashes = ["CNY", "USD"].map(|currency| files[0].description.metadata_hash(currency).unwrap());
	assert_ne!(hashes[0], hashes[1]);
}
