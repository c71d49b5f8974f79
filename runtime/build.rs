// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime as Wasm, which is stored on chain. Those of a release, which hold a metadata hash each, are built
//! by `wasm/`.

fn main() {
	#[cfg(feature = "std")]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}
