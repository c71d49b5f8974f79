// SPDX-License-Identifier: GPL-3.0-or-later

//! JSON-RPC methods in addition to those of every Substrate node (`system_*`, `chain_*`, `state_*`, `author_*` and
//! others, which the SDK's service provides).

pub mod dev;
pub mod server;

use crate::client::{FullBackend, FullClient, FullPool};
use jsonrpsee::RpcModule;
use linli_runtime::{opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_grandpa::{FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// Dependencies of `grandpa_*`.
#[derive(Clone)]
pub struct GrandpaDeps {
	/// The state of the current round.
	pub shared_voter_state: SharedVoterState,
	/// The voters.
	pub shared_authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// New proofs of finality.
	pub justification_stream: GrandpaJustificationStream<Block>,
	/// Proofs of finality of older blocks.
	pub finality_provider: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// The kind of finality, which determines the available methods.
#[derive(Clone)]
pub enum Finality {
	/// By votes of validators: `grandpa_*`.
	Grandpa(GrandpaDeps),
	/// Immediate, with blocks made on request: `dev_*`.
	OnSealing(dev::DevDeps),
}

/// Dependencies of the methods.
#[derive(Clone)]
pub struct FullDeps {
	/// The chain.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<FullPool>,
	/// The kind of finality.
	pub finality: Finality,
}

/// Creates all methods beyond those of the SDK's service.
pub fn create_full(
	deps: FullDeps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync>> {
	let FullDeps { client, pool, finality } = deps;
	let mut module = RpcModule::new(());

	module.merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(System::new(client.clone(), pool)))?;
	module.merge(TransactionPaymentApiServer::<Hash, _>::into_rpc(TransactionPayment::new(client.clone())))?;

	match finality {
		Finality::Grandpa(grandpa) => module.merge(
			Grandpa::new(
				executor,
				grandpa.shared_authority_set,
				grandpa.shared_voter_state,
				grandpa.justification_stream,
				grandpa.finality_provider,
			)
			.into_rpc(),
		)?,
		Finality::OnSealing(dev) => module.merge(dev::DevApiServer::into_rpc(dev::Dev::new(client, dev)))?,
	}

	Ok(module)
}
