// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use linli_runtime::genesis::{Discount, SharedBy, Tier};
use std::{fs, path::Path, time::Duration};

fn pots() -> Vec<PotNames> {
	let pot = |kind: &str, name: &str| PotNames { kind: kind.into(), name: name.into() };
	vec![
		pot("operating", "Operating"),
		pot("repair", "Repair"),
		pot("commonIncome", "Common income"),
		pot("other", "Garden"),
	]
}

fn buildings() -> Vec<Building> {
	let building = |number, name: &str| Building { number, name: name.into() };
	vec![building(3, "3"), building(1, "1"), building(4, "East")]
}

fn read(text: &str) -> Result<Vec<NamedCharge>, ChargesError> {
	parse(text, &pots(), &buildings())
}

/// Parses a valid charge in which `line` replaces the line of the same key, or is added.
fn with(line: &str) -> Result<GenesisCharge, ChargesError> {
	let key = line.split('=').next().unwrap_or_default().trim();
	let right = [
		"pot = \"operating\"",
		"basis = \"per-area\"",
		"kinds = [\"residential\"]",
		"rate = \"2.80\"",
		"period = \"month\"",
	];
	let mut lines: Vec<&str> = right.into_iter().filter(|right| key.is_empty() || !right.starts_with(key)).collect();
	if line.contains('=') {
		lines.push(line);
	}
	read(&format!("[[charge]]\n{}\n", lines.join("\n"))).map(|mut charges| charges.remove(0).charge)
}

fn assert_key(line: &str, key: &str) {
	let message = with(line).expect_err(line).to_string();
	assert!(message.starts_with(&format!("charge 1, key `{key}`: found ")), "{message}");
	assert!(message.contains("; expected "), "{message}");
}

fn homes() -> Kinds {
	vec![linli_primitives::UnitKind::Residential].try_into().unwrap()
}

fn property_fee() -> GenesisCharge {
	GenesisCharge {
		pot: 0,
		basis: Basis::PerArea { kinds: homes() },
		rate: 280,
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
		first: None,
		bill_past: false,
		tiers: Default::default(),
	}
}

#[test]
fn the_default_is_the_property_fee_of_homes() {
	let charges = read(DEFAULT).unwrap();
	assert_eq!(charges, [NamedCharge { name: "Property fee, homes".into(), charge: property_fee(), meter: None }]);
	assert_eq!(with(""), Ok(property_fee()));
}

#[test]
fn charges_serialise_for_genesis() {
	assert_eq!(
		serde_json::to_value(property_fee()).unwrap(),
		serde_json::json!({
			"pot": 0,
			"basis": { "per_area": { "kinds": ["residential"] } },
			"rate": 280,
			"buildings": null,
			"period": "month",
			"due_days": 15,
			"grace_days": 30,
			"late_rate": { "numerator": 5, "denominator": 10_000 },
			"late_cap": { "numerator": 30, "denominator": 100 },
			"first": null,
			"bill_past": false,
			"tiers": [],
		})
	);
	assert_eq!(serde_json::to_value(Basis::PerUnit).unwrap(), "per_unit");
}

#[test]
fn every_basis() {
	let kinds = homes();
	assert_eq!(with("basis = \"per-unit\"").unwrap().basis, Basis::PerUnitOfKind { kinds: kinds.clone() });
	for (name, utility) in UTILITIES {
		let metered = with(&format!("basis = \"metered\"\nutility = \"{name}\""));
		assert_eq!(metered.unwrap().basis, Basis::Metered { kinds: kinds.clone(), utility });
	}
	for line in ["basis = \"metered\"", "basis = \"metered\"\nutility = \"steam\"", "utility = \"gas\""] {
		assert_key(line, "utility");
	}
	assert_eq!(with("basis = \"one-off\"").unwrap().basis, Basis::OneOff { kinds });
	let all = "[[charge]]\npot = \"repair\"\nbasis = \"per-unit\"\nrate = \"10\"\nperiod = \"year\"\n";
	let charge = read(all).unwrap().remove(0).charge;
	assert_eq!((charge.pot, charge.basis, charge.rate, charge.period), (1, Basis::PerUnit, 1_000, PeriodKind::Year));
}

/// A charge by the meter of a common part, with the given lines besides.
fn shared(lines: &str, meters: Option<&[CommonMeter]>) -> Result<NamedCharge, ChargesError> {
	let text = format!(
		"[[charge]]\npot = \"operating\"\nbasis = \"shared-meter\"\nkinds = [\"residential\"]\nrate = \"0.55\"\n\
		period = \"month\"\n{lines}\n"
	);
	let (pots, buildings) = (pots(), buildings());
	let known = Known { pots: &pots, buildings: &buildings, meters };
	super::read(list(&text)?, &known).map(|mut charges| charges.remove(0))
}

