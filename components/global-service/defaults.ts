// Every default of GlobalService, as data. A default is a promise: changing one is a breaking change.

export const SERVICE_DEFAULTS = {
  manageImageReplication: true,
  /** Images, logs and tables are reached by endpoints. What calls nobody else needs no way out. */
  internetAccess: false,
  retentionDays: 90,
  deletionProtection: true,
} as const;

export const CONTAINER_DEFAULTS = {
  healthCheckPath: "/health",
  /** The smallest task that Fargate has. */
  cpu: 256,
  memory: 512,
  /** What a request leaves behind is nowhere then. */
  readonlyRootFilesystem: true,
} as const;

export const SCALING_DEFAULTS = {
  /** One for each of two zones. */
  minTasks: 2,
  maxTasks: 10,
  cpuPercent: 60,
} as const;

export const CAPACITY_DEFAULTS = {
  /** Fargate does not replace a Spot task by another kind: one that AWS takes back leaves this one. */
  onDemandBase: 1,
  spotPercent: 50,
  /** Several families: Spot of one type runs out at once for everybody. */
  instanceTypes: ["m7g.large", "m6g.large", "c7g.xlarge"],
  maxInstances: 10,
} as const;

export const FAULT_DEFAULTS = {
  /** Long enough for health checks, DNS and scaling to react. */
  durationMinutes: 10,
} as const;

/** Seconds that a task may take to end what it began. AWS gives Spot tasks 120. */
export const STOP_TIMEOUT_SECONDS = 60;

/** Seconds that a task that leaves still gets requests that are under way. */
export const DEREGISTRATION_DELAY_SECONDS = 30;

export const IDLE_TIMEOUT_SECONDS = 60;
