import { parseArn } from "../../aws/arn";
import { byEndpointType } from "../../aws/edge-services";
import type { Property } from "../../aws/reading";
import { globalServicesRegion, partitionOf, shownRegion } from "../../aws/regions";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionType, multitenantType } from "../cloudfront/distribution";
import { functionType } from "../lambda/function";
import { follow } from "./paths";

interface Companion {
  /** The property that the companion is named by, and the way on to its ARN; "[]" is every element of a list. */
  readonly path: readonly string[];
  readonly types: readonly string[];
  readonly what: string;
}

const logGroup = ["aws:cloudwatch/logGroup:LogGroup"];
const certificate = ["aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation"];
const edgeFunction = (arn: "lambdaArn" | "lambdaFunctionArn", ...path: string[]): Companion => ({
  path: [...path, "lambdaFunctionAssociations", "[]", arn],
  types: [functionType],
  what: "is a function",
});

/** What global services take from us-east-1 only. Certificates of distributions have a rule of their own: cloudfront-certificate-region. */
const companions: Readonly<Record<string, readonly Companion[]>> = {
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
  [distributionType]: [
    edgeFunction("lambdaArn", "defaultCacheBehavior"),
    edgeFunction("lambdaArn", "orderedCacheBehaviors", "[]"),
  ],
  [multitenantType]: [
    edgeFunction("lambdaFunctionArn", "defaultCacheBehavior"),
    edgeFunction("lambdaFunctionArn", "cacheBehaviors", "[]"),
  ],
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
  "aws:route53/queryLog:QueryLog": [{ path: ["cloudwatchLogGroupArn"], types: logGroup, what: "is a log group" }],
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
  "aws:route53/keySigningKey:KeySigningKey": [
    { path: ["keyManagementServiceArn"], types: ["aws:kms/key:Key"], what: "is a key" },
  ],
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html
  "aws:apigateway/domainName:DomainName": [{ path: ["certificateArn"], types: certificate, what: "is a certificate" }],
  // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
  "aws:cognito/userPoolDomain:UserPoolDomain": [
    { path: ["certificateArn"], types: certificate, what: "is a certificate" },
  ],
};

/** A private domain's certificate is in the domain's own Region. */
function companionsOf(type: string, inputs: Property): readonly Companion[] {
  if (type === "aws:apigateway/domainName:DomainName" && byEndpointType(inputs) !== "yes") return [];
  return companions[type] ?? [];
}

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const deliverySourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
/** These have their metrics in us-east-1 and nowhere else, so that an alarm elsewhere never sees any. */
const globalMetrics = new Set(["AWS/CloudFront", "AWS/Route53", "AWS/Billing"]);

const fix = `create it with region "${globalServicesRegion}"`;

/** The other side of the exceptions of region-residency: what may be in us-east-1 for the sake of global services has to be there. */
export const requireGlobalCompanions: Rule = {
  name: "region-global-companions",
  severity: "medium",
  reason:
    "Global services take logs, keys, functions and metrics from us-east-1 only: elsewhere they fail or see nothing.",
  remediation:
    'Create the log group, key, function, certificate, alarm or log delivery source with region "us-east-1".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/monitoring-using-cloudwatch.html",
  frameworks: [],
  profile: "baseline",
  types: [...Object.keys(companions), alarmType, deliverySourceType],
  *check({ type, properties }: Resource) {
    for (const { path, what } of companionsOf(type, properties))
      for (const property of follow(properties, path))
        yield* checkRegion(property, parseArn(property.text ?? "")?.region, what);
    const isGlobal = type === alarmType ? isOnGlobalMetric(properties) : isAboutDistribution(properties);
    if (type in companions || !isGlobal) return;
    const region = properties.at("region");
    if (region.text === undefined) yield undecided(region);
    else yield* checkRegion(region, region.text, "is");
  },
  *join(graph: ResourceGraph) {
    for (const type of Object.keys(companions))
      for (const resource of graph.ofType(type))
        for (const row of companionsOf(type, resource.properties))
          for (const finding of checkSources(graph, resource, row)) yield about(resource, finding);
    for (const source of graph.ofType(deliverySourceType)) {
      if (source.properties.at("resourceArn").state !== "unknown") continue;
      const ofDistribution = graph
        .sourcesOf(source, "resourceArn")
        .some(({ type }) => type === distributionType || type === multitenantType);
      const region = source.properties.at("region");
      if (ofDistribution) for (const finding of checkRegion(region, region.text, "is")) yield about(source, finding);
    }
  },
};

/** While the ARN is not known, the resource that it comes from tells the Region. */
function* checkSources(
  graph: ResourceGraph,
  resource: StackResource,
  { path, types, what }: Companion,
): Iterable<Finding> {
  const [top = ""] = path;
  const sources = graph.sourcesOf(resource, top).filter(({ type }) => types.includes(type));
  for (const property of follow(resource.properties, path)) {
    // A whole behavior that is not known may have no function.
    if (property.state !== "unknown" || (path.length > 1 && sources.length === 0)) continue;
    if (sources.length === 0) yield undecided(property);
    for (const source of sources) yield* checkRegion(property, source.properties.at("region").text, what);
  }
}

function* checkRegion(property: Property, region: string | undefined, what: string): Iterable<Finding> {
  if (region === undefined || region === "" || region === globalServicesRegion || partitionOf(region) !== "aws") return;
  yield violated(property, what === "is" ? `is ${shownRegion(region)}` : `${what} in ${shownRegion(region)}`, fix);
}

function isOnGlobalMetric(inputs: Property): boolean {
  const metrics = inputs.at("metricQueries").items.map((query) => query.at("metric", "namespace").text);
  return [inputs.at("namespace").text, ...metrics].some((namespace) => globalMetrics.has(namespace ?? ""));
}

function isAboutDistribution(inputs: Property): boolean {
  return parseArn(inputs.at("resourceArn").text ?? "")?.service === "cloudfront";
}