#[test]
fn a_shared_meter_goes_by_its_number() {
	let meter = |number: &str, id| CommonMeter { number: number.into(), utility: Utility::Electricity, id };
	let meters = [meter("Z-01", 0), meter("Z-02", 1)];
	for (by, expected) in [("area", SharedBy::Area), ("unit", SharedBy::Unit)] {
		let named = shared(&format!("meter = \"z-02\"\nby = \"{by}\""), Some(&meters)).unwrap();
		assert_eq!(named.charge.basis, Basis::SharedMeter { meter: 1, kinds: homes(), by: expected });
		assert_eq!((named.charge.rate, named.meter), (55_000, Some(meters[1].clone())));
	}
	for (lines, key, expected) in [
		("meter = \"Z-03\"\nby = \"area\"", "meter", "a meter of a common part: Z-01, Z-02"),
		("by = \"area\"", "meter", "Z-01, Z-02"),
		("meter = \"Z-01\"", "by", "one of area, unit"),
		("meter = \"Z-01\"\nby = \"head\"", "by", "one of area, unit"),
		("meter = \"Z-01\"\nby = \"area\"\nutility = \"gas\"", "utility", "\"metered\" only"),
	] {
		let message = shared(lines, Some(&meters)).unwrap_err().to_string();
		assert!(message.starts_with(&format!("charge 1, key `{key}`: found ")), "{message}");
		assert!(message.contains(expected), "{message}");
	}
	let message = shared("meter = \"Z-01\"\nby = \"area\"", Some(&[])).unwrap_err().to_string();
	assert!(message.contains("in the file that `meters` in [opening] names"), "{message}");
	// Where the list has mistakes of its own, only those are said.
	assert!(shared("meter = \"Z-09\"\nby = \"area\"", None).is_ok());
	assert_key("meter = \"Z-01\"", "meter");
	assert_key("by = \"area\"", "by");
}

#[test]
fn tiers_are_in_thousandths_and_per_thousand() {
	let metered = |tiers: &str| {
		read(&format!(
			"[[charge]]\npot = \"operating\"\nbasis = \"metered\"\nutility = \"cold-water\"\nkinds = [\"residential\"]\n\
			rate = \"2.80\"\nperiod = \"month\"\ntiers = {tiers}\n"
		))
		.map(|mut charges| charges.remove(0).charge.tiers.into_inner())
	};
	assert_eq!(
		metered("[{ above = \"15\", rate = \"4.20\" }, { above = \"25.5\", rate = \"5.601\" }]"),
		Ok(vec![Tier { above: 15_000, rate: 420_000 }, Tier { above: 25_500, rate: 560_100 }])
	);
	for (tiers, key) in [
		("[]", "tiers"),
		("\"15\"", "tiers"),
		("[15]", "tiers"),
		("[{ above = \"15\" }]", "tiers.1.rate"),
		("[{ rate = \"1\" }]", "tiers.1.above"),
		("[{ above = \"0\", rate = \"1\" }]", "tiers.1.above"),
		("[{ above = 15, rate = \"1\" }]", "tiers.1.above"),
		("[{ above = \"15\", rate = \"0\" }]", "tiers.1.rate"),
		("[{ above = \"15\", rate = \"1\", to = \"20\" }]", "tiers.1.to"),
		("[{ above = \"15\", rate = \"1\" }, { above = \"15\", rate = \"2\" }]", "tiers.2.above"),
	] {
		let message = metered(tiers).unwrap_err().to_string();
		assert!(message.starts_with(&format!("charge 1, key `{key}`: found ")), "{message}");
		assert!(message.contains("; expected "), "{message}");
	}
	let five: Vec<_> = (1..=5).map(|above| format!("{{ above = \"{above}\", rate = \"1\" }}")).collect();
	let message = metered(&format!("[{}]", five.join(", "))).unwrap_err().to_string();
	assert!(message.contains("a list of 1 to 4 tiers"), "{message}");
	assert_key("tiers = [{ above = \"15\", rate = \"1\" }]", "tiers");
}

