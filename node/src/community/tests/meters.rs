// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{
	config::read::parse,
	opening::{patch::OpeningSalts, Opening},
	papers, plan, roster,
	salts::{commit, Salted},
	shuffle::Shuffled,
};
use rand::rngs::OsRng;
use serde_json::json;
use std::fs;

const CONFIG: &str = "name = \"Willow Court\"\ntrial = true\n[roster]\nfile = \"roster.csv\"\n\
	[opening]\ndate = \"2026-12-01\"\nmeters = \"meters.csv\"\n";
const ROSTER: &str = "unit,building,kind,area_m2,owner,owner_kind\n1-101,1,residential,98.03,O1,person\n\
	1-102,1,residential,90,O2,person\n2-101,2,residential,90,O2,person\n";
const LIST: &str = "云溪小区计量表\n房号,楼栋,表类,表号,位数,倍率,读数,抄表日期,每日上限,总表号\n\
	1-102,,水,W-102,5,,812.345,2026-11-30,,Z-1\n\
	公共,1号楼,水,Z-2,6,,0,2026-12-01,,z-1\n\
	公共,,水,Z-1,6,1,\"40,812\",2026年12月1日,300,\n\
	1-101,,电,E-101,6,40,１２,2026-11-30,,\n";

fn shared() -> Roster {
	roster::parse(ROSTER.as_bytes()).unwrap()
}

/// Reads a list of meters.
fn list(text: &str) -> Result<Meters, CommunityError> {
	let folder = tempfile::tempdir().unwrap();
	fs::write(folder.path().join("meters.csv"), text).unwrap();
	let (config, source) = parse(&folder.path().join("community.toml"), CONFIG).unwrap();
	read(&config, &source, UtcOffset::PLUS_8, &shared())
}

/// What is said of a list that is wrong.
fn refused(text: &str) -> String {
	list(text).unwrap_err().text(Language::English)
}

#[test]
fn meters_get_ids_that_tell_no_door_and_salted_numbers() {
	let meters = list(LIST).unwrap();
	// The main meter, the one of a building below it, and then those of units by their ids.
	assert_eq!(meters.ids(&[2, 0, 1]), [2, 1, 0, 3]);
	assert_eq!(meters.ids(&[0, 2, 1]), [3, 1, 0, 2]);
	let common: Vec<_> = meters.common().into_iter().map(|meter| (meter.number, meter.id)).collect();
	assert_eq!(common, [("Z-2".to_owned(), 1), ("Z-1".to_owned(), 0)]);
	let opening = Opening { meters, ..Opening::default() };
	let salts = OpeningSalts::of(&opening, |text| Salted::fresh(text, &mut OsRng));
	let patch = opening.patch(&[2, 0, 1], &salts);
	// 30 November and 1 December in UTC+8.
	let (november, december) = (1_795_968_000_000_u64, 1_796_054_400_000_u64);
	let serial = |at: usize| format!("0x{}", hex::encode(salts.meters[at].commitment));
	let meter = |place, utility, main, multiplier, digits, plausibility: u64, reading: u64, date, at: usize| {
		json!({
			"place": place, "utility": utility, "main": main, "serial": serial(at), "multiplier": multiplier,
			"digits": digits, "plausibility": plausibility, "reading": reading, "date": date,
		})
	};
	let none = || json!(null);
	assert_eq!(
		patch["meters"]["meters"],
		json!([
			meter(
				json!({ "common": { "building": null } }),
				"cold_water",
				none(),
				1,
				6,
				300_000,
				40_812_000,
				december,
				2
			),
			meter(json!({ "common": { "building": 1 } }), "cold_water", json!(0), 1, 6, 1_000_000, 0, december, 1),
			meter(json!({ "unit": 0 }), "cold_water", json!(0), 1, 5, 10_000, 812_345, november, 0),
			meter(json!({ "unit": 2 }), "electricity", none(), 40, 6, 8_000_000, 12_000, november, 3),
		])
	);
	let text = patch.to_string();
	assert!(!text.contains("-102") && !text.contains("Z-"), "a door or a meter's number would go to the chain: {text}");
}

