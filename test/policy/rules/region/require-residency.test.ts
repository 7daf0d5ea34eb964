import { requireResidency } from "../../../../policy/rules/region/require-residency";
import { toPolicy } from "../../../../policy/sdk-policy";
import { certificateArn, distribution, distributionType, webAclArn } from "../../kit/distributions";
import { type Example, judgeResource, judgeStack, unknown, urnOf } from "../../kit/judge";
import { allowCloudFront, document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const config = { allowedRegions: ["eu-west-1", "eu-central-1"] };
const fix = "fix: use one of eu-central-1, eu-west-1";
const queueType = "aws:sqs/queue:Queue";
const tableType = "aws:dynamodb/table:Table";
const providerType = "pulumi:providers:aws";
const logGroupArn = "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-shop";
const home = { region: "eu-central-1" };

testRule(requireResidency, {
  type: queueType,
  config,
  violating: {
    "a resource in another Region": { props: { region: "us-west-2" }, messages: [`region: is us-west-2; ${fix}`] },
    "a resource in us-east-1 that need not be there": {
      props: { region: "us-east-1" },
      messages: [`region: is us-east-1; ${fix}`],
    },
    "a provider of another Region": {
      type: providerType,
      props: { region: "ap-southeast-2" },
      messages: [`region: names ap-southeast-2; ${fix}`],
    },
    "a provider with an endpoint in another Region, in its JSON inputs": {
      type: providerType,
      props: { ...home, endpoints: JSON.stringify([{ s3: "https://s3.us-west-2.amazonaws.com" }]) },
      messages: [`endpoints[0].s3: names us-west-2; ${fix}`],
    },
    "a provider of an allowed Region with an endpoint in us-east-1": {
      type: providerType,
      props: { ...home, endpoints: JSON.stringify([{ sqs: "https://sqs.us-east-1.amazonaws.com" }]) },
      messages: [`endpoints[0].sqs: names us-east-1; ${fix}`],
    },
    "an alarm on a formula over metrics that are not CloudFront's alone": {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      props: {
        region: "us-east-1",
        metricQueries: [
          { id: "a", metric: { namespace: "AWS/CloudFront" } },
          { id: "b", metric: { namespace: "AWS/SQS" } },
        ],
      },
      messages: [`region: is us-east-1; ${fix}`],
    },
    "a replica in another Region": {
      type: tableType,
      props: { ...home, replicas: [{ regionName: "eu-west-1" }, { regionName: "us-west-2" }] },
      messages: [`replicas[1].regionName: names us-west-2; ${fix}`],
    },
    "an ARN of another Region": {
      type: "aws:cloudwatch/eventTarget:EventTarget",
      props: { ...home, arn: "arn:aws:sqs:us-west-2:123456789012:orders" },
      messages: [`arn: names us-west-2; ${fix}`],
    },
    "host names, queue URLs, image URIs and endpoint services of other Regions": {
      type: "aws:ecs/taskDefinition:TaskDefinition",
      props: {
        ...home,
        containerDefinitions: JSON.stringify([
          {
            image: "123456789012.dkr.ecr.us-west-2.amazonaws.com/app:1",
            environment: [{ name: "QUEUE", value: "https://sqs.sa-east-1.amazonaws.com/123456789012/orders" }],
          },
        ]),
      },
      messages: [
        `containerDefinitions[0].environment[0].value: names sa-east-1; ${fix}`,
        `containerDefinitions[0].image: names us-west-2; ${fix}`,
      ],
    },
    "Regions in the settings of a container": {
      type: "aws:ecs/taskDefinition:TaskDefinition",
      props: {
        ...home,
        containerDefinitions: JSON.stringify([
          {
            environment: [{ name: "S3_REGION", value: "us-west-2" }],
            logConfiguration: { options: { "awslogs-region": "us-west-2" } },
          },
        ]),
      },
      messages: [`containerDefinitions[0].logConfiguration.options.awslogs-region: names us-west-2; ${fix}`],
    },
    "a Region in the environment of a function": {
      type: "aws:lambda/function:Function",
      props: { ...home, environment: { variables: { TABLE_REGION: "us-west-2" } } },
      messages: [`environment.variables.TABLE_REGION: names us-west-2; ${fix}`],
    },
    "an endpoint service of another Region": {
      type: "aws:ec2/vpcEndpoint:VpcEndpoint",
      props: { ...home, serviceName: "com.amazonaws.us-west-2.s3", serviceRegion: "us-west-2" },
      messages: [`serviceName: names us-west-2; ${fix}`, `serviceRegion: names us-west-2; ${fix}`],
    },
    "zones of other Regions": {
      type: "aws:ec2/subnet:Subnet",
      props: { ...home, availabilityZone: "us-west-2a", availabilityZoneId: "usw2-az1" },
      messages: [`availabilityZone: names us-west-2; ${fix}`, `availabilityZoneId: names us-west-2; ${fix}`],
    },
    "a local zone of another Region": {
      type: "aws:rds/cluster:Cluster",
      props: { ...home, availabilityZones: ["eu-central-1a", "us-west-2-lax-1a"] },
      messages: [`availabilityZones[1]: names us-west-2; ${fix}`],
    },
    "an origin shield in another Region": {
      type: distributionType,
      props: distribution({
        origins: [
          {
            originId: "a",
            domainName: "a.s3.us-east-1.amazonaws.com",
            originShield: { originShieldRegion: "us-east-1" },
          },
        ],
      }),
      messages: [
        `origins[0].domainName: names us-east-1; ${fix}`,
        `origins[0].originShield.originShieldRegion: names us-east-1; ${fix}`,
      ],
    },
    "an aggregator of every Region": {
      type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
      props: { ...home, accountAggregationSource: { allRegions: true, accountIds: ["123456789012"] } },
      messages: [
        "accountAggregationSource.allRegions: reaches into every Region; fix: set it to false and list allowed Regions",
      ],
    },
    "a regional web ACL in us-east-1": {
      type: "aws:wafv2/webAcl:WebAcl",
      props: { region: "us-east-1", scope: "REGIONAL" },
      messages: [`region: is us-east-1; ${fix}`],
    },
  },
  clean: {
    "a resource in an allowed Region": { props: { ...home, name: "orders", kmsMasterKeyId: unknown } },
    "a provider in us-east-1, whose resources are judged one by one": {
      type: providerType,
      props: { region: "us-east-1" },
    },
    "a resource that has no Region": { type: "aws:iam/role:Role", props: { name: "deploy" } },
    "what CloudFront takes from us-east-1": { type: distributionType, props: distribution() },
    "a web ACL for CloudFront in us-east-1": {
      type: "aws:wafv2/webAcl:WebAcl",
      props: {
        region: "us-east-1",
        scope: "CLOUDFRONT",
        rules: [{ statement: { ipSetReferenceStatement: { arn: webAclArn } } }],
      },
    },
    "the logging of such a web ACL": {
      type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
      props: {
        region: "us-east-1",
        resourceArn: webAclArn,
        logDestinationConfigs: [logGroupArn],
      },
    },
    "a certificate in us-east-1, which may wait for its distribution": {
      type: "aws:acm/certificate:Certificate",
      props: { region: "us-east-1", domainName: "shop.example.com" },
    },
    "an alarm on CloudFront's metrics": {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      props: {
        region: "us-east-1",
        namespace: "AWS/CloudFront",
        alarmActions: ["arn:aws:sns:us-east-1:123456789012:ops"],
      },
    },
    "a grant, which moves no data": {
      type: "aws:sqs/queuePolicy:QueuePolicy",
      props: {
        ...home,
        policy: document({ ...allowCloudFront({}), Resource: "arn:aws:sqs:us-west-2:123456789012:orders" }),
      },
    },
    "a grant in a document that is an object": {
      type: "aws:s3/bucketPolicy:BucketPolicy",
      props: {
        ...home,
        policy: {
          Statement: [allowCloudFront({ ArnLike: { "aws:SourceArn": "arn:aws:sns:us-west-2:123456789012:a" } })],
        },
      },
    },
    "an alarm on a formula over CloudFront's metrics": {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      props: {
        region: "us-east-1",
        metricQueries: [
          { id: "a", metric: { namespace: "AWS/CloudFront" } },
          { id: "b", metric: { namespace: "AWS/WAFV2" } },
          { id: "c", expression: "a + b" },
        ],
      },
    },
    "a dashboard with CloudFront's metrics": {
      type: "aws:cloudwatch/dashboard:Dashboard",
      props: {
        ...home,
        dashboardBody: JSON.stringify({ widgets: [{ type: "metric", properties: { region: "us-east-1" } }] }),
      },
    },
    "the key of DNSSEC signing": {
      type: "aws:route53/keySigningKey:KeySigningKey",
      props: { keyManagementServiceArn: "arn:aws:kms:us-east-1:123456789012:key/a" },
    },
    "tags and descriptions": {
      props: {
        ...home,
        tags: { source: "arn:aws:sqs:us-west-2:123456789012:orders" },
        description: "was sqs.us-west-2.amazonaws.com",
      },
    },
    "words that merely look like Regions": { props: { ...home, name: "us-west-2-archive", pattern: "us-west-2" } },
  },
  unknown: {
    "a computed Region": { props: { region: unknown }, path: "region" },
    "no Region, because no provider config names one": { props: { name: "orders" }, path: "region" },
    "a replica in a computed Region": {
      type: tableType,
      props: { ...home, replicas: [{ regionName: "eu-west-1" }, { regionName: unknown }] },
      path: "replicas[1].regionName",
    },
    "a provider of a computed Region": { type: providerType, props: { region: unknown }, path: "region" },
    "a provider whose Region comes from a profile": { type: providerType, props: { profile: "shop" }, path: "region" },
    "a computed scope in us-east-1": {
      type: "aws:wafv2/ipSet:IpSet",
      props: { region: "us-east-1", scope: unknown },
      path: "region",
    },
  },
});

describe("what is in us-east-1 as an exception", () => {
  const policy = toPolicy(requireResidency);
  const there = { region: "us-east-1" };
  const site: Example = {
    type: distributionType,
    name: "site",
    props: distribution({ viewerCertificate: { acmCertificateArn: unknown } }),
    sources: { viewerCertificate: ["validation"], webAclId: ["acl"], origins: ["bucket"] },
  };
  const acl: Example = { type: "aws:wafv2/webAcl:WebAcl", name: "acl", props: { ...there, scope: "CLOUDFRONT" } };
  const validation: Example = {
    type: "aws:acm/certificateValidation:CertificateValidation",
    name: "validation",
    props: there,
    sources: { certificateArn: ["certificate"] },
  };
  const certificate: Example = { type: "aws:acm/certificate:Certificate", name: "certificate", props: there };
  const logGroup: Example = { type: "aws:cloudwatch/logGroup:LogGroup", name: "waf-logs", props: there };
  const logging: Example = {
    type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    name: "waf-logging",
    props: { ...there, resourceArn: unknown, logDestinationConfigs: unknown },
    sources: { resourceArn: ["acl"], logDestinationConfigs: ["waf-logs"] },
  };
  const source: Example = {
    type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    name: "logs",
    props: there,
    sources: { resourceArn: ["site"] },
  };
  const stack = [certificate, validation, acl, logGroup, logging, site, source];

  test("is accepted where CloudFront uses it, directly or through another exception", () => {
    expect(judgeStack(policy, stack, config)).toMatchObject({ violations: [], undecided: undefined });
  });

  test("is accepted once the ARNs are known, too", () => {
    const deployed: Example = {
      ...logging,
      props: { ...there, resourceArn: webAclArn, logDestinationConfigs: [logGroupArn] },
    };
    expect(judgeStack(policy, [acl, logGroup, deployed], config)).toMatchObject({
      violations: [],
      undecided: undefined,
    });
  });

  test("is accepted for the topic of an alarm on CloudFront's metrics, and for no other topic", () => {
    const topic = (name: string): Example => ({ type: "aws:sns/topic:Topic", name, props: there });
    const alarm: Example = {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      name: "errors",
      props: { ...there, namespace: "AWS/CloudFront", alarmActions: unknown },
      sources: { alarmActions: ["ops"] },
    };
    expect(judgeStack(policy, [topic("ops"), topic("orders"), alarm], config).urns).toEqual([urnOf(topic("orders"))]);
  });

  test("is refused where nothing of CloudFront's has to do with it", () => {
    const orphan: Example = { ...logGroup, name: "app-logs" };
    expect(judgeStack(policy, [...stack, orphan], config)).toMatchObject({
      violations: [`region: is us-east-1, and nothing of CloudFront's in this stack uses the resource; ${fix}`],
      urns: [urnOf(orphan)],
    });
  });

  test("is not linked by a resource in another Region that both use", () => {
    const bucket: Example = { type: "aws:s3/bucket:Bucket", name: "bucket", props: home };
    const lambda: Example = {
      type: "aws:lambda/function:Function",
      name: "report",
      props: there,
      sources: { environment: ["bucket"] },
    };
    expect(judgeStack(policy, [...stack, bucket, lambda], config).urns).toEqual([urnOf(lambda)]);
  });

  test("is refused for a function that knows a distribution, and accepted for one that runs in it", () => {
    const lambda = (name: string, sources: Example["sources"] = {}): Example => ({
      type: "aws:lambda/function:Function",
      name,
      props: there,
      sources,
    });
    const edge: Example = { ...site, sources: { defaultCacheBehavior: ["edge"] } };
    const reader = lambda("reader", { environment: ["site"] });
    expect(judgeStack(policy, [edge, lambda("edge"), reader], config).urns).toEqual([urnOf(reader)]);
  });

  test("is accepted for a composite of alarms on CloudFront's metrics", () => {
    const alarm: Example = {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      name: "errors",
      props: { ...there, namespace: "AWS/CloudFront" },
    };
    const composite: Example = {
      type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
      name: "any",
      props: there,
      sources: { alarmRule: ["errors"] },
    };
    expect(judgeStack(policy, [alarm, composite], config).violations).toEqual([]);
  });

  describe("because a VPC origin is shared with other accounts", () => {
    const share: Example = { type: "aws:ram/resourceShare:ResourceShare", name: "share", props: there };
    const principal: Example = {
      type: "aws:ram/principalAssociation:PrincipalAssociation",
      name: "principal",
      props: { ...there, principal: "210987654321" },
      sources: { resourceShareArn: ["share"] },
    };
    const vpcOrigin: Example = { type: "aws:cloudfront/vpcOrigin:VpcOrigin", name: "origin", props: {} };
    const subnet: Example = { type: "aws:ec2/subnet:Subnet", name: "subnet", props: home };
    const sharing = (resourceArn: unknown, from: string[] = [], name = "sharing"): Example => ({
      type: "aws:ram/resourceAssociation:ResourceAssociation",
      name,
      props: { ...there, resourceArn },
      sources: { resourceArn: from, resourceShareArn: ["share"] },
    });
    const refused = (...examples: Example[]) =>
      judgeStack(policy, [share, principal, vpcOrigin, subnet, ...examples], config).urns;

    test("is accepted for the share, what is in it and who has it", () => {
      expect(refused(sharing(unknown, ["origin"]))).toEqual([]);
    });

    test("is accepted once the ARN is known, or for a VPC origin made elsewhere", () => {
      expect(refused(sharing("arn:aws:cloudfront::123456789012:vpcorigin/vo_0123456789"))).toEqual([]);
    });

    test("is refused for a share of anything else, for what is in it and for who has it", () => {
      const all = [share, principal, sharing(unknown)].map(urnOf).sort();
      expect([...refused(sharing(unknown, ["subnet"]))].sort()).toEqual(all);
      expect([...refused(sharing(unknown))].sort()).toEqual(all);
    });

    test("is refused for a share without anything in it", () => {
      expect([...refused()].sort()).toEqual([principal, share].map(urnOf).sort());
    });

    test("is refused for something else in the share of a VPC origin", () => {
      const other = sharing(unknown, ["subnet"], "other");
      expect(refused(sharing(unknown, ["origin"]), other)).toEqual([urnOf(other)]);
    });

    test("is refused for a share that merely mentions a VPC origin", () => {
      const mentioning: Example = { ...share, sources: { tags: ["origin"] } };
      expect(judgeStack(policy, [mentioning, vpcOrigin], config).urns).toEqual([urnOf(share)]);
    });

    test.each([
      "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-0",
      "arn:aws:cloudfront::123456789012:distribution/E1",
    ])("is refused for %s, before it is shared", (resourceArn) => {
      expect(judgeResource(policy, sharing(resourceArn), config).violations).toEqual([`region: is us-east-1; ${fix}`]);
    });
  });

  test("is a Region like any other where us-east-1 is allowed", () => {
    expect(judgeStack(policy, [certificate], { allowedRegions: ["us-east-1"] }).violations).toEqual([]);
  });

  test("a replica in a bucket that the stack does not have is undecided", () => {
    const replication = (bucket: unknown, sources: string[] = []): Example => ({
      type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
      name: "replication",
      props: { ...home, rules: [{ destination: { bucket } }] },
      sources: { rules: sources },
    });
    const copy: Example = { type: "aws:s3/bucket:Bucket", name: "copy", props: { ...home, bucket: "shop-copy" } };
    expect(judgeStack(policy, [replication("arn:aws:s3:::elsewhere"), copy], config).undecided).toBe(
      "replication:rules[0].destination.bucket",
    );
    expect(judgeStack(policy, [replication("arn:aws:s3:::shop-copy"), copy], config).undecided).toBeUndefined();
    expect(judgeStack(policy, [replication(unknown, ["copy"]), copy], config).undecided).toBeUndefined();
    const older = (type: string, settings: object): Example => ({ type, name: "old", props: { ...home, ...settings } });
    const elsewhere = { bucket: "arn:aws:s3:::elsewhere" };
    const one = older("aws:s3/bucket:Bucket", {
      replicationConfiguration: { rules: [{ destination: elsewhere }] },
    });
    const list = older("aws:s3/bucketV2:BucketV2", {
      replicationConfigurations: [{ rules: [{ destinations: [elsewhere] }] }],
    });
    expect(judgeStack(policy, [one], config).undecided).toBe(
      "old:replicationConfiguration.rules[0].destination.bucket",
    );
    expect(judgeStack(policy, [list], config).undecided).toBe(
      "old:replicationConfigurations[0].rules[0].destinations[0].bucket",
    );
  });
});

test("without allowedRegions it judges nothing and says so once, at the stack", () => {
  const policy = toPolicy(requireResidency);
  expect(judgeResource(policy, { type: queueType, props: { region: "us-west-2" } })).toMatchObject({
    violations: [],
    advisories: [],
  });
  expect(judgeResource(policy, { type: "pulumi:pulumi:Stack", props: {} }).advisories).toEqual([
    'config.allowedRegions: is not set, so region-residency checks nothing; fix: pass --policy-pack-config policy/<stack>.json with "region-residency": {"allowedRegions": […]}',
  ]);
  expect(judgeResource(policy, { type: "pulumi:pulumi:Stack", props: {} }, config).advisories).toEqual([]);
});

test("certificates named by ARN are read like any other ARN", () => {
  const props = { ...home, certificateArn };
  expect(
    judgeResource(toPolicy(requireResidency), { type: "aws:lb/listener:Listener", props }, config).violations,
  ).toEqual([`certificateArn: names us-east-1; ${fix}`]);
});
