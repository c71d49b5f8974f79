// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and shows. None of them depends on `Config`.

mod audit;
mod budget;
mod expense;
mod invoice;
mod limit;
mod movement;
mod rules;
mod state;

pub use audit::{Audit, AuditKey, AuditState};
pub use budget::{Budget, BudgetView, Line, LineName, NewLine};
pub use expense::{Approval, Approvals, EmergencyKind, Expense, Heading, Lane, Payee, Purpose, Related, Supplier};
pub use invoice::{StatedInvoice, SupplierInvoice, MAX_PARTS};
pub use limit::{Limit, MonthSums, MONTHS};
pub use movement::Movement;
pub use rules::{Approver, EmergencyRules, ExpenseRules, RulesError, Tier, MAX_SPAN, MAX_TIERS};
pub use state::{Payment, Reference, State, Step};
