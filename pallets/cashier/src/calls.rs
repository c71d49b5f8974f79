// SPDX-License-Identifier: Apache-2.0

//! The pallet's calls.

use frame_support::pallet_macros::pallet_section;

/// The calls, imported into the pallet by `import_section`.
#[pallet_section]
mod calls {
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Books `amount` fen that the bank account `bank` received for `account`, on the bank's value date `value`, in
		/// ms since 1970; `None` for the day on which the call runs.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::BankNotFound`], [`Error::BankClosed`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`];
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
			bank: BankId,
			account: T::AccountId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Option<Moment>,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let value = Self::value_or_now(value);
			Self::do_receive(Some(cashier), bank, Party::Account(account), amount, &reference, value, None).map(|_| ())
		}

		/// Books `amount` fen that the bank account `bank` received for a pot. `value` is as in
		/// [`receive`](Pallet::receive).
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::BankNotFound`], [`Error::BankClosed`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`];
		/// - the ledger's error if the pot does not exist.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn receive_for_pot(
			origin: OriginFor<T>,
			bank: BankId,
			pot: PotId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Option<Moment>,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let value = Self::value_or_now(value);
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

		/// Names the pot that bears the bank's charges.
		///
		/// ## Dispatch origin
		///
		/// [`Config::BanksOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn set_charges_pot(origin: OriginFor<T>, pot: PotId) -> DispatchResult {
			T::BanksOrigin::ensure_origin(origin)?;
			Self::do_set_charges_pot(pot)
		}

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
		/// until an auditor decides, with what a unit's money has prepaid; the rest becomes a debt when the reversal is
		/// approved. Of money that is kept for a unit nothing is claimed meanwhile unless all of it is frozen. Of
		/// interest, which all pots got, nothing is frozen.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], not related to the account concerned, nor to the owner of the unit's money or at
		/// home in the unit.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotReceipt`], [`Error::IsReturn`], [`Error::ReceiptMoved`];
		/// - [`Error::OwnReceipt`];
		/// - [`Error::CorrectionAlreadyProposed`], [`Error::AlreadyCorrected`], [`Error::TooManyCorrections`];
		/// - [`Error::ReversalAlreadyDeclined`] within [`Config::OutcomeTime`] of a reversal by the same person, of
		///   this receipt or of one for the same unit, that was declined or lapsed; if it was withdrawn, as long as it
		///   had waited;
		/// - [`Error::InvalidAmount`] if the amount is zero, or more than is left of the receipt.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		#[pallet::weight(
			T::WeightInfo::propose_reversal()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(T::Units::release_weight())
				.saturating_add(T::Units::concerns_weight())
				.saturating_add(Pallet::<T>::units_declined_weight())
		)]
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
		/// - [`Error::OwnProposal`], [`Error::IsRelated`], [`Error::ReceiptMoved`];
		/// - [`Error::IsInterest`]: that is approved by
		///   [`approve_interest_reversal`](Pallet::approve_interest_reversal);
		/// - [`Error::ReferenceAlreadyUsed`] if the reference of a return was booked meanwhile;
		/// - [`Error::MaxUnitsTooLow`], or an error of [`Config::Outcomes`].
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of units that get a cost back.
		#[pallet::call_index(7)]
		#[pallet::weight(
			T::WeightInfo::approve_correction()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(T::Repair::weight(*max_units))
				.saturating_add(T::Units::take_back_weight())
				.saturating_add(T::Units::release_weight())
				.saturating_add(T::Units::concerns_weight())
		)]
		pub fn approve_correction(
			origin: OriginFor<T>,
			reference: ContentHash,
			terms: CorrectionTerms,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::ensure_interest(reference, false)?;
			let units = Self::do_approve_correction(approver, reference, terms, max_units)?;
			let weight = T::WeightInfo::approve_correction()
				.saturating_add(Self::matter_weight())
				.saturating_add(T::Repair::weight(units));
			let is_units = BankEntries::<T>::get(reference).is_some_and(|bank| Self::units_account(&bank).is_some());
			let of_units = || {
				let taking_back = T::Units::take_back_weight().saturating_add(T::Units::release_weight());
				taking_back.saturating_add(T::Units::concerns_weight())
			};
			Ok(Some(weight.saturating_add(if is_units { of_units() } else { Weight::zero() })).into())
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
		#[pallet::weight(
			T::WeightInfo::decline_correction()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(Pallet::<T>::units_declined_weight())
		)]
		pub fn decline_correction(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let (by, is_late) = Self::ensure_decliner(origin)?;
			Self::do_decline_correction(by, reference, is_late)
		}

		/// Attests a month of a bank account: records the bank's closing balance, in fen, and the hash of its statement
		/// next to the chain's balance at the end of that month. The event carries the difference.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BankNotFound`], [`Error::BankClosed`];
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
			bank: BankId,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_attest(by, bank, period, statement, closing)
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

		/// Orders a requested payout from the bank account `bank`, right before the order goes to the bank. From now on
		/// it can be neither cancelled nor refused: [`book_paid`](Pallet::book_paid) or
		/// [`propose_return`](Pallet::propose_return) lead on.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], neither the requester nor somebody related to them.
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`], [`Error::PayoutInProgress`], [`Error::OwnPayout`];
		/// - [`Error::UnitMoneyHeld`] as in [`approve_unit_payout`](Pallet::approve_unit_payout);
		/// - [`Error::BankNotFound`], [`Error::BankClosed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		#[pallet::weight(
			T::WeightInfo::order_payout()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(<Pallet<T> as UnitClaims<T::AccountId>>::weight())
				.saturating_add(T::Units::concerns_weight())
		)]
		pub fn order_payout(origin: OriginFor<T>, bank: BankId, #[pallet::compact] payout: PayoutId) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_order_payout(cashier, bank, payout).map(|_| ())
		}

		/// Books that the bank has paid an order, under `reference`, and burns its money. `value` is as in
		/// [`receive`](Pallet::receive).
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`]; for a payout, neither the requester nor somebody related to them.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::OwnPayout`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::BankBalanceTooLow`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`];
		/// - an error of [`Config::Outcomes`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		#[pallet::weight(
			T::WeightInfo::book_paid()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(T::Units::concerns_weight())
		)]
		pub fn book_paid(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			reference: Reference,
			value: Option<Moment>,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_book_paid(cashier, order, &reference, value)
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
		#[pallet::weight(T::WeightInfo::propose_return().saturating_add(T::Units::concerns_weight()))]
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

		/// Proposes that the bank paid an order under `reference` on `value`, as the bank's statement shows. No money
		/// moves until an auditor confirms.
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
		#[pallet::weight(T::WeightInfo::propose_paid().saturating_add(T::Units::concerns_weight()))]
		pub fn propose_paid(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			reference: Reference,
			value: Option<Moment>,
		) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			let bank = Orders::<T>::get(order).ok_or(Error::<T>::OrderNotFound)?.bank;
			let reference = Self::unused(bank, &reference)?;
			Self::do_propose_outcome(by, order, Outcome::Paid { reference, value }, true)
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
		#[pallet::weight(
			T::WeightInfo::confirm_outcome()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(T::Repair::weight(*max_units))
				.saturating_add(T::Units::concerns_weight())
		)]
		pub fn confirm_outcome(
			origin: OriginFor<T>,
			#[pallet::compact] order: OrderId,
			outcome: Outcome,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			let units = Self::do_confirm_outcome(approver, order, outcome, max_units)?;
			let weight = T::WeightInfo::confirm_outcome()
				.saturating_add(Self::matter_weight())
				.saturating_add(T::Units::concerns_weight());
			Ok(Some(weight.saturating_add(T::Repair::weight(units))).into())
		}

		/// Declines the proposed outcome of an order, which stays in execution.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]; signed by anyone once the proposal has waited for [`Config::OutcomeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::OutcomeNotProposed`];
		/// - [`Error::NotOverdue`] if the caller is not an auditor and the time is not over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn decline_outcome(origin: OriginFor<T>, #[pallet::compact] order: OrderId) -> DispatchResult {
			let (by, is_late) = Self::ensure_decliner(origin)?;
			Self::do_decline_outcome(by, order, is_late)
		}

		/// Proposes to correct the payment booked under `reference` (its key): its whole amount goes back to the
		/// account or pot. `came_back` is the bank reference under which the money came back, with its value date;
		/// `None` if the payment was booked under the wrong request or order, and stays to be booked under the right
		/// one. `reason` is the hash of a document that explains why. No money moves until an auditor approves.
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
		#[pallet::weight(
			T::WeightInfo::propose_payment_correction()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(T::Units::concerns_weight())
		)]
		pub fn propose_payment_correction(
			origin: OriginFor<T>,
			reference: ContentHash,
			came_back: Option<(Reference, Option<Moment>)>,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			let came_back = came_back.as_ref().map(|(reference, value)| (reference.as_slice(), *value));
			Self::do_propose_payment_correction(by, reference, came_back, reason)
		}

		/// Takes what the account or pot has now of the debt for the receipt with this key, and burns it. For a unit
		/// that is what is kept for its owner and prepaid; then what the receipt paid is taken off its bills, which are
		/// owed again, as far as their pots have money.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::DebtNotFound`], [`Error::NothingToRecover`];
		/// - [`Error::IsInterest`]: call [`recover_interest`](Pallet::recover_interest).
		///
		/// ## Weight
		///
		/// Constant; what only a unit's debt takes is given back for others.
		#[pallet::call_index(18)]
		#[pallet::weight(
			T::WeightInfo::recover()
				.saturating_add(T::Units::release_weight())
				.saturating_add(T::Units::take_back_weight())
		)]
		pub fn recover(origin: OriginFor<T>, reference: ContentHash) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let is_units = Self::do_recover(reference)?;
			Ok((!is_units).then(T::WeightInfo::recover).into())
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
			bank: BankId,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_propose_attestation_correction(by, bank, period, statement, closing)
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
			bank: BankId,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_attestation_correction(approver, bank, period, statement, closing)
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
		pub fn decline_attestation_correction(origin: OriginFor<T>, bank: BankId, period: Period) -> DispatchResult {
			let (by, is_late) = Self::ensure_decliner(origin)?;
			Self::do_decline_attestation_correction(by, bank, period, is_late)
		}

		/// Opens a bank account of the community, under the number that its office uses.
		///
		/// `label` is a salted commitment to the bank's name and the account's number, `purpose` the hash of the public
		/// document that says what it is for. Its statements begin with the current month.
		///
		/// ## Dispatch origin
		///
		/// [`Config::BanksOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BankAlreadyOpened`] if an account has or had that number; [`Error::TooManyBanks`];
		/// - [`Error::InvalidMonth`] if the clock is out of the calendar.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(22)]
		pub fn open_bank(
			origin: OriginFor<T>,
			bank: BankId,
			label: Commitment,
			purpose: ContentHash,
		) -> DispatchResult {
			T::BanksOrigin::ensure_origin(origin)?;
			Self::do_open_bank(bank, label, purpose)
		}

		/// Closes a bank account that has nothing left by the books and nothing that waits. Its entries stay, and its
		/// number is not used again. The month of its closing is still attested, and what was booked on it is corrected
		/// at account 0 from now on.
		///
		/// ## Dispatch origin
		///
		/// [`Config::BanksOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BankNotFound`], [`Error::BankClosed`], [`Error::IsFirstBank`];
		/// - [`Error::BankBalanceOutstanding`], [`Error::MattersOutstanding`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(23)]
		pub fn close_bank(origin: OriginFor<T>, bank: BankId) -> DispatchResult {
			T::BanksOrigin::ensure_origin(origin)?;
			Self::do_close_bank(bank)
		}

		/// Books that `amount` fen went from one of the community's bank accounts to another: `from` and `to` are the
		/// account and the reference on its statement. No balance on chain changes, so one person suffices; a mistake
		/// is mended by a transfer the other way, under the references with a suffix.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::DuplicateBank`], [`Error::InvalidAmount`], [`Error::BankNotFound`], [`Error::BankClosed`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::BankBalanceTooLow`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(24)]
		pub fn record_transfer(
			origin: OriginFor<T>,
			from: (BankId, Reference),
			to: (BankId, Reference),
			#[pallet::compact] amount: Fen,
			value: Option<Moment>,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let value = Self::value_or_now(value);
			Self::do_record_transfer(cashier, (from.0, from.1.as_slice()), (to.0, to.1.as_slice()), amount, value)
		}

		/// Enters the closing balance of a month, in fen, and the hash of the bank statement, as the auditor's own copy
		/// shows them; a later call replaces an earlier one. A month whose attestation agrees is confirmed. A month
		/// that is not can be closed only once [`Config::OutcomeTime`] has passed since its attestation.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the one who attested the month.
		///
		/// ## Errors
		///
		/// - [`Error::BankNotFound`], [`Error::InvalidMonth`], [`Error::MonthNotOver`];
		/// - [`Error::MonthOutOfOrder`] if the month is before the first to be attested;
		/// - [`Error::OwnProposal`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(25)]
		pub fn enter_balance(
			origin: OriginFor<T>,
			bank: BankId,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let by = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_enter_balance(by, bank, period, statement, closing)
		}

		/// Books interest of `amount` fen that the bank account `bank` was paid, and divides it among the pots by their
		/// balances, exact to the fen. `value` is as in [`receive`](Pallet::receive). Interest that was booked too high
		/// is reversed ([`propose_reversal`](Pallet::propose_reversal)).
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::BankNotFound`], [`Error::BankClosed`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`].
		///
		/// ## Weight
		///
		/// A receipt for each of [`MAX_INTEREST_POTS`]; refunded down to the number of pots.
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::receive_for_pot().saturating_mul(MAX_INTEREST_POTS.into()))]
		pub fn record_interest(
			origin: OriginFor<T>,
			bank: BankId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Option<Moment>,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let value = Self::value_or_now(value);
			let pots = Self::do_record_interest(cashier, bank, amount, &reference, value)?;
			Ok(Some(T::WeightInfo::receive_for_pot().saturating_mul(pots.max(1).into())).into())
		}

		/// Proposes to book a charge of the bank, under its reference, on the pot that a decision named. `value` is as
		/// in [`receive`](Pallet::receive). No money moves until an auditor approves.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::BankNotFound`], [`Error::BankClosed`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::ChargeAlreadyProposed`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`]; [`Error::TooManyCharges`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::propose_charge().saturating_add(Pallet::<T>::matter_weight()))]
		pub fn propose_charge(
			origin: OriginFor<T>,
			bank: BankId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Option<Moment>,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_propose_charge(by, bank, amount, &reference, Self::value_or_now(value))
		}

		/// Approves a charge of the bank: `amount` fen leave `pot` and are burnt. Both are those that the auditor read.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::TermsMismatch`], [`Error::OwnProposal`];
		/// - [`Error::BankClosed`], [`Error::BankBalanceTooLow`];
		/// - [`Error::ReferenceAlreadyUsed`] if the reference was booked meanwhile;
		/// - the ledger's error if the pot has less.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::approve_charge().saturating_add(Pallet::<T>::matter_weight()))]
		pub fn approve_charge(
			origin: OriginFor<T>,
			reference: ContentHash,
			pot: PotId,
			#[pallet::compact] amount: Fen,
		) -> DispatchResult {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_charge(approver, reference, pot, amount)
		}

		/// Declines a charge of the bank, which can be proposed again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]; signed by anyone once it has waited for [`Config::OutcomeTime`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`];
		/// - [`Error::NotOverdue`] if the caller is not an auditor and the time is not over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::decline_charge().saturating_add(Pallet::<T>::matter_weight()))]
		pub fn decline_charge(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let (by, is_late) = Self::ensure_decliner(origin)?;
			Self::do_decline_charge(by, reference, is_late)
		}

		/// Lists what explains the difference of an attested month: movements that the bank's statement has and the
		/// books do not, or the other way round, with their amounts in fen. The event carries what stays unexplained. A
		/// later list replaces an earlier one; an item clears once its reference is booked, or its entry taken back.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::NotAttested`], [`Error::InvalidAmount`], [`Error::DuplicateItem`], [`Error::ItemMismatch`];
		/// - [`Error::AmountTooLarge`] if a sum does not fit.
		///
		/// ## Weight
		///
		/// Linear in the number of items.
		#[pallet::call_index(36)]
		#[pallet::weight(T::WeightInfo::explain(items.len() as u32))]
		pub fn explain(
			origin: OriginFor<T>,
			bank: BankId,
			period: Period,
			items: BoundedVec<OutstandingItem, ConstU32<MAX_ITEMS>>,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_explain(by, bank, period, items)
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
		/// - [`Error::InvalidBatch`] without a line;
		/// - [`Error::BankNotFound`], [`Error::BankClosed`]: no line is booked.
		///
		/// Those of [`receive`](Pallet::receive), [`receive_for_pot`](Pallet::receive_for_pot) and
		/// [`receive_for_unit`](Pallet::receive_for_unit) refuse a line only.
		///
		/// ## Weight
		///
		/// Linear in the lines and in `max_bills`; refunded down to the number of bills and debts visited.
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
			let (bills, debts) = Self::do_receive_batch(cashier, bank, statement, lines.clone(), max_bills)?;
			let unused = Self::unused_batch_weight(&lines, (max_bills, bills), debts);
			Ok(Some(whole.saturating_sub(unused)).into())
		}

		/// Books `amount` fen that the bank received for a unit, with the bank's value date: what its owner owes for a
		/// receipt that was taken back is taken first. Then the unit's bills are paid as of that day, oldest due first,
		/// the rest is prepaid as far as the community's limit allows, and what exceeds it is kept for the owner. The
		/// owner needs no account.
		///
		/// `max_bills` is the maximum number of bills that it pays.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], not for a unit of their own or of somebody related.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::BankNotFound`], [`Error::BankClosed`];
		/// - [`Error::ValueDateInFuture`], [`Error::TooLongAgo`];
		/// - [`Error::OwnReceipt`] if the cashier owns the unit, lives in it or is related to its owner;
		/// - an error of [`Config::Units`] if there is no such unit, or if `max_bills` is too low.
		///
		/// ## Weight
		///
		/// Linear in `max_bills`; refunded down to the number of bills visited, and by the debt if there is none.
		#[pallet::call_index(31)]
		#[pallet::weight(Pallet::<T>::unit_receipt_weight(1).saturating_add(T::Units::weight(*max_bills)))]
		pub fn receive_for_unit(
			origin: OriginFor<T>,
			bank: BankId,
			unit: UnitId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Option<Moment>,
			#[pallet::compact] max_bills: u32,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let value = Self::value_or_now(value);
			let (bills, debts) = Self::do_receive_for_unit(cashier, bank, unit, amount, &reference, value, max_bills)?;
			Ok(Some(Self::unit_receipt_weight(debts).saturating_add(T::Units::weight(bills))).into())
		}

		/// Proposes to pay `amount` fen out that `account` keeps for the owner of a unit, who has no account to request
		/// it with. `destination` is a salted commitment to the owner's bank account. No money moves until an auditor
		/// approves.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], not for money of their own or of somebody related.
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
		#[pallet::weight(T::WeightInfo::propose_unit_payout().saturating_add(T::Units::concerns_weight()))]
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
		/// read. What exceeds the free money is taken from what is prepaid with it. The payout is then requested, and a
		/// cashier orders or refuses it like any other.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer, neither related to the owner nor at home in the
		/// unit.
		///
		/// ## Errors
		///
		/// - [`Error::UnitPayoutNotFound`], [`Error::TermsMismatch`], [`Error::OwnProposal`], [`Error::IsRelated`];
		/// - [`Error::UnitMoneyHeld`] while a receipt of the money is owed, or may be taken back and is not frozen
		///   whole;
		/// - those of [`request_payout`](Pallet::request_payout).
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(33)]
		#[pallet::weight(
			T::WeightInfo::approve_unit_payout()
				.saturating_add(T::Units::release_weight())
				.saturating_add(<Pallet<T> as UnitClaims<T::AccountId>>::weight())
				.saturating_add(T::Units::concerns_weight())
		)]
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

		/// Approves the proposed reversal of interest. `terms` are those that the auditor read. Each pot gives back its
		/// part of the amount, by what it got and has not given back yet, exact to the fen; what a pot has spent it
		/// owes.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], another person than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotInterest`];
		/// - [`Error::CorrectionNotProposed`], [`Error::TermsMismatch`], [`Error::OwnProposal`];
		/// - [`Error::BankBalanceTooLow`] if the books say that the bank account has less.
		///
		/// ## Weight
		///
		/// A movement of each of [`MAX_INTEREST_POTS`], which weighs as a receipt; refunded down to the number of pots.
		#[pallet::call_index(43)]
		#[pallet::weight(
			T::WeightInfo::approve_correction()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(T::WeightInfo::receive_for_pot().saturating_mul(MAX_INTEREST_POTS.into()))
		)]
		pub fn approve_interest_reversal(
			origin: OriginFor<T>,
			reference: ContentHash,
			terms: CorrectionTerms,
		) -> DispatchResultWithPostInfo {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::ensure_interest(reference, true)?;
			let pots = Self::do_approve_correction(approver, reference, terms, 0)?;
			let moved = T::WeightInfo::receive_for_pot().saturating_mul(pots.into());
			let weight = T::WeightInfo::approve_correction().saturating_add(Self::matter_weight());
			Ok(Some(weight.saturating_add(moved)).into())
		}

		/// Takes what the pot has now of what it owes of reversed interest with this key, and burns it.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotInterest`];
		/// - [`Error::DebtNotFound`], [`Error::NothingToRecover`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(44)]
		pub fn recover_interest(
			origin: OriginFor<T>,
			reference: ContentHash,
			#[pallet::compact] pot: PotId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_recover_interest(reference, pot)
		}

		/// Withdraws the caller's proposed correction of a bank entry: the entry stands, and what was frozen is free
		/// again. They can propose another; of a reversal, once as much time has passed as it had waited: nobody
		/// freezes money again and again alone.
		///
		/// ## Dispatch origin
		///
		/// Signed by the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::CorrectionNotProposed`], [`Error::NotProposer`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(45)]
		#[pallet::weight(
			T::WeightInfo::withdraw_correction()
				.saturating_add(Pallet::<T>::matter_weight())
				.saturating_add(Pallet::<T>::units_declined_weight())
		)]
		pub fn withdraw_correction(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_withdraw_correction(by, reference)
		}
	}
}