#[test]
fn the_salted_list_opens_every_commitment_and_is_no_paper() {
	let meters = list(LIST).unwrap();
	let serials: Vec<_> = meters.list.iter().map(|meter| Salted::fresh(&meter.number, &mut OsRng)).collect();
	let shuffled = Shuffled::new(shared(), &mut OsRng);
	let ids = meters.ids(&shuffled.units);
	let rows = linli_roster::read_csv(&papers::salted_meters(&shuffled, &meters, &serials)).unwrap().split_off(1);
	assert_eq!(rows.len(), 4);
	for ((row, meter), id) in rows.iter().zip(&meters.list).zip(ids) {
		let salt: [u8; 16] = hex::decode(&row[5]).unwrap().try_into().unwrap();
		assert_eq!(hex::encode(commit(&salt, &meter.number)), row[6]);
		assert_eq!((&row[0], &row[4]), (&id.to_string(), &meter.number));
	}
	assert_eq!((rows[0][2].as_str(), rows[1][2].as_str(), rows[3][2].as_str()), ("1-102", "", "1-101"));
	assert_eq!(rows[0][1], shuffled.units[1].to_string());
	let opening = Opening { meters, ..Opening::default() };
	for (language, said) in [
		(Language::English, "meters: 4, of which 2 of common parts (cold water 3, electricity 1)"),
		(Language::Chinese, "计量表 4 块，其中公共部位 2 块（冷水 3、电 1）"),
	] {
		let paper = opening.paper("Willow Court", "CNY", language);
		assert!(paper.contains(said), "{paper}");
		assert!(!paper.contains("-102") && !paper.contains("Z-"), "{paper}");
	}
}

#[test]
fn every_wrong_cell_is_named_with_its_place_at_once() {
	let said = refused(
		"unit,building,utility,meter number,digits,multiplier,reading,date,most a day,main meter\n\
		9-999,,water,A,5,1,0,2026-11-30,,\n\
		common,7,water,B,5,1,0,2026-11-30,,\n\
		1-101,,steam,C,5,1,0,2026-11-30,,\n\
		1-101,,water,,5,1,0,2026-11-30,,\n\
		1-101,,water,D,10,1,0,2026-11-30,,\n\
		1-101,,water,E,5,0,0,2026-11-30,,\n\
		1-101,,water,F,3,1,1000,2026-11-30,,\n\
		1-101,,water,G,5,1,0.1234,2026-11-30,,\n\
		1-101,,water,H,5,1,0,2026-12-02,,\n\
		1-101,,water,I,5,1,0,soon,,\n\
		1-101,,water,K,5,1,0,2026-11-30,0,\n\
		1-102,,water,d,5,1,0,2026-11-30,,\n\
		common,,power,Z,5,1,0,2026-11-30,,\n\
		common,,water,z,5,1,0,2026-11-30,,\n\
		1-102,,water,L,5,1,0,2026-11-30,,Z\n\
		1-102,,power,M,5,1,0,2026-11-30,,L\n\
		common,,power,Y,5,1,0,2026-11-30,,Z\n\
		1-102,,power,N,5,1,0,2026-11-30,,Y\n\
		common,,gas,X,5,1,0,2026-11-30,,X\n",
	);
	for part in [
		"line 2, column `unit`: found \"9-999\"; expected a unit as the roster has it, or `common`",
		"line 3, column `building`: found \"7\"",
		"line 4, column `utility`: found \"steam\"",
		"line 5, column `meter number`: found \"\"",
		"line 6, column `digits`: found \"10\"; expected a whole number from 1 to 9",
		"line 7, column `multiplier`: found \"0\"; expected a whole number from 1 to 10000",
		"line 8, column `reading`: found \"1000\"; expected a number that a dial of 3 digits can show",
		"line 9, column `reading`: found \"0.1234\"",
		"line 10, column `date`: found \"2026-12-02\"; expected a day after 1970 and not after the opening",
		"line 11, column `date`: found \"soon\"",
		"line 12, column `most a day`: found \"0\"",
		"line 13, column `meter number`: found \"d\"; expected each meter once",
		"line 15, column `meter number`: found \"z\"; expected each meter once",
		"line 16, column `main meter`: found \"Z\"",
		"line 17, column `main meter`: found \"L\"",
		"line 19, column `main meter`: found \"Y\"",
		"line 20, column `main meter`: found \"X\"",
	] {
		assert_eq!(said.matches(part).count(), 1, "{part}: {said}");
	}
	assert_eq!(said.matches("; expected ").count(), 17, "{said}");
}

