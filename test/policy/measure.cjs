"use strict";
// What the pack costs over the analyzer protocol: `node test/policy/measure.cjs`. Prints JSON. The figure for 100 rules comes from a pack
// made for the occasion: the rules of this one, then again and again under other names all but region-residency, so that about half of
// the hundred judge distributions. The floor is a pack with one rule about another type.

const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const path = require("node:path");

require("../../preview/transpile/register.cjs");
const { Analyzer, packDirectory } = require("./kit/analyzer.ts");
const { distribution, distributionType, behavior, httpsOrigin } = require("./kit/distributions.ts");
const { rules } = require("../../policy/pack.ts");

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

function packOf(count) {
  const directory = mkdtempSync(path.join(packDirectory, "measure-"));
  writeFileSync(path.join(directory, "package.json"), '{ "version": "0.0.0", "main": "main.cjs" }');
  writeFileSync(
    path.join(directory, "main.cjs"),
    `delete require("module")._extensions[".ts"];
require("../../preview/transpile/register.cjs");
const { rules } = require("../pack.ts");
const { toPolicy } = require("../sdk-policy.ts");
const { decodeOnce } = require("../decode-once.ts");
decodeOnce(require("@pulumi/pulumi/proto/analyzer_grpc_pb").AnalyzerService);
const { PolicyPack } = require("@pulumi/policy");
const repeated = rules.filter((rule) => rule.parameters === undefined);
const others = Array.from({ length: Math.max(0, ${count} - rules.length) }, (_, i) => ({ ...repeated[i % repeated.length], name: "rule-" + i }));
const one = [{ ...rules[3], types: ["random:index/randomId:RandomId"] }];
const policies = (${count} === 1 ? one : [...rules, ...others]).map((rule) => toPolicy(rule));
new PolicyPack("measure", { policies, enforcementLevel: "mandatory" });
`,
  );
  return directory;
}

async function msPerCall(analyzer, resource) {
  for (let i = 0; i < 50; i++) await analyzer.analyze(resource);
  const started = performance.now();
  const cpuBefore = cpuMs(analyzer.pid);
  for (let i = 0; i < calls; i++) await analyzer.analyze(resource);
  return { wall: round((performance.now() - started) / calls), cpu: round((cpuMs(analyzer.pid) - cpuBefore) / calls) };
}

async function msForStack(analyzer, count) {
  const bucket = (i) => ({
    type: "aws:s3/bucket:Bucket",
    name: `b${i}`,
    props: { region: "eu-central-1", bucket: `b${i}`, policy: "{}" },
  });
  const stack = Array.from({ length: count / 2 }, (_, i) => [bucket(i), { ...ordinary, name: `d${i}` }]).flat();
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
  const hundred = packOf(100);
  const single = packOf(1);
  const residency = { "region-residency": { level, ...parameters } };
  try {
    const floor = await measure(single);
    console.log(
      JSON.stringify({ rules: rules.length, floor, pack, hundredRules: await measure(hundred, residency) }, null, 2),
    );
  } finally {
    rmSync(hundred, { recursive: true });
    rmSync(single, { recursive: true });
  }
}

main();
