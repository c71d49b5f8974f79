// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_governance` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (10 steps, 8 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_governance`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_governance::WeightInfo for WeightInfo<T> {
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::PreimageFor` (r:1 w:0)
	/// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	/// Storage: `Governance::NextProposal` (r:1 w:1)
	/// Proof: `Governance::NextProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::OpenProposals` (r:1 w:1)
	/// Proof: `Governance::OpenProposals` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Registry::CounterForBuildingSets` (r:1 w:0)
	/// Proof: `Registry::CounterForBuildingSets` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1087 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::BuildingSets` (r:1025 w:0)
	/// Proof: `Registry::BuildingSets` (`max_values`: None, `max_size`: Some(530), added: 3005, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(16206), added: 18681, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:0 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:0 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	fn propose() -> Weight {
		// Shortest run: 11_387_465_000 picoseconds.
		Weight::from_parts(11_931_343_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(2121))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::PreimageFor` (r:1 w:0)
	/// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	/// Storage: `Governance::NextProposal` (r:1 w:1)
	/// Proof: `Governance::NextProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::OpenProposals` (r:1 w:1)
	/// Proof: `Governance::OpenProposals` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Registry::CounterForBuildingSets` (r:1 w:0)
	/// Proof: `Registry::CounterForBuildingSets` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1119 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::BuildingSets` (r:1025 w:0)
	/// Proof: `Registry::BuildingSets` (`max_values`: None, `max_size`: Some(530), added: 3005, mode: `MaxEncodedLen`)
	/// Storage: `Governance::OpenPetitions` (r:1 w:1)
	/// Proof: `Governance::OpenPetitions` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(16206), added: 18681, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Supporters` (r:0 w:1)
	/// Proof: `Governance::Supporters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:0 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:0 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	fn petition() -> Weight {
		// Shortest run: 11_442_366_000 picoseconds.
		Weight::from_parts(11_859_978_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(2155))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Supporters` (r:1 w:1)
	/// Proof: `Governance::Supporters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1119 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Registry::CounterForBuildingSets` (r:1 w:0)
	/// Proof: `Registry::CounterForBuildingSets` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::BuildingSets` (r:1025 w:0)
	/// Proof: `Registry::BuildingSets` (`max_values`: None, `max_size`: Some(530), added: 3005, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(16206), added: 18681, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:0 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	fn support() -> Weight {
		// Shortest run: 5_066_149_000 picoseconds.
		Weight::from_parts(5_360_547_000, 3382608)
			.saturating_add(T::DbWeight::get().reads(2152))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	fn amend() -> Weight {
		// Shortest run: 41_058_000 picoseconds.
		Weight::from_parts(54_887_000, 4017)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Governance::OpenProposals` (r:1 w:1)
	/// Proof: `Governance::OpenProposals` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:0 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 36_617_000 picoseconds.
		Weight::from_parts(42_817_000, 4017)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Registry::UnitsOf` (r:34 w:0)
	/// Proof: `Registry::UnitsOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:33 w:0)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Candidates` (r:1 w:1)
	/// Proof: `Governance::Candidates` (`max_values`: None, `max_size`: Some(1165), added: 3640, mode: `MaxEncodedLen`)
	fn stand() -> Weight {
		// Shortest run: 309_153_000 picoseconds.
		Weight::from_parts(348_695_000, 85956)
			.saturating_add(T::DbWeight::get().reads(72))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Candidates` (r:1 w:1)
	/// Proof: `Governance::Candidates` (`max_values`: None, `max_size`: Some(1165), added: 3640, mode: `MaxEncodedLen`)
	fn step_back() -> Weight {
		// Shortest run: 85_816_000 picoseconds.
		Weight::from_parts(109_013_000, 4630)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Candidates` (r:1 w:0)
	/// Proof: `Governance::Candidates` (`max_values`: None, `max_size`: Some(1165), added: 3640, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:2 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(16206), added: 18681, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:0 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	fn announce() -> Weight {
		// Shortest run: 146_508_000 picoseconds.
		Weight::from_parts(178_335_000, 19671)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:1)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Deliveries` (r:1 w:0)
	/// Proof: `Governance::Deliveries` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 32]`.
	/// The component `s` is within `[0, 1]`.
	fn cast(b: u32, s: u32, ) -> Weight {
		// Shortest run: 65_290_000 picoseconds.
		Weight::from_parts(67_203_767, 3987)
			// Standard error: 43_714
			.saturating_add(Weight::from_parts(3_853_717, 0).saturating_mul(b.into()))
			// Standard error: 958_386
			.saturating_add(Weight::from_parts(9_718_699, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(Weight::from_parts(0, 2982).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 1755).saturating_mul(s.into()))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:1)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Deliveries` (r:1 w:0)
	/// Proof: `Governance::Deliveries` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	fn cast_approval() -> Weight {
		// Shortest run: 106_344_000 picoseconds.
		Weight::from_parts(131_068_000, 4012)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::OwnerOf` (r:2 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:0)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:0)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Roles` (r:8 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proxies` (r:1 w:1)
	/// Proof: `Governance::Proxies` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Governance::ProxiesUsed` (r:1 w:1)
	/// Proof: `Governance::ProxiesUsed` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn grant_proxy() -> Weight {
		// Shortest run: 216_338_000 picoseconds.
		Weight::from_parts(245_345_000, 97694)
			.saturating_add(T::DbWeight::get().reads(49))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proxies` (r:1 w:1)
	/// Proof: `Governance::Proxies` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:0)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Governance::ProxiesUsed` (r:1 w:1)
	/// Proof: `Governance::ProxiesUsed` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn revoke_proxy() -> Weight {
		// Shortest run: 47_653_000 picoseconds.
		Weight::from_parts(61_630_000, 3611)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Governance::Proxies` (r:1 w:0)
	/// Proof: `Governance::Proxies` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Roles` (r:8 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:1)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Deliveries` (r:1 w:0)
	/// Proof: `Governance::Deliveries` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	fn cast_by_proxy() -> Weight {
		// Shortest run: 195_840_000 picoseconds.
		Weight::from_parts(224_663_000, 97694)
			.saturating_add(T::DbWeight::get().reads(46))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:0)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:0)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Scans` (r:1 w:1)
	/// Proof: `Governance::Scans` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Papers` (r:0 w:1)
	/// Proof: `Governance::Papers` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	fn enter_paper() -> Weight {
		// Shortest run: 161_908_000 picoseconds.
		Weight::from_parts(180_552_000, 97694)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Papers` (r:1 w:1)
	/// Proof: `Governance::Papers` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:1)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Deliveries` (r:1 w:0)
	/// Proof: `Governance::Deliveries` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:3 w:0)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Storage: `Registry::Homes` (r:2 w:0)
	/// Storage: `Registry::Units` (r:16 w:0)
	fn countersign() -> Weight {
		// Shortest run: 175_675_000 picoseconds.
		Weight::from_parts(196_059_000, 97694)
			.saturating_add(T::DbWeight::get().reads(59))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Deliveries` (r:1 w:1)
	/// Proof: `Governance::Deliveries` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:0)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	fn record_delivery() -> Weight {
		// Shortest run: 164_724_000 picoseconds.
		Weight::from_parts(183_172_000, 97694)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:1)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Deliveries` (r:1 w:1)
	/// Proof: `Governance::Deliveries` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Ballots` (r:1 w:0)
	/// Proof: `Governance::Ballots` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	fn acknowledge() -> Weight {
		// Shortest run: 159_596_000 picoseconds.
		Weight::from_parts(183_434_000, 97694)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:0)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Governance::OpenProposals` (r:1 w:1)
	/// Proof: `Governance::OpenProposals` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(16206), added: 18681, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Certificates` (r:0 w:1)
	/// Proof: `Governance::Certificates` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Shortest run: 145_669_000 picoseconds.
		Weight::from_parts(176_677_000, 19671)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Polls` (r:1 w:0)
	/// Proof: `Governance::Polls` (`max_values`: None, `max_size`: Some(522), added: 2997, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Challenges` (r:1 w:1)
	/// Proof: `Governance::Challenges` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::ChallengeCount` (r:1 w:1)
	/// Proof: `Governance::ChallengeCount` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn challenge() -> Weight {
		// Shortest run: 173_417_000 picoseconds.
		Weight::from_parts(197_727_000, 97694)
			.saturating_add(T::DbWeight::get().reads(37))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Annulments` (r:0 w:1)
	/// Proof: `Governance::Annulments` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn annul() -> Weight {
		// Shortest run: 42_154_000 picoseconds.
		Weight::from_parts(54_110_000, 4017)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Annulments` (r:1 w:1)
	/// Proof: `Governance::Annulments` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:2 w:0)
	fn countersign_annulment() -> Weight {
		// Shortest run: 57_182_000 picoseconds.
		Weight::from_parts(67_984_000, 4017)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:0)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::PreimageFor` (r:1 w:0)
	/// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	fn enact() -> Weight {
		// Shortest run: 3_842_963_000 picoseconds.
		Weight::from_parts(4_034_827_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Proof: `Governance::Proposals` (`max_values`: None, `max_size`: Some(552), added: 3027, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Certificates` (r:2 w:0)
	/// Proof: `Governance::Certificates` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	/// Storage: `Committee::LatestElection` (r:1 w:1)
	/// Proof: `Committee::LatestElection` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Candidates` (r:1 w:0)
	/// Proof: `Governance::Candidates` (`max_values`: None, `max_size`: Some(1165), added: 3640, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:32 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Seats` (r:1 w:1)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Proposals` (r:1 w:0)
	/// Proof: `CommitteeMotions::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Voting` (r:32 w:32)
	/// Proof: `CommitteeMotions::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(16206), added: 18681, mode: `MaxEncodedLen`)
	/// Storage: `Committee::CurrentTerm` (r:0 w:1)
	/// Proof: `Committee::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Annulments` (r:0 w:1)
	/// Proof: `Governance::Annulments` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Reserve` (r:0 w:1)
	/// Proof: `Committee::Reserve` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Bootstrap::Authorized`, `System::AuthorizedUpgrade` (r:1 w:1), `Bootstrap::Announced` (r:0 w:1)
	fn seat() -> Weight {
		// Shortest run: 759_506_000 picoseconds.
		Weight::from_parts(873_695_000, 140382)
			.saturating_add(T::DbWeight::get().reads(106))
			.saturating_add(T::DbWeight::get().writes(44))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:1)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:1)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	fn set_rule_book() -> Weight {
		// Shortest run: 25_290_000 picoseconds.
		Weight::from_parts(31_505_000, 4985)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimate, until it is measured: the poll, the ballot, the delivery, the contest.
	fn contest_paper() -> Weight {
		Weight::from_parts(80_000_000, 24146)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Estimate, until it is measured: as `contest_paper`, with the proposal and its call.
	fn settle_contest() -> Weight {
		Weight::from_parts(800_000_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimate, until it is measured: as `settle_contest`, with two ballots.
	fn countersign_settlement() -> Weight {
		Weight::from_parts(900_000_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Estimate, until it is measured: as `record_delivery`, with the proposal, its call and the ballot.
	fn countersign_delivery() -> Weight {
		Weight::from_parts(800_000_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated, until it is measured: the roles of the signer, the proposal and its call, the certificate, the judgment.
	fn enter_judgment() -> Weight {
		Weight::from_parts(800_000_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimated, until it is measured: as a countersigned ruling, with the rule book, the clock and the agenda; the call is
	/// decoded for each of the two and once more.
	fn countersign_judgment() -> Weight {
		Weight::from_parts(2_400_000_000, 4197809)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated, until it is measured: the proposal, the judgment, the certificate, the call's preimage, the ruling, the
	/// postponement.
	fn revoke_judgment() -> Weight {
		Weight::from_parts(100_000_000, 4020)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated, until it is measured: the notice that completes a petition, the first proposal, its certificate and the
	/// new proposal.
	fn call_run_off() -> Weight {
		Weight::from_parts(5_500_000_000, 3382608)
			.saturating_add(T::DbWeight::get().reads(2160))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Storage: `Registry::Histories` (r:1 w:0)
	/// Storage: `Governance::Nominations` (r:33 w:1)
	/// Storage: `Governance::Seconds` (r:1 w:1)
	/// Storage: `Governance::Candidates` (r:1 w:1)
	fn second() -> Weight {
		// An estimate.
		Weight::from_parts(260_000_000, 90000)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Storage: `Governance::Proposals` (r:1 w:1)
	/// Storage: `Governance::Supporters` (r:1 w:1)
	/// Storage: `Governance::Supported` (r:2 w:2)
	/// Storage: `Governance::Listed` (r:1 w:1)
	/// Storage: `Registry::Histories` (r:32 w:0)
	fn withdraw_support() -> Weight {
		// An estimate.
		Weight::from_parts(250_000_000, 97694)
			.saturating_add(T::DbWeight::get().reads(41))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Storage: `Governance::Proposals` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Governance::Nominations` (r:1 w:1)
	/// Storage: `Governance::Seconds` (r:1 w:1)
	/// Storage: `Governance::Candidates` (r:1 w:1)
	fn withdraw_second() -> Weight {
		// An estimate.
		Weight::from_parts(120_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Estimated, until it is measured: the tallies of the tracts, and the owner's power in each building.
	/// The component `b` is within `[1, 32]`.
	fn tally_tracts(b: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 8000)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(Weight::from_parts(0, 5964).saturating_mul(b.into()))
	}
	/// Estimated, until it is measured: as the totals of the notice that completes a petition.
	fn look_up_tracts() -> Weight {
		Weight::from_parts(5_500_000_000, 3382608)
			.saturating_add(T::DbWeight::get().reads(2120))
	}
}
