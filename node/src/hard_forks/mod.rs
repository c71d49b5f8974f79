// SPDX-License-Identifier: GPL-3.0-or-later

//! Authority hard forks: how nodes follow a revival of finality (D44).
//!
//! A revival starts GRANDPA again with a *forced* change of its voters. Nobody of the set before agreed to it, so the
//! chain of proofs that leads from genesis to today's voters ends there. Nodes that were running and nodes that
//! synchronise in full see the change in the blocks; one that synchronises by warp proofs sees only proofs, and refuses
//! those that follow. The chain spec therefore names each forced change under `authorityHardForks`, as it names the
//! first validators.
//!
//! - [`spec`]: the entries of the chain spec; [`check`]: whether they agree with the node's own chain
//! - [`warp`]: warp sync that begins at the last hard fork; [`gap`]: the import of the blocks before it, afterwards
//! - [`record`]: the forced changes that a node's database holds; [`command`]: `linli-node hard-fork`, which writes
//!   them into a chain spec

pub mod check;
pub mod command;
pub mod gap;
mod record;
pub mod spec;
pub mod warp;

#[cfg(test)]
pub mod test_chain;
#[cfg(test)]
mod tests;

pub use spec::{HardFork, HardForks};
