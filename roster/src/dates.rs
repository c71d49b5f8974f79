// SPDX-License-Identifier: GPL-3.0-or-later

//! Dates that were door numbers.

/// Whether a text is a date that a spreadsheet made of a door number and then wrote as text.
pub(crate) fn is_date(text: &str) -> bool {
	const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
	let number = |text: &str, from: u16, to: u16| {
		text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse().is_ok_and(|number| (from..=to).contains(&number))
	};
	let month = |text: &str| number(text, 1, 12);
	let day = |text: &str| number(text, 1, 31);
	let year = |text: &str| text.len() == 4 && number(text, 1900, 2099);
	if let Some((first, second)) = text.strip_suffix('日').and_then(|rest| rest.split_once('月')) {
		return day(second) && month(first.rsplit('年').next().unwrap_or(first));
	}
	let lower = text.to_lowercase();
	let date = lower.split(' ').next().unwrap_or(&lower);
	let parts: Vec<&str> = date.split(['-', '/']).collect();
	match parts.as_slice() {
		[one, two] => (MONTHS.contains(one) && number(two, 1, 99)) || (MONTHS.contains(two) && number(one, 1, 99)),
		[y, m, d] => year(y) && month(m) && day(d) && (date.contains('/') || (m.len() == 2 && d.len() == 2)),
		_ => false,
	}
}

#[cfg(test)]
mod tests {
	use super::is_date;

	#[test]
	fn dates_that_were_door_numbers() {
		for text in ["3月12日", "2026年3月12日", "12-Mar", "Mar-12", "2026/3/12", "2026-03-12", "2026/3/12 0:00"] {
			assert!(is_date(text), "{text}");
		}
		for text in ["3-12", "3-1-1202", "3/12", "2026-3-1", "12-March-House", "March", "1-1-0101", "13月1日", "1号楼"]
		{
			assert!(!is_date(text), "{text}");
		}
	}
}
