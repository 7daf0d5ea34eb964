// Pushes requests through the gates in their order, from wherever somebody may call.

import { sendToOrigin } from "./cloudfront";
import { endpointsOf, enter } from "./endpoint";
import { Input } from "./inputs";
import { route } from "./listener-rules";
import { type HttpRequest, type Outcome, refuse } from "./request";
import { admits, letsOut, type Source } from "./security-groups";
import type { Emitted, InterfaceEndpoint, Stack } from "./stack";

/** A viewer, at any distribution: `inputs` are those of `aws.cloudfront.Distribution`. */
export function fromViewer(stack: Stack, inputs: unknown, request: HttpRequest): Outcome {
  const sent = sendToOrigin(new Input("distribution", inputs), request);
  if ("refused" in sent) {
    return sent;
  }
  const { vpcOriginId, serverNames, request: atOrigin } = sent.passed;
  const vpcOrigin =
    vpcOriginId === undefined ? undefined : stack.find("cloudfront/vpcOrigin:VpcOrigin", "id", vpcOriginId);
  if (vpcOrigin === undefined) {
    return refuse("network", "the load balancer has no public address");
  }
  const config = vpcOrigin.inputs.required("vpcOriginEndpointConfig");
  config.required("originProtocolPolicy").oneOf("https-only");
  const loadBalancer = stack.find("lb/loadBalancer:LoadBalancer", "arn", config.required("arn").text());
  if (loadBalancer === undefined) {
    throw config.notModelled("anything but a load balancer of the program");
  }
  const { serviceSecurityGroupId, prefixListId } = stack.cloudFront;
  const source = { securityGroupIds: [serviceSecurityGroupId], prefixListIds: [prefixListId] };
  return atLoadBalancer(stack, loadBalancer, source, atOrigin, serverNames);
}

/** A machine in the VPC that calls a load balancer of the program. */
export function fromVpcToLoadBalancer(stack: Stack, securityGroupIds: string[], request: HttpRequest): Outcome {
  const [loadBalancer] = stack.all("lb/loadBalancer:LoadBalancer");
  if (loadBalancer === undefined) {
    throw new Error("the program has no load balancer");
  }
  return atLoadBalancer(stack, loadBalancer, { securityGroupIds }, request);
}

/** A machine in the VPC that calls the endpoint past the load balancer. */
export function fromVpcToEndpoint(stack: Stack, securityGroupIds: string[], request: HttpRequest): Outcome {
  const [endpoint] = endpointsOf(stack);
  if (endpoint === undefined) {
    throw new Error("the program has no endpoint");
  }
  return atEndpoint(stack, endpoint, { securityGroupIds }, request);
}

/** Somebody else's endpoint, open to its own network: only the policies behind it are left. */
export function throughOtherEndpoint(stack: Stack, vpcEndpointId: string, request: HttpRequest): Outcome {
  return enter(stack, { id: vpcEndpointId, addresses: [], securityGroupIds: [] }, request);
}

/** Anywhere on the internet. */
export function fromInternet(stack: Stack, request: HttpRequest): Outcome {
  for (const { inputs } of stack.all("lb/loadBalancer:LoadBalancer")) {
    if (!inputs.required("internal").is(true)) {
      throw inputs.notModelled("a public load balancer");
    }
  }
  return refuse(
    "network",
    `${request.host} leads to nothing that is on the internet: private API, internal load balancer`,
  );
}

function atLoadBalancer(
  stack: Stack,
  loadBalancer: Emitted,
  source: Source,
  request: HttpRequest,
  serverNames?: readonly string[],
): Outcome {
  const groups = loadBalancer.inputs.required("securityGroups").texts();
  if (!admits(stack, groups, source, 443)) {
    return refuse("security group of the load balancer", `it does not admit ${source.securityGroupIds.join(", ")}`);
  }
  const [listener] = stack.with("lb/listener:Listener", "loadBalancerArn", loadBalancer.output("arn"));
  if (listener === undefined || !listener.inputs.required("port").is(443)) {
    return refuse("load balancer", "nothing listens on port 443");
  }
  const certified = certifiedNames(stack, listener.inputs.required("certificateArn").text());
  if (serverNames && !serverNames.some((name) => certified.some((pattern) => covers(pattern, name)))) {
    return refuse("certificate", `it covers ${certified.join(", ")}`);
  }
  const routed = route(stack, listener, dropInvalidHeaders(loadBalancer, request));
  if ("refused" in routed) {
    return routed;
  }
  const endpoint = endpointOf(stack, routed.passed.targetGroupArn);
  if (endpoint === undefined) {
    return refuse("target group", "its targets are no endpoint's addresses");
  }
  if (!letsOut(stack, groups, endpoint, 443)) {
    return refuse("security group of the load balancer", "it does not let out to the endpoint");
  }
  return atEndpoint(stack, endpoint, { securityGroupIds: groups }, routed.passed.request);
}

function atEndpoint(stack: Stack, endpoint: InterfaceEndpoint, source: Source, request: HttpRequest): Outcome {
  const isAdmitted =
    admits(stack, endpoint.securityGroupIds, source, 443) ||
    source.securityGroupIds.some((group) => endpoint.alsoAdmits?.includes(group));
  return isAdmitted
    ? enter(stack, endpoint, request)
    : refuse("security group of the endpoint", `it does not admit ${source.securityGroupIds.join(", ")}`);
}

/** The endpoint to which all targets of the group belong. */
function endpointOf(stack: Stack, targetGroupArn: string): InterfaceEndpoint | undefined {
  const targets = stack
    .with("lb/targetGroupAttachment:TargetGroupAttachment", "targetGroupArn", targetGroupArn)
    .map(({ inputs }) => inputs.only("targetGroupArn", "targetId", "port").required("targetId").text());
  return endpointsOf(stack).find(
    ({ addresses }) => targets.length > 0 && targets.every((target) => addresses.includes(target)),
  );
}

function dropInvalidHeaders(loadBalancer: Emitted, request: HttpRequest): HttpRequest {
  const drops = loadBalancer.inputs.optional("dropInvalidHeaderFields")?.is(true) ?? false;
  const headers = Object.entries(request.headers ?? {}).filter(([name]) => !drops || /^[A-Za-z0-9-]+$/.test(name));
  return { ...request, headers: Object.fromEntries(headers) };
}

function certifiedNames(stack: Stack, arn: string): readonly string[] {
  const made = stack.find("acm/certificate:Certificate", "arn", arn);
  return made
    ? [made.inputs.required("domainName").text(), ...(made.inputs.optional("subjectAlternativeNames")?.texts() ?? [])]
    : (stack.elsewhere.certificates?.[arn] ?? []);
}

/** A wildcard stands for one label. */
function covers(pattern: string, name: string): boolean {
  return pattern.startsWith("*.") ? name.replace(/^[^.]+/, "*") === pattern : pattern === name.toLowerCase();
}
