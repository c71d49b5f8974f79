// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::tickets::Ticket;
use rand::rngs::OsRng;

const HEADER: &str = "unit_id,unit,building_id,building,kind,area_m2,owner_id,owner,owner_kind\n";

/// A folder with what the command reads: three owners, of whom the second has a parking space and two homes.
fn folder() -> tempfile::TempDir {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path();
	fs::create_dir(path.join("tickets")).unwrap();
	let spec = r#"{ "name": "云溪小区", "id": "x", "genesis": { "runtimeGenesis": { "patch": { "registry":
		{ "ticketLifetime": 2592000000 } } } } }"#;
	fs::write(path.join(SPEC), spec).unwrap();
	let roster =
		"0,P-7,2,P,parking,12.00,1,\"李四、王五\",joint\n1,1-10,1,1栋,residential,90.00,1,\"李四、王五\",joint\n\
		2,1-2,1,1栋,residential,90.00,1,\"李四、王五\",joint\n3,2-1,3,2栋,residential,90.00,0,张三,person\n\
		4,P-8,2,P,parking,12.00,2,欧阳,person\n";
	fs::write(path.join(ROSTER), format!("\u{feff}{HEADER}{roster}")).unwrap();
	let code = || Ticket::fresh(&mut OsRng).code();
	let tickets = format!(
		"owner,units,owner_id,code\n张三,2-1,0,{}\n李四、王五,P-7; 1-10; 1-2,1,{}\n欧阳,P-8,2,{}\n",
		code(),
		code(),
		code()
	);
	fs::write(path.join(TICKETS), tickets).unwrap();
	folder
}

fn command(folder: &Path) -> InvitationsCmd {
	InvitationsCmd { community: folder.into(), out: None, portal: None, font: None }
}

fn refused(change: impl FnOnce(&Path, &mut InvitationsCmd)) -> String {
	let folder = folder();
	let mut command = command(folder.path());
	change(folder.path(), &mut command);
	let error = command.run().unwrap_err().to_string();
	assert!(!folder.path().join("tickets/invitations.pdf").exists());
	error
}

fn replace(file: &Path, from: &str, to: &str) {
	let text = fs::read_to_string(file).unwrap();
	assert!(text.contains(from));
	fs::write(file, text.replace(from, to)).unwrap();
}

#[test]
fn an_invitation_goes_to_a_home() {
	let folder = folder();
	let command = command(folder.path());
	let days = command.spec().unwrap().ticket_days();
	let invitations = command.invitations(Some("https://yunxi.example"), days).unwrap();
	let doors: Vec<_> =
		invitations.iter().map(|one| (one.owner.as_str(), one.building.as_str(), one.units.join(" "))).collect();
	assert_eq!(
		doors,
		[
			("张三", "2栋", "2-1".to_owned()),
			("李四、王五", "1栋", "1-2 1-10 P-7".to_owned()),
			("欧阳", "P", "P-8".to_owned())
		]
	);
	assert_eq!(invitations[0].expiry.as_deref(), Some("链启用后 30 天内有效 · Valid for 30 days"));
	assert_eq!(invitations[0].link, format!("https://yunxi.example/#ticket={}", invitations[0].code));
}

/// The portal of the chain's config, unless the option names another.
#[test]
fn the_portal_comes_from_the_config() {
	let folder = folder();
	let mut command = command(folder.path());
	assert_eq!(command.portal().unwrap(), None);
	let config = "name = \"x\"\nportal = \"https://yunxi.example/\"\n[roster]\nfile = \"r.csv\"\n";
	fs::write(folder.path().join("community.toml"), config).unwrap();
	assert_eq!(command.portal().unwrap().as_deref(), Some("https://yunxi.example"));
	command.portal = Some("https://other.example".into());
	assert_eq!(command.portal().unwrap().as_deref(), Some("https://other.example"));
}

#[test]
fn the_pdf_is_its_makers_only_and_never_overwritten() {
	let folder = folder();
	let command = command(folder.path());
	command.run().unwrap();
	let out = folder.path().join("tickets/invitations.pdf");
	assert!(fs::read(&out).unwrap().starts_with(b"%PDF"));
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
	}
	let error = command.run().unwrap_err();
	assert!(matches!(error, CommunityError::InvitationsExist(_)), "{error}");
	assert!(error.to_string().contains("printed before") && !error.to_string().contains("--out:"), "{error}");
}

#[test]
fn mistakes_say_where_and_what() {
	let error = refused(|path, _| fs::remove_file(path.join(ROSTER)).unwrap());
	assert!(error.contains("has no roster-salted.csv; expected the folder that `linli-node community new`"), "{error}");
	let error = refused(|path, _| replace(&path.join(TICKETS), "owner_id", "number"));
	assert!(error.contains("tickets.csv") && error.contains("owner_id"), "{error}");
	let error = refused(|path, _| replace(&path.join(TICKETS), "linli1", "linli1q"));
	assert!(error.contains("of owner 0 is wrong"), "{error}");
	let error = refused(|path, _| replace(&path.join(TICKETS), "P-8,2", "P-8,1"));
	assert!(error.contains("owner 1 has two tickets"), "{error}");
	let error = refused(|path, _| replace(&path.join(TICKETS), "P-8,2", "P-8,9"));
	assert!(error.contains("owner 9 has no unit"), "{error}");
	let error = refused(|path, _| fs::write(path.join(SPEC), "{}").unwrap());
	assert!(error.contains("chain-spec.json: missing field `name`"), "{error}");
	for address in ["willow.example", "https://", "https://a b", "https://a/#x", "ftp://a"] {
		let error = refused(|_, command| command.portal = Some(address.into()));
		assert!(error.starts_with("--portal: found "), "{error}");
	}
	let error = refused(|path, command| command.font = Some(path.join(SPEC)));
	assert!(error.contains("additional font cannot be read"), "{error}");
}
