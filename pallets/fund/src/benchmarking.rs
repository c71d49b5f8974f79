// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and hooks.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Balanced, Mutate},
	EnsureOrigin, Get, OnUnbalanced,
};
use linli_primitives::{
	traits::{Community, FundLedger},
	Cause, Fen, Moment, Period, PeriodKind, PotId,
};
use sp_runtime::DispatchResult;

/// Set-up outside the pallet for benchmarks.
pub trait BenchmarkHelper {
	/// Sets the clock to `now`.
	fn set_time(now: Moment);

	/// Ensures that the month is attested.
	fn attest(month: Period);
}

/// For mocks that do not run the benchmarks of this pallet.
impl BenchmarkHelper for () {
	fn set_time(_now: Moment) {}

	fn attest(_month: Period) {}
}

/// More than any benchmark spends.
const PLENTY: Fen = 1_000_000_000;

fn origin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

impl<T: Config> Pallet<T> {
	/// Ensures that the pot exists and that its next entry is the first of a month: the most expensive case. Used by
	/// benchmarks of other pallets, too.
	pub fn ensure_pot(pot: PotId) -> DispatchResult {
		while NextPot::<T>::get() <= pot {
			let name = b"Benchmark".to_vec().try_into().map_err(|_| Error::<T>::InvalidName)?;
			Self::do_open_pot(PotKind::Other, name)?;
		}
		Pots::<T>::mutate(pot, |head| {
			if let Some(head) = head {
				head.book.month = Period { year: 9_999, month: 12 };
			}
		});
		Ok(())
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_pot() -> Result<(), BenchmarkError> {
		let origin = origin::<T>()?;
		let pot = NextPot::<T>::get();
		let name: PotName = vec![b'a'; 32].try_into().map_err(|_| "a name of 32 bytes fits")?;
		// Worst case: money is already on the pot's account and gets an entry.
		T::Currency::mint_into(&Pallet::<T>::pot_account(pot), PLENTY)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, PotKind::Other, name);

		assert_eq!(Pots::<T>::get(pot).map(|pot| pot.balance), Some(PLENTY));
		Ok(())
	}

	#[benchmark]
	fn transfer() -> Result<(), BenchmarkError> {
		let origin = origin::<T>()?;
		Pallet::<T>::issue(0, PLENTY, Cause::Donation)?;
		for pot in 0..2 {
			Pallet::<T>::ensure_pot(pot)?;
		}
		let before = Pots::<T>::get(1).map_or(0, |pot| pot.balance);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, 1, PLENTY);

		assert_eq!(Pots::<T>::get(1).map(|pot| pot.balance), before.checked_add(PLENTY));
		Ok(())
	}

	#[benchmark]
	fn donate() -> Result<(), BenchmarkError> {
		let caller: T::AccountId = whitelisted_caller();
		Pallet::<T>::ensure_pot(0)?;
		T::Currency::mint_into(&caller, PLENTY)?;
		let before = Pots::<T>::get(0).map_or(0, |pot| pot.balance);

		#[extrinsic_call]
		_(frame_system::RawOrigin::Signed(caller), 0, 100);

		assert_eq!(Pots::<T>::get(0).map(|pot| pot.balance), before.checked_add(100));
		Ok(())
	}

	#[benchmark]
	fn close_month() -> Result<(), BenchmarkError> {
		let origin = T::CloseOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (last, month) = (Period { year: 2026, month: 10 }, Period { year: 2026, month: 11 });
		T::BenchmarkHelper::set_time(T::Community::end(month, PeriodKind::Month).ok_or("the month ends")?);
		LastClosed::<T>::put(last);
		T::BenchmarkHelper::attest(month);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, month);

		assert_eq!(LastClosed::<T>::get(), Some(month));
		Ok(())
	}

	#[benchmark]
	fn write_fees() -> Result<(), BenchmarkError> {
		Pallet::<T>::ensure_pot(T::FeePot::get())?;
		DealWithFees::<T>::on_unbalanced(T::Currency::issue(PLENTY));

		#[block]
		{
			Pallet::<T>::write_fees();
		}

		assert_eq!(PendingFees::<T>::get(), 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::BuildExt::build(crate::mock::ExtBuilder), crate::mock::Test);
}
