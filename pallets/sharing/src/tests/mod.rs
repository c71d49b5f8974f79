// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, one file per theme.

mod agenda;
mod booking;
mod calendar;
mod claims;
mod devices;
mod households;
mod invariants;
mod leaving;
mod life;
mod listing;
mod panels;
mod properties;
mod ratings;
mod refunds;
mod series;
mod standstills;
mod transitions;
mod views;
