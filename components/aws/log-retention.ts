import type { Problem } from "../errors";

/**
 * Days that CloudWatch Logs can keep events for; nothing in between.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function checkRetention(path: string, days: number | undefined): Problem[] {
  return days === undefined || LOG_RETENTION_DAYS.includes(days)
    ? []
    : [{ path, must: `be one of ${LOG_RETENTION_DAYS.join(", ")}`, got: days }];
}
