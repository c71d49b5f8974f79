// SPDX-License-Identifier: Apache-2.0

//! The pallets' runtime APIs that the node itself asks, with the types of their answers. Clients ask the same ones.

pub use pallet_linli_cashier::api::CashierApi;
pub use pallet_linli_committee::{api::CommitteeApi, types::CommitteeView};
pub use pallet_linli_community::api::CommunityApi;
pub use pallet_linli_expenses::api::ExpensesApi;
pub use pallet_linli_fees::api::FeesApi;
pub use pallet_linli_fund::{api::FundApi, PotKind};
pub use pallet_linli_governance::{api::GovernanceApi, types::Phase};
pub use pallet_linli_validators::{api::ValidatorsApi, types::ValidatorState};

/// A call as the governance pallet keeps it.
pub type BoundedCall = pallet_linli_governance::BoundedCallOf<crate::Runtime>;
