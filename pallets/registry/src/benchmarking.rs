// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of each call in the worst case: the maximum number of accounts, residents, homes, holders and buildings.

mod setup;

use crate::*;
use alloc::vec::Vec;
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::{
	assert_ok,
	pallet_prelude::{Authorize, TransactionSource},
	traits::{EnsureOrigin, Get, UnfilteredDispatchable},
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use linli_primitives::{
	traits::Clock, Area, BuildingId, Commitment, ContentHash, Moment, OwnerId, OwnerKind, Role, UnitId, UnitKind,
};
use sp_core::sr25519;

/// What the runtime sets up for the benchmarks.
pub trait BenchmarkHelper<AccountId, Signature> {
	/// An account, and its signature of the message for it.
	fn sign(message: impl FnOnce(&AccountId) -> Vec<u8>) -> (AccountId, Signature);
}

const AREA: Area = 9_000;
const KEY_TYPE: sp_core::crypto::KeyTypeId = sp_core::crypto::KeyTypeId(*b"tick");

fn key(number: u32) -> TicketKey {
	sp_io::hashing::blake2_256(&number.to_le_bytes())
}

fn registrar<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::RegistrarOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn decision<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Creates joint owners with `free` fewer accounts than the maximum. The first account is the representative.
fn full_owner<T: Config>(free: u32) -> Result<(OwnerId, Vec<T::AccountId>), BenchmarkError> {
	let owner = Pallet::<T>::do_register_owner(OwnerKind::Joint, Commitment::zero())?;
	let mut accounts = Vec::new();
	for index in 0..T::MaxAccounts::get().saturating_sub(free) {
		let member: T::AccountId = account("member", index, owner);
		let ticket = key(owner.saturating_mul(1_000).saturating_add(index));
		let purpose = if index == 0 { Purpose::First } else { Purpose::Invitation };
		Pallet::<T>::open_ticket(owner, ticket, purpose)?;
		Pallet::<T>::do_claim(owner, ticket, member.clone())?;
		accounts.push(member);
	}
	Ok((owner, accounts))
}

/// Creates joint owners with the maximum number of accounts, and all open tickets but one.
fn with_open_tickets<T: Config>() -> Result<(OwnerId, Vec<T::AccountId>), BenchmarkError> {
	let (owner, accounts) = full_owner::<T>(0)?;
	for index in 1..T::MaxOpenTickets::get() {
		Pallet::<T>::open_ticket(owner, key(u32::MAX.saturating_sub(index)), Purpose::Invitation)?;
	}
	Ok((owner, accounts))
}

/// Registers a unit of the owner in each of `count` buildings. Returns the first.
fn units_everywhere<T: Config>(owner: OwnerId, count: u32) -> Result<UnitId, BenchmarkError> {
	let first = NextUnit::<T>::get();
	for building in 0..count {
		let building = BuildingId::try_from(building).map_err(|_| "the number of buildings exceeds their ids")?;
		Pallet::<T>::add_home(building, UnitKind::Residential, AREA, owner)?;
	}
	Ok(first)
}

/// Creates `count` residents with room for one more home each.
fn residents<T: Config>(count: u32) -> Result<Vec<T::AccountId>, BenchmarkError> {
	let residents: Vec<T::AccountId> = (0..count).map(|index| account("resident", index, 0)).collect();
	settle::<T>(T::MaxHomes::get().saturating_sub(1), &residents)?;
	Ok(residents)
}

/// Names a resident of the unit of `host`, who accepts.
fn house<T: Config>(host: &T::AccountId, unit: UnitId, resident: T::AccountId) -> Result<(), BenchmarkError> {
	Pallet::<T>::do_name_resident(host, unit, resident.clone(), Moment::MAX)?;
	Pallet::<T>::do_accept_residence(resident, unit)?;
	Ok(())
}

fn fill_with_residents<T: Config>(who: &T::AccountId, unit: UnitId, free: u32) -> Result<(), BenchmarkError> {
	for resident in residents::<T>(T::MaxResidents::get().saturating_sub(free))? {
		house::<T>(who, unit, resident)?;
	}
	Ok(())
}

/// Creates `homes` homes, whose owners have the maximum number of accounts, and all of `residents` live in each.
fn settle<T: Config>(homes: u32, residents: &[T::AccountId]) -> Result<(), BenchmarkError> {
	for _ in 0..homes {
		let (owner, accounts) = full_owner::<T>(0)?;
		let host = accounts.first().ok_or("an owner has accounts")?;
		let unit = units_everywhere::<T>(owner, 1)?;
		for resident in residents {
			house::<T>(host, unit, resident.clone())?;
		}
	}
	Ok(())
}

/// The document on which changes and tickets rest.
const DOCUMENT: ContentHash = ContentHash::zero();

/// A unit, and `count` others of the same building and owner that can become a part of it, each with the maximum number
/// of residents. The owner has the maximum number of accounts.
fn merger<T: Config>(count: u32) -> Result<RegisterChangeOf<T>, BenchmarkError> {
	let (owner, accounts) = full_owner::<T>(0)?;
	let host = accounts.first().ok_or("an owner has accounts")?;
	let into = Pallet::<T>::add_home(0, UnitKind::Residential, AREA, owner)?;
	let mut absorbed = Absorbed::default();
	for _ in 0..count {
		let unit = Pallet::<T>::add_home(0, UnitKind::Residential, AREA, owner)?;
		for index in 0..T::MaxResidents::get() {
			house::<T>(host, unit, account("lodger", index, unit))?;
		}
		absorbed.try_push(unit).map_err(|_| "the number of units is bounded")?;
	}
	Ok(RegisterChange::MergeUnits { into, absorbed, label: Commitment::repeat_byte(7) })
}

/// A sale between owners with the maximum number of accounts and buildings: the seller stops voting in a building, and
/// the buyer starts to. The unit has the maximum number of residents.
fn sale<T: Config>() -> Result<RegisterChangeOf<T>, BenchmarkError> {
	// Where heads are lots, more is counted.
	HeadsPerLot::<T>::put(true);
	let (from, accounts) = full_owner::<T>(0)?;
	let unit = units_everywhere::<T>(from, T::MaxBuildings::get())?;
	let (to, _) = full_owner::<T>(0)?;
	let first = units_everywhere::<T>(to, T::MaxBuildings::get())?;
	let (third, _) = full_owner::<T>(0)?;
	Pallet::<T>::do_transfer_unit(first, third, DOCUMENT, Dues::TakenOver)?;
	fill_with_residents::<T>(accounts.first().ok_or("an owner has accounts")?, unit, 0)?;
	Ok(RegisterChange::TransferUnit { unit, to, dues: Dues::Settled })
}

/// One unit is sold, or several are merged: whatever takes longer for so many.
fn change<T: Config>(count: u32) -> Result<RegisterChangeOf<T>, BenchmarkError> {
	if count > 1 {
		merger::<T>(count)
	} else {
		sale::<T>()
	}
}

/// Proposes the change by an account that is related to nobody. Returns its number.
fn proposed<T: Config>(change: RegisterChangeOf<T>) -> Result<ChangeId, BenchmarkError> {
	let id = NextChange::<T>::get();
	Pallet::<T>::do_propose_change(account("proposer", 0, 0), change, DOCUMENT)?;
	Ok(id)
}

fn objection<T: Config>(by: T::AccountId, dismissed: Option<Ground>) -> Objection<T::AccountId> {
	Objection { by, since: T::Clock::lived(), entered: None, dismissed }
}

/// A claim that replaces the last account of an owner with the maximum number of accounts: the worst case.
fn replacement<T: Config>() -> Result<(Call<T>, OwnerId, T::AccountId), BenchmarkError> {
	let (owner, accounts) = full_owner::<T>(0)?;
	let old = accounts.last().ok_or("an owner has accounts")?.clone();
	let public = sp_io::crypto::sr25519_generate(KEY_TYPE, None);
	Pallet::<T>::open_ticket(owner, public.0, Purpose::Replacement { account: old.clone() })?;
	// An objection that a court's order dismissed, so that nothing has to wait.
	Objections::<T>::insert(public.0, objection::<T>(old, Some(Ground::CourtOrder)));
	let message = |account: &T::AccountId| Pallet::<T>::claim_payload(owner, &public.0, account);
	// What a wallet wrapped is verified twice.
	let (claimant, consent) =
		T::BenchmarkHelper::sign(|account| [&b"<Bytes>"[..], message(account).as_slice(), &b"</Bytes>"[..]].concat());
	let signature: sr25519::Signature =
		sp_io::crypto::sr25519_sign(KEY_TYPE, &public, &message(&claimant)).ok_or("the key was just generated")?;
	// The ticket's own key stands in for that of a second factor.
	Tickets::<T>::mutate(public.0, |ticket| {
		if let Some(ticket) = ticket {
			ticket.second_factor = Some(public.0);
		}
	});
	let second = Some(signature);
	let (ticket, account) = (public.0, claimant.clone());
	Ok((Call::claim { owner, ticket, account, signature, consent, second }, owner, claimant))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn authorize_claim() -> Result<(), BenchmarkError> {
		let (call, _, _) = replacement::<T>()?;

		#[block]
		{
			call.authorize(TransactionSource::External).ok_or("a claim is authorized")??;
		}
		Ok(())
	}

	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let (call, owner, claimant) = replacement::<T>()?;

		#[block]
		{
			assert_ok!(call.dispatch_bypass_filter(RawOrigin::Authorized.into()));
		}

		assert_eq!(AccountOwners::<T>::get(claimant), Some(Acting { owner, represents: false }));
		Ok(())
	}

	#[benchmark]
	fn propose_ticket() -> Result<(), BenchmarkError> {
		let (owner, accounts) = with_open_tickets::<T>()?;
		let replaces = accounts.last().ok_or("an owner has accounts")?.clone();
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, owner, [7; 32], replaces, DOCUMENT);

		assert!(ProposedTickets::<T>::contains_key(owner));
		Ok(())
	}

	#[benchmark]
	fn confirm_ticket() -> Result<(), BenchmarkError> {
		let (owner, accounts) = with_open_tickets::<T>()?;
		// One more, which makes room.
		Pallet::<T>::open_ticket(owner, key(u32::MAX), Purpose::Invitation)?;
		let replaces = accounts.last().ok_or("an owner has accounts")?.clone();
		// Both people have the maximum number of homes.
		let proposer: T::AccountId = account("proposer", 0, 0);
		settle::<T>(T::MaxHomes::get(), core::slice::from_ref(&proposer))?;
		Pallet::<T>::do_propose_ticket(proposer, owner, [7; 32], replaces.clone(), DOCUMENT)?;
		let origin = T::ConfirmOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, owner, [7; 32], replaces, DOCUMENT);

		assert!(Tickets::<T>::contains_key([7; 32]));
		Ok(())
	}

	#[benchmark]
	fn settle_replacement() -> Result<(), BenchmarkError> {
		let (owner, accounts) = full_owner::<T>(0)?;
		let old = accounts.last().ok_or("an owner has accounts")?.clone();
		Pallet::<T>::open_ticket(owner, [7; 32], Purpose::Replacement { account: old.clone() })?;
		let ruling = ReplacementRuling { replace: false, ground: Ground::Papers, document: DOCUMENT };
		let first: T::AccountId = account("first", 0, 0);
		settle::<T>(T::MaxHomes::get(), core::slice::from_ref(&first))?;
		Objections::<T>::insert([7; 32], objection::<T>(old, None));
		let first = Settler::Officer { role: Role::Registrar, account: first };
		Pallet::<T>::do_settle_replacement(first, [7; 32], ruling)?;
		let origin = T::AuditorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, [7; 32], ruling);

		assert!(SpentTickets::<T>::contains_key([7; 32]));
		Ok(())
	}

	#[benchmark]
	fn object() -> Result<(), BenchmarkError> {
		let (owner, accounts) = full_owner::<T>(0)?;
		let who = accounts.last().ok_or("an owner has accounts")?.clone();
		Pallet::<T>::open_ticket(owner, [7; 32], Purpose::Replacement { account: who.clone() })?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), [7; 32]);

		assert!(Objections::<T>::contains_key([7; 32]));
		Ok(())
	}

	#[benchmark]
	fn invite() -> Result<(), BenchmarkError> {
		let (_, accounts) = full_owner::<T>(1)?;
		let who = accounts.first().ok_or("an owner has accounts")?.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), [7; 32]);

		assert!(Tickets::<T>::contains_key([7; 32]));
		Ok(())
	}

	#[benchmark]
	fn revoke_ticket() -> Result<(), BenchmarkError> {
		// The representative's call reads more than the registrar's.
		let (owner, accounts) = full_owner::<T>(0)?;
		let who = accounts.first().ok_or("an owner has accounts")?.clone();
		Pallet::<T>::open_ticket(owner, [7; 32], Purpose::Invitation)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), [7; 32]);

		assert!(SpentTickets::<T>::contains_key([7; 32]));
		Ok(())
	}

	#[benchmark]
	fn set_representative() -> Result<(), BenchmarkError> {
		let (owner, accounts) = full_owner::<T>(0)?;
		let who = accounts.first().ok_or("an owner has accounts")?.clone();
		let last = accounts.last().ok_or("an owner has accounts")?.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), last.clone());

		assert_eq!(Owners::<T>::get(owner).and_then(|owner| owner.representative), Some(last));
		Ok(())
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		let (_, accounts) = with_open_tickets::<T>()?;
		let who = accounts.last().ok_or("an owner has accounts")?.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!AccountOwners::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn name_resident() -> Result<(), BenchmarkError> {
		let (owner, accounts) = full_owner::<T>(0)?;
		let who = accounts.first().ok_or("an owner has accounts")?.clone();
		let unit = units_everywhere::<T>(owner, 1)?;
		// All places are taken by namings, of which the last one read has lapsed; the owner names itself.
		for index in 0..T::MaxResidents::get() {
			Pallet::<T>::do_name_resident(&who, unit, account("lodger", index, 0), Moment::MAX)?;
		}
		let last = NamedResidents::<T>::iter_key_prefix(unit).last().ok_or("some are named")?;
		NamedResidents::<T>::insert(unit, &last, Naming { since: 0, until: 0 });
		settle::<T>(T::MaxHomes::get().saturating_sub(1), core::slice::from_ref(&who))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), unit, who.clone(), Moment::MAX);

		assert!(Residents::<T>::contains_key(unit, who) && !NamedResidents::<T>::contains_key(unit, last));
		Ok(())
	}

	#[benchmark]
	fn accept_residence() -> Result<(), BenchmarkError> {
		let (owner, accounts) = full_owner::<T>(0)?;
		let host = accounts.first().ok_or("an owner has accounts")?.clone();
		let unit = units_everywhere::<T>(owner, 1)?;
		let tenant: T::AccountId = account("tenant", 0, 0);
		settle::<T>(T::MaxHomes::get().saturating_sub(1), core::slice::from_ref(&tenant))?;
		Pallet::<T>::do_name_resident(&host, unit, tenant.clone(), Moment::MAX)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(tenant.clone()), unit);

		assert!(Pallet::<T>::is_resident(&tenant, unit));
		Ok(())
	}

	#[benchmark]
	fn dismiss_resident() -> Result<(), BenchmarkError> {
		let (owner, accounts) = full_owner::<T>(0)?;
		let who = accounts.first().ok_or("an owner has accounts")?.clone();
		let unit = units_everywhere::<T>(owner, 1)?;
		let tenant: T::AccountId = account("tenant", 0, 0);
		settle::<T>(T::MaxHomes::get().saturating_sub(1), core::slice::from_ref(&tenant))?;
		house::<T>(&who, unit, tenant.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), unit, tenant.clone());

		assert!(!Residents::<T>::contains_key(unit, tenant));
		Ok(())
	}

	#[benchmark]
	fn appoint() -> Result<(), BenchmarkError> {
		let origin = decision::<T>()?;
		let held = u32::try_from(Roles::<T>::iter_key_prefix(Role::Device).count()).unwrap_or(u32::MAX);
		for index in held..T::MaxRoleHolders::get().saturating_sub(1) {
			Pallet::<T>::do_appoint(Role::Device, account("holder", index, 0))?;
		}
		// All accounts of the person are looked at, and so is the committee, unless the community is small.
		let (owner, accounts) = full_owner::<T>(0)?;
		let who = accounts.last().ok_or("an owner has accounts")?.clone();
		for _ in 0..=T::FewUnits::get() {
			units_everywhere::<T>(owner, 1)?;
		}

		#[extrinsic_call]
		_(origin as OriginFor<T>, Role::Device, who.clone());

		assert!(Pallet::<T>::holds(Role::Device, &who));
		Ok(())
	}

	#[benchmark]
	fn dismiss() -> Result<(), BenchmarkError> {
		let origin = decision::<T>()?;
		let who: T::AccountId = account("appointed", 0, 0);
		Pallet::<T>::do_appoint(Role::Device, who.clone())?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, Role::Device, who.clone());

		assert!(!Pallet::<T>::holds(Role::Device, &who));
		Ok(())
	}

	#[benchmark]
	fn propose_change(n: Linear<1, { MAX_PARTS }>) -> Result<(), BenchmarkError> {
		let change = change::<T>(n)?;
		let origin = registrar::<T>()?;
		let id = NextChange::<T>::get();

		#[extrinsic_call]
		_(origin as OriginFor<T>, change, DOCUMENT);

		assert!(Changes::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn confirm_change() -> Result<(), BenchmarkError> {
		let change = sale::<T>()?;
		let id = proposed::<T>(change.clone())?;
		let origin = T::ConfirmOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, change, DOCUMENT);

		assert!(Changes::<T>::get(id).is_some_and(|pending| pending.confirmed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn object_to_change() -> Result<(), BenchmarkError> {
		let id = proposed::<T>(merger::<T>(MAX_PARTS)?)?;
		let owner = NextOwner::<T>::get().saturating_sub(1);
		let who: T::AccountId = account("member", 0, owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, DOCUMENT);

		assert!(Changes::<T>::get(id).is_some_and(|pending| pending.contested));
		Ok(())
	}

	#[benchmark]
	fn settle_objection() -> Result<(), BenchmarkError> {
		let id = proposed::<T>(sale::<T>()?)?;
		let mut pending = Changes::<T>::get(id).ok_or("the change was just proposed")?;
		for _ in 0..MAX_OBJECTORS {
			let (owner, _) = full_owner::<T>(0)?;
			pending.objectors.try_push(owner).map_err(|_| "the number of objectors is bounded")?;
		}
		pending.contested = true;
		Changes::<T>::insert(id, pending);
		let by: T::AccountId = account("registrar", 0, 0);
		let by = Settler::Officer { role: Role::Registrar, account: by };
		Pallet::<T>::do_settle_objection(by, id, false, DOCUMENT)?;
		let origin = T::AuditorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, false, DOCUMENT);

		assert!(Changes::<T>::get(id).is_some_and(|pending| !pending.contested));
		Ok(())
	}

	#[benchmark]
	fn withdraw_change() -> Result<(), BenchmarkError> {
		let id = proposed::<T>(merger::<T>(MAX_PARTS)?)?;
		let proposer: T::AccountId = account("proposer", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(proposer), id);

		assert!(!Changes::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn enact_change(n: Linear<1, { MAX_PARTS }>) -> Result<(), BenchmarkError> {
		let change = change::<T>(n)?;
		let id = proposed::<T>(change.clone())?;
		let by: T::AccountId = account("confirmer", 0, 0);
		Pallet::<T>::do_confirm_change(Some(by), id, &change, DOCUMENT)?;
		ObjectionDelay::<T>::put(0);
		let anyone: T::AccountId = account("anyone", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id);

		assert!(!Changes::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn set_building_area() -> Result<(), BenchmarkError> {
		let origin = T::AreaOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, 7, AREA);

		assert_eq!(BuildingAreas::<T>::get(7), AREA);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::benchmark_externalities(), crate::mock::Test);
}
