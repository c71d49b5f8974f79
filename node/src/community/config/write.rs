// SPDX-License-Identifier: GPL-3.0-or-later

//! Writes `community.toml` with comments, in the language of the questions. What is not said stands there as a
//! comment, with its present value, so that every key is seen in its place.

use super::Config;
use crate::community::{
	keys::role_name,
	law::{
		parameters::{about, about_section},
		Law,
	},
};
use linli_roster::Language;
use std::fmt::Display;
use toml::{Table, Value};

/// The text of the file.
pub fn text(config: &Config, law: &Law, language: Language) -> String {
	let mut page = Page { text: String::new(), language };
	page.head(config, law);
	page.roster(config);
	page.pots(config, law);
	page.charges(config);
	page.parameters(config, law);
	page.keys(config);
	page.tickets();
	page.opening(config);
	page.text
}

/// A text that grows.
struct Page {
	text: String,
	language: Language,
}

impl Page {
	fn line(&mut self, line: impl Display) {
		self.text += line.to_string().trim_end();
		self.text.push('\n');
	}

	/// A comment, line by line.
	fn note(&mut self, english: &str, chinese: &str) {
		for line in self.language.pick(english, chinese).lines() {
			self.line(format_args!("# {line}"));
		}
	}

	/// A key with its value.
	fn set(&mut self, key: &str, value: impl Into<Value>) {
		self.line(format_args!("{} = {}", key_text(key), value.into()));
	}

	/// A key with its value or, if it has none, an example as a comment.
	fn set_or(&mut self, key: &str, value: Option<impl Into<Value>>, example: &str) {
		match value {
			Some(value) => self.set(key, value),
			None => self.line(format_args!("# {key} = {example}")),
		}
	}

	fn section(&mut self, header: &str) {
		self.line("");
		self.line(header);
	}

	fn head(&mut self, config: &Config, law: &Law) {
		self.note(
			"What this community's chain is made of. Lines that begin with # are comments.\n\
			 Check:  linli-node community check --config community.toml\n\
			 Make:   linli-node community new --config community.toml --out FOLDER",
			"本小区的链由此文件生成。以 # 开头的行是注释。\n\
			 检查：linli-node community check --config community.toml\n\
			 建链：linli-node community new --config community.toml --out 文件夹",
		);
		self.line("");
		self.set("name", config.name.as_str());
		self.note("The law pack: cn, nsw, qld, us-hoa or poll.", "法规包：cn、nsw、qld、us-hoa 或 poll。");
		self.set("rules", config.rules.as_str());
		self.note(
			"Another currency than that of the law pack's country (ISO 4217).",
			"如不用法规包所在国家的货币（ISO 4217）：",
		);
		self.set_or("currency", config.currency.as_deref(), &Value::from(law.currency()).to_string());
		self.note("The portal that the QR codes of invitations open.", "邀请函二维码所打开的门户网址：");
		self.set_or("portal", config.portal.as_deref(), "\"https://willow.example\"");
		self.note("Boot nodes besides the validators' own addresses.", "除验证人自己的地址以外的引导节点：");
		let nodes = (!config.boot_nodes.is_empty()).then(|| config.boot_nodes.clone());
		self.set_or("boot_nodes", nodes, "[\"/dns/node.example/tcp/30333/p2p/12D3…\"]");
		self.note(
			"For trials: blocks on request (--sealing), and all keys made here if there are no lines.",
			"试用：可按请求出块（--sealing）；没有密钥行时在此生成全部密钥。",
		);
		self.set_or("trial", config.trial.then_some(true), "true");
		if config.charge.as_ref().is_some_and(Vec::is_empty) {
			self.note("The chain starts without charges.", "开始时没有收费项目。");
			self.line("charge = []");
		}
	}

