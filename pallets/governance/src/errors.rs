// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Why governance refuses.
	#[pallet::error]
	pub enum Error<T> {
		/// The chain has no rule book.
		RuleBookNotFound,
		/// The rule book cannot be lived by: the problem says why.
		InvalidRuleBook(RuleBookError),
		/// There is no proposal of this id.
		ProposalNotFound,
		/// The rule book has no class of this id.
		ClassNotFound,
		/// An election is decided by the class that the rule book names for it.
		InvalidClass,
		/// An election is of the whole community.
		InvalidElectorate,
		/// The rule book does not allow so many seats: see its smallest and largest number, and whether it is odd.
		InvalidSeats,
		/// The rule book does not allow such a term: see its shortest and longest.
		InvalidTerm,
		/// The bytes of the call are no call of this runtime, or it holds calls in calls too deep.
		CallUnreadable,
		/// The call is longer than [`MAX_CALL_LEN`] bytes, or its length is not said: decide it in parts.
		CallTooLong,
		/// Nobody has voting power in these buildings: name others, or none to ask all owners.
		ElectorateIsEmpty,
		/// Owners have homes in too many different sets of buildings for the owners of some to be counted: ask all owners.
		TooManyBuildingSets,
		/// The account acts for no owner: tenants and strangers do not vote.
		NotOwner,
		/// The account is not the owner's representative: the representative votes, or hands over first.
		NotRepresentative,
		/// The owner had no voting units at the record date.
		NotEligibleToVote,
		/// The owner has units, but none in the buildings that decide this.
		NotInElectorate,
		/// Too many proposals are open: wait until one is closed.
		TooManyOpen,
		/// The owner has as many petitions open as it may: withdraw one or wait.
		TooManyPetitions,
		/// Support is not being collected for this proposal.
		NotCollecting,
		/// The time to collect support is over.
		PetitionOver,
		/// The petition still collects support.
		PetitionRunning,
		/// The owner supports this petition already.
		AlreadySupported,
		/// Only who made the proposal may do this.
		NotProposer,
		/// The notice was given: nothing can be changed any more. Withdraw, and propose anew.
		AlreadyAnnounced,
		/// Others support the petition as it is: its text cannot be changed. Withdraw, and begin anew.
		PetitionAlreadySupported,
		/// The petition found the support it needs: it belongs to its supporters, and goes to the vote as it is.
		PetitionAlreadySucceeded,
		/// Votes may be cast already: it cannot be withdrawn.
		VotingAlreadyOpen,
		/// It is over: nothing is left to be withdrawn.
		AlreadyConcluded,
		/// Candidates are not being nominated for this proposal.
		NotNominating,
		/// The time to stand is over.
		NominationOver,
		/// Candidates can still stand: give the notice later.
		NominationRunning,
		/// The owner stands already.
		AlreadyCandidate,
		/// The owner does not stand.
		NotCandidate,
		/// As many stand as a ballot can name: stand when one of them has stepped back.
		TooManyCandidates,
		/// The owner may not stand: it is in arrears.
		NotEligible,
		/// There is no vote on this proposal, yet or ever.
		PollNotFound,
		/// The vote is not open yet: wait until the notice is over.
		VotingNotOpen,
		/// The vote is over.
		VotingOver,
		/// The vote is not over yet.
		VotingNotOver,
		/// This answers another kind of question: approve candidates in an election, else vote for, against or abstain.
		InvalidChoice,
		/// The ballot names a candidate who does not stand.
		CandidateNotFound,
		/// The owner's representative has voted: that ballot counts.
		AlreadyVotedInPerson,
		/// The holder of the owner's proxy has voted: that ballot counts.
		AlreadyVotedByProxy,
		/// The owner has voted on paper: that ballot counts.
		AlreadyVotedOnPaper,
		/// The manager's staff cannot vote for owners, with whatever account: name somebody else.
		HolderIsStaff,
		/// The holder acts for no owner, and only the register knows one person from another: name an owner's account.
		HolderNotOwner,
		/// The holder acts no more for the owner with whom the proxy was counted: revoke it and grant another.
		HolderMoved,
		/// The holder acts for the owner anyway.
		HolderIsSelf,
		/// The holder, with all accounts of the owner whom it acts for, votes for as many owners as the rule book
		/// allows: name somebody else.
		TooManyProxies,
		/// The owner gave a proxy already: revoke it first.
		ProxyAlreadyGranted,
		/// The owner gave no proxy for this proposal.
		ProxyNotFound,
		/// Somebody else holds the owner's proxy.
		NotHolder,
		/// The proxy was used: it cannot be revoked.
		ProxyAlreadyUsed,
		/// The proxy names another choice.
		ProxyChoiceMismatch,
		/// This scan was entered before.
		ScanAlreadyUsed,
		/// No paper ballot of the owner waits for a witness.
		PaperNotFound,
		/// The paper ballot was entered with another choice or scan: look at it again.
		PaperMismatch,
		/// Who entered a paper ballot cannot be its witness.
		OwnPaper,
		/// There is a receipt of this owner already.
		AlreadyServed,
		/// There is nothing to close: no petition or vote is running.
		NotClosable,
		/// The owners did not decide this, or it is over.
		NotPassed,
		/// The time to challenge is not over: enact later.
		ChallengeWindowRunning,
		/// The time to challenge is over.
		ChallengeWindowOver,
		/// The owner challenged this already.
		AlreadyChallenged,
		/// As many challenges are recorded as can be.
		TooManyChallenges,
		/// No ruling about this decision waits for the registrar: the auditor enters it first.
		AnnulmentNotFound,
		/// The ruling was entered with another hash: look at it again.
		RulingMismatch,
		/// Who entered a ruling cannot countersign it: another account of a registrar must.
		OwnAnnulment,
		/// The call weighs more than the bound: give a larger one.
		WeightBoundTooLow,
		/// The proposal's state does not allow this.
		InvalidState,
		/// A sum, a time or an id is too large.
		Overflow,
	}
}
