// SPDX-License-Identifier: Apache-2.0

//! The rules, charges, arrears and prepayments at genesis.

use crate::{
	charges::is_aligned,
	prepayments::held,
	statements::Statement,
	types::{
		Bill, ChargeTerms, EntryKind, GenesisBill, GenesisCharge, Lines, OpenKey, Opening, PastDecision, Payment,
		PaymentKind,
	},
	Bills, Charges, Config, Error, GenesisConfig, NextPayment, OpenBills, Pallet, PastDecisions, Prepayments, Rules,
	Totals,
};
use frame_support::{ensure, traits::fungible::MutateHold};
use linli_primitives::{
	traits::{Community, OwnersRegister},
	BillKey, Fen, Moment, Period, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> GenesisConfig<T> {
	/// Writes the rules, charges, arrears and prepayments to storage.
	#[allow(clippy::panic, reason = "genesis only: an invalid chain spec must not start a chain")]
	pub(crate) fn store(&self) {
		Rules::<T>::put(self.rules);
		for (index, charge) in self.charges.iter().enumerate() {
			if let Err(error) = Pallet::<T>::create_at_genesis(charge) {
				panic!("fees: charge number {index} of the chain spec is invalid: {error:?}");
			}
		}
		for (index, bill) in self.arrears.iter().enumerate() {
			if let Err(error) = Pallet::<T>::open_at_genesis(bill, self.opened) {
				panic!("fees: bill number {index} of the chain spec's arrears is invalid: {error:?}");
			}
		}
		for (unit, amount) in &self.prepayments {
			if let Err(error) = Pallet::<T>::prepay_at_genesis(*unit, *amount, self.opened) {
				panic!("fees: the prepayment for unit {unit} in the chain spec is invalid: {error:?}");
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Creates a charge of the chain spec.
	fn create_at_genesis(charge: &GenesisCharge) -> Result<(), DispatchError> {
		let terms = ChargeTerms {
			pot: charge.pot,
			basis: charge.basis.clone(),
			buildings: charge.buildings.clone(),
			period: charge.period,
			due_days: charge.due_days,
			grace_days: charge.grace_days,
			late_rate: charge.late_rate,
			late_cap: charge.late_cap,
			discount: charge.discount,
		};
		// Another pallet's genesis creates the pots and may be built later, so `try_state` checks that they exist.
		Self::ensure_own_terms(&terms)?;
		let rate = Fen::from(charge.rate);
		Self::ensure_rate(rate)?;
		Self::ensure_tiers(&terms, &charge.tiers)?;
		if let Some(first) = charge.first {
			ensure!(is_aligned(first, terms.period, &T::Community::calendar()), Error::<T>::InvalidPeriod);
		}
		// Without a first period there is no past to bill.
		ensure!(charge.first.is_some() || !charge.bill_past, Error::<T>::InvalidPeriod);
		let id = Self::add_charge(terms, rate, charge.first, charge.tiers.clone())?;
		if charge.bill_past {
			PastDecisions::<T>::insert(id, PastDecision { until: Period { year: u16::MAX, month: 12 }, bill: true });
		}
		Ok(())
	}

	/// Issues a bill of before the chain for what is left to pay of it.
	pub(crate) fn open_at_genesis(genesis: &GenesisBill, opened: Moment) -> Result<(), DispatchError> {
		let GenesisBill { unit, charge: id, period, issued, due, .. } = *genesis;
		let charge = Charges::<T>::get(id).ok_or(Error::<T>::ChargeNotFound)?;
		let terms = &charge.terms;
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		ensure!(is_aligned(period, terms.period, &T::Community::calendar()), Error::<T>::InvalidPeriod);
		let first = charge.first.ok_or("its charge names no first period, so that it might be billed again")?;
		ensure!(period < first, "its period is billed on the chain");
		ensure!(issued <= due && issued <= opened, "it was issued after it is due or after the opening");
		let key = BillKey::new(unit, id, period);
		ensure!(!Bills::<T>::contains_key(key.parts()), "there are two for one unit, charge and period");
		let principal = genesis.principal.checked_sub(genesis.paid).filter(|left| *left > 0);
		let principal = Fen::from(principal.ok_or("nothing is left to pay of its principal")?);
		let late = Fen::from(genesis.late);
		let cap = terms.late_cap.of_floor(genesis.principal.into()).ok_or(ArithmeticError::Overflow)?;
		ensure!(late <= cap, "its late fee exceeds the charge's cap");

		let mut totals = Totals::<T>::get();
		let add = |sum: &mut Fen, amount: Fen| -> Result<(), ArithmeticError> {
			*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		};
		add(&mut totals.principal.charged, principal)?;
		add(&mut totals.late.charged, late)?;
		totals.bills = totals.bills.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let mut statement = Statement::<T>::open(unit, opened);
		let mut bill = Bill::new(principal, issued, due, statement.next_line());
		statement.write(EntryKind::Bill { bill: key }, principal)?;
		statement.write(EntryKind::LateFee { bill: key }, late)?;
		statement.close();
		bill.late.charged = late;
		bill.opening = Some(Opening { paid: genesis.paid.into(), late, opened });
		Bills::<T>::insert(key.parts(), bill);
		OpenBills::<T>::insert(unit, OpenKey::new(due, key), ());
		Totals::<T>::put(totals);
		Ok(())
	}

	/// Holds what was prepaid for a unit before the chain, on the account that keeps the unit's money. It was accepted
	/// then, so the limit of prepayments does not hold for it.
	pub(crate) fn prepay_at_genesis(unit: UnitId, amount: Fen, opened: Moment) -> Result<(), DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let payer = Self::open_unit_account(unit)?;
		ensure!(!Prepayments::<T>::contains_key(unit, &payer), "the unit is named twice");
		T::Currency::hold(&held::<T>(), &payer, amount)?;
		Prepayments::<T>::insert(unit, &payer, amount);
		let (payment, first) = (NextPayment::<T>::get(), Self::next_line(unit));
		let mut statement = Statement::<T>::open(unit, opened);
		statement.write(EntryKind::Prepayment { payment }, amount)?;
		statement.close();
		let lines = Lines { first, end: Self::next_line(unit) };
		let kind = PaymentKind::Receipt;
		Self::record_payment(payment, Payment { unit, payer, amount, prepaid: amount, moment: opened, kind, lines })
	}
}