	fn roster(&mut self, config: &Config) {
		let roster = &config.roster;
		self.section("[roster]");
		self.note(
			"Units and owners (docs/rosters.md), from the folder of this file.",
			"房屋与业主名册（docs/rosters.zh-CN.md），路径从本文件所在的文件夹算起。",
		);
		self.set("file", roster.file.display().to_string());
		self.note(
			"A name on several units: \"one\" owner, or \"several\" people.",
			"多套房屋上的同一姓名：\"one\"（同一业主）或 \"several\"（不同的人）。",
		);
		self.set_or("same_name", roster.same_name.as_deref(), "\"one\"");
		self.note("Or the column that tells owners of one name apart.", "或者用某一列区分同名业主：");
		self.set_or("owner_key", roster.owner_key.as_deref(), "\"身份证后四位\"");
		self.note("The warnings were read, and the roster is right.", "提示已经看过，名册无误。");
		self.set_or("confirm_warnings", roster.confirm_warnings.then_some(true), "true");
		self.section(if roster.column.is_empty() { "# [roster.column]" } else { "[roster.column]" });
		self.note("Which column is what, where the header leaves it open.", "表头不明确时，哪一列是什么：");
		for (field, header) in &roster.column {
			self.set(field, header.as_str());
		}
		if roster.column.is_empty() {
			self.line("# area_m2 = \"建筑面积\"");
		}
	}

	fn pots(&mut self, config: &Config, law: &Law) {
		let names: Vec<_> = law.pots.iter().map(|pot| pot.name.as_str()).collect();
		let list = names.join(self.language.pick(", ", "、"));
		self.line("");
		self.note(
			&format!("The pots of the chain: {list}. Another one, or another name: [[pot]] with kind \"operating\",\n\"repair\", \"common-income\" or \"other\"."),
			&format!("链上的专项账目：{list}。增加或改名用 [[pot]]，kind 为 \"operating\"、\"repair\"、\n\"common-income\" 或 \"other\"。"),
		);
		for pot in &config.pot {
			self.section("[[pot]]");
			self.set("kind", pot.kind.as_str());
			self.set("name", pot.name.as_str());
		}
	}

	fn charges(&mut self, config: &Config) {
		self.line("");
		self.note(
			"The charges, one [[charge]] each (docs/samples/charges.toml). Without any, those of the law pack.",
			"收费项目，每项一个 [[charge]]（docs/samples/charges.toml）。不写则为法规包自带的。",
		);
		self.note(
			"What a charge can have besides (docs/config.md):\n\
			 \x20 discount = \"2%\", discount_days = 10: 2% less if a bill is paid in full within 10 days of issue.\n\
			 \x20 tiers = [{ above = \"15\", rate = \"4.20\" }]: with basis \"metered\", what is used in a month beyond 15 m³ or kWh.\n\
			 \x20 basis = \"shared-meter\", meter = \"Z-01\", by = \"area\": what that meter of a common part shows beyond the\n\
			 \x20 meters below it, apportioned by area, or the same for each unit: by = \"unit\".",
			"收费项目还可以写（docs/config.zh-CN.md）：\n\
			 \x20 discount = \"2%\"、discount_days = 10：出账后 10 日内全额缴清的，优惠 2%。\n\
			 \x20 tiers = [{ above = \"15\", rate = \"4.20\" }]：basis 为 \"metered\" 时，每月用量超过 15 立方米（或千瓦时）部分的费率。\n\
			 \x20 basis = \"shared-meter\"、meter = \"Z-01\"、by = \"area\"：公共部位该表超出其下各分表的用量，按面积分摊；\n\
			 \x20 按户平均分摊写 by = \"unit\"。",
		);
		let Some(charges) = config.charge.as_ref().filter(|charges| !charges.is_empty()) else { return };
		let list = Table::from_iter([("charge".to_owned(), Value::Array(charges.clone()))]);
		// Infallible: it was read from TOML, or made of texts and numbers.
		let text = toml::to_string(&list).unwrap_or_default();
		self.line("");
		self.text += &text;
	}

