import * as pulumi from "@pulumi/pulumi";
import { checkGiven } from "../../argument-checks";
import { checkSound, input, knownText, object, text } from "../../argument-kinds";
import { parseArn } from "../../aws/arns";
import type { Problem } from "../../errors";
import { refuse, regionOf } from "../late-checks";
import type { PrivateApi } from "./private-api";

/** A private REST API made elsewhere, in the Region of the stack. An `aws.apigateway.RestApi` fits as it is. */
export interface ExistingRestApi {
  id: pulumi.Input<string>;
  region: pulumi.Input<string>;
  /** `arn:aws:execute-api:<region>:<account>:<id>`. */
  executionArn: pulumi.Input<string>;
}

export interface ExistingApiOptions {
  restApi: ExistingRestApi;
  stageName: string;
}

/** Its resource policy, deployment and logs stay its owner's: the policy must let the endpoint in (`requiredGrants`). */
export function existingApi(options: ExistingApiOptions): PrivateApi {
  return {
    options,
    check: (path, stackRegion) => checkSound(path, options, KINDS, (sound) => checkExisting(path, sound, stackRegion)),
    bind: ({ parent, argument }) => {
      const { restApi, stageName } = options;
      const { id, region, executionArn } = restApi;
      const verified = pulumi
        .all([id, region, executionArn, regionOf(parent)])
        .apply(([knownId, knownRegion, arn, stackRegion]) => {
          refuse(
            argument.of,
            checkFacts(`${argument.path}.restApi`, { id: knownId, region: knownRegion, arn, stackRegion }),
          );
          return { id: knownId, region: knownRegion, executionArn: arn };
        });
      return {
        restApiId: verified.id,
        region: verified.region,
        stageName,
        executionArn: verified.executionArn,
        policyIsElsewhere: true,
        ready: [],
      };
    },
  };
}

const KINDS = object<ExistingApiOptions>({
  restApi: object<ExistingRestApi>({ id: input, region: input, executionArn: input }),
  stageName: text,
});

function checkExisting(path: string, options: Partial<ExistingApiOptions>, stackRegion: string | undefined): Problem[] {
  const { restApi, stageName } = options;
  return [
    ...checkGiven(path, options, ["restApi"]),
    ...(restApi ? checkGiven(`${path}.restApi`, restApi, ["id", "region", "executionArn"]) : []),
    ...checkFacts(`${path}.restApi`, {
      id: knownText(restApi?.id),
      region: knownText(restApi?.region),
      arn: knownText(restApi?.executionArn),
      stackRegion,
    }),
    ...(stageName !== undefined && /^[A-Za-z0-9_-]{1,128}$/.test(stageName)
      ? []
      : [{ path: `${path}.stageName`, must: "be the name of a stage", got: stageName, use: '"live"' }]),
  ];
}

/** What is known of an API. */
interface ApiFacts {
  readonly id: string | undefined;
  readonly region: string | undefined;
  readonly arn: string | undefined;
  readonly stackRegion: string | undefined;
}

/** All of them name the same API, where the endpoint finds it. */
function checkFacts(path: string, { id, region, arn: text, stackRegion }: ApiFacts): Problem[] {
  const arn = text === undefined ? undefined : parseArn(text);
  if (text !== undefined && arn?.service !== "execute-api") {
    return [{ path: `${path}.executionArn`, must: "be the execution ARN of a REST API", got: text }];
  }
  const problems: Problem[] = [];
  if (id !== undefined && arn !== undefined && arn.resource !== id) {
    problems.push({ path: `${path}.id and ${path}.executionArn`, must: "name the same API", got: id });
  }
  if (region !== undefined && arn !== undefined && arn.region !== region) {
    problems.push({ path: `${path}.region and ${path}.executionArn`, must: "name the same Region", got: region });
  }
  const apiRegion = region ?? arn?.region;
  if (stackRegion !== undefined && apiRegion !== undefined && apiRegion !== stackRegion) {
    problems.push({
      path: `${path}.region`,
      must: `be ${stackRegion}: an endpoint leads to the private APIs of its own Region`,
      got: apiRegion,
    });
  }
  return problems;
}
