// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// Give a month of the calendar, from 1 to 12, of a year from 1970 to 9999.
		InvalidMonth,
		/// A budget has one line at least.
		InvalidBudget,
		/// Give each line a name in UTF-8, neither blank nor with control characters, of at most 32 bytes.
		InvalidName,
		/// There is no such pot. `FundApi_pots` lists them.
		PotNotFound,
		/// Expenses were entered on the line: keep its name and pot as they are, or append another line.
		LineAlreadyUsed,
		/// Expenses were entered on a line that the new budget leaves out: name it again, in its place.
		LineRequired,
		/// More than that is committed and spent on the line: give a higher cap, or refuse expenses first.
		CapTooLow,
		/// The rules cannot be lived by: the problem says why.
		InvalidRules(RulesError),
		/// No rule says whose approval such an amount needs: have the rules set anew.
		TierNotFound,
		/// The year's budget has no such line. `ExpensesApi_budget` lists them.
		LineNotFound,
		/// The month lies in another year than the line: use the budget of the year in which the service was rendered.
		InvalidYear,
		/// The books of that month are closed: enter it in the open month.
		MonthAlreadyClosed,
		/// That month has not begun: enter it when the service was rendered.
		MonthInFuture,
		/// Give an amount of at least 1 fen.
		InvalidAmount,
		/// The line has not so much left: have the budget amended, or wait for the next year's.
		InsufficientBudget,
		/// One emergency may not cost so much: use a budget line, or have the rules changed.
		EmergencyCapExceeded,
		/// The invoice was entered before; `ExpensesApi_expense_of_invoice` says as which expense.
		InvoiceAlreadyUsed,
		/// The payee's account is a pot's: between pots money moves by a decision, not as an expense.
		PayeeIsPot,
		/// The pot's money belongs to units: say on whom the cost falls.
		RelatedUnitsRequired,
		/// The pot's money is everybody's: name nobody on whom the cost falls.
		RelatedUnitsNotAllowed,
		/// Name one building at least, or all units.
		BuildingsRequired,
		/// As many expenses wait as may (`MaxOpen`): have some approved and paid, refused or withdrawn.
		TooManyOpen,
		/// The account sits on the committee, which approves: let somebody else do this.
		IsCommitteeMember,
		/// The account is an auditor's, who approves: let another manager propose it.
		IsAuditor,
		/// Nobody proposes to be paid themselves: let another manager propose it.
		OwnExpense,
		/// There is no expense of that id.
		ExpenseNotFound,
		/// The expense does not wait for this approval: `needs` says for whose it does.
		ApprovalNotRequired,
		/// That approval was given already.
		AlreadyApproved,
		/// The expense is not the one that was agreed to: look at it, and at its hash, `ExpensesApi_terms`.
		TermsMismatch,
		/// Nobody approves what they proposed or are paid by: let somebody else do it.
		OwnApproval,
		/// It is no emergency.
		NotEmergency,
		/// The committee may still act: wait until its time is over, as `committee_until` says.
		CommitteePeriodRunning,
		/// Only who proposed the expense takes it back: the committee may refuse it.
		NotProposer,
		/// The expense was paid, refused or withdrawn: enter another one.
		AlreadyConcluded,
		/// The expense lacks approvals: `needs` says whose.
		NotApproved,
		/// The payee has a bank account only: the cashier pays it by `pay_by_bank`.
		NotPaidOnChain,
		/// The payee has an account here: anyone pays it by `pay`.
		NotPaidByBank,
		/// Nobody pays what they proposed or approved: let another cashier do it.
		OwnPayment,
		/// The cost falls on more units than `max_units`: give a larger number.
		MaxUnitsTooLow,
		/// The emergency is not paid: it owes no audit yet.
		NotPaid,
		/// The audit of this emergency was filed already.
		AlreadyAudited,
		/// Nobody audits what they proposed: let another auditor do it.
		OwnAudit,
	}
}