#[test]
fn a_discount_is_for_the_days_until_the_bill_is_due() {
	let discount = |lines: &str| with(lines).map(|charge| charge.discount);
	let of =
		|numerator, denominator, days| Ok(Some(Discount { fraction: Fraction::new(numerator, denominator), days }));
	assert_eq!(discount("discount = \"2%\"\ndiscount_days = 10"), of(2, 100, 10));
	assert_eq!(discount("discount = \"2.5%\"\ndiscount_days = 30\ndue_days = 30"), of(25, 1_000, 30));
	assert_eq!(discount(""), Ok(None));
	for line in ["discount = \"0%\"\ndiscount_days = 1", "discount = \"100%\"\ndiscount_days = 1", "discount = 2"] {
		assert_key(line, "discount");
	}
	for line in [
		"discount = \"2%\"",
		"discount = \"2%\"\ndiscount_days = 16",
		"discount = \"2%\"\ndiscount_days = -1",
		"discount = \"2%\"\ndiscount_days = \"10\"",
		"discount_days = 10",
	] {
		assert_key(line, "discount_days");
	}
}

#[test]
fn a_metered_rate_is_per_thousand() {
	let text = "[[charge]]\npot = \"operating\"\nbasis = \"metered\"\nutility = \"electricity\"\nkinds = [\"residential\"]\nrate = \"0.5283\"\nperiod = \"month\"\n";
	assert_eq!(read(text).unwrap()[0].charge.rate, 52_830);
}

#[test]
fn pots_go_by_kind_or_name() {
	for (name, pot) in [("common-income", 2), ("Common income", 2), ("commonIncome", 2), ("garden", 3), ("REPAIR", 1)] {
		assert_eq!(with(&format!("pot = \"{name}\"")).unwrap().pot, pot, "{name}");
	}
}

#[test]
fn buildings_go_by_the_rosters_names() {
	assert_eq!(with("buildings = [\"East\", \"1\"]").unwrap().buildings, Some(vec![1, 4].try_into().unwrap()));
	for line in
		["buildings = []", "buildings = [\"7\"]", "buildings = [1]", "buildings = [\"1\", \"1\"]", "buildings = \"1\""]
	{
		assert_key(line, "buildings");
	}
}

/// Case 10b: where the roster says `01`, a charge for `1` is for that building.
#[test]
fn buildings_go_by_what_people_call_them() {
	let building = |number, name: &str| Building { number, name: name.into() };
	let of = |name: &str, buildings: &[Building]| {
		let text = format!(
			"[[charge]]\nname = \"Fee\"\npot = \"operating\"\nbasis = \"per-area\"\nkinds = [\"residential\"]\n\
			rate = \"2.80\"\nperiod = \"month\"\nbuildings = [{name}]\n"
		);
		parse(&text, &pots(), buildings).map(|mut charges| charges.remove(0).charge.buildings)
	};
	let only = |number: u16| Ok(Some(vec![number].try_into().unwrap()));
	assert_eq!(of("\"1\"", &[building(1, "01"), building(2, "02")]), only(1));
	let buildings = [building(3, "3 幢"), building(13, "13幢"), building(4, "地下车库")];
	for name in ["\"3号楼\"", "\"3\"", "\"３栋\"", "\"三号楼\"", "\"3 幢\""] {
		assert_eq!(of(name, &buildings), only(3), "{name}");
	}
	assert_eq!(of("\" 地下车库\"", &buildings), only(4));
	// Once each, under any name.
	assert!(of("\"3号楼\", \"3\"", &buildings).is_err());
	// A name that is two buildings is neither, unless it is that of one.
	let towers = [building(1, "Block 1"), building(2, "Tower 1")];
	let error = of("\"1\"", &towers).unwrap_err().to_string();
	assert!(error.ends_with("expected one building for \"1\", which can be each of Block 1, Tower 1"), "{error}");
	assert_eq!(of("\"Tower 1\"", &towers), only(2));
	assert_eq!(of("\"1\"", &[building(1, "Block 1"), building(2, "1")]), only(2));
}

