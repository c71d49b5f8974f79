// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime as Wasm, which is stored on chain.

fn main() {
	#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();

	// Wallets check the metadata hash instead of the metadata. Computing it takes minutes, so only releases include it.
	#[cfg(all(feature = "std", feature = "metadata-hash"))]
	substrate_wasm_builder::WasmBuilder::init_with_defaults().enable_metadata_hash("CNY", 2).build();
}
