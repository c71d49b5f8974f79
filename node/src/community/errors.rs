// SPDX-License-Identifier: GPL-3.0-or-later

//! Errors of the commands of `community`. Each message says where the mistake is, what was found and what was expected.

use super::{
	config::error::ConfigError,
	currency::Refused,
	invitations::InvitationsError,
	key_args::KeysError,
	locale::{either, language},
};
use linli_roster::{Language, MarkError, Report};
use std::{
	fmt, io,
	path::{Path, PathBuf},
};

/// What could not be done to a file or folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
	/// It could not be read.
	Read,
	/// It could not be written.
	Write,
	/// It could not be made.
	Make,
	/// It could not be closed to others.
	Close,
}

/// The reasons why a command fails. In each case nothing is left behind.
pub enum CommunityError {
	/// The roster has mistakes, raises questions, or has warnings that were not confirmed.
	Roster {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// All that was found.
		report: Box<Report>,
	},
	/// `check` found something; it was printed already.
	Checked {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// How many mistakes.
		mistakes: usize,
		/// How many questions that no option answers.
		questions: usize,
	},
	/// No marked copy of the roster could be made.
	Mark {
		/// The roster as it was named on the command line.
		file: PathBuf,
		/// The cause.
		error: MarkError,
	},
	/// The file of charges has a mistake.
	Charges {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// The mistake.
		error: ChargesError,
	},
	/// A file or folder could not be read or written.
	Io {
		/// The action that failed.
		action: Action,
		/// The file or folder.
		path: PathBuf,
		/// The system's error.
		error: io::Error,
	},
	/// A file is no text in UTF-8.
	NotText {
		/// The file.
		path: PathBuf,
		/// Where it is none.
		error: std::str::Utf8Error,
	},
	/// An option is missing.
	OptionMissing(&'static str),
	/// A file of the opening has mistakes.
	Opening {
		/// The file.
		file: PathBuf,
		/// Each mistake in words.
		mistakes: Vec<String>,
	},
	/// A mistake in `community.toml`.
	Config(ConfigError),
	/// Several mistakes, each on a line of its own.
	Several(Vec<CommunityError>),
	/// `check --config` found something; it was printed already.
	ConfigChecked {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// How many mistakes.
		mistakes: usize,
	},
	/// A question could not be asked.
	Terminal(String),
	/// The wizard was left.
	Stopped,
	/// The community's name cannot be used.
	Name {
		/// Where it stands.
		place: String,
		/// The name given.
		found: String,
	},
	/// The currency is none of ISO 4217.
	Currency {
		/// Where it stands.
		place: String,
		/// The code given.
		found: String,
		/// Why it is refused.
		refused: Refused,
	},
	/// There is no law pack of that name.
	Rules {
		/// Where it stands.
		place: String,
		/// The name given.
		found: String,
		/// The available names.
		known: String,
	},
	/// The output folder exists and is not empty.
	OutputExists(PathBuf),
	/// The folder for lists exists and is not empty.
	FolderExists(PathBuf),
	/// The folder of keys exists and is not empty.
	KeysExist(PathBuf),
	/// The invitations were printed before.
	InvitationsExist(PathBuf),
	/// The marked copy exists.
	MarkedCopyExists(PathBuf),
	/// A file exists that would have to be new.
	FileExists(PathBuf),
	/// No folder can be created at the path.
	OutputPath(PathBuf),
	/// The program holds no runtime, or one that cannot be run.
	Runtime(String),
	/// The law pack of this binary is unusable: a bug, not a mistake of the user.
	LawPack {
		/// Its name.
		id: String,
		/// The reason.
		reason: String,
	},
	/// The runtime refused the genesis state.
	Genesis(String),
	/// A key could not be stored.
	Keystore(String),
	/// A line of keys is missing or wrong.
	Keys(KeysError),
	/// A chain specification cannot be read.
	Spec {
		/// The file.
		file: PathBuf,
		/// The reason.
		reason: String,
	},
	/// A chain specification is the readable one, whose fingerprint nobody else compares.
	ReadableSpec(PathBuf),
	/// `verify` found something; it was printed already.
	Verified {
		/// The file.
		file: PathBuf,
		/// How many things.
		wrong: usize,
	},
	/// An address of a validator cannot be used.
	Address {
		/// The address given.
		found: String,
		/// The reason.
		reason: String,
	},
	/// Invitations cannot be printed.
	Invitations(InvitationsError),
}

impl CommunityError {
	/// The reason in words.
	pub fn text(&self, language: Language) -> String {
		let say = |english: String, chinese: String| either(language, english, chinese);
		let wrong = |place: &str, found: &str, english: &str, chinese: &str| {
			either(
				language,
				format!("{place}: found {found:?}; expected {english}"),
				format!("{place}：内容为 {found:?}；应为：{chinese}"),
			)
		};
		let of = |file: &Path, reason: String| format!("{}{}{reason}", file.display(), language.pick(": ", "："));
		match self {
			Self::Roster { file, report } => of(file, whole(report, language)),
			Self::Checked { file, mistakes, questions } => of(
				file,
				say(
					format!("mistakes: {mistakes}, open questions: {questions}"),
					format!("{mistakes} 处错误，{questions} 个问题待回答"),
				),
			),
			Self::Mark { file, error } => of(file, error.text(language)),
			Self::Charges { file, error } => of(file, error.text(language)),
			Self::Io { action, path, error } => of(path, format!("{}{error}", failed(*action, language))),
			Self::NotText { path, error } => of(
				path,
				format!(
					"{}{error}{}",
					failed(Action::Read, language),
					language.pick("; expected a file in UTF-8", "；应为 UTF-8 编码的文件")
				),
			),
			Self::OptionMissing(option) => say(
				format!(
					"{option} is missing. Give --roster FILE, --name NAME and --out DIR, or --config FILE with --out DIR. In a \
					terminal, `linli-node community new` without options asks for everything and writes the file"
				),
				format!(
					"缺少 {option}。请给出 --roster 名册、--name 名称和 --out 文件夹，或 --config 文件和 --out 文件夹。在终端中直接运行 \
					linli-node community new（不带选项），会逐项询问并写好文件"
				),
			),
			Self::Opening { file, mistakes } => {
				let lines: String = mistakes.iter().map(|mistake| format!("\n    {mistake}")).collect();
				of(file, say(format!("mistakes: {}{lines}", mistakes.len()), format!("{} 处错误{lines}", mistakes.len())))
			}
			Self::Config(error) => error.to_string(),
			Self::Several(errors) => errors.iter().map(|error| error.text(language)).collect::<Vec<_>>().join("\n"),
			Self::ConfigChecked { file, mistakes } => {
				of(file, say(format!("mistakes: {mistakes}; they are listed above"), format!("{mistakes} 处错误，见上")))
			}
			Self::Terminal(reason) => {
				say(format!("the terminal cannot be used: {reason}"), format!("无法使用终端：{reason}"))
			}
			Self::Stopped => say("stopped; nothing was made".into(), "已退出，没有生成任何内容".into()),
			Self::Name { place, found } => {
				wrong(place, found, "a name of 1 to 64 printable characters", "1 到 64 个可显示字符的名称")
			}
			Self::Currency { place, found, refused } => {
				let expected = super::currency::expected(*refused, language);
				wrong(place, found, &expected, &expected)
			}
			Self::Rules { place, found, known } => {
				wrong(place, found, &format!("one of: {known}"), &format!("{known} 之一"))
			}
			Self::OutputExists(path) => say(
				format!(
					"--out: {} is there already and is not an empty folder; expected a new or an empty one. Nothing is \
					overwritten",
					path.display()
				),
				format!("--out：{} 已存在且不是空文件夹；请指定新的或空的文件夹。不会覆盖任何文件", path.display()),
			),
			Self::FolderExists(path) => say(
				format!("{} is there already and is not empty; name a new folder. Nothing is overwritten", path.display()),
				format!("{} 已存在且不是空文件夹；请指定新的文件夹。不会覆盖任何文件", path.display()),
			),
			Self::KeysExist(path) => keys_exist(path, language),
			Self::InvitationsExist(path) => say(
				format!(
					"{} is there already: the invitations were printed before. Use that file, or delete it and run the command \
					again; --out FILE.pdf writes another one",
					path.display()
				),
				format!(
					"{} 已存在：邀请函已经生成过。请直接使用该文件，或将其删除后重新运行；用 --out 文件名.pdf 可另写一份",
					path.display()
				),
			),
			Self::MarkedCopyExists(path) => say(
				format!(
					"--fix: {} is there already, perhaps with your corrections. Check it by --roster {}, or name another file \
					by --fix",
					path.display(),
					path.display()
				),
				format!(
					"--fix：{} 已存在，其中可能有您的更正。请用 --roster {} 检查它，或用 --fix 指定别的文件名",
					path.display(),
					path.display()
				),
			),
			Self::FileExists(path) => say(
				format!("{} is there already, and nothing is overwritten; name another file", path.display()),
				format!("{} 已存在，不会覆盖；请换一个文件名", path.display()),
			),
			Self::OutputPath(path) => say(
				format!("--out: {} cannot be made; expected the path of a new folder", path.display()),
				format!("--out：无法新建 {}；请指定新文件夹的路径", path.display()),
			),
			Self::Runtime(reason) => reason.clone(),
			Self::LawPack { id, reason } => say(
				format!("the law pack {id:?} of this linli-node cannot be used: {reason}"),
				format!("本程序的法规包 {id:?} 无法使用：{reason}"),
			),
			Self::Genesis(reason) => say(
				format!("the runtime refused the genesis state: {reason}"),
				format!("运行时拒绝了创世状态：{reason}"),
			),
			Self::Keystore(reason) => {
				say(format!("cannot write the keystore: {reason}"), format!("无法写入密钥库：{reason}"))
			}
			Self::Keys(error) => error.text(language),
			Self::Spec { file, reason } => of(
				file,
				say(
					format!("{reason}; expected a chain specification, as `linli-node community new` writes it"),
					format!("{reason}；应为 linli-node community new 写出的链规格文件"),
				),
			),
			Self::ReadableSpec(file) => of(
				file,
				say(
					"this is the readable specification, whose fingerprint nobody else compares; give chain-spec-raw.json from \
					the same folder, the file that all nodes start from"
						.into(),
					"这是供阅读的链规格，别人核对的不是它的指纹；请使用同一文件夹中的 chain-spec-raw.json，各节点都从该文件启动".into(),
				),
			),
			Self::Verified { file, wrong } => of(
				file,
				say(
					format!(
						"{wrong} of the things compared are wrong, as listed above; do not start a node with it, and ask the \
						person who made it"
					),
					format!("核对出 {wrong} 处有误，见上；不要用它启动节点，请联系建链的人"),
				),
			),
			Self::Address { found, reason } => {
				say(format!("--address: found {found:?}: {reason}"), format!("--address：内容为 {found:?}：{reason}"))
			}
			Self::Invitations(error) => error.text(language),
		}
	}
}

/// What could not be done, before the system's own words.
fn failed(action: Action, language: Language) -> &'static str {
	let [english, chinese] = match action {
		Action::Read => ["cannot read: ", "无法读取："],
		Action::Write => ["cannot write: ", "无法写入："],
		Action::Make => ["cannot make: ", "无法新建："],
		Action::Close => ["cannot close to others: ", "无法设为仅本人可读："],
	};
	language.pick(english, chinese)
}

