// SPDX-License-Identifier: GPL-3.0-or-later

//! Whether a validator can sign: its keystore holds a key of the current set for blocks (Aura) and for finality
//! (GRANDPA).
//!
//! One that waits to be admitted, or was dropped, is in the same state as one with another community's keys; the
//! sentence covers all. The check runs for as long as the node does, because the set changes.

use super::board::{Board, Trouble};
use crate::client::FullClient;
use futures_timer::Delay;
use linli_runtime::opaque::Block;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthorityId as AuraId, AuraApi};
use sp_consensus_grandpa::GrandpaApi;
use sp_core::crypto::{key_types, ByteArray};
use sp_keystore::KeystorePtr;
use std::{
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};

/// The time between two checks.
const EVERY: Duration = Duration::from_secs(60);

/// The number of keys that a sentence names.
const SHOWN: usize = 8;

/// Checks until the node ends.
pub async fn watch(client: Arc<FullClient>, keystore: KeystorePtr, folder: Option<PathBuf>, board: Board) {
	loop {
		match keys(&client, &keystore) {
			Ok((blocks, finality)) => {
				board.report(Trouble::NoKey, sentence(&blocks, &finality, folder.as_deref()));
			}
			// While a node syncs by warp proof there is no state to ask.
			Err(error) => log::debug!("The set of validators cannot be read: {error}"),
		}
		Delay::new(EVERY).await;
	}
}

/// The keys of one kind.
#[derive(Debug, Default)]
struct Keys {
	/// Those of the current set.
	set: Vec<Vec<u8>>,
	/// Those in the keystore.
	own: Vec<Vec<u8>>,
}

impl Keys {
	fn meet(&self) -> bool {
		self.own.iter().any(|key| self.set.contains(key))
	}
}

fn keys(client: &FullClient, keystore: &KeystorePtr) -> Result<(Keys, Keys), sp_api::ApiError> {
	let best = client.info().best_hash;
	let api = client.runtime_api();
	let blocks: Vec<AuraId> = AuraApi::<Block, AuraId>::authorities(&*api, best)?;
	let finality = GrandpaApi::<Block>::grandpa_authorities(&*api, best)?;
	let bytes = |keys: Vec<sp_core::sr25519::Public>| keys.iter().map(ByteArray::to_raw_vec).collect();
	Ok((
		Keys {
			set: blocks.iter().map(ByteArray::to_raw_vec).collect(),
			own: bytes(keystore.sr25519_public_keys(key_types::AURA)),
		},
		Keys {
			set: finality.iter().map(|(key, _)| key.to_raw_vec()).collect(),
			own: keystore.ed25519_public_keys(key_types::GRANDPA).iter().map(ByteArray::to_raw_vec).collect(),
		},
	))
}

/// What to say of these keys, or `None` if the validator can sign.
fn sentence(blocks: &Keys, finality: &Keys, folder: Option<&Path>) -> Option<String> {
	let place = folder.map_or_else(|| "memory".into(), |folder| folder.display().to_string());
	let set = short(&blocks.set);
	match (blocks.meet(), finality.meet()) {
		(true, true) => None,
		(true, false) => Some(format!(
			"This validator makes blocks and cannot vote on their finality: its keystore ({place}) has the key for blocks \
			and none of the keys for finality {}. Copy the whole folder `keystore` that `join-key` or `community new` made.",
			short(&finality.set)
		)),
		(false, true) => Some(format!(
			"This validator votes on finality and cannot make blocks: its keystore ({place}) has the key for finality and \
			none of the keys for blocks {set}. Copy the whole folder `keystore` that `join-key` or `community new` made."
		)),
		(false, false) if blocks.own.is_empty() && finality.own.is_empty() => Some(format!(
			"This validator cannot make blocks: its keystore ({place}) is empty; the current set has the keys {set}. Name \
			the folder with this validator's keys by --keystore-path, or leave --validator out to run a full node."
		)),
		(false, false) => Some(format!(
			"This validator cannot make blocks: none of the keys in its keystore ({place}) {} is one of the current set \
			{set}. If it waits to be admitted, nothing need be done; else it was dropped, or the keys are another \
			community's: name the right folder by --keystore-path, or leave --validator out to run a full node.",
			short(&blocks.own)
		)),
	}
}

/// Keys in short: enough to compare by eye.
fn short(keys: &[Vec<u8>]) -> String {
	let mut names: Vec<_> = keys
		.iter()
		.take(SHOWN)
		.map(|key| {
			let text = hex::encode(key);
			format!("0x{}…{}", text.get(..6).unwrap_or(&text), text.get(text.len().saturating_sub(4)..).unwrap_or(""))
		})
		.collect();
	if keys.len() > SHOWN {
		names.push("…".into());
	}
	format!("({})", names.join(", "))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn keys(set: &[u8], own: &[u8]) -> Keys {
		let of = |bytes: &[u8]| bytes.iter().map(|byte| vec![*byte; 32]).collect();
		Keys { set: of(set), own: of(own) }
	}

	fn say(blocks: Keys, finality: Keys) -> String {
		sentence(&blocks, &finality, Some(Path::new("keys/keystore"))).unwrap_or_default()
	}

	#[test]
	fn a_validator_of_the_set_is_well() {
		assert_eq!(sentence(&keys(&[1, 2], &[9, 2]), &keys(&[3, 4], &[4]), None), None);
	}

	#[test]
	fn others_are_told_what_is_missing() {
		let empty = say(keys(&[1, 2], &[]), keys(&[3], &[]));
		assert!(empty.contains("(keys/keystore) is empty") && empty.contains("--keystore-path"), "{empty}");
		assert!(empty.contains("0x010101…0101, 0x020202…0202"), "{empty}");

		let foreign = say(keys(&[1], &[7]), keys(&[3], &[8]));
		assert!(foreign.contains("0x070707…0707") && foreign.contains("another community's"), "{foreign}");

		let half = say(keys(&[1], &[1]), keys(&[3], &[]));
		assert!(half.contains("cannot vote") && half.contains("0x030303…0303"), "{half}");
		let half = say(keys(&[1], &[]), keys(&[3], &[3]));
		assert!(half.contains("cannot make blocks") && half.contains("0x010101…0101"), "{half}");
	}

	#[test]
	fn many_keys_are_cut() {
		assert_eq!(short(&vec![vec![1; 32]; 9]).matches("0x").count(), SHOWN);
		assert_eq!(short(&[]), "()");
	}
}
