// SPDX-License-Identifier: GPL-3.0-or-later

//! Prints invitations of made-up people, to look at: `cargo run -p linli-invitations --example sample FILE.pdf`.

use linli_invitations::{make, Community, Invitation};

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let file = std::env::args().nth(1).ok_or("the name of the PDF to write is missing")?;
	let community = Community { name: "云溪小区".into(), portal: Some("https://yunxi.linli.example".into()) };
	let owners = ["张三", "李四、王五", "欧阳娜娜", "Margaret O'Neill-Müller", "柳苑物业服务有限公司"];
	let invitations =
		(1..=2).flat_map(|building| (1..=15).flat_map(move |floor| (1..=2).map(move |door| (building, floor, door))));
	let invitations = invitations
		.zip(owners.into_iter().cycle())
		.map(|((building, floor, door), owner)| {
			let code = format!("linli1qqqsyqcyq5rqwzqfpg9scrgw{building}{floor:02}{door}6p0c");
			let units = vec![format!("{building}-1-{floor}0{door}"), format!("P-{building}{floor:02}{door}")];
			let link = format!("https://yunxi.linli.example/#{code}");
			Invitation {
				building: format!("{building}栋"),
				units,
				owner: owner.into(),
				code,
				link,
				expiry: Some("2027-03-31".into()),
			}
		})
		.collect();
	let printed = make(&community, invitations, None)?;
	std::fs::write(&file, printed.pdf)?;
	println!("{file}: {} pages", printed.pages);
	Ok(())
}
