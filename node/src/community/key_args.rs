// SPDX-License-Identifier: GPL-3.0-or-later

//! The options of `community new` that say whose keys the chain is made of.

use super::{
	boot_nodes,
	errors::CommunityError,
	input,
	key_line::{KeyLine, KeyLineError, PublicKey, Purpose, ValidatorKeys, Wanted},
	keys::{Keys, PublicKeys, ROLES},
	locale::{either, language},
};
use linli_primitives::Role;
use linli_roster::Language;
use sc_network::config::MultiaddrWithPeerId;
use std::{
	fmt,
	path::{Path, PathBuf},
};

/// Whose keys the chain is made of.
#[derive(Debug, Default, Clone, clap::Args)]
pub struct KeyArgs {
	/// A validator's line of public keys, as `community join-key validator` printed it on its machine. Once for each.
	///
	/// The line's addresses become boot nodes of the chain.
	#[arg(long = "validator", value_name = "LINE")]
	validators: Vec<String>,

	/// An officer's line, as `community join-key` printed it for their role on the officer's machine: registrar,
	/// manager, cashier or auditor. The line names the role. Once for each.
	#[arg(long = "officer", value_name = "LINE")]
	officers: Vec<String>,

	/// The line of the bootstrap key, as `community join-key bootstrap` printed it.
	#[arg(long, value_name = "LINE")]
	bootstrap: Option<String>,

	/// A text file of such lines, in any order. Empty lines and lines that begin with # are ignored.
	#[arg(long = "keys", value_name = "FILE")]
	file: Option<PathBuf>,

	/// Make all keys here: of one validator, of all officers, and the bootstrap key. The person who makes the chain
	/// then holds everybody's keys, until they are handed over and deleted. --trial does the same if no lines are
	/// given.
	#[arg(long, conflicts_with_all = ["validators", "officers", "bootstrap", "file"])]
	make_keys: bool,
}

/// The keys of a chain.
pub enum KeySource {
	/// Made here, with their secrets.
	Made(Box<Keys>),
	/// Made by their holders.
	Given(PublicKeys),
}

impl KeySource {
	/// The public keys.
	pub fn public(&self) -> PublicKeys {
		match self {
			Self::Made(keys) => keys.public(),
			Self::Given(keys) => keys.clone(),
		}
	}

	/// The secrets, if they were made here.
	pub fn made(&self) -> Option<&Keys> {
		match self {
			Self::Made(keys) => Some(keys),
			Self::Given(_) => None,
		}
	}
}

/// Why keys cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeysError {
	/// Keys are missing.
	Missing(Vec<Purpose>),
	/// A line is refused.
	Line {
		/// Where it stands.
		place: String,
		/// The reason.
		error: KeyLineError,
	},
	/// Two lines are for the same office.
	Again {
		/// Where the second stands.
		place: String,
		/// The office or key.
		purpose: Purpose,
		/// Where the first stands.
		first: String,
	},
	/// A line is the same as an earlier one.
	Same {
		/// Where the second stands.
		place: String,
		/// Where the first stands.
		first: String,
	},
	/// A key of a line stands on an earlier one, too.
	Shared {
		/// Where the second stands.
		place: String,
		/// The key's name.
		key: &'static str,
		/// Where the first stands.
		first: String,
		/// What the first is for.
		purpose: Purpose,
	},
	/// A validator has an address of an earlier one.
	SameAddress {
		/// Where the second stands.
		place: String,
		/// The address.
		address: String,
		/// Where the first stands.
		first: String,
	},
	/// All keys are to be made here, and there are lines.
	MadeBesideLines {
		/// Where it says so.
		place: String,
	},
	/// An address cannot be a boot node.
	BootNode {
		/// The address.
		address: String,
		/// The reason.
		reason: String,
	},
}

