// SPDX-License-Identifier: GPL-3.0-or-later

//! Whole conversations, answered by a script.

use super::{
	ask::scripted::{text, Reply, Reply::*, Scripted},
	*,
};
use crate::community::{
	keys::ROLES,
	sample_lines::{self, officer},
};
use std::path::PathBuf;
use tempfile::TempDir;

const HEADER: &str = "房号,楼栋,用途,建筑面积,业主,业主类型\n";

fn folder(rows: &str) -> TempDir {
	let folder = tempfile::tempdir().unwrap();
	fs::write(folder.path().join("名册.csv"), format!("{HEADER}{rows}")).unwrap();
	folder
}

const GOOD: &str = "101,1,住宅,98.03,O1,个人\n102,1,住宅,89.5,O2,个人\n";

/// Holds the conversation, and returns the file and what was shown.
fn held(folder: &Path, replies: Vec<Reply>) -> (Config, PathBuf, bool, String) {
	let mut ask = Scripted::new(replies);
	let Written { path, complete } =
		converse(&mut ask, Language::English, folder).map_err(|error| error.to_string()).unwrap();
	assert!(ask.replies.is_empty(), "not asked for: {:?}\n{}", ask.replies, ask.shown);
	let (config, _) = read::read(&path).unwrap();
	(config, path, complete, ask.shown)
}

/// The answers before and after those of the roster.
fn around(roster: Vec<Reply>, rest: Vec<Reply>) -> Vec<Reply> {
	let before = vec![text("云溪小区"), Pick("cn")];
	before.into_iter().chain(roster).chain(rest).collect()
}

/// Currency, pots, charges, old books, parameters, keys, portal, file name: nothing but what is usual.
fn usual() -> Vec<Reply> {
	vec![text(""), text(""), Pick("2.80"), No, No, Pick("for trials"), text(""), text("")]
}

#[test]
fn the_shortest_conversation_makes_a_complete_file() {
	let folder = folder(GOOD);
	let (config, path, complete, shown) = held(folder.path(), around(vec![text("名册.csv")], usual()));
	assert_eq!(path, folder.path().join("community.toml"));
	assert!(complete, "{shown}");
	assert_eq!((config.name.as_str(), config.rules.as_str(), config.trial), ("云溪小区", "cn", true));
	assert_eq!((config.currency, config.portal, config.charge.map(|list| list.len())), (None, None, Some(1)));
	assert!(shown.contains("2 units in 1 buildings") && shown.contains("525.08 CNY a month in all"), "{shown}");
}

#[test]
fn wrong_answers_are_asked_again() {
	let folder = folder(GOOD);
	let replies = vec![
		text(""),
		text("Willow Court"),
		Pick("us-hoa"),
		text("nowhere.csv"),
		text("名册.csv"),
		text("dollar"),
		text("EUR"),
		text("Operating"),
		text("Garden"),
		text(""),
		Pick("one by one"),
		text(""),
		text("Fee"),
		Pick("Garden"),
		Pick("by area"),
		Several(vec![]),
		Several(vec![0, 1]),
		Pick("each quarter"),
		text("2,80"),
		text("280"),
		No,
		text("2.80"),
		// No discount, no other charge, no old books.
		text(""),
		No,
		No,
		// What the declaration asks has no default, and the law's majority is the least.
		text(""),
		text("at least 1/2"),
		text("at least 60%"),
		// Nor have the seats, the proxies and the time.
		text("3"),
		text(""),
		text("9"),
		text("2"),
		text("8"),
		text("-08:00"),
		Yes,
		Pick("time to nominate"),
		text("3"),
		text("45"),
		Pick("Major decisions: share of the owners in favour"),
		text("at least 67%"),
		Pick("kinds of units that vote"),
		text("[\"residential\"]"),
		Pick("Done"),
		Pick("later"),
		text("willow"),
		text("https://willow.example"),
		text("a/b.toml"),
		text("willow.toml"),
	];
	// The pack's own pot, by whatever name it has, is refused as another one.
	let law = Law::of_pack("us-hoa").unwrap().unwrap();
	let taken = law.pots[0].name.clone();
	let replies = replies
		.into_iter()
		.map(|reply| match reply {
			Text(name) if name == "Operating" => text(taken.clone()),
			other => other,
		})
		.collect();
	let (config, path, complete, shown) = held(folder.path(), replies);
	assert!(!complete, "{shown}");
	assert_eq!(path, folder.path().join("willow.toml"));
	assert_eq!(config.currency.as_deref(), Some("EUR"));
	assert_eq!(config.pot[0].name, "Garden");
	let charge = &config.charge.as_ref().unwrap()[0];
	assert_eq!((charge["pot"].as_str(), charge["rate"].as_str()), (Some("Garden"), Some("2.80")));
	assert_eq!(charge["kinds"].as_array().unwrap().len(), 2);
	assert_eq!(config.parameters["committee"]["nomination_days"].as_integer(), Some(45));
	assert_eq!(config.parameters["major"]["approval_heads"].as_str(), Some("at least 67%"));
	assert_eq!(config.parameters["voting_kinds"].as_array().unwrap().len(), 1);
	assert_eq!(config.portal.as_deref(), Some("https://willow.example"));
	assert!(shown.contains("Rates are in EUR, not in hundredths of it: 2.80 and not 280."), "{shown}");
	assert!(shown.contains("of 89.50 m², pays 83.53 EUR a month"), "{shown}");
	assert!(shown.contains("! California Civil Code § 5115 demands at least 30 days"), "{shown}");
	assert!(shown.contains("! California Civil Code §§ 4065, 4270 demands more than 1/2"), "{shown}");
	assert!(shown.contains("the line of the auditor") && shown.contains("check --config"), "{shown}");
}

