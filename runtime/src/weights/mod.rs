//! What each call costs on the reference machine, as `scripts/bench.sh weights` measured it in Wasm.
