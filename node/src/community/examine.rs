// SPDX-License-Identifier: GPL-3.0-or-later

//! Examines a config before a chain is made of it: what it will do, and all of its mistakes at once. For
//! `check --config` and the wizard.

use super::{
	boot_nodes,
	config::{Config, Source},
	errors::CommunityError,
	key_args::Collected,
	opening, plan,
	report::{self, tasks, Outlook},
	spec,
};
use linli_roster::{Language, Reading, Report};

/// What was found.
pub struct Examined {
	/// Everything in words.
	pub text: String,
	/// What is wrong, each with its place.
	pub mistakes: Vec<String>,
	/// What is missing before the chain can be made.
	pub missing: Vec<String>,
}

/// Examines a config.
pub fn examine(config: &Config, source: &Source, language: Language) -> Examined {
	let mut found = Findings::default();
	let mut text = String::new();
	let name = found.keep(spec::name(&source.place("name"), &config.name).map(str::to_owned)).unwrap_or_default();
	let portal = found.keep(plan::portal(config, source)).flatten();
	let named = found.keep(boot_nodes::named(config, source));
	let reading = read_roster(config, source, language, &mut text, &mut found);
	let keys = keys(config, source, &mut found);
	// Without a mistake of its own: together with the validators' addresses.
	if named.is_some() {
		found.keep(boot_nodes::all(config, source, &keys.validators));
	}
	let other_boot_nodes = named.map_or(0, |nodes| nodes.len());
	let mut missing = found.missing.clone();

	match config.law_with_mistakes(source) {
		Err(errors) => found.mistakes.extend(errors.iter().map(ToString::to_string)),
		Ok((law, wrong)) => {
			found.mistakes.extend(wrong.iter().map(ToString::to_string));
			let currency = found.keep(plan::currency(config, source, &law)).unwrap_or_else(|| law.currency());
			let roster = reading.map(|reading| reading.roster);
			let meters = |roster| opening::meters::read(config, source, law.utc_offset, roster);
			let meters = roster.as_ref().and_then(|roster| found.keep(meters(roster)));
			let charges = |roster| plan::named_charges(config, source, &law, roster, meters.as_ref());
			let charges = roster.as_ref().and_then(|roster| found.keep(charges(roster)));
			let outlook = Outlook {
				name: &name,
				law: &law,
				currency: &currency,
				roster: roster.as_ref(),
				charges: charges.as_deref(),
				keys: &keys,
				makes_keys: config.makes_keys(),
				trial: config.trial,
				has_balances: config.opening.as_ref().is_some_and(|opening| opening.pots.is_some()),
				other_boot_nodes,
				portal: portal.as_deref(),
			};
			missing.extend(tasks::before(&outlook, language));
			text += &report::text(&outlook, language);
			if let (Some(roster), Some(charges)) = (&roster, &charges) {
				let are_read = meters.is_some();
				match opening::read(config, source, &law, roster, charges, meters.unwrap_or_default()) {
					Ok(Some(opening)) if are_read => {
						text += &format!("\n{}", opening.text(&currency, language));
						if !opening.meters.list.is_empty() {
							let gaps = opening.meters.gaps(charges, roster, language);
							text.extend(gaps.iter().map(|gap| format!("  {gap}\n")));
						}
					}
					Ok(_) => (),
					Err(errors) => found.mistakes.extend(errors.iter().map(ToString::to_string)),
				}
			}
		}
	}
	if !found.mistakes.is_empty() {
		text += language.pick("\nMistakes\n", "\n错误\n");
		for mistake in &found.mistakes {
			text += &format!("  - {mistake}\n");
		}
	}
	Examined { text, mistakes: found.mistakes, missing }
}

/// What is wrong, and what is missing.
#[derive(Default)]
struct Findings {
	mistakes: Vec<String>,
	missing: Vec<String>,
}

impl Findings {
	/// The value, or a mistake more.
	fn keep<T>(&mut self, result: Result<T, CommunityError>) -> Option<T> {
		result.map_err(|error| self.mistakes.push(error.to_string())).ok()
	}
}

/// Reads the roster, and adds to the text what is said about it, in one list.
fn read_roster(
	config: &Config,
	source: &Source,
	language: Language,
	text: &mut String,
	found: &mut Findings,
) -> Option<Reading> {
	let args = found.keep(config.roster.args(source))?;
	let bytes = found.keep(args.bytes())?;
	// Warnings are shown below, confirmed or not; here they keep nobody from seeing the rest.
	let options = linli_roster::Options { confirm_warnings: true, ..args.options() };
	let (report, reading) = match linli_roster::read(&bytes, &options) {
		Ok(reading) => {
			let (said, warnings) = (reading.said.clone(), reading.warnings.clone());
			(Report { said, warnings, ..Report::default() }, Some(reading))
		}
		Err(report) => (*report, None),
	};
	*text += &report.text(language);
	let file = config.roster.file.display();
	if !report.mistakes.is_empty() || !report.questions.is_empty() {
		let (mistakes, questions) = (report.mistakes.len(), report.questions.len());
		found.mistakes.push(match language {
			Language::English => format!("{file}: mistakes: {mistakes}, open questions: {questions}"),
			Language::Chinese => format!("{file}：{mistakes} 处错误，{questions} 个问题待回答"),
		});
	}
	if !report.questions.is_empty() {
		*text += language.pick(
			"In community.toml the answers are keys of [roster]: column, owner_key, same_name.\n",
			"在 community.toml 中，回答写在 [roster] 里：column、owner_key、same_name。\n",
		);
	}
	if !report.warnings.is_empty() && !config.roster.confirm_warnings {
		found.missing.push(match language {
			Language::English => format!(
				"{} warnings about the roster, shown above: correct the list, or confirm them by confirm_warnings = true in \
				[roster]",
				report.warnings.len()
			),
			Language::Chinese => format!(
				"名册有 {} 条提示（见上）：更正名册，或在 [roster] 中写 confirm_warnings = true 确认",
				report.warnings.len()
			),
		});
	}
	if !text.is_empty() {
		text.push('\n');
	}
	reading
}

/// The keys whose lines are there, and what is wrong with them.
fn keys(config: &Config, source: &Source, found: &mut Findings) -> Collected {
	if config.makes_keys() {
		return Collected::default();
	}
	found.keep(config.made_beside_lines(source).map_err(CommunityError::from));
	match config.collected_keys(source) {
		Ok(collected) => collected,
		Err(error) => {
			found.mistakes.push(error.to_string());
			Collected::default()
		}
	}
}

#[cfg(test)]
#[path = "tests/examine.rs"]
mod tests;
