// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use std::process::Command;

/// A community with a portal, and owners as rosters have them. Labels are given out of order.
pub(crate) fn sample() -> (Community, Vec<Invitation>) {
	let community =
		Community { name: "云溪小区（二期）".into(), portal: Some("https://yunxi.linli.example".into()) };
	let owners = ["张三", "李四、王五", "欧阳娜娜", "Margaret O'Neill-Müller", "柳苑物业服务有限公司"];
	let invitations = (0..70)
		.rev()
		.map(|number| {
			let (building, floor, door) = (number / 30 + 1, number % 30 / 2 + 1, number % 2 + 1);
			let code = format!("linli1qqqsyqcyq5rqwzqfpg9scrgwpup{number:04}");
			Invitation {
				building: format!("{building}栋"),
				units: match number % 9 {
					4 => (0..40).map(|place| format!("P-{:03}", number * 40 + place)).collect(),
					5 => vec![format!("{building}-1-{floor}0{door}"), format!("P-{number:03}")],
					_ => vec![format!("{building}-1-{floor}0{door}")],
				},
				owner: owners[number % owners.len()].into(),
				link: format!("https://yunxi.linli.example/#{code}"),
				code,
				expiry: Some("有效期至 Valid until 2027-03-31".into()),
			}
		})
		.collect();
	(community, invitations)
}

/// The text of a PDF as a reader program extracts it; `None` where the program is not installed.
fn text(pdf: &[u8], options: &[&str]) -> Option<String> {
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("file.pdf");
	std::fs::write(&file, pdf).unwrap();
	let output = Command::new("pdftotext").args(options).arg(&file).arg("-").output().ok()?;
	assert!(output.status.success());
	Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn two_invitations_to_a_sheet_and_a_list_for_each_round() {
	let (community, invitations) = sample();
	let printed = make(&community, invitations, None).unwrap();
	assert_eq!(printed.missing, []);
	// Rounds of 30, 30 and 10: one list each, then 15, 15 and 5 sheets.
	assert_eq!(printed.pages, 3 + 15 + 15 + 5);
	let Some(text) = text(&printed.pdf, &[]) else {
		println!("skipped: pdftotext is not installed");
		return;
	};
	let pages: Vec<&str> = text.split('\u{c}').collect();
	assert_eq!(pages.len() - 1, printed.pages);
	assert!(pages[0].contains("送达清单") && !pages[0].contains("张三"), "{}", pages[0]);
	assert!(pages[16].contains("送达清单"));
	let codes: Vec<&str> = text.lines().filter(|line| line.starts_with("linli1")).collect();
	assert_eq!(codes.len(), 70);
	assert!(text.contains("1-1-101") && text.contains("有效期至 Valid until 2027-03-31"));
	// Walking up: floor 2 before floor 10.
	let place = |door: &str| text.find(door).unwrap();
	assert!(place("1-1-201") < place("1-1-1001"));
}

#[test]
fn every_font_is_embedded() {
	let (community, invitations) = sample();
	let printed = make(&community, invitations, None).unwrap();
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("file.pdf");
	std::fs::write(&file, &printed.pdf).unwrap();
	let Ok(output) = Command::new("pdffonts").arg(&file).output() else {
		println!("skipped: pdffonts is not installed");
		return;
	};
	let fonts = String::from_utf8(output.stdout).unwrap();
	let rows: Vec<&str> = fonts.lines().skip(2).collect();
	assert!(!rows.is_empty());
	for row in rows {
		// The columns emb, sub, uni.
		assert!(row.contains("NotoSansCJKsc") && row.contains(" yes yes yes "), "{fonts}");
	}
}

#[test]
fn a_missing_character_is_printed_as_such_and_reported() {
	let community = Community { name: "柳苑".into(), portal: None };
	let (_, mut invitations) = sample();
	invitations.truncate(1);
	invitations[0].owner = "张\u{20bb7}".into();
	let printed = make(&community, invitations, None).unwrap();
	let expected = Missing { invitation: 1, building: "3栋".into(), unit: "3-1-502".into(), character: '\u{20bb7}' };
	assert_eq!(printed.missing, [expected]);
	// A program that reads the PDF still finds the name; the paper shows the mark.
	if let Some(text) = text(&printed.pdf, &[]) {
		assert!(text.contains("张\u{20bb7}"), "{text}");
	}
}

#[test]
fn mistakes_are_errors() {
	let (community, mut invitations) = sample();
	assert_eq!(make(&community, Vec::new(), None), Err(Error::Empty));
	assert!(matches!(make(&community, invitations.clone(), Some(vec![1, 2, 3])), Err(Error::Font(_))));
	invitations[3].link = "x".repeat(5_000);
	let error = make(&community, invitations, None).unwrap_err().to_string();
	assert!(error.starts_with("building 3栋, unit 3-1-4"), "{error}");
}

#[test]
fn the_same_list_makes_the_same_file() {
	let (community, mut invitations) = sample();
	let one = make(&community, invitations.clone(), None).unwrap();
	invitations.reverse();
	assert!(one == make(&community, invitations, None).unwrap());
}

/// The middle of each word's box, since boxes of lines one below the other touch: left, top, right, bottom.
fn words(page: &str) -> Vec<([f32; 4], &str)> {
	let value = |line: &str, name: &str| -> f32 {
		let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
		rest.split_once('"').unwrap().0.parse().unwrap()
	};
	let lines = page.lines().filter(|line| line.contains("<word"));
	let middle = |line| {
		let (top, bottom) = (value(line, "yMin"), value(line, "yMax"));
		let third = (bottom - top) * 0.35;
		[value(line, "xMin"), top + third, value(line, "xMax"), bottom - third]
	};
	lines.map(|line| (middle(line), line)).collect()
}

/// Long names and addresses and many units stay on the page: nothing is drawn over the margin or over anything else.
#[test]
fn extremes_fit() {
	let (_, ordinary) = sample();
	let extreme = Invitation {
		building: "第一百二十三号住宅楼附楼地下室".into(),
		units: (0..900).map(|unit| format!("第一百二十三号-{unit}")).collect(),
		owner: "共有人、".repeat(50),
		code: "x".repeat(80),
		link: "x".repeat(300),
		expiry: Some("不限期".repeat(30)),
	};
	let portals =
		[None, Some("https://willow.example".into()), Some(format!("https://{}.example", "very-long".repeat(20)))];
	for portal in portals {
		let community = Community { name: "很长的名称".repeat(12), portal };
		let printed = make(&community, vec![ordinary[0].clone(), extreme.clone()], None).unwrap();
		assert_eq!(printed.pages, 2);
		let Some(boxes) = text(&printed.pdf, &["-bbox"]) else {
			println!("skipped: pdftotext is not installed");
			return;
		};
		let pages: Vec<_> = boxes.split("<page ").skip(1).map(words).collect();
		assert_eq!(pages.len(), 2);
		for words in pages {
			assert!(words.len() > 10);
			for (position, ([left, top, right, bottom], word)) in words.iter().enumerate() {
				assert!(*left >= 39.0 && *right <= 556.5, "over the margin: {word}");
				for ([other_left, other_top, other_right, other_bottom], other) in &words[..position] {
					let apart =
						right <= other_left || other_right <= left || bottom <= other_top || other_bottom <= top;
					assert!(apart, "one over the other: {word} {other}");
				}
			}
		}
	}
}
