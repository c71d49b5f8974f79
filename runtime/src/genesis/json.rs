// SPDX-License-Identifier: Apache-2.0

//! Merging of JSON values.

use serde_json::Value;

/// Merges `patch` into `base`: objects key by key, other values are replaced (RFC 7396 without deletion). The SDK's
/// equivalent is not available in a runtime.
pub fn json_merge(base: &mut Value, patch: Value) {
	match (base, patch) {
		(Value::Object(base), Value::Object(patch)) => {
			for (key, value) in patch {
				json_merge(base.entry(key).or_insert(Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}
