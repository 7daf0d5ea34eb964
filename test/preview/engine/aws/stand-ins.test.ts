import { partitionOf, type StandIn, standIn } from "../../../../preview/engine/aws";
import type { PropertyMap } from "../../../../preview/plan/plan";

const ACCOUNT = "123456789012";

function make(type: string, inputs: PropertyMap = {}, region = "eu-central-1", name = "site"): StandIn {
  const urn = `urn:pulumi:dev::shop::${type}::${name}`;
  return standIn({ type, name, urn, inputs, place: { partition: partitionOf(region), accountId: ACCOUNT, region } });
}

test.each([
  ["aws:acm/certificate:Certificate", "arn", /^arn:aws:acm:eu-central-1:123456789012:certificate\/[0-9a-f-]{36}$/],
  ["aws:apigateway/restApi:RestApi", "executionArn", /^arn:aws:execute-api:eu-central-1:123456789012:[a-z0-9]{10}$/],
  ["aws:apigateway/restApi:RestApi", "arn", /^arn:aws:apigateway:eu-central-1::\/restapis\/[a-z0-9]{10}$/],
  ["aws:apigatewayv2/api:Api", "apiEndpoint", /^https:\/\/[a-z0-9]{10}\.execute-api\.eu-central-1\.amazonaws\.com$/],
  ["aws:cloudfront/distribution:Distribution", "arn", /^arn:aws:cloudfront::123456789012:distribution\/E[0-9A-Z]{13}$/],
  ["aws:cloudfront/distribution:Distribution", "domainName", /^d[0-9a-z]{13}\.cloudfront\.net$/],
  ["aws:cloudfront/distribution:Distribution", "hostedZoneId", /^Z2FDTNDATAQYW2$/],
  ["aws:cloudfront/originAccessControl:OriginAccessControl", "etag", /^E[0-9A-Z]{13}$/],
  ["aws:cloudfront/connectionGroup:ConnectionGroup", "routingEndpoint", /^d[0-9a-z]{13}\.cloudfront\.net$/],
  ["aws:cloudfront/vpcOrigin:VpcOrigin", "arn", /^arn:aws:cloudfront::123456789012:vpcorigin\/vo_[0-9A-Za-z]{22}$/],
  ["aws:cloudwatch/logGroup:LogGroup", "arn", /^arn:aws:logs:eu-central-1:123456789012:log-group:site-[0-9a-f]{7}$/],
  [
    "aws:cloudwatch/logDelivery:LogDelivery",
    "arn",
    /^arn:aws:logs:eu-central-1:123456789012:delivery:[0-9A-Za-z]{16}$/,
  ],
  ["aws:dynamodb/table:Table", "arn", /^arn:aws:dynamodb:eu-central-1:123456789012:table\/site-[0-9a-f]{7}$/],
  ["aws:ec2/vpc:Vpc", "defaultSecurityGroupId", /^sg-0[0-9a-f]{16}$/],
  [
    "aws:ec2/securityGroup:SecurityGroup",
    "arn",
    /^arn:aws:ec2:eu-central-1:123456789012:security-group\/sg-0[0-9a-f]{16}$/,
  ],
  ["aws:ec2/subnet:Subnet", "availabilityZone", /^eu-central-1[abc]$/],
  [
    "aws:ecr/repository:Repository",
    "repositoryUrl",
    /^123456789012\.dkr\.ecr\.eu-central-1\.amazonaws\.com\/site-[0-9a-f]{7}$/,
  ],
  ["aws:eks/cluster:Cluster", "endpoint", /^https:\/\/[0-9A-F]{32}\.gr7\.eu-central-1\.eks\.amazonaws\.com$/],
  ["aws:iam/role:Role", "arn", /^arn:aws:iam::123456789012:role\/site-[0-9a-f]{7}$/],
  ["aws:iam/role:Role", "uniqueId", /^AROA[0-9A-Z]{17}$/],
  ["aws:iam/policy:Policy", "arn", /^arn:aws:iam::123456789012:policy\/site-[0-9a-f]{7}$/],
  ["aws:kms/key:Key", "keyId", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ["aws:kms/key:Key", "arn", /^arn:aws:kms:eu-central-1:123456789012:key\/[0-9a-f-]{36}$/],
  [
    "aws:lambda/function:Function",
    "invokeArn",
    /^arn:aws:apigateway:eu-central-1:lambda:path\/2015-03-31\/functions\/arn:aws:lambda:eu-central-1:123456789012:function:site-[0-9a-f]{7}\/invocations$/,
  ],
  [
    "aws:lb/loadBalancer:LoadBalancer",
    "arn",
    /^arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer\/app\/site-[0-9a-f]{7}\/[0-9a-f]{16}$/,
  ],
  ["aws:lb/loadBalancer:LoadBalancer", "dnsName", /^site-[0-9a-f]{7}-\d{10}\.eu-central-1\.elb\.amazonaws\.com$/],
  ["aws:lb/loadBalancer:LoadBalancer", "zoneId", /^Z215JYRZR1TBD5$/],
  [
    "aws:opensearch/domain:Domain",
    "endpoint",
    /^search-site-[0-9a-f]{7}-[a-z0-9]{26}\.eu-central-1\.es\.amazonaws\.com$/,
  ],
  ["aws:rds/instance:Instance", "endpoint", /^site-[0-9a-f]{7}\.[a-z0-9]{12}\.eu-central-1\.rds\.amazonaws\.com:3306$/],
  ["aws:route53/zone:Zone", "zoneId", /^Z[0-9A-Z]{20}$/],
  ["aws:s3/bucket:Bucket", "arn", /^arn:aws:s3:::site-[0-9a-f]{7}$/],
  ["aws:s3/bucket:Bucket", "bucketRegionalDomainName", /^site-[0-9a-f]{7}\.s3\.eu-central-1\.amazonaws\.com$/],
  ["aws:s3/bucket:Bucket", "hostedZoneId", /^Z21DNDUVLTQW6Q$/],
  [
    "aws:secretsmanager/secret:Secret",
    "arn",
    /^arn:aws:secretsmanager:eu-central-1:123456789012:secret:site-[0-9a-f]{7}-[0-9A-Za-z]{6}$/,
  ],
  ["aws:sns/topic:Topic", "arn", /^arn:aws:sns:eu-central-1:123456789012:site-[0-9a-f]{7}$/],
  ["aws:sqs/queue:Queue", "url", /^https:\/\/sqs\.eu-central-1\.amazonaws\.com\/123456789012\/site-[0-9a-f]{7}$/],
  [
    "aws:sfn/stateMachine:StateMachine",
    "arn",
    /^arn:aws:states:eu-central-1:123456789012:stateMachine:site-[0-9a-f]{7}$/,
  ],
  // Types that no rule covers: the fallback alone.
  ["aws:bedrock/guardrail:Guardrail", "guardrailArn", /^arn:aws:bedrock:eu-central-1:123456789012:guardrail\/.+$/],
  ["aws:apprunner/service:Service", "arn", /^arn:aws:apprunner:eu-central-1:123456789012:service\/.+$/],
  ["aws:batch/jobQueue:JobQueue", "arn", /^arn:aws:batch:eu-central-1:123456789012:.+$/],
])("%s has a %s that its consumers accept", (type, property, form) => {
  expect(make(type).outputs[property]).toMatch(form);
});

test.each([
  ["eu-central-1", "aws", "amazonaws.com"],
  ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
  ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
  ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
])("in %s ARNs are of partition %s and hosts end in %s", (region, partition, suffix) => {
  expect(make("aws:s3/bucket:Bucket", {}, region).outputs.bucketRegionalDomainName).toMatch(
    new RegExp(`\\.s3\\.${region}\\.${suffix.replaceAll(".", "\\.")}$`),
  );
  for (const type of ["aws:s3/bucket:Bucket", "aws:sqs/queue:Queue", "aws:iam/role:Role", "aws:kms/key:Key"]) {
    expect(make(type, {}, region).outputs.arn).toMatch(new RegExp(`^arn:${partition}:`));
  }
  expect(make("aws:sqs/queue:Queue", {}, region).outputs.arn).toContain(`:sqs:${region}:${ACCOUNT}:`);
});

test("a resource's own region comes before its provider's", () => {
  const certificate = make("aws:acm/certificate:Certificate", { domainName: "example.com", region: "us-east-1" });
  expect(certificate.outputs.arn).toMatch(/^arn:aws:acm:us-east-1:/);
  expect(certificate.outputs).not.toHaveProperty("region");
  const acl = make("aws:wafv2/webAcl:WebAcl", { scope: "CLOUDFRONT", region: "us-east-1" });
  expect(acl.outputs.arn).toMatch(
    /^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\/site-[0-9a-f]{7}\/[0-9a-f-]{36}$/,
  );
  const regional = make("aws:wafv2/webAcl:WebAcl", { scope: "REGIONAL" });
  expect(regional.outputs.arn).toMatch(/^arn:aws:wafv2:eu-central-1:123456789012:regional\/webacl\//);
});

test("a certificate has one validation record per name, and a wildcard shares its apex's", () => {
  const { outputs } = make("aws:acm/certificate:Certificate", {
    domainName: "example.com",
    subjectAlternativeNames: ["*.example.com", "www.example.com"],
    validationMethod: "DNS",
  });
  const options = outputs.domainValidationOptions;
  if (!Array.isArray(options)) throw new Error("not a list");
  expect(options).toHaveLength(3);
  const [apex, wildcard, www] = options;
  expect(apex).toEqual({
    domainName: "example.com",
    resourceRecordName: expect.stringMatching(/^_[0-9a-f]{32}\.example\.com\.$/),
    resourceRecordType: "CNAME",
    resourceRecordValue: expect.stringMatching(/^_[0-9a-f]{32}\.[a-z0-9]{10}\.acm-validations\.aws\.$/),
  });
  expect(wildcard).toEqual({ ...(apex as PropertyMap), domainName: "*.example.com" });
  expect((www as PropertyMap).resourceRecordName).toMatch(/\.www\.example\.com\.$/);
});

test("children of a load balancer continue its ARN", () => {
  const loadBalancerArn =
    "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/0123456789abcdef";
  const listener = make("aws:lb/listener:Listener", { loadBalancerArn });
  expect(listener.id).toMatch(/:listener\/app\/shop\/0123456789abcdef\/[0-9a-f]{16}$/);
  const rule = make("aws:lb/listenerRule:ListenerRule", { listenerArn: listener.id });
  expect(rule.id).toMatch(/:listener-rule\/app\/shop\/0123456789abcdef\/[0-9a-f]{16}\/[0-9a-f]{16}$/);
  const twin = make("aws:applicationloadbalancing/listener:Listener", { loadBalancerArn });
  expect(twin.id).toMatch(/:listener\/app\/shop\/0123456789abcdef\//);
});

test("an MSK cluster has broker strings only for the listeners it opens", () => {
  const { outputs } = make("aws:msk/cluster:Cluster", {
    clusterName: "orders",
    numberOfBrokerNodes: 3,
    clientAuthentication: { sasl: { iam: true } },
    encryptionInfo: { encryptionInTransit: { clientBroker: "TLS" } },
  });
  expect(outputs.bootstrapBrokersSaslIam).toMatch(
    /^b-1\.orders\.[a-z0-9]{6}\.c3\.kafka\.eu-central-1\.amazonaws\.com:9098,b-2\..+:9098,b-3\..+:9098$/,
  );
  expect(outputs.bootstrapBrokers).toBe("");
  expect(outputs.bootstrapBrokersTls).toBe("");
  expect(outputs.bootstrapBrokersSaslScram).toBe("");
});

test("an EKS cluster adds to the network settings it was given", () => {
  const { outputs } = make("aws:eks/cluster:Cluster", {
    name: "main",
    vpcConfig: { subnetIds: ["subnet-1"], endpointPublicAccess: false },
  });
  expect(outputs.vpcConfig).toEqual({
    subnetIds: ["subnet-1"],
    endpointPrivateAccess: false,
    endpointPublicAccess: false,
    publicAccessCidrs: ["0.0.0.0/0"],
    clusterSecurityGroupId: expect.stringMatching(/^sg-0[0-9a-f]{16}$/),
    vpcId: expect.stringMatching(/^vpc-0[0-9a-f]{16}$/),
  });
  expect(outputs.arn).toBe("arn:aws:eks:eu-central-1:123456789012:cluster/main");
  expect(outputs.identities).toEqual([
    {
      oidcs: [
        { issuer: expect.stringMatching(/^https:\/\/oidc\.eks\.eu-central-1\.amazonaws\.com\/id\/[0-9A-F]{32}$/) },
      ],
    },
  ]);
});

test("names are made as the provider makes them, within AWS's lengths and letters", () => {
  const long = "A-name-that-is-much-longer-than-a-load-balancer-may-be-called-and-longer-than-a-bucket-too";
  expect(make("aws:lb/loadBalancer:LoadBalancer", {}, "eu-central-1", long).outputs.name).toHaveLength(32);
  expect(make("aws:s3/bucket:Bucket", {}, "eu-central-1", long).outputs.bucket).toMatch(/^[a-z0-9-]{55}-[0-9a-f]{7}$/);
  expect(make("aws:sqs/queue:Queue", { fifoQueue: true }).outputs.name).toMatch(/^site-[0-9a-f]{7}\.fifo$/);
  expect(make("aws:iam/role:Role", { namePrefix: "app-" }).outputs.name).toMatch(/^app-\d{14}[0-9a-f]{12}$/);
});

test("what the program gave is not said again", () => {
  const { id, outputs } = make("aws:s3/bucket:Bucket", { bucket: "my-bucket", tags: { team: "web" } });
  expect(id).toBe("my-bucket");
  expect(outputs).not.toHaveProperty("bucket");
  expect(outputs).not.toHaveProperty("tags");
  expect(outputs.tagsAll).toEqual({ team: "web" });
});

test("a provider's default tags end up in tagsAll, under the resource's own", () => {
  const { outputs } = standIn({
    type: "aws:s3/bucket:Bucket",
    name: "site",
    urn: "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::site",
    inputs: { tags: { team: "web" } },
    place: { partition: "aws", accountId: ACCOUNT, region: "eu-central-1" },
    defaultTags: { team: "platform", cost: "42" },
  });
  expect(outputs.tagsAll).toEqual({ team: "web", cost: "42" });
});

test("nothing that was not asked for looks encrypted or protected", () => {
  const instance = make("aws:rds/instance:Instance", { instanceClass: "db.t4g.micro" }).outputs;
  expect(instance.kmsKeyId).toBe("");
  expect(instance.masterUserSecrets).toEqual([]);
  expect(make("aws:dynamodb/table:Table").outputs.streamArn).toBe("");
  expect(make("aws:s3/bucket:Bucket").outputs.serverSideEncryptionConfiguration).toEqual({});
});

test("a resource that is looked up by id keeps the id and knows what else is asked of it", () => {
  const read = (type: string, readId: string): StandIn =>
    standIn({
      type,
      name: "existing",
      urn: `urn:pulumi:dev::shop::${type}::existing`,
      inputs: {},
      place: { partition: "aws", accountId: ACCOUNT, region: "eu-central-1" },
      readId,
    });
  const bucket = read("aws:s3/bucket:Bucket", "their-bucket");
  expect(bucket.id).toBe("their-bucket");
  expect(bucket.outputs.bucket).toBe("their-bucket");
  expect(bucket.outputs.arn).toBe("arn:aws:s3:::their-bucket");
  const vpc = read("aws:ec2/vpc:Vpc", "vpc-0a1b2c3d4e5f60718");
  expect(vpc.outputs.arn).toBe("arn:aws:ec2:eu-central-1:123456789012:vpc/vpc-0a1b2c3d4e5f60718");
  const policy = read("aws:iam/policy:Policy", "arn:aws:iam::aws:policy/ReadOnlyAccess");
  expect(policy.outputs.arn).toBe("arn:aws:iam::aws:policy/ReadOnlyAccess");
  expect(policy.outputs.name).toBe("ReadOnlyAccess");
  const zone = read("aws:route53/zone:Zone", "Z0123456789ABCDEFGHIJ");
  expect(zone.outputs.name).toBe("example.com");
  expect(zone.outputs.zoneId).toBe("Z0123456789ABCDEFGHIJ");
  expect(read("aws:iam/role:Role", "deployer").outputs.assumeRolePolicy).toBeDefined();
});

test("resources of the random and tls packages are computed", () => {
  const id = make("random:index/randomId:RandomId", { byteLength: 4 });
  expect(id.outputs.hex).toMatch(/^[0-9a-f]{8}$/);
  expect(id.outputs.dec).toBe(String(Number.parseInt(String(id.outputs.hex), 16)));
  expect(make("random:index/randomString:RandomString", { length: 6, upper: false }).outputs.result).toMatch(
    /^[a-z0-9]{6}$/,
  );
  expect(make("random:index/randomPet:RandomPet").id).toMatch(/^[a-z]+-[a-z]+$/);
  expect(make("tls:index/privateKey:PrivateKey", { algorithm: "RSA" }).outputs.privateKeyPem).toBe(
    "-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----\n",
  );
});

test("another provider's resource has an id and no made-up outputs", () => {
  expect(make("cloudflare:index/record:Record", { name: "www" })).toEqual({
    id: expect.stringMatching(/^site-[0-9a-f]{8}$/),
    outputs: {},
  });
});
