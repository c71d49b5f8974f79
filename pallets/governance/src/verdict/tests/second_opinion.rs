// SPDX-License-Identifier: Apache-2.0

//! A second implementation, by cross-multiplication of every share, agrees with the first.

use super::*;
use proptest::prelude::*;

fn met(threshold: Option<(u32, u32, bool)>, part: u128, whole: u128) -> Option<bool> {
	let (numerator, denominator, strict) = threshold?;
	let (part, share) = (part * u128::from(denominator), whole * u128::from(numerator));
	Some(whole > 0 && if strict { part > share } else { part >= share })
}

fn together(area: Option<bool>, heads: Option<bool>, both: bool) -> bool {
	let named: Vec<bool> = area.into_iter().chain(heads).collect();
	named.is_empty() || if both { named.iter().all(|met| *met) } else { named.iter().any(|met| *met) }
}

fn threshold() -> impl Strategy<Value = Option<(u32, u32, bool)>> {
	proptest::option::of((0u32..=5, 1u32..=5, any::<bool>()))
}

fn base() -> impl Strategy<Value = Base> {
	prop_oneof![Just(Base::All), Just(Base::Participating), Just(Base::ForAndAgainst)]
}

fn as_threshold((numerator, denominator, strict): (u32, u32, bool)) -> Threshold {
	Threshold { fraction: Fraction::new(numerator, denominator), strict }
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn agrees(
		// Few owners and small areas, so that equality is frequent.
		votes in proptest::collection::vec((1u64..=4, 0u8..=3), 1..=12),
		quorum in (threshold(), threshold(), any::<bool>()),
		asked in (threshold(), threshold(), any::<bool>(), base()),
		cap in proptest::option::of((0u32..=3, 1u32..=4, any::<bool>(), base())),
	) {
		let sum = |choices: &[u8]| {
			let chosen = votes.iter().filter(|(_, choice)| choices.contains(choice));
			chosen.fold((0u128, 0u128), |(area, heads), (own, _)| (area + u128::from(*own), heads + 1))
		};
		// 0: no ballot, 1: for, 2: against, 3: abstains.
		let (total, part, yes, no) = (sum(&[0, 1, 2, 3]), sum(&[1, 2, 3]), sum(&[1]), sum(&[2]));
		let of = |base| match base {
			Base::All => total,
			Base::Participating => part,
			Base::ForAndAgainst => (yes.0 + no.0, yes.1 + no.1),
		};
		let enough = together(met(quorum.0, part.0, total.0), met(quorum.1, part.1, total.1), quorum.2);
		let whole = of(asked.3);
		let approved = together(met(asked.0, yes.0, whole.0), met(asked.1, yes.1, whole.1), asked.2);
		let stopped = cap.is_some_and(|(numerator, denominator, by_area, base)| {
			let strict = Some((numerator, denominator, true));
			let whole = of(base);
			if by_area { met(strict, no.0, whole.0) } else { met(strict, no.1, whole.1) }.unwrap()
		});
		let asks = asked.0.is_some() || asked.1.is_some();
		let expected = part.1 > 0 && yes.1 + no.1 > 0 && enough && asks && approved && !stopped;

		let class = DecisionClass {
			participation: Participation {
				area: quorum.0.map(as_threshold),
				heads: quorum.1.map(as_threshold),
				both: quorum.2,
			},
			veto: cap.map(|(numerator, denominator, by_area, of)| {
				let fraction = Some(Fraction::new(numerator, denominator));
				Veto { area: fraction.filter(|_| by_area), heads: fraction.filter(|_| !by_area), of }
			}),
			..approval(asked.0.map(as_threshold), asked.1.map(as_threshold), asked.2, asked.3)
		};
		let narrow = |(area, heads): (u128, u128)| Power { area: area as u64, heads: heads as u32 };
		let count = Count {
			total: narrow(total),
			participating: narrow(part),
			in_favour: narrow(yes),
			against: narrow(no),
			served_silent: Power::default(),
			quorum_only: Power::default(),
		};
		prop_assert_eq!(decide(&class, &count).is_passed(), expected);
	}
}
