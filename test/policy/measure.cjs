"use strict";
// What the pack costs over the analyzer protocol: `node test/policy/measure.cjs`. Prints JSON. Beside it, as the floor, a pack with one
// rule about another type, which is what Pulumi's SDK and the protocol take by themselves, and what the host takes before any pack.

const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const path = require("node:path");

require("../../preview/transpile/register.cjs");
const { Analyzer, firstLine, packDirectory, startHost } = require("./kit/analyzer.ts");
const { distribution, distributionType, behavior, httpsOrigin } = require("./kit/distributions.ts");
const { rules } = require("../../policy/pack.ts");
const { unknown } = require("./kit/judge.ts");

const calls = 400;

/** About as large as distributions get in practice: 10 origins, 20 behaviors. */
const large = {
  type: distributionType,
  props: distribution({
    origins: Array.from({ length: 10 }, () => httpsOrigin()),
    orderedCacheBehaviors: Array.from({ length: 20 }, () => behavior()),
  }),
};
const ordinary = { type: distributionType, props: distribution() };
const foreign = { type: "random:index/randomId:RandomId", props: { byteLength: 4 } };

const packOfOne = `delete require("module")._extensions[".ts"];
require("../../preview/transpile/register.cjs");
const { rules } = require("../pack.ts");
const { toPolicy } = require("../sdk-policy.ts");
const { PolicyPack } = require("@pulumi/policy");
const rule = rules.find(({ name }) => name === "cloudfront-alias-unique");
const policies = [toPolicy({ ...rules[0], types: ["random:index/randomId:RandomId"], join: undefined }), toPolicy(rule)];
new PolicyPack("measure", { policies, enforcementLevel: "mandatory" });
`;

/** Runs `use` with a pack that is this program, beside this one so that it finds the same packages. */
async function withPack(program, use) {
  const directory = mkdtempSync(path.join(packDirectory, "measure-"));
  try {
    writeFileSync(path.join(directory, "package.json"), '{ "version": "0.0.0", "main": "main.cjs" }');
    writeFileSync(path.join(directory, "main.cjs"), program);
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** What the host takes before it comes to a pack, whatever pack that is. */
async function hostMs(directory) {
  const started = performance.now();
  const host = startHost(directory);
  try {
    await firstLine(host);
    return { wall: round(performance.now() - started), cpu: round(cpuMs(host.pid)) };
  } finally {
    host.kill("SIGKILL");
  }
}

async function msPerCall(analyzer, resource) {
  for (let i = 0; i < 50; i++) await analyzer.analyze(resource);
  const started = performance.now();
  const cpuBefore = cpuMs(analyzer.pid);
  for (let i = 0; i < calls; i++) await analyzer.analyze(resource);
  return { wall: round((performance.now() - started) / calls), cpu: round((cpuMs(analyzer.pid) - cpuBefore) / calls) };
}

/** A bucket with everything that AWS keeps beside it, and what serves it: ten resources that no rule over stacks refuses. */
function groupOf(i) {
  const bucket = `bucket-${i}`;
  const of = (kind, props, more = {}) => ({
    type: `aws:s3/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`,
    name: `${kind}-${i}`,
    props: { bucket: unknown, ...props },
    sources: { bucket: [bucket], ...more },
  });
  const flags = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  return [
    { type: "aws:s3/bucket:Bucket", name: bucket, props: { region: "eu-central-1" } },
    of("BucketVersioning", { versioningConfiguration: { status: "Enabled" } }),
    of("BucketPublicAccessBlock", flags),
    of("BucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } }),
    of("BucketServerSideEncryptionConfiguration", {
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: "arn:aws:kms:eu-central-1:123456789012:key/a",
          },
        },
      ],
    }),
    of("BucketLogging", { targetBucket: "logs", targetPrefix: `${bucket}/` }),
    of("BucketLifecycleConfiguration", {
      rules: [
        { status: "Enabled", expiration: { days: 90 }, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
      ],
    }),
    of("BucketPolicy", { policy: unknown }, { policy: [bucket, `site-${i}`] }),
    { type: "aws:cloudfront/originAccessControl:OriginAccessControl", name: `access-${i}`, props: {} },
    {
      ...ordinary,
      name: `site-${i}`,
      props: distribution({ aliases: [`n${i}.example.com`] }),
      sources: { origins: [bucket, `access-${i}`] },
    },
  ];
}

async function msForStack(analyzer, count) {
  const stack = Array.from({ length: count / groupOf(0).length }, (_, i) => groupOf(i)).flat();
  const started = performance.now();
  const cpuBefore = cpuMs(analyzer.pid);
  await analyzer.analyzeStack(stack);
  return { wall: round(performance.now() - started), cpu: round(cpuMs(analyzer.pid) - cpuBefore) };
}

/** Processor time of the pack's process, which a busy machine does not falsify; in steps of 10 ms, on Linux only. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function round(ms) {
  return Math.round(ms * 100) / 100;
}

async function measure(directory, config) {
  const analyzer = await Analyzer.start(directory);
  try {
    if (config !== undefined) await analyzer.configure(config);
    return {
      startMs: { wall: round(analyzer.startMs), cpu: round(cpuMs(analyzer.pid)) },
      distributionMs: await msPerCall(analyzer, ordinary),
      largeDistributionMs: await msPerCall(analyzer, large),
      foreignTypeMs: await msPerCall(analyzer, foreign),
      stackOf1000Ms: await msForStack(analyzer, 1000),
    };
  } finally {
    await analyzer.stop();
  }
}

async function main() {
  const level = "mandatory";
  const parameters = { properties: { allowedRegions: ["eu-central-1"] } };
  const own = Object.fromEntries(
    rules.map(({ name }) => [name, { level, ...(name === "region-residency" && parameters) }]),
  );
  const pack = await measure(packDirectory, own);
  const floor = await withPack(packOfOne, measure);
  const host = await withPack('console.log("here"); setInterval(() => {}, 1000);', hostMs);
  console.log(JSON.stringify({ rules: rules.length, pack, floor, host }, null, 2));
}

main();
