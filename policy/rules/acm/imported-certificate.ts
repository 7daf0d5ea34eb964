// Reads certificates that are imported into ACM. What the text says goes into no message.

import { X509Certificate } from "node:crypto";
import type { Property } from "../../aws/reading";

export const certificateType = "aws:acm/certificate:Certificate";

/** Undefined where the text is no certificate, which AWS refuses. */
export function readCertificate(body: Property): X509Certificate | undefined {
  try {
    return body.text === undefined ? undefined : new X509Certificate(body.text);
  } catch {
    return undefined;
  }
}
