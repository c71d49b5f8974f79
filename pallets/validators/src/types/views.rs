// SPDX-License-Identifier: Apache-2.0

//! What the runtime API returns.

use super::{Accounts, Announcer, DropCause, RevivalPhase};
use codec::{Decode, Encode};
use linli_primitives::{Moment, ProposalId};
use scale_info::TypeInfo;

/// A validator as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ValidatorView<AccountId> {
	/// The account of its operator.
	pub account: AccountId,
	/// Its state.
	pub state: ValidatorState,
	/// The decision that last added or readmitted it; `None` if only genesis or the bootstrap key did.
	pub decision: Option<ProposalId>,
	/// When it was added or readmitted, in ms.
	pub since: Moment,
	/// Since when it has been in the set of the current session, in ms; `None` if it is not.
	pub serving_since: Option<Moment>,
	/// When it last wrote a block, in ms; `None` if it never did.
	pub last_authored: Option<Moment>,
	/// How many blocks it wrote.
	pub blocks: u64,
	/// Whether it is to serve and has written a block in the last 15 minutes, since it joined. Another one that does is
	/// needed before it can be removed.
	pub alive: bool,
	/// Since when a serving validator has been silent, in ms; `None` if it is not, or for less than 24 hours of lived
	/// time.
	pub silent_since: Option<Moment>,
}

/// The state of a validator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum ValidatorState {
	/// The owners decided on it, and its operator has to set its keys (`session.set_keys`).
	#[codec(index = 0)]
	AwaitingKeys,
	/// Its keys are set: it joins the set when the session after the next begins, at the latest.
	#[codec(index = 1)]
	Joining,
	/// It is in the set.
	#[codec(index = 2)]
	Serving,
	/// It was dropped, and is in the set until the session after the next begins, at the latest.
	#[codec(index = 3)]
	Leaving {
		/// The cause.
		cause: DropCause,
		/// When it was dropped, in ms.
		at: Moment,
	},
	/// It was dropped and is out of the set. The owners can readmit it.
	#[codec(index = 4)]
	Dropped {
		/// The cause.
		cause: DropCause,
		/// When it was dropped, in ms.
		at: Moment,
	},
}

/// A pending revival of finality as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RevivalView<AccountId, BlockNumber, Hash> {
	/// The number of the last finalized block.
	pub number: BlockNumber,
	/// Its hash. Compare it with the nodes' own.
	pub hash: Hash,
	/// The validators dropped in the same act.
	pub drop: Accounts<AccountId>,
	/// When it was announced, in ms.
	pub announced: Moment,
	/// How long it stays in public from now, in ms of lived time; zero when it takes hold with the next session.
	pub remaining: Moment,
	/// Who announced it.
	pub by: Announcer,
	/// How far it has got.
	pub phase: RevivalPhase,
}
