// SPDX-License-Identifier: GPL-3.0-or-later

//! The pages about rosters say what the tables in the code say.

use linli_roster::{owner_kind_words, unit_kind_words, Field, Options, OwnerKind, UnitKind};
use std::{collections::HashSet, fs, path::Path};

const PAGES: [&str; 2] = ["rosters.md", "rosters.zh-CN.md"];

fn docs(name: &str) -> Vec<u8> {
	fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name)).unwrap()
}

/// The words in the last cell of the table row that begins with this name in code font.
fn words(page: &str, name: &str) -> Vec<String> {
	let start = format!("| `{name}` |");
	let rows: Vec<_> = page.lines().filter(|line| line.starts_with(&start)).collect();
	assert_eq!(rows.len(), 1, "one row for {name}");
	let cell = rows[0].trim_end_matches(" |").rsplit(" | ").next().unwrap();
	cell.split(", ").map(|word| word.trim_matches('`').to_owned()).collect()
}

#[test]
fn every_word_is_on_the_pages_and_no_other() {
	for name in PAGES {
		let page = String::from_utf8(docs(name)).unwrap();
		for field in Field::ALL {
			assert_eq!(words(&page, field.name()), field.headers(), "{name}");
		}
		for kind in UnitKind::ALL {
			assert_eq!(words(&page, kind.name()), unit_kind_words(kind), "{name}");
		}
		for kind in OwnerKind::ALL {
			assert_eq!(words(&page, kind.name()), owner_kind_words(kind), "{name}");
		}
		for option in ["--column", "--owner-key", "--same-name", "--confirm-warnings", "--fix"] {
			assert!(page.contains(option), "{name}: {option}");
		}
	}
}

#[test]
fn the_sample_loads_without_questions_and_has_every_kind() {
	let roster = linli_roster::read(&docs("samples/roster.csv"), &Options::default()).unwrap().roster;
	assert!((90..=120).contains(&roster.units.len()));
	assert_eq!(roster.units.iter().map(|unit| unit.kind).collect::<HashSet<_>>().len(), UnitKind::ALL.len());
	assert_eq!(roster.owners.iter().map(|owner| owner.kind).collect::<HashSet<_>>().len(), OwnerKind::ALL.len());
}
