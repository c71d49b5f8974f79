// SPDX-License-Identifier: GPL-3.0-or-later

//! The currency of a chain: a code of ISO 4217 in use, and what people write in its place.

use super::errors::CommunityError;
use iso_currency::Currency;
use linli_roster::Language;

/// What people write, in lower case, with the code that they mean. `$` can be many and is left out.
const MEANT: [(&str, &str); 36] = [
	("rmb", "CNY"),
	("cnh", "CNY"),
	("yuan", "CNY"),
	("renminbi", "CNY"),
	("人民币", "CNY"),
	("人民币元", "CNY"),
	("元", "CNY"),
	("圆", "CNY"),
	("¥", "CNY"),
	("￥", "CNY"),
	("cn¥", "CNY"),
	("分", "CNY"),
	("us$", "USD"),
	("us dollar", "USD"),
	("美元", "USD"),
	("a$", "AUD"),
	("au$", "AUD"),
	("澳元", "AUD"),
	("nz$", "NZD"),
	("c$", "CAD"),
	("加元", "CAD"),
	("s$", "SGD"),
	("新加坡元", "SGD"),
	("hk$", "HKD"),
	("港元", "HKD"),
	("港币", "HKD"),
	("nt$", "TWD"),
	("ntd", "TWD"),
	("€", "EUR"),
	("euro", "EUR"),
	("欧元", "EUR"),
	("£", "GBP"),
	("英镑", "GBP"),
	("日元", "JPY"),
	("yen", "JPY"),
	("jp¥", "JPY"),
];

/// Checks a currency code that stands in a place, such as CNY.
pub fn currency<'a>(place: &str, code: &'a str) -> Result<&'a str, CommunityError> {
	check(code).map_err(|meant| CommunityError::Currency { place: place.into(), found: code.into(), meant })
}

/// Checks a currency code. The error is the code that is probably meant.
pub fn check(code: &str) -> Result<&str, Option<&'static str>> {
	// No money of households: gold, units of account, what another currency has replaced.
	let in_use = |known: &Currency| !known.is_fund() && !known.is_special() && known.is_superseded().is_none();
	match Currency::from_code(code).filter(in_use) {
		Some(_) => Ok(code),
		None => Err(meant(code)),
	}
}

/// The code that is probably meant.
fn meant(found: &str) -> Option<&'static str> {
	let found = found.trim();
	let capitals = found.to_uppercase();
	let listed = MEANT.iter().find(|(written, _)| *written == found.to_lowercase()).map(|(_, code)| *code);
	listed.or_else(|| {
		let known = Currency::from_code(&capitals)?;
		let known = known.is_superseded().unwrap_or(known);
		(!known.is_fund() && !known.is_special()).then(|| known.code())
	})
}

/// What was expected, in words.
pub fn expected(meant: Option<&str>, language: Language) -> String {
	match (meant, language) {
		(Some(code), Language::English) => format!("the code of ISO 4217: {code}"),
		(Some(code), Language::Chinese) => format!("ISO 4217 货币代码 {code}"),
		(None, Language::English) => "a code of ISO 4217 in three capital letters, such as CNY, USD, AUD or EUR".into(),
		(None, Language::Chinese) => {
			"三个大写字母的 ISO 4217 货币代码，如 CNY（人民币）、USD（美元）、AUD（澳元）、EUR（欧元）".into()
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_codes_in_use_are_taken() {
		for code in linli_runtime::genesis::law_packs().filter_map(linli_runtime::genesis::law_pack_currency) {
			assert_eq!(currency("--currency", &code).unwrap(), code);
		}
		for code in ["EUR", "CNY", "AUD", "USD", "HKD", "SGD", "JPY"] {
			assert_eq!(currency("--currency", code).unwrap(), code);
		}
		for code in ["", "EURO", "E1R", "$", "XAU", "XXX", "USN", "ABC", "QQQ"] {
			let error = currency("--currency", code).unwrap_err().text(Language::English);
			assert!(error.starts_with(&format!("--currency: found {code:?}; expected ")), "{error}");
		}
	}

	#[test]
	fn what_people_write_names_the_code() {
		for (found, code) in [
			("RMB", "CNY"),
			("rmb", "CNY"),
			("CNH", "CNY"),
			("元", "CNY"),
			(" ¥ ", "CNY"),
			("￥", "CNY"),
			("cny", "CNY"),
			("HRK", "EUR"),
			("US$", "USD"),
			("港币", "HKD"),
		] {
			let error = currency("key `currency`", found).unwrap_err();
			assert!(error.text(Language::English).ends_with(&format!("ISO 4217: {code}")), "{found}: {error}");
			assert!(error.text(Language::Chinese).ends_with(&format!("货币代码 {code}")), "{found}: {error}");
		}
		// A dollar is many countries'.
		assert_eq!(meant("$"), None);
		assert!(MEANT.iter().all(|(_, code)| currency("", code).is_ok()));
	}
}
