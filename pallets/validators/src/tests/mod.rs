// SPDX-License-Identifier: Apache-2.0

//! Tests of the validators, by theme.

mod alive;
mod announcers;
mod aura;
mod bootstrap;
mod genesis;
mod invariants;
mod keys;
mod properties;
mod revival;
mod roll;
mod rotation;
mod silence;
mod views;
mod votes;
