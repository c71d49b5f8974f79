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
		"绑定后代码即失效，请撕毁本页。有困难请找物业服务中心。",
		"The code then works no more: tear this page up. If stuck, ask the office.",
	);
	match portal {
		Some(portal) => [
			both(
				format!("用手机扫描二维码；或打开 {portal} 输入下面的代码。"),
				format!("Scan this with your phone, or open {portal} and type in the code below."),
			),
			both(
				"核对房号，按提示生成您自己的密钥，抄好助记词。",
				"Check your unit, make your own key, write its words on paper.",
			),
			last,
		],
		None => [
			both(
				"妥善保管本页：凭代码可把一个账户绑定到您的房屋。",
				"Keep this page safe: its code links one account to your units.",
			),
			both(
				"按小区公告（或问物业服务中心）扫描二维码，或输入代码。",
				"Scan it, or type in the code, where your community's notice says.",
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
