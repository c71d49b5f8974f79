// SPDX-License-Identifier: Apache-2.0

//! Types that governance stores and shows. None depends on `Config`.

pub mod ballot;
pub mod certificate;
pub mod class;
pub mod proposal;
pub mod room;
pub mod rule_book;
pub mod tract;
pub mod view;

pub use ballot::{Ballot, Channel, ChannelKind, Contest, Delivery, Paper, Poll, Proxy, Receipt, Settlement};
pub use certificate::Certificate;
pub use class::{ClassId, DecisionClass, Level, Stage};
pub use linli_primitives::{Buildings, Candidate, ProposalId, MAX_BUILDINGS, MAX_CANDIDATES};
pub use proposal::{
	Annulment, Challenge, Failure, Judgment, Nomination, Options, Overruling, Phase, Place, Postponement, Proposal,
	Proposer, Question, State, Subject, MAX_CALL_LEN, MAX_OPTIONS, MAX_PLACE,
};
pub use room::{Listing, Quota, Room};
pub use rule_book::{Matter, RuleBook, RuleBookError};
pub use tract::{TractPoll, TractResult, MAX_TRACTS};
pub use view::{ElectorateView, OpenProposal, Permits};

/// The version of a rule book, from 0.
pub type RuleBookVersion = u32;
