// SPDX-License-Identifier: GPL-3.0-or-later

//! The language in which the program speaks to the person at the keyboard: that of the locale.

use linli_roster::Language;

/// The language of the locale: Chinese or English.
pub fn language() -> Language {
	let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
	let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
	locale.map_or(Language::English, |locale| Language::of_locale(&locale))
}

/// One of two texts that were made for the occasion.
pub fn either(language: Language, english: String, chinese: String) -> String {
	match language {
		Language::English => english,
		Language::Chinese => chinese,
	}
}
