// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use linli_primitives::{
	traits::{Clock, Community},
	Commitment, ContentHash, Fen, Moment, Period, PeriodKind, PotId,
};
use sp_runtime::DispatchResult;

/// Set-up outside the pallet for benchmarks.
pub trait BenchmarkHelper {
	/// Sets the clock to `now`.
	fn set_time(now: Moment);

	/// Ensures that the pot exists and that its next entry is the first of a month: the most expensive case.
	fn ensure_pot(pot: PotId) -> DispatchResult;
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
	Pallet::<T>::do_receive(None, Party::Account(resident.clone()), AMOUNT, &reference(b'a'))?;
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

/// A receipt for a pot, under reference `b…`, whose reversal is proposed.
fn questioned<T: Config>() -> Result<ContentHash, BenchmarkError> {
	set_clock::<T>()?;
	T::BenchmarkHelper::ensure_pot(0)?;
	Pallet::<T>::do_receive(None, Party::Pot(0), AMOUNT, &reference(b'b'))?;
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_propose_reversal(proposer, key(b'b'), ContentHash::repeat_byte(2))?;
	Ok(key(b'b'))
}

impl<T: Config> Pallet<T> {
	/// Attests `month`. For benchmarks of other pallets.
	pub fn set_attested(month: Period) {
		let (by, moment) = (account("cashier", 0, 0), T::Clock::now());
		let attestation = Attestation { statement: ContentHash::zero(), closing: 0, chain: 0, moment, by };
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
	fn pay_out() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, reference(b'c'));

		assert!(BankEntries::<T>::contains_key(key(b'c')));
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
		resident::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'a'), ContentHash::repeat_byte(2));

		let entry = BankEntries::<T>::get(key(b'a')).ok_or("it was booked")?;
		assert!(matches!(entry.state, BankEntryState::ReversalProposed { .. }));
		Ok(())
	}

	#[benchmark]
	fn approve_reversal() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let reference = questioned::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reference);

		assert_eq!(TotalReversed::<T>::get(), AMOUNT);
		Ok(())
	}

	#[benchmark]
	fn decline_reversal() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		let reference = questioned::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reference);

		assert_eq!(TotalReversed::<T>::get(), 0);
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

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
