//! What calls and storage cost, as `scripts/bench.sh` measured them.

pub mod pallet_balances;
pub mod pallet_linli_cashier;
pub mod pallet_linli_fund;
pub mod pallet_multisig;
pub mod storage;
