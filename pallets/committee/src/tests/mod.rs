// SPDX-License-Identifier: Apache-2.0

//! Tests of the committee, by theme.

mod by_elections;
mod invariants;
mod members;
mod motions;
mod origin;
mod properties;
mod seats;
mod term;
mod vacancies;
mod views;
