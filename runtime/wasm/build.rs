// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime as Wasm with the metadata hash in `RUNTIME_METADATA_HASH`, from which
//! `frame-metadata-hash-extension` takes it. Without the variable nothing is built.

use std::{env, path::Path};
use substrate_wasm_builder::WasmBuilder;

/// The variable, with the hash in hexadecimal digits.
const HASH: &str = "RUNTIME_METADATA_HASH";

fn main() {
	println!("cargo:rerun-if-env-changed={HASH}");
	println!("cargo:rerun-if-changed=build.rs");
	let Ok(hash) = env::var(HASH) else { return };
	let runtime = Path::new(env!("CARGO_MANIFEST_DIR"))
		.join("../Cargo.toml")
		.canonicalize()
		.unwrap_or_else(|error| panic!("the runtime's Cargo.toml is not where it was: {error}"));
	WasmBuilder::new()
		.with_project(runtime)
		.unwrap_or_else(|error| panic!("{error}"))
		.import_memory()
		.export_heap_base()
		// The file is named for the hash, so that none is taken for another.
		.set_file_name(hash)
		.build();
}
