// Everything that can be known to be wrong about the arguments before anything is created.

import { checkMember, checkRange } from "../argument-checks";
import { checkSound } from "../argument-kinds";
import { isDomainName } from "../aws/domain-names";
import { checkRetention } from "../aws/log-retention";
import { checkTags } from "../aws/tags";
import { ComponentInputError, type Problem } from "../errors";
import { checkSecretHeader } from "../load-balancing/secret-header";
import { checkCapacity, checkScaling } from "./check-capacity";
import { checkContainer } from "./check-container";
import { checkRegions } from "./check-regions";
import { checkTables } from "./check-tables";
import { fallbackName } from "./config";
import { checkFrontDoor } from "./front-door";
import {
  type CapacityArgs,
  CapacityKind,
  type FaultInjectionArgs,
  FaultInjectionExperiment,
  type GlobalServiceArgs,
  type OriginDomainArgs,
} from "./global-service-args";
import { SERVICE_KINDS } from "./kinds-of-arguments";
import { serviceOrigins } from "./origins";

export function validateGlobalService(name: string, args: GlobalServiceArgs | undefined): void {
  const problems = checkGlobalService(name, args);
  if (problems.length > 0) {
    throw new ComponentInputError("GlobalService", name, problems);
  }
}

/**
 * Every problem: first the arguments that are of the wrong kind, which only programs without a compiler have, then what the others
 * say, in the order of the arguments. What is left out where it must not be is a problem, not a crash.
 */
export function checkGlobalService(name: string, args: Partial<GlobalServiceArgs> = {}): Problem[] {
  return checkSound("", args, SERVICE_KINDS, (sound) => checkArguments(name, sound));
}

function checkArguments(name: string, args: Partial<GlobalServiceArgs>): Problem[] {
  return [
    ...checkName(name, args.capacity),
    ...checkRegions(args),
    ...checkContainer("container", args),
    ...checkTables("tables", args.tables ?? {}),
    ...checkOriginDomain("originDomain", args.originDomain),
    ...checkSecretHeader("secretHeader", args.secretHeader),
    ...checkCapacity("capacity", args.capacity ?? {}),
    ...checkScaling("scaling", args.scaling ?? {}),
    ...checkOwnFrontDoor(name, args),
    ...checkFaultInjection("faultInjection", args),
    ...checkRetention("retentionDays", args.retentionDays),
    ...checkTags("tags", args.tags),
  ];
}

const NAME_CHARACTERS = 16;

/** With which names of security groups begin, and those of capacity providers, that only AWS may make. */
const RESERVED = { groups: /^sg-/, capacityProviders: /^(aws|ecs|fargate)/ };

/** Leaves room for a Region and a role within the names of buckets and roles. */
function checkName(name: string, capacity: CapacityArgs | undefined): Problem[] {
  if (typeof name !== "string" || name.length > NAME_CHARACTERS || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return [
      {
        path: "name",
        must: `be at most ${NAME_CHARACTERS} lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it`,
        got: name,
        use: '"checkout"',
      },
    ];
  }
  if (RESERVED.groups.test(name)) {
    return [{ path: "name", must: "not begin with sg-, as the ids of security groups do", got: name }];
  }
  return capacity?.kind === CapacityKind.Ec2Spot && RESERVED.capacityProviders.test(name)
    ? [
        {
          path: "name and capacity.kind",
          must: "not begin with aws, ecs or fargate: ECS keeps such names of capacity providers to itself",
          got: name,
        },
      ]
    : [];
}

// https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
const CERTIFICATE_NAME_CHARACTERS = 64;

function checkOriginDomain(path: string, domain: OriginDomainArgs | undefined): Problem[] {
  const { name, hostedZoneId } = domain ?? {};
  const problems: Problem[] = [];
  if (name === undefined || !isDomainName(name) || name.length > CERTIFICATE_NAME_CHARACTERS) {
    problems.push({
      path: `${path}.name`,
      must: `be a full domain name in lower case of at most ${CERTIFICATE_NAME_CHARACTERS} characters, without scheme, path or wildcard`,
      got: name,
      use: '"checkout-origin.example.com"',
    });
  } else if (!isDomainName(fallbackName({ name }))) {
    problems.push({
      path: `${path}.name`,
      must: `have a first part so short that "${fallbackName({ name: "" })}" fits before it, within 63 characters`,
      got: name,
    });
  }
  if (hostedZoneId === undefined) {
    problems.push({ path: `${path}.hostedZoneId`, must: "be given" });
  }
  return problems;
}

/** What is wrong with the service's own is told already. */
const SOME_ORIGIN = {
  originDomain: { name: "origin.example.com", hostedZoneId: "Z" },
  secretHeader: { value: "0123456789abcdef" },
};

function checkOwnFrontDoor(name: string, args: Partial<GlobalServiceArgs>): Problem[] {
  const { frontDoor, originDomain, regions = [] } = args;
  if (frontDoor === undefined) {
    return [];
  }
  const problems = checkFrontDoor(name, frontDoor, serviceOrigins({ ...SOME_ORIGIN, regions }), regions.length);
  const own = originDomain?.name === undefined ? [] : [originDomain.name, fallbackName(originDomain)];
  for (const viewerName of [frontDoor.domain?.name, ...(frontDoor.domain?.alternativeNames ?? [])]) {
    if (viewerName !== undefined && own.includes(viewerName)) {
      problems.push({
        path: "originDomain.name and frontDoor.domain",
        must: "differ: the front door would call itself",
        got: viewerName,
      });
    }
  }
  return problems;
}

/** FIS's longest action. https://docs.aws.amazon.com/general/latest/gr/fis.html */
const FAULT_MINUTES = { min: 1, max: 720 };

function checkFaultInjection(path: string, { faultInjection, tables, regions }: Partial<GlobalServiceArgs>): Problem[] {
  const { experiments, durationMinutes }: FaultInjectionArgs = faultInjection ?? {};
  const problems: Problem[] = (experiments ?? []).flatMap((experiment, index) =>
    checkMember(`${path}.experiments[${index}]`, experiment, FaultInjectionExperiment),
  );
  if (experiments?.length === 0 || new Set(experiments).size < (experiments?.length ?? 0)) {
    problems.push({ path: `${path}.experiments`, must: "name experiments, each once", got: experiments });
  }
  if (experiments?.includes(FaultInjectionExperiment.ReplicationPause) && Object.keys(tables ?? {}).length === 0) {
    problems.push({
      path: `${path}.experiments and tables`,
      must: "not contradict each other: without tables nothing replicates",
      got: FaultInjectionExperiment.ReplicationPause,
    });
  }
  if (experiments?.includes(FaultInjectionExperiment.RegionConnectivity) && (regions?.length ?? 0) < 2) {
    problems.push({
      path: `${path}.experiments and regions`,
      must: "not contradict each other: there is no other Region to be cut off from",
      got: FaultInjectionExperiment.RegionConnectivity,
    });
  }
  return [...problems, ...checkRange(`${path}.durationMinutes`, durationMinutes, FAULT_MINUTES)];
}