	fn parameters(&mut self, config: &Config, law: &Law) {
		self.line("");
		self.note(
			"What differs from the law pack. Each line shows the present value; remove # to change it. What the law\n\
			 forbids is refused.",
			"与法规包不同之处。每行是现在的值；去掉 # 即可更改。法律不允许的会被拒绝。",
		);
		let mut section = None;
		self.section("[parameters]");
		for key in law.keys() {
			let (of, name) = key.split_once('.').map_or((None, key.as_str()), |(of, name)| (Some(of), name));
			if of != section.as_deref() {
				section = of.map(str::to_owned);
				self.section(&format!("[parameters.{}]", of.unwrap_or_default()));
				let [english, chinese] = about_section(of.unwrap_or_default());
				self.note(english, chinese);
			}
			let given = match of {
				None => config.parameters.get(name),
				Some(of) => config.parameters.get(of).and_then(|section| section.get(name)),
			};
			let value = given.cloned().or_else(|| law.get(&key).map(|setting| setting.toml()));
			let [english, chinese] = about(&key);
			let mut about = self.language.pick(english, chinese).to_owned();
			if let Some(limit) = law.limits().find(|limit| limit.key == key) {
				let law = self.language.pick(limit.law[0], limit.law[1]);
				about += &match self.language {
					Language::English => format!("; {law}: {}", limit.bound.text(self.language)),
					Language::Chinese => format!("；{law}：{}", limit.bound.text(self.language)),
				};
			}
			let mark = if given.is_some() { "" } else { "# " };
			self.line(format_args!("{mark}{name} = {}  # {about}", value.unwrap_or(Value::Boolean(false))));
		}
	}

	fn keys(&mut self, config: &Config) {
		let keys = &config.keys;
		self.section("[keys]");
		self.note(
			"Lines of public keys. Each holder makes their own, on their own machine, and sends the line:\n\
			 linli-node community join-key validator | registrar | manager | cashier | auditor | bootstrap.\n\
			 Nothing secret stands here.",
			"公钥行。各人在自己的机器上生成密钥，把打印出的一行发来：\n\
			 linli-node community join-key validator（验证人）| registrar（登记员）| manager（物业服务人）|\n\
			 cashier（出纳）| auditor（审计员）| bootstrap（引导密钥）。此处没有秘密。",
		);
		match keys.validators.as_slice() {
			[] => self.line("# validators = [\"linli-keys-v2 validator account=…\"]"),
			lines => {
				self.line("validators = [");
				for line in lines {
					self.line(format_args!("  {},", Value::from(line.as_str())));
				}
				self.line("]");
			}
		}
		for (role, line) in keys.officers() {
			let name = role_name(role);
			self.set_or(name, line.as_deref(), &format!("\"linli-keys-v2 {name} account=…\""));
		}
		self.set_or("bootstrap", keys.bootstrap.as_deref(), "\"linli-keys-v2 bootstrap account=…\"");
		self.note(
			"Instead of lines: all keys are made here. The person who makes the chain then holds everybody's, until they\n\
			 are handed over and deleted.",
			"不用公钥行：在此生成全部密钥；交付之前，建链的人持有所有人的密钥。",
		);
		self.set_or("make_keys", keys.make_keys.then_some(true), "true");
	}

	fn opening(&mut self, config: &Config) {
		self.line("");
		self.note(
			"A community with a past: the files of its opening balances, and the totals that the office signs.",
			"有历史账目的小区：期初数的文件，以及物业签字确认的总额。",
		);
		let Some(opening) = &config.opening else {
			for line in [
				"[opening]",
				"date = \"2026-12-01\"",
				"banks = \"banks.xlsx\"",
				"pots = \"pots.xlsx\"",
				"repair = \"repair.xlsx\"",
				"arrears = \"arrears.xlsx\"",
				"prepayments = \"prepayments.xlsx\"",
				"meters = \"meters.xlsx\"",
				"[opening.totals]",
				"banks = \"0.00\"",
				"pots = \"0.00\"",
				"repair = \"0.00\"",
				"undistributed = \"0.00\"",
				"arrears = \"0.00\"",
				"prepayments = \"0.00\"",
			] {
				self.line(format_args!("# {line}"));
			}
			return;
		};
		self.section("[opening]");
		self.set("date", opening.date.as_str());
		for (key, file) in [
			("banks", &opening.banks),
			("pots", &opening.pots),
			("repair", &opening.repair),
			("arrears", &opening.arrears),
			("prepayments", &opening.prepayments),
			("meters", &opening.meters),
		] {
			if let Some(file) = file {
				self.set(key, file.display().to_string());
			}
		}
		self.section("[opening.totals]");
		let totals = &opening.totals;
		for (key, total) in [
			("banks", &totals.banks),
			("pots", &totals.pots),
			("repair", &totals.repair),
			("undistributed", &totals.undistributed),
			("arrears", &totals.arrears),
			("prepayments", &totals.prepayments),
		] {
			if let Some(total) = total {
				self.set(key, total.as_str());
			}
		}
	}

