// SPDX-License-Identifier: GPL-3.0-or-later

//! Mistakes on the command line, in Chinese where the locale is. What the parser says is made of a kind and of the
//! words that it concerns; kinds without words here keep its English.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The error as a message in Chinese; `None` if it is no mistake (`--help`), or one that has no words here.
pub fn in_chinese(error: &Error) -> Option<String> {
	let argument = || text(error, ContextKind::InvalidArg).unwrap_or_default();
	let value = || text(error, ContextKind::InvalidValue).unwrap_or_default();
	let said = match error.kind() {
		ErrorKind::UnknownArgument => format!("没有选项或参数 {}", argument()),
		ErrorKind::InvalidSubcommand => {
			format!("没有命令 {}", text(error, ContextKind::InvalidSubcommand).unwrap_or_default())
		}
		ErrorKind::InvalidValue if value().is_empty() => format!("{} 需要一个值", argument()),
		ErrorKind::InvalidValue => format!("{} 的值 {} 无效", argument(), value()),
		ErrorKind::ValueValidation => {
			let cause = std::error::Error::source(error).map(|cause| format!("：{cause}")).unwrap_or_default();
			format!("{} 的值 {} 无效{cause}", argument(), value())
		}
		ErrorKind::MissingRequiredArgument => format!("缺少 {}", argument()),
		ErrorKind::ArgumentConflict => match text(error, ContextKind::PriorArg) {
			Some(prior) if prior != argument() => format!("{} 不能与 {prior} 一起使用", argument()),
			_ => format!("{} 只能写一次", argument()),
		},
		ErrorKind::TooManyValues => format!("{} 的值太多：{}", argument(), value()),
		ErrorKind::MissingSubcommand => "缺少命令".into(),
		_ => return None,
	};
	let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand].into_iter().find_map(|kind| text(error, kind));
	let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand]
		.into_iter()
		.find_map(|kind| text(error, kind));
	let mut lines = vec![format!("错误：{said}")];
	lines.extend(meant.map(|meant| format!("  是否想写：{meant}")));
	lines.extend(valid.map(|valid| format!("  可用：{valid}")));
	lines.extend(text(error, ContextKind::Usage).map(|usage| usage.replacen("Usage:", "用法：", 1)));
	lines.push("  加 --help 可查看说明。".into());
	Some(lines.join("\n"))
}

/// What the error says of this kind, if anything.
fn text(error: &Error, kind: ContextKind) -> Option<String> {
	let text = match error.get(kind)? {
		ContextValue::Strings(words) => words.join("、"),
		ContextValue::StyledStrs(words) => words.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
		ContextValue::None => return None,
		other => other.to_string(),
	};
	(!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{cli::Cli, community::help};
	use clap::CommandFactory;
	use sc_cli::SubstrateCli;

	fn said(arguments: &[&str]) -> Option<String> {
		let command = help::in_chinese(Cli::setup_command(Cli::command()));
		in_chinese(&command.try_get_matches_from([&["linli-node"], arguments].concat()).unwrap_err())
	}

	#[test]
	fn mistakes_are_named_in_chinese() {
		for (arguments, expected) in [
			(&["community", "new", "--roser", "a.csv"][..], &["没有选项或参数 --roser", "--roster"][..]),
			(&["community", "nex"], &["没有命令 nex", "new"]),
			(&["community", "verify"], &["缺少 ", "--spec"]),
			(&["community", "new", "--roster"], &["--roster", "需要一个值"]),
			(&["community", "check", "--same-name", "two"], &["--same-name", "two 无效", "one"]),
			(&["community", "new", "--name", "a", "--name", "b"], &["--name", "只能写一次"]),
		] {
			let said = said(arguments).unwrap();
			for part in expected {
				assert!(said.contains(part), "{arguments:?}: {said}");
			}
			assert!(said.starts_with("错误：") && said.ends_with("加 --help 可查看说明。"), "{said}");
			assert!(!said.contains("Usage") && !said.contains("error"), "{said}");
		}
	}

	#[test]
	fn help_is_no_mistake() {
		assert_eq!(said(&["community", "new", "--help"]), None);
	}
}
