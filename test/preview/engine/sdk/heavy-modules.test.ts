import { removeTemporaryFolders } from "../../project/temporary-project";
import { errorsOf, previewFiles } from "../preview-program";

afterAll(removeTemporaryFolders);

/** What a program in JavaScript finds out: the values it exports. */
async function outputsOf(program: string) {
  const plan = await previewFiles({
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      const isLoaded = (part) => Object.keys(require.cache).some((file) => file.replaceAll("\\\\", "/").includes("/node_modules/" + part));
      ${program}
    `,
  });
  expect(errorsOf(plan)).toEqual([]);
  return plan.outputs;
}

test("only what a program looks at is loaded", async () => {
  const outputs = await outputsOf(`
    const aws = require("@pulumi/aws");
    new aws.sqs.Queue("jobs");
    exports.loaded = ["@pulumi/aws/sqs/", "@pulumi/aws/s3/", "@pulumi/pulumi/automation/", "@npmcli/arborist/", "normalize-package-data/"].filter(isLoaded);
  `);
  expect(outputs.loaded).toEqual(["@pulumi/aws/sqs/"]);
});

test("a service is one object, whichever way a program comes by it", async () => {
  const outputs = await outputsOf(`
    const kms = require("@pulumi/aws/kms");
    const aws = require("@pulumi/aws");
    const { Queue } = aws.sqs;
    exports.same = [aws.kms === kms, aws.sqs === require("@pulumi/aws/sqs"), aws.sns === require("@pulumi/aws/sns"), Queue === require("@pulumi/aws/sqs/queue").Queue];
    exports.classes = [aws.kms.Key === kms.Key, aws.sns.Topic === require("@pulumi/aws/sns/topic").Topic];
    exports.keys = ["Function" in aws.lambda, Object.keys(aws.lambda).includes("Function"), "Funktion" in aws.lambda, { ...aws.lambda }.Alias === aws.lambda.Alias];
    exports.config = aws.config.region;
    exports.runtime = aws.lambda.Runtime.NodeJS22dX + " " + aws.types.enums.lambda.Runtime.NodeJS22dX;
  `);
  expect(outputs).toEqual({
    same: [true, true, true, true],
    classes: [true, true],
    keys: [true, true, false, true],
    config: "eu-west-1",
    runtime: "nodejs22.x nodejs22.x",
  });
});

test("a reference to a resource of a service that nobody looked at becomes that service's class", async () => {
  const outputs = await outputsOf(`
    require("@pulumi/aws");
    const { getResourceModule } = require("@pulumi/pulumi/runtime/rpc");
    const before = isLoaded("@pulumi/aws/sqs/");
    exports.found = [before, getResourceModule("aws", "sqs/queue") !== undefined, isLoaded("@pulumi/aws/sqs/")];
    exports.absent = [getResourceModule("aws", "sqs/none"), getResourceModule("aws", "none/none"), getResourceModule("other", "sqs/queue")].map(String);
  `);
  expect(outputs).toEqual({ found: [false, true, true], absent: ["undefined", "undefined", "undefined"] });
});

test("what was left for later works when it is used", async () => {
  const outputs = await outputsOf(`
    const aws = require("@pulumi/aws");
    const { sqs } = aws;
    exports.workspace = typeof pulumi.automation.LocalWorkspace.create;
    exports.code = pulumi.runtime.serializeFunction(() => [typeof aws.s3.Bucket, typeof sqs.Queue]).then(({ text }) => text.includes('require("@pulumi/aws/sqs/index.js")'));
  `);
  expect(outputs).toEqual({ workspace: "function", code: true });
});