	fn tickets(&mut self) {
		self.section("[tickets]");
		self.note(
			"Not yet: tickets of a new chain are valid until they are used.",
			"尚未实现：新链的凭证在使用之前一直有效。",
		);
		self.line("# expiry_days = 90");
		self.note("Not yet: the ticket alone is enough to join.", "尚未实现：目前只凭凭证即可绑定。");
		self.line("# second_factor = \"area\"");
	}
}

/// A key as TOML has it: in quotation marks if it must be.
fn key_text(key: &str) -> String {
	let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
	match !key.is_empty() && key.chars().all(bare) {
		true => key.into(),
		false => Value::from(key).to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{
		charges,
		config::{
			opening::{OpeningFiles, OpeningTotals},
			read::parse,
			KeyLines, Pot, RosterFile,
		},
	};
	use std::path::Path;

	fn full() -> Config {
		let roster = RosterFile {
			file: "业主 \"2026\".xlsx".into(),
			column: [("area_m2".to_owned(), "建筑面积".to_owned())].into(),
			owner_key: None,
			same_name: Some("several".into()),
			confirm_warnings: true,
		};
		let section = |key: &str, value: Value| Table::from_iter([(key.to_owned(), value)]);
		let mut parameters = section("petition_share", "1/10".into());
		parameters.insert("ordinary".into(), section("notice_days", 20.into()).into());
		Config {
			currency: Some("EUR".into()),
			portal: Some("https://willow.example".into()),
			trial: true,
			boot_nodes: vec!["/dns/a.example/tcp/1".into()],
			parameters,
			pot: vec![Pot { kind: "other".into(), name: "花园 \\ 二期".into(), opening: None }],
			charge: Some(charges::list(charges::DEFAULT).unwrap()),
			keys: KeyLines {
				validators: vec!["one".into(), "two".into()],
				cashier: Some("three".into()),
				..KeyLines::default()
			},
			opening: Some(OpeningFiles {
				date: "2026-12-01".into(),
				pots: Some("期初 1.xlsx".into()),
				meters: Some("meters.csv".into()),
				totals: OpeningTotals { pots: Some("1,204.50".into()), ..OpeningTotals::default() },
				..OpeningFiles::default()
			}),
			..Config::new("云溪\u{200b}小区", roster)
		}
	}

	#[test]
	fn what_is_written_reads_back_in_both_languages() {
		let minimal = Config::new("x", RosterFile { file: "r.csv".into(), ..RosterFile::default() });
		let none = Config { charge: Some(Vec::new()), ..minimal.clone() };
		for config in [full(), minimal, none] {
			for language in [Language::English, Language::Chinese] {
				let law = Law::of_pack(&config.rules).unwrap().unwrap();
				let text = text(&config, &law, language);
				let (read, _) =
					parse(Path::new("community.toml"), &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
				assert_eq!(read, Config { parameters: read.parameters.clone(), ..config.clone() }, "{text}");
				for (key, value) in &config.parameters {
					assert_eq!(read.parameters.get(key), Some(value), "{text}");
				}
			}
		}
	}

	/// Every commented parameter is right as it stands: without its mark, nothing changes.
	#[test]
	fn comments_show_present_values() {
		for id in linli_runtime::genesis::law_packs() {
			let config = Config {
				rules: id.into(),
				..Config::new("x", RosterFile { file: "r.csv".into(), ..RosterFile::default() })
			};
			let law = Law::of_pack(id).unwrap().unwrap();
			let text = text(&config, &law, Language::English);
			let (before, rest) = text.split_once("[parameters]\n").unwrap();
			let (parameters, after) = rest.split_once("[keys]\n").unwrap();
			let marked = |line: &str| match line.strip_prefix("# ") {
				Some(rest) if rest.contains(" = ") => rest.to_owned() + "\n",
				_ => line.to_owned() + "\n",
			};
			let parameters: String = parameters.lines().map(marked).collect();
			let text = format!("{before}[parameters]\n{parameters}[keys]\n{after}");
			let (read, source) = parse(Path::new("community.toml"), &text).unwrap();
			let same = read.law(&source).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>());
			assert_eq!(same.unwrap().genesis(), law.genesis(), "{id}");
		}
	}
}
