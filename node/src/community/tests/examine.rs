// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{config::read::parse, sample_lines};
use linli_primitives::Role;
use std::fs;

const HEADER: &str = "unit,building,kind,area_m2,owner,owner_kind\n";

/// Examines a config whose roster has these rows.
fn examined(rows: &str, config: &str) -> Examined {
	let folder = tempfile::tempdir().unwrap();
	fs::write(folder.path().join("roster.csv"), format!("{HEADER}{rows}")).unwrap();
	let (config, source) = parse(&folder.path().join("community.toml"), config).unwrap();
	examine(&config, &source, Language::English)
}

const GOOD: &str = "name = \"Willow Court\"\ntrial = true\n[roster]\nfile = \"roster.csv\"\n";

#[test]
fn a_good_config_has_nothing_wrong_and_nothing_missing() {
	let Examined { text, mistakes, missing } = examined("1-1,1,residential,98.03,O1,person\n", GOOD);
	assert!(mistakes.is_empty() && missing.is_empty(), "{text}");
	assert!(text.contains("274.48 CNY a month in all"), "{text}");
}

#[test]
fn what_the_pack_leaves_open_is_a_mistake_until_it_is_said() {
	let rows = "1-1,1,residential,98.03,O1,person\n";
	let config = format!("rules = \"us-hoa\"\n{GOOD}");
	let Examined { mistakes, .. } = examined(rows, &config);
	assert_eq!(mistakes.len(), 5, "{mistakes:#?}");
	assert!(mistakes[0].contains("major.approval_heads") && mistakes[0].contains("declaration"), "{mistakes:#?}");
	for key in ["committee.seats_min", "committee.seats_max", "proxies_per_holder", "utc_offset"] {
		let named = mistakes.iter().filter(|mistake| mistake.contains(&format!("`parameters.{key}`")));
		assert_eq!(named.count(), 1, "{key}: {mistakes:#?}");
	}
	let said = format!(
		"{config}[parameters]\nproxies_per_holder = 1\nutc_offset = \"-07:00\"\n[parameters.major]\n\
		approval_heads = \"at least 67%\"\n[parameters.committee]\nseats_min = 3\nseats_max = 5\n"
	);
	let Examined { mistakes, .. } = examined(rows, &said);
	assert!(mistakes.is_empty(), "{mistakes:#?}");
}

/// One list has everything: none hides another.
#[test]
fn all_mistakes_are_said_at_once() {
	let config = "name = \" \"\nportal = \"willow\"\nboot_nodes = [\"/ip4/1.2.3.4/tcp/1\"]\ncurrency = \"yuan\"\n\
		[roster]\nfile = \"roster.csv\"\n[parameters]\npetition_share = \"1/2\"\n[parameters.ordinary]\nnotice_days = 1\n\
		[[charge]]\nrate = 2.80\n[keys]\nregistrar = \"linli-keys-v2 registrar\"\n";
	let Examined { text, mistakes, .. } = examined("1-1,1,residential,98.03,O1,person\n", config);
	for part in [
		"key `name`",
		"key `portal`",
		"key `boot_nodes.0`",
		"key `currency`",
		"petition_share",
		"ordinary.notice_days",
		"charge 1",
		"key `keys.registrar`: it is cut",
	] {
		assert_eq!(mistakes.iter().filter(|mistake| mistake.contains(part)).count(), 1, "{part}: {mistakes:#?}");
		assert!(text.contains(part));
	}
	assert_eq!(mistakes.len(), 8, "{mistakes:#?}");
}

/// A rate that was typed in fen, and keys that are to be made beside those that are there.
#[test]
fn what_was_hardly_meant_is_said() {
	let charge = "[[charge]]\npot = \"operating\"\nbasis = \"per-area\"\nkinds = [\"residential\"]\nrate = \"280\"\n\
		period = \"month\"\n";
	let Examined { text, mistakes, .. } = examined("1-1,1,residential,100,O1,person\n", &format!("{GOOD}{charge}"));
	assert!(mistakes.is_empty(), "{mistakes:?}");
	assert!(text.contains("pays 28000.00 CNY a month;") && text.contains("2.80 and not 280"), "{text}");

	let keys = format!("[keys]\nmake_keys = true\nauditor = \"{}\"\n", sample_lines::officer(Role::Auditor, 5));
	let Examined { mistakes, .. } = examined("1-1,1,residential,100,O1,person\n", &format!("{GOOD}{keys}"));
	assert_eq!(mistakes.len(), 1, "{mistakes:?}");
	assert!(mistakes[0].contains("remove `make_keys = true`"), "{mistakes:?}");
}

#[test]
fn warnings_are_one_list_to_confirm() {
	let rows = "1-1,1,residential,90,\"Brandt, Lena\",person\n1-2,1,residential,91,\"Lena Brandt\",person\n\
		1-3,1,residential,9000,Alexander Sandberg,person\n1-4,1,residential,92,Alexander Sandburg,person\n\
		1-5,1,residential,92,张三、李四,joint\n1-6,1,residential,93,李四、张三,joint\n";
	let Examined { text, mistakes, missing } = examined(rows, GOOD);
	assert!(mistakes.is_empty(), "{mistakes:?}");
	assert_eq!(missing.len(), 1, "{missing:?}");
	assert!(missing[0].contains("confirm_warnings = true"), "{missing:?}");
	for part in ["another order", "far from", "nearly matches"] {
		assert!(text.contains(part), "{part}: {text}");
	}
	// What the chain will do is said all the same.
	assert!(text.contains("6 units in 1 buildings"), "{text}");
	let confirmed = GOOD.to_owned() + "confirm_warnings = true\n";
	assert!(examined(rows, &confirmed).missing.is_empty());
}

#[test]
fn mistakes_and_questions_of_the_roster_count() {
	let Examined { text, mistakes, .. } = examined("1-1,1,villa,98.03,O1,person\n", GOOD);
	assert_eq!(mistakes, ["roster.csv: mistakes: 1, open questions: 0"], "{text}");
	let rows = "1-1,1,residential,98,Lena,person\n1-2,1,residential,99,Lena,person\n";
	let Examined { text, mistakes, .. } = examined(rows, GOOD);
	assert_eq!(mistakes, ["roster.csv: mistakes: 0, open questions: 1"], "{text}");
	assert!(text.contains("keys of [roster]"), "{text}");
	assert!(examined(rows, &(GOOD.to_owned() + "same_name = \"one\"\n")).mistakes.is_empty());
	let Examined { mistakes, .. } = examined(rows, "name = \"x\"\n[roster]\nfile = \"elsewhere.csv\"\n");
	assert!(mistakes[0].contains("elsewhere.csv: cannot read"), "{mistakes:?}");
}
