// SPDX-License-Identifier: Apache-2.0

//! JSON laid over JSON.

use serde_json::Value;

/// Merges `patch` into `base`: objects key by key, everything else replaced (RFC 7396 without deletion). The node's
/// library has the same, but cannot be part of a runtime.
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
