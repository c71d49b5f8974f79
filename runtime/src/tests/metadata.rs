// SPDX-License-Identifier: Apache-2.0

//! Compares the metadata with its fingerprint in `metadata.lock`, and checks that versions rise where it changes, as
//! `docs/releases.md` requires.

use super::*;
use codec::{Decode, Encode};
use core::fmt;
use frame_metadata::{
	v14::StorageEntryType,
	v16::{PalletMetadata, RuntimeMetadataV16},
	RuntimeMetadata, RuntimeMetadataPrefixed,
};
use frame_support::traits::{GetStorageVersion, PalletsInfoAccess, StorageVersion};
use scale_info::{form::PortableForm, Field, PortableRegistry, Type, TypeDef};
use serde_json::Value;
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::{Path, PathBuf},
};

/// Renews the fingerprint. Named in the test's failure and in `docs/releases.md`.
const COMMAND: &str = "bash scripts/renew-lock.sh";

/// Types that list what the pallets have, such as `RuntimeCall`. They grow with every addition to a pallet; their items
/// are compared one by one.
const OUTER: [&str; 9] = [
	"RuntimeCall",
	"RuntimeEvent",
	"RuntimeError",
	"RuntimeHoldReason",
	"RuntimeFreezeReason",
	"RuntimeSlashReason",
	"RuntimeLockId",
	"RuntimeTask",
	"OriginCaller",
];

/// The parts of a runtime that others rely on, in a form short enough to be compared and stored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Fingerprint {
	spec_version: u32,
	transaction_version: u32,
	/// Hash of the metadata without its documentation.
	metadata: String,
	/// Hash of the parts of a transaction around its call: address, signature, extensions in order.
	envelope: String,
	/// Storage version of each of our pallets.
	storage_versions: BTreeMap<String, u16>,
	/// Hash of each storage item's key, value and prefix.
	storage: BTreeMap<String, String>,
	/// Hash of each call's arguments, by its two indices.
	calls: BTreeMap<String, String>,
}

impl Fingerprint {
	/// The fingerprint of this runtime.
	fn now() -> Self {
		// A constant may be read from storage; without state it has its default.
		let opaque = sp_io::TestExternalities::default().execute_with(|| Runtime::metadata_at_version(16));
		let opaque = opaque.expect("the SDK supports it");
		let prefixed = RuntimeMetadataPrefixed::decode(&mut &opaque[..]).expect("it was just encoded");
		let RuntimeMetadata::V16(metadata) = prefixed.1 else { panic!("version 16 was asked for") };
		let shapes = Shapes(&metadata.types);

		let ours = [
			("Registry", Registry::in_code_storage_version()),
			("Fund", Fund::in_code_storage_version()),
			("Cashier", Cashier::in_code_storage_version()),
			("Fees", Fees::in_code_storage_version()),
			("Governance", Governance::in_code_storage_version()),
			("Repair", Repair::in_code_storage_version()),
			("Deposits", Deposits::in_code_storage_version()),
			("Meters", Meters::in_code_storage_version()),
			("Expenses", Expenses::in_code_storage_version()),
			("Projects", Projects::in_code_storage_version()),
			("Sharing", Sharing::in_code_storage_version()),
			("Bootstrap", crate::Bootstrap::in_code_storage_version()),
			("Committee", Committee::in_code_storage_version()),
			("Community", crate::Community::in_code_storage_version()),
			("Validators", Validators::in_code_storage_version()),
		];
		// The SDK exposes the number in this form only.
		let number = |version: StorageVersion| u16::decode(&mut &version.encode()[..]).expect("it is a u16");
		Self {
			spec_version: VERSION.spec_version,
			transaction_version: VERSION.transaction_version,
			metadata: digest(&without_docs(serde_json::to_value(&metadata).expect("it is plain data"))),
			envelope: digest(&shapes.envelope(&metadata)),
			storage_versions: ours.into_iter().map(|(name, version)| (name.into(), number(version))).collect(),
			storage: metadata.pallets.iter().flat_map(|pallet| shapes.storage(pallet)).collect(),
			calls: metadata.pallets.iter().flat_map(|pallet| shapes.calls(pallet)).collect(),
		}
	}

	fn read(path: &Path) -> Option<Self> {
		fs::read_to_string(path).ok().map(|text| Self::parse(&text).unwrap_or_else(|line| panic!("{path:?}: {line}")))
	}

