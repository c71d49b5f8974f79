// SPDX-License-Identifier: GPL-3.0-or-later

//! Name, law pack, currency and portal.

use super::Ask;
use crate::community::{currency, errors::CommunityError, invitations, law::Law, spec};
use linli_roster::Language;

/// The law packs in words: id, English, Chinese.
const PACKS: [(&str, [&str; 2]); 5] = [
	("cn", ["China: Civil Code, votes by area and owners", "中国：《民法典》，按面积和人数表决"]),
	("nsw", ["New South Wales: strata schemes", "新南威尔士州：分层物业"]),
	("qld", ["Queensland: bodies corporate", "昆士兰州：法人团体"]),
	("us-hoa", ["United States: homeowners' association, after California", "美国：业主协会，依加利福尼亚州"]),
	("poll", ["no law behind it: polls, tenants, shared houses, trials", "不依据任何法律：征询、租户、合住、试用"]),
];

/// The community's name.
pub fn name(ask: &mut dyn Ask, language: Language) -> Result<String, CommunityError> {
	let prompt = language.pick("The community's name", "小区名称");
	let wrong = language.pick("a name of 1 to 64 printable characters, please", "请填 1 到 64 个可显示的字符");
	ask.text(prompt, None, &|text| spec::name("", text).map(|_| ()).map_err(|_| wrong.into()))
}

/// The law pack.
pub fn rules(ask: &mut dyn Ask, language: Language) -> Result<String, CommunityError> {
	let packs: Vec<&str> = linli_runtime::genesis::law_packs().collect();
	let item = |id: &&str| match PACKS.iter().find(|(known, _)| known == id) {
		Some((_, [english, chinese])) => format!("{id}: {}", language.pick(english, chinese)),
		None => (*id).to_owned(),
	};
	let items: Vec<String> = packs.iter().map(item).collect();
	let prompt = language.pick(
		"The law pack that the owners decide by (docs/decisions.md)",
		"业主表决所依据的法规包（docs/decisions.zh-CN.md）",
	);
	let place = ask.choose(prompt, &items, 0)?;
	Ok(packs.get(place).copied().unwrap_or_default().to_owned())
}

/// The currency; `None` if it is that of the law pack's country.
pub fn currency(ask: &mut dyn Ask, language: Language, law: &Law) -> Result<Option<String>, CommunityError> {
	let prompt = language.pick("The currency (ISO 4217)", "货币代码（ISO 4217）");
	let usual = law.currency();
	let check = |text: &str| currency::check(text).map(|_| ()).map_err(|refused| currency::expected(refused, language));
	let code = ask.text(prompt, Some(&usual), &check)?;
	Ok((code != usual).then_some(code))
}

/// The portal, if there is one.
pub fn portal(ask: &mut dyn Ask, language: Language) -> Result<Option<String>, CommunityError> {
	let prompt = language.pick(
		"The address of the community's portal, for the QR codes of invitations (empty: none)",
		"小区门户的网址，用于邀请函的二维码（没有则留空）",
	);
	let wrong =
		language.pick("an address such as https://willow.example, please", "请填 https://willow.example 这样的网址");
	let check = |text: &str| match text.is_empty() {
		true => Ok(()),
		false => invitations::portal(text).map(|_| ()).map_err(|_| wrong.into()),
	};
	let text = ask.text(prompt, None, &check)?;
	Ok((!text.is_empty()).then_some(text))
}

#[cfg(test)]
mod tests {
	use super::PACKS;

	#[test]
	fn every_law_pack_has_words() {
		let known: Vec<_> = PACKS.iter().map(|(id, _)| *id).collect();
		assert_eq!(linli_runtime::genesis::law_packs().collect::<Vec<_>>(), known);
	}
}
