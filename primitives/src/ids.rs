// SPDX-License-Identifier: Apache-2.0

//! Identifiers on chain. Ids are assigned in order from 0 and never reused.

use sp_core::H256;

/// A unit: a flat, shop, parking space or storage room.
pub type UnitId = u32;

/// One legal owner of one or more units.
pub type OwnerId = u32;

/// A building, numbered as in the roster.
pub type BuildingId = u16;

/// A charge: a rule by which bills are issued.
pub type ChargeId = u32;

/// A pot of the community's money.
pub type PotId = u16;

/// A pot's ledger entry, counted from 0 within that pot.
pub type EntryId = u64;

/// A payment of bills, counted from 0 across the chain.
pub type PaymentId = u64;

/// A proposal to the owners' assembly, counted from 0.
pub type ProposalId = u32;

/// An expense of the community, counted from 0.
pub type ExpenseId = u32;

/// A payment that the cashier was asked to make at the bank, counted from 0.
pub type OrderId = u64;

/// A line of a year's budget, counted from 0 within that year.
pub type LineId = u16;

/// A project whose money lies in escrow, counted from 0.
pub type ProjectId = u32;

/// A milestone, counted from 0 within its project.
pub type MilestoneId = u8;

/// A booking of a shared resource, counted from 0.
pub type BookingId = u64;

/// A meter, counted from 0.
pub type MeterId = u32;

/// A bank account of the community, numbered as its office does; account 0 is there from the first block.
pub type BankId = u8;

/// A refundable deposit, counted from 0.
pub type DepositId = u32;

/// BLAKE2b-256 over a salt and a text that stays off chain: a label, a name, bank details.
pub type Commitment = H256;

/// BLAKE2b-256 of a document that is kept off chain.
pub type ContentHash = H256;