	/// Parses the output of `Display`; the error is the first unreadable line.
	fn parse(text: &str) -> Result<Self, String> {
		let mut fingerprint = Self::default();
		for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
			let words: Vec<_> = line.split_whitespace().collect();
			let number = |text: &str| text.parse::<u32>().map_err(|_| line.to_string());
			match words[..] {
				["spec_version", version] => fingerprint.spec_version = number(version)?,
				["transaction_version", version] => fingerprint.transaction_version = number(version)?,
				["metadata", hash] => fingerprint.metadata = hash.into(),
				["envelope", hash] => fingerprint.envelope = hash.into(),
				["pallet", name, version] => {
					let version = u16::try_from(number(version)?).map_err(|_| line.to_string())?;
					fingerprint.storage_versions.insert(name.into(), version);
				}
				["storage", name, hash] => {
					fingerprint.storage.insert(name.into(), hash.into());
				}
				["call", index, name, hash] => {
					fingerprint.calls.insert(index.into(), format!("{name} {hash}"));
				}
				_ => return Err(line.into()),
			}
		}
		Ok(fingerprint)
	}

	/// The versions that should have risen since `released` but have not.
	fn breaches(&self, released: &Self) -> Vec<String> {
		let mut breaches = Vec::new();
		if self.metadata != released.metadata && self.spec_version <= released.spec_version {
			breaches.push(format!("the metadata changed: raise spec_version above {}", released.spec_version));
		}

		let mut transactions: Vec<_> = (released.calls.iter())
			.filter(|(index, call)| self.calls.get(*index) != Some(*call))
			.map(|(index, call)| format!("call {index}, {}", call.split(' ').next().unwrap_or_default()))
			.collect();
		if self.envelope != released.envelope {
			transactions.push("what surrounds a transaction's call".into());
		}
		if !transactions.is_empty() && self.transaction_version <= released.transaction_version {
			breaches.push(format!(
				"transactions changed ({}): raise transaction_version above {}",
				transactions.join("; "),
				released.transaction_version
			));
		}

		for (pallet, version) in &released.storage_versions {
			let prefix = format!("{pallet}.");
			let changed: Vec<_> = (released.storage.iter())
				.filter(|(item, hash)| item.starts_with(&prefix) && self.storage.get(*item) != Some(*hash))
				.map(|(item, _)| item.as_str())
				.collect();
			if !changed.is_empty() && self.storage_versions.get(pallet).is_some_and(|now| now <= version) {
				breaches.push(format!(
					"storage changed ({}): write a migration and raise {pallet}'s STORAGE_VERSION above {version}",
					changed.join(", ")
				));
			}
		}
		breaches
	}
}

impl fmt::Display for Fingerprint {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		writeln!(f, "# The runtime's fingerprint (docs/releases.md). Not to be edited; renew it with: {COMMAND}")?;
		writeln!(f, "\nspec_version {}", self.spec_version)?;
		writeln!(f, "transaction_version {}", self.transaction_version)?;
		writeln!(f, "metadata {}", self.metadata)?;
		writeln!(f, "envelope {}\n", self.envelope)?;
		for (pallet, version) in &self.storage_versions {
			writeln!(f, "pallet {pallet} {version}")?;
		}
		writeln!(f)?;
		for (item, hash) in &self.storage {
			writeln!(f, "storage {item} {hash}")?;
		}
		writeln!(f)?;
		for (index, call) in &self.calls {
			writeln!(f, "call {index} {call}")?;
		}
		Ok(())
	}
}

/// Describes types by their encoding: without ids, which shift with every added type, and without names except those of
/// fields and variants, which clients use.
struct Shapes<'a>(&'a PortableRegistry);

