// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_registry` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-27 (8 steps, 6 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_registry`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_registry::WeightInfo for WeightInfo<T> {
	/// Storage: `Registry::Tickets` (r:1 w:0)
	/// Proof: `Registry::Tickets` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn authorize_claim() -> Weight {
		// Estimated from the run before the account and the second factor signed, too: three signatures more, as wallets
		// may wrap the message.
		Weight::from_parts(220_000_000, 3800)
			.saturating_add(T::DbWeight::get().reads(9))
	}
	/// Storage: `Registry::Tickets` (r:1 w:1)
	/// Proof: `Registry::Tickets` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:2)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:1)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OpenTickets` (r:1 w:1)
	/// Proof: `Registry::OpenTickets` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Registry::SpentTickets` (r:0 w:1)
	/// Proof: `Registry::SpentTickets` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Shortest run: 43_636_000 picoseconds.
		Weight::from_parts(47_651_000, 6196)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Registry::Tickets` (r:1 w:1)
	/// Proof: `Registry::Tickets` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OpenTickets` (r:1 w:1)
	/// Proof: `Registry::OpenTickets` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Registry::SpentTickets` (r:0 w:1)
	/// Proof: `Registry::SpentTickets` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// Shortest run: 21_442_000 picoseconds.
		Weight::from_parts(23_355_000, 3558)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Tickets` (r:1 w:1)
	/// Proof: `Registry::Tickets` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Registry::SpentTickets` (r:1 w:0)
	/// Proof: `Registry::SpentTickets` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OpenTickets` (r:1 w:1)
	/// Proof: `Registry::OpenTickets` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn invite() -> Weight {
		// Shortest run: 23_164_000 picoseconds.
		// Estimated on top: eight tickets that have expired.
		Weight::from_parts(150_000_000, 32_000)
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(26))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Tickets` (r:1 w:1)
	/// Proof: `Registry::Tickets` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OpenTickets` (r:1 w:1)
	/// Proof: `Registry::OpenTickets` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Registry::SpentTickets` (r:0 w:1)
	/// Proof: `Registry::SpentTickets` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn revoke_ticket() -> Weight {
		// Shortest run: 28_994_000 picoseconds.
		Weight::from_parts(31_136_000, 3800)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:2)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:1)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	fn set_representative() -> Weight {
		// Shortest run: 18_898_000 picoseconds.
		Weight::from_parts(20_520_000, 3800)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:1)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:1)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Shortest run: 24_797_000 picoseconds.
		Weight::from_parts(26_930_000, 3800)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Homes` (r:1 w:1)
	/// Proof: `Registry::Homes` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Residents` (r:16 w:1)
	/// Proof: `Registry::Residents` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn name_resident() -> Weight {
		// Shortest run: 59_118_000 picoseconds.
		Weight::from_parts(64_636_000, 41550)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::Homes` (r:1 w:1)
	/// Proof: `Registry::Homes` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Residents` (r:0 w:1)
	/// Proof: `Registry::Residents` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn dismiss_resident() -> Weight {
		// Shortest run: 35_824_000 picoseconds.
		Weight::from_parts(38_487_000, 3674)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::Roles` (r:104 w:1)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Storage: `Registry::NextUnit` (r:1 w:0)
	/// Storage: `Committee::Seats` (r:1 w:0)
	/// Storage: `Committee::CurrentTerm` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn appoint() -> Weight {
		// Estimated from the run before offices excluded each other: 44 reads more.
		Weight::from_parts(165_000_000, 280000)
			.saturating_add(T::DbWeight::get().reads(110))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles` (r:1 w:1)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn dismiss() -> Weight {
		// Shortest run: 17_296_000 picoseconds.
		Weight::from_parts(18_828_000, 3593)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// A sale or a merger is tried and rolled back.
	/// The component `n` is within `[1, 8]`.
	fn propose_change(n: u32, ) -> Weight {
		// Estimated from the run of a sale, which dismisses the residents of one unit.
		Weight::from_parts(480_000_000, 50000)
			.saturating_add(Weight::from_parts(430_000_000, 45000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().reads((60_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(25))
			.saturating_add(T::DbWeight::get().writes((60_u64).saturating_mul(n.into())))
	}
	/// Storage: `Registry::Changes` (r:1 w:1)
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Storage: `Registry::AccountOwners` (r:2 w:0)
	/// Storage: `Registry::Owners` (r:2 w:0)
	/// Storage: `Registry::Homes` (r:18 w:0)
	fn confirm_change() -> Weight {
		// Estimated: a new owner with a ticket is registered at once.
		Weight::from_parts(160_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Registry::Changes` (r:1 w:1)
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Storage: `Registry::Units` (r:9 w:0)
	/// Storage: `Registry::ObjectionDelay` (r:1 w:0)
	fn object_to_change() -> Weight {
		// Estimated.
		Weight::from_parts(60_000_000, 27000)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Changes` (r:1 w:1)
	/// Storage: `Registry::Owners` (r:18 w:0)
	/// Storage: `Registry::Homes` (r:146 w:0)
	fn settle_objection() -> Weight {
		// Estimated.
		Weight::from_parts(900_000_000, 460000)
			.saturating_add(T::DbWeight::get().reads(190))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Changes` (r:1 w:1)
	/// Storage: `Registry::CounterForChanges` (r:1 w:1)
	/// Storage: `Registry::AccountOwners` (r:2 w:0)
	/// Storage: `Registry::Roles` (r:1 w:0)
	fn withdraw_change() -> Weight {
		// Estimated.
		Weight::from_parts(35_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// A sale or a merger is made.
	/// The component `n` is within `[1, 8]`.
	fn enact_change(n: u32, ) -> Weight {
		// Estimated as for `propose_change`.
		Weight::from_parts(480_000_000, 50000)
			.saturating_add(Weight::from_parts(430_000_000, 45000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().reads((60_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(25))
			.saturating_add(T::DbWeight::get().writes((60_u64).saturating_mul(n.into())))
	}
	/// Storage: `Registry::UnitAreas` (r:1 w:0)
	/// Storage: `Registry::BuildingAreas` (r:0 w:1)
	fn set_building_area() -> Weight {
		// Estimated.
		Weight::from_parts(15_000_000, 3500)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Storage: `Registry::Tickets` (r:9 w:0)
	/// Storage: `Registry::SpentTickets` (r:1 w:0)
	/// Storage: `Registry::OpenTickets` (r:1 w:0)
	/// Storage: `Registry::ProposedTickets` (r:0 w:1)
	fn propose_ticket() -> Weight {
		// Estimated: not measured yet.
		Weight::from_parts(90_000_000, 48_000)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Storage: `Registry::ProposedTickets` (r:1 w:1)
	/// Storage: `Registry::AccountOwners` (r:2 w:0)
	/// Storage: `Registry::Homes` (r:2 w:0)
	/// Storage: `Registry::Units` (r:16 w:0)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Storage: `Registry::ObjectionDelay` (r:1 w:0)
	/// Storage: `Registry::Tickets` (r:9 w:1)
	/// Storage: `Registry::SpentTickets` (r:1 w:0)
	/// Storage: `Registry::OpenTickets` (r:1 w:1)
	fn confirm_ticket() -> Weight {
		// Estimated: not measured yet.
		Weight::from_parts(220_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads(60))
			.saturating_add(T::DbWeight::get().writes(28))
	}
	/// Storage: `Registry::Roles` (r:2 w:0)
	/// Storage: `Registry::Tickets` (r:1 w:1)
	/// Storage: `Registry::Objections` (r:1 w:1)
	/// Storage: `Registry::AccountOwners` (r:2 w:0)
	/// Storage: `Registry::Homes` (r:2 w:0)
	/// Storage: `Registry::Units` (r:16 w:0)
	/// Storage: `Registry::OpenTickets` (r:1 w:1)
	/// Storage: `Registry::SpentTickets` (r:0 w:1)
	fn settle_replacement() -> Weight {
		// Estimated: not measured yet.
		Weight::from_parts(100_000_000, 48_000)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Registry::Homes` (r:1 w:1)
	fn accept_residence() -> Weight {
		// Estimated: not measured yet.
		Weight::from_parts(25_000_000, 3_700)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
