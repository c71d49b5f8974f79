// SPDX-License-Identifier: Apache-2.0

//! The pallet's calls.

use frame_support::pallet_macros::pallet_section;

/// The calls, imported into the pallet by `import_section`.
#[pallet_section]
mod calls {
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets the rules. Claims that were made before keep their pot.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn set_rules(origin: OriginFor<T>, rules: DepositRules) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			ensure!(T::Ledger::exists(rules.pot), Error::<T>::PotNotFound);
			Rules::<T>::put(rules);
			Self::deposit_event(Event::RulesSet { rules });
			Ok(())
		}

		/// Puts `amount` fen of the caller's on hold as a deposit for a unit. `purpose` is the hash of a document, such
		/// as the renovation agreement.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account: a builder may pay for a household.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidAmount`];
		/// - [`Error::TooManyDeposits`] at [`Config::MaxOpen`];
		/// - a token error if the caller has less, or would keep nothing: one fen keeps the account alive.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn place(
			origin: OriginFor<T>,
			unit: UnitId,
			#[pallet::compact] amount: Fen,
			purpose: ContentHash,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_place(payer, unit, amount, purpose)
		}

		/// Asks for a deposit: the work is over and can be inspected.
		///
		/// ## Dispatch origin
		///
		/// Signed by the payer.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::NotPayer`];
		/// - [`Error::AlreadyRequested`] after the first request, or once it is claimed or settled.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn request_return(origin: OriginFor<T>, deposit: DepositId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_return(&who, deposit)
		}

		/// Gives a deposit back in whole, whether it was asked for or not. A claim is dropped.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], neither related to the payer nor at home in the unit.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::AlreadySettled`], [`Error::IsRelated`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn release(origin: OriginFor<T>, deposit: DepositId) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_release(&by, deposit)
		}

		/// Claims `amount` fen of a deposit for damage. `evidence` is the hash of a document that shows it. The pot is
		/// that of the rules.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], neither related to the payer nor at home in the unit.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::AlreadySettled`], [`Error::AlreadyClaimed`], [`Error::IsRelated`];
		/// - [`Error::InspectionTimeOver`] once the payer can take it back;
		/// - [`Error::InvalidAmount`] of zero, [`Error::AmountTooLarge`] above the deposit.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn claim(
			origin: OriginFor<T>,
			deposit: DepositId,
			#[pallet::compact] amount: Fen,
			evidence: ContentHash,
		) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_claim(by, deposit, amount, evidence)
		}

		/// Concedes a claim of `amount` fen: it goes to the pot, and the rest of the deposit is free again. A contested
		/// claim can still be conceded.
		///
		/// ## Dispatch origin
		///
		/// Signed by the payer.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::NotPayer`], [`Error::NotClaimed`];
		/// - [`Error::TermsMismatch`] if another amount is claimed.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn accept(origin: OriginFor<T>, deposit: DepositId, #[pallet::compact] amount: Fen) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(&who, deposit, amount)
		}

		/// Contests a claim, which then waits for a ruling. `answer` is the hash of a document.
		///
		/// ## Dispatch origin
		///
		/// Signed by the payer.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::NotPayer`], [`Error::NotClaimed`];
		/// - [`Error::AlreadyContested`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn contest(origin: OriginFor<T>, deposit: DepositId, answer: ContentHash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_contest(&who, deposit, answer)
		}

		/// Rules that `amount` fen of a claim are kept; the rest of the deposit is free again. `document` is the hash
		/// of the reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulingOrigin`], related neither to the payer nor to the manager who claims, nor at home in the
		/// unit; or [`Config::LateRulingOrigin`] once [`Config::RulingTime`] is over.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::NotClaimed`], [`Error::AmountTooLarge`] above the claim;
		/// - [`Error::IsRelated`];
		/// - [`Error::AnswerTimeRunning`] while the payer can still answer, [`Error::RulingTimeRunning`] while only the
		///   ruling body can rule.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn rule(
			origin: OriginFor<T>,
			deposit: DepositId,
			#[pallet::compact] amount: Fen,
			document: ContentHash,
		) -> DispatchResult {
			let by = match T::RulingOrigin::try_origin(origin) {
				Ok(by) => Some(by),
				Err(origin) => {
					T::LateRulingOrigin::ensure_origin(origin)?;
					None
				}
			};
			Self::do_rule(by.as_ref(), deposit, amount, document)
		}

		/// Takes a deposit back that nobody claimed in time, or on which nobody ruled in time.
		///
		/// ## Dispatch origin
		///
		/// Signed by the payer.
		///
		/// ## Errors
		///
		/// - [`Error::DepositNotFound`], [`Error::NotPayer`], [`Error::AlreadySettled`];
		/// - [`Error::NotRequested`] before [`request_return`](Pallet::request_return);
		/// - [`Error::InspectionTimeRunning`], [`Error::RulingTimeRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn take_back(origin: OriginFor<T>, deposit: DepositId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_take_back(&who, deposit)
		}
	}
}
