import * as aws from "@pulumi/aws";
import { checkMember, checkRange } from "../argument-checks";
import type { Problem } from "../errors";
import type { RouteArgs } from "./args";
import { CONTINUOUS_DEPLOYMENT_DEFAULTS } from "./defaults";
import type { Origin } from "./origins/origin";
import type { BehaviorArgs } from "./routes/behavior-args";
import type { FrontDoorScope } from "./scope";

/** One deployment a phase: CloudFront takes no policy on a distribution that is being created, and lets none go that is attached. */
export const ContinuousDeploymentPhase = {
  /** Makes the staging distribution and the policy. */
  Prepare: "prepare",
  /** Sends the share of the traffic to the staging distribution. */
  Active: "active",
  /** All traffic is the front door's own again. After it `continuousDeployment` can be left out. */
  Detach: "detach",
} as const;
export type ContinuousDeploymentPhase = (typeof ContinuousDeploymentPhase)[keyof typeof ContinuousDeploymentPhase];

/** A request header that sends a request to the staging distribution. */
export interface StagingHeader {
  /** Begins with `aws-cf-cd-`. */
  name: string;
  value: string;
}

/** A staging distribution: the same but for what is given here. Either `weightPercent` or `header`. */
export interface ContinuousDeploymentArgs {
  phase: ContinuousDeploymentPhase;
  /** Share of viewers, 1 to 15 percent. A viewer stays with one of the two for a while. */
  weightPercent?: number;
  header?: StagingHeader;
  /** @default - the front door's */
  origin?: Origin;
  /** @default - the front door's */
  behavior?: BehaviorArgs;
  /** In place of all routes of the front door. @default - the front door's */
  routes?: RouteArgs[];
}

export function createContinuousDeploymentPolicy(
  { parent, name }: FrontDoorScope,
  { phase, weightPercent, header }: ContinuousDeploymentArgs,
  staging: aws.cloudfront.Distribution,
): aws.cloudfront.ContinuousDeploymentPolicy {
  return new aws.cloudfront.ContinuousDeploymentPolicy(
    `${name}-continuous-deployment`,
    {
      enabled: phase !== ContinuousDeploymentPhase.Detach,
      stagingDistributionDnsNames: { items: [staging.domainName], quantity: 1 },
      trafficConfig:
        header === undefined
          ? {
              type: "SingleWeight",
              singleWeightConfig: {
                weight: (weightPercent ?? 0) / 100,
                sessionStickinessConfig: {
                  idleTtl: CONTINUOUS_DEPLOYMENT_DEFAULTS.stickinessIdleSeconds,
                  maximumTtl: CONTINUOUS_DEPLOYMENT_DEFAULTS.stickinessMaximumSeconds,
                },
              },
            }
          : { type: "SingleHeader", singleHeaderConfig: { header: header.name, value: header.value } },
    },
    { parent },
  );
}

/** What the front door's distribution says of the policy. Leaving it out changes nothing; only the empty text lets go of it. */
export function attachedPolicy(
  deployment: ContinuousDeploymentArgs | undefined,
  policy: aws.cloudfront.ContinuousDeploymentPolicy | undefined,
) {
  switch (deployment?.phase) {
    case ContinuousDeploymentPhase.Active:
      return policy?.id;
    case ContinuousDeploymentPhase.Detach:
      return "";
    default:
      return undefined;
  }
}

const WEIGHT_PERCENT = { min: 1, max: 15 };

export function checkContinuousDeployment(path: string, deployment: ContinuousDeploymentArgs | undefined): Problem[] {
  if (deployment === undefined) {
    return [];
  }
  const { phase, weightPercent, header } = deployment;
  const problems: Problem[] = [
    ...(phase === undefined ? [{ path: `${path}.phase`, must: "be given" }] : []),
    ...checkMember(`${path}.phase`, phase, ContinuousDeploymentPhase),
    ...checkRange(`${path}.weightPercent`, weightPercent, WEIGHT_PERCENT),
  ];
  if ((weightPercent === undefined) === (header === undefined)) {
    problems.push({ path: `${path}.weightPercent and ${path}.header`, must: "be given one without the other" });
  }
  if (header !== undefined && !/^aws-cf-cd-[a-z0-9-]+$/i.test(header.name ?? "")) {
    problems.push({
      path: `${path}.header.name`,
      must: 'begin with "aws-cf-cd-"',
      got: header.name,
      use: '"aws-cf-cd-staging"',
    });
  }
  if (header !== undefined && !header.value) {
    problems.push({ path: `${path}.header.value`, must: "be given: a request goes to staging that has this value" });
  }
  return problems;
}
