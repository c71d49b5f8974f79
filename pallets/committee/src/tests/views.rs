// SPDX-License-Identifier: Apache-2.0

//! The runtime API.

use crate::{mock::*, *};

#[test]
fn the_committee_is_returned() {
	ExtBuilder.build_and_execute(|| {
		let view = Committee::committee();
		assert_eq!((view.term, view.members, view.reserve), (None, vec![], vec![]));
		seat(7, 3, 1);
		let view = Committee::committee();
		assert_eq!(view.term, CurrentTerm::<Test>::get());
		assert_eq!(view.members, line(0..3).into_inner());
		assert_eq!(view.reserve, line(3..4).into_inner());
	});
}
