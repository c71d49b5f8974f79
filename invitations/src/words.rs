// SPDX-License-Identifier: GPL-3.0-or-later

//! The texts, in Chinese and English, in the words of `docs/glossary.md`.

/// The kind of paper.
pub const TITLE: &str = "业主邀请函 Invitation";

/// A text in both languages.
pub struct Both {
	/// In Chinese.
	pub chinese: String,
	/// In English.
	pub english: String,
}

fn both(chinese: impl Into<String>, english: impl Into<String>) -> Both {
	Both { chinese: chinese.into(), english: english.into() }
}

/// The three steps of an owner, with a portal or without.
pub fn steps(portal: Option<&str>) -> [Both; 3] {
	let last = both(
		"绑定成功后，代码即失效，请撕毁本页。遇到困难，请找物业服务中心或业主委员会。",
		"Once that is done, the code works no more: tear this page up. The management office or the owners' committee helps.",
	);
	match portal {
		Some(portal) => [
			both(
				format!("用手机扫描二维码；或者打开 {portal} ，输入下面的代码。"),
				format!("Scan the code with your phone, or open {portal} and type in the code below."),
			),
			both(
				"核对小区和房号，按提示生成您自己的密钥，并把助记词抄在纸上收好。",
				"Check community and unit, follow the page to make your own key, and keep its recovery words on paper.",
			),
			last,
		],
		None => [
			both(
				"妥善保管本页。凭下面的代码，可把一个账户绑定到您名下的房屋。",
				"Keep this page safe. Its code links one account to your units.",
			),
			both(
				"在本小区公告指明的地方（或向物业服务中心询问）扫描二维码，或输入代码。",
				"Where your community's notice says (or ask the management office), scan the code or type it in.",
			),
			last,
		],
	}
}

/// The warning at the foot.
pub const CAUTION: (&str, &str) = (
	"谁持有本页，谁就能代表您。请勿拍照，勿转发，勿告诉他人。",
	"Anyone who has this page can act for you. Send nobody a picture of it.",
);

/// The task of the carrier.
pub const CARRIER: (&str, &str) = (
	"逐户送达，当面交给业主本人，然后打勾。未送达的请交回，不要塞门缝或信箱。",
	"Hand each to its owner in person, then tick. Bring back what is left; leave none at a door or in a letter box.",
);
