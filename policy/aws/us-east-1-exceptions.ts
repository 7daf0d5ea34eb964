// What has to live in us-east-1 whatever Regions are allowed, because AWS runs CloudFront's side of it there and nowhere else.
// An exact list: everything else in us-east-1 is judged like any other Region.
// https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html lists the services with such a side.

import { isVpcOriginArn } from "./arn";
import type { Property } from "./reading";
import { globalServicesRegion } from "./regions";
import type { ResourceGraph, StackResource } from "./resource-graph";

/**
 * `yes` and `no` are final. `linked`: yes if something of CloudFront's in the same stack uses it, which only a look at the whole stack
 * shows. `unknown`: it depends on a value that is not known yet.
 */
export type Exception = "yes" | "no" | "linked" | "unknown";

function byText(property: Property, isGlobal: (text: string) => boolean): Exception {
  if (property.state === "unknown") return "unknown";
  return property.text !== undefined && isGlobal(property.text) ? "yes" : "no";
}

const byScope = (inputs: Property) => byText(inputs.at("scope"), (scope) => scope === "CLOUDFRONT");
const linked = () => "linked" as const;

/** The ARN of a web ACL is the ACL's own output: unknown in a preview, where the link to the ACL decides. */
function byWebAcl(inputs: Property, name: string): Exception {
  const exception = byText(inputs.at(name), (arn) => arn.includes(":global/"));
  return exception === "unknown" ? "linked" : exception;
}

/** Namespaces whose metrics CloudWatch has in us-east-1 only, or has there for what CloudFront uses. */
const globalMetrics = new Set([
  "AWS/CloudFront",
  "AWS/Route53",
  "AWS/Billing",
  "AWS/DDoSProtection",
  "AWS/WAFV2",
  "AWS/CertificateManager",
]);

/** An alarm names its metric, or a formula over several, which then are all of those namespaces. */
function byMetrics(inputs: Property): Exception {
  const queries = inputs.at("metricQueries");
  const metrics = queries.items.map((query) => query.at("metric", "namespace")).filter((m) => m.state !== "absent");
  const found = [...metrics, ...(metrics.length > 0 ? [] : [inputs.at("namespace")])].map((namespace) =>
    byText(namespace, (name) => globalMetrics.has(name)),
  );
  return queries.state === "unknown" ? "unknown" : (found.find((exception) => exception !== "yes") ?? "yes");
}

const vpcOriginType = "aws:cloudfront/vpcOrigin:VpcOrigin";
const shareOfResourceType = "aws:ram/resourceAssociation:ResourceAssociation";

/** AWS RAM shares what is global from us-east-1. While the ARN is not known, the resource it comes from decides. */
function bySharedResource(inputs: Property): Exception {
  const exception = byText(inputs.at("resourceArn"), isVpcOriginArn);
  return exception === "unknown" ? "linked" : exception;
}

interface ExceptionOfType {
  readonly when: (inputs: Property) => Exception;
  /** What IAM has to allow in us-east-1 for it. A service control policy sees no more than that: it cannot tell who uses a log group. */
  readonly actions: string;
  /** What is read or written there can be what customers send: access logs and alarms hold it, certificates and firewalls do not. */
  readonly holdsData?: true;
}

const waf = (when: ExceptionOfType["when"]): ExceptionOfType => ({ when, actions: "wafv2:*" });
const certificate = (when: ExceptionOfType["when"]): ExceptionOfType => ({ when, actions: "acm:*" });
const logs: ExceptionOfType = { when: linked, actions: "logs:*", holdsData: true };
const topic: ExceptionOfType = { when: linked, actions: "sns:*", holdsData: true };
const share = (when: ExceptionOfType["when"]): ExceptionOfType => ({ when, actions: "ram:*" });
const edgeFunction: ExceptionOfType = { when: linked, actions: "lambda:*", holdsData: true };
const encryptionKey: ExceptionOfType = { when: linked, actions: "kms:*" };

const exceptions: Readonly<Record<string, ExceptionOfType>> = {
  "aws:wafv2/webAcl:WebAcl": waf(byScope),
  "aws:wafv2/ipSet:IpSet": waf(byScope),
  "aws:wafv2/regexPatternSet:RegexPatternSet": waf(byScope),
  "aws:wafv2/ruleGroup:RuleGroup": waf(byScope),
  "aws:wafv2/webAclRule:WebAclRule": waf((inputs) => byWebAcl(inputs, "webAclArn")),
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation": waf((inputs) => byWebAcl(inputs, "webAclArn")),
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": waf((inputs) => byWebAcl(inputs, "resourceArn")),
  "aws:acm/certificate:Certificate": certificate(() => "yes"),
  "aws:acm/certificateValidation:CertificateValidation": certificate(linked),
  // Log groups of WAF and of Route 53 query logs, and CloudFront's log deliveries.
  "aws:cloudwatch/logGroup:LogGroup": logs,
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": logs,
  "aws:cloudwatch/logDelivery:LogDelivery": logs,
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": logs,
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": logs,
  "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": logs,
  "aws:cloudwatch/metricAlarm:MetricAlarm": { when: byMetrics, actions: "cloudwatch:*" },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": { when: linked, actions: "cloudwatch:*" },
  // An alarm can only notify a topic in its own Region.
  "aws:sns/topic:Topic": topic,
  "aws:sns/topicPolicy:TopicPolicy": topic,
  "aws:sns/topicSubscription:TopicSubscription": topic,
  // VPC origins that CloudFront of other accounts uses.
  "aws:ram/resourceShare:ResourceShare": share(linked),
  "aws:ram/principalAssociation:PrincipalAssociation": share(linked),
  [shareOfResourceType]: share(bySharedResource),
  // Lambda@Edge.
  "aws:lambda/function:Function": edgeFunction,
  "aws:lambda/permission:Permission": edgeFunction,
  // The key of one of the log groups above, or of DNSSEC signing.
  "aws:kms/key:Key": encryptionKey,
  "aws:kms/keyPolicy:KeyPolicy": encryptionKey,
  "aws:kms/alias:Alias": encryptionKey,
};