impl KeysError {
	/// The reason in words.
	pub fn text(&self, language: Language) -> String {
		let say = |english: String, chinese: String| either(language, english, chinese);
		match self {
			Self::Missing(purposes) => {
				let names = purposes.iter().map(|purpose| missing(*purpose, language)).collect::<Vec<_>>();
				let names = names.join(language.pick(", ", "、"));
				say(
					format!(
						"the keys of {names} are missing. Each holder makes their own: run `linli-node community join-key \
						validator` on a validator's machine, with registrar, manager, cashier or auditor in place of validator on \
						an officer's, and with bootstrap for the bootstrap key; each prints one line. Give the lines by --validator \
						LINE, --officer LINE and --bootstrap LINE, in a file by --keys FILE, or under [keys] in community.toml. To \
						try things out, --trial (`trial = true` in community.toml) makes all keys here; --make-keys does so for a \
						chain to keep, and the person who makes it then holds everybody's keys"
					),
					format!(
						"缺少以下密钥：{names}。各人自行生成：在验证人的机器上运行 linli-node community join-key validator；任职人员在自己的\
						电脑上运行时把 validator 换成 registrar（登记员）、manager（物业服务人）、cashier（出纳）或 auditor（审计员），引导密钥\
						用 bootstrap；每次打印一行公钥。公钥行用 --validator、--officer、--bootstrap 给出，或写入文件用 --keys 给出，或写在 \
						community.toml 的 [keys] 中。试用时可用 --trial（community.toml 中为 trial = true）在此生成全部密钥；正式的链可用 \
						--make-keys，但建链的人会持有所有人的密钥"
					),
				)
			}
			Self::Line { place, error } => {
				let error = error.text(language);
				say(format!("{place}: {error}"), format!("{place}：{error}"))
			}
			Self::Again { place, purpose, first } => {
				let name = purpose.text(language);
				say(
					format!("{place}: {name} was given before ({first}); expected one line"),
					format!("{place}：{name}的公钥行已经给出（{first}）；应只有一行"),
				)
			}
			Self::Same { place, first } => say(
				format!("{place}: the same line as {first}; expected each line once"),
				format!("{place}：与{first}是同一行；每行只应出现一次"),
			),
			Self::Shared { place, key, first, purpose } => {
				let (name, holder) = (key_name(key, language), purpose.text(language));
				let first = match first.contains(&holder) {
					true => first.clone(),
					false => either(language, format!("{first} ({holder})"), format!("{first}（{holder}）")),
				};
				say(
					format!(
						"{place}: it has the same {name} as {first}; expected keys of their own for each: was one folder of keys \
						copied to two machines?"
					),
					format!("{place}：其中的{name}与{first}相同；各人的密钥应各不相同：是不是把同一个密钥文件夹复制到了两台机器上？"),
				)
			}
			Self::SameAddress { place, address, first } => say(
				format!(
					"{place}: its address {address} is that of {first}, too, and only one node answers there; expected an \
					address or port of its own for each validator"
				),
				format!("{place}：地址 {address} 与{first}相同，而那里只有一个节点应答；每个验证人应有自己的地址或端口"),
			),
			Self::MadeBesideLines { place } => say(
				format!(
					"{place}: found `make_keys = true` beside lines of keys; expected one of the two: remove `make_keys = true` \
					if everybody made their own keys, or all lines under [keys] if all keys are to be made here"
				),
				format!(
					"{place}：既有 make_keys = true，又有公钥行；只能选一种：各人已自行生成密钥的，删除 make_keys = true；要在此生成全部\
					密钥的，删除 [keys] 中的所有公钥行"
				),
			),
			Self::BootNode { address, reason } => say(
				format!("the boot node {address} cannot be used: {reason}"),
				format!("引导节点 {address} 不能使用：{reason}"),
			),
		}
	}
}

/// The holder whose keys are missing, in a list.
fn missing(purpose: Purpose, language: Language) -> String {
	match (purpose, language) {
		(Purpose::Validator, Language::English) => "at least one validator".into(),
		(Purpose::Validator, Language::Chinese) => "至少一个验证人".into(),
		(Purpose::Office(_) | Purpose::Bootstrap, _) => purpose.text(language),
	}
}

/// A key of a line, in words.
fn key_name(key: &str, language: Language) -> &str {
	match key {
		"aura" => language.pick("block key (aura)", "出块密钥（aura）"),
		"grandpa" => language.pick("finality key (grandpa)", "终局性密钥（grandpa）"),
		"network" => language.pick("network key", "网络密钥"),
		"account" => language.pick("account", "账户"),
		other => other,
	}
}

impl std::error::Error for KeysError {}

impl fmt::Display for KeysError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text(language()))
	}
}

impl KeyArgs {
	/// All keys made here, as for trials.
	#[cfg(test)]
	pub fn made_here() -> Self {
		Self { make_keys: true, ..Self::default() }
	}

	/// Whether no line is given.
	pub fn is_empty(&self) -> bool {
		self.validators.is_empty() && self.officers.is_empty() && self.bootstrap.is_none() && self.file.is_none()
	}

	/// Whether none of these options is given.
	pub fn is_absent(&self) -> bool {
		self.is_empty() && !self.make_keys
	}

	/// The keys: those given or, if that was asked for, fresh ones.
	pub fn resolve(&self, trial: bool) -> Result<KeySource, CommunityError> {
		if self.is_empty() && (trial || self.make_keys) {
			return Ok(KeySource::Made(Box::new(Keys::fresh())));
		}
		let Some(path) = &self.file else { return Ok(KeySource::Given(self.given(None)?)) };
		let bytes = input::read(path)?;
		Ok(KeySource::Given(self.given(Some((path, input::text(path, &bytes)?)))?))
	}

	/// The keys of all lines, those of the options before those of the file.
	fn given(&self, file: Option<(&Path, &str)>) -> Result<PublicKeys, KeysError> {
		let mut collected = Collected::default();
		let language = language();
		let numbered = |option: &str, number: usize| {
			either(language, format!("{option}, number {number}"), format!("第 {number} 个 {option}"))
		};
		for (number, line) in (1..).zip(&self.validators) {
			collected.add(numbered("--validator", number), line, Some(Wanted::Of(Purpose::Validator)))?;
		}
		for (number, line) in (1..).zip(&self.officers) {
			collected.add(numbered("--officer", number), line, Some(Wanted::OfAnOfficer))?;
		}
		if let Some(line) = &self.bootstrap {
			collected.add("--bootstrap".into(), line, Some(Wanted::Of(Purpose::Bootstrap)))?;
		}
		if let Some((path, text)) = file {
			for (number, line) in lines(text) {
				collected.add(place_in(path, number, language), line, None)?;
			}
		}
		collected.finish()
	}
}

