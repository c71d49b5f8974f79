// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, GenesisConfig, PotKind, Pots};
use frame_support::traits::BuildGenesisConfig;

fn build(pots: Vec<(PotKind, String)>) {
	sp_io::TestExternalities::default()
		.execute_with(|| GenesisConfig::<Test> { pots, _config: Default::default() }.build());
}

#[test]
fn the_default_has_the_three_usual_pots() {
	ExtBuilder.build_and_execute(|| {
		let kinds: Vec<_> = Fund::pots().into_iter().map(|(id, pot)| (id, pot.kind)).collect();
		assert_eq!(kinds, vec![(0, PotKind::Operating), (1, PotKind::Repair), (2, PotKind::CommonIncome)]);
		assert_eq!(Pots::<Test>::get(REPAIR).unwrap().opened, 0);
	});
}

#[test]
#[should_panic(expected = "transaction fees go to pot 0, which is not among the pots")]
fn genesis_without_the_fee_pot_is_refused() {
	build(vec![]);
}

#[test]
#[should_panic(expected = "cannot be opened")]
fn a_pot_without_a_name_is_refused() {
	build(vec![(PotKind::Operating, "".into())]);
}

#[test]
#[should_panic(expected = "cannot be opened")]
fn a_name_too_long_is_refused() {
	build(vec![(PotKind::Operating, "a".repeat(33))]);
}
