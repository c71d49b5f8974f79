// SPDX-License-Identifier: GPL-3.0-or-later

use super::{patch::OpeningSalts, *};
use crate::community::{
	config::read::parse,
	plan,
	salts::{commit, Salted},
};
use linli_roster::Language;
use rand::rngs::OsRng;
use serde_json::json;
use sp_core::{Blake2Hasher, Hasher};
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
	let patch = opening.patch(&[1, 0], &OpeningSalts::default());
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
fn an_overdrawn_share_is_carried_as_a_debt() {
	let repair = "房号,余额\n1-101,\"1,600.50\"\n1-102,－1150.5\n";
	let opening = opening(POTS, repair, ARREARS, TOTALS).unwrap().unwrap();
	assert_eq!(opening.shares, [(0, 160_050), (1, -115_050)]);
	assert_eq!((opening.shares_total(), opening.overdrawn()), (45_000, (1, 115_050)));
	let patch = opening.patch(&[1, 0], &OpeningSalts::default());
	assert_eq!(patch["repair"]["shares"], json!([[0, -115_050], [1, 160_050]]));
	let paper = opening.paper("Willow Court", "CNY", Language::English);
	assert!(paper.contains("overdrawn: 1 of these units owe the repair pot 1150.50 CNY together"), "{paper}");
	// Debts that nothing covers are no money of the pot.
	let said = refused(POTS, "unit,amount\n1-101,1\n1-102,-2\n", ARREARS, TOTALS);
	assert!(
		said.contains("key `opening.repair`: found -1.00; expected shares that are not below zero together"),
		"{said}"
	);
}

