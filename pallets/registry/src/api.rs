// SPDX-License-Identifier: Apache-2.0

//! The runtime API of the register, for wallets, explorers and the node's RPC.

use crate::{OwnerView, Power, Resident, TicketKey, TicketView, Unit, UnitsPage};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{BuildingId, OwnerId, Role, UnitId};

sp_api::decl_runtime_apis! {
	/// Units, owners and their accounts, voting power, residents, tickets and roles.
	pub trait RegistryApi<AccountId, BlockNumber>
	where
		AccountId: Codec,
		BlockNumber: Codec,
	{
		/// The number of units that there have ever been. Their ids are `0..unit_count()`.
		fn unit_count() -> UnitId;

		/// The unit with this id; `None` if it has ceased to exist.
		fn unit(unit: UnitId) -> Option<Unit>;

		/// The units in the order of their ids, starting at `from`; at most 256 per page.
		fn units(from: UnitId, limit: u32) -> UnitsPage;

		/// The number of owners. Their ids are `0..owner_count()`.
		fn owner_count() -> OwnerId;

		/// The owner with this id.
		fn owner(owner: OwnerId) -> Option<OwnerView<AccountId>>;

		/// The owner that an account acts for.
		fn owner_of(account: AccountId) -> Option<OwnerId>;

		/// The units of an owner, starting after the `next` of the previous page; at most 256 per page. The order is
		/// stable, but not that of the ids.
		fn units_of_owner(owner: OwnerId, after: Option<UnitId>, limit: u32) -> UnitsPage;

		/// The voting power of an owner at the end of a block, in the whole community or in some buildings.
		fn power_at(owner: OwnerId, block: BlockNumber, buildings: Option<Vec<BuildingId>>) -> Power;

		/// The voting power of all owners at the end of a block, in the whole community or in some buildings.
		fn totals_at(block: BlockNumber, buildings: Option<Vec<BuildingId>>) -> Power;

		/// The residents of a unit and the accounts that are named and have not accepted, including those whose end
		/// date or time to accept has passed and that have not been dismissed yet.
		fn residents(unit: UnitId) -> Vec<Resident<AccountId>>;

		/// The open ticket with this key.
		fn ticket(key: TicketKey) -> Option<TicketView<AccountId>>;

		/// The owner for whom the ticket with this key can be claimed now, if any.
		fn may_claim(key: TicketKey) -> Option<OwnerId>;

		/// The roles that an account holds.
		fn roles_of(account: AccountId) -> Vec<Role>;

		/// The accounts that hold a role.
		fn holders(role: Role) -> Vec<AccountId>;
	}
}
