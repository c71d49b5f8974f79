// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
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
	reference_hash(0, &reference(letter)).unwrap_or_default()
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
	if !Banks::<T>::contains_key(0) {
		// As at genesis, which tests of benchmarks wipe.
		Banks::<T>::insert(0, Bank { label: Commitment::zero(), purpose: WHY, opened: 0, closed: None });
	}
	Ok(())
}

/// A resident with [`AMOUNT`], received under reference `a…`.
fn resident<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	set_clock::<T>()?;
	let resident: T::AccountId = account("resident", 0, 0);
	Pallet::<T>::do_receive(
		None,
		0,
		Party::Account(resident.clone()),
		AMOUNT,
		&reference(b'a'),
		T::Clock::now(),
		None,
	)?;
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
	Pallet::<T>::do_receive(None, 0, Party::Pot(0), AMOUNT, &reference(b'b'), T::Clock::now(), None)?;
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
	let (order, _) = Pallet::<T>::order(&cashiers_account::<T>()?, 0, 0, AMOUNT, Commitment::zero(), CAUSE)?;
	T::BenchmarkHelper::ensure_pot(0)?;
	Ok(order)
}

/// A payment out of a pot, booked under reference `p…`, proposed to be corrected by another account because it came
/// back under reference `q…`.
fn bounced<T: Config>() -> Result<CorrectionTerms, BenchmarkError> {
	let order = ordered::<T>()?;
	Pallet::<T>::do_book_paid(cashiers_account::<T>()?, order, &reference(b'p'), None)?;
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_propose_payment_correction(proposer, key(b'p'), Some((reference(b'q').as_slice(), None)), WHY)?;
	Ok(CorrectionTerms::Payment { came_back: Some(key(b'q')), value: None, reason: WHY })
}

