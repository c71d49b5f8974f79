// SPDX-License-Identifier: Apache-2.0

//! One random step, on the chain and in the model.

use super::*;

/// Performs a step on the chain and in the model, and asserts that both agree on whether it is permitted.
pub(super) fn act(model: &mut Model, raw: Raw) {
	let Raw { what, who, which, how, amount: raw_amount } = raw;
	let by = mostly(
		who,
		match what % 23 {
			0..=4 => &[MAX, MIRA],
			5..=7 => &[COMMITTEE],
			8 | 9 => &[ADA, ADA, ABE],
			10 => &[ASSEMBLY, BUILDING_2],
			18 => &[ASSEMBLY],
			11 => &[COMMITTEE, MAX, MIRA],
			14 | 15 | 22 => &[CORA, ADA, MAX, MEI],
			16 => &[ADA, ABE],
			_ => &[STRANGER],
		},
	);
	let count = model.cases.len();
	// Mostly an expense to which the step applies, sometimes any of the last ten or an unknown one.
	let fits = |case: &Case| match what % 23 {
		8 => case.needs == Approver::CommitteeAndAuditor && case.stage == Stage::Proposed,
		9 => case.line.is_none() && case.stage == Stage::Proposed,
		10 => case.needs == Approver::Assembly && case.stage == Stage::Proposed,
		12 | 13 => case.payee.is_some() && case.stage == Stage::Approved,
		14 | 15 => case.payee.is_none() && case.stage == Stage::Approved,
		16 => case.line.is_none() && case.stage.is_spent() && !case.audited,
		20 => case.stage == Stage::Ordered,
		21 => case.order.is_some(),
		22 => case.stage == Stage::Paid,
		_ => case.stage == Stage::Proposed,
	};
	let fitting: Vec<_> = (0..count).filter(|id| fits(&model.cases[*id])).collect();
	let id = match fitting.get(usize::from(which) % fitting.len().max(1)) {
		Some(id) if !which.is_multiple_of(5) => *id as u32,
		_ => (count + 1).saturating_sub(1 + usize::from(which) % 11) as u32,
	};
	let now = Now::get();
	let (expected, done) = match what % 23 {
		0..=4 => {
			let month = month_of(now);
			let incurred = match how % 8 {
				0 => month.next(PeriodKind::Month).unwrap(),
				1 => month.previous(PeriodKind::Month).unwrap(),
				_ => month,
			};
			let year = if which.is_multiple_of(16) { 2026 } else { incurred.year };
			let line = LineId::from(which % 3 == 1) + LineId::from(which % 16 == 6);
			let pot = if what % 23 < 3 { PotId::from(line) } else { PotId::from(raw_amount / 16 % 4) };
			let building = [Some(1), Some(2), Some(2), Some(7)][usize::from(how / 16 % 4)];
			// Mostly as the pot requires.
			let building = if (pot == REPAIR) == (how / 64 > 0) { building } else { None };
			let related = building.map_or(Related::Nobody, |building| buildings(&[building]));
			let to = match how % 16 {
				15 => Payee::Account(Fund::pot_account(INCOME)),
				14 => Payee::Account(by),
				13 => Payee::Account(ADA),
				8..=12 => Payee::Bank(hash(4)),
				_ => Payee::Account(GARDENER),
			};
			let payee = match to {
				Payee::Account(account) => Some(account),
				Payee::Bank(_) => None,
			};
			let (sum, invoice) = (amount(raw_amount), which);
			let stated = StatedInvoice { hash: hash(invoice), total: total(invoice) };
			let mut case = Case {
				line: None,
				pot: OPERATING,
				building,
				payee,
				amount: sum,
				invoice,
				by,
				month,
				needs: Approver::Committee,
				until: now + model.rules.emergency.committee_time,
				committee: false,
				auditor: None,
				stage: Stage::Proposed,
				order: None,
				refunded: 0,
				audit_due: 0,
				audited: false,
			};
			if what % 23 < 3 {
				case.line = Some((year, line));
				case.pot = pot;
				let of_payee = model.of_a_year(true, |other| other.payee == payee);
				let of_pot = if pot == REPAIR { model.of_a_year(true, |other| other.pot == pot) } else { 0 };
				let in_a_year = sum + of_payee.max(of_pot);
				case.needs = model.rules.tiers.iter().rfind(|tier| tier.from <= in_a_year).unwrap().approver;
				let room = model
					.lines
					.get(&(year, line))
					.is_some_and(|(cap, committed, spent)| committed + spent + sum <= *cap);
				let expected = room && year == incurred.year && model.may_enter(&case, incurred);
				let call = Spending::propose(signed(by), year, line, to, sum, stated, incurred, related);
				if expected {
					model.enter(case);
				}
				(expected, call.is_ok())
			} else {
				case.pot = pot;
				let kind = EmergencyKind::Lift;
				let (of_pot, of_payee) = (
					model.of_a_year(false, |other| other.pot == pot),
					model.of_a_year(false, |other| other.payee == payee),
				);
				let within = pot < 3 && sum + of_pot.max(of_payee) <= model.rules.emergency.cap;
				let expected = within && model.may_enter(&case, incurred);
				let evidence = hash(90);
				let call =
					Spending::propose_emergency(signed(by), kind, pot, to, sum, stated, evidence, related, incurred);
				if expected {
					model.enter(case);
				}
				(expected, call.is_ok())
			}
		}
		5..=7 => {
			let expected = by == COMMITTEE
				&& model.is(id, Stage::Proposed)
				&& model.cases[id as usize].needs != Approver::Assembly
				&& !model.cases[id as usize].committee;
			let done = Spending::approve_as_committee(signed(by), id, terms(id)).is_ok();
			if expected {
				model.cases[id as usize].committee = true;
				model.settle(id);
			}
			(expected, done)
		}
		8 | 9 => {
			// Abe is both an auditor and a member of the committee.
			let emergency = what % 23 == 9;
			let expected = by == ADA && model.is(id, Stage::Proposed) && {
				let case = &model.cases[id as usize];
				let asked = if emergency {
					case.line.is_none() && now >= case.until
				} else {
					case.line.is_some() && case.needs == Approver::CommitteeAndAuditor
				};
				asked && case.auditor.is_none() && case.payee != Some(ADA)
			};
			let done = if emergency {
				Spending::approve_emergency_as_auditor(signed(by), id, terms(id)).is_ok()
			} else {
				Spending::approve_as_auditor(signed(by), id, terms(id)).is_ok()
			};
			if expected {
				model.cases[id as usize].auditor = Some(by);
				model.settle(id);
			}
			(expected, done)
		}
		10 => {
			let expected = model.is(id, Stage::Proposed) && {
				let case = &model.cases[id as usize];
				let electorate = match case.building {
					None => by == ASSEMBLY,
					Some(2) => by == BUILDING_2,
					Some(_) => false,
				};
				electorate && case.needs == Approver::Assembly
			};
			let done = Spending::approve_as_assembly(signed(by), id, terms(id)).is_ok();
			if expected {
				model.settle(id);
			}
			(expected, done)
		}
		11 => {
			let refuse = how.is_multiple_of(2);
			let expected = model.is_open(id) && by == if refuse { COMMITTEE } else { model.cases[id as usize].by };
			let done = if refuse {
				Spending::refuse(signed(by), id, hash(8)).is_ok()
			} else {
				Spending::withdraw(signed(by), id).is_ok()
			};
			if expected {
				model.void(id);
			}
			(expected, done)
		}
		12 | 13 => {
			let max_units = u32::from(how % 8);
			let expected = model.is(id, Stage::Approved) && {
				let case = &model.cases[id as usize];
				let units = match case.building {
					Some(1) => 3,
					Some(2) => 2,
					_ => 0,
				};
				case.payee.is_some() && units <= max_units
			};
			let done = Spending::pay(signed(by), id, max_units).is_ok();
			if expected && !model.pay(id) {
				assert!(matches!(expense(id).state, State::Approved { failure: Some(_), .. }));
			}
			(expected, done)
		}
		14 | 15 => {
			// Max, Ada and Mei are cashiers too.
			let mut expected = [CORA, MAX, ADA, MEI].contains(&by)
				&& model.is(id, Stage::Approved)
				&& model.cases[id as usize].payee.is_none()
				&& !model.took_part(id, by);
			let done = Spending::order_payment(signed(by), 0, id, 3).is_ok();
			if expected {
				expected = model.pay(id);
			}
			(expected, done)
		}
		20 if model.is(id, Stage::Ordered) => {
			let (text, order) = (how % 64, model.cases[id as usize].order.unwrap());
			let done = TestBank::pay(order, CORA, &format!("R{text}")).is_ok();
			let expected = model.references.insert(text);
			if expected {
				let case = &mut model.cases[id as usize];
				case.stage = Stage::Paid;
				model.held -= case.amount;
				model.issuance -= case.amount;
			}
			(expected, done)
		}
		21 if model.cases.get(id as usize).is_some_and(|case| case.order.is_some()) => {
			let (order, refunded) = (model.cases[id as usize].order.unwrap(), model.cases[id as usize].refunded);
			let done = TestBank::give_back(order).is_ok();
			if refunded == 0 {
				model.give_back(id);
			}
			(refunded == 0, done)
		}
		20 | 21 => (true, true),
		22 => {
			let text = how % 64;
			let sum = if which.is_multiple_of(3) { amount(raw_amount) } else { Fen::from(raw_amount) };
			let expected = [CORA, MAX, ADA, MEI].contains(&by) && model.is(id, Stage::Paid) && {
				let case = &model.cases[id as usize];
				sum > 0
					&& case.refunded + sum <= case.amount
					&& !model.took_part(id, by)
					&& !model.references.contains(&text)
			};
			let text_of_bank = reference(&format!("R{text}"));
			let done = Spending::record_refund(signed(by), 0, id, sum, text_of_bank, None, 3).is_ok();
			if expected {
				model.references.insert(text);
				model.come_back(id, sum);
				model.issuance += sum;
				model.cases[id as usize].refunded += sum;
			}
			(expected, done)
		}
		16 => {
			let expected = [ADA, ABE].contains(&by) && {
				let case = model.cases.get(id as usize);
				let due = |case: &Case| case.line.is_none() && case.stage.is_spent() && !case.audited;
				case.is_some_and(|case| due(case) && case.payee != Some(by))
			};
			let done = Spending::file_audit(signed(by), id, hash(70)).is_ok();
			if expected {
				model.cases[id as usize].audited = true;
			}
			(expected, done)
		}
		17 => {
			wait(Moment::from(how) * DAY / 40);
			(true, true)
		}
		18 => {
			let year = 2026 + u16::from(which % 2);
			let cap = [0, 1_000_000, 6_000_000, 20_000_000][usize::from(how) % 4];
			let (_, committed, spent) = model.lines[&(year, GARDENS)];
			let (roof_cap, ..) = model.lines[&(year, ROOFS)];
			let expected = by == ASSEMBLY && cap >= committed + spent;
			let list = lines(&[("Gardens", OPERATING, cap), ("Roofs", REPAIR, roof_cap)]);
			let done = Spending::set_budget(signed(by), year, list).is_ok();
			if expected {
				model.lines.insert((year, GARDENS), (cap, committed, spent));
			}
			(expected, done)
		}
		_ => match how % 4 {
			0 => {
				model.rules = rules(which);
				(true, Spending::set_rules(RuntimeOrigin::root(), model.rules.clone()).is_ok())
			}
			1 => {
				let next = model.closed.next(PeriodKind::Month).unwrap();
				let expected = next < month_of(now);
				if expected {
					model.closed = next;
				}
				(expected, Fund::close_month(signed(ADA), next).is_ok())
			}
			_ => {
				let sum = 1 + amount(raw_amount);
				model.pots[0] += sum;
				model.issuance += sum;
				let cause = linli_primitives::Cause::Receipt { reference: ContentHash::zero() };
				(true, Fund::issue(OPERATING, sum, cause).is_ok())
			}
		},
	};
	assert_eq!(done, expected, "the chain and the model differ: {raw:?} by {by}, expense {id}");
}