/// Keys are made once: the line of those that are there is what the person wants.
fn keys_exist(folder: &Path, language: Language) -> String {
	let line = folder.join("line.txt");
	let (folder, is_keys) = (folder.display(), line.is_file());
	match (language, is_keys) {
		(Language::English, true) => format!(
			"--out: {folder} has keys already, and nothing is overwritten. If they are yours, send the line in {}; for other \
			keys name another folder, such as --out keys-2",
			line.display()
		),
		(Language::English, false) => format!(
			"--out: {folder} is there already and is not an empty folder; name another one for the keys, such as --out keys-2"
		),
		(Language::Chinese, true) => format!(
			"--out：{folder} 中已有密钥，不会覆盖。如果是您的，请把 {} 中的一行发给建链的人；要另生成密钥，请换一个文件夹，如 \
			--out keys-2",
			line.display()
		),
		(Language::Chinese, false) => {
			format!("--out：{folder} 已存在且不是空文件夹；请为密钥换一个文件夹，如 --out keys-2")
		}
	}
}

impl std::error::Error for CommunityError {}

impl fmt::Display for CommunityError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text(language()))
	}
}

/// The same as `Display`: a `main` that returns the error prints its `Debug` form.
impl fmt::Debug for CommunityError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

impl From<ConfigError> for CommunityError {
	fn from(error: ConfigError) -> Self {
		Self::Config(error)
	}
}

