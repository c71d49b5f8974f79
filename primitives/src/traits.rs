// SPDX-License-Identifier: Apache-2.0

//! The interfaces between pallets. Each is named for what its caller needs; the runtime connects them.

mod bank;
mod bootstrap;
mod clock;
mod committee;
mod community;
mod electorate;
mod fund;
mod members;
mod meters;
mod people;
mod receipts;
mod register;
mod repair;

pub use bank::{Attesters, BankOrders, BankOutcomes, BankReceipts, BankStatement, BankStatements};
pub use bootstrap::BootstrapKey;
pub use clock::{Clock, STANDSTILL};
pub use committee::{ByElections, ElectedCommittee, FirstCommittee, SittingCommittee};
pub use community::{CalendarChanged, Community};
pub use electorate::{Electorate, OwnerEligibility};
pub use fund::{ClosedMonths, FundLedger, PotShares};
pub use members::Members;
pub use meters::{LateUse, MeterBills, MeteredUse, Use};
pub use people::{Household, People, Person};
pub use receipts::{Credited, UnitClaims, UnitReceipts, ValueDates};
pub use register::{OnUnitSold, OwnersRegister, UnitDues, UnitView};
pub use repair::{Bearers, RepairShares};
