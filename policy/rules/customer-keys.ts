// What the rules about encryption keys of several services share.

import type { Property } from "../aws/reading";
import type { Finding } from "../rule";
import { undecided, violated } from "../rule";

/** A key of the account, and none that AWS manages. */
export function* mustBeCustomerKey(key: Property): Iterable<Finding> {
  const fix = "set it to the ARN of an aws.kms.Key";
  if (key.state === "unknown") yield undecided(key);
  else if (key.state === "absent" || key.isEmpty) yield violated(key, "is not set, so the key is one of AWS", fix);
  else if (/(^|:)alias\/aws\//.test(key.text ?? "")) yield violated(key, "is a key that AWS manages", fix);
}