/// A line of a file, in words.
pub fn place_in(path: &Path, number: usize, language: Language) -> String {
	let path = path.display();
	either(language, format!("{path}, line {number}"), format!("{path} 第 {number} 行"))
}

/// The lines of a file with their numbers, without comments.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
	(1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The keys read so far.
#[derive(Clone, Default)]
pub struct Collected {
	/// The validators', in order of their lines.
	pub validators: Vec<ValidatorKeys>,
	/// The officers' accounts.
	pub roles: Vec<(Role, PublicKey)>,
	/// The bootstrap key.
	pub bootstrap: Option<PublicKey>,
	/// The lines, each with its place.
	pub lines: Vec<(String, KeyLine)>,
}

impl Collected {
	/// Adds the keys of a line. `wanted`: which lines belong here, if not all. Nobody holds two offices or runs two
	/// validators with one key.
	pub fn add(&mut self, place: String, text: &str, wanted: Option<Wanted>) -> Result<(), KeysError> {
		let line = match (KeyLine::parse(text), wanted) {
			(Ok(line), Some(expected)) if !expected.takes(line.purpose()) => {
				Err(KeyLineError::Purpose { found: line.purpose(), expected })
			}
			(line, _) => line,
		};
		let line = match line {
			Ok(line) => line,
			Err(error) => return Err(KeysError::Line { place, error }),
		};
		self.distinct(&place, &line)?;
		match &line {
			KeyLine::Validator(keys) => self.validators.push(keys.clone()),
			KeyLine::Officer(role, account) => self.roles.push((*role, *account)),
			KeyLine::Bootstrap(account) => self.bootstrap = Some(*account),
		}
		self.lines.push((place, line));
		Ok(())
	}

	/// Refuses a line that was given before, is for an office that has one, or shares a key or an address with another.
	fn distinct(&self, place: &str, line: &KeyLine) -> Result<(), KeysError> {
		let (place, purpose) = (place.to_owned(), line.purpose());
		if let Some((first, _)) = self.lines.iter().find(|(_, earlier)| earlier == line) {
			return Err(KeysError::Same { place, first: first.clone() });
		}
		let of_one = |earlier: &KeyLine| purpose != Purpose::Validator && earlier.purpose() == purpose;
		if let Some((first, _)) = self.lines.iter().find(|(_, earlier)| of_one(earlier)) {
			return Err(KeysError::Again { place, purpose, first: first.clone() });
		}
		for (first, earlier) in &self.lines {
			let taken = earlier.keys();
			let shared = line.keys().into_iter().find(|key| taken.contains(key));
			if let Some((key, ..)) = shared {
				return Err(KeysError::Shared { place, key, first: first.clone(), purpose: earlier.purpose() });
			}
		}
		let nodes = boot_nodes_of(line);
		for (first, earlier) in &self.lines {
			let taken = boot_nodes_of(earlier);
			let same = nodes.iter().find(|node| taken.iter().any(|other| other.multiaddr == node.multiaddr));
			if let Some(node) = same {
				let (address, first) = (node.multiaddr.to_string(), first.clone());
				return Err(KeysError::SameAddress { place, address, first });
			}
		}
		Ok(())
	}

	/// The keys of a chain, if none is missing.
	pub fn finish(mut self) -> Result<PublicKeys, KeysError> {
		let mut missing = Vec::new();
		if self.validators.is_empty() {
			missing.push(Purpose::Validator);
		}
		let vacant = ROLES.into_iter().filter(|role| !self.roles.iter().any(|(taken, _)| taken == role));
		missing.extend(vacant.map(Purpose::Office));
		let Some(bootstrap) = self.bootstrap else {
			missing.push(Purpose::Bootstrap);
			return Err(KeysError::Missing(missing));
		};
		if !missing.is_empty() {
			return Err(KeysError::Missing(missing));
		}
		// In the order in which the chain and its papers name them.
		self.roles.sort_by_key(|(role, _)| ROLES.iter().position(|one| one == role));
		Ok(PublicKeys { validators: self.validators, roles: self.roles, bootstrap })
	}
}

/// The boot nodes that a line makes. What is wrong with an address is said when all of them are known.
fn boot_nodes_of(line: &KeyLine) -> Vec<MultiaddrWithPeerId> {
	match line {
		KeyLine::Validator(keys) => boot_nodes::of_validators(std::slice::from_ref(keys), true).unwrap_or_default(),
		KeyLine::Officer(..) | KeyLine::Bootstrap(_) => Vec::new(),
	}
}

#[cfg(test)]
#[path = "tests/key_args.rs"]
mod tests;
