// SPDX-License-Identifier: Apache-2.0

//! Errors of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section of the pallet that declares its errors.
#[pallet_section]
mod errors {
	/// Reasons why a call of this pallet is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The chain has no rule book: nothing can be proposed until one is set.
		RuleBookNotFound,
		/// The rule book is invalid; the inner error says why. Correct it and propose it again.
		InvalidRuleBook(RuleBookError),
		/// No proposal has this id: look it up with `governanceApi.proposals`.
		ProposalNotFound,
		/// The rule book has no class with this id: class ids are places in its list, from 0.
		ClassNotFound,
		/// Wrong class for an election: use the one that the rule book names for elections.
		InvalidClass,
		/// An election, and a call on which only all owners decide, cannot be limited to some buildings: leave the
		/// electorate out.
		InvalidElectorate,
		/// The rule book does not allow this number of seats: see its bounds, and whether the number must be odd.
		InvalidSeats,
		/// The rule book does not allow this term: see its shortest and longest.
		InvalidTerm,
		/// The bytes do not decode to a call of this runtime, or calls are nested too deeply: encode the call again.
		CallUnreadable,
		/// The call is longer than [`MAX_CALL_LEN`] bytes, or its length is missing: give the length, or split the
		/// call.
		CallTooLong,
		/// No owner has voting power in these buildings: name others, or none to ask all owners.
		ElectorateIsEmpty,
		/// The owners of these buildings cannot be counted: ownership is spread over too many different sets of
		/// buildings, or the class is for some kinds of units, of which only one building's owners are counted. Ask all
		/// owners, or those of one building.
		TooManyBuildingSets,
		/// The account does not act for an owner: tenants and outsiders cannot vote.
		NotOwner,
		/// The account is not the owner's representative: let the representative sign, or make this account it first.
		NotRepresentative,
		/// The owner had no voting unit at the record date, and cannot take part in this proposal: later ones count the
		/// units of their own record dates.
		NotEligibleToVote,
		/// The owner has no voting unit in the buildings that decide this proposal: only their owners take part.
		NotInElectorate,
		/// All places of this proposal's room are taken: wait until one of them is closed.
		TooManyOpen,
		/// The owner has the maximum number of open petitions: withdraw one, or wait until one is closed.
		TooManyPetitions,
		/// The proposal is not collecting support: look up its phase.
		NotCollecting,
		/// The time for collecting support is over: begin a new petition.
		PetitionOver,
		/// The petition still collects support: close it when its time is over.
		PetitionRunning,
		/// The owner already supports this petition: there is nothing to do.
		AlreadySupported,
		/// Only the proposer can do this: ask them.
		NotProposer,
		/// The notice was given, and the proposal can no longer be changed: withdraw it and propose again.
		AlreadyAnnounced,
		/// The text of a petition is fixed, since owners sign their support by its number: withdraw it and begin a new
		/// one.
		NotAmendable,
		/// The petition has the support it needs: it belongs to its supporters, and goes to the vote unchanged.
		PetitionAlreadySucceeded,
		/// Voting has begun, on a run-off with the first vote: the proposal can no longer be withdrawn.
		VotingAlreadyOpen,
		/// The proposal is concluded: there is nothing left to withdraw.
		AlreadyConcluded,
		/// The proposal is not an election in its nomination period: look up its phase.
		NotNominating,
		/// The nomination period is over: candidates can no longer stand or step back.
		NominationOver,
		/// The nomination period is not over: announce the election when it is.
		NominationRunning,
		/// The owner is already a candidate: find an owner to second the candidacy.
		AlreadyCandidate,
		/// The owner is not a candidate: check the number.
		NotCandidate,
		/// The election has the maximum number of candidates: stand when one of them has stepped back.
		TooManyCandidates,
		/// The owner is in arrears and cannot stand: pay what is overdue first.
		NotEligible,
		/// There is no vote on this proposal: it was not announced, or was withdrawn.
		PollNotFound,
		/// Voting has not begun: wait until the notice period is over.
		VotingNotOpen,
		/// Voting is over: ballots, proxies and contests are no longer taken.
		VotingOver,
		/// Voting is not over: close the proposal when it is.
		VotingNotOver,
		/// Wrong kind of choice: approve candidates in an election; on a motion vote for, against or abstain.
		InvalidChoice,
		/// The ballot names a place in the list at which there is no candidate: add up 1, 2, 4, 8 … for places 0, 1, 2,
		/// 3 … of the list.
		CandidateNotFound,
		/// The owner's representative has already voted, and that ballot counts: only the representative changes it.
		AlreadyVotedInPerson,
		/// The holder of the owner's proxy has already voted, and that ballot counts: revoke the proxy first.
		AlreadyVotedByProxy,
		/// The owner has already voted on paper, and that ballot counts: if it is not the owner's, contest it first.
		AlreadyVotedOnPaper,
		/// The manager's staff cannot vote for owners, from any account: name another holder.
		HolderIsStaff,
		/// The holder does not act for an owner, so the register cannot identify the person: name an owner's account.
		HolderNotOwner,
		/// The holder no longer acts for the owner that the proxy was counted for: revoke the proxy and grant another.
		HolderMoved,
		/// The holder already acts for this owner: name an account of another owner.
		HolderIsSelf,
		/// The holder, counted with all accounts of the same owner, has used the maximum number of proxies that the
		/// rule book allows, or it allows none: revoke the proxy and name another holder, or vote in person.
		TooManyProxies,
		/// The owner has already granted a proxy for this proposal: revoke it first.
		ProxyAlreadyGranted,
		/// The owner has not granted a proxy for this proposal: the owner grants one, or votes in person.
		ProxyNotFound,
		/// Another account holds the owner's proxy: that account votes.
		NotHolder,
		/// No ballot of the owner counts on this proposal: cast one.
		BallotNotFound,
		/// The proxy prescribes another choice: cast that one.
		ProxyChoiceMismatch,
		/// This scan was already entered: each sheet of paper counts once.
		ScanAlreadyUsed,
		/// No paper ballot of the owner is waiting for a witness: the registrar enters it first.
		PaperNotFound,
		/// The paper ballot was entered with another choice or scan: compare it with the scan again.
		PaperMismatch,
		/// The person that entered a paper ballot cannot be its witness, and neither settles a contest of it, not with
		/// another account either: somebody else must.
		OwnPaper,
		/// The delivery to the owner is already recorded: there is nothing to do.
		AlreadyServed,
		/// There is nothing to close: the proposal is neither a petition nor at the vote.
		NotClosable,
		/// The proposal is not a passed decision waiting for its enactment: look up its phase.
		NotPassed,
		/// The challenge window is not over: enact the decision when it is.
		ChallengeWindowRunning,
		/// The challenge window is over: what remains is a court.
		ChallengeWindowOver,
		/// The owner has already challenged this decision: one challenge is enough.
		AlreadyChallenged,
		/// The decision has the maximum number of challenges: no more are recorded.
		TooManyChallenges,
		/// No ruling on this decision is waiting for the registrar: the auditor enters it first.
		AnnulmentNotFound,
		/// The ruling was entered with another hash: compare the documents.
		RulingMismatch,
		/// The person that entered a ruling cannot countersign it, not with another account either: another registrar
		/// must.
		OwnAnnulment,
		/// The call's weight exceeds `weight_bound`: give a larger bound.
		WeightBoundTooLow,
		/// The proposal's state does not allow this transition.
		InvalidState,
		/// A sum, time or id overflowed.
		Overflow,
		/// The paper ballot or delivery is the officer's own, or that of somebody with whom the officer shares a unit:
		/// another must countersign or settle.
		OwnBallot,
		/// The question concerns this account or somebody related: it pays them, or fills or empties an office or a
		/// seat of theirs. Another holder of the office must act.
		IsConcerned,
		/// In the last year a decision on this matter was annulled and another postponed: this one can be neither.
		AlreadyPostponed,
		/// Nobody has noted the preimage of the call, so that no owner could read it: note it first, then propose it.
		PreimageNotFound,
		/// Paper ballots are taken until a day before voting ends, so that owners can contest them: vote by key or by
		/// proxy.
		PaperIntakeOver,
		/// The owner has contested a paper ballot on this proposal: no other is entered for the owner, who can vote by
		/// key or proxy.
		PaperIsContested,
		/// The owner's ballot was not cast on paper: it is changed in the way it was cast.
		NotOnPaper,
		/// The owner has already contested a paper ballot on this proposal: vote with a key or by proxy.
		AlreadyContested,
		/// The owner has not contested a paper ballot on this proposal: check both numbers.
		ContestNotFound,
		/// The contest is settled, which is final: what remains is a court.
		ContestAlreadySettled,
		/// No settlement of this contest is waiting for the registrar: the auditor enters it first.
		SettlementNotFound,
		/// The settlement was entered with another result or document: compare the findings.
		SettlementMismatch,
		/// The person that entered a settlement cannot countersign it, not with another account either: another
		/// registrar must.
		OwnSettlement,
		/// Voting has begun: deliveries are recorded and countersigned before. Owners can still acknowledge theirs.
		DeliveryOver,
		/// The registrar has recorded no delivery to this owner: record it first.
		DeliveryNotFound,
		/// The person that recorded a delivery cannot countersign it, not with another account either: somebody else
		/// must.
		OwnDelivery,
		/// A motion with a call declares the matter that the call is about, so that voters know it and the class is
		/// checked: name the matter whose decision the call requires. A call on two matters takes two proposals.
		MatterRequired,
		/// The rule book requires another class for this matter, or one of a higher level: name that class.
		ClassTooLow,
		/// An election is open already: stand in that one.
		ElectionAlreadyOpen,
		/// The candidate has too few seconders for a place, or all who have places have at least as many: ask more
		/// owners.
		TooFewSeconders,
		/// Nobody seconds their own candidacy: ask another owner.
		OwnCandidacy,
		/// The owner has already seconded this candidate: there is nothing to do.
		AlreadySeconded,
		/// The owner has seconded as many candidates as there are seats: withdraw one in the first half of the
		/// nomination.
		TooManySeconded,
		/// The owner supports as many petitions as one owner can at a time: withdraw support for one that still
		/// collects it, or wait until the vote on one is closed.
		TooManySupported,
		/// The petition is the owner's own: withdraw the petition.
		OwnPetition,
		/// The owner does not support this petition: there is nothing to withdraw.
		NotSupporter,
		/// The class has no ballots for the quorum only: vote for, against or abstain.
		QuorumOnlyNotAllowed,
		/// The class leaves the developer out: it neither votes nor takes part otherwise.
		DeveloperExcluded,
		/// The proposal is not a rejected motion: a court can only give effect to one.
		NotRejectedMotion,
		/// No judgment on this motion was entered: the auditor enters it first.
		JudgmentNotFound,
		/// The person that entered a judgment cannot countersign it, not with another account either: another registrar
		/// must.
		OwnJudgment,
		/// Too few options: name at least two, or make a motion.
		TooFewOptions,
		/// The ballot picks a place at which there is no option: count them from 0.
		OptionNotFound,
		/// No run-off follows from this proposal: it is no choice among options, or one was chosen, or too few were for
		/// any.
		RunOffNotFound,
		/// The run-off was already called: vote there.
		RunOffAlreadyCalled,
		/// The time in which the run-off could be called is over: propose the question again.
		RunOffOver,
		/// The owner does not second this candidate. Check the candidate's owner.
		NotSeconder,
		/// Half of the nomination is over: a second of one who stands can no longer be withdrawn, and a candidate
		/// without whom the election would lapse no longer steps back. Leave the candidate out of the ballot; resign if
		/// elected.
		WithdrawalOver,
		/// The class is for kinds of units that the register does not count apart, which is fixed at genesis: name
		/// another class, or decide on a rule book without these kinds.
		KindsNotCounted,
		/// The call is about another matter than the motion declares, so that no vote could carry it out: declare the
		/// matter of the call. A call on two matters takes two proposals.
		MatterMismatch,
		/// No committee sits that could take back a false judgment: elect one first.
		CommitteeNotFound,
		/// No more than half of all voted for the motion: a court gives effect only to what a larger majority was asked
		/// for. Propose it again.
		TooFewInFavour,
		/// The class asks for its thresholds within each tract of the community: leave the electorate out, or name
		/// another class.
		ElectorateNotAllowed,
		/// The class asks for its thresholds within each tract, which takes a motion: make a motion of each option, or
		/// name another class.
		OptionsNotAllowed,
		/// No unit that votes is in the buildings of a tract: correct the buildings, or leave the tract out.
		TractIsEmpty,
	}
}