#[test]
fn tiers_a_discount_and_old_books_are_asked_for() {
	let folder = folder(GOOD);
	fs::write(folder.path().join("repair.csv"), "to be filled in\n").unwrap();
	let replies = vec![
		text(""),
		text(""),
		Pick("one by one"),
		text("Water"),
		Pick("物业费"),
		Pick("by meter"),
		Pick("cold water"),
		Several(vec![0]),
		Pick("each month"),
		text("2.80"),
		// Tiers: each above the one before, with a rate.
		text("15"),
		text("0"),
		text("4.20"),
		text("15"),
		text("22.5"),
		text("5.60"),
		text(""),
		// The discount, and within how many of the fifteen days.
		text("100%"),
		text("2%"),
		text("ten"),
		text("16"),
		text("12"),
		No,
		// Old books: the day, and of the lists that of the repair pot.
		Yes,
		text("December"),
		text("2026-12-01"),
		text(""),
		text(""),
		text("nowhere.csv"),
		text("'repair.csv'"),
		text("much"),
		text("980,000.00"),
		text("20,000.00"),
		text(""),
		text(""),
		text(""),
		No,
		Pick("for trials"),
		text(""),
		text(""),
	];
	let (config, _, complete, shown) = held(folder.path(), around(vec![text("名册.csv")], replies));
	// The list itself has nothing in it yet, and the report says so.
	assert!(!complete && shown.contains("repair.csv"), "{shown}");
	let charge = &config.charge.as_ref().unwrap()[0];
	let tiers: Vec<_> = charge["tiers"].as_array().unwrap().iter().map(|tier| tier["above"].as_str()).collect();
	assert_eq!(tiers, [Some("15"), Some("22.5")]);
	assert_eq!((charge["discount"].as_str(), charge["discount_days"].as_integer()), (Some("2%"), Some(12)));
	let opening = config.opening.unwrap();
	assert_eq!((opening.date.as_str(), opening.repair.as_deref()), ("2026-12-01", Some(Path::new("repair.csv"))));
	assert_eq!(opening.totals.repair.as_deref(), Some("980,000.00"));
	assert_eq!(opening.totals.undistributed.as_deref(), Some("20,000.00"));
	assert_eq!((opening.banks, opening.totals.banks), (None, None));
}

#[test]
fn what_the_list_leaves_open_is_asked_and_kept() {
	let folder = folder("");
	let rows = "101,1,住宅,98.03,88.01,王伟,个人\n102,1,住宅,89.5,80,王伟,个人\n103,1,住宅,9000,8000,张三、李四,共有\n\
		104,1,住宅,92,82,李四、张三,共有\n105,1,住宅,92,82,O9,个人\n";
	let list = format!("房号,楼栋,用途,建筑面积,套内面积,业主,业主类型\n{rows}");
	fs::write(folder.path().join("名册.csv"), list).unwrap();
	let roster = vec![text("'名册.csv'"), Pick("建筑面积"), Pick("of its own"), Yes];
	let (config, _, complete, shown) = held(folder.path(), around(roster, usual()));
	assert!(complete, "{shown}");
	assert_eq!(config.roster.column["area_m2"], "建筑面积");
	assert_eq!(config.roster.same_name.as_deref(), Some("several"));
	assert!(config.roster.confirm_warnings);
	assert!(shown.contains("another order") && shown.contains("far from"), "{shown}");
	assert!(shown.contains("5 units in 1 buildings, 5 owners"), "{shown}");
}

