// SPDX-License-Identifier: Apache-2.0

//! The invariants of projects and their money.

use crate::{
	types::{EscrowTotals, MilestoneState, ProjectState, ProjectTerms},
	Config, LedgerEntries, MilestoneOf, Milestones, NextProject, Objections, OpenProjects, Pallet, ProjectOf, Projects,
	Terms, Totals, UnfinishedProjects, Variations,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use linli_primitives::{traits::Clock, Buildings, Fen, Moment, ProjectId};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;
type MilestonesOf<T> = Vec<MilestoneOf<T>>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Check {
		Self::try_projects_are_dense()?;
		for id in 0..NextProject::<T>::get() {
			let terms = Terms::<T>::get(id).ok_or("a project has no terms")?;
			let project = Projects::<T>::get(id).ok_or("a project is missing")?;
			let mut milestones: Vec<_> = Milestones::<T>::iter_prefix(id).collect();
			milestones.sort_by_key(|(number, _)| *number);
			let is_dense = milestones.iter().zip(0u8..).all(|((number, _), place)| *number == place);
			ensure!(
				is_dense && milestones.len() == terms.milestones.len(),
				"the milestones of a project do not match its terms"
			);
			let milestones = milestones.into_iter().map(|(_, milestone)| milestone).collect();
			Self::try_terms_add_up(&terms)?;
			Self::try_escrow_holds_what_is_left(id, &terms, &project)?;
			Self::try_milestones_add_up(&terms, &milestones)?;
			Self::try_project_is_the_sum_of_its_milestones(&project, &milestones)?;
			Self::try_states_fit_their_times(id, &terms, &milestones)?;
			Self::try_deadlines_fit_the_terms(&terms, &milestones)?;
			Self::try_variations_are_kept(id, &terms, &project)?;
			Self::try_sources_get_at_most_what_they_gave(&terms, &project)?;
			Self::try_project_fits_its_state(id, &project, &milestones)?;
			Self::try_entries_are_of_sources(id, &terms, &project)?;
		}
		Self::try_open_projects_are_counted()?;
		Self::try_unfinished_projects_are_counted()?;
		Self::try_totals_are_the_sums()
	}

	/// The projects are `0..NextProject`, each with terms, and no other storage item refers to another project.
	fn try_projects_are_dense() -> Check {
		let next = NextProject::<T>::get();
		let count = usize::try_from(next).map_err(|_| "too many projects")?;
		ensure!(Projects::<T>::iter_keys().count() == count, "the number of projects is wrong");
		ensure!(Terms::<T>::iter_keys().count() == count, "the number of terms is wrong");
		ensure!(Milestones::<T>::iter_keys().all(|(id, _)| id < next), "a milestone has no project");
		ensure!(LedgerEntries::<T>::iter_keys().all(|(id, _)| id < next), "a ledger entry has no project");
		ensure!(Variations::<T>::iter_keys().all(|(id, _)| id < next), "a variation has no project");
		let has_milestone = |(id, number, _)| Milestones::<T>::contains_key(id, number);
		ensure!(Objections::<T>::iter_keys().all(has_milestone), "an objection has no milestone");
		Ok(())
	}

	/// The milestones cost exactly what the sources give.
	fn try_terms_add_up(terms: &ProjectTerms<T::AccountId>) -> Check {
		let cost = terms.cost();
		ensure!(cost.is_some() && cost == terms.funded(), "the sums of milestones and sources differ");
		Ok(())
	}

	/// The held balance is the funding less payments and returns, and the account has no free balance.
	fn try_escrow_holds_what_is_left(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &ProjectOf<T>,
	) -> Check {
		let left = terms
			.funded()
			.zip(project.returned_sum())
			.and_then(|(funded, returned)| funded.checked_sub(project.paid)?.checked_sub(returned))
			.ok_or("a project spent more than its funds")?;
		ensure!(Self::held_for(id) == left, "a project's hold differs from its remaining funds");
		ensure!(T::Currency::total_balance(&Self::escrow_account(id)) == left, "an escrow account has a free balance");
		Ok(())
	}

	/// The sum of payment, retention and return of a milestone is at most its amount, and equals it once it is settled.
	fn try_milestones_add_up(terms: &ProjectTerms<T::AccountId>, milestones: &MilestonesOf<T>) -> Check {
		for (agreed, milestone) in terms.milestones.iter().zip(milestones) {
			let total = milestone.sums.total().ok_or("the sums of a milestone overflow")?;
			ensure!(total <= agreed.amount, "a milestone spent more than its amount");
			ensure!(!milestone.state.is_final() || total == agreed.amount, "a settled milestone does not add up");
			let is_paid = matches!(milestone.state, MilestoneState::Paid { .. });
			ensure!(is_paid == (milestone.sums.paid > 0), "the paid amount of a milestone contradicts its state");
			ensure!(is_paid || milestone.sums.retained == 0, "an unpaid milestone has a retention");
			let is_back = milestone.state.is_final() || milestone.ruling.is_some();
			ensure!(is_back || milestone.sums.returned == 0, "a milestone in progress returned money");
		}
		Ok(())
	}

	/// Payments and returns of a project are those of its milestones plus those out of the retention.
	fn try_project_is_the_sum_of_its_milestones(project: &ProjectOf<T>, milestones: &MilestonesOf<T>) -> Check {
		let sum = |part: fn(&MilestoneOf<T>) -> Fen| {
			milestones.iter().try_fold(0u128, |sum, milestone| sum.checked_add(part(milestone)))
		};
		let (paid, retained, returned) = sum(|milestone| milestone.sums.paid)
			.zip(sum(|milestone| milestone.sums.retained))
			.zip(sum(|milestone| milestone.sums.returned))
			.map(|((paid, retained), returned)| (paid, retained, returned))
			.ok_or("the sums of a project overflow")?;
		let all_returned = project.returned_sum().ok_or("the sums of a project overflow")?;
		let released = project.paid.checked_sub(paid).ok_or("milestones were paid more than their project")?;
		let mended = all_returned.checked_sub(returned).ok_or("milestones returned more than their project")?;
		let gone = released.checked_add(mended).and_then(|gone| gone.checked_add(project.retained));
		ensure!(gone == Some(retained), "the retention does not add up");
		Ok(())
	}

	/// A standstill only postpones a deadline.
	fn try_deadlines_fit_the_terms(terms: &ProjectTerms<T::AccountId>, milestones: &MilestonesOf<T>) -> Check {
		for (agreed, milestone) in terms.milestones.iter().zip(milestones) {
			ensure!(T::Clock::moment_of(milestone.deadline) >= agreed.deadline, "a deadline is earlier than its terms");
		}
		Ok(())
	}

	/// There is one variation per version of the terms, and the contractor is still no inspector.
	fn try_variations_are_kept(id: ProjectId, terms: &ProjectTerms<T::AccountId>, project: &ProjectOf<T>) -> Check {
		let kept: BTreeSet<_> = Variations::<T>::iter_key_prefix(id).collect();
		ensure!(kept.into_iter().eq(1..=project.version), "the variations of a project do not match its version");
		ensure!(!terms.inspectors.contains(&terms.contractor), "a contractor inspects");
		Ok(())
	}

	/// A state is consistent with submission, inspections and ruling; objections to an accepted milestone are counted,
	/// and fewer than stop its payment.
	fn try_states_fit_their_times(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		milestones: &MilestonesOf<T>,
	) -> Check {
		for (number, milestone) in (0u8..).zip(milestones) {
			let submission = milestone.submission.as_ref();
			match milestone.state {
				MilestoneState::Pending => ensure!(submission.is_none(), "a pending milestone was submitted"),
				MilestoneState::Submitted { at, lived } => {
					ensure!(
						submission.is_some_and(|submission| submission.at == at),
						"the time of a submission differs from the state"
					);
					let inspectors = |who| terms.inspectors.contains(who);
					let are_named = submission
						.is_none_or(|submission| submission.inspections.iter().all(|made| inspectors(&made.inspector)));
					ensure!(are_named, "an undecided submission has a report of a former inspector");
					Self::try_lived(at, lived)?;
				}
				MilestoneState::Accepted { at, until, heads, objections, .. } => {
					ensure!(
						Some(until) == T::Clock::lived_at(at).checked_add(terms.objection_window),
						"an objection window differs from the terms"
					);
					let accepted = submission.map_or(0, |submission| submission.count(true));
					ensure!(
						accepted >= usize::from(terms.inspections_needed),
						"a milestone was accepted by too few inspectors"
					);
					let sum = Objections::<T>::iter_prefix_values((id, number))
						.try_fold(0u32, |sum, objection| sum.checked_add(objection.heads));
					ensure!(sum == Some(objections), "the number of objections is wrong");
					let below = terms.objection_share.compare(objections.into(), heads.into());
					let stops = matches!(below, Some(order) if order.is_ge());
					ensure!(!stops, "enough objections did not stop a payment");
				}
				MilestoneState::Rejected { at, lived } => {
					Self::try_lived(at, lived)?;
					let rejected = submission.map_or(0, |submission| submission.count(false));
					let left = terms.inspectors.len().saturating_sub(rejected);
					ensure!(
						left < usize::from(terms.inspections_needed),
						"a milestone was rejected by too few inspectors"
					);
				}
				MilestoneState::Disputed { at, lived, .. } => {
					Self::try_lived(at, lived)?;
					ensure!(
						submission.is_some() && milestone.ruling.is_none(),
						"a disputed milestone has a ruling or no submission"
					);
				}
				MilestoneState::Ruled { at, lived, .. } => {
					Self::try_lived(at, lived)?;
					ensure!(milestone.ruling.is_some(), "a ruling is missing");
				}
				MilestoneState::Paid { at } => {
					// Without a ruling, a full objection window has passed since the submission.
					let earliest = submission.and_then(|submission| submission.at.checked_add(terms.objection_window));
					let was_due = earliest.is_some_and(|earliest| earliest <= at);
					ensure!(submission.is_some(), "a milestone was paid without a submission");
					ensure!(milestone.ruling.is_some() || was_due, "a milestone was paid within its objection window");
				}
				MilestoneState::Cancelled { .. } => (),
			}
		}
		Ok(())
	}

	/// A lived time is that of its moment.
	fn try_lived(at: Moment, lived: Moment) -> Check {
		ensure!(T::Clock::lived_at(at) == lived, "a lived time differs from its moment");
		Ok(())
	}

	/// Each source received at most what it gave.
	fn try_sources_get_at_most_what_they_gave(terms: &ProjectTerms<T::AccountId>, project: &ProjectOf<T>) -> Check {
		ensure!(terms.sources.len() == project.returned.len(), "the number of returned amounts is wrong");
		let is_within = terms.sources.iter().zip(&project.returned).all(|(source, back)| *back <= source.amount);
		ensure!(is_within, "a source received more than it gave");
		Ok(())
	}

	/// An unfinished project has unsettled milestones, one in warranty has a retention, and a closed one has neither.
	fn try_project_fits_its_state(id: ProjectId, project: &ProjectOf<T>, milestones: &MilestonesOf<T>) -> Check {
		let unsettled = milestones.iter().filter(|milestone| !milestone.state.is_final()).count();
		ensure!(usize::from(project.unsettled) == unsettled, "the number of unsettled milestones is wrong");
		let claimed = project.claim.as_ref().map_or(0, |claim| claim.amount);
		ensure!(claimed <= project.retained, "a claim exceeds the retention");
		if let Some(claim) = &project.claim {
			Self::try_lived(claim.at, claim.lived)?;
		}
		match project.state {
			ProjectState::Active | ProjectState::Ending { .. } => {
				ensure!(unsettled > 0, "an unfinished project has nothing to settle");
				ensure!(project.claim.is_none(), "a defect is claimed before the warranty");
			}
			ProjectState::Warranty { .. } => {
				ensure!(unsettled == 0, "a project in warranty has unsettled milestones");
				ensure!(project.retained > 0, "a project in warranty has no retention");
				ensure!(Self::held_for(id) == project.retained, "a project in warranty holds more than the retention");
			}
			ProjectState::Closed { .. } => {
				ensure!(unsettled == 0, "a closed project has unsettled milestones");
				ensure!(Self::held_for(id) == 0 && project.retained == 0, "a closed project holds money");
				ensure!(project.claim.is_none(), "a closed project has a claim");
			}
		}
		Ok(())
	}

	/// The number of recorded ledger entries is the one the project states; none is recorded twice, and each source has
	/// at least one.
	fn try_entries_are_of_sources(id: ProjectId, terms: &ProjectTerms<T::AccountId>, project: &ProjectOf<T>) -> Check {
		let kept: BTreeMap<_, _> = LedgerEntries::<T>::iter_prefix(id).collect();
		ensure!(kept.keys().copied().eq(0..project.entry_count), "the number of a project's ledger entries is wrong");
		let entries: BTreeSet<_> = kept.into_values().collect();
		ensure!(u32::try_from(entries.len()) == Ok(project.entry_count), "a ledger entry is recorded twice");
		let pots: BTreeSet<_> = entries.into_iter().map(|(pot, _)| pot).collect();
		let sources = terms.sources.iter().map(|source| source.pot).collect();
		ensure!(pots == sources, "a project's ledger entries do not match its sources");
		Ok(())
	}

	/// The open projects are listed and counted.
	fn try_open_projects_are_counted() -> Check {
		let open: BTreeSet<_> = (0..NextProject::<T>::get())
			.filter(|id| Projects::<T>::get(id).is_some_and(|project| project.state.is_open()))
			.collect();
		let listed: BTreeSet<_> = OpenProjects::<T>::iter_keys().collect();
		ensure!(listed == open, "the list of open projects is wrong");
		ensure!(u32::try_from(open.len()) == Ok(OpenProjects::<T>::count()), "the number of open projects is wrong");
		Ok(())
	}

	/// The unfinished projects of each electorate are counted, and no more than there is room for.
	fn try_unfinished_projects_are_counted() -> Check {
		let mut counts = BTreeMap::<Option<Buildings>, u32>::new();
		for (id, project) in Projects::<T>::iter().filter(|(_, project)| project.state.is_unfinished()) {
			let terms = Terms::<T>::get(id).ok_or("a project has no terms")?;
			let count = counts.entry(project.electorate(&terms).cloned()).or_default();
			*count = count.saturating_add(1);
		}
		let kept: BTreeMap<_, _> = UnfinishedProjects::<T>::iter().collect();
		ensure!(kept == counts, "the number of unfinished projects is wrong");
		ensure!(kept.into_values().all(|count| count <= T::MaxUnfinished::get()), "too many projects are unfinished");
		Ok(())
	}

	/// The totals are the sums over all projects.
	fn try_totals_are_the_sums() -> Check {
		let mut sums = EscrowTotals::default();
		for (id, project) in Projects::<T>::iter() {
			let funded = Terms::<T>::get(id).and_then(|terms| terms.funded()).ok_or("a project has no terms")?;
			let returned = project.returned_sum().ok_or("the sums of a project overflow")?;
			sums.funded = sums.funded.checked_add(funded).ok_or("the totals overflow")?;
			sums.paid = sums.paid.checked_add(project.paid).ok_or("the totals overflow")?;
			sums.returned = sums.returned.checked_add(returned).ok_or("the totals overflow")?;
			sums.retained = sums.retained.checked_add(project.retained).ok_or("the totals overflow")?;
		}
		ensure!(Totals::<T>::get() == sums, "the totals differ from the sums");
		Ok(())
	}
}
