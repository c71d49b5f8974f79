// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use linli_primitives::{
	traits::{BankOrders, Clock, Community, UnitReceipts},
	Cause, Commitment, ContentHash, Fen, Moment, OrderId, Period, PeriodKind, PotId, UnitId,
};
use sp_runtime::DispatchResult;

/// Set-up outside the pallet for benchmarks.
pub trait BenchmarkHelper {
	/// Sets the clock to `now`.
	fn set_time(now: Moment);

	/// Ensures that the pot exists and that its next entry is the first of a month: the most expensive case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// A unit without dues, for which nothing can be prepaid.
	fn unit() -> UnitId;
}

const AMOUNT: Fen = 1_000_000;
const MONTH: Period = Period { year: 2026, month: 11 };

/// A reference of maximum length.
fn reference(letter: u8) -> Reference {
	vec![letter; 64].try_into().unwrap_or_default()
}

fn key(letter: u8) -> ContentHash {
	reference_hash(&reference(letter)).unwrap_or_default()
}

fn cashier<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CashierOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn auditor<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AuditorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Sets the clock to the start of [`MONTH`].
fn set_clock<T: Config>() -> Result<(), BenchmarkError> {
	T::BenchmarkHelper::set_time(T::Community::start(MONTH).ok_or("the month exists")?);
	Ok(())
}

/// A resident with [`AMOUNT`], received under reference `a…`.
fn resident<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	set_clock::<T>()?;
	let resident: T::AccountId = account("resident", 0, 0);
	Pallet::<T>::do_receive(None, 0, Party::Account(resident.clone()), AMOUNT, &reference(b'a'), 0, None)?;
	Ok(resident)
}

/// A resident with the maximum number of open requests, less `spare`. Returns the id of the last one too.
fn requests<T: Config>(spare: u32) -> Result<(T::AccountId, PayoutId), BenchmarkError> {
	let resident = resident::<T>()?;
	let mut last = 0;
	for _ in spare..T::MaxOpenPayouts::get() {
		last = Pallet::<T>::do_request_payout(resident.clone(), 1_000, Commitment::repeat_byte(1))?;
	}
	Ok((resident, last))
}

/// A hash.
const WHY: ContentHash = ContentHash::repeat_byte(2);
/// A cause that no pallet orders payments for: what the pallets that order do is weighed by them.
const CAUSE: Cause = Cause::Donation;

fn cashiers_account<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	T::CashierOrigin::ensure_origin(cashier::<T>()?).map_err(|_| BenchmarkError::Weightless)
}

/// A pot with [`AMOUNT`], received under reference `b…`.
fn pot<T: Config>() -> Result<(), BenchmarkError> {
	set_clock::<T>()?;
	T::BenchmarkHelper::ensure_pot(0)?;
	Pallet::<T>::do_receive(None, 0, Party::Pot(0), AMOUNT, &reference(b'b'), 0, None)?;
	Ok(())
}

/// The account that keeps [`AMOUNT`] for the owner of a unit without dues.
fn kept<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	set_clock::<T>()?;
	let unit = T::BenchmarkHelper::unit();
	let cashier: T::AccountId = account("cashier", 0, 0);
	Pallet::<T>::do_receive_for_unit(cashier, 0, unit, AMOUNT, &reference(b'u'), T::Clock::now(), 0)?;
	Ok(T::Units::account(unit)?)
}

/// A receipt for a pot, under reference `b…`, whose reversal is proposed.
fn questioned<T: Config>() -> Result<ContentHash, BenchmarkError> {
	pot::<T>()?;
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_propose_reversal(proposer, key(b'b'), None, WHY)?;
	T::BenchmarkHelper::ensure_pot(0)?;
	Ok(key(b'b'))
}

/// An order out of a pot, proposed to be returned by another account.
fn returning<T: Config>() -> Result<OrderId, BenchmarkError> {
	let order = ordered::<T>()?;
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_propose_outcome(proposer, order, Outcome::Returned { reason: WHY }, false)?;
	Ok(order)
}

/// An order out of a pot.
fn ordered<T: Config>() -> Result<OrderId, BenchmarkError> {
	pot::<T>()?;
	let (order, _) = Pallet::<T>::order(&cashiers_account::<T>()?, 0, AMOUNT, Commitment::zero(), CAUSE)?;
	T::BenchmarkHelper::ensure_pot(0)?;
	Ok(order)
}

