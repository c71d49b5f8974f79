// SPDX-License-Identifier: Apache-2.0

//! Money.

/// An amount in fen, 1/100 of the currency: 2.80 is 280. Every fen on chain is a receipt for one in the bank (D1).
pub type Fen = u128;