impl From<KeysError> for CommunityError {
	fn from(error: KeysError) -> Self {
		Self::Keys(error)
	}
}

impl From<InvitationsError> for CommunityError {
	fn from(error: InvitationsError) -> Self {
		Self::Invitations(error)
	}
}

/// A report in words: in one line if it is only one mistake.
fn whole(report: &Report, language: Language) -> String {
	match report.mistakes.as_slice() {
		[mistake] if report.questions.is_empty() && report.warnings.is_empty() => mistake.text(language),
		_ => format!("\n{}", report.text(language)),
	}
}

/// One mistake in a file of charges. What was expected is said in the language of the locale.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChargesError {
	/// The file is not valid TOML.
	Syntax(String),
	/// A key is missing, unknown, or has an invalid value.
	Key {
		/// The charge, by its number from 1 and its name; or the file.
		place: String,
		/// The key.
		key: String,
		/// The text found.
		found: String,
		/// The expected form.
		expected: String,
	},
}

impl ChargesError {
	/// The mistake in words.
	pub fn text(&self, language: Language) -> String {
		match self {
			Self::Syntax(reason) => {
				either(language, format!("not readable as TOML: {reason}"), format!("不是正确的 TOML：{reason}"))
			}
			Self::Key { place, key, found, expected } => either(
				language,
				format!("{place}, key `{key}`: found {found}; expected {expected}"),
				format!("{place}，键 `{key}`：内容为 {found}；应为：{expected}"),
			),
		}
	}
}

impl std::error::Error for ChargesError {}

impl fmt::Display for ChargesError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text(language()))
	}
}
