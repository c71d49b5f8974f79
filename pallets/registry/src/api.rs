// SPDX-License-Identifier: Apache-2.0

//! The runtime API: what wallets, explorers and the node's RPC ask the register.

use crate::{OwnerView, Power, Resident, Ticket, TicketKey, Unit, UnitsPage};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{BuildingId, OwnerId, Role, UnitId};

sp_api::decl_runtime_apis! {
	/// Who owns what, who acts for whom, and what power that gives.
	pub trait RegistryApi<AccountId, BlockNumber>
	where
		AccountId: Codec,
		BlockNumber: Codec,
	{
		/// How many units there are: their ids are `0..unit_count()`.
		fn unit_count() -> UnitId;

		/// The unit of that id.
		fn unit(unit: UnitId) -> Option<Unit>;

		/// Units by id, beginning with `from`; at most 256 a page.
		fn units(from: UnitId, limit: u32) -> UnitsPage;

		/// How many owners there are: their ids are `0..owner_count()`.
		fn owner_count() -> OwnerId;

		/// The owner of that id.
		fn owner(owner: OwnerId) -> Option<OwnerView<AccountId>>;

		/// The owner that an account acts for.
		fn owner_of(account: AccountId) -> Option<OwnerId>;

		/// The units of an owner after the one that the last page named as `next`; at most 256 a page. The order is
		/// always the same, but not that of ids.
		fn units_of_owner(owner: OwnerId, after: Option<UnitId>, limit: u32) -> UnitsPage;

		/// The voting power of an owner at the end of a block, over the whole community or over some buildings.
		fn power_at(owner: OwnerId, block: BlockNumber, buildings: Option<Vec<BuildingId>>) -> Power;

		/// The voting power of all owners at the end of a block, over the whole community or over some buildings.
		fn totals_at(block: BlockNumber, buildings: Option<Vec<BuildingId>>) -> Power;

		/// The residents of a unit, those included whose end has passed and whom nobody removed yet.
		fn residents(unit: UnitId) -> Vec<Resident<AccountId>>;

		/// The open ticket of that key.
		fn ticket(key: TicketKey) -> Option<Ticket<AccountId>>;

		/// The owner for whom the ticket of that key can be claimed now.
		fn may_claim(key: TicketKey) -> Option<OwnerId>;

		/// What roles an account holds.
		fn roles_of(account: AccountId) -> Vec<Role>;

		/// Who holds a role.
		fn holders(role: Role) -> Vec<AccountId>;
	}
}
