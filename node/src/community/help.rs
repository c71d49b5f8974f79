// SPDX-License-Identifier: GPL-3.0-or-later

//! The help of `community` and its commands in Chinese, where the locale is. Names of options stay English; what is
//! wrong on a command line is said in [`super::usage`].

use clap::{Arg, ArgAction, Command};

/// A command's help: without `{usage-heading}`, whose word cannot be changed.
const TEMPLATE: &str = "{before-help}{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// The commands: name, what it does in one line, in full, and examples.
const COMMANDS: [(&str, &str, &str, &str); 7] = [
	(
		"new",
		"建一条小区的链：在终端中逐项询问，或使用选项或 community.toml。",
		"由名册建一条小区的链。\n\n在终端中不带选项运行时，逐项询问并写入 community.toml；用 --config 时，一切以该文件为准；否则用下面的\
		选项。\n\n使用各验证人、任职人员和引导密钥持有人用 community join-key 生成的公钥行。写出一个文件夹，其中有链规格文件（供阅读的和\
		raw 的）、加盐名册，以及每位业主的凭证代码（由 community invitations 打印）。其中的 README.txt 说明每个文件以及怎样启动。不会\
		覆盖任何文件；出错时不留下任何文件。",
		"例：\n  linli-node community new\n      逐项询问，并写入 community.toml。\n\n  linli-node community new --config \
		community.toml --out willow\n      不再询问。\n\n  linli-node community new --roster 名册.xlsx --name 云溪小区 --keys \
		lines.txt --out yunxi\n      由物业自己的名册和各人的公钥行建链。",
	),
	(
		"check",
		"在建链之前检查名册，或检查 community.toml 的全部内容。",
		"一次说出名册的全部错误、问题和提示，写明工作表、行、列、内容和应有的内容。用 --config 时，说明这条链会怎样：房屋、业主和面积，\
		收费合计，每类表决所需的业主人数和面积，各职务由谁担任，还缺什么，法规包的法律有哪些要求。有错误或未回答的问题时以错误结束。\
		不建链。",
		"例：\n  linli-node community check --roster 名册.xlsx\n  linli-node community check --roster 名册.csv --column \
		area=建筑面积 --fix 标注.xlsx\n  linli-node community check --config community.toml",
	),
	(
		"join-key",
		"验证人或任职人员在自己的机器上生成密钥，并打印一行公钥，交给建链的人。",
		"在自己的机器上生成自己的密钥，并打印一行公钥。\n\n把这一行发给建链的人：用邮件或聊天软件，或用终端中显示的二维码。其中写明职务，\
		由每个密钥签名，没有秘密。请在电话中互相核对末尾的校验码。秘密留在新文件夹中，只有您可读。不会覆盖任何文件。请保留这一行：\
		linli-node community verify 用它核对建好的链。",
		"例：\n  linli-node community join-key validator --address /ip4/192.0.2.7/tcp/30333\n      在验证人的机器上，在将来运行节点的\
		文件夹中。\n\n  linli-node community join-key 出纳\n      在出纳的电脑上；登记员、物业服务人、审计员同样。\n\n  linli-node \
		community join-key bootstrap --out envelope\n      引导密钥：打印两份，密封保存。",
	),
	(
		"invitations",
		"打印业主的凭证：一个 PDF，裁开后逐户送达。",
		"读取 community new 写出的文件夹：链的名称、tickets/tickets.csv 和 roster-salted.csv。A4 纸每张两份，按楼栋和房号排序，中英文\
		对照，每一趟之前有一张勾选清单。PDF 中有姓名和代码，只有您可读。打印后请删除。",
		"例：\n  linli-node community invitations --community yunxi",
	),
	(
		"verify",
		"在启动节点或履行职务之前，用自己的公钥行核对建好的链。",
		"逐个说明公钥行中的密钥是否在链规格中、担任什么职务；其他职务由谁担任；每个节点日志中都有的创世哈希；以及该文件的四十位数字\
		指纹，供大家互相念出核对：数字相同就是同一条链。有误时以错误结束。不启动任何程序。",
		"例：\n  linli-node community verify --spec chain-spec-raw.json --keys keys/line.txt\n      验证人或任职人员，在生成密钥的\
		文件夹中。",
	),
	(
		"templates",
		"写出空白表格：房屋与业主名册，以及有历史账目的链所用的各表。",
		"写出空白表格供填写：房屋与业主名册（roster），以及有历史账目的链所用的银行账户（banks）、专项账目余额（pots）、维修资金份额\
		（repair）、欠费（arrears）、预存（prepayments）和计量表（meters）。每种各有 .xlsx 和 .csv，表头为中英文，带一行虚构的示例；以\
		“示例：”开头的行读取时会跳过。不会覆盖任何文件。",
		"例：\n  linli-node community templates 表格",
	),
	(
		"runtimes",
		"列出本程序中的运行时及其哈希值，或写成文件。",
		"发行版为每种所列货币各有一个运行时（含硬件钱包核对的元数据哈希值），另有一个不含哈希值，供其他货币使用；用 cargo build 自行编译\
		的程序只有后者。升级决定中写明的就是代码哈希值。",
		"例：\n  linli-node community runtimes",
	),
];

