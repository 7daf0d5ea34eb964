// The generated programs: groups of four resources as a website needs them, with the real AWS SDK and the same in CDK; front doors
// with every feature (front-doors/), and services behind them (services/).

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

export const repository = path.resolve(__dirname, "../..");

/** Bucket, OriginAccessControl, Distribution and BucketPolicy. */
const resourcesPerGroup = 4;

/** Programs consist of whole groups. */
export function roundToGroups(resources: number): number {
  return Math.ceil(resources / resourcesPerGroup) * resourcesPerGroup;
}

const pulumiProgram = (groups: number) => `"use strict";
const aws = require("@pulumi/aws");
for (let i = 0; i < ${groups}; i++) {
  const bucket = new aws.s3.Bucket(\`site-\${i}\`, { tags: { app: "bench", n: String(i) } });
  const oac = new aws.cloudfront.OriginAccessControl(\`oac-\${i}\`, {
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const distribution = new aws.cloudfront.Distribution(\`cdn-\${i}\`, {
    enabled: true,
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    defaultRootObject: "index.html",
    origins: [{ originId: "s3", domainName: bucket.bucketRegionalDomainName, originAccessControlId: oac.id }],
    defaultCacheBehavior: {
      targetOriginId: "s3",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
      compress: true,
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  });
  new aws.s3.BucketPolicy(\`policy-\${i}\`, {
    bucket: bucket.id,
    policy: distribution.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: "s3:GetObject",
            Resource: "*",
            Condition: { StringEquals: { "AWS:SourceArn": arn } },
          },
        ],
      }),
    ),
  });
}
`;

/** A CloudFormation stack takes 500 resources, and CDK warns from 400 on. */
const groupsPerCdkStack = 95;

const cdkProgram = (groups: number) => `"use strict";
const { App, Stack, Tags } = require("aws-cdk-lib");
const cloudfront = require("aws-cdk-lib/aws-cloudfront");
const { S3BucketOrigin } = require("aws-cdk-lib/aws-cloudfront-origins");
const s3 = require("aws-cdk-lib/aws-s3");
const app = new App();
for (let first = 0; first < ${groups}; first += ${groupsPerCdkStack}) {
  const stack = new Stack(app, \`bench-\${first}\`);
  for (let i = first; i < Math.min(${groups}, first + ${groupsPerCdkStack}); i++) {
    const bucket = new s3.Bucket(stack, \`site-\${i}\`);
    Tags.of(bucket).add("app", "bench");
    new cloudfront.Distribution(stack, \`cdn-\${i}\`, {
      defaultRootObject: "index.html",
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
    });
  }
}
`;

export interface Program {
  dir: string;
  resources: number;
}

/** A Pulumi project with one stack, `dev`. */
function writeProject(dir: string, program: string): void {
  mkdirSync(dir);
  symlinkSync(path.join(repository, "node_modules"), path.join(dir, "node_modules"), "junction");
  writeFileSync(path.join(dir, "Pulumi.yaml"), "name: bench\nruntime: nodejs\n");
  writeFileSync(path.join(dir, "Pulumi.dev.yaml"), "config:\n  aws:region: eu-central-1\n");
  writeFileSync(path.join(dir, "package.json"), '{ "name": "bench", "private": true, "main": "index.js" }\n');
  writeFileSync(path.join(dir, "index.js"), program);
}

export function writePulumiProgram(parent: string, resources: number): Program {
  const dir = path.join(parent, `pulumi-${resources}`);
  writeProject(dir, pulumiProgram(resources / resourcesPerGroup));
  return { dir, resources };
}

const frontDoorProgram = (count: number | "none") => `"use strict";
require(${JSON.stringify(path.join(repository, "preview/transpile/register.cjs"))});
const folder = ${JSON.stringify(path.join(__dirname, "front-doors"))};
const surroundings = require(folder + "/surroundings.ts").createSurroundings();
${count === "none" ? "" : `require(folder + "/front-doors.ts").createFrontDoors(${count}, surroundings);`}
`;

/** Front doors with every feature. With `none` the program does not even load the library. */
export function writeFrontDoorProgram(parent: string, count: number | "none"): Pick<Program, "dir"> {
  const dir = path.join(parent, `front-doors-${count}`);
  writeProject(dir, frontDoorProgram(count));
  return { dir };
}

/** A program that makes resources of AWS without the library. */
export function writeWrittenOut(parent: string, name: string, program: string): Pick<Program, "dir"> {
  const dir = path.join(parent, name);
  writeProject(dir, program);
  return { dir };
}

const servicesProgram = (withServices: boolean) => `"use strict";
require(${JSON.stringify(path.join(repository, "preview/transpile/register.cjs"))});
const aws = require("@pulumi/aws");
new aws.ec2.Vpc("other", { cidrBlock: "10.8.0.0/16" });
${withServices ? `require(${JSON.stringify(path.join(__dirname, "services/services.ts"))}).createServices();` : ""}
`;

/** A private API and a service in two Regions, or a program that does not even load the library. */
export function writeServicesProgram(parent: string, withServices: boolean): Pick<Program, "dir"> {
  const dir = path.join(parent, `services-${withServices}`);
  writeProject(dir, servicesProgram(withServices));
  return { dir };
}

/** The same in a folder where CDK is installed. */
export function writeCdkProgram(dir: string, resources: number): string {
  const file = `app-${resources}.cjs`;
  writeFileSync(path.join(dir, file), cdkProgram(resources / resourcesPerGroup));
  return file;
}

/**
 * Settings for the policy pack under which the generated programs pass: they break several rules, and every engine
 * stops telling apart from its own failures what it was asked to refuse.
 */
export function writePolicySettings(parent: string): string {
  const file = path.join(parent, "dev.json");
  const settings = { all: "advisory", "region-residency": { allowedRegions: ["eu-central-1"] } };
  writeFileSync(file, JSON.stringify(settings));
  return file;
}
