// SPDX-License-Identifier: Apache-2.0

//! Configurations of the pallets that a mock needs but does not test.

use crate::{AccountId, Now};
use frame_support::{weights::Weight, PalletId};
use linli_primitives::{
	calendar::Calendar,
	traits::{Attesters, BankStatement, BankStatements, Community},
	ContentHash, Fen, Period, PotId, UtcOffset,
};

/// The operating pot, which also receives transaction fees.
pub const OPERATING: PotId = 0;
/// The repair pot, whose money belongs to units.
pub const REPAIR: PotId = 1;
/// The pot for common income.
pub const INCOME: PotId = 2;

crate::settings! {
	/// The existential deposit. A test sets it high to make every transfer to a new account fail.
	pub static ExistentialDeposit: Fen = 1;
	/// The community's calendar: UTC+8 at first.
	pub static TestCalendar: Calendar = Calendar::default();
}

impl Community for TestCalendar {
	fn calendar() -> Calendar {
		Self::get()
	}
}

impl TestCalendar {
	/// Schedules a UTC offset of `minutes` from `month` on.
	pub fn change(month: Period, minutes: i16) {
		let offset = UtcOffset::from_minutes(minutes).expect("the offset is in range");
		Self::mutate(|calendar| {
			*calendar = calendar.schedule(month, offset, Now::get()).expect("the month is in the future");
		});
	}
}

frame_support::parameter_types! {
	/// The pallet id from which the accounts of pots are derived, as in the runtime.
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	/// The maximum weight for the scheduler and for the committee's motions.
	pub MaximumWeight: Weight = Weight::from_parts(1_000_000_000_000, u64::MAX);
}

/// Every month is attested without a difference.
pub struct EveryMonth;

impl BankStatements for EveryMonth {
	fn statement(_: Period) -> Option<BankStatement> {
		Some(BankStatement { statement: ContentHash::repeat_byte(9), difference: 0, confirmed: true })
	}

	fn is_attested(_: Period) -> bool {
		true
	}
}

impl Attesters<AccountId> for EveryMonth {
	fn attesters(_: Period) -> Vec<AccountId> {
		Vec::new()
	}
}

// `derive_impl` must be imported under its plain name: the blocks keep that import out of the mocks.

/// Configures `frame_system` and `pallet_balances`, in fen and with [`AccountId`](crate::AccountId). Items in braces
/// override those of `pallet_balances`.
#[macro_export]
macro_rules! impl_balances {
	($runtime:ident $({ $($item:tt)* })?) => {
		const _: () = {
			use $crate::__private::frame_support::derive_impl;
			#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
			impl frame_system::Config for $runtime {
				type AccountData = pallet_balances::AccountData<$crate::__private::linli_primitives::Fen>;
				type AccountId = $crate::AccountId;
				type Block = frame_system::mocking::MockBlock<$runtime>;
				type Lookup = $crate::__private::sp_runtime::traits::IdentityLookup<$crate::AccountId>;
			}
		};

		const _: () = {
			use $crate::__private::frame_support::derive_impl;
			#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
			impl pallet_balances::Config for $runtime {
				type AccountStore = System;
				type Balance = $crate::__private::linli_primitives::Fen;
				type ExistentialDeposit = $crate::ExistentialDeposit;
				$($($item)*)?
			}
		};
	};
}

