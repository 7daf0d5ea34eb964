import { unknownValue } from "../../../../preview/engine/deployment/properties";
import { removeTemporaryFolders } from "../../project/temporary-project";
import { errorsOf, inputsOf, previewFiles, previewProgram, stepNamed } from "../preview-program";

afterAll(removeTemporaryFolders);

test("a program in TypeScript is shown at the lines that its author wrote", async () => {
  const plan = await previewFiles({
    "index.ts": `import * as pulumi from "@pulumi/pulumi";
import { Thing, type Settings } from "./src/a (thing)";

interface Erased {
  name: string;
  more?: number;
}

function make<T extends Erased>(settings: T): Thing {
  type Local = T & Settings;
  return new Thing((settings as Local).name);
}

export const first = make({ name: "first" }).urn;
const second = new Thing("second");
export const late = pulumi.output(1).apply(() => {
  return new Thing("third").urn;
});
export default second;
`,
    "src/a (thing).ts": `import * as pulumi from "@pulumi/pulumi";

export interface Settings { size: number }

export class Thing extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("my:index:Thing", name, {}, opts);
    new Inner(\`\${name}-inner\`, { parent: this });
    this.registerOutputs();
  }
}

class Inner extends pulumi.CustomResource {
  constructor(name: string, opts: pulumi.CustomResourceOptions) { super("testpkg:index:Inner", name, {}, opts); }
}
`,
  });
  expect(errorsOf(plan)).toEqual([]);
  const position = (name: string) => stepNamed(plan, name).newState.sourcePosition;
  expect(["first", "second", "third", "first-inner"].map(position)).toEqual([
    "project:///index.ts#11,10",
    "project:///index.ts#15,16",
    "project:///index.ts#17,10",
    "project:///src/a%20(thing).ts#8,5",
  ]);
});

test("a program in JavaScript is shown at its own lines, and its inputs do not depend on them", async () => {
  const plan = await previewFiles({
    "index.js": `const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource { constructor(name) { super("testpkg:index:Thing", name, {}); } }

  new Thing("a"); new Thing("b");
`,
  });
  expect(stepNamed(plan, "a").newState.sourcePosition).toBe("project:///index.js#4,3");
  expect(stepNamed(plan, "b").newState.sourcePosition).toBe("project:///index.js#4,19");
});

test("the deployed pass deploys, as far as the program can tell, and yet what nobody knows stays unknown", async () => {
  const plan = await previewFiles({
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      const { isDryRun } = require("@pulumi/pulumi/runtime");
      const aws = require("@pulumi/aws");
      exports.dry = [pulumi.runtime.isDryRun(), isDryRun(), pulumi.runtime.isDryRun.name === ""].slice(0, 2);
      const bucket = new aws.s3.Bucket("bucket");
      class Thing extends pulumi.CustomResource {
        constructor(name, inputs) { super("testpkg:index:Thing", name, { token: undefined, ...inputs }); }
      }
      const thing = new Thing("thing", { size: 1 });
      const ran = [];
      bucket.arn.apply((arn) => { ran.push(arn); new Thing("inside", { arn }); });
      thing.token.apply((token) => { ran.push("never " + token); });
      thing.size.apply((size) => { ran.push(size); });
      const user = new Thing("user", { arn: bucket.arn, token: thing.token, size: thing.size, both: pulumi.interpolate\`\${bucket.arn} \${thing.token}\` });
      exports.token = thing.token;
      exports.arn = bucket.arn;
      exports.ran = user.urn.apply(() => ran.sort());`,
  });
  expect(errorsOf(plan)).toEqual([]);
  expect(plan.outputs).toEqual({ dry: [true, true], token: unknownValue, arn: unknownValue, ran: [1] });
  const arn = expect.stringMatching(/^arn:aws:s3:::bucket-/);
  expect(plan.deployedOutputs).toEqual({ dry: [false, false], token: unknownValue, arn, ran: [1, arn] });
  expect(inputsOf(plan, "user")).toEqual({
    arn: unknownValue,
    token: unknownValue,
    size: 1,
    both: unknownValue,
  });
  expect(plan.createdInApply).toEqual([
    { urn: "urn:pulumi:dev::p::testpkg:index:Thing::inside", type: "testpkg:index:Thing" },
  ]);
  expect(plan.changeSummary).toEqual({ create: 4 });
});

test("a function that nobody can answer is unknown as an output, empty as a promise, and listed once in both passes", async () => {
  const plan = await previewProgram(`
    const args = { a: 1, b: pulumi.output("x") };
    exports.form = pulumi.runtime.invokeOutput("testpkg:index:lookup", args).apply((r) => r.name);
    exports.known = pulumi.runtime.invokeOutput("aws:index/getRegion:getRegion", { region: "eu-west-1" }).apply((r) => r.region);
    exports.ofUnknown = pulumi.runtime.invokeOutput("aws:index/getRegion:getRegion", { region: thing("t", {}).urn.apply((u) => pulumi.runtime.isDryRun() ? pulumi.unknown : "eu-west-2") })
      .apply((r) => r.region);
    exports.plain = pulumi.runtime.invoke("testpkg:index:plain", { a: 1 }).then((result) => Object.keys(result));
    thing("user", { name: exports.form });`);
  expect(errorsOf(plan)).toEqual([]);
  expect(plan.outputs).toEqual({ form: unknownValue, known: "eu-west-1", ofUnknown: unknownValue, plain: [] });
  expect(plan.deployedOutputs).toMatchObject({
    form: unknownValue,
    known: "eu-west-1",
    ofUnknown: "eu-west-2",
    plain: [],
  });
  expect(inputsOf(plan, "user")).toEqual({ name: unknownValue });
  const [note, ...others] = plan.notChecked.filter(({ what }) => what === "provider functions");
  expect(others).toEqual([]);
  expect([...(note?.items ?? [])].sort()).toEqual(["testpkg:index:lookup", "testpkg:index:plain"]);
});

test("a duplicate URN ends the run with one error, whatever else the program was about to do", async () => {
  const plan = await previewProgram('thing("a", {}); thing("b", { of: thing("a", {}).urn }); thing("c", {});');
  expect(plan.result).toBe("failed");
  const urn = "urn:pulumi:dev::p::testpkg:index:Thing::a";
  expect(plan.diagnostics).toEqual([
    { severity: "error", urn, message: `Duplicate resource URN '${urn}'; try giving it a unique name` },
  ]);
});
