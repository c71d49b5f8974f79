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

/// The digits after the decimal point: the chain counts hundredths.
const DECIMALS: u16 = 2;

/// Why a currency is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
	/// It is no code of a currency in use; with the code that is probably meant.
	Unknown(Option<&'static str>),
	/// Its smallest unit is not a hundredth.
	NotHundredths(Currency),
}

/// Checks a currency code that stands in a place, such as CNY.
pub fn currency<'a>(place: &str, code: &'a str) -> Result<&'a str, CommunityError> {
	check(code).map_err(|refused| CommunityError::Currency { place: place.into(), found: code.into(), refused })
}

/// Checks a currency code.
pub fn check(code: &str) -> Result<&str, Refused> {
	// No money of households: gold, units of account, what another currency has replaced.
	let in_use = |known: &Currency| !known.is_fund() && !known.is_special() && known.is_superseded().is_none();
	let counts_hundredths = |known: Currency| known.exponent() == Some(DECIMALS);
	match Currency::from_code(code).filter(in_use) {
		Some(known) if counts_hundredths(known) => Ok(code),
		Some(known) => Err(Refused::NotHundredths(known)),
		None => {
			let meant = meant(code);
			let other = meant.and_then(Currency::from_code).filter(|known| !counts_hundredths(*known));
			Err(other.map_or(Refused::Unknown(meant), Refused::NotHundredths))
		}
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
pub fn expected(refused: Refused, language: Language) -> String {
	match (refused, language) {
		(Refused::Unknown(Some(code)), Language::English) => format!("the code of ISO 4217: {code}"),
		(Refused::Unknown(Some(code)), Language::Chinese) => format!("ISO 4217 货币代码 {code}"),
		(Refused::Unknown(None), Language::English) => {
			"a code of ISO 4217 in three capital letters, such as CNY, USD, AUD or EUR".into()
		}
		(Refused::Unknown(None), Language::Chinese) => {
			"三个大写字母的 ISO 4217 货币代码，如 CNY（人民币）、USD（美元）、AUD（澳元）、EUR（欧元）".into()
		}
		(Refused::NotHundredths(known), Language::English) => format!(
			"a currency with two decimals, such as CNY, USD, AUD or EUR: the chain counts hundredths, and {} has {} \
			decimals",
			known.code(),
			known.exponent().unwrap_or_default(),
		),
		(Refused::NotHundredths(known), Language::Chinese) => format!(
			"有两位小数的货币，如 CNY、USD、AUD、EUR：链上金额以百分之一为单位，而 {} 有 {} 位小数",
			known.code(),
			known.exponent().unwrap_or_default(),
		),
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
		for code in ["EUR", "CNY", "AUD", "USD", "HKD", "SGD"] {
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
		let is_listed = |code| !matches!(check(code), Err(Refused::Unknown(_)));
		assert!(MEANT.iter().all(|(_, code)| is_listed(code)));
	}

	#[test]
	fn a_currency_without_hundredths_is_refused() {
		for (found, code, decimals) in [("JPY", "JPY", 0), ("日元", "JPY", 0), ("KWD", "KWD", 3), ("CLP", "CLP", 0)] {
			let error = currency("--currency", found).unwrap_err();
			let english = error.text(Language::English);
			assert!(english.ends_with(&format!("counts hundredths, and {code} has {decimals} decimals")), "{english}");
			let chinese = error.text(Language::Chinese);
			assert!(chinese.ends_with(&format!("而 {code} 有 {decimals} 位小数")), "{chinese}");
		}
	}
}
