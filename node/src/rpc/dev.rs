// SPDX-License-Identifier: GPL-3.0-or-later

//! `dev_newBlock` and `dev_timeTravel`, named and used as in Chopsticks. They exist only with `--sealing`.

use crate::{
	client::FullClient,
	sealing::{
		clock::{self, Clock},
		engine::{time_of, Sealer},
	},
};
use jsonrpsee::{
	core::{async_trait, RpcResult},
	proc_macros::rpc,
	types::{
		error::{INTERNAL_ERROR_CODE, INVALID_PARAMS_CODE},
		ErrorObjectOwned,
	},
	Extensions,
};
use linli_runtime::{BlockNumber, Hash};
use sc_rpc_api::check_if_safe;
use serde::Deserialize;
use sp_blockchain::HeaderBackend;
use std::{fmt::Display, sync::Arc};

/// The maximum number of blocks in one request: more would keep the caller waiting for minutes.
const MAX_BLOCKS: u32 = 10_000;

/// The number of blocks to make: one by default.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewBlock {
	/// The number of blocks.
	pub count: Option<u32>,
	/// The number of the last block to make.
	pub to: Option<BlockNumber>,
	/// Whether they are final at once, which is the default. If none is, validators that get this node's database can
	/// go on from it: their votes on what is final begin with the first block.
	pub finalize: Option<bool>,
}

impl NewBlock {
	/// The number of blocks to make on top of the block number `best`.
	fn blocks(self, best: BlockNumber) -> Result<u32, String> {
		let blocks = match (self.count, self.to) {
			(Some(_), Some(_)) => return Err("give `count` or `to`, not both".into()),
			(None, None) => 1,
			(Some(0), None) => return Err("`count` is at least 1".into()),
			(Some(count), None) => count,
			(None, Some(to)) => to
				.checked_sub(best)
				.filter(|blocks| *blocks > 0)
				.ok_or_else(|| format!("`to` is after the last block, which is {best}; {to} is not"))?,
		};
		if blocks > MAX_BLOCKS {
			return Err(format!("{blocks} blocks are too many for one request: at most {MAX_BLOCKS}"));
		}
		Ok(blocks)
	}
}

/// Methods to drive a chain whose blocks are made on request. They are unsafe: external callers are refused.
#[rpc(server)]
pub trait DevApi {
	/// Makes blocks, one by default, and returns the hash of the last. They are final at once, unless `finalize` is
	/// false.
	#[method(name = "dev_newBlock", with_extensions)]
	async fn new_block(&self, params: Option<NewBlock>) -> RpcResult<Hash>;

	/// Sets the time of the next block (an ISO date, or milliseconds since 1970), and returns it in milliseconds. From
	/// there the chain's time advances with the wall clock.
	#[method(name = "dev_timeTravel", with_extensions)]
	async fn time_travel(&self, date: serde_json::Value) -> RpcResult<u64>;
}

/// Dependencies of `dev_*`.
#[derive(Clone)]
pub struct DevDeps {
	/// Makes the blocks.
	pub sealer: Sealer,
	/// Provides the time of blocks.
	pub clock: Arc<Clock>,
}

/// The methods' implementation.
pub struct Dev {
	client: Arc<FullClient>,
	deps: DevDeps,
}

impl Dev {
	/// Creates the methods for this client's chain.
	pub fn new(client: Arc<FullClient>, deps: DevDeps) -> Self {
		Self { client, deps }
	}
}

#[async_trait]
impl DevApiServer for Dev {
	async fn new_block(&self, ext: &Extensions, params: Option<NewBlock>) -> RpcResult<Hash> {
		check_if_safe(ext)?;
		let info = self.client.info();
		let params = params.unwrap_or_default();
		let blocks = params.blocks(info.best_number).map_err(invalid)?;
		let mut last = info.best_hash;
		for _ in 0..blocks {
			last = self.deps.sealer.seal(true, params.finalize.unwrap_or(true)).await?;
		}
		Ok(last)
	}

	async fn time_travel(&self, ext: &Extensions, date: serde_json::Value) -> RpcResult<u64> {
		check_if_safe(ext)?;
		let to = clock::parse(&date).map_err(invalid)?;
		let last = time_of(&self.client, self.client.info().best_hash).map_err(internal)?;
		self.deps.clock.travel(to, last, clock::wall()).map_err(invalid)?;
		Ok(to)
	}
}

fn invalid(error: impl Display) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(INVALID_PARAMS_CODE, error.to_string(), None::<()>)
}

fn internal(error: impl Display) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(INTERNAL_ERROR_CODE, error.to_string(), None::<()>)
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	fn blocks(params: serde_json::Value, best: BlockNumber) -> Result<u32, String> {
		let params: Option<NewBlock> = serde_json::from_value(params).map_err(|error| error.to_string())?;
		params.unwrap_or_default().blocks(best)
	}

	#[test]
	fn blocks_are_counted() {
		assert_eq!(blocks(json!(null), 7), Ok(1));
		assert_eq!(blocks(json!({}), 7), Ok(1));
		assert_eq!(blocks(json!({ "count": 3 }), 7), Ok(3));
		assert_eq!(blocks(json!({ "to": 10, "finalize": false }), 7), Ok(3));
		assert_eq!(blocks(json!({ "count": MAX_BLOCKS }), 7), Ok(MAX_BLOCKS));
	}

	#[test]
	fn wrong_requests_are_explained() {
		for (params, why) in [
			(json!({ "count": 0 }), "at least 1"),
			(json!({ "count": 10_001 }), "at most 10000"),
			(json!({ "count": -1 }), "invalid"),
			(json!({ "count": 1, "to": 9 }), "not both"),
			(json!({ "to": 7 }), "the last block, which is 7"),
			(json!({ "to": u32::MAX }), "too many"),
			(json!({ "transactions": [] }), "unknown field `transactions`"),
		] {
			let error = blocks(params.clone(), 7).expect_err("wrong");
			assert!(error.contains(why), "{params}: {error}");
		}
	}
}