/// Configures `pallet_linli_fund` for a mock that spends from pots, with the given `PotShares`. Every month is
/// attested, and any signed account may close one. Defines `check_pots`, which checks the pots' invariants.
#[macro_export]
macro_rules! impl_fund {
	($runtime:ident, $shares:ty) => {
		impl pallet_linli_fund::Config for $runtime {
			type Clock = $crate::Now;
			type CloseOrigin = frame_system::EnsureSigned<$crate::AccountId>;
			type Currency = Balances;
			type DecisionOrigin = frame_system::EnsureRoot<$crate::AccountId>;
			type FeePot = $crate::__private::frame_support::traits::ConstU16<{ $crate::OPERATING }>;
			type MaxPots = $crate::__private::frame_support::traits::ConstU16<8>;
			type Community = $crate::TestCalendar;
			type PalletId = $crate::FundPalletId;
			type Shares = $shares;
			type Statements = $crate::EveryMonth;
			type People = ();
			type WeightInfo = ();
			#[cfg(feature = "runtime-benchmarks")]
			type BenchmarkHelper = ();
		}

		/// Panics unless each pot equals its account and its last entry and, with `try-runtime`, all other invariants
		/// of the pots hold.
		pub fn check_pots() {
			use $crate::__private::frame_support::traits::fungible::Inspect;
			for (id, pot) in Fund::pots() {
				let last = Fund::entries(id, pot.entry_count.saturating_sub(1), 1).pop();
				assert_eq!(pot.balance, last.map_or(0, |(_, entry)| entry.balance), "pot {id}");
				assert_eq!(pot.balance, Balances::total_balance(&Fund::pot_account(id)), "pot {id}");
			}
			#[cfg(feature = "try-runtime")]
			Fund::do_try_state().unwrap();
		}
	};
}

/// Configures `frame_system` with [`AccountId`](crate::AccountId), for a mock without balances.
#[macro_export]
macro_rules! impl_system {
	($runtime:ident) => {
		const _: () = {
			use $crate::__private::frame_support::derive_impl;
			#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
			impl frame_system::Config for $runtime {
				type AccountId = $crate::AccountId;
				type Block = frame_system::mocking::MockBlock<$runtime>;
				type Lookup = $crate::__private::sp_runtime::traits::IdentityLookup<$crate::AccountId>;
			}
		};
	};
}

/// Configures `pallet_preimage`, `pallet_scheduler` with at most `$tasks` tasks per block, and `pallet_collective`.
#[macro_export]
macro_rules! impl_assembly {
	($runtime:ident, $tasks:literal) => {
		$crate::impl_assembly!($runtime, $tasks, ());
	};
	($runtime:ident, $tasks:literal, $place:ty) => {
		impl pallet_preimage::Config for $runtime {
			type Consideration = ();
			type Currency = ();
			type ManagerOrigin = frame_system::EnsureRoot<$crate::AccountId>;
			type RuntimeEvent = RuntimeEvent;
			type WeightInfo = ();
		}

		impl pallet_scheduler::Config for $runtime {
			type BlockNumberProvider = System;
			type MaxScheduledPerBlock = $crate::__private::frame_support::traits::ConstU32<$tasks>;
			type MaximumWeight = $crate::MaximumWeight;
			type OriginPrivilegeCmp = $crate::__private::frame_support::traits::EqualPrivilegeOnly;
			type PalletsOrigin = OriginCaller;
			type Preimages = Preimage;
			type RuntimeCall = RuntimeCall;
			type RuntimeEvent = RuntimeEvent;
			type RuntimeOrigin = RuntimeOrigin;
			type ScheduleOrigin = frame_system::EnsureRoot<$crate::AccountId>;
			type WeightInfo = ();
		}

		impl pallet_collective::Config for $runtime {
			type Consideration = $place;
			type DefaultVote = pallet_collective::MoreThanMajorityThenPrimeDefaultVote;
			type DisapproveOrigin = frame_system::EnsureRoot<$crate::AccountId>;
			type KillOrigin = frame_system::EnsureRoot<$crate::AccountId>;
			type MaxMembers = $crate::__private::frame_support::traits::ConstU32<32>;
			type MaxProposalWeight = $crate::MaximumWeight;
			type MaxProposals = $crate::__private::frame_support::traits::ConstU32<32>;
			type MotionDuration = $crate::__private::frame_support::traits::ConstU64<100>;
			type Proposal = RuntimeCall;
			type RuntimeEvent = RuntimeEvent;
			type RuntimeOrigin = RuntimeOrigin;
			type SetMembersOrigin = frame_system::EnsureRoot<$crate::AccountId>;
			type WeightInfo = ();
		}
	};
}

/// Runs `action` while new accounts cannot receive money.
pub fn while_nobody_receives<R>(action: impl FnOnce() -> R) -> R {
	ExistentialDeposit::set(1_000_000_000_000);
	let done = action();
	ExistentialDeposit::set(1);
	done
}