#[test]
fn a_unit_has_so_many_meters_and_a_main_meter_so_many_below_it() {
	const HEADER: &str = "unit,utility,meter number,digits,reading,date,main meter\n";
	let most = usize::try_from(max_unit_meters()).unwrap();
	let of_unit = |count: usize| {
		let rows = (0..count).map(|number| format!("1-101,water,{number},5,0,2026-11-30,\n"));
		HEADER.to_owned() + &rows.collect::<String>()
	};
	assert_eq!(list(&of_unit(most)).unwrap().list.len(), most);
	let said = refused(&of_unit(most + 1));
	assert!(
		said.contains(&format!("line {}, column `unit`", most + 2)) && said.contains("at most 16 meters"),
		"{said}"
	);

	let most = usize::try_from(max_sub_meters()).unwrap();
	let below = |count: usize| {
		let rows = (0..count).map(|number| format!("common,water,{number},5,0,2026-11-30,main\n"));
		format!("{HEADER}common,water,main,5,0,2026-11-30,\n{}", rows.collect::<String>())
	};
	assert_eq!(list(&below(most)).unwrap().list.len(), most + 1);
	let said = refused(&below(most + 1));
	assert!(said.contains("mistakes: 1") && said.contains("at most 1000 meters below one main meter"), "{said}");
}

/// A charge names a meter of a common part by its number; on chain it has that meter's id.
#[test]
fn charges_bill_the_shared_meters_of_the_list() {
	let folder = tempfile::tempdir().unwrap();
	fs::write(folder.path().join("meters.csv"), LIST).unwrap();
	let charge = |meter: &str| {
		format!(
			"{CONFIG}[[charge]]\nname = \"Shared water\"\npot = \"operating\"\nbasis = \"shared-meter\"\nmeter = \"{meter}\"\n\
			by = \"area\"\nkinds = [\"residential\"]\nrate = \"2.80\"\nperiod = \"month\"\n"
		)
	};
	let named = |meter: &str| {
		let (config, source) = parse(&folder.path().join("community.toml"), &charge(meter)).unwrap();
		let law = config.law(&source).unwrap();
		let meters = read(&config, &source, law.utc_offset, &shared()).unwrap();
		plan::named_charges(&config, &source, &law, &shared(), Some(&meters))
	};
	let charges = named("Z-1").unwrap();
	assert_eq!(charges[0].meter.as_ref().map(|meter| (meter.id, meter.utility)), Some((0, Utility::ColdWater)));
	// No unit has a meter of gas; without a first period, the use until then is lost.
	let meters = list(LIST).unwrap();
	let gas = CONFIG.to_owned()
		+ "[[charge]]\nname = \"Gas\"\npot = \"operating\"\nbasis = \"metered\"\nutility = \"gas\"\nkinds = [\"residential\"]\n\
		rate = \"2.80\"\nperiod = \"month\"\nfirst = \"2999-01\"\n";
	let (config, source) = parse(&folder.path().join("community.toml"), &gas).unwrap();
	let law = config.law(&source).unwrap();
	let gas = plan::named_charges(&config, &source, &law, &shared(), Some(&meters)).unwrap();
	assert_eq!(
		meters.gaps(&gas, &shared(), Language::English),
		["Gas: 3 units without a meter (gas) in the list get no bill"]
	);
	let lost = meters.gaps(&charges, &shared(), Language::English);
	assert!(lost.len() == 1 && lost[0].starts_with("Shared water: it names no `first` period"), "{lost:?}");
	let said = named("W-102").unwrap_err().text(Language::English);
	assert!(said.contains("expected the number of a meter of a common part: Z-2, Z-1"), "{said}");
}
