// SPDX-License-Identifier: GPL-3.0-or-later

//! The first lines of the log: which chain, which genesis, which revivals of finality its chain spec names, in which
//! role. Two nodes that do not find each other differ in one of the first two.

use crate::hard_forks::HardForks;
use linli_runtime::Hash;
use sc_service::Configuration;

/// Writes the lines.
pub fn write(config: &Configuration, genesis: Hash) {
	log::info!("⛓  Chain: {} (id {}), genesis {genesis:?}", config.chain_spec.name(), config.chain_spec.id());
	for fork in HardForks::of(&*config.chain_spec).iter() {
		let (number, hash) = (fork.block.number, fork.block.hash);
		log::info!("⛓  Revival of finality: block {number} ({hash:?}) begins set {} of the validators", fork.set_id);
	}
	log::info!("👤 Role: {}", role(config.role.is_authority(), config.keystore.path().map(|path| path.display())));
}

fn role(validator: bool, keystore: Option<impl std::fmt::Display>) -> String {
	match (validator, keystore) {
		(true, Some(keystore)) => format!("validator, signing with the keys in {keystore}"),
		(true, None) => "validator, with its keys in memory".into(),
		(false, _) => "full node: it checks every block and makes none".into(),
	}
}

#[cfg(test)]
mod tests {
	use super::role;

	#[test]
	fn the_role_is_told_in_words() {
		assert_eq!(role(true, Some("keys/keystore")), "validator, signing with the keys in keys/keystore");
		assert!(role(false, Some("keys")).starts_with("full node"));
	}
}
