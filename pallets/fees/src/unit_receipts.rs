// SPDX-License-Identifier: Apache-2.0

//! Money that the bank received for a unit, whether its owner has an account on chain or not (D51).
//!
//! It is kept on an account of the unit and its present owner that nobody signs for. It pays the unit's open bills,
//! oldest due first, as of the bank's value date; the rest is prepaid within the community's limit. What exceeds the
//! limit stays free on that account and pays later bills when they issue, or the owner claims it.
//!
//! - **No limit refuses a receipt.** The account needs no place among those that prepay, and has the owner's places
//!   among the parts of a bill. A bill that has no place left for a part waits for the receipt that settles it.
//! - **On a sale the money stays the seller's**: a prepayment is released to the account, and the seller claims it. The
//!   buyer's receipts go to another account.
//! - **A receipt that was booked wrongly** is taken back by the cashier's two people: [`crate::taking_back`]. From the
//!   proposal on what is prepaid is frozen with the rest, and while a debt stands nothing is claimed.

use crate::{
	paying::Purse,
	types::{Lines, Payment, PaymentKind, UnitAccount, UnitMoney},
	Config, Error, Event, MovedPayments, NextPayment, OpenBills, Pallet, Prepayments, Rules, UnitAccounts, WeightInfo,
};
use codec::{Decode, Encode};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Preservation},
		Get,
	},
	weights::Weight,
	PalletId,
};
use linli_primitives::{
	traits::{Clock, Credited, OwnersRegister, People, UnitClaims, UnitReceipts},
	Fen, Moment, OwnerId, PaymentId, UnitId,
};
use sp_runtime::{traits::TrailingZeroInput, ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The account that keeps the money of `owner` for `unit`, opened or not. It is made of the pallet's id and both
	/// numbers, so that it is known for what it is before it is opened; nobody has a key for it.
	pub fn unit_account(unit: UnitId, owner: OwnerId) -> Result<T::AccountId, DispatchError> {
		let bytes = (T::PalletId::get(), unit, owner).encode();
		T::AccountId::decode(&mut TrailingZeroInput::new(&bytes)).map_err(|_| DispatchError::Corruption)
	}

	/// Whether `account` keeps the money of a unit's owner, or would once it is opened: nothing is received for it as
	/// an account, and the runtime rejects transfers to it. Reads nothing.
	pub fn is_unit_account(account: &T::AccountId) -> bool {
		let numbers = account.using_encoded(|mut bytes: &[u8]| <(PalletId, UnitId, OwnerId)>::decode(&mut bytes).ok());
		numbers.is_some_and(|(pallet, unit, owner)| {
			pallet == T::PalletId::get() && Self::unit_account(unit, owner).as_ref() == Ok(account)
		})
	}

	fn is_open(account: &T::AccountId) -> bool {
		UnitAccounts::<T>::contains_key(account)
	}

	/// The account of the unit's present owner, opened if it is not yet.
	pub(crate) fn open_unit_account(unit: UnitId) -> Result<T::AccountId, DispatchError> {
		let owner = T::Register::unit(unit).ok_or(Error::<T>::UnitNotFound)?.owner;
		let account = Self::unit_account(unit, owner)?;
		if !Self::is_open(&account) {
			// It outlives a balance of zero, and can have its last fen on hold.
			frame_system::Pallet::<T>::inc_providers(&account);
			UnitAccounts::<T>::insert(&account, UnitAccount { unit, owner });
		}
		Ok(account)
	}

	/// What is free on an account that keeps a unit's money, in fen.
	pub(crate) fn kept(account: &T::AccountId) -> Fen {
		T::Currency::reducible_balance(account, Preservation::Expendable, Fortitude::Polite)
	}

	/// See [`crate::api::FeesApi::unit_money`].
	pub fn unit_money(unit: UnitId, owner: OwnerId) -> Option<UnitMoney<T::AccountId>> {
		let account = Self::unit_account(unit, owner).ok().filter(Self::is_open)?;
		let (free, prepaid) = (Self::kept(&account), Prepayments::<T>::get(unit, &account));
		Some(UnitMoney { account, free, prepaid })
	}

	/// Pays the unit's bills from what is kept for its present owner, and prepays of the rest what it can.
	fn pay_from_kept(
		unit: UnitId,
		account: &T::AccountId,
		value: Moment,
		max_bills: u32,
	) -> Result<Credited, DispatchError> {
		let (now, limit, payment) = (T::Clock::now(), Self::kept(account), NextPayment::<T>::get());
		let kind = PaymentKind::Receipt;
		let (allocation, made) = (Rules::<T>::get().allocation, Self::made_at(value));
		let first = Self::next_line(unit);
		let mut queue = Self::oldest_open(unit, T::MaxBillsPerPayment::get().min(max_bills.saturating_add(1)));
		let capacity = usize::try_from(max_bills).map_err(|_| ArithmeticError::Overflow)?;
		let is_cut = queue.len() > capacity;
		queue.truncate(capacity);
		let purse = Purse::<T> { payer: account, kind, limit, payment, allocation, now, made };
		let paid = Self::pay_bills(&queue, &purse)?;
		let left = limit.checked_sub(paid).ok_or(ArithmeticError::Underflow)?;
		ensure!(left == 0 || !is_cut, Error::<T>::MaxBillsTooLow);

		let is_free_of_dues = OpenBills::<T>::iter_key_prefix(unit).next().is_none();
		let room = if left > 0 && is_free_of_dues { left.min(Self::prepayment_room(unit, account)) } else { 0 };
		let prepay = || with_storage_layer(|| Self::add_prepayment(unit, account, room, payment, now)).is_ok();
		let prepaid = if room > 0 && prepay() { room } else { 0 };
		let amount = paid.checked_add(prepaid).ok_or(ArithmeticError::Overflow)?;
		let is_paid = amount > 0;
		if is_paid {
			let (payer, lines) = (account.clone(), Lines { first, end: Self::next_line(unit) });
			Self::record_payment(payment, Payment { unit, payer, amount, prepaid, moment: now, kind, lines })?;
		}
		let payment = is_paid.then_some(payment);
		let kept = left.saturating_sub(prepaid);
		Self::deposit_event(Event::UnitCredited { unit, account: account.clone(), value, payment, kept });
		let bills = u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow)?;
		Ok(Credited { payment, bills })
	}

	/// See [`Pallet::claim_unit_money`].
	pub(crate) fn do_claim_unit_money(
		by: T::AccountId,
		unit: UnitId,
		amount: Option<Fen>,
		release: Fen,
	) -> DispatchResult {
		ensure!(amount != Some(0), Error::<T>::InvalidAmount);
		let owner = T::Register::owner_of(&by).ok_or(Error::<T>::NotOwner)?;
		let account = Self::unit_account(unit, owner)?;
		ensure!(Self::is_open(&account), Error::<T>::InsufficientUnitMoney);
		ensure!(!T::Claims::is_held(&account), Error::<T>::UnitMoneyHeld);
		if release > 0 {
			Self::do_refund_prepayment(account.clone(), unit, release)?;
		}
		let kept = Self::kept(&account);
		let amount = amount.unwrap_or(kept);
		ensure!(amount > 0 && amount <= kept, Error::<T>::InsufficientUnitMoney);
		T::Currency::transfer(&account, &by, amount, Preservation::Expendable)?;
		Self::deposit_event(Event::UnitMoneyClaimed { unit, by, amount });
		Ok(())
	}
}

