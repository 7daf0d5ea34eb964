import type * as pulumi from "@pulumi/pulumi";

export const AccessLogDestination = {
  /** A bucket in the Region of the stack: cheap, and viewer addresses stay in that Region. */
  S3: "s3",
  /** A log group in us-east-1: searchable within seconds, dearer. */
  LogGroup: "log-group",
  /** No access logs of this kind. */
  None: "none",
} as const;
export type AccessLogDestination = (typeof AccessLogDestination)[keyof typeof AccessLogDestination];

export interface LoggingArgs {
  /** @default AccessLogDestination.S3 */
  accessLogs?: AccessLogDestination;
  /**
   * The older kind as well, which is the only one that Security Hub CloudFront.5 sees. Its bucket must have ACLs, which S3.12 reports.
   * @default false
   */
  legacyAccessLogs?: boolean;
  /** Days that all logs are kept: one of the values CloudWatch Logs knows. Fewer deletes what is older. @default 90 */
  retentionDays?: number;
  /** Log records within seconds, in a Kinesis data stream. Priced per record. @default - none */
  realTime?: RealTimeLogArgs;
}

export interface RealTimeLogArgs {
  /** A Kinesis data stream. @default - a new one, on demand, encrypted with a key of AWS, in the Region of the stack */
  existingStreamArn?: pulumi.Input<string>;
  /** Share of requests that are logged, 1 to 100 percent. @default 100 */
  samplingPercent?: number;
  /** Names of fields, in the order of CloudFront's list. @default - when, what, how it ended and how long it took; no viewer address */
  fields?: string[];
}
