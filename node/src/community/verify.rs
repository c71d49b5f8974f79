// SPDX-License-Identifier: GPL-3.0-or-later

//! `community verify`: compares lines of keys with the finished chain, before it starts.

use super::{
	chain_facts::ChainFacts,
	errors::CommunityError,
	findings::{Compared, Finding},
	input,
	key_args::{self, KeysError},
	key_line::KeyLine,
	locale::{either, language},
};
use linli_roster::Language;
use std::path::PathBuf;

/// Compare your line of keys with the finished chain.
///
/// Says for each key on the line whether the chain specification holds it, and in which office; who holds the other
/// offices; the genesis hash, which each node logs; and a fingerprint of the file in forty digits, for all to read to
/// each other: the same digits mean the same chain. Ends with an error if anything is wrong. Starts nothing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct VerifyCmd {
	/// The chain: chain-spec-raw.json, as the person who made the chain hands it out.
	#[arg(long, value_name = "FILE")]
	spec: PathBuf,

	/// A line of public keys, as `community join-key` printed it. Can be given several times.
	#[arg(long = "line", value_name = "LINE")]
	lines: Vec<String>,

	/// A text file of such lines, such as the line.txt that `community join-key` wrote.
	#[arg(long = "keys", value_name = "FILE")]
	file: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  linli-node community verify --spec chain-spec-raw.json --keys keys/line.txt
      As a validator or an officer, in the folder in which the keys were made.

  linli-node community verify --spec willow/chain-spec-raw.json --keys lines.txt
      As the person who made the chain, with everybody's lines.";

/// What is said where there is no line to compare.
const UNCHECKED: [&str; 2] = [
	"Not checked: whether your own keys are in this chain, since no line was given. Give yours by --keys keys/line.txt or \
	--line LINE.",
	"未核对：没有给出公钥行，不知道您的密钥是否在这条链中。请用 --keys keys/line.txt 或 --line 给出您的公钥行。",
];

impl VerifyCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		let lines = self.lines()?;
		let facts = ChainFacts::read(&self.spec)?;
		let language = language();
		let compared = Compared { holders: &facts.holders, boot_nodes: &facts.boot_nodes, language };
		println!("{}", facts.text(language));
		if lines.is_empty() {
			println!("\n{}", language.pick(UNCHECKED[0], UNCHECKED[1]));
		}
		let mut wrong = 0;
		let mut say = |head: String, findings: Vec<Finding>| {
			println!("\n{head}");
			for Finding { right, text } in findings {
				wrong += usize::from(!right);
				println!("  {}  {text}", mark(right, language));
			}
		};
		for line in &lines {
			let name = line.purpose().text(language);
			let head = match language {
				Language::English => format!("The line of {name}:"),
				Language::Chinese => format!("{name}的公钥行："),
			};
			say(head, compared.findings(line));
		}
		let findings = facts.findings(language);
		if !findings.is_empty() {
			let head = match language {
				Language::English => "The chain:",
				Language::Chinese => "链本身：",
			};
			say(head.into(), findings);
		}
		if wrong > 0 {
			return Err(CommunityError::Verified { file: self.spec.clone(), wrong });
		}
		Ok(())
	}

	/// The lines given, those of the options before those of the file.
	fn lines(&self) -> Result<Vec<KeyLine>, CommunityError> {
		let parse = |place: String, text: &str| {
			KeyLine::parse(text).map_err(|error| CommunityError::from(KeysError::Line { place, error }))
		};
		let language = language();
		let place =
			|number: usize| either(language, format!("--line, number {number}"), format!("第 {number} 个 --line"));
		let options = (1..).zip(&self.lines).map(|(number, line)| parse(place(number), line));
		let mut lines = options.collect::<Result<Vec<_>, _>>()?;
		if let Some(path) = &self.file {
			let bytes = input::read(path)?;
			for (number, line) in key_args::lines(input::text(path, &bytes)?) {
				lines.push(parse(key_args::place_in(path, number, language), line)?);
			}
		}
		Ok(lines)
	}
}

fn mark(right: bool, language: Language) -> &'static str {
	match (language, right) {
		(Language::English, true) => "right",
		(Language::English, false) => "WRONG",
		(Language::Chinese, true) => "正确",
		(Language::Chinese, false) => "有误",
	}
}

#[cfg(test)]
#[path = "tests/verify.rs"]
mod tests;
