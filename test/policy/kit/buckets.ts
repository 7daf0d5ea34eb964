// Buckets for tests, and what configures them: by the link that a preview has, or by the name where it is known.

import { type Example, unknown } from "./judge";

export function bucket(name: string, props: Example["props"] = {}, sources: Example["sources"] = {}): Example {
  return { type: "aws:s3/bucket:Bucket", name, props, sources };
}

/** `type` is the last part of the token. The bucket is the one of that logical name. */
export function configures(of: string, type: string, props: Example["props"] = {}): Example {
  return {
    type: `aws:s3/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`,
    name: `${of}-${type}`,
    props: { bucket: unknown, ...props },
    sources: { bucket: [of] },
  };
}

/** What sends logs to the bucket of that logical name. */
export function logsTo(of: string): Example {
  return {
    type: "aws:lb/loadBalancer:LoadBalancer",
    name: `logs-to-${of}`,
    props: { accessLogs: { bucket: unknown, enabled: true } },
    sources: { accessLogs: [of] },
  };
}
