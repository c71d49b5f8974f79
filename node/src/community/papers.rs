// SPDX-License-Identifier: GPL-3.0-or-later

//! Readable files: the salted roster, the list of buildings, the list of tickets, and README.txt.

use super::{
	charge_text,
	charges::NamedCharge,
	key_line::address_of,
	keys::PublicKeys,
	opening::{
		banks::BankBalance,
		meters::{Meters, Place},
	},
	salts::Salted,
	second_factors::SecondFactor,
	shuffle::Shuffled,
	tickets::Ticket,
};
use linli_primitives::Area;
use linli_roster::{Language, Roster};

/// The roster with on-chain ids, salts and commitments: the only link between names and the chain. In the order of the
/// office's list.
pub fn salted_roster(shuffled: &Shuffled, units: &[Salted], owners: &[Salted]) -> String {
	let roster = &shuffled.roster;
	let header = [
		"unit_id",
		"unit",
		"building_id",
		"building",
		"kind",
		"area_m2",
		"owner_id",
		"owner",
		"owner_kind",
		"unit_salt",
		"unit_commitment",
		"owner_salt",
		"owner_commitment",
	];
	let rows = shuffled.units.iter().map(|&id| {
		let (unit, salted) = (&roster.units[id], &units[id]);
		let building = &roster.buildings[unit.building];
		let owner = &roster.owners[unit.owner];
		let owner_salted = &owners[unit.owner];
		[
			id.to_string(),
			unit.label.clone(),
			building.number.to_string(),
			building.name.clone(),
			unit.kind.name().into(),
			square_metres(unit.area),
			unit.owner.to_string(),
			owner.name.clone(),
			owner.kind.name().into(),
			hex::encode(salted.salt),
			hex::encode(salted.commitment),
			hex::encode(owner_salted.salt),
			hex::encode(owner_salted.commitment),
		]
	});
	csv_text(&header, rows)
}

/// The number of each building on chain.
pub fn buildings(roster: &Roster) -> String {
	let rows = roster.buildings.iter().map(|building| [building.number.to_string(), building.name.clone()]);
	csv_text(&["building_id", "building"], rows)
}

/// The meters with on-chain ids, salts and commitments: the only link between their numbers and the chain. In the order
/// of the office's list.
pub fn salted_meters(shuffled: &Shuffled, meters: &Meters, serials: &[Salted]) -> String {
	let header = ["meter_id", "unit_id", "unit", "utility", "meter_number", "salt", "commitment"];
	let rows = meters.list.iter().zip(meters.ids(&shuffled.units)).zip(serials).map(|((meter, id), salted)| {
		let unit = match meter.place {
			Place::Unit(unit) => shuffled.units.get(unit).copied(),
			Place::Common(_) => None,
		};
		let label = unit.and_then(|id| shuffled.roster.units.get(id)).map(|unit| unit.label.clone());
		[
			id.to_string(),
			unit.map(|id| id.to_string()).unwrap_or_default(),
			label.unwrap_or_default(),
			charge_text::utility_name(meter.utility, Language::English).into(),
			meter.number.clone(),
			hex::encode(salted.salt),
			hex::encode(salted.commitment),
		]
	});
	csv_text(&header, rows)
}

/// The bank accounts with salts and commitments: the only link between their names and the chain.
pub fn salted_banks(banks: &[BankBalance], salts: &[Salted]) -> String {
	let header = ["bank_account", "name", "salt", "commitment"];
	let rows = banks.iter().zip(salts).map(|(bank, salted)| {
		[bank.bank.to_string(), bank.name.clone(), hex::encode(salted.salt), hex::encode(salted.commitment)]
	});
	csv_text(&header, rows)
}

/// The code of each owner's ticket, with the owner's units, since two owners can have one name. In the order of the
/// office's list.
pub fn ticket_list(shuffled: &Shuffled, tickets: &[Ticket]) -> String {
	owner_list(shuffled, "code", |id| tickets[id].code())
}

/// The code of each owner's second factor, which the office hands over apart from the ticket. As [`ticket_list`].
pub fn second_factor_list(shuffled: &Shuffled, factors: &[SecondFactor]) -> String {
	owner_list(shuffled, "second_factor", |id| factors[id].code())
}