/// A payment out of a pot, booked under reference `p…`, proposed to be corrected by another account because it came
/// back under reference `q…`.
fn bounced<T: Config>() -> Result<CorrectionTerms, BenchmarkError> {
	let order = ordered::<T>()?;
	Pallet::<T>::do_book_paid(cashiers_account::<T>()?, order, &reference(b'p'))?;
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_propose_payment_correction(proposer, key(b'p'), Some(&reference(b'q')), WHY)?;
	Ok(CorrectionTerms::Payment { came_back: Some(key(b'q')), reason: WHY })
}

/// The last month attested, whose correction is proposed by another account.
fn misstated<T: Config>() -> Result<(), BenchmarkError> {
	resident::<T>()?;
	T::BenchmarkHelper::set_time(T::Community::end(MONTH, PeriodKind::Month).ok_or("the month exists")?);
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_attest(proposer.clone(), MONTH, WHY, 1)?;
	Pallet::<T>::do_propose_attestation_correction(proposer, MONTH, WHY, AMOUNT)?;
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Attests `month`. For benchmarks of other pallets.
	pub fn set_attested(month: Period) {
		let (by, moment) = (account("cashier", 0, 0), T::Clock::now());
		let attestation = Attestation {
			statement: ContentHash::zero(),
			closing: 0,
			chain: 0,
			moment,
			by,
			approver: None,
			corrections: 0,
		};
		Attestations::<T>::insert(month, attestation);
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn receive() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;
		let resident: T::AccountId = account("resident", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, resident, AMOUNT, reference(b'c'));

		assert!(BankEntries::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn receive_for_pot() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;
		T::BenchmarkHelper::ensure_pot(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, AMOUNT, reference(b'c'));

		assert!(BankEntries::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn request_payout() -> Result<(), BenchmarkError> {
		let (resident, _) = requests::<T>(1)?;
		let id = NextPayout::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(resident), 1_000, Commitment::repeat_byte(1));

		assert!(Payouts::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn cancel_payout() -> Result<(), BenchmarkError> {
		let (resident, id) = requests::<T>(0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(resident), id);

		assert!(!Payouts::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn refuse_payout() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, ContentHash::repeat_byte(2));

		assert!(!Payouts::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn propose_reversal() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		pot::<T>()?;
		T::BenchmarkHelper::ensure_pot(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'b'), None, WHY);

		assert!(CorrectionProposals::<T>::contains_key(key(b'b')));
		Ok(())
	}

	#[benchmark]
	fn approve_correction() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let terms = bounced::<T>()?;
		T::BenchmarkHelper::ensure_pot(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'p'), terms, 0);

		assert!(BankEntries::<T>::contains_key(key(b'q')));
		Ok(())
	}

	#[benchmark]
	fn decline_correction() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let reference = questioned::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reference);

		assert!(!CorrectionProposals::<T>::contains_key(reference));
		Ok(())
	}

	#[benchmark]
	fn order_payout() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert!(Orders::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn book_paid() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, reference(b'c'));

		assert!(BankEntries::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn propose_return() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, WHY);

		assert!(Orders::<T>::get(order).is_some_and(|order| order.proposed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn propose_paid() -> Result<(), BenchmarkError> {
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, id)?;
		T::BenchmarkHelper::set_time(T::Clock::now().saturating_add(T::OutcomeTime::get()));
		// On a chain that takes the jump for a standstill, it was not lived.
		Orders::<T>::mutate(order, |order| {
			if let Some(order) = order {
				order.since = 0;
			}
		});

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, reference(b'c'));

		assert!(Orders::<T>::get(order).is_some_and(|order| order.proposed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn confirm_outcome() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let order = returning::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, Outcome::Returned { reason: WHY }, 0);

		assert!(!Orders::<T>::contains_key(order));
		Ok(())
	}

	#[benchmark]
	fn decline_outcome() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let order = returning::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order);

		assert!(Orders::<T>::get(order).is_some_and(|order| order.proposed.is_none()));
		Ok(())
	}

	#[benchmark]
	fn propose_payment_correction() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, id)?;
		Pallet::<T>::do_book_paid(cashiers_account::<T>()?, order, &reference(b'p'))?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'p'), Some(reference(b'q')), WHY);

		assert!(CorrectionProposals::<T>::contains_key(key(b'p')));
		Ok(())
	}

	#[benchmark]
	fn recover() -> Result<(), BenchmarkError> {
		pot::<T>()?;
		T::BenchmarkHelper::ensure_pot(0)?;
		Debts::<T>::insert(key(b'b'), Debt { party: Party::Pot(0), amount: AMOUNT });
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), key(b'b'));

		assert!(!Debts::<T>::contains_key(key(b'b')));
		Ok(())
	}

	#[benchmark]
	fn propose_attestation_correction() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		misstated::<T>()?;
		AttestationProposals::<T>::remove(MONTH);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, MONTH, WHY, AMOUNT);

		assert!(AttestationProposals::<T>::contains_key(MONTH));
		Ok(())
	}

	#[benchmark]
	fn approve_attestation_correction() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		misstated::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, MONTH, WHY, AMOUNT);

		assert_eq!(Attestations::<T>::get(MONTH).map(|attestation| attestation.corrections), Some(1));
		Ok(())
	}

	#[benchmark]
	fn decline_attestation_correction() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		misstated::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, MONTH);

		assert!(!AttestationProposals::<T>::contains_key(MONTH));
		Ok(())
	}

	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let by = T::CashierOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
		resident::<T>()?;
		// Worst case: a month without bank entries, after one that is attested.
		let quiet = MONTH.next(PeriodKind::Month).ok_or("the month exists")?;
		T::BenchmarkHelper::set_time(T::Community::end(quiet, PeriodKind::Month).ok_or("the month exists")?);
		Pallet::<T>::do_attest(by, MONTH, ContentHash::repeat_byte(3), AMOUNT)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, quiet, ContentHash::repeat_byte(3), AMOUNT);

		assert_eq!(LastAttested::<T>::get(), Some(quiet));
		Ok(())
	}

	#[benchmark]
	fn set_free_transfers() -> Result<(), BenchmarkError> {
		let origin = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, true);

		assert!(FreeTransfers::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn receive_batch() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;
		// A malformed line, so that what lines cost is not counted twice.
		let to = Receiver::Account(account("resident", 0, 0));
		let line = ReceiptLine { to, amount: AMOUNT, reference: Reference::default(), value: T::Clock::now() };
		let lines = batches::LinesOf::<T>::truncate_from(vec![line]);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, WHY, lines, 0);

		// The line that was refused, and the summary.
		assert!(frame_system::Pallet::<T>::event_count() >= 2);
		Ok(())
	}

	#[benchmark]
	fn receive_for_unit() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;
		let unit = T::BenchmarkHelper::unit();
		let (bank, value, max_bills) = (0, T::Clock::now(), 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, bank, unit, AMOUNT, reference(b'c'), value, max_bills);

		assert!(BankEntries::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn propose_unit_payout() -> Result<(), BenchmarkError> {
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let kept = kept::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, kept.clone(), AMOUNT, Commitment::zero());

		assert!(UnitPayouts::<T>::contains_key(kept));
		Ok(())
	}

	#[benchmark]
	fn approve_unit_payout() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let kept = kept::<T>()?;
		let proposer: T::AccountId = account("proposer", 0, 0);
		for _ in 1..T::MaxOpenPayouts::get() {
			Pallet::<T>::do_request_payout(kept.clone(), 1, Commitment::zero())?;
		}
		Pallet::<T>::do_propose_unit_payout(proposer, kept.clone(), 1_000, Commitment::zero())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, kept.clone(), 1_000, Commitment::zero());

		assert!(!UnitPayouts::<T>::contains_key(kept));
		Ok(())
	}

	#[benchmark]
	fn decline_unit_payout() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let kept = kept::<T>()?;
		let proposer: T::AccountId = account("proposer", 0, 0);
		Pallet::<T>::do_propose_unit_payout(proposer, kept.clone(), AMOUNT, Commitment::zero())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, kept.clone());

		assert!(!UnitPayouts::<T>::contains_key(kept));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
