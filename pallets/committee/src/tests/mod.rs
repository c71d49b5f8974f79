// SPDX-License-Identifier: Apache-2.0

//! Tests of the committee, by theme.

mod invariants;
mod members;
mod motions;
mod properties;
mod seats;
mod term;
mod vacancies;
mod views;