/// A secret of each owner, with the owner's units. In the order of the office's list.
fn owner_list(shuffled: &Shuffled, column: &str, secret: impl Fn(usize) -> String) -> String {
	let roster = &shuffled.roster;
	let mut units: Vec<Vec<&str>> = vec![Vec::new(); roster.owners.len()];
	for unit in shuffled.units.iter().map(|&id| &roster.units[id]) {
		units[unit.owner].push(&unit.label);
	}
	let rows = shuffled
		.owners
		.iter()
		.map(|&id| [roster.owners[id].name.clone(), units[id].join("; "), id.to_string(), secret(id)]);
	csv_text(&["owner", "units", "owner_id", column], rows)
}

/// A list that opens right in a spreadsheet, and reads back the same.
fn csv_text<const N: usize>(header: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
	let header = header.map(str::to_owned);
	linli_roster::write_csv(std::iter::once(header).chain(rows))
}

/// The facts stated in README.txt.
pub struct ReadmeFacts<'a> {
	/// Its name.
	pub name: &'a str,
	/// The law pack.
	pub rules: &'a str,
	/// The currency.
	pub currency: &'a str,
	/// Units and owners.
	pub roster: &'a Roster,
	/// Its charges.
	pub charges: &'a [NamedCharge],
	/// The first public keys.
	pub keys: &'a PublicKeys,
	/// Whether their secrets were made here, in the folder `keys`.
	pub made: bool,
	/// The fingerprint of chain-spec-raw.json.
	pub fingerprint: &'a str,
}

/// What README.txt says about keys that were made here, in English and Chinese.
const KEYS_MADE: [&str; 2] = [include_str!("readme/keys-made.en.txt"), include_str!("readme/keys-made.zh.txt")];
/// The same where everybody made their own.
const KEYS_GIVEN: [&str; 2] = [include_str!("readme/keys-given.en.txt"), include_str!("readme/keys-given.zh.txt")];

/// `README.txt`, in English and Chinese.
pub fn readme(facts: &ReadmeFacts<'_>) -> String {
	let keys = facts.keys;
	let numbered = |number: usize| match keys.validators.len() {
		1 => "validator".to_owned(),
		_ => format!("validator {number}"),
	};
	let validators = || (1..).zip(&keys.validators);
	let holders: String = [("bootstrap".to_owned(), address_of(&keys.bootstrap))]
		.into_iter()
		.chain(validators().map(|(number, keys)| (numbered(number), address_of(&keys.account))))
		.chain(keys.role_addresses().map(|(name, address)| (name.to_owned(), address)))
		.map(|(name, address)| format!("  {name:<12} {address}\n"))
		.collect();
	let peers: String =
		validators().map(|(number, keys)| format!("    {:<12} {}\n", numbered(number), keys.peer_id())).collect();
	let boot_nodes: String =
		validators().flat_map(|(_, keys)| keys.boot_nodes()).map(|address| format!("    {address}\n")).collect();
	let [keys_en, keys_zh] = if facts.made { KEYS_MADE } else { KEYS_GIVEN };
	let charges = |language: Language| {
		let line = |(id, named)| charge_text::line(id, named, facts.currency, language);
		let lines: String = facts.charges.iter().enumerate().map(line).collect();
		if lines.is_empty() {
			"  -".to_owned()
		} else {
			lines.trim_end().to_owned()
		}
	};
	let values = [
		("{name}", facts.name.to_owned()),
		("{rules}", facts.rules.to_owned()),
		("{fingerprint}", facts.fingerprint.to_owned()),
		("{units}", facts.roster.units.len().to_string()),
		("{buildings}", facts.roster.buildings.len().to_string()),
		("{owners}", facts.roster.owners.len().to_string()),
		("{area}", square_metres(facts.roster.area())),
		("{peers}", peers.trim_end().to_owned()),
		("{boot_nodes}", if boot_nodes.is_empty() { "    -".into() } else { boot_nodes.trim_end().to_owned() }),
		("{keys_en}", keys_en.trim_end().to_owned()),
		("{keys_zh}", keys_zh.trim_end().to_owned()),
		("{holders}", holders.trim_end().to_owned()),
		("{charges}", charges(Language::English)),
		("{收费项目}", charges(Language::Chinese)),
	];
	// In one pass, so that braces in a name are kept.
	let mut text = String::new();
	let mut rest = include_str!("readme.txt");
	while let Some(start) = rest.find('{') {
		let (before, at) = rest.split_at(start);
		text.push_str(before);
		rest = match values.iter().find(|(key, _)| at.starts_with(key)) {
			Some((key, value)) => {
				text.push_str(value);
				&at[key.len()..]
			}
			None => {
				text.push('{');
				&at[1..]
			}
		};
	}
	text + rest
}

