import * as pulumi from "@pulumi/pulumi";
import { allowThroughEndpoint } from "../aws/iam-documents";
import type { RequiredGrant } from "../edge-front-door/origins/origin";
import type { MountedApis } from "./config";
import type { RoutedApi } from "./listener-rules";
import { ApiRouting } from "./private-api-origin-args";
import type { PrivateApiOriginScope } from "./scope";

/** Creates the APIs. A single one has the component's own name in front of its children, several have theirs. */
export function bindApis(
  scope: PrivateApiOriginScope,
  apis: MountedApis,
  vpcEndpointId: pulumi.Input<string>,
  logsReady: readonly pulumi.Resource[],
): RoutedApi[] {
  return apis.map(({ name, isOnly, api, pathPrefix, hostName }) => ({
    name,
    bound: api.bind({
      ...scope,
      name: isOnly ? scope.name : `${scope.name}-${name}`,
      argument: { of: scope.name, path: isOnly ? "api" : `apis.${name}.api` },
      vpcEndpointId,
      logsReady,
    }),
    pathPrefix,
    hostName,
  }));
}

/** The stage name of all APIs, where they have the same one and a load balancer tells them apart. */
export function sharedStageOf(apis: readonly RoutedApi[], routing: ApiRouting): string | undefined {
  const [stage, ...others] = new Set(apis.map(({ bound }) => bound.stageName));
  return routing === ApiRouting.ListenerTransform && others.length === 0 ? stage : undefined;
}

/** What the resource policies of APIs made elsewhere must say. */
export function requiredGrants(
  apis: readonly RoutedApi[],
  vpcEndpointId: pulumi.Input<string>,
): pulumi.Output<RequiredGrant[]> {
  const foreign = apis.filter(({ bound }) => bound.policyIsElsewhere);
  return pulumi.all(
    foreign.map(({ bound }) =>
      pulumi
        .all([bound.executionArn, vpcEndpointId])
        .apply(([resourceArn, id]) => ({ resourceArn, statements: allowThroughEndpoint(id) })),
    ),
  );
}
