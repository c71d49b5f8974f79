// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{config::read::parse, plan};
use linli_roster::Language;
use std::fs;

const CONFIG: &str = "name = \"Willow Court\"\ntrial = true\n[roster]\nfile = \"roster.csv\"\n\
	[[charge]]\nname = \"Property fee\"\npot = \"operating\"\nbasis = \"per-area\"\nkinds = [\"residential\"]\n\
	rate = \"2.80\"\nperiod = \"month\"\nfirst = \"2999-01\"\n\
	[[charge]]\nname = \"Lifts\"\npot = \"operating\"\nbasis = \"per-unit\"\nrate = \"2.80\"\nperiod = \"month\"\n";
const ROSTER: &str = "unit,building,kind,area_m2,owner,owner_kind\n1-101,1,residential,98.03,O1,person\n\
	1-102,1,residential,90,O2,person\n";
const POTS: &str = "专项账目,金额,银行流水号\n物业费,\"1,000.00\",OPEN-1\n维修资金,500,OPEN-2\n合计,\"1,500.00\",\n";
const REPAIR: &str = "房号,余额\n1-101,300.00\n1-102,１５０\n";
const ARREARS: &str = "unit,charge,period,amount,paid,late fee,due\n\
	1-102,Property fee,2026-09,252.00,52.00,1.00,2026-09-30\n";
const TOTALS: &str = "pots = \"1,500.00\"\nrepair = \"450.00\"\nundistributed = \"50.00\"\narrears = \"201.00\"\n";

/// Reads an opening from the texts of its files.
fn opening(pots: &str, repair: &str, arrears: &str, totals: &str) -> Result<Option<Opening>, Vec<CommunityError>> {
	let folder = tempfile::tempdir().unwrap();
	for (name, text) in [("roster", ROSTER), ("pots", pots), ("repair", repair), ("arrears", arrears)] {
		fs::write(folder.path().join(format!("{name}.csv")), text).unwrap();
	}
	let text = format!(
		"{CONFIG}[opening]\ndate = \"2026-12-01\"\npots = \"pots.csv\"\nrepair = \"repair.csv\"\n\
		arrears = \"arrears.csv\"\n[opening.totals]\n{totals}"
	);
	let (config, source) = parse(&folder.path().join("community.toml"), &text).unwrap();
	let law = config.law(&source).unwrap();
	let roster = config.roster.args(&source).unwrap().read().unwrap().roster;
	let charges = plan::named_charges(&config, &source, &law, &roster, None).unwrap();
	read(&config, &source, &law, &roster, &charges, Meters::default())
}

