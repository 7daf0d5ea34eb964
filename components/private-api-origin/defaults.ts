// Every default of PrivateApiOrigin, as data. A default is a promise: changing one is a breaking change.

export const STAGE_DEFAULTS = {
  name: "live",
  /** A tenth of what API Gateway gives an account: one API does not starve the others. */
  throttlingRateLimit: 1_000,
  throttlingBurstLimit: 500,
  cacheTtlSeconds: 300,
} as const;

export const PRIVATE_API_DEFAULTS = {
  /** API Gateway answers within 29 seconds or with 504. */
  readTimeoutSeconds: 30,
  /** The account's other APIs may depend on the role that is there. */
  manageAccountLogging: false,
  retentionDays: 90,
  deletionProtection: true,
} as const;

/** The load balancer must not close a connection that still waits for its answer. */
export const IDLE_TIMEOUT_MARGIN_SECONDS = 30;
