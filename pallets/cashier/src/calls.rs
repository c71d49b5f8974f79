// SPDX-License-Identifier: Apache-2.0

//! The pallet's calls.

use frame_support::pallet_macros::pallet_section;

/// The calls, imported into the pallet by `import_section`.
#[pallet_section]
mod calls {
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Books `amount` fen that the bank received for `account`.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::IsPotAccount`]: use [`receive_for_pot`](Pallet::receive_for_pot);
		/// - [`Error::IsTransitAccount`];
		/// - [`Error::OwnReceipt`] if `account` is the cashier's own, or another of theirs.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn receive(
			origin: OriginFor<T>,
			account: T::AccountId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let (bank, value) = (0, T::Clock::now());
			Self::do_receive(Some(cashier), bank, Party::Account(account), amount, &reference, value, None).map(|_| ())
		}

		/// Books `amount` fen that the bank received for a pot.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - the ledger's error if the pot does not exist.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn receive_for_pot(
			origin: OriginFor<T>,
			pot: PotId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let (bank, value) = (0, T::Clock::now());
			Self::do_receive(Some(cashier), bank, Party::Pot(pot), amount, &reference, value, None).map(|_| ())
		}

		/// Requests that `amount` fen of the caller's balance be paid to the bank account behind `destination`: a
		/// salted commitment, opened to the cashier off chain. The amount is held until the request is paid, refused or
		/// cancelled.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`];
		/// - [`Error::TooManyPayouts`] at [`Config::MaxOpenPayouts`];
		/// - a token error if the caller has less, or would keep nothing: one fen keeps the account alive.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn request_payout(
			origin: OriginFor<T>,
			#[pallet::compact] amount: Fen,
			destination: Commitment,
		) -> DispatchResult {
			let requester = ensure_signed(origin)?;
			Self::do_request_payout(requester, amount, destination).map(|_| ())
		}

		/// Cancels a request of the caller's and releases the held money.
		///
		/// ## Dispatch origin
		///
		/// Signed by the requester.
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`], [`Error::NotRequester`];
		/// - [`Error::PayoutInProgress`] once a cashier has ordered it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn cancel_payout(origin: OriginFor<T>, #[pallet::compact] payout: PayoutId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_payout(who, payout)
		}

		// Index 4 is not used.

		/// Refuses a request and releases the held money. `reason` is the hash of a document that explains why.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`], [`Error::PayoutInProgress`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn refuse_payout(
			origin: OriginFor<T>,
			#[pallet::compact] payout: PayoutId,
			reason: ContentHash,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_refuse_payout(cashier, payout, reason)
		}

		/// Proposes to take back the receipt booked under `reference` (its key, see [`reference_hash`]), or `amount`
		/// fen of it. `reason` is the hash of a document that explains why. What the account or pot still has is frozen
		/// until an auditor decides; the rest becomes a debt when the reversal is approved.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotReceipt`], [`Error::IsReturn`];
		/// - [`Error::CorrectionAlreadyProposed`], [`Error::AlreadyCorrected`], [`Error::TooManyCorrections`];
		/// - [`Error::InvalidAmount`] if the amount is zero, or more than is left of the receipt.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn propose_reversal(
			origin: OriginFor<T>,
			reference: ContentHash,
			amount: Option<Fen>,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_propose_reversal(by, reference, amount, reason)
		}

		/// Approves the proposed correction of a bank entry. `terms` are those that the auditor read. What was frozen
		/// of a receipt is burnt, and what is missing is owed; the amount of a payment goes back to its account or pot.
		///
		/// A supplier's refund that is taken back is spent again: the expense's line has spent it, and the units bear
		/// it.
		///
		/// `max_units` is the maximum number of units that get a cost back, or bear it again; 0 unless the repair pot
		/// had paid.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer, not related to the account concerned.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::CorrectionNotProposed`], [`Error::TermsMismatch`];
		/// - [`Error::OwnProposal`], [`Error::IsRelated`];
		/// - [`Error::ReferenceAlreadyUsed`] if the reference of a return was booked meanwhile;
		/// - [`Error::MaxUnitsTooLow`], or an error of [`Config::Outcomes`].
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of units that get a cost back.
		#[pallet::call_index(7)]
		#[pallet::weight(
			T::WeightInfo::approve_correction()
				.saturating_add(T::Repair::weight(*max_units))
				.saturating_add(T::Units::take_back_weight())
		)]
		pub fn approve_correction(
			origin: OriginFor<T>,
			reference: ContentHash,
			terms: CorrectionTerms,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			let units = Self::do_approve_correction(approver, reference, terms, max_units)?;
			let weight = T::WeightInfo::approve_correction().saturating_add(T::Repair::weight(units));
			let is_units = UnitPayments::<T>::contains_key(reference);
			let taking_back = if is_units { T::Units::take_back_weight() } else { Weight::zero() };
			Ok(Some(weight.saturating_add(taking_back)).into())
		}

		/// Declines the proposed correction of a bank entry: the entry stands, and what was frozen is free again. The
		/// correction can be proposed again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]; signed by anyone once it has waited for [`Config::OutcomeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::CorrectionNotProposed`];
		/// - [`Error::NotOverdue`] if the caller is not an auditor and the time is not over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn decline_correction(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let (by, is_late) = Self::ensure_decliner(origin)?;
			Self::do_decline_correction(by, reference, is_late)
		}

		/// Attests a month: records the bank's closing balance, in fen, and the hash of its statement next to the
		/// chain's balance at the end of that month. The event carries the difference.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidMonth`], [`Error::MonthNotOver`];
		/// - [`Error::AlreadyAttested`], [`Error::MonthOutOfOrder`];
		/// - [`Error::AmountTooLarge`] if the difference does not fit.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn attest(
			origin: OriginFor<T>,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_attest(by, period, statement, closing)
		}

		/// Allows or forbids transfers between residents.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// None beyond the origin check.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn set_free_transfers(origin: OriginFor<T>, allowed: bool) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			FreeTransfers::<T>::put(allowed);
			Self::deposit_event(Event::FreeTransfersSet { allowed });
			Ok(())
		}

		/// Orders a requested payout, right before the order goes to the bank. From now on it can be neither cancelled
		/// nor refused: [`book_paid`](Pallet::book_paid) or [`propose_return`](Pallet::propose_return) lead on.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], neither the requester nor somebody related to them.
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`], [`Error::PayoutInProgress`], [`Error::OwnPayout`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn order_payout(origin: OriginFor<T>, #[pallet::compact] payout: PayoutId) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_order_payout(cashier, payout).map(|_| ())
		}

		/// Books that the bank has paid an order, under `reference`, and burns its money.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`]; for a payout, neither the requester nor somebody related to them.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::OwnPayout`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`];
		/// - an error of [`Config::Outcomes`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn book_paid(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			reference: Reference,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_book_paid(cashier, order, &reference)
		}

		/// Proposes that the bank did not pay an order, and that its money goes back. `reason` is the hash of a
		/// document that shows it. No money moves until an auditor confirms.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], or [`Config::ManagerOrigin`] once the order has waited for
		/// [`Config::OutcomeTime`]; for a payout, neither the requester nor somebody related to them.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotOverdue`], [`Error::OutcomeAlreadyProposed`], [`Error::OwnPayout`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
		pub fn propose_return(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			reason: ContentHash,
		) -> DispatchResult {
			let (by, is_late) = match T::CashierOrigin::try_origin(origin) {
				Ok(cashier) => (cashier, false),
				Err(origin) => (T::ManagerOrigin::ensure_origin(origin)?, true),
			};
			Self::do_propose_outcome(by, order, Outcome::Returned { reason }, is_late)
		}

		/// Proposes that the bank paid an order under `reference`, as the bank's statement shows. No money moves until
		/// an auditor confirms.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`] once the order has waited for [`Config::OutcomeTime`]; for a payout, another
		/// person than the requester. A cashier calls [`book_paid`](Pallet::book_paid).
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotOverdue`], [`Error::OutcomeAlreadyProposed`], [`Error::OwnPayout`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn propose_paid(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			reference: Reference,
		) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			let reference = Self::unused(&reference)?;
			Self::do_propose_outcome(by, order, Outcome::Paid { reference }, true)
		}

		/// Confirms the proposed outcome of an order. `outcome` is the one that the auditor read.
		///
		/// `max_units` is the maximum number of units that get a cost back; 0 unless the repair pot was to pay.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer; for a payout, not related to the requester.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::OutcomeNotProposed`], [`Error::TermsMismatch`];
		/// - [`Error::OwnProposal`], [`Error::IsRelated`];
		/// - [`Error::ReferenceAlreadyUsed`] if the reference was booked meanwhile;
		/// - [`Error::MaxUnitsTooLow`], or an error of [`Config::Outcomes`].
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of units that get a cost back.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::confirm_outcome().saturating_add(T::Repair::weight(*max_units)))]
		pub fn confirm_outcome(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			outcome: Outcome,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			let units = Self::do_confirm_outcome(approver, order, outcome, max_units)?;
			Ok(Some(T::WeightInfo::confirm_outcome().saturating_add(T::Repair::weight(units))).into())
		}

		/// Declines the proposed outcome of an order, which stays in execution.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::OutcomeNotProposed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn decline_outcome(origin: OriginFor<T>, #[pallet::compact] order: OrderId) -> DispatchResult {
			let by = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_decline_outcome(by, order)
		}

		/// Proposes to correct the payment booked under `reference` (its key): its whole amount goes back to the
		/// account or pot. `came_back` is the bank reference under which the money came back; `None` if the payment was
		/// booked under the wrong request or order, and stays to be booked under the right one. `reason` is the hash of
		/// a document that explains why. No money moves until an auditor approves.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], neither the person whose account gets the money nor somebody related to them.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotPayment`], [`Error::OwnReceipt`];
		/// - [`Error::CorrectionAlreadyProposed`], [`Error::AlreadyCorrected`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(17)]
		pub fn propose_payment_correction(
			origin: OriginFor<T>,
			reference: ContentHash,
			came_back: Option<Reference>,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			let came_back = came_back.as_ref().map(|reference| reference.as_slice());
			Self::do_propose_payment_correction(by, reference, came_back, reason)
		}

		/// Takes what the account or pot has now of the debt for the receipt with this key, and burns it.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::DebtNotFound`], [`Error::NothingToRecover`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(18)]
		pub fn recover(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_recover(reference)
		}

		/// Proposes to correct the attestation of a month. Nothing changes until an auditor approves.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::NotAttested`], [`Error::CorrectionAlreadyProposed`], [`Error::TooManyCorrections`];
		/// - [`Error::AmountTooLarge`] if the difference does not fit.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(19)]
		pub fn propose_attestation_correction(
			origin: OriginFor<T>,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_propose_attestation_correction(by, period, statement, closing)
		}

		/// Approves the correction of a month's attestation. `statement` and `closing` are those that the auditor read.
		/// The attestation before it is kept; a close of the month keeps its figures.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::NotAttested`], [`Error::CorrectionNotProposed`], [`Error::TermsMismatch`],
		///   [`Error::OwnProposal`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(20)]
		pub fn approve_attestation_correction(
			origin: OriginFor<T>,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_attestation_correction(approver, period, statement, closing)
		}

		/// Declines the correction of a month's attestation, which can be proposed again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]; signed by anyone once it has waited for [`Config::OutcomeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::CorrectionNotProposed`];
		/// - [`Error::NotOverdue`] if the caller is not an auditor and the time is not over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(21)]
		pub fn decline_attestation_correction(origin: OriginFor<T>, period: Period) -> DispatchResult {
			let (by, is_late) = Self::ensure_decliner(origin)?;
			Self::do_decline_attestation_correction(by, period, is_late)
		}

		/// Books the receipts on a page of a bank statement: each line is booked or refused for itself, and an event
		/// says why it was refused. `statement` is the hash of the page. `max_bills` is the maximum number of bills
		/// that the lines for units pay in all; a line that reaches further is refused and can be booked again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidBatch`] without a line.
		///
		/// Those of [`receive`](Pallet::receive), [`receive_for_pot`](Pallet::receive_for_pot) and
		/// [`receive_for_unit`](Pallet::receive_for_unit) refuse a line only.
		///
		/// ## Weight
		///
		/// Linear in the lines and in `max_bills`; refunded down to the number of bills visited.
		#[pallet::call_index(30)]
		#[pallet::weight(Pallet::<T>::batch_weight(lines, *max_bills))]
		pub fn receive_batch(
			origin: OriginFor<T>,
			bank: BankId,
			statement: ContentHash,
			lines: BoundedVec<ReceiptLine<T::AccountId>, ConstU32<MAX_BATCH>>,
			#[pallet::compact] max_bills: u32,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let whole = Self::batch_weight(&lines, max_bills);
			let bills = Self::do_receive_batch(cashier, bank, statement, lines, max_bills)?;
			let unused = T::Units::weight(max_bills).saturating_sub(T::Units::weight(bills));
			Ok(Some(whole.saturating_sub(unused)).into())
		}

		/// Books `amount` fen that the bank received for a unit, with the bank's value date: the unit's bills are paid
		/// as of that day, oldest due first, the rest is prepaid as far as the community's limit allows, and what
		/// exceeds it is kept for the owner. The owner needs no account.
		///
		/// `max_bills` is the maximum number of bills that it pays.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], not for a unit of their own.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::OwnReceipt`] if the cashier owns the unit or lives in it;
		/// - an error of [`Config::Units`] if there is no such unit, or if `max_bills` is too low.
		///
		/// ## Weight
		///
		/// Linear in `max_bills`; refunded down to the number of bills visited.
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::receive_for_unit().saturating_add(T::Units::weight(*max_bills)))]
		pub fn receive_for_unit(
			origin: OriginFor<T>,
			bank: BankId,
			unit: UnitId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Moment,
			#[pallet::compact] max_bills: u32,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let bills = Self::do_receive_for_unit(cashier, bank, unit, amount, &reference, value, max_bills)?;
			Ok(Some(T::WeightInfo::receive_for_unit().saturating_add(T::Units::weight(bills))).into())
		}

		/// Proposes to pay `amount` fen out that `account` keeps for the owner of a unit, who has no account to request
		/// it with. `destination` is a salted commitment to the owner's bank account. No money moves until an auditor
		/// approves.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], not for money of their own.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::NotUnitAccount`], [`Error::UnitPayoutAlreadyProposed`],
		///   [`Error::OwnPayout`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(32)]
		pub fn propose_unit_payout(
			origin: OriginFor<T>,
			account: T::AccountId,
			#[pallet::compact] amount: Fen,
			destination: Commitment,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_unit_payout(proposer, account, amount, destination)
		}

		/// Approves the payout that is proposed for `account`. `amount` and `destination` are those that the auditor
		/// read. The payout is then requested, and a cashier orders or refuses it like any other.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer, neither the owner nor at home in the unit.
		///
		/// ## Errors
		///
		/// - [`Error::UnitPayoutNotFound`], [`Error::TermsMismatch`], [`Error::OwnProposal`], [`Error::IsRelated`];
		/// - those of [`request_payout`](Pallet::request_payout).
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(33)]
		pub fn approve_unit_payout(
			origin: OriginFor<T>,
			account: T::AccountId,
			#[pallet::compact] amount: Fen,
			destination: Commitment,
		) -> DispatchResult {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_unit_payout(approver, account, amount, destination)
		}

		/// Declines the payout that is proposed for `account`. It can be proposed again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`] or [`Config::ManagerOrigin`]; signed by anyone once it has waited for
		/// [`Config::OutcomeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::UnitPayoutNotFound`];
		/// - [`Error::NotOverdue`] if the caller is neither and the time is not over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(34)]
		pub fn decline_unit_payout(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let (by, is_late) = Self::ensure_unit_payout_decliner(origin)?;
			Self::do_decline_unit_payout(by, account, is_late)
		}
	}
}
