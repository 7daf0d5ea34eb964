import { makeSecret } from "../../../../preview/engine/deployment/properties";
import {
  defaultProviderInputs,
  defaultProviderName,
  isDefaultProviderDenied,
  type ProviderConfig,
  providerReference,
  urnOfReference,
  withPlugin,
} from "../../../../preview/engine/deployment/providers";

const config = (values: Record<string, string>, ...secretKeys: string[]): ProviderConfig => ({
  values,
  secretKeys: new Set(secretKeys),
});

const request = (version = "", pluginDownloadURL = "") => ({ package: "aws", version, pluginDownloadURL });

test.each<[string, string, string]>([
  ["", "", "default"],
  ["7.48.0", "", "default_7_48_0"],
  ["1.0.0-alpha.1+build", "", "default_1_0_0_alpha_1_build"],
  ["1.0.0", "https://example.com//plugins", "default_1_0_0_https_/example.com/plugins"],
  ["", "github://api.github.com/org", "default_github_/api.github.com/org"],
])("version %j from %j is served by %s", (version, url, name) => {
  expect(defaultProviderName(request(version, url))).toBe(name);
});

test("a default provider is configured from its own namespace, secrets as secrets, with its plugin", () => {
  const values = { "aws:region": "eu-west-1", "aws:token": "t", "awsx:x": "no", "p:region": "no", "aws:a:b": "deep" };
  expect(defaultProviderInputs(request(), config(values, "aws:token"))).toEqual({
    region: "eu-west-1",
    token: makeSecret("t"),
    "a:b": "deep",
  });
  expect(defaultProviderInputs(request("7.0.0", "https://x"), config({ "aws:region": "r" }))).toEqual({
    __internal: {},
    region: "r",
    version: "7.0.0",
    pluginDownloadURL: "https://x",
  });
  expect(defaultProviderInputs(request(), config({}))).toEqual({});
});

test("inputs without a plugin stay as they are, also the object", () => {
  const inputs = { region: "r" };
  expect(withPlugin(inputs, "", "")).toBe(inputs);
  expect(withPlugin(inputs, "", "", { MINE: "THEIRS" })).toEqual({
    __internal: { envVarMappings: { MINE: "THEIRS" } },
    region: "r",
  });
});

test.each<[string | undefined, string, boolean]>([
  [undefined, "aws", false],
  ["", "aws", false],
  ["[]", "aws", false],
  ['["aws"]', "aws", true],
  ['["aws"]', "awsx", false],
  ['[" aws ", "kubernetes"]', "aws", true],
  ['["*"]', "anything", true],
  ['["*"]', "pulumi", false],
  ['"aws"', "aws", false],
])("disable-default-providers %j on %s: denied %s", (denied, packageName, expected) => {
  const values: Record<string, string> = denied === undefined ? {} : { "pulumi:disable-default-providers": denied };
  expect(isDefaultProviderDenied(packageName, config(values))).toBe(expected);
});

test("a list of denied packages that is no JSON is named", () => {
  expect(() => isDefaultProviderDenied("aws", config({ "pulumi:disable-default-providers": "aws" }))).toThrow(
    "the config value pulumi:disable-default-providers must be a JSON list of packages; got aws",
  );
});

test("a reference names its provider, whatever is in the name", () => {
  const urn = "urn:pulumi:dev::p::pulumi:providers:aws::a::b";
  expect(providerReference(urn, "id-1")).toBe(`${urn}::id-1`);
  expect(providerReference(urn, "")).toBe(`${urn}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`);
  expect(urnOfReference(providerReference(urn, "id-1"))).toBe(urn);
});