/// An option or argument in Chinese.
fn option(command: &str, id: &str) -> Option<&'static str> {
	Some(match (command, id) {
		("new", "config") => "一个文件，写明链的全部内容。除它以外只能再给 --out，因此文件中的内容不会被别的选项改变。",
		("check", "config") => "community new 写出的文件，写明链的全部内容。",
		("new" | "check", "roster") => "房屋与业主名册：工作簿（.xlsx、.xls）或文本文件（CSV），每套房屋一行。见 docs/rosters.zh-CN.md。",
		("new" | "check", "column") => "说明哪一列是什么，如 --column area=建筑面积；可写多次。",
		("new" | "check", "owner_key") => "用来区分同名业主的一列，如身份证后四位。其内容不会保存。",
		("new" | "check", "same_name") => "同一姓名在多套房屋上出现时：one 是同一业主，several 是不同的人。",
		("new" | "check", "confirm_warnings") => "提示已经看过，名册无误。",
		("new", "name") => "小区名称，显示在钱包和节点中。",
		("new", "rules") => "法规包：cn、nsw、poll、qld 或 us-hoa。默认 cn。",
		("new", "currency") => "货币代码（ISO 4217），如 CNY。默认为法规包所在国家的货币。",
		("new", "charges") => "收费项目，一个 TOML 文件，每项一个 [[charge]]。默认：法规包 cn 为住宅每月每平方米 2.80 元；其他没有。",
		("new", "out") => "要新建的文件夹；须是新的或空的。",
		("new", "trial") => "试用：链接受 --sealing（按请求出块）；没有公钥行时在此生成全部密钥。",
		("new", "validators") => "验证人的公钥行，每个验证人一次。其中的地址成为链的引导节点。",
		("new", "officers") => "任职人员的公钥行，每个职务一次；行中写明职务。",
		("new", "bootstrap") => "引导密钥的公钥行。",
		("new", "file") => "公钥行的文本文件，次序不限；空行和以 # 开头的行不计。",
		("new", "make_keys") => "在此生成全部密钥：一个验证人、各职务和引导密钥。交付并删除之前，建链的人持有所有人的密钥。",
		("check", "fix") => "另存一份工作簿，标出每一处并在批注中写明应有的内容。在其中更正后再读取。该文件须不存在。",
		("join-key", "purpose") => {
			"密钥的用途：validator（验证人）、registrar（登记员）、manager（物业服务人）、cashier（出纳）、auditor（审计员）或 bootstrap\
			（引导密钥）。也可写中文名称。"
		}
		("join-key", "addresses") => "其他节点怎样连到这个验证人，如 /ip4/192.0.2.7/tcp/30333；新节点由此找到网络。可写多次。",
		("join-key", "out") => "要新建的文件夹；须是新的或空的。",
		("invitations", "community") => "community new 写出的文件夹。",
		("invitations", "out") => "要写的 PDF；须不存在。默认为小区文件夹中的 tickets/invitations.pdf。",
		("invitations", "portal") => "小区门户的网址，如 https://willow.example，二维码会打开它。默认为文件夹中 community.toml 的 portal。",
		("invitations", "font") => "字体文件（TrueType 或 OpenType），用于内置字体没有的字。",
		("verify", "spec") => "链规格文件：建链的人交给大家的 chain-spec-raw.json。",
		("verify", "lines") => "community join-key 打印的公钥行。可写多次。",
		("verify", "file") => "公钥行的文本文件，如 community join-key 写出的 line.txt。",
		("templates", "out") => "要写入的文件夹；须是新的或空的。",
		("runtimes", "out") => "把每个运行时写入这个文件夹（须是新的或空的），并写出清单 manifest.json 和代码哈希值 BLAKE2SUMS。",
		("runtimes", "metadata_hash") => "只打印这种货币的链所用的元数据哈希值，如 CNY。",
		_ => return None,
	})
}

