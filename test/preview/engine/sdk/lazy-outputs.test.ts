import type { StackPlan } from "../../../../preview/plan/plan";
import { removeTemporaryFolders } from "../../project/temporary-project";
import { errorsOf, previewFiles } from "../preview-program";

afterAll(removeTemporaryFolders);

// The SDK's own outputs, from a second copy of the module whose function was replaced.
const makeEager = `
const config = { has: (key) => new pulumi.Config().get(key) !== undefined };
const file = require.resolve("@pulumi/pulumi/runtime/rpc");
const replaced = require.cache[file];
delete require.cache[file];
const { transferProperties } = require(file);
require.cache[file] = replaced;
if (config.has("eager")) replaced.exports.transferProperties = transferProperties;
`;

/** Everything that can be seen of outputs of real AWS classes, of components, of what is only read and of what fails. */
const program = `
const pulumi = require("@pulumi/pulumi");
${makeEager}
const aws = require("@pulumi/aws");

const describe = async (value) => {
  if (!pulumi.Output.isInstance(value)) return typeof value;
  const attempt = (promise) => promise.catch((error) => "failed: " + error.message);
  const resources = await attempt(value.allResources());
  return {
    value: await attempt(value.promise(true)),
    isKnown: await attempt(value.isKnown),
    isSecret: await attempt(value.isSecret),
    depends: typeof resources === "string" ? resources : await Promise.all([...resources].map((r) => r.urn.promise())),
    lifted: String(value),
  };
};
const observe = async (resource) => {
  const keys = Object.keys(resource).filter((key) => !key.startsWith("__"));
  const seen = {};
  for (const key of keys) seen[key] = await describe(resource[key]);
  return { keys, seen, has: ["id", "urn", "arn", "absent"].map((key) => key in resource), same: resource.id === resource.id,
    sameArn: resource.arn === resource.arn, spread: Object.keys({ ...resource }).length };
};

const key = new aws.kms.Key("key");
exports.made = Object.getOwnPropertyDescriptor(key, "arn").get === undefined ? "at once" : "when looked at";
const bucket = new aws.s3.Bucket("bucket", { tags: { secret: pulumi.secret("s"), open: "o" }, bucket: pulumi.secret("name") },
  { additionalSecretOutputs: ["arn"], dependsOn: [key] });
const policy = new aws.s3.BucketPolicy("policy", { bucket: bucket.id, policy: pulumi.jsonStringify({ Resource: bucket.arn }) });
const existing = aws.s3.Bucket.get("existing", "existing-bucket");
class Site extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Site", name);
    this.url = pulumi.output("https://x");
    this.registerOutputs({ url: this.url });
  }
}
const site = new Site("site");
const failing = config.has("fail")
  ? [new aws.sqs.Queue("failing", { name: "q" }, { customTimeouts: { create: "soon" } })]
  : [];
if (config.has("fail")) new aws.sns.Topic("unseen", {}, { customTimeouts: { create: "later" } });

// An output that is asked for in the middle of the run, and again after all is done.
const early = bucket.bucketDomainName;
exports.applied = pulumi.all([bucket.arn, bucket.bucket, key.arn]).apply(([arn, name, keyArn]) => [arn, name, keyArn].join(" "));
exports.interpolated = pulumi.interpolate\`\${bucket.arn}/*\`;
exports.lifted = bucket.tags.apply((tags) => tags && Object.keys(tags).join());
const all = [key, bucket, policy, existing, site, ...failing];
const observed = Promise.all(all.map(observe)).then(async (seen) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const again = await Promise.all(all.map(observe));
  const same = early === bucket.bucketDomainName;
  bucket.bucketDomainName = "overwritten";
  return JSON.stringify([seen, again, await describe(early), same, bucket.bucketDomainName]);
});
exports.observed = pulumi.unsecret(pulumi.output(observed));
`;

function run(...flags: string[]) {
  const config = ["aws:region: eu-west-1", ...flags.map((flag) => `p:${flag}: on`)];
  const yaml = `config:\n${config.map((line) => `  ${line}\n`).join("")}`;
  return previewFiles({ "index.js": program, "Pulumi.dev.yaml": yaml });
}

/** Temporary folders differ, and what makes the difference. */
const comparable = ({ config: _, ...plan }: StackPlan): unknown =>
  JSON.parse(
    JSON.stringify(plan)
      .replaceAll(/causeway-test-\w+/g, "folder")
      .replaceAll('"made":"when looked at"', '"made":"at once"'),
  );

const observedIn = (plan: StackPlan) =>
  [plan.outputs, plan.deployedOutputs].map((outputs) => JSON.parse(String(outputs?.observed)));

test("outputs made when they are looked at are what the SDK's own are, in both passes", async () => {
  const [lazy, eager] = await Promise.all([run(), run("eager")]);
  expect(errorsOf(lazy)).toEqual([]);
  expect([lazy.outputs.made, eager.outputs.made]).toEqual(["when looked at", "at once"]);
  for (const [seen, again, , same, overwritten] of observedIn(lazy)) {
    expect(seen).toHaveLength(5);
    expect(again).toEqual(seen);
    expect([same, overwritten]).toEqual([true, "overwritten"]);
  }
  expect(observedIn(lazy).map(([[, { seen }]]) => [seen.arn.isKnown, seen.arn.isSecret, seen.arn.depends])).toEqual([
    [false, false, ["urn:pulumi:dev::p::aws:s3/bucket:Bucket::bucket"]],
    [true, true, ["urn:pulumi:dev::p::aws:s3/bucket:Bucket::bucket"]],
  ]);
  expect(comparable(lazy)).toEqual(comparable(eager));
});

test("so are those of a resource whose registration fails, and what is said of it", async () => {
  const [lazy, eager] = await Promise.all([run("fail"), run("fail", "eager")]);
  expect(lazy.result).toBe("failed");
  // The program catches what it looks at. What it does not look at is reported.
  expect(errorsOf(lazy)).toEqual([
    expect.stringMatching(
      /failed to register new resource unseen .*: 2 UNKNOWN: unable to parse customTimeout Value later$/,
    ),
  ]);
  for (const [seen] of observedIn(lazy)) {
    expect(seen).toHaveLength(6);
    expect(seen[5].seen.arn.value).toMatch(/^failed: .*: 2 UNKNOWN: unable to parse customTimeout Value soon$/);
  }
  expect(comparable(lazy)).toEqual(comparable(eager));
});
