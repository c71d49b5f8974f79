// SPDX-License-Identifier: GPL-3.0-or-later

//! A validator without a network key of its own: other nodes would know it by another name after each start, so the SDK
//! refuses it. Here in our own words, which name the file that `join-key` made.

use linli_roster::Language;

/// The SDK's error, or ours in its place.
pub fn explained(error: sc_cli::Error, language: Language) -> sc_cli::Error {
	let path = match error {
		sc_cli::Error::NetworkKeyNotFound(path) => path,
		other => return other,
	};
	let path = path.display();
	sc_cli::Error::Input(match language {
		Language::English => format!(
			"This validator has no network key, by which other nodes know it. Name the file that `linli-node community \
			join-key validator` made: --node-key-file keys/node-key. (Without that option it is looked for in {path}.) To run \
			a node that makes no blocks, leave --validator out."
		),
		Language::Chinese => format!(
			"这个验证人没有网络密钥，其他节点无法认出它。请写明 linli-node community join-key validator 生成的文件：--node-key-file \
			keys/node-key（不写时在 {path} 中查找）。只想运行不出块的节点，请去掉 --validator。"
		),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_missing_network_key_is_told_in_our_words() {
		for language in [Language::English, Language::Chinese] {
			let error = sc_cli::Error::NetworkKeyNotFound("data/network/secret_ed25519".into());
			let text = explained(error, language).to_string();
			assert!(text.contains("--node-key-file keys/node-key") && text.contains("secret_ed25519"), "{text}");
			assert!(!text.contains("unsafe"), "{text}");
		}
		let other = explained(sc_cli::Error::Input("a".into()), Language::English);
		assert!(matches!(other, sc_cli::Error::Input(text) if text == "a"));
	}
}
