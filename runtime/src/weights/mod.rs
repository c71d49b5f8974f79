// SPDX-License-Identifier: Apache-2.0

//! What calls and storage cost, as `scripts/bench.sh` measured them.

pub mod pallet_balances;
pub mod pallet_linli_bootstrap;
pub mod pallet_linli_cashier;
pub mod pallet_linli_committee;
pub mod pallet_linli_community;
pub mod pallet_linli_deposits;
pub mod pallet_linli_expenses;
pub mod pallet_linli_fees;
pub mod pallet_linli_fund;
pub mod pallet_linli_governance;
pub mod pallet_linli_meters;
pub mod pallet_linli_projects;
pub mod pallet_linli_registry;
pub mod pallet_linli_repair;
pub mod pallet_linli_sharing;
pub mod pallet_linli_validators;
pub mod pallet_multisig;
pub mod pallet_preimage;
pub mod storage;
