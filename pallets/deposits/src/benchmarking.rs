// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls, each in the worst case: an account with the maximum number of open deposits.

use super::*;
use crate::types::DepositRules;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use linli_primitives::{calendar::DAY, ContentHash, DepositId, Fen, Moment, PotId, UnitId};
use sp_runtime::DispatchResult;

/// Setup that the benchmarks need outside of the pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the clock.
	fn set_time(now: Moment);

	/// Gives the account `amount` fen.
	fn fund(account: &AccountId, amount: Fen);

	/// Ensures that the pot exists and that its next entry is the first of a month, which is the worst case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Adds a unit whose owner has the account `account`.
	fn add_unit(account: &AccountId) -> UnitId;
}

const AMOUNT: Fen = 200_000;

/// Returns an account whose last deposit is not placed yet, with the unit and the id of that deposit.
fn payer<T: Config>(placed: u32) -> (T::AccountId, UnitId, DepositId) {
	T::BenchmarkHelper::set_time(400 * DAY);
	assert!(T::BenchmarkHelper::ensure_pot(0).is_ok());
	let account: T::AccountId = whitelisted_caller();
	T::BenchmarkHelper::fund(&account, AMOUNT * Fen::from(T::MaxOpen::get() + 1));
	let unit = T::BenchmarkHelper::add_unit(&account);
	for _ in 0..placed {
		assert!(Pallet::<T>::do_place(account.clone(), unit, AMOUNT, ContentHash::zero()).is_ok());
	}
	(account, unit, NextDeposit::<T>::get().saturating_sub(1))
}

/// A claim on the last of the maximum number of deposits.
fn claimed<T: Config>() -> Result<(T::AccountId, DepositId), BenchmarkError> {
	let (account, _, deposit) = payer::<T>(T::MaxOpen::get());
	let manager = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
	Pallet::<T>::claim(manager, deposit, AMOUNT / 2, ContentHash::zero())?;
	Ok((account, deposit))
}

fn is_settled<T: Config>(deposit: DepositId) -> bool {
	Deposits::<T>::get(deposit).is_some_and(|deposit| !deposit.is_open())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		assert!(T::BenchmarkHelper::ensure_pot(0).is_ok());
		let origin = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, DepositRules { pot: 0 });

		assert_eq!(Rules::<T>::get(), DepositRules { pot: 0 });
		Ok(())
	}

	#[benchmark]
	fn place() {
		let (account, unit, _) = payer::<T>(T::MaxOpen::get() - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), unit, AMOUNT, ContentHash::zero());

		assert_eq!(OpenDeposits::<T>::get(account).len() as u32, T::MaxOpen::get());
	}

	#[benchmark]
	fn request_return() {
		let (account, _, deposit) = payer::<T>(T::MaxOpen::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(account), deposit);

		assert!(matches!(Deposits::<T>::get(deposit).unwrap().state, types::State::Requested { .. }));
	}

	#[benchmark]
	fn release() -> Result<(), BenchmarkError> {
		let (_, deposit) = claimed::<T>()?;
		let manager = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(manager as T::RuntimeOrigin, deposit);

		assert!(is_settled::<T>(deposit));
		Ok(())
	}

	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let (_, _, deposit) = payer::<T>(T::MaxOpen::get());
		let manager = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(manager as T::RuntimeOrigin, deposit, AMOUNT, ContentHash::zero());

		assert!(matches!(Deposits::<T>::get(deposit).unwrap().state, types::State::Claimed(_)));
		Ok(())
	}

	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let (account, deposit) = claimed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account), deposit, AMOUNT / 2);

		assert!(is_settled::<T>(deposit));
		Ok(())
	}

	#[benchmark]
	fn contest() -> Result<(), BenchmarkError> {
		let (account, deposit) = claimed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), deposit, ContentHash::zero());

		assert!(Pallet::<T>::contest(RawOrigin::Signed(account).into(), deposit, ContentHash::zero()).is_err());
		Ok(())
	}

	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		let (account, deposit) = claimed::<T>()?;
		Pallet::<T>::do_contest(&account, deposit, ContentHash::zero())?;
		let ruler = T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(ruler as T::RuntimeOrigin, deposit, AMOUNT / 4, ContentHash::zero());

		assert!(is_settled::<T>(deposit));
		Ok(())
	}

	#[benchmark]
	fn take_back() -> Result<(), BenchmarkError> {
		let (account, deposit) = claimed::<T>()?;
		let wait = T::AnswerTime::get() + 2 * T::RulingTime::get();
		T::BenchmarkHelper::set_time(400 * DAY + wait);

		#[extrinsic_call]
		_(RawOrigin::Signed(account), deposit);

		assert!(is_settled::<T>(deposit));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::BuildExt::build(crate::mock::ExtBuilder), crate::mock::Test);
}
