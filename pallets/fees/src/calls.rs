// SPDX-License-Identifier: Apache-2.0

//! The pallet's calls.

use frame_support::pallet_macros::pallet_section;

/// The calls, imported into the pallet by `import_section`.
#[pallet_section]
mod calls {
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Creates a charge with a first rate, whose unit depends on the [`Basis`](types::Basis), and the rate's
		/// `tiers` if it is metered. The first bills are for the period `first`, the current one or a later one.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`], [`Error::MeterNotFound`] of a shared meter;
		/// - [`Error::InvalidRate`], [`Error::InvalidTiers`], [`Error::InvalidFraction`] of the late fee;
		/// - [`Error::InvalidKinds`] of the basis, [`Error::InvalidBuildings`];
		/// - [`Error::InvalidPeriod`], [`Error::PeriodInPast`] if `first` is over;
		/// - [`Error::TooManyCharges`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn create_charge(
			origin: OriginFor<T>,
			terms: ChargeTerms,
			rate: Fen,
			first: Period,
			tiers: Tiers,
		) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_create_charge(terms, rate, first, tiers)?;
			Ok(())
		}

		/// Sets the rate of a charge, with its `tiers`, from the period `from` on, which must not have begun. Rates
		/// planned for that period or a later one are replaced; earlier ones stay in the history.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::ChargeEnded`];
		/// - [`Error::InvalidRate`], [`Error::InvalidTiers`];
		/// - [`Error::InvalidPeriod`], [`Error::PeriodInPast`] if `from` has begun or precedes the charge's first
		///   period;
		/// - [`Error::TooManyRates`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn set_rate(
			origin: OriginFor<T>,
			charge: ChargeId,
			from: Period,
			rate: Fen,
			tiers: Tiers,
		) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_set_rate(charge, from, rate, tiers)
		}

		/// Ends a charge with the period `last`, which is still billed. The period billed most recently can be the
		/// last: then the charge ends at once. A charge by meter, billed in arrears, ends with the latest period that
		/// is over, or a later one.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::ChargeEnded`];
		/// - [`Error::InvalidPeriod`], [`Error::PeriodInPast`] if a later period is billed, being billed or, of a
		///   charge by meter, over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::end_charge())]
		pub fn end_charge(origin: OriginFor<T>, charge: ChargeId, last: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_end_charge(charge, last)
		}

		/// Sets the community's parameters.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulesOrigin`].
		///
		/// ## Errors
		///
		/// None besides a wrong origin.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn set_rules(origin: OriginFor<T>, rules: FeeRules) -> DispatchResult {
			T::RulesOrigin::ensure_origin(origin)?;
			Rules::<T>::put(rules);
			Self::deposit_event(Event::RulesSet { rules });
			Ok(())
		}

		/// Pays `amount` fen for a unit: first the chosen `bills`, in that order, then the others, oldest due first. A
		/// disputed bill is paid only if it is chosen. The payment counts from the day on which the bank had the money,
		/// as far as the receipts for the caller's account say so; what no receipt covers is a second payment, which
		/// counts from now. Money above all dues becomes a prepayment of the caller. If more bills are open than one
		/// payment covers, the remaining money is not taken.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidAmount`] of zero;
		/// - [`Error::BillNotFound`], [`Error::BillNotOpen`], [`Error::DuplicateBill`] for a chosen bill;
		/// - [`Error::PrepaymentTooLarge`], [`Error::TooManyPayers`] for the money above all dues;
		/// - an error of the currency if the caller has insufficient funds.
		///
		/// ## Weight
		///
		/// Linear in the number of bills visited, at most [`Config::MaxBillsPerPayment`]; the unused weight is
		/// refunded.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::pay(T::MaxBillsPerPayment::get().saturating_add(1))
			.saturating_add(T::ValueDates::weight().saturating_mul(2)))]
		pub fn pay(
			origin: OriginFor<T>,
			unit: UnitId,
			amount: Fen,
			bills: Option<BoundedVec<BillKey, T::MaxBillsPerPayment>>,
		) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			let visited = Self::do_pay(payer, unit, amount, bills)?;
			Ok(Some(T::WeightInfo::pay(visited).saturating_add(T::ValueDates::weight().saturating_mul(2))).into())
		}

		/// Releases `amount` fen that the caller prepaid for a unit.
		///
		/// ## Dispatch origin
		///
		/// Signed by the account that prepaid.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`] of zero, [`Error::InsufficientPrepayment`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn refund_prepayment(origin: OriginFor<T>, unit: UnitId, amount: Fen) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_refund_prepayment(payer, unit, amount)
		}

		/// Lets the chain collect a unit's bills from the caller's account, before the moment `until`: for the bills of
		/// each calendar month at most `cap` fen of principal, and at most [`LATE_PART`](types::LATE_PART) of `cap` as
		/// late fees besides. A bill belongs to the month in which its period begins, whenever it is collected. A bill
		/// that cannot be collected whole is skipped or, with `partial`, collected in part, and tried again every day.
		/// Bills that were issued to this unit alone are collected only with `single`.
		///
		/// Replaces the caller's earlier mandate for the unit; what that collected counts towards the new cap. It ends
		/// when revoked, at `until`, and when the unit is sold to an owner that the caller does not act for.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account, for itself.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidAmount`] for a cap of zero;
		/// - [`Error::EndInPast`] if `until` is not in the future;
		/// - [`Error::TooManyPayers`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn set_mandate(
			origin: OriginFor<T>,
			unit: UnitId,
			cap: Fen,
			until: Option<Moment>,
			partial: bool,
			single: bool,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_set_mandate(payer, unit, cap, until, partial, single)
		}

		/// Ends the caller's mandate for a unit immediately.
		///
		/// ## Dispatch origin
		///
		/// Signed by the account that gave the mandate.
		///
		/// ## Errors
		///
		/// - [`Error::MandateNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn revoke_mandate(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_revoke_mandate(payer, unit)
		}

		/// Disputes a bill of the last [`Config::CorrectionMonths`], paid or not; `reason` is the hash of the reasons.
		/// Until the ruling no late fee accrues, and the bill is not collected; what was paid stays paid. A bill can be
		/// disputed once.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`];
		/// - [`Error::BillNotFound`], [`Error::TooOld`], [`Error::AlreadyDisputed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn dispute(origin: OriginFor<T>, bill: BillKey, reason: ContentHash) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_dispute(by, bill, reason)
		}

		/// Rules on a disputed bill. If the bill is reduced, its late fee is computed anew from what was paid when, and
		/// what was paid beyond it is refunded from the pot to those who paid it, the last payment first.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulingOrigin`]; once [`Config::RulingTime`] is over, [`Config::LateRulingOrigin`], too.
		///
		/// ## Errors
		///
		/// - [`Error::BillNotFound`], [`Error::NotDisputed`], [`Error::RulingTooHigh`];
		/// - [`Error::OwnMatter`] if the account has an interest in the bill, or if a body approved the bill to a
		///   single unit: then only [`Config::RulesOrigin`] rules late;
		/// - [`Error::RulingTimeRunning`] for the other body;
		/// - an error of the ledger if the pot has insufficient funds for the refund.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::rule_dispute().saturating_add(Pallet::<T>::follow_weight()))]
		pub fn rule_dispute(origin: OriginFor<T>, bill: BillKey, ruling: Ruling) -> DispatchResult {
			let ruler = Self::ensure_ruler(origin)?;
			Self::do_rule_dispute(ruler, bill, ruling)
		}

		/// Proposes to waive `principal` fen of a bill's principal and `late` fen of its late fee; `reason` is the hash
		/// of the reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidWaiver`] of zero, [`Error::WaiverTooLarge`];
		/// - [`Error::BillNotFound`], [`Error::BillNotOpen`], [`Error::WaiverAlreadyProposed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn propose_waiver(
			origin: OriginFor<T>,
			bill: BillKey,
			principal: Fen,
			late: Fen,
			reason: ContentHash,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_waiver(proposer, bill, principal, late, reason)
		}

		/// Approves the waiver of `principal` and `late` fen. If less is owed now than was to be waived, only that is
		/// waived. The late fee is computed anew on the rest of the principal.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::WaiverNotFound`], [`Error::WaiverMismatch`], [`Error::OwnWaiver`];
		/// - [`Error::OwnMatter`] if the account has an interest in the bill;
		/// - [`Error::BillNotOpen`] if nothing that was to be waived is still owed: reject the waiver instead.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn approve_waiver(origin: OriginFor<T>, bill: BillKey, principal: Fen, late: Fen) -> DispatchResult {
			let approver = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_approve_waiver(approver, bill, principal, late)
		}

		/// Rejects a waiver.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::WaiverNotFound`];
		/// - [`Error::OwnMatter`] if the account has an interest in it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn reject_waiver(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_waiver(by, bill)
		}

		/// Bills the periods of a charge that wait, up to `up_to`, at the rates that applied in them. The bills are
		/// issued in the following blocks, to the units that there are then, and are due as those of a current period.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::InvalidPeriod`];
		/// - [`Error::WaitingPeriodNotFound`], [`Error::PastAlreadyDecided`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn bill_past(origin: OriginFor<T>, charge: ChargeId, up_to: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_bill_past(charge, up_to)
		}

		/// Skips the periods of a charge that wait, up to the one before `to`: they are never billed.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::InvalidPeriod`];
		/// - [`Error::WaitingPeriodNotFound`], [`Error::PastAlreadyDecided`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn skip_past(origin: OriginFor<T>, charge: ChargeId, to: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_skip_past(charge, to)
		}

		/// Proposes to lower bills that were issued wrongly, paid or not: some bills, or all of one charge and period;
		/// or to raise what was lowered by mistake, at most to what was billed. `reason` is the hash of the reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidCredit`], [`Error::DuplicateBill`], [`Error::CreditTooHigh`],
		///   [`Error::InvalidRestoration`], [`Error::UnitAlreadySold`];
		/// - [`Error::CreditNotFound`], [`Error::CreditNotCompleted`] of the one to undo;
		/// - [`Error::BillNotFound`], [`Error::ChargeNotFound`], [`Error::InvalidPeriod`], [`Error::TooOld`];
		/// - [`Error::TooManyProposals`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(20)]
		pub fn propose_credit(origin: OriginFor<T>, scope: CreditScope, reason: ContentHash) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_credit(by, scope, reason)?;
			Ok(())
		}

		/// Approves a credit note: its bills are lowered or raised automatically in the following blocks, each once.
		/// What was paid beyond them goes back to those who paid it, the last payment first.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], a person other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::CreditNotFound`], [`Error::CreditAlreadyApproved`], [`Error::OwnCredit`];
		/// - [`Error::OwnMatter`] if the account has an interest in one of the bills that are named;
		/// - [`Error::TooManyCredits`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::approve_credit().saturating_add(Pallet::<T>::had_refund_weight()))]
		pub fn approve_credit(origin: OriginFor<T>, credit: CreditId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_approve_credit(by, credit)
		}

		/// Rejects a credit note. One that was approved is stopped where it is: the bills that it reached stay lowered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CreditNotFound`], [`Error::CreditAlreadyApproved`] if it is completed;
		/// - [`Error::OwnMatter`] if the account has an interest in it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::reject_credit().saturating_add(Pallet::<T>::had_refund_weight()))]
		pub fn reject_credit(origin: OriginFor<T>, credit: CreditId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_credit(by, credit)
		}

		/// Withdraws a credit note that nobody has answered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::CreditNotFound`], [`Error::CreditAlreadyApproved`];
		/// - [`Error::OwnMatter`] if the account has an interest in it and another person proposed it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::withdraw_credit().saturating_add(Pallet::<T>::had_refund_weight()))]
		pub fn withdraw_credit(origin: OriginFor<T>, credit: CreditId) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_credit(by, credit)
		}

		/// Proposes to move a payment that was made for the wrong unit to the unit `to`; `reason` is the hash of the
		/// reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], without an interest in one of the units or a relation to the payer.
		///
		/// ## Errors
		///
		/// - [`Error::PaymentNotFound`], [`Error::UnitNotFound`], [`Error::InvalidMove`];
		/// - [`Error::NothingToMove`], [`Error::MoveAlreadyProposed`], [`Error::TooManyProposals`];
		/// - [`Error::UnitAlreadySold`] if the unit that it paid for was sold since;
		/// - [`Error::OwnMatter`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(24)]
		pub fn propose_move(
			origin: OriginFor<T>,
			payment: PaymentId,
			to: UnitId,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_move(by, payment, to, reason)
		}

		/// Approves a move to the unit `to`: the bills that the payment paid are open again, and the money pays the
		/// bills of the other unit, oldest due first, as of the time at which it was paid. The rest is prepaid.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], a person other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::MoveNotFound`], [`Error::MoveMismatch`], [`Error::OwnMove`];
		/// - [`Error::UnitNotFound`]: the unit has ceased to exist since the proposal;
		/// - [`Error::OwnMatter`] if the account belongs to an owner of one of the units, or is related to the payer;
		/// - [`Error::NothingToMove`], [`Error::UnitAlreadySold`];
		/// - an error of the ledger if the pot has insufficient funds.
		///
		/// ## Weight
		///
		/// Linear in the number of bills visited, at most [`Config::MaxBillsPerPayment`]; the unused weight is
		/// refunded.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::approve_move(T::MaxBillsPerPayment::get()))]
		pub fn approve_move(origin: OriginFor<T>, payment: PaymentId, to: UnitId) -> DispatchResultWithPostInfo {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			let bills = Self::do_approve_move(by, payment, to)?;
			Ok(Some(T::WeightInfo::approve_move(bills)).into())
		}

		/// Rejects a move.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::MoveNotFound`];
		/// - [`Error::OwnMatter`] if the account has an interest in it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(26)]
		pub fn reject_move(origin: OriginFor<T>, payment: PaymentId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_move(by, payment)
		}

		/// Withdraws a move that nobody has answered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::MoveNotFound`];
		/// - [`Error::OwnMatter`] if the account has an interest in it and another person proposed it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(27)]
		pub fn withdraw_move(origin: OriginFor<T>, payment: PaymentId) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_move(by, payment)
		}

		/// Withdraws a waiver that nobody has answered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::WaiverNotFound`];
		/// - [`Error::OwnMatter`] if the account has an interest in it and another person proposed it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(28)]
		pub fn withdraw_waiver(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_waiver(by, bill)
		}

		/// Withdraws a dispute: the bill stands, and late fees accrue again on what is left to pay.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`];
		/// - [`Error::BillNotFound`], [`Error::NotDisputed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(29)]
		pub fn withdraw_dispute(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_withdraw_dispute(by, bill)
		}

		/// Bills what a unit used by the last readings of its meters and no bill of the metered charge includes, before
		/// the period is over: when the unit is sold, and when the charge has ended. What it uses in the rest of the
		/// period is in the next period's bill; once a charge has ended, what is used after its last period is free.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::UnitNotFound`], [`Error::NotMetered`];
		/// - [`Error::ReadingNotFound`], [`Error::NothingUsed`];
		/// - [`Error::FinalReadingRequired`], while the charge has not ended;
		/// - [`Error::BillAlreadyIssued`] for the running period.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::bill_final()
			.saturating_add(Pallet::<T>::meters_weight())
			.saturating_add(T::Meters::weight_at())
			.saturating_add(Pallet::<T>::settle_weight()))]
		pub fn bill_final(origin: OriginFor<T>, unit: UnitId, charge: ChargeId) -> DispatchResult {
			T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_bill_final(unit, charge)
		}

		/// Proposes a bill to one unit: for a key, a broken door. It is issued when another person approves it, and
		/// bears no late fee.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::PotNotFound`], [`Error::InvalidBill`];
		/// - [`Error::TooManyProposals`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(38)]
		pub fn propose_bill(origin: OriginFor<T>, terms: SingleTerms) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_bill(by, terms)?;
			Ok(())
		}

		/// Approves a bill to one unit: it is issued at once. `terms` is what the approver read.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], a person not related to the proposer; or [`Config::LateRulingOrigin`] once half of
		/// [`Config::ProposalTime`] is over.
		///
		/// ## Errors
		///
		/// - [`Error::BillProposalNotFound`], [`Error::BillMismatch`], [`Error::OwnBill`];
		/// - [`Error::OwnMatter`] if the account belongs to the unit's owner or a resident;
		/// - [`Error::RulingTimeRunning`] while only [`Config::WaiverOrigin`] can approve;
		/// - [`Error::BillProposalLapsed`] if it has lapsed, or the unit has changed hands;
		/// - [`Error::PotNotFound`], [`Error::InvalidBill`], [`Error::TooManyBills`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(39)]
		pub fn approve_bill(origin: OriginFor<T>, proposal: SingleId, terms: SingleTerms) -> DispatchResult {
			let by = match T::WaiverOrigin::try_origin(origin) {
				Ok(by) => Some(by),
				Err(origin) => {
					T::LateRulingOrigin::ensure_origin(origin)?;
					None
				}
			};
			Self::do_approve_bill(by, proposal, terms)
		}

		/// Rejects a proposed bill.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BillProposalNotFound`];
		/// - [`Error::OwnMatter`] if the account has an interest in it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(40)]
		pub fn reject_bill(origin: OriginFor<T>, proposal: SingleId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_bill(by, proposal)
		}

		/// Withdraws a proposed bill, also one that has lapsed.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::BillProposalNotFound`];
		/// - [`Error::OwnMatter`] if the account has an interest in it and another person proposed it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(41)]
		pub fn withdraw_bill(origin: OriginFor<T>, proposal: SingleId) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_bill(by, proposal)
		}

		/// Proposes to pay some of the unit's bills in instalments, which add up to what is owed on them now, late fees
		/// included. Replaces a plan of the unit that was not accepted.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner, or [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::NotOwner`];
		/// - [`Error::OwnMatter`] if the manager lives in the unit;
		/// - [`Error::PlanRunning`], [`Error::InvalidPlan`], [`Error::InstalmentsMismatch`];
		/// - [`Error::DuplicateBill`], [`Error::BillNotFound`], [`Error::BillNotOpen`], also for a disputed bill,
		///   [`Error::BillAlreadyPlanned`];
		/// - [`Error::TooManyParts`] if a bill has no places for so many instalments.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(42)]
		pub fn propose_plan(
			origin: OriginFor<T>,
			unit: UnitId,
			bills: PlannedBills,
			instalments: Instalments,
		) -> DispatchResult {
			let (by, is_manager) = Self::ensure_manager_or_signed(origin)?;
			Self::do_propose_plan(by, is_manager, unit, bills, instalments)?;
			Ok(())
		}

		/// Accepts the unit's plan. From now on, while it is kept, no late fee accrues on its bills, and mandates
		/// collect the instalments that are due.
		///
		/// ## Dispatch origin
		///
		/// The other side: [`Config::ManagerOrigin`] if the owner proposed it, an account of the unit's owner if the
		/// manager did.
		///
		/// ## Errors
		///
		/// - [`Error::PlanNotFound`], [`Error::PlanAlreadyAccepted`], [`Error::PlanLapsed`];
		/// - [`Error::NotOwner`], [`Error::OwnPlan`], [`Error::OwnMatter`] if the manager lives in the unit;
		/// - [`Error::BillNotOpen`], [`Error::BillAlreadyPlanned`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(43)]
		pub fn accept_plan(origin: OriginFor<T>, unit: UnitId, plan: PlanId) -> DispatchResult {
			let (by, is_manager) = Self::ensure_manager_or_signed(origin)?;
			Self::do_accept_plan(by, is_manager, unit, plan)
		}

		/// Ends the unit's plan: one that waits, by either side; one that is kept, by the owner; one that is broken or
		/// completed, by anyone. Late fees accrue again from now, or from the moment at which it was broken.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::PlanNotFound`], [`Error::NotOwner`], [`Error::PlanRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(44)]
		pub fn end_plan(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			let (by, is_manager) = Self::ensure_manager_or_signed(origin)?;
			Self::do_end_plan(by, is_manager, unit)
		}

		/// Records an official invoice for what was paid: the hash of its number, the hash of the document, and its
		/// lines, each a payment, a bill that it paid and an amount.
		///
		/// ## Dispatch origin
		///
		/// [`Config::InvoiceOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidInvoice`], [`Error::InvoiceAlreadyRecorded`];
		/// - [`Error::DuplicateBill`] if two lines name the same payment and bill;
		/// - [`Error::InvoiceTooLarge`] if less was paid, or it was invoiced before.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(50)]
		pub fn record_invoice(
			origin: OriginFor<T>,
			number: ContentHash,
			document: ContentHash,
			lines: InvoiceLines,
		) -> DispatchResult {
			let by = T::InvoiceOrigin::ensure_origin(origin)?;
			Self::do_record_invoice(by, number, document, lines)
		}

		/// Proposes to void an invoice by the red one whose number has the hash `red`; `reason` is the hash of the
		/// reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::InvoiceOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvoiceNotFound`], [`Error::VoidAlreadyProposed`];
		/// - [`Error::InvoiceAlreadyRecorded`] for the red number;
		/// - [`Error::TooManyProposals`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(51)]
		pub fn propose_void(
			origin: OriginFor<T>,
			number: ContentHash,
			red: ContentHash,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::InvoiceOrigin::ensure_origin(origin)?;
			Self::do_propose_void(by, number, red, reason)
		}

		/// Approves the voiding of an invoice by the red one that was proposed: what it was for can be invoiced anew.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], a person other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::InvoiceNotFound`], [`Error::VoidNotFound`], [`Error::VoidMismatch`], [`Error::OwnVoid`];
		/// - [`Error::InvoiceAlreadyRecorded`] if the red number was used meanwhile.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(52)]
		pub fn approve_void(origin: OriginFor<T>, number: ContentHash, red: ContentHash) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_approve_void(by, number, red)
		}

		/// Declines or withdraws the voiding of an invoice.
		///
		/// ## Dispatch origin
		///
		/// [`Config::InvoiceOrigin`] or [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvoiceNotFound`], [`Error::VoidNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(53)]
		pub fn decline_void(origin: OriginFor<T>, number: ContentHash) -> DispatchResult {
			let by = match T::InvoiceOrigin::try_origin(origin) {
				Ok(by) => by,
				Err(origin) => T::WaiverOrigin::ensure_origin(origin)?,
			};
			Self::do_decline_void(by, number)
		}

		/// Moves `amount` fen, or all that is free (`None`), of the money that the bank received for a unit to the
		/// caller. `release` fen of what is prepaid with such money are released first. The seller of a unit claims
		/// what was received before the sale.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the owner whose money it is.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::InvalidAmount`] of zero;
		/// - [`Error::InsufficientUnitMoney`], [`Error::InsufficientPrepayment`];
		/// - [`Error::UnitMoneyHeld`] while a receipt of the money is owed, or may be taken back and is not frozen
		///   whole.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(35)]
		#[pallet::weight(T::WeightInfo::claim_unit_money().saturating_add(T::Claims::weight()))]
		pub fn claim_unit_money(
			origin: OriginFor<T>,
			unit: UnitId,
			amount: Option<Fen>,
			#[pallet::compact] release: Fen,
		) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_claim_unit_money(by, unit, amount, release)
		}
	}
}
