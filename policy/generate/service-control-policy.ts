// The service control policy that says what region-residency says, for what is done past Pulumi: by hand, by another tool, or without
// the pack. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
// It sees Regions of requests only. What it cannot tell: whether CloudFront uses what is in us-east-1, what inputs name, tenants and
// classes of data. So it never forbids what the rule accepts, and the rule refuses more.

import { edgeServices } from "../aws/edge-services";
import { globalActions } from "../aws/global-services";
import { globalServicesRegion, isRegion, partitionOf } from "../aws/regions";
import { exceptionActions } from "../aws/us-east-1-exceptions";
import { isJsonObject } from "../json";

export interface ScpOptions {
  /** As `allowedRegions` of region-residency. */
  readonly regions: readonly string[];
  /** ARNs, with wildcards, of roles that may act anywhere, such as those of a landing zone. @default - none */
  readonly exemptPrincipals?: readonly string[];
  /** As `cloudfrontUnderResidency: forbid` of region-edge-cache. @default false */
  readonly forbidsEdge?: boolean;
}

export interface ScpStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: "*";
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface Scp {
  readonly Version: "2012-10-17";
  readonly Statement: readonly ScpStatement[];
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const scpSizeLimit = 5120;

export function residencyScp({ regions, exemptPrincipals = [], forbidsEdge = false }: ScpOptions): Scp {
  const allowed = [...new Set(regions)].sort();
  const isOneOfThem = allowed.includes(globalServicesRegion);
  const exempt = exemptPrincipals.length > 0 && { ArnNotLike: { "aws:PrincipalArn": exemptPrincipals } };
  const outside = (these: readonly string[]) => ({
    StringNotEquals: { "aws:RequestedRegion": these },
    ...exempt,
  });
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AllowedRegionsOnly",
        Effect: "Deny",
        NotAction: isOneOfThem ? globalActions : [...globalActions, ...exceptionActions].sort(),
        Resource: "*",
        Condition: outside(allowed),
      },
      ...(isOneOfThem ? [] : [exceptionsInOneRegion(outside([...allowed, globalServicesRegion].sort()))]),
      ...(forbidsEdge ? [noEdge(exempt || undefined)] : []),
    ],
  };
}

function exceptionsInOneRegion(condition: ScpStatement["Condition"]): ScpStatement {
  return {
    Sid: "GlobalCompanionsOnly",
    Effect: "Deny",
    Action: exceptionActions,
    Resource: "*",
    Condition: condition,
  };
}

function noEdge(condition: ScpStatement["Condition"]): ScpStatement {
  const actions = Object.values(edgeServices).flatMap(({ createdBy }) => createdBy ?? []);
  return {
    Sid: "NothingAtTheEdge",
    Effect: "Deny",
    Action: [...new Set(actions)].sort(),
    Resource: "*",
    ...(condition && { Condition: condition }),
  };
}

export const usage = `node policy/generate/residency-scp.cjs --regions eu-central-1,eu-west-1
  --regions <codes>   the allowed Regions, with commas
  --config <file>     or a config of the pack: allowedRegions of region-residency, and
                      cloudfrontUnderResidency of region-edge-cache
  --forbid-edge       nothing may be served from edge locations
  --exempt <arns>     roles that may act anywhere, with commas and wildcards
  --out <file>        where to write; without it, to stdout`;

export interface ScpCommand extends ScpOptions {
  readonly out?: string;
}

/** Everything that is wrong with the arguments, or what they ask for. */
export function readScpCommand(
  args: readonly string[],
  readJson: (file: string) => unknown,
): { readonly problems: readonly string[] } | ScpCommand {
  const problems: string[] = [];
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const [flag = "", inline] = (args[i] ?? "").split(/=(.*)/s);
    if (!["--regions", "--config", "--exempt", "--out", "--forbid-edge"].includes(flag))
      problems.push(`${flag}: is no option`);
    else if (flag === "--forbid-edge") given.set(flag, "");
    else {
      const value = inline ?? args[++i];
      if (value === undefined || value === "" || value.startsWith("--")) problems.push(`${flag}: has no value`);
      else given.set(flag, value);
    }
  }
  const config = given.has("--config") ? readConfig(given.get("--config") ?? "", readJson, problems) : undefined;
  const regions = split(given.get("--regions")) ?? config?.regions ?? [];
  const exemptPrincipals = split(given.get("--exempt")) ?? [];
  if (regions.length === 0 && problems.length === 0)
    problems.push("--regions: is needed, or --config with allowedRegions");
  for (const region of regions) {
    if (!isRegion(region)) problems.push("--regions: must be Region codes such as eu-central-1");
    else if (partitionOf(region) !== "aws")
      problems.push(`--regions: ${region} is in another partition, whose global services are in other Regions`);
  }
  if (exemptPrincipals.some((arn) => !/^arn:aws:(iam|sts)::[\d*]+:.+$/.test(arn)))
    problems.push("--exempt: must be ARNs such as arn:aws:iam::*:role/landing-zone");
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  const forbidsEdge = given.has("--forbid-edge") || config?.forbidsEdge === true;
  return { regions, exemptPrincipals, forbidsEdge, out: given.get("--out") };
}

function split(list: string | undefined): string[] | undefined {
  return list
    ?.split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function readConfig(file: string, readJson: (file: string) => unknown, problems: string[]) {
  let config: unknown;
  try {
    config = readJson(file);
  } catch {
    problems.push("--config: cannot be read as JSON");
  }
  const of = (rule: string): Record<string, unknown> => {
    const entry = isJsonObject(config) ? config[rule] : undefined;
    return isJsonObject(entry) ? entry : {};
  };
  const { allowedRegions } = of("region-residency");
  return {
    regions: Array.isArray(allowedRegions) ? allowedRegions.map(String) : [],
    forbidsEdge: of("region-edge-cache").cloudfrontUnderResidency === "forbid",
  };
}
