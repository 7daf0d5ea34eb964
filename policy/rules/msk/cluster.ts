// What the rules about MSK share.

import type { Property } from "../../aws/reading";
import type { Finding } from "../../rule";
import { undecided, violated } from "../../rule";

export const clusterType = "aws:msk/cluster:Cluster";
export const connectorType = "aws:mskconnect/connector:Connector";

/** Logs go to at least one of the three places that MSK delivers them to. */
export function* mustDeliverLogs(places: Property): Iterable<Finding> {
  const enabled = ["cloudwatchLogs", "s3", "firehose"].map((name) => places.at(name, "enabled"));
  if (enabled.some(({ flag }) => flag === true)) return;
  const open = enabled.find(({ state }) => state === "unknown");
  yield open === undefined
    ? violated(places, "has no place that is on", "set cloudwatchLogs, s3 or firehose with enabled true")
    : undecided(open);
}
