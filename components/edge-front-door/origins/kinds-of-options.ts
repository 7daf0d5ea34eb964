// The kinds of the options that origins have in common.

import { input, type Kinds, number, record, text } from "../../argument-kinds";
import type { OriginConnection } from "./connection";
import type { CustomOriginOptions, OriginTimeouts } from "./custom-origin";

export const CONNECTION_OPTIONS: Kinds<OriginConnection> = {
  originPath: text,
  customHeaders: record(input),
  connectionAttempts: number,
  connectionTimeoutSeconds: number,
  responseCompletionTimeoutSeconds: number,
  originShieldRegion: text,
};

export const TIMEOUT_OPTIONS: Kinds<OriginTimeouts> = { readTimeoutSeconds: number, keepaliveTimeoutSeconds: number };

export const SERVER_OPTIONS: Kinds<CustomOriginOptions> = {
  ...CONNECTION_OPTIONS,
  ...TIMEOUT_OPTIONS,
  httpsPort: number,
  ipAddressType: text,
  clientCertificateArn: input,
};
