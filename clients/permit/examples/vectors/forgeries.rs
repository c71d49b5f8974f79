// SPDX-License-Identifier: Apache-2.0

//! Keys and signatures that a lax verifier accepts and a device does not. They were computed from points of small and
//! of mixed order, which the crate has no means to make; each fits the permit of the test vectors.

/// Proofs of possession by keys for which no secret is needed, or for which the cofactor makes a difference: name, the
/// holder's key, the byte that the challenge repeats, the proof, and the result.
pub const PROOFS: &[(&str, &str, u8, &str, &str)] = &[
	(
		"holder's key of order 1, number 0",
		"0100000000000000000000000000000000000000000000000000000000000000",
		0,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of order 8, number 1",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
		11,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of order 4, number 2",
		"0000000000000000000000000000000000000000000000000000000000000080",
		2,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of order 8, number 3",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
		9,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of order 2, number 4",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		1,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of order 8, number 5",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
		2,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of order 8, number 7",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
		23,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key is not canonical: 0 as p",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		5,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key is not canonical: 1 as p + 1",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		0,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key is not canonical: 0 as p, with a sign",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
		3,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key is not canonical: 1 as p + 1, with a sign",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
		0,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key is not canonical: 1, with a sign",
		"0100000000000000000000000000000000000000000000000000000000000080",
		0,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key is not canonical: -1, with a sign",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
		4,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b10700000000000000000000000000000000000000000000000000000000000000",
		"NotHolder",
	),
	(
		"holder's key of mixed order, where it makes a difference",
		"c67da6dd25cfd6c4b18326182cf5b7ce4b5f667937313e60237216e3731999f8",
		0,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b1b86cd0cdfed736e91537eb720d456ad7514fcfb5cf90b6d8d9160066ccf28301",
		"NotHolder",
	),
	(
		"holder's key of mixed order, where it makes none",
		"c67da6dd25cfd6c4b18326182cf5b7ce4b5f667937313e60237216e3731999f8",
		1,
		"b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b19d10d355f196b5b811027ed540d1120094e8042e4bf5e951f53e8ca9dbbe4405",
		"Open",
	),
];

/// Signatures of the issuer whose point is of small or mixed order, or not canonical: name and signature.
pub const SIGNATURES: &[(&str, &str)] = &[
	(
		"signature's point of order 1, number 0",
		"0100000000000000000000000000000000000000000000000000000000000000bcd4246da47e3cc205f6a057f592df143fa9d82f0b63952ebe32a00f373a5c01",
	),
	(
		"signature's point of order 8, number 1",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037af9cd9e62d0b1af4100474b453f71414bc3c48d01101c4127ceb65cb025f8cc0c",
	),
	(
		"signature's point of order 4, number 2",
		"0000000000000000000000000000000000000000000000000000000000000080fd0e006de536044ed55800a1596d335d3037db6a37265a9d01ec46d10b7ddb06",
	),
	(
		"signature's point of order 8, number 3",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05a3dc8da3594d88d0e2c49f41b44cf1b87a18799b167655103352adfa9a025506",
	),
	(
		"signature's point of order 2, number 4",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f6d96c415841b8a7fbe5ce95b0c74a7c1aaaa3b8864fa7e6612024ffd5fa95104",
	),
	(
		"signature's point of order 8, number 5",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc853d204b65e5358d7904d50874c9e14711d218e987465593a36f6b7c9523354f07",
	),
	(
		"signature's point of order 4, number 6",
		"0000000000000000000000000000000000000000000000000000000000000000092e8bd3af4b214398a6cb9cf43a9191fbc997b9733f45362a26f3191830a70f",
	),
	(
		"signature's point of order 8, number 7",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fadf4b5d1ea7bc466c7046346d22b02db15276f7828fb0e2a1aee86158ded5bd0c",
	),
	(
		"signature's point is not canonical: 1 as p + 1",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f3b3346eec5c5a0cae35b8ae3f11055828497a57b81be9b9a2248dbc6d2115506",
	),
	(
		"signature's point is not canonical: 1, with a sign",
		"01000000000000000000000000000000000000000000000000000000000000802579c610a2ee9968365e343f8fccdaf8a7f4c1f51ca1c2bcfc000c0dbd07830a",
	),
	(
		"signature's point of mixed order",
		"e9b2fe981587efae6478f48ba1fa60cec6126d0e26dde72a0a24f640dcd783e59fe743b9e18334fd187cb91242b92ed51a9bd25465790d0a959b2f8b5e839e0a",
	),
];

/// Settings of a device: name, the issuer's key, the tolerance in ms, and `Valid` or the setting that is not.
pub const SETTINGS: &[(&str, &str, u64, &str)] = &[
	("a key and no tolerance", "d54207da194977dcf46adbfec2bc2e75b52d5a8a42184fedfdc00024f0e3e8da", 0, "Valid"),
	("the largest tolerance", "d54207da194977dcf46adbfec2bc2e75b52d5a8a42184fedfdc00024f0e3e8da", 300000, "Valid"),
	(
		"more than the largest tolerance",
		"d54207da194977dcf46adbfec2bc2e75b52d5a8a42184fedfdc00024f0e3e8da",
		300001,
		"Tolerance",
	),
	("no key", "", 0, "Issuer"),
	("a key a byte too short", "4207da194977dcf46adbfec2bc2e75b52d5a8a42184fedfdc00024f0e3e8da", 0, "Issuer"),
	("a key a byte too long", "d54207da194977dcf46adbfec2bc2e75b52d5a8a42184fedfdc00024f0e3e8da00", 0, "Issuer"),
	("key of order 1, number 0", "0100000000000000000000000000000000000000000000000000000000000000", 0, "Issuer"),
	("key of order 8, number 1", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", 0, "Issuer"),
	("key of order 4, number 2", "0000000000000000000000000000000000000000000000000000000000000080", 0, "Issuer"),
	("key of order 8, number 3", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", 0, "Issuer"),
	("key of order 2, number 4", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", 0, "Issuer"),
	("key of order 8, number 5", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", 0, "Issuer"),
	("key of order 4, number 6", "0000000000000000000000000000000000000000000000000000000000000000", 0, "Issuer"),
	("key of order 8, number 7", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa", 0, "Issuer"),
	("key is not canonical: 0 as p", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", 0, "Issuer"),
	(
		"key is not canonical: 1 as p + 1",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		0,
		"Issuer",
	),
	(
		"key is not canonical: 0 as p, with a sign",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
		0,
		"Issuer",
	),
	(
		"key is not canonical: 1 as p + 1, with a sign",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
		0,
		"Issuer",
	),
	(
		"key is not canonical: 1, with a sign",
		"0100000000000000000000000000000000000000000000000000000000000080",
		0,
		"Issuer",
	),
	(
		"key is not canonical: -1, with a sign",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
		0,
		"Issuer",
	),
	("key is no point", "0200000000000000000000000000000000000000000000000000000000000000", 0, "Issuer"),
	(
		"key of large order is not canonical: 3 as p + 3",
		"f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		0,
		"Issuer",
	),
];
