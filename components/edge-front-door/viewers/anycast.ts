import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import type { FrontDoorScope } from "../scope";

/** Fixed addresses, for DNS that has no alias at a zone's apex or for firewalls of viewers. Either of the two. */
export interface AnycastIpListArgs {
  /** A list made elsewhere, also for other distributions: up to 100 may share one. */
  existingIpListId?: pulumi.Input<string>;
  /** Whether `existingIpListId` has IPv6 addresses, too. A new list has none. @default false */
  isDualStack?: boolean;
  /**
   * Makes a list of 3 addresses (apex domains) or 21 (allow lists of viewers). **A list costs 3,000 USD a month**, and AWS has to grant it to the
   * account first.
   */
  createWithIpCount?: number;
}

export function anycastIpListId(
  { parent, name, tags }: FrontDoorScope,
  anycast: AnycastIpListArgs | undefined,
): pulumi.Output<string> | undefined {
  if (anycast?.createWithIpCount !== undefined) {
    return new aws.cloudfront.AnycastIpList(
      `${name}-anycast-ip-list`,
      { ipCount: anycast.createWithIpCount, tags },
      { parent },
    ).id;
  }
  return anycast?.existingIpListId === undefined ? undefined : pulumi.output(anycast.existingIpListId);
}

export function checkAnycast(path: string, anycast: AnycastIpListArgs | undefined): Problem[] {
  if (anycast === undefined) {
    return [];
  }
  const { existingIpListId, createWithIpCount, isDualStack } = anycast;
  const problems: Problem[] = [];
  if ((existingIpListId === undefined) === (createWithIpCount === undefined)) {
    problems.push({
      path: `${path}.existingIpListId and ${path}.createWithIpCount`,
      must: "be given one without the other",
    });
  }
  if (createWithIpCount !== undefined && createWithIpCount !== 3 && createWithIpCount !== 21) {
    problems.push({ path: `${path}.createWithIpCount`, must: "be 3 or 21", got: createWithIpCount });
  }
  if (createWithIpCount !== undefined && isDualStack === true) {
    problems.push({
      path: `${path}.createWithIpCount and ${path}.isDualStack`,
      must: "not contradict each other: a new list has IPv4 addresses only",
      use: "ipv6: false, or existingIpListId",
    });
  }
  return problems;
}
