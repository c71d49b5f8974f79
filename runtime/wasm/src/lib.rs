// SPDX-License-Identifier: Apache-2.0

//! The runtime's Wasm with a metadata hash, by which hardware wallets check what they show. `scripts/release.sh` builds
//! it for each currency of a release; the work is done by `build.rs`.
//!
//! It is a crate of its own because the hash changes nothing in the runtime's native code: here only the Wasm is
//! compiled, and an ordinary build compiles nothing of it. The SDK's own `enable_metadata_hash` was weighed: it
//! compiles the runtime twice for each currency, brings an executor into the build, and keeps the hash, which a release
//! has to publish, to itself.
#![no_std]
