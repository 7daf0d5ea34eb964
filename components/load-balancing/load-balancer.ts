import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../aws/arns";
import { allowLoadBalancerLogs, denyInsecureTransport, policyDocument } from "../aws/iam-documents";
import type { Tags } from "../aws/tags";
import { LOAD_BALANCER_TLS_POLICY } from "../aws/tls";
import type { Problem } from "../errors";
import { expireLogs } from "../s3/log-lifecycle";
import { createPrivateBucket } from "../s3/private-bucket";

export interface LoadBalancerSettings {
  readonly parent: pulumi.Resource;
  /** Of the load balancer; the provider's unless given. */
  readonly region?: pulumi.Input<string>;
  readonly internal: boolean;
  readonly subnetIds: pulumi.Input<string>[];
  readonly securityGroupId: pulumi.Input<string>;
  /** Of the listener, in the same Region. */
  readonly certificateArn: pulumi.Input<string>;
  /** Seconds that a connection may be silent: at least as long as an answer may take. */
  readonly idleTimeoutSeconds: number;
  readonly retentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

export interface LoadBalancer {
  readonly loadBalancer: aws.lb.LoadBalancer;
  /** Answers 403 to everything that no rule takes. */
  readonly listener: aws.lb.Listener;
}

/**
 * An Application Load Balancer that speaks HTTPS with a current TLS policy and refuses what nobody asked for: rules let requests in.
 * Children: `<name>-load-balancer`, `<name>-listener`, `<name>-load-balancer-log-…`.
 */
export function createLoadBalancer(name: string, settings: LoadBalancerSettings): LoadBalancer {
  const { parent, region, internal, subnetIds, securityGroupId, tags } = settings;
  const logs = createLogBucket(`${name}-load-balancer-log`, settings);
  const loadBalancer = new aws.lb.LoadBalancer(
    `${name}-load-balancer`,
    {
      region,
      namePrefix: shortPrefix(name),
      internal,
      loadBalancerType: "application",
      subnets: subnetIds,
      securityGroups: [securityGroupId],
      idleTimeout: settings.idleTimeoutSeconds,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      enableDeletionProtection: settings.deletionProtection,
      accessLogs: { bucket: logs.bucket.bucket, enabled: true },
      tags: { Name: name, ...tags },
    },
    // The load balancer tries to write when it is told where to.
    { parent, dependsOn: logs.policy },
  );
  const listener = new aws.lb.Listener(
    `${name}-listener`,
    {
      region,
      loadBalancerArn: loadBalancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: LOAD_BALANCER_TLS_POLICY,
      certificateArn: settings.certificateArn,
      defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "403" } }],
      tags,
    },
    { parent },
  );
  return { loadBalancer, listener };
}

/**
 * Load balancers and target groups have names of at most 32 characters, which long names of components would exceed, and prefixes of at most 6.
 * The tag `Name` has the whole name.
 */
export function shortPrefix(name: string): string {
  return `${name.slice(0, 5).replace(/-$/, "")}-`;
}

/** What the load balancer would drop before any of its rules saw it: `dropInvalidHeaderFields`. */
export function checkHeaderName(path: string, name: string | undefined): Problem[] {
  return name !== undefined && /[!#$%&'+.^_`|~]/.test(name)
    ? [{ path, must: "be letters, digits and hyphens: the load balancer drops other headers", got: name }]
    : [];
}

interface LogBucket {
  readonly bucket: aws.s3.Bucket;
  readonly policy: aws.s3.BucketPolicy;
}

function createLogBucket(name: string, settings: LoadBalancerSettings): LogBucket {
  const { parent, region, deletionProtection, retentionDays, tags } = settings;
  const { bucket, publicAccessBlock } = createPrivateBucket(name, {
    parent,
    region,
    // Load balancers write with keys of S3 only.
    encryptionKeyArn: undefined,
    deletionProtection,
    tags,
  });
  expireLogs(name, { parent, region, bucket: bucket.bucket, retentionDays });
  const policy = new aws.s3.BucketPolicy(
    `${name}-policy`,
    {
      region,
      bucket: bucket.bucket,
      policy: pulumi
        .all([bucket.arn, bucket.region, aws.getCallerIdentityOutput({}, { parent }).arn])
        .apply(([arn, bucketRegion, caller]) =>
          policyDocument([allowLoadBalancerLogs(arn, bucketRegion, accountOf(caller)), denyInsecureTransport(arn)]),
        ),
    },
    { parent, dependsOn: publicAccessBlock },
  );
  return { bucket, policy };
}