export function exceptionFor(type: string, inputs: Property): Exception {
  return exceptions[type]?.when(inputs) ?? "no";
}

/** Whether customers' data can be in what the exception is for. */
export function holdsData(type: string): boolean {
  return exceptions[type]?.holdsData === true;
}

/** The types that there are exceptions for. */
export const exceptionTypes: readonly string[] = Object.keys(exceptions);

/** What IAM has to allow in us-east-1 for all of them, such as `acm:*`. */
export const exceptionActions: readonly string[] = [
  ...new Set(Object.values(exceptions).map(({ actions }) => actions)),
].sort();

/** Shows metrics of any Region and moves none, so it may show CloudFront's; that is no reason for what it shows to be there. */
const dashboardType = "aws:cloudwatch/dashboard:Dashboard";

/** Types outside us-east-1 that may point there: most are the ones that the exceptions exist for. */
const pointers: Readonly<Record<string, readonly string[] | "anywhere">> = {
  "aws:cloudfront/distribution:Distribution": "anywhere",
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution": "anywhere",
  "aws:cloudfront/distributionTenant:DistributionTenant": "anywhere",
  "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig": "anywhere",
  [dashboardType]: "anywhere",
  "aws:route53/queryLog:QueryLog": ["cloudwatchLogGroupArn"],
  "aws:route53/keySigningKey:KeySigningKey": ["keyManagementServiceArn"],
  "aws:cognito/userPoolDomain:UserPoolDomain": ["certificateArn"],
  "aws:apigateway/domainName:DomainName": ["certificateArn"],
  // A health check follows an alarm, and alarms on CloudFront's metrics are there.
  "aws:route53/healthCheck:HealthCheck": ["cloudwatchAlarmRegion"],
};

/** Whether that input of such a resource may name us-east-1. Shield and origin settings of a distribution may not: they place data. */
export function mayPointToGlobalRegion(type: string, path: string): boolean {
  const allowed = pointers[type];
  if (allowed === undefined) return false;
  if (allowed === "anywhere") return !/originShield|domainName/.test(path);
  return allowed.includes(path);
}

const noAnchors = [dashboardType, "aws:route53/healthCheck:HealthCheck"];
const anchorTypes = Object.keys(pointers).filter((type) => !noAnchors.includes(type));

function isAnchor(graph: ResourceGraph, resource: StackResource): boolean {
  if (anchorTypes.includes(resource.type) || sharesVpcOrigin(graph, resource)) return true;
  // What is an exception by itself, such as the logging of a known global web ACL, leads on to what it uses.
  return resource.type in exceptions && exceptionFor(resource.type, resource.properties) === "yes";
}

function sharesVpcOrigin(graph: ResourceGraph, resource: StackResource): boolean {
  if (resource.type !== shareOfResourceType || resource.properties.at("resourceArn").state !== "unknown") return false;
  return graph.sourcesOf(resource, "resourceArn").some(({ type }) => type === vpcOriginType);
}

/** The resources in us-east-1 that are there as an exception, yet nothing of CloudFront's in this stack has to do with them. */
export function* unusedExceptions(graph: ResourceGraph): Iterable<StackResource> {
  const candidates = graph.resources.filter(
    (resource) =>
      resource.type in exceptions &&
      resource.properties.at("region").text === globalServicesRegion &&
      exceptionFor(resource.type, resource.properties) === "linked",
  );
  if (candidates.length === 0) return;
  const anchors = graph.resources.filter((resource) => isAnchor(graph, resource));
  const used = reachable(graph, anchors, new Set(candidates));
  for (const candidate of candidates) if (!used.has(candidate)) yield candidate;
}

/**
 * To mention what is CloudFront's, a distribution's id for instance, is no reason for these to be in us-east-1; to be used by it is. A share of
 * something else is none because a VPC origin is in the same share.
 */
const onlyWhereUsed = new Set([
  "aws:lambda/function:Function",
  "aws:kms/key:Key",
  "aws:sns/topic:Topic",
  shareOfResourceType,
]);

/** Follows property dependencies, but only from one candidate to the next: a bucket in another Region that both use makes no link. */
function reachable(
  graph: ResourceGraph,
  anchors: readonly StackResource[],
  candidates: ReadonlySet<StackResource>,
): ReadonlySet<StackResource> {
  const neighbours = new Map<StackResource, StackResource[]>();
  const connect = (a: StackResource, b: StackResource) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const resource of graph.resources) {
    for (const source of graph.allSourcesOf(resource)) {
      connect(resource, source);
      if (!onlyWhereUsed.has(resource.type)) connect(source, resource);
    }
  }
  const reached = new Set(anchors);
  const queue = [...anchors];
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    for (const next of neighbours.get(here) ?? []) {
      if (reached.has(next) || !candidates.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  return reached;
}