/// The command line with the help of `community` in Chinese.
pub fn in_chinese(command: Command) -> Command {
	command.mut_subcommand("community", |community| {
		let mut community = headed(community)
			.about("建一条您自己小区的链。")
			.long_about("建一条您自己小区的链，以及与之有关的命令。")
			.subcommand_help_heading("命令");
		for (name, about, long, examples) in COMMANDS {
			community = community.mut_subcommand(name, |command| {
				let translated = |arg: Arg| match option(name, arg.get_id().as_str()) {
					Some(text) => arg.help(text).long_help(text),
					None => arg,
				};
				let command = command.mut_args(translated).mut_args(|arg| match arg.get_id() == "purpose" {
					// The values stand in the text.
					true => arg.hide_possible_values(true),
					false => arg,
				});
				headed(command).about(about).long_about(long).after_long_help(examples)
			});
		}
		community
	})
}

/// A command whose sections and help option are named in Chinese.
fn headed(command: Command) -> Command {
	let help = Arg::new("help")
		.short('h')
		.long("help")
		.action(ArgAction::Help)
		.help("显示帮助（-h 为简短的，--help 为完整的）");
	command.disable_help_flag(true).disable_version_flag(true).arg(help).help_template(TEMPLATE).mut_args(|arg| {
		let heading = if arg.is_positional() { "参数" } else { "选项" };
		arg.help_heading(heading)
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use clap::CommandFactory;
	use sc_cli::SubstrateCli;

	fn is_chinese(text: &str) -> bool {
		text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
	}

	/// Whatever is added to these commands has Chinese words, too.
	#[test]
	fn every_command_and_option_has_chinese_words() {
		let command = in_chinese(Cli::setup_command(Cli::command()));
		let community = command.find_subcommand("community").unwrap();
		for command in community.get_subcommands() {
			let name = command.get_name();
			assert!(is_chinese(&command.get_about().unwrap().to_string()), "{name}");
			assert!(is_chinese(&command.get_long_about().unwrap().to_string()), "{name}");
			for arg in command.get_arguments() {
				let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
				assert!(is_chinese(&help), "{name} {}", arg.get_id());
			}
		}
		assert_eq!(community.get_subcommands().count(), COMMANDS.len());
	}

	#[test]
	fn the_sections_are_headed_in_chinese() {
		let mut command = in_chinese(Cli::setup_command(Cli::command()));
		command.build();
		let community = command.find_subcommand_mut("community").unwrap();
		let help = community.render_help().to_string();
		assert!(help.contains("用法：") && help.contains("命令:") && help.contains("选项:"), "{help}");
		let new = community.find_subcommand_mut("join-key").unwrap();
		let help = new.render_long_help().to_string();
		assert!(help.contains("参数:") && help.contains("选项:") && help.contains("例："), "{help}");
		assert!(!help.contains("Options:") && !help.contains("Usage:") && !help.contains("Print help"), "{help}");
		// What is typed stays the same.
		let parsed = in_chinese(Cli::setup_command(Cli::command())).try_get_matches_from([
			"linli-node",
			"community",
			"join-key",
			"cashier",
		]);
		assert!(parsed.is_ok());
	}
}
