// SPDX-License-Identifier: Apache-2.0

//! Errors of the pallet, each with its remedy.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet's module.
#[pallet_section]
mod errors {
	/// Why a call failed.
	#[pallet::error]
	pub enum Error<T> {
		/// The month is not in the calendar. Give a month from 1 to 12 of a year from 1970 to 9999.
		InvalidMonth,
		/// The budget has no lines. Give at least one.
		InvalidBudget,
		/// The name of a line is invalid. Give UTF-8 of at most 32 bytes that is not blank and has no control
		/// characters.
		InvalidName,
		/// The pot does not exist. `FundApi_pots` lists all pots.
		PotNotFound,
		/// Expenses were entered on the line. Keep its name and pot, or append a new line.
		LineAlreadyUsed,
		/// The new budget omits a line on which expenses were entered. Include it at the same position.
		LineRequired,
		/// More than the cap is already committed and spent on the line. Give a higher cap, or have expenses refused
		/// first.
		CapTooLow,
		/// The rules are invalid. The inner error says why.
		InvalidRules(RulesError),
		/// No tier of the rules covers the amount. Have the rules set anew.
		TierNotFound,
		/// The year's budget has no such line. `ExpensesApi_budget` lists its lines.
		LineNotFound,
		/// The service was rendered in another year. Use a line of that year's budget.
		InvalidYear,
		/// The books of the month are closed. Give an open month.
		MonthAlreadyClosed,
		/// The month has not begun. Enter the invoice once the service was rendered.
		MonthInFuture,
		/// The amount is zero. Give at least 1 fen.
		InvalidAmount,
		/// The budget line has insufficient funds. Have the budget amended, or wait for the next year's.
		InsufficientBudget,
		/// Emergencies of twelve months from this pot, or to this payee, would exceed the cap. Use a budget line, or
		/// have the rules changed.
		EmergencyCapExceeded,
		/// Less than the amount is left of the invoice's total. `ExpensesApi_invoice` returns the expenses that use it.
		InvoiceAlreadyUsed,
		/// The payee is an account of the community that nobody signs for: a pot's, a project's escrow, or the
		/// cashier's for money in transit. Give the account of a person; move money between pots by a decision.
		PayeeIsPot,
		/// The pot's money belongs to units. Name the units on which the cost falls.
		RelatedUnitsRequired,
		/// The pot's money does not belong to units. Give `Related::Nobody`.
		RelatedUnitsNotAllowed,
		/// The list of buildings is empty. Name at least one, or give `Related::All`.
		BuildingsRequired,
		/// The lane (`MaxOpen`) has no room for another open expense. Have some paid, refused or withdrawn, or close
		/// those that nobody approved in time by `expire`.
		TooManyOpen,
		/// The account is a member of the committee, which approves expenses. Let somebody else make the call.
		IsCommitteeMember,
		/// The account is an auditor, who approves expenses. Let another manager propose this one.
		IsAuditor,
		/// The proposer is the payee. Let another manager propose the expense.
		OwnExpense,
		/// The expense does not exist. `ExpensesApi_expenses` lists all expenses.
		ExpenseNotFound,
		/// The expense does not need this approval. Its field `needs` names the approvals it needs.
		ApprovalNotRequired,
		/// The approval was given before. Nothing remains to be done.
		AlreadyApproved,
		/// The hash is not that of the expense's terms. Check the expense, and give the hash from `ExpensesApi_terms`.
		TermsMismatch,
		/// The approver proposed the expense, is paid by it, or is related to who did or is; or it is a committee with
		/// the proposer or the payee on it. Let somebody else approve it, or propose it anew.
		OwnApproval,
		/// The expense is not an emergency. Its field `needs` names the approvals it needs; no audit is due.
		NotEmergency,
		/// The committee's period has not ended. Wait until `committee_until`.
		CommitteePeriodRunning,
		/// The caller did not propose the expense. The proposer can withdraw it, and the committee can refuse it.
		NotProposer,
		/// The expense was paid, refused or withdrawn, or has expired. Enter a new one where necessary.
		AlreadyConcluded,
		/// The expense lacks approvals. Its field `needs` names the approvals it needs.
		NotApproved,
		/// The payee has only a bank account. Have the cashier order the payment by `order_payment`.
		NotPaidOnChain,
		/// The payee has an account on this chain. Pay by `pay`.
		NotPaidByBank,
		/// The cashier is a person who proposed or approved the expense. Let another cashier make the call.
		OwnPayment,
		/// The cost falls on more units than `max_units`. Give at least the number from `RepairApi_related_units`.
		MaxUnitsTooLow,
		/// The expense is not paid. File an audit, or record a refund, after the payment.
		NotPaid,
		/// The audit of this emergency was filed before. Nothing remains to be done.
		AlreadyAudited,
		/// The auditor proposed the expense, is paid by it, or is related to who did or is. Let another auditor file
		/// the audit.
		OwnAudit,
		/// The payment was ordered at the bank, and cannot be stopped. Wait for its outcome, which the cashier books.
		PaymentInProgress,
		/// No payment of this expense is in execution at the bank. `ExpensesApi_expense` shows its state.
		NotInExecution,
		/// The bank did not pay, or the payment came back. Order it again, or have the expense refused or withdrawn.
		PaymentReturned,
		/// The payee paid money back, so the payment had arrived and cannot come back. Record further refunds instead.
		AlreadyRefunded,
		/// More would be refunded than was paid. Give at most the amount less what was refunded before.
		RefundTooLarge,
		/// The proposer has a quarter of the lane's room (`MaxOpen`) in use. Have some of theirs paid, refused or
		/// withdrawn first, or let another manager propose this one.
		TooManyOpenByProposer,
		/// The time for approval (`ApprovalTime`) has not ended. Until then the proposer can withdraw the expense,
		/// and the committee can refuse it.
		ApprovalTimeRunning,
		/// The electorate of the decision does not fit: the related owners decide on the repair pot's money, all
		/// owners on any other. Put it to them.
		InvalidElectorate,
		/// More would be taken back than was refunded. `ExpensesApi_refunded` returns what was.
		NotRefunded,
		/// Another total was stated for the invoice before. Give that one, which `ExpensesApi_invoice` returns; if it
		/// is wrong, have the committee correct it by `correct_invoice`.
		InvoiceTotalMismatch,
		/// The invoice's total is below the amount, or below what is entered for it. Give the total that the invoice
		/// states.
		InvoiceTotalTooLow,
		/// The invoice was entered for another payee. Pay the supplier that issued it; if the payee was entered
		/// wrongly, have those expenses withdrawn, refused or refunded in full first.
		InvoicePayeeMismatch,
		/// As many expenses stand for the invoice as can (`MAX_PARTS`). Withdraw one that is not paid, and enter its
		/// amount and this one together.
		TooManyParts,
		/// Nothing is entered for the invoice. Give the hash of one that an expense stands for.
		InvoiceNotFound,
	}
}
