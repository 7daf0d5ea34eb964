import * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../../aws/arns";
import { ComponentInputError, type Problem } from "../../errors";
import type { PrivateApi } from "./private-api";

/** A private REST API made elsewhere. An `aws.apigateway.RestApi` fits as it is. */
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
  const { restApi, stageName } = options;
  return {
    options,
    check: (path) => checkExisting(path, options),
    bind: ({ name }) => {
      const { id, region, executionArn } = restApi;
      const verified = pulumi.all([id, region, executionArn]).apply(([knownId, knownRegion, arn]) => {
        const problems = checkArn("api.restApi", knownId, knownRegion, arn);
        if (problems.length > 0) {
          throw new ComponentInputError("PrivateApiOrigin", name, problems);
        }
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

function checkExisting(path: string, { restApi, stageName }: ExistingApiOptions): Problem[] {
  const missing = (["id", "region", "executionArn"] as const).filter((key) => restApi?.[key] === undefined);
  const problems: Problem[] = missing.map((key) => ({ path: `${path}.restApi.${key}`, must: "be given" }));
  if (typeof stageName !== "string" || !/^[A-Za-z0-9_-]{1,128}$/.test(stageName)) {
    problems.push({ path: `${path}.stageName`, must: "be the name of a stage", got: stageName, use: '"live"' });
  }
  const { id, region, executionArn } = restApi ?? {};
  return typeof executionArn === "string"
    ? [...problems, ...checkArn(`${path}.restApi`, plain(id), plain(region), executionArn)]
    : problems;
}

function plain(value: pulumi.Input<string> | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The three name the same API. */
function checkArn(path: string, id: string | undefined, region: string | undefined, executionArn: string): Problem[] {
  const arn = parseArn(executionArn);
  if (arn?.service !== "execute-api") {
    return [{ path: `${path}.executionArn`, must: "be the execution ARN of a REST API", got: executionArn }];
  }
  const problems: Problem[] = [];
  if (id !== undefined && arn.resource !== id) {
    problems.push({ path: `${path}.id and ${path}.executionArn`, must: "name the same API", got: id });
  }
  if (region !== undefined && arn.region !== region) {
    problems.push({ path: `${path}.region and ${path}.executionArn`, must: "name the same Region", got: region });
  }
  return problems;
}
