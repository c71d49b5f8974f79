// SPDX-License-Identifier: Apache-2.0

//! The matter of each call that takes a decision of the owners: the table of the architecture. Where the origins of the
//! pallets are configured, they guard these calls by the same matters; a test compares both over all calls.

use crate::RuntimeCall;
use pallet_linli_governance::{types::Matter, CallMatters};

/// The matters of the calls of all pallets.
pub struct MattersOfCalls;

impl CallMatters<RuntimeCall> for MattersOfCalls {
	fn fits(matter: Matter, call: &RuntimeCall) -> bool {
		use pallet_utility::Call::{batch, batch_all, force_batch, if_else};
		let all_fit = |calls: &[RuntimeCall]| calls.iter().all(|call| Self::fits(matter, call));
		match call {
			RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => all_fit(calls),
			RuntimeCall::Utility(if_else { main, fallback }) => {
				Self::fits(matter, main) && Self::fits(matter, fallback)
			}
			_ => matter_of(call).is_none_or(|needed| needed == matter),
		}
	}

	fn fits_some_buildings(call: &RuntimeCall) -> bool {
		use pallet_utility::Call::{batch, batch_all, force_batch, if_else};
		match call {
			RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => {
				calls.iter().all(Self::fits_some_buildings)
			}
			RuntimeCall::Utility(if_else { main, fallback }) => {
				Self::fits_some_buildings(main) && Self::fits_some_buildings(fallback)
			}
			_ => matter_of(call).is_none() || is_of_those_who_pay(call),
		}
	}
}

/// Whether the owners decide on the call who bear its cost, which may be those of some buildings.
fn is_of_those_who_pay(call: &RuntimeCall) -> bool {
	use pallet_linli_expenses::Call::approve_as_assembly;
	matches!(call, RuntimeCall::Projects(_) | RuntimeCall::Expenses(approve_as_assembly { .. }))
}

/// The matter on which a decision has to be to make the call; `None` if no decision makes it, or anybody can.
pub(crate) fn matter_of(call: &RuntimeCall) -> Option<Matter> {
	use pallet_linli_cashier::Call as Cashier;
	use pallet_linli_community::Call as Community;
	use pallet_linli_expenses::Call as Expenses;
	use pallet_linli_fees::Call as Fees;
	use pallet_linli_projects::Call as Projects;
	use pallet_linli_registry::Call as Registry;
	use pallet_linli_validators::Call as Validators;
	Some(match call {
		RuntimeCall::Cashier(Cashier::set_free_transfers { .. }) => Matter::Transfers,
		RuntimeCall::Cashier(
			Cashier::open_bank { .. } | Cashier::close_bank { .. } | Cashier::set_charges_pot { .. },
		) => Matter::Pots,
		RuntimeCall::Committee(pallet_linli_committee::Call::recall { .. }) => Matter::Committee,
		RuntimeCall::Community(Community::set_utc_offset { .. }) => Matter::Community,
		RuntimeCall::Community(Community::authorize_upgrade { .. } | Community::hand_over { .. }) => Matter::Runtime,
		RuntimeCall::Deposits(pallet_linli_deposits::Call::set_rules { .. }) => Matter::Pots,
		RuntimeCall::Expenses(
			Expenses::set_budget { .. }
			| Expenses::set_rules { .. }
			| Expenses::approve_as_assembly { .. }
			| Expenses::correct_invoice { .. },
		) => Matter::Spending,
		RuntimeCall::Fees(
			Fees::create_charge { .. }
			| Fees::set_rate { .. }
			| Fees::end_charge { .. }
			| Fees::bill_past { .. }
			| Fees::skip_past { .. },
		) => Matter::Charges,
		RuntimeCall::Fees(Fees::set_rules { .. } | Fees::rule_dispute { .. } | Fees::approve_bill { .. }) => {
			Matter::FeeRules
		}
		RuntimeCall::Fund(pallet_linli_fund::Call::open_pot { .. } | pallet_linli_fund::Call::transfer { .. }) => {
			Matter::Pots
		}
		RuntimeCall::Governance(pallet_linli_governance::Call::set_rule_book { .. }) => Matter::RuleBook,
		RuntimeCall::Projects(
			Projects::open { .. }
			| Projects::vary { .. }
			| Projects::rule { .. }
			| Projects::cancel { .. }
			| Projects::rule_claim { .. }
			| Projects::conclude { .. },
		) => Matter::Spending,
		RuntimeCall::Registry(Registry::appoint { .. } | Registry::dismiss { .. }) => Matter::Roles,
		RuntimeCall::Registry(Registry::set_building_area { .. }) => Matter::Register,
		RuntimeCall::Repair(
			pallet_linli_repair::Call::set_rules { .. }
			| pallet_linli_repair::Call::distribute { .. }
			| pallet_linli_repair::Call::release_share { .. },
		) => Matter::RepairFund,
		RuntimeCall::SafeMode(pallet_safe_mode::Call::force_exit { .. }) => Matter::Runtime,
		RuntimeCall::Sharing(pallet_linli_sharing::Call::set_rules { .. }) => Matter::Pots,
		RuntimeCall::Validators(
			Validators::add_validator { .. }
			| Validators::remove_validator { .. }
			| Validators::readmit { .. }
			| Validators::announce_revival { .. }
			| Validators::cancel_revival { .. },
		) => Matter::Roles,
		_ => return None,
	})
}
