// SPDX-License-Identifier: Apache-2.0

//! Tests of the validators, by theme.

mod aura;
mod genesis;
mod invariants;
mod keys;
mod revival;
mod roll;
mod rotation;
mod silence;
mod views;
mod votes;
