// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{config::read::parse, plan::Plan};
use linli_roster::{read_list, ListProblem, Options, Problem};
use std::fs;

/// The columns of the lists besides the roster.
const LISTS: [(&str, &[ListColumn]); 6] = [
	("banks", &lists::BANKS),
	("pots", &lists::POTS),
	("repair", &lists::SHARES),
	("arrears", &lists::ARREARS),
	("prepayments", &lists::PREPAYMENTS),
	("meters", &lists::METERS),
];

#[test]
fn the_lists_are_empty_for_their_readers_and_nothing_is_overwritten() {
	let folder = tempfile::tempdir().unwrap();
	let command = TemplatesCmd { out: folder.path().join("lists") };
	command.run().unwrap();
	assert_eq!(fs::read_dir(&command.out).unwrap().count(), 14);
	for ending in ["xlsx", "csv"] {
		let bytes = |name: &str| fs::read(command.out.join(format!("{name}.{ending}"))).unwrap();
		for (name, columns) in LISTS {
			assert_eq!(read_list(&bytes(name), columns), Err(vec![ListProblem::NoRows]), "{name}.{ending}");
		}
		let report = linli_roster::read(&bytes("roster"), &Options::default()).unwrap_err();
		assert!(matches!(report.mistakes.as_slice(), [mistake] if mistake.problem == Problem::NoUnits), "{ending}");
		assert_eq!(bytes("pots").starts_with("\u{feff}".as_bytes()), ending == "csv");
	}
	assert!(matches!(command.run(), Err(CommunityError::FolderExists(_))));
}

/// Without the mark before them, the examples are a community that can be made.
#[test]
fn the_examples_are_right_and_go_together() {
	let folder = tempfile::tempdir().unwrap();
	for ending in ["xlsx", "csv"] {
		for Template { name, columns } in templates("") {
			let workbook = template_workbook(name, &columns).unwrap();
			let bytes = if ending == "csv" { text(&columns).into_bytes() } else { workbook };
			fs::write(folder.path().join(format!("{name}.{ending}")), bytes).unwrap();
		}
		let files: String = LISTS.iter().map(|(name, _)| format!("{name} = \"{name}.{ending}\"\n")).collect();
		let config = format!(
			"name = \"x\"\n[roster]\nfile = \"roster.{ending}\"\n[[charge]]\nname = \"物业费\"\npot = \"operating\"\n\
			basis = \"per-area\"\nkinds = [\"residential\"]\nrate = \"2.80\"\nperiod = \"month\"\nfirst = \"2999-01\"\n\
			[opening]\ndate = \"2026-12-01\"\n{files}[opening.totals]\nbanks = \"1,600\"\npots = \"1,000\"\n\
			repair = \"300\"\nundistributed = \"700\"\narrears = \"174.48\"\nprepayments = \"600\"\n"
		);
		let (config, source) = parse(&folder.path().join("community.toml"), &config).unwrap();
		let plan = Plan::of(&config, &source, || config.roster.args(&source)?.read());
		let opening = plan.map_err(|error| error.to_string()).unwrap().opening.unwrap();
		assert_eq!((opening.arrears.len(), opening.meters.list.len(), opening.banks.len()), (1, 1, 1), "{ending}");
	}
}