#[test]
fn wrong_values_name_their_key() {
	for line in ["pot = \"bank\"", "pot = 0", "pot", "pot = \"other\""] {
		assert_key(line, "pot");
	}
	for line in ["basis = \"per area\"", "basis = 1", "basis"] {
		assert_key(line, "basis");
	}
	for line in
		["kinds = [\"flat\"]", "kinds = []", "kinds = \"residential\"", "kinds = [\"parking\", \"parking\"]", "kinds"]
	{
		assert_key(line, "kinds");
	}
	for line in [
		"rate = 2.80",
		"rate = 280",
		"rate = \"0\"",
		"rate = \"2.805\"",
		"rate = \"-2\"",
		"rate = \"2,80\"",
		"rate = \"10000000000.01\"",
		"rate",
	] {
		assert_key(line, "rate");
	}
	for line in ["period = \"monthly\"", "period = 1", "period"] {
		assert_key(line, "period");
	}
	for line in ["due_days = -1", "due_days = 367", "due_days = \"15\"", "due_days = 1.5"] {
		assert_key(line, "due_days");
	}
	assert_key("grace_days = 70000", "grace_days");
	for line in [
		"late_fee_per_day = 0.05",
		"late_fee_per_day = \"0.05\"",
		"late_fee_per_day = \"0.00001%\"",
		"late_fee_per_day = \"-1%\"",
	] {
		assert_key(line, "late_fee_per_day");
	}
	assert_key("late_fee_cap = \"101%\"", "late_fee_cap");
	assert_key("latefee = \"1%\"", "latefee");
	assert_key("name = 1", "name");
}

#[test]
fn percentages_are_exact() {
	let cap = |text: &str| with(&format!("late_fee_cap = \"{text}\"")).unwrap().late_cap;
	for (text, numerator, denominator) in [
		("0%", 0, 1),
		("100%", 1, 1),
		("100.0000%", 1, 1),
		("0.05%", 1, 2_000),
		("33.3333%", 333_333, 1_000_000),
		("5 %", 1, 20),
	] {
		assert_eq!(cap(text), Fraction::new(numerator, denominator), "{text}");
	}
}

#[test]
fn the_past_is_billed_only_from_a_first_period_on_and_if_the_file_says_so() {
	assert_key("first = \"2020-02\"", "first");
	assert!(with("first = \"2020-02\"\nbill_past = true").unwrap().bill_past);
	assert!(!with("first = \"2927-02\"").unwrap().bill_past);
	for line in ["bill_past = true", "first = \"2927-02\"\nbill_past = \"yes\""] {
		assert_key(line, "bill_past");
	}
}

#[test]
fn a_period_is_long_past_once_the_one_after_next_began() {
	let (november, january) = (Period { year: 2026, month: 11 }, Period { year: 2027, month: 1 });
	let turn = UNIX_EPOCH + Duration::from_millis(january.start(UtcOffset::PLUS_8).unwrap());
	assert!(!is_long_past(november, PeriodKind::Month, turn - Duration::from_millis(1)));
	assert!(is_long_past(november, PeriodKind::Month, turn));
}

#[test]
fn the_first_period_begins_where_periods_begin() {
	assert_eq!(with("first = \"2927-02\"").unwrap().first, Some(Period { year: 2927, month: 2 }));
	for line in
		["first = \"2927\"", "first = \"2927-13\"", "first = \"2927-1\"", "first = 2927-01-01", "first = \"1969-12\""]
	{
		assert_key(line, "first");
	}
	let quarter = |first: &str| {
		read(&format!(
			"[[charge]]\npot = \"repair\"\nbasis = \"per-unit\"\nrate = \"1\"\nperiod = \"quarter\"\nfirst = \"{first}\"\n"
		))
	};
	assert!(quarter("2927-04").is_ok());
	assert!(quarter("2927-05").is_err());
}

#[test]
fn invalid_files() {
	let message = |text: &str| read(text).unwrap_err().to_string();
	assert!(message("\n[[charge]\n").starts_with("not readable as TOML: line 2"), "{}", message("\n[[charge]\n"));
	assert!(message("").starts_with("the file, key `charge`: found none"));
	assert!(message("charge = 1").starts_with("the file, key `charge`: found 1"));
	assert!(message("[charge]\nrate = \"1\"").starts_with("the file, key `charge`: found a table"));
	assert!(message("charge = [1]").starts_with("the file, key `charge`: found 1"));
	assert!(message("[[charges]]\n").starts_with("the file, key `charges`: found a key that means nothing"));
	let many =
		"[[charge]]\npot = \"repair\"\nbasis = \"per-unit\"\nrate = \"1\"\nperiod = \"year\"\n".repeat(MAX_CHARGES + 1);
	assert!(message(&many).starts_with("the file, key `charge`: found 65 of them"));
	let named = "[[charge]]\nname = \"Lift\"\n";
	assert!(message(named).starts_with("charge 1 (Lift), key `"), "{}", message(named));
}

#[test]
fn the_sample_is_right() {
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/samples/charges.toml");
	let charges = read(&fs::read_to_string(path).unwrap()).unwrap();
	assert_eq!(charges[0].charge, property_fee());
	assert!(charges.len() >= 3);
}
