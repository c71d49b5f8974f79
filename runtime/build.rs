// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime as Wasm, the form in which the chain carries it.

fn main() {
	#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();

	// Wallets without the metadata check its hash instead. It costs minutes, so releases alone carry it.
	#[cfg(all(feature = "std", feature = "metadata-hash"))]
	substrate_wasm_builder::WasmBuilder::init_with_defaults().enable_metadata_hash("CNY", 2).build();
}
