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
		NoRuleBook,
		/// The rule book cannot be lived by: the problem says why.
		BadRuleBook(Problem),
		/// There is no proposal of this id.
		UnknownProposal,
		/// The rule book has no class of this id.
		UnknownClass,
		/// An election is decided by the class that the rule book names for it.
		WrongClass,
		/// An election is of the whole community.
		ElectionIsOfAll,
		/// The rule book does not allow so many seats: see its smallest and largest number, and whether it is odd.
		BadSeats,
		/// The rule book does not allow such a term: see its shortest and longest.
		BadTerm,
		/// The bytes of the call are no call of this runtime, or it holds calls in calls too deep.
		CallUnreadable,
		/// The call is longer than [`MAX_CALL_LEN`] bytes, or its length is not said: decide it in parts.
		CallTooLong,
		/// Nobody has voting power in these buildings: name others, or none to ask all owners.
		EmptyElectorate,
		/// Owners have homes in too many different sets of buildings for the owners of some to be counted: ask all owners.
		TooManySets,
		/// The account acts for no owner: tenants and strangers do not vote.
		NotAnOwner,
		/// The account is not the owner's representative: the representative votes, or hands over first.
		NotRepresentative,
		/// The owner had no voting units at the record date.
		NoPower,
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
		AgendaFixed,
		/// Others support the petition as it is: its text cannot be changed. Withdraw, and begin anew.
		AlreadyBacked,
		/// The petition found the support it needs: it belongs to its supporters, and goes to the vote as it is.
		SupportersOwn,
		/// Votes may be cast already: it cannot be withdrawn.
		VotingBegun,
		/// It is over: nothing is left to be withdrawn.
		AlreadyOver,
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
		MayNotStand,
		/// There is no vote on this proposal, yet or ever.
		NoPoll,
		/// The vote is not open yet: wait until the notice is over.
		VotingNotOpen,
		/// The vote is over.
		VotingOver,
		/// The vote is not over yet.
		VotingNotOver,
		/// This answers another kind of question: approve candidates in an election, else vote for, against or abstain.
		WrongChoice,
		/// The ballot names a candidate who does not stand.
		UnknownCandidate,
		/// The owner's representative has voted: that ballot counts.
		VotedInPerson,
		/// The holder of the owner's proxy has voted: that ballot counts.
		VotedByProxy,
		/// The owner has voted on paper: that ballot counts.
		VotedOnPaper,
		/// The manager's staff cannot vote for owners, with whatever account: name somebody else.
		HolderIsStaff,
		/// The holder acts for no owner, and only the register knows one person from another: name an owner's account.
		HolderNotInRegister,
		/// The holder acts no more for the owner with whom the proxy was counted: revoke it and grant another.
		HolderMoved,
		/// The holder acts for the owner anyway.
		HolderIsSelf,
		/// The holder, with all accounts of the owner whom it acts for, votes for as many owners as the rule book
		/// allows: name somebody else.
		TooManyProxies,
		/// The owner gave a proxy already: revoke it first.
		AlreadyGranted,
		/// The owner gave no proxy for this proposal.
		NoProxy,
		/// Somebody else holds the owner's proxy.
		NotHolder,
		/// The proxy was used: it cannot be revoked.
		ProxyUsed,
		/// The proxy names another choice.
		ProxyNamesChoice,
		/// This scan was entered before.
		ScanUsed,
		/// No paper ballot of the owner waits for a witness.
		NoPaper,
		/// The paper ballot was entered with another choice or scan: look at it again.
		PaperDiffers,
		/// Who entered a paper ballot cannot be its witness.
		WitnessIsRegistrar,
		/// There is a receipt of this owner already.
		AlreadyServed,
		/// There is nothing to close: no petition or vote is running.
		NothingToClose,
		/// The owners did not decide this, or it is over.
		NotPassed,
		/// The time to challenge is not over: enact later.
		ChallengeWindowOpen,
		/// The time to challenge is over.
		ChallengeWindowOver,
		/// The owner challenged this already.
		AlreadyChallenged,
		/// As many challenges are recorded as can be.
		TooManyChallenges,
		/// No ruling about this decision waits for the registrar: the auditor enters it first.
		NoAnnulment,
		/// The ruling was entered with another hash: look at it again.
		RulingDiffers,
		/// Who entered a ruling cannot countersign it: another account of a registrar must.
		RegistrarIsAuditor,
		/// The call weighs more than the bound: give a larger one.
		WeightBoundTooLow,
		/// There is no committee: elect one first.
		NoCommittee,
		/// The proposal's state does not allow this.
		WrongState,
		/// A sum, a time or an id is too large.
		Overflow,
	}
}
