// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, one file per theme.

mod agenda;
mod blocks;
mod booking;
mod calendar;
mod claims;
mod devices;
mod extensions;
mod households;
mod invariants;
mod leaving;
mod life;
mod listing;
mod no_shows;
mod panels;
mod properties;
mod ratings;
mod refunds;
mod rights;
mod secrets;
mod series;
mod standstills;
mod transitions;
mod views;
