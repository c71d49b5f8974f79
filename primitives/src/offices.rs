// SPDX-License-Identifier: Apache-2.0

//! Which offices exclude each other (D11, D47).

use crate::Role;

impl Role {
	/// Whether nobody may hold both offices.
	///
	/// | | excluded with | because |
	/// |---|---|---|
	/// | auditor | manager | the auditor approves what the manager proposes, rules on bills and waives (D16, D21, D24) |
	/// | auditor | cashier | the auditor closes the months that the cashier attests and confirms corrections (D2, D25) |
	/// | auditor | registrar | the auditor confirms changes of the register and witnesses paper ballots; they settle objections and enter court rulings together (D8, D29, D47) |
	/// | cashier | manager | nobody pays what they proposed (D11, D21) |
	/// | cashier | registrar | one gives a household's account to another key, and the other pays its money out (D2, D8) |
	/// | device | every other | its key is in a machine within everybody's reach, and no person answers for it (D17, D39) |
	///
	/// Registrar and manager may be one: no act takes one of each, and in most communities the property office keeps
	/// the register.
	pub const fn excludes(self, other: Self) -> bool {
		use Role::{Auditor, Cashier, Device, Manager, Registrar};
		match (self, other) {
			(Registrar, Registrar)
			| (Manager, Manager)
			| (Cashier, Cashier)
			| (Auditor, Auditor)
			| (Device, Device)
			| (Registrar, Manager)
			| (Manager, Registrar) => false,
			(Auditor, Registrar | Manager | Cashier)
			| (Registrar | Manager | Cashier, Auditor)
			| (Cashier, Registrar | Manager)
			| (Registrar | Manager, Cashier)
			| (Device, Registrar | Manager | Cashier | Auditor)
			| (Registrar | Manager | Cashier | Auditor, Device) => true,
		}
	}

	/// Whether nobody on the committee may hold the office.
	///
	/// | | because |
	/// |---|---|
	/// | manager | the committee approves what the manager proposes (D21) |
	/// | cashier | nobody pays what they approved (D11) |
	/// | auditor | the auditor approves beside the committee, or in its place (D21, D24) |
	/// | device | no person answers for it |
	///
	/// A member may be the registrar: what the two do together, each call compares the persons.
	pub const fn excludes_seat(self) -> bool {
		match self {
			Self::Manager | Self::Cashier | Self::Auditor | Self::Device => true,
			Self::Registrar => false,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The table as a picture: one row and one column for each role, in order of [`Role::ALL`].
	#[test]
	fn each_cell_of_the_table() {
		let table = [
			// Registrar, Manager, Cashier, Auditor, Device
			[false, false, true, true, true],
			[false, false, true, true, true],
			[true, true, false, true, true],
			[true, true, true, false, true],
			[true, true, true, true, false],
		];
		for (a, row) in Role::ALL.into_iter().zip(table) {
			for (b, excluded) in Role::ALL.into_iter().zip(row) {
				assert_eq!(a.excludes(b), excluded, "{a:?} and {b:?}");
			}
		}
		assert_eq!(Role::ALL.map(Role::excludes_seat), [false, true, true, true, true]);
	}
}