/// The last month attested, whose correction is proposed by another account.
fn misstated<T: Config>() -> Result<(), BenchmarkError> {
	resident::<T>()?;
	T::BenchmarkHelper::set_time(T::Community::end(MONTH, PeriodKind::Month).ok_or("the month exists")?);
	let proposer: T::AccountId = account("proposer", 0, 0);
	Pallet::<T>::do_attest(proposer.clone(), 0, MONTH, WHY, 1)?;
	Pallet::<T>::do_propose_attestation_correction(proposer, 0, MONTH, WHY, AMOUNT)?;
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
		let figure = AuditorFigure { statement: ContentHash::zero(), closing: 0, moment, by: account("auditor", 0, 0) };
		AuditorFigures::<T>::insert(0, month, figure);
		Attestations::<T>::insert(0, month, attestation);
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
		_(origin as T::RuntimeOrigin, 0, resident, AMOUNT, reference(b'c'), None);

		assert!(BankEntries::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn receive_for_pot() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;
		T::BenchmarkHelper::ensure_pot(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, 0, AMOUNT, reference(b'c'), None);

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
		_(origin as T::RuntimeOrigin, 0, id);

		assert!(Orders::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn book_paid() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, 0, id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, reference(b'c'), None);

		assert!(BankEntries::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn propose_return() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, 0, id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, WHY);

		assert!(Orders::<T>::get(order).is_some_and(|order| order.proposed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn propose_paid() -> Result<(), BenchmarkError> {
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (_, id) = requests::<T>(0)?;
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, 0, id)?;
		T::BenchmarkHelper::set_time(T::Clock::now().saturating_add(T::OutcomeTime::get()));
		// On a chain that takes the jump for a standstill, it was not lived.
		Orders::<T>::mutate(order, |order| {
			if let Some(order) = order {
				order.since = 0;
			}
		});

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, order, reference(b'c'), None);

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
		let order = Pallet::<T>::do_order_payout(cashiers_account::<T>()?, 0, id)?;
		Pallet::<T>::do_book_paid(cashiers_account::<T>()?, order, &reference(b'p'), None)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'p'), Some((reference(b'q'), None)), WHY);

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
		AttestationProposals::<T>::remove(0, MONTH);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, MONTH, WHY, AMOUNT);

		assert!(AttestationProposals::<T>::contains_key(0, MONTH));
		Ok(())
	}

	#[benchmark]
	fn approve_attestation_correction() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		misstated::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, MONTH, WHY, AMOUNT);

		assert_eq!(Attestations::<T>::get(0, MONTH).map(|attestation| attestation.corrections), Some(1));
		Ok(())
	}

	#[benchmark]
	fn decline_attestation_correction() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		misstated::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, MONTH);

		assert!(!AttestationProposals::<T>::contains_key(0, MONTH));
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
		Pallet::<T>::do_attest(by, 0, MONTH, ContentHash::repeat_byte(3), AMOUNT)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, quiet, ContentHash::repeat_byte(3), AMOUNT);

		assert_eq!(LastAttested::<T>::get(0), Some(quiet));
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
	fn open_bank() -> Result<(), BenchmarkError> {
		let origin = T::BanksOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		set_clock::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 7, Commitment::repeat_byte(1), WHY);

		assert!(Banks::<T>::contains_key(7));
		Ok(())
	}

	#[benchmark]
	fn receive_for_unit() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;
		let unit = T::BenchmarkHelper::unit();
		let (bank, value, max_bills) = (0, Some(T::Clock::now()), 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, bank, unit, AMOUNT, reference(b'c'), value, max_bills);
		Ok(())
	}

	#[benchmark]
	fn close_bank() -> Result<(), BenchmarkError> {
		let origin = T::BanksOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		Pallet::<T>::do_open_bank(7, Commitment::zero(), WHY)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 7);

		assert!(Banks::<T>::get(7).is_some_and(|account| account.closed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn record_transfer() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		resident::<T>()?;
		Pallet::<T>::do_open_bank(7, Commitment::zero(), WHY)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, (0, reference(b'c')), (7, reference(b'c')), AMOUNT, None);

		assert_eq!(BankBalances::<T>::get(7), AMOUNT);
		Ok(())
	}

	#[benchmark]
	fn enter_balance() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		misstated::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, MONTH, WHY, AMOUNT);

		assert!(AuditorFigures::<T>::contains_key(0, MONTH));
		Ok(())
	}

	#[benchmark]
	fn set_charges_pot() -> Result<(), BenchmarkError> {
		let origin = T::BanksOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		T::BenchmarkHelper::ensure_pot(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);

		assert_eq!(ChargesPot::<T>::get(), 0);
		Ok(())
	}

	#[benchmark]
	fn propose_charge() -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		set_clock::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, AMOUNT, reference(b'c'), None);

		assert!(ChargeProposals::<T>::contains_key(key(b'c')));
		Ok(())
	}

	#[benchmark]
	fn approve_charge() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		pot::<T>()?;
		let (proposer, now) = (account("proposer", 0, 0), T::Clock::now());
		Pallet::<T>::do_propose_charge(proposer, 0, AMOUNT, &reference(b'c'), now)?;
		T::BenchmarkHelper::ensure_pot(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'c'), 0, AMOUNT);

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
	fn decline_charge() -> Result<(), BenchmarkError> {
		let origin = auditor::<T>()?;
		pot::<T>()?;
		let (proposer, now) = (account("proposer", 0, 0), T::Clock::now());
		Pallet::<T>::do_propose_charge(proposer, 0, AMOUNT, &reference(b'c'), now)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(b'c'));

		assert!(!ChargeProposals::<T>::contains_key(key(b'c')));
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

	#[benchmark]
	fn explain(n: Linear<1, MAX_ITEMS>) -> Result<(), BenchmarkError> {
		let origin = cashier::<T>()?;
		misstated::<T>()?;
		// Worst case: items that are booked.
		let mut items = BoundedVec::new();
		let value = T::Clock::now();
		for number in 0..n {
			let text = alloc::format!("{number:064}").into_bytes();
			let resident: T::AccountId = account("resident", 0, 0);
			Pallet::<T>::do_receive(None, 0, Party::Account(resident), AMOUNT, &text, value, None)?;
			let reference = reference_hash(0, &text).unwrap_or_default();
			let item = OutstandingItem { kind: OutstandingKind::ReceiptBooked, amount: AMOUNT, value, reference };
			items.try_push(item).map_err(|_| "there is room for all")?;
		}

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, MONTH, items);

		assert!(Explanations::<T>::contains_key(0, MONTH));
		Ok(())
	}

	#[benchmark]
	fn recover_interest() -> Result<(), BenchmarkError> {
		pot::<T>()?;
		let booker: T::AccountId = account("cashier", 0, 0);
		Pallet::<T>::do_record_interest(booker, 0, AMOUNT, &reference(b'i'), T::Clock::now())?;
		// The pot owes all that it got.
		let mut parts = InterestEntries::<T>::get(key(b'i'));
		let part = parts.iter_mut().find(|part| part.pot == 0).ok_or("the pot gets interest")?;
		part.reversed = part.amount;
		part.owed = part.amount;
		let amount = part.owed;
		InterestEntries::<T>::insert(key(b'i'), parts);
		Debts::<T>::insert(key(b'i'), Debt { party: Party::Pots, amount });
		T::BenchmarkHelper::ensure_pot(0)?;
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), key(b'i'), 0);

		assert!(!Debts::<T>::contains_key(key(b'i')));
		Ok(())
	}

	#[benchmark]
	fn withdraw_correction() -> Result<(), BenchmarkError> {
		let reference = questioned::<T>()?;
		// Worst case: the proposer has to wait, which is noted.
		CorrectionProposals::<T>::mutate(reference, |slot| {
			if let Some(proposal) = slot {
				proposal.since = proposal.since.saturating_sub(1);
			}
		});
		let proposer: T::AccountId = account("proposer", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(proposer), reference);

		assert!(!CorrectionProposals::<T>::contains_key(reference));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