/// What is said of an opening that is wrong.
fn refused(pots: &str, repair: &str, arrears: &str, totals: &str) -> String {
	let errors = opening(pots, repair, arrears, totals).unwrap_err();
	errors.iter().map(|error| error.text(Language::English)).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_opening_is_read_and_goes_to_the_chain_by_shuffled_ids() {
	let opening = opening(POTS, REPAIR, ARREARS, TOTALS).unwrap().unwrap();
	assert_eq!(opening.shares, [(0, 30_000), (1, 15_000)]);
	assert_eq!((opening.pots_total(), opening.undistributed, opening.arrears_total()), (150_000, 5_000, 20_100));
	let patch = opening.patch(&[1, 0], &[]);
	assert_eq!(patch["cashier"], json!({ "openingPots": [[0, 100_000, "OPEN-1"], [1, 50_000, "OPEN-2"]] }));
	assert_eq!(patch["repair"]["shares"], json!([[0, 15_000], [1, 30_000]]));
	let bill = &patch["fees"]["arrears"][0];
	assert_eq!((&bill["unit"], &bill["charge"]), (&json!(0), &json!(0)));
	assert_eq!((&bill["principal"], &bill["paid"], &bill["late"]), (&json!(25_200), &json!(5_200), &json!(100)));
	assert_eq!(bill["period"], json!({ "year": 2026, "month": 9 }));
	// The end of 30 September and the beginning of 1 December in UTC+8.
	assert_eq!(
		(&bill["due"], &patch["fees"]["opened"]),
		(&json!(1_790_784_000_000_u64), &json!(1_796_054_400_000_u64))
	);
	assert!(!patch.to_string().contains("101"), "a door number would go to the chain");
}

#[test]
fn the_paper_has_every_sum_and_file() {
	let opening = opening(POTS, REPAIR, ARREARS, TOTALS).unwrap().unwrap();
	for (language, signed) in [(Language::English, "For the office"), (Language::Chinese, "物业服务人")] {
		let paper = opening.paper("Willow Court", "CNY", language);
		for part in ["Willow Court", "1000.00", "1500.00", "450.00", "50.00", "201.00", "OPEN-1", "pots.csv", signed] {
			assert!(paper.contains(part), "{part}: {paper}");
		}
		assert!(!paper.contains("1-101"), "{paper}");
	}
}

#[test]
fn a_total_that_differs_says_by_how_much() {
	for (right, wrong, key, by) in [
		("1,500.00", "1,500.01", "opening.totals.pots", "0.01 too much"),
		("450.00", "449.00", "opening.totals.repair", "1.00 are missing"),
		("50.00", "60.00", "opening.totals.undistributed", "10.00 too much"),
		("201.00", "200.00", "opening.totals.arrears", "1.00 are missing"),
	] {
		let said = refused(POTS, REPAIR, ARREARS, &TOTALS.replace(&format!("\"{right}\""), &format!("\"{wrong}\"")));
		assert!(said.contains(key) && said.contains(by), "{said}");
		assert_eq!(said.lines().count(), 1, "{said}");
	}
	let said = refused(POTS, REPAIR, ARREARS, "pots = \"1,500.00\"\nrepair = \"much\"\nundistributed = \"50\"\n");
	assert!(said.contains("key `opening.totals.repair`: found \"much\""), "{said}");
	assert!(said.contains("key `opening.totals.arrears`: found nothing"), "{said}");
}

#[test]
fn every_wrong_cell_is_named_with_its_place_at_once() {
	let pots = "pot,amount,reference\nGarden,1.00,A\noperating,-1,B\nrepair,1,中文\noperating,1,B\n";
	let repair = "unit,amount\n9-999,1\n1-101,1\n1-101,2\n";
	let arrears = "unit,charge,period,amount,paid,late fee,issued,due\n\
		1-101,Water,2026-09,1,0,0,,2026-09-30\n\
		1-101,Lifts,2026-09,1,0,0,,2026-09-30\n\
		1-101,Property fee,2999-01,1,0,0,,2026-09-30\n\
		1-101,Property fee,2026.1,1,0,0,,2026-09-30\n\
		1-101,Property fee,2026-08,1,1,0,,2026-09-30\n\
		1-101,Property fee,2026-07,1,0,0.31,,2026-09-30\n\
		1-101,Property fee,2026-06,1,0,0,2026-10-02,2026-09-30\n\
		1-101,Property fee,2026-05,1,0,0,,soon\n\
		1-102,Property fee,2026-04,1,0,0,,2026-09-30\n\
		1-102,Property fee,2026-04,1,0,0,,2026-09-30\n";
	let said = refused(pots, repair, arrears, TOTALS);
	for part in [
		"line 2, column `pot`: found \"Garden\"",
		"line 3, column `amount`: found \"-1\"",
		"line 4, column `reference`: found \"中文\"",
		"line 5, column `reference`: found \"B\"; expected each bank reference once",
		"line 2, column `unit`: found \"9-999\"",
		"line 4, column `unit`: found \"1-101\"; expected each unit once",
		"line 2, column `charge`: found \"Water\"; expected one of the charges: Property fee, Lifts",
		"line 3, column `charge`: found \"Lifts\"; expected a charge that names its `first`",
		"line 4, column `period`: found \"2999-01\"; expected a period before 2999-01",
		"line 5, column `period`: found \"2026.1\"",
		"line 6, column `paid`: found \"1\"",
		"line 7, column `late fee`: found \"0.31\"; expected at most 0.30",
		"line 8, column `issued`: found \"2026-10-02\"",
		"line 9, column `due`: found \"soon\"",
		"line 11, column `period`: found \"2026-04\"; expected each unit, charge and period once",
	] {
		assert_eq!(said.matches(part).count(), 1, "{part}: {said}");
	}
	assert_eq!(said.matches("; expected ").count(), 15, "{said}");
}

#[test]
fn a_file_that_is_missing_or_no_list_is_said() {
	let said = refused("a,b\n1,2\n", REPAIR, ARREARS, TOTALS);
	assert!(said.contains("pots.csv: mistakes: 1") && said.contains("found no header"), "{said}");
	let folder = tempfile::tempdir().unwrap();
	let text = format!("{CONFIG}[opening]\ndate = \"soon\"\n");
	let (config, source) = parse(&folder.path().join("community.toml"), &text).unwrap();
	let law = config.law(&source).unwrap();
	let roster = crate::community::roster::parse(ROSTER.as_bytes()).unwrap();
	let said = |config: &Config| {
		read(config, &source, &law, &roster, &[], Meters::default()).unwrap_err()[0].text(Language::English)
	};
	assert!(said(&config).contains("key `opening.date`: found \"soon\""), "{}", said(&config));
	let files = OpeningFiles { date: "2026-12-01".into(), pots: Some("none.csv".into()), ..OpeningFiles::default() };
	let config = Config { opening: Some(files), ..config };
	assert!(said(&config).contains("none.csv"), "{}", said(&config));
}

#[test]
fn prepayments_are_booked_one_by_one_and_held_unit_by_unit() {
	let prepayments = vec![(0, 200, "P-1".to_owned()), (1, 300, "P-2".to_owned()), (0, 5, "P-3".to_owned())];
	let opening = Opening { prepayments, ..Opening::default() };
	assert_eq!(opening.prepayments_total(), 505);
	let patch = opening.patch(&[1, 0], &[]);
	assert_eq!(patch["cashier"]["openingUnits"], json!([[0, 300, "P-2"], [1, 5, "P-3"], [1, 200, "P-1"]]));
	assert_eq!(patch["fees"]["prepayments"], json!([[0, 300], [1, 205]]));
}