/// Hundredths of a square metre as a decimal number.
pub fn square_metres(area: Area) -> String {
	format!("{}.{:02}", area / 100, area % 100)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{
		charges::{self, PotNames},
		key_line::ValidatorKeys,
		keys::Keys,
		roster,
		salts::commit,
	};
	use rand::rngs::OsRng;

	/// In the order of the list.
	fn unshuffled(roster: Roster) -> Shuffled {
		let (units, owners) = ((0..roster.units.len()).collect(), (0..roster.owners.len()).collect());
		Shuffled { roster, units, owners }
	}

	fn sample() -> Roster {
		let csv = "unit,building,kind,area_m2,owner,owner_kind\n\
			1-1,1,residential,98.03,\"Li, Wang\",joint\nP-1,P,parking,12.7,\"Li, Wang\",joint\n1-2,1,residential,60,{name},person\n";
		roster::parse(csv.as_bytes()).unwrap()
	}

	fn salted(roster: &Roster) -> (Vec<Salted>, Vec<Salted>) {
		(
			roster.units.iter().map(|unit| Salted::fresh(&unit.label, &mut OsRng)).collect(),
			roster.owners.iter().map(|owner| Salted::fresh(&owner.name, &mut OsRng)).collect(),
		)
	}

	#[test]
	fn the_salted_roster_opens_every_commitment() {
		let shuffled = unshuffled(sample());
		let roster = &shuffled.roster;
		let (units, owners) = salted(roster);
		let text = salted_roster(&shuffled, &units, &owners);
		let rows = linli_roster::read_csv(&text).unwrap().split_off(1);
		assert_eq!(rows.len(), 3);
		for (id, row) in rows.iter().enumerate() {
			assert_eq!(row[0], id.to_string());
			for (text, salt, commitment) in [(&row[1], &row[9], &row[10]), (&row[7], &row[11], &row[12])] {
				let salt: [u8; 16] = hex::decode(salt).unwrap().try_into().unwrap();
				assert_eq!(&hex::encode(commit(&salt, text)), commitment);
			}
		}
		assert_eq!(&rows[1][2], "2");
		assert_eq!(&rows[1][3], "P");
		assert_eq!(&rows[1][5], "12.70");
		assert_eq!(rows[0][12], rows[1][12], "one owner, one commitment");
		assert_eq!(buildings(roster), "\u{feff}building_id,building\r\n1,1\r\n2,P\r\n");
	}

	#[test]
	fn the_list_of_tickets_names_each_owner_once() {
		let shuffled = unshuffled(sample());
		let tickets: Vec<_> = shuffled.roster.owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();
		let list = ticket_list(&shuffled, &tickets);
		let factors: Vec<_> = tickets.iter().map(|_| SecondFactor::fresh(&mut OsRng)).collect();
		let apart = second_factor_list(&shuffled, &factors);
		assert!(apart.contains(&format!("\"Li, Wang\",1-1; P-1,0,{}", factors[0].code())), "{apart}");
		assert!(!apart.contains(&tickets[0].code()), "{apart}");
		let expected = format!("\"Li, Wang\",1-1; P-1,0,{}", tickets[0].code());
		assert_eq!(list.lines().nth(1), Some(expected.as_str()));
		assert_eq!(list.lines().count(), 3);
	}

	/// Whatever the ids are, the lists go from door to door, and each line is about one unit or owner.
	#[test]
	fn lists_keep_the_order_of_the_office_and_tell_the_ids() {
		let given = sample();
		for _ in 0..20 {
			let shuffled = Shuffled::new(given.clone(), &mut OsRng);
			let (units, owners) = salted(&shuffled.roster);
			let tickets: Vec<_> = owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();
			let rows = linli_roster::read_csv(&salted_roster(&shuffled, &units, &owners)).unwrap().split_off(1);
			for ((row, unit), id) in rows.iter().zip(&given.units).zip(&shuffled.units) {
				assert_eq!((&row[0], &row[1]), (&id.to_string(), &unit.label));
				assert_eq!(row[7], given.owners[unit.owner].name);
				assert_eq!(row[6], shuffled.owners[unit.owner].to_string());
				assert_eq!(row[10], hex::encode(units[*id].commitment));
			}
			let list = linli_roster::read_csv(&ticket_list(&shuffled, &tickets)).unwrap().split_off(1);
			let own = ["1-1; P-1", "1-2"];
			for (((row, owner), id), own) in list.iter().zip(&given.owners).zip(&shuffled.owners).zip(own) {
				assert_eq!(*row, [owner.name.clone(), own.into(), id.to_string(), tickets[*id].code()]);
			}
		}
	}

	/// Case 04a and two people of one name: a spreadsheet shows the list as it is, and it reads back the same.
	#[test]
	fn the_list_of_tickets_opens_right_and_reads_back() {
		let csv = "unit,building,kind,area_m2,owner,owner_kind\n\
			-1-103,1,residential,98.03,张伟,person\n1-2,1,residential,60,\"=HYPERLINK(\"\"x\"\")\",person\n\
			=1+1,1,residential,60,张伟,person\n";
		let options = linli_roster::Options {
			same_name: Some(linli_roster::SameName::Several),
			confirm_warnings: true,
			..Default::default()
		};
		let shuffled = unshuffled(linli_roster::read(csv.as_bytes(), &options).unwrap().roster);
		let tickets: Vec<_> = shuffled.roster.owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();
		let list = ticket_list(&shuffled, &tickets);
		assert!(list.starts_with("\u{feff}owner,units,owner_id,code\r\n"), "{list}");
		// As a spreadsheet takes the cells: none of them computes.
		let mut cells =
			csv::ReaderBuilder::new().has_headers(false).from_reader(list.trim_start_matches('\u{feff}').as_bytes());
		for cell in cells.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
			assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell:?}");
		}
		let rows = linli_roster::read_csv(&list).unwrap();
		for (row, (owner, units)) in
			rows[1..].iter().zip([("张伟", "-1-103"), ("=HYPERLINK(\"x\")", "1-2"), ("张伟", "=1+1")])
		{
			assert_eq!((row[0].as_str(), row[1].as_str()), (owner, units));
		}
		assert_eq!(rows.len(), 4);
		for (row, ticket) in rows[1..].iter().zip(&tickets) {
			assert_eq!(row[3], ticket.code());
		}
	}

	#[test]
	fn the_readme_is_complete() {
		let roster = sample();
		let pots = [PotNames { kind: "operating".into(), name: "Operating".into() }];
		let charges = charges::parse(charges::DEFAULT, &pots, &roster.buildings).unwrap();
		let mut keys = Keys::fresh().public();
		let text = |keys: &PublicKeys, made| {
			readme(&ReadmeFacts {
				name: "{area} Court",
				rules: "cn",
				currency: "CNY",
				roster: &roster,
				charges: &charges,
				keys,
				made,
				fingerprint: "12345 67890",
			})
		};
		let one = text(&keys, true);
		assert!(one.starts_with("{area} Court\n"));
		assert!(one.contains(&keys.validators[0].peer_id()));
		assert!(one.contains(&address_of(&keys.bootstrap)));
		assert!(one.contains("170.73"));
		assert_eq!(one.matches("12345 67890").count(), 2, "in both languages");
		assert!(one.contains("0  Property fee, homes：每月每平方米 2.80 CNY，住宅；"));
		assert!(one.contains("0  Property fee, homes: 2.80 CNY per m² and month, residential; due after 15 days"));
		for file in [
			"chain-spec.json",
			"chain-spec-raw.json",
			"keys/",
			"roster-salted.csv",
			"buildings.csv",
			"tickets/",
			"opening.txt",
			"meters-salted.csv",
			"banks-salted.csv",
		] {
			assert_eq!(one.matches(file).count().min(2), 2, "{file} in both languages");
		}

		let addresses = vec!["/ip4/192.0.2.7/tcp/30333".into()];
		keys.validators.push(ValidatorKeys {
			account: [7; 32],
			aura: [8; 32],
			grandpa: [9; 32],
			network: [1; 32],
			certhash: String::new(),
			addresses,
		});
		let two = text(&keys, false);
		assert!(two.contains(&format!("  validator 2  {}\n", address_of(&[7; 32]))), "{two}");
		assert!(two.contains(&keys.validators[1].boot_nodes().next().unwrap()));
		assert!(one.contains("bootstrap.json") && !two.contains("bootstrap.json"));
		for text in [one, two] {
			assert_eq!(text.matches('{').count(), text.matches("{area} Court").count(), "{text}");
		}
	}
}