impl<T: Config> UnitReceipts<T::AccountId> for Pallet<T> {
	fn account(unit: UnitId) -> Result<T::AccountId, DispatchError> {
		Self::open_unit_account(unit)
	}

	/// What was kept before is used, too, so that no money lies beside open bills.
	fn credit(unit: UnitId, _amount: Fen, value: Moment, max_bills: u32) -> Result<Credited, DispatchError> {
		let account = Self::open_unit_account(unit)?;
		with_storage_layer(|| Self::pay_from_kept(unit, &account, value, max_bills))
	}

	fn take_back(account: &T::AccountId, payment: Option<PaymentId>, since: Moment, amount: Fen) -> DispatchResult {
		with_storage_layer(|| Self::take_back_unit_money(account, payment, since, amount))
	}

	fn prepaid(account: &T::AccountId) -> Fen {
		UnitAccounts::<T>::get(account).map_or(0, |kept| Prepayments::<T>::get(kept.unit, account))
	}

	fn release_prepaid(account: &T::AccountId, amount: Fen) -> DispatchResult {
		let kept = UnitAccounts::<T>::get(account).ok_or(Error::<T>::InsufficientPrepayment)?;
		with_storage_layer(|| Self::do_refund_prepayment(account.clone(), kept.unit, amount))
	}

	fn was_moved(payment: PaymentId) -> bool {
		MovedPayments::<T>::contains_key(payment)
	}

	fn is_unit_account(account: &T::AccountId) -> bool {
		Self::is_unit_account(account)
	}

	fn concerns(account: &T::AccountId, who: &T::AccountId) -> bool {
		UnitAccounts::<T>::get(account).is_some_and(|kept| {
			T::Register::owner_of(who) == Some(kept.owner)
				|| T::Register::is_at_home(who, kept.unit)
				|| T::People::related_to_owner(who, kept.owner)
		})
	}

	/// Besides: the account, the unit, its owner, and the home of the other account.
	fn concerns_weight() -> Weight {
		T::People::related_to_owner_weight().saturating_add(T::DbWeight::get().reads(4))
	}

	fn weight(bills: u32) -> Weight {
		T::WeightInfo::credit_unit(bills).saturating_add(Self::note_unit_payment_weight())
	}

	fn take_back_weight() -> Weight {
		Self::take_back_unit_money_weight()
	}

	/// The account's unit and its prepayment are read once more.
	fn release_weight() -> Weight {
		T::WeightInfo::refund_prepayment().saturating_add(T::DbWeight::get().reads(2))
	}
}
