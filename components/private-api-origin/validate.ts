// Everything that can be known to be wrong about the arguments before anything is created.

import { checkMember, checkRange } from "../argument-checks";
import { checkSound } from "../argument-kinds";
import { checkRetention } from "../aws/log-retention";
import { checkTags } from "../aws/tags";
import { checkPartition } from "../edge-front-door/validate";
import { ComponentInputError, type Problem } from "../errors";
import { checkHeaderName } from "../load-balancing/load-balancer";
import { checkSecretHeader } from "../load-balancing/secret-header";
import { checkShare } from "../vpc-origin/share-vpc-origin";
import { VpcOriginIngress } from "../vpc-origin/vpc-origin-args";
import { API_ID_HEADER } from "./api-origin";
import { checkApis } from "./check-apis";
import { checkCertificate } from "./check-certificate";
import { checkFrontDoor } from "./check-front-door";
import { checkNetwork } from "./check-network";
import { PRIVATE_API_KINDS } from "./kinds-of-arguments";
import { ApiRouting, type PrivateApiOriginArgs } from "./private-api-origin-args";

/** `stackRegion` is left out where it is not known yet. */
export function validatePrivateApiOrigin(
  name: string,
  args: PrivateApiOriginArgs | undefined,
  stackRegion: string | undefined,
): void {
  const problems = checkPrivateApiOrigin(name, args, stackRegion);
  if (problems.length > 0) {
    throw new ComponentInputError("PrivateApiOrigin", name, problems);
  }
}

/**
 * Every problem: first the arguments that are of the wrong kind, which only programs without a compiler have, then what the others
 * say, in the order of the arguments. What is left out where it must not be is a problem, not a crash.
 */
export function checkPrivateApiOrigin(
  name: string,
  args: Partial<PrivateApiOriginArgs> = {},
  stackRegion?: string,
): Problem[] {
  const problems = checkSound("", args, PRIVATE_API_KINDS, (sound) => checkArguments(name, sound, stackRegion));
  checkPartition(stackRegion, problems);
  return problems;
}

function checkArguments(name: string, args: Partial<PrivateApiOriginArgs>, stackRegion: string | undefined): Problem[] {
  return [
    ...checkName(name),
    ...checkNetwork("network", args.network),
    ...checkApis(args, stackRegion),
    ...checkCertificate("certificate", args.certificate, stackRegion),
    ...checkSecretHeader("secretHeader", args.secretHeader),
    ...checkOwnHeaderName("secretHeader.name", args.secretHeader?.name),
    ...checkMember("routing", args.routing, ApiRouting),
    ...checkMember("ingress", args.ingress, VpcOriginIngress),
    ...checkFrontDoor(name, args),
    ...checkShare("shareWith", args.shareWith),
    ...checkRange("readTimeoutSeconds", args.readTimeoutSeconds, { min: 1, max: 120 }),
    ...checkRetention("retentionDays", args.retentionDays),
    ...checkTags("tags", args.tags),
  ];
}

function checkOwnHeaderName(path: string, name: string | undefined): Problem[] {
  const problems = checkHeaderName(path, name);
  if (name?.toLowerCase() === API_ID_HEADER) {
    problems.push({ path, must: "be another one: the endpoint reads the id of an API from it", got: name });
  }
  return problems;
}

const NAME_CHARACTERS = 16;

/** Leaves room for the roles within the names of buckets and, with `frontDoor`, for its own. */
function checkName(name: string): Problem[] {
  const problem = { path: "name", got: name, use: '"orders"' };
  if (typeof name !== "string" || name.length > NAME_CHARACTERS || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const must = `be at most ${NAME_CHARACTERS} lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it`;
    return [{ ...problem, must }];
  }
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  return /^sg(-|$)/.test(name)
    ? [{ ...problem, must: 'not start with "sg-": names of security groups start with it, and EC2 keeps that to ids' }]
    : [];
}
