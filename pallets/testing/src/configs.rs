// SPDX-License-Identifier: Apache-2.0

//! How mocks configure what they do not test.

use crate::Now;
use frame_support::{weights::Weight, PalletId};
use linli_primitives::{
	calendar::Calendar,
	traits::{BankStatement, BankStatements, Community},
	ContentHash, Fen, Period, PotId, UtcOffset,
};

/// The pot that pays for everyday things, and gets the fees of transactions.
pub const OPERATING: PotId = 0;
/// The pot whose money belongs to units.
pub const REPAIR: PotId = 1;
/// The pot of what the community earns.
pub const INCOME: PotId = 2;

crate::settings! {
	/// The least that an account may have. A test sets it high to have every transfer to a new account fail.
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
	/// From `month` on clocks show `minutes` ahead of UTC.
	pub fn change(month: Period, minutes: i16) {
		let offset = UtcOffset::from_minutes(minutes).expect("clocks show it");
		Self::mutate(|calendar| {
			*calendar = calendar.schedule(month, offset, Now::get()).expect("the month is to come");
		});
	}
}

frame_support::parameter_types! {
	/// Whose accounts the real pots are, as in the runtime.
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	/// What the scheduler and the committee may take of a block.
	pub MaximumWeight: Weight = Weight::from_parts(1_000_000_000_000, u64::MAX);
}

/// The bank agrees with every month.
pub struct EveryMonth;

impl BankStatements for EveryMonth {
	fn statement(_: Period) -> Option<BankStatement> {
		Some(BankStatement { statement: ContentHash::repeat_byte(9), difference: 0 })
	}
}

// `derive_impl` finds itself only by its plain name: the blocks keep that name out of the mocks.

/// Configures `frame_system` and `pallet_balances`, in fen and with wide accounts. Items given in braces override those
/// of the balances.
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

/// Configures the real pots for a mock that spends from them, with what says to whom their money belongs (`PotShares`).
/// The bank agrees with every month, and everybody may close one. `check_pots` looks whether the pots are sound.
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
			type WeightInfo = ();
			#[cfg(feature = "runtime-benchmarks")]
			type BenchmarkHelper = ();
		}

		/// Panics where a pot is not its account and its last entry, or (as far as tests are built to look for that in
		/// other pallets) where another invariant of the pots does not hold.
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

/// Configures `frame_system` with accounts as the other mocks have them, for a mock without balances.
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

/// Configures `pallet_preimage` and `pallet_scheduler`, with so many tasks in a block, and `pallet_collective`.
#[macro_export]
macro_rules! impl_assembly {
	($runtime:ident, $tasks:literal) => {
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
			type Consideration = ();
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

/// Does something while nobody new can receive anything.
pub fn while_nobody_receives<R>(action: impl FnOnce() -> R) -> R {
	ExistentialDeposit::set(1_000_000_000_000);
	let done = action();
	ExistentialDeposit::set(1);
	done
}