#[test]
fn a_list_with_mistakes_can_be_corrected_exchanged_or_left() {
	let folder = folder("101,1,别墅,98.03,O1,个人\n");
	let mut ask = Scripted::new(around(vec![text("名册.csv"), Pick("Stop")], vec![]));
	let stopped = converse(&mut ask, Language::English, folder.path()).map(|_| ());
	assert!(matches!(stopped, Err(CommunityError::Stopped)));
	assert!(ask.shown.contains("别墅"), "{}", ask.shown);
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is written");

	// Mistakes come before the question who is who, and a marked copy can be had of them.
	let names = format!("{HEADER}101,1,别墅,98.03,王伟,个人\n102,1,住宅,89.5,王伟,个人\n");
	fs::write(folder.path().join("namesakes.csv"), names).unwrap();
	let roster =
		vec![text("namesakes.csv"), Pick("every place is marked"), Pick("every place is marked"), Pick("Stop")];
	let mut ask = Scripted::new(around(roster, vec![]));
	assert!(matches!(converse(&mut ask, Language::English, folder.path()).map(|_| ()), Err(CommunityError::Stopped)));
	assert!(!ask.shown.contains("one owner, or several people?"), "{}", ask.shown);
	for name in ["namesakes-marked.xlsx", "namesakes-marked-2.xlsx"] {
		assert!(ask.shown.contains(name), "{}", ask.shown);
		let marked =
			linli_roster::read(&fs::read(folder.path().join(name)).unwrap(), &linli_roster::Options::default());
		assert_eq!(marked.unwrap_err().mistakes.len(), 1);
	}

	fs::write(folder.path().join("other.csv"), format!("{HEADER}{GOOD}")).unwrap();
	let roster = vec![text("名册.csv"), Pick("Read it again"), Pick("another file"), text("other.csv")];
	let (config, ..) = held(folder.path(), around(roster, usual()));
	assert_eq!(config.roster.file, Path::new("other.csv"));
}

#[test]
fn lines_of_keys_are_checked_as_they_are_entered() {
	let validator = |number: u8| sample_lines::validator(number, &[&format!("/ip4/192.0.2.{number}/tcp/30333")]);
	let bootstrap = sample_lines::bootstrap(20);
	// Signed anew, a line would be another.
	let auditor = officer(ROLES[3], 14);
	let entered = vec![
		text(""),
		text(""),
		Pick("none"),
		No,
		No,
		Pick("enter the lines"),
		text(validator(1).replace("192.0.2.1", "192.0.2.8")),
		text(officer(ROLES[0], 3)),
		text(validator(1)),
		text(validator(1)),
		text(sample_lines::validator(3, &["/ip4/192.0.2.1/tcp/30333"])),
		text(validator(2)),
		text(""),
		text(officer(ROLES[1], 12)),
		text(officer(ROLES[0], 11)),
		text(officer(ROLES[1], 12)),
		text(officer(ROLES[2], 12)),
		text(officer(ROLES[2], 13)),
		text(auditor.clone()),
		text(bootstrap.clone()),
		text(""),
		text(""),
	];
	let folder = folder(GOOD);
	let (config, _, complete, shown) = held(folder.path(), around(vec![text("名册.csv")], entered));
	assert!(complete, "{shown}");
	assert!(shown.contains("! it was altered") && shown.contains("expected that of a validator"), "{shown}");
	let same = "! the line of validator 2: the same line as the line of validator 1;";
	let address =
		"! the line of validator 2: its address /ip4/192.0.2.1/tcp/30333 is that of the line of validator 1, too";
	assert!(shown.contains(address), "{shown}");
	let shared = "! the line of the cashier: it has the same account as the line of the manager;";
	assert!(shown.contains(same) && shown.contains(shared), "{shown}");
	assert_eq!((config.keys.validators.len(), config.keys.auditor), (2, Some(auditor)));
	assert_eq!(config.charge, Some(Vec::new()));

	// The same from a file, into another file: nothing is overwritten.
	let lines = folder.path().join("lines.txt");
	let officers: Vec<_> = ROLES.into_iter().zip(11..).map(|(role, number)| officer(role, number)).collect();
	fs::write(&lines, format!("# all\n{}\n\n{}\n{bootstrap}\n", validator(1), officers.join("\n"))).unwrap();
	let twice = folder.path().join("twice.txt");
	fs::write(&twice, format!("{0}\n{0}\n", officers[0])).unwrap();
	let path = |path: &Path| text(path.display().to_string());
	let from_file = vec![
		text(""),
		text(""),
		Pick("none"),
		No,
		No,
		Pick("from a file"),
		path(&twice),
		path(&lines),
		text(""),
		text(""),
	];
	let (config, written, complete, shown) = held(folder.path(), around(vec![text("名册.csv")], from_file));
	assert!(complete, "{shown}");
	assert_eq!(written, folder.path().join("community-2.toml"));
	assert_eq!((config.keys.validators.len(), config.keys.cashier), (1, Some(officers[2].clone())));
	assert!(shown.contains("twice.txt, line 2: the same line as"), "{shown}");
}