#[test]
fn a_unit_outside_the_repair_fund_has_no_share() {
	let roster = ROSTER.to_owned() + "P-01,P,parking,12.70,O1,person\n";
	let with = |repair: &str| {
		let folder = tempfile::tempdir().unwrap();
		for (name, text) in [("roster", roster.as_str()), ("pots", POTS), ("repair", repair)] {
			fs::write(folder.path().join(format!("{name}.csv")), text).unwrap();
		}
		let text = format!(
			"{CONFIG}[opening]\ndate = \"2026-12-01\"\npots = \"pots.csv\"\nrepair = \"repair.csv\"\n\
			[opening.totals]\npots = \"1,500\"\nrepair = \"450\"\nundistributed = \"50\"\n"
		);
		let (config, source) = parse(&folder.path().join("community.toml"), &text).unwrap();
		let law = config.law(&source).unwrap();
		let roster = config.roster.args(&source).unwrap().read().unwrap().roster;
		read(&config, &source, &law, &roster, &[], Meters::default())
	};
	// Lists that name all units have zero for those that take no part.
	assert_eq!(with(&format!("{REPAIR}P-01,0.00\n")).unwrap().unwrap().shares, [(0, 30_000), (1, 15_000)]);
	let errors = with(&format!("{REPAIR}P-01,5.00\n")).unwrap_err();
	let said: Vec<_> = errors.iter().map(|error| error.text(Language::English)).collect();
	let expected = "line 4, column `房号`: found \"P-01\"; expected a unit of a kind in the repair fund (residential, \
		commercial), and this one is parking: delete the row, and add its amount to `undistributed`";
	assert!(said.len() == 1 && said[0].contains(expected), "{said:?}");
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

const BANKS: &str = "银行账户,开户行及账号,对账单余额,公示文件\n0,甲银行 6222 0001,\"1,000.00\",\n\
	7,乙银行 6222 0002,500,purpose.pdf\n";
const POTS_AT: &str =
	"专项账目,金额,银行账户,银行流水号\n物业费,\"1,000.00\",,OPEN-1\n维修资金,200,7,OPEN-1\n维修资金,300,7,OPEN-2\n";

/// Reads pots at several bank accounts.
fn at_banks(banks: &str, pots: &str, total: &str) -> Result<Option<Opening>, Vec<CommunityError>> {
	let folder = tempfile::tempdir().unwrap();
	for (name, text) in [("roster.csv", ROSTER), ("pots.csv", pots), ("banks.csv", banks), ("purpose.pdf", "why")] {
		fs::write(folder.path().join(name), text).unwrap();
	}
	let file = if banks.is_empty() { "" } else { "banks = \"banks.csv\"\n" };
	let text = format!(
		"{CONFIG}[opening]\ndate = \"2026-12-01\"\n{file}pots = \"pots.csv\"\n[opening.totals]\n{total}\
		pots = \"1,500.00\"\nundistributed = \"500\"\n"
	);
	let (config, source) = parse(&folder.path().join("community.toml"), &text).unwrap();
	let law = config.law(&source).unwrap();
	let roster = config.roster.args(&source).unwrap().read().unwrap().roster;
	read(&config, &source, &law, &roster, &[], Meters::default())
}

#[test]
fn pots_lie_at_several_bank_accounts_whose_names_stay_off_the_chain() {
	let opening = at_banks(BANKS, POTS_AT, "banks = \"1,500.00\"\n").unwrap().unwrap();
	let salts = OpeningSalts::of(&opening, |text| Salted::fresh(text, &mut OsRng));
	let cashier = &opening.patch(&[0, 1], &salts)["cashier"];
	assert_eq!(cashier["openingPots"], json!([[0, 100_000, "OPEN-1"]]));
	assert_eq!(cashier["openingPotsAt"], json!([[7, 1, 20_000, "OPEN-1"], [7, 1, 30_000, "OPEN-2"]]));
	let label = |at: usize| format!("0x{}", hex::encode(salts.banks[at].commitment));
	let document = format!("0x{}", hex::encode(Blake2Hasher::hash(b"why")));
	let none = format!("0x{}", "0".repeat(64));
	assert_eq!(cashier["openingBanks"], json!([[0, label(0), none, 100_000], [7, label(1), document, 50_000]]));
	assert_eq!(commit(&salts.banks[1].salt, "乙银行 6222 0002"), salts.banks[1].commitment);
	assert!(!cashier.to_string().contains("乙银行"), "{cashier}");
	for (language, parts) in [
		(
			Language::English,
			["bank account 7: 500.00 CNY by its statement", "CNY, bank account 7, bank reference OPEN-2"],
		),
		(Language::Chinese, ["7 号银行账户：对账单余额 500.00 CNY", "CNY，7 号银行账户，银行流水号 OPEN-2"]),
	] {
		let paper = opening.paper("Willow Court", "CNY", language);
		assert!(parts.iter().all(|part| paper.contains(part)) && !paper.contains("乙银行"), "{paper}");
	}
}

#[test]
fn the_sums_at_bank_accounts_are_those_of_their_statements() {
	let total = "banks = \"1,500.00\"\n";
	let said = |banks: &str, pots: &str, total: &str| {
		let errors = at_banks(banks, pots, total).unwrap_err();
		errors.iter().map(|error| error.text(Language::English)).collect::<Vec<_>>().join("\n")
	};
	let shifted = BANKS.replace("1,000.00", "1,000.01").replace(",500,", ",499.99,");
	let found = said(&shifted, POTS_AT, total);
	for part in [
		"line 2, column `对账单余额`: found 1000.01; expected 1000.00, which the lists book at bank account 0; it is 0.01 too much",
		"line 3, column `对账单余额`: found 499.99; expected 500.00, which the lists book at bank account 7; 0.01 are missing",
	] {
		assert!(found.contains(part), "{found}");
	}
	let found = said(&BANKS.replace("\n0,甲银行 6222 0001,\"1,000.00\",", ""), POTS_AT, "banks = \"500\"\n");
	assert!(found.contains("found no row for bank account 0; expected one with 1000.00"), "{found}");
	assert!(said(BANKS, POTS_AT, "").contains("key `opening.totals.banks`: found nothing"));
	let found = said("", POTS_AT, "");
	assert_eq!(found.matches("found \"7\"; expected a bank account of the file that `banks`").count(), 2, "{found}");

	let wrong = "bank account,name,balance,document\n0,A,1,\n0,A,1,\n256,B,1,\n7,,-1,none.pdf\n";
	let found = said(wrong, POTS_AT, total);
	for part in [
		"line 3, column `bank account`: found \"0\"; expected each bank account once",
		"line 4, column `bank account`: found \"256\"; expected a whole number from 0 to 255",
		"line 5, column `name`: found \"\"",
		"line 5, column `balance`: found \"-1\"",
		"line 5, column `document`: found \"none.pdf\"",
	] {
		assert_eq!(found.matches(part).count(), 1, "{part}: {found}");
	}
	assert_eq!(found.matches("; expected ").count(), 5, "{found}");
	let found = said(BANKS, &POTS_AT.replace("OPEN-2", "open-1"), total);
	assert!(found.contains("each bank reference once for a bank account"), "{found}");
	let many: String = (1..=16).map(|number| format!("{number},N{number},0\n")).collect();
	let found = said(&format!("bank account,name,balance\n{many}"), POTS_AT, total);
	assert!(
		found.contains("line 17, column `bank account`: found \"16\"; expected at most 16 bank accounts"),
		"{found}"
	);
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
	let patch = opening.patch(&[1, 0], &OpeningSalts::default());
	assert_eq!(patch["cashier"]["openingUnits"], json!([[0, 300, "P-2"], [1, 5, "P-3"], [1, 200, "P-1"]]));
	assert_eq!(patch["fees"]["prepayments"], json!([[0, 300], [1, 205]]));
}