impl Shapes<'_> {
	fn envelope(&self, metadata: &RuntimeMetadataV16) -> String {
		let extrinsic = &metadata.extrinsic;
		let mut text = format!("{:?}", extrinsic.versions);
		for ty in [&extrinsic.address_ty, &extrinsic.signature_ty] {
			self.of(ty.id, &mut text);
		}
		for (version, extensions) in &extrinsic.transaction_extensions_by_version {
			text.push_str(&format!("{version}: {extensions:?}"));
		}
		for extension in &extrinsic.transaction_extensions {
			text.push_str(&extension.identifier);
			self.of(extension.ty.id, &mut text);
			self.of(extension.implicit.id, &mut text);
		}
		text
	}

	fn storage(&self, pallet: &PalletMetadata<PortableForm>) -> Vec<(String, String)> {
		let Some(storage) = &pallet.storage else { return Vec::new() };
		let item = |entry: &frame_metadata::v16::StorageEntryMetadata<PortableForm>| {
			let mut text = format!("{} {:?} ", storage.prefix, entry.modifier);
			match &entry.ty {
				StorageEntryType::Plain(value) => self.of(value.id, &mut text),
				StorageEntryType::Map { hashers, key, value } => {
					text.push_str(&format!("{hashers:?}"));
					self.of(key.id, &mut text);
					self.of(value.id, &mut text);
				}
			}
			(format!("{}.{}", pallet.name, entry.name), digest(&text))
		};
		storage.entries.iter().map(item).collect()
	}

	fn calls(&self, pallet: &PalletMetadata<PortableForm>) -> Vec<(String, String)> {
		let Some(TypeDef::Variant(calls)) = pallet.calls.as_ref().map(|calls| &self.resolve(calls.ty.id).type_def)
		else {
			return Vec::new();
		};
		let call = |call: &scale_info::Variant<PortableForm>| {
			let mut text = String::new();
			self.fields(&call.fields, &mut Vec::new(), &mut text);
			(
				format!("{:03}.{:03}", pallet.index, call.index),
				format!("{}.{} {}", pallet.name, call.name, digest(&text)),
			)
		};
		calls.variants.iter().map(call).collect()
	}

	fn resolve(&self, id: u32) -> &Type<PortableForm> {
		self.0.resolve(id).expect("the registry is complete")
	}

	fn of(&self, id: u32, text: &mut String) {
		self.within(id, &mut Vec::new(), text);
	}

	/// `path` holds the enclosing types, so that recursion ends.
	fn within(&self, id: u32, path: &mut Vec<u32>, text: &mut String) {
		if let Some(up) = path.iter().rev().position(|around| *around == id) {
			text.push_str(&format!("^{up}"));
			return;
		}
		let ty = self.resolve(id);
		if let Some(name) = ty.path.segments.last().filter(|name| OUTER.contains(&name.as_str())) {
			text.push_str(name);
			return;
		}
		path.push(id);
		match &ty.type_def {
			TypeDef::Composite(composite) => self.fields(&composite.fields, path, text),
			TypeDef::Variant(variants) => {
				for variant in &variants.variants {
					text.push_str(&format!("|{} {}", variant.index, variant.name));
					self.fields(&variant.fields, path, text);
				}
			}
			TypeDef::Sequence(sequence) => {
				text.push('*');
				self.within(sequence.type_param.id, path, text);
			}
			TypeDef::Array(array) => {
				text.push_str(&format!("{}x", array.len));
				self.within(array.type_param.id, path, text);
			}
			TypeDef::Tuple(tuple) => {
				text.push('(');
				for part in &tuple.fields {
					self.within(part.id, path, text);
					text.push(',');
				}
				text.push(')');
			}
			TypeDef::Primitive(primitive) => text.push_str(&format!("{primitive:?}")),
			TypeDef::Compact(compact) => {
				text.push('~');
				self.within(compact.type_param.id, path, text);
			}
			TypeDef::BitSequence(bits) => {
				text.push_str("bits");
				self.within(bits.bit_store_type.id, path, text);
				self.within(bits.bit_order_type.id, path, text);
			}
		}
		path.pop();
	}

	fn fields(&self, fields: &[Field<PortableForm>], path: &mut Vec<u32>, text: &mut String) {
		text.push('{');
		for field in fields {
			text.push_str(field.name.as_deref().unwrap_or_default());
			text.push(':');
			self.within(field.ty.id, path, text);
			text.push(',');
		}
		text.push('}');
	}
}

/// The JSON as text in canonical order, without documentation.
fn without_docs(value: Value) -> String {
	match value {
		Value::Object(map) => {
			let fields: BTreeMap<_, _> = (map.into_iter())
				.filter(|(key, _)| !matches!(key.as_str(), "docs" | "typeName" | "deprecation_info"))
				.map(|(key, value)| (key, without_docs(value)))
				.collect();
			format!("{fields:?}")
		}
		Value::Array(list) => format!("{:?}", list.into_iter().map(without_docs).collect::<Vec<_>>()),
		other => other.to_string(),
	}
}

