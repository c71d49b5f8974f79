// SPDX-License-Identifier: Apache-2.0

//! Tests by theme. All invariants are checked after each.

mod arrears;
mod billed_by;
mod billing;
mod calendar;
mod charges;
mod collection;
mod credits;
mod discounts;
mod disputes;
mod invariants;
mod invoices;
mod lines;
mod metered;
mod moves;
mod past;
mod payments;
mod plans;
mod properties;
mod replaced;
mod sale;
mod shared;
mod silence;
mod singles;
mod unit_receipts;
mod value_dates;
mod waivers;