/// 8 bytes of BLAKE2b suffice against accidental collisions, and keep lines short.
fn digest(text: &str) -> String {
	sp_io::hashing::blake2_128(text.as_bytes())[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn file(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[test]
fn metadata_lock_is_of_this_runtime() {
	let (now, path) = (Fingerprint::now(), file("metadata.lock"));
	if std::env::var_os("LINLI_RENEW_LOCK").is_some() {
		fs::write(&path, now.to_string()).expect("the repository can be written");
		return;
	}
	let locked = Fingerprint::read(&path).unwrap_or_default();
	assert!(
		locked == now,
		"The runtime's metadata changed, and runtime/metadata.lock did not. Look at the rules in docs/releases.md, then \
		renew it and commit the difference:\n\n{COMMAND}\n"
	);
}

#[test]
fn versions_rose_since_the_last_release() {
	// Before the first release the file does not exist, and versions stay at 1.
	let Some(released) = Fingerprint::read(&file("metadata.released.lock")) else {
		assert_eq!((VERSION.spec_version, VERSION.transaction_version), (1, 1));
		return;
	};
	let breaches = Fingerprint::now().breaches(&released);
	assert!(breaches.is_empty(), "Since the last release (docs/releases.md):\n- {}\n", breaches.join("\n- "));
}

#[test]
fn every_pallet_of_ours_is_looked_at() {
	let ours: BTreeSet<_> = AllPalletsWithSystem::infos()
		.into_iter()
		.filter(|pallet| pallet.module_name.starts_with("pallet_linli_"))
		.map(|pallet| pallet.name.to_string())
		.collect();
	assert_eq!(Fingerprint::now().storage_versions.into_keys().collect::<BTreeSet<_>>(), ours);
}

#[test]
fn a_fingerprint_is_read_as_it_is_written() {
	let now = Fingerprint::now();
	assert_eq!(Fingerprint::parse(&now.to_string()).as_ref(), Ok(&now));
	assert!(now.calls.len() > 100 && now.storage.len() > 100);
	assert_eq!(Fingerprint::parse("call 040.000"), Err("call 040.000".into()));
}

#[test]
fn changes_without_their_version_are_named() {
	let released = Fingerprint::now();
	assert!(released.breaches(&released).is_empty());
	let breaches = |change: fn(&mut Fingerprint)| {
		let mut next = released.clone();
		next.metadata = "another".into();
		change(&mut next);
		next.breaches(&released)
	};

	assert_eq!(breaches(|_| ()), ["the metadata changed: raise spec_version above 1"]);
	assert!(breaches(|next| next.spec_version = 2).is_empty());
	// An added call breaks no transactions.
	assert!(breaches(|next| {
		next.spec_version = 2;
		next.calls.insert("099.000".into(), "New.call 00".into());
		next.storage.insert("Fees.New".into(), "00".into());
	})
	.is_empty());
	// A removed call does, and so does a changed argument or extension.
	let without_call = |next: &mut Fingerprint| {
		next.spec_version = 2;
		next.calls.retain(|_, call| !call.starts_with("Fees.pay "));
	};
	let found = breaches(without_call);
	assert!(matches!(&found[..], [one] if one.contains("Fees.pay): raise transaction_version above 1")), "{found:?}");
	let found = breaches(|next| {
		next.spec_version = 2;
		next.envelope = "another".into();
	});
	assert!(matches!(&found[..], [one] if one.contains("surrounds a transaction's call")), "{found:?}");
	assert!(breaches(|next| {
		next.spec_version = 2;
		next.transaction_version = 2;
		next.envelope = "another".into();
	})
	.is_empty());
	// A changed or removed storage item needs a migration.
	let item = released.storage.keys().find(|item| item.starts_with("Fees.")).expect("fees store something").clone();
	for change in [None, Some("00".to_string())] {
		let mut next = released.clone();
		next.storage.remove(&item);
		next.storage.extend(change.map(|hash| (item.clone(), hash)));
		let found = next.breaches(&released);
		assert!(
			matches!(&found[..], [one] if one.contains(&item) && one.contains("raise Fees's STORAGE_VERSION above")),
			"{found:?}"
		);
		next.storage_versions.entry("Fees".into()).and_modify(|version| *version += 1);
		assert!(next.breaches(&released).is_empty());
	}
}
