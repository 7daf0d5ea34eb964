// Headers that an origin adds to every request: which CloudFront adds at all, and how much of them it takes.

import * as pulumi from "@pulumi/pulumi";
import { httpOrigin, QUOTAS } from "../../../../components";
import { pathsOf, problemsOf } from "./serve";

type Headers = Record<string, pulumi.Input<string>>;

const withHeaders = (customHeaders: Headers) => httpOrigin({ domainName: "api.example.com", customHeaders });
const many = (count: number): Headers =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, "v"]));

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html#add-origin-custom-headers-denylist
const KEPT = `cache-control connection content-length cookie host if-match if-modified-since if-none-match if-range
  if-unmodified-since max-forwards pragma proxy-authenticate proxy-authorization proxy-connection range request-range te trailer
  transfer-encoding upgrade via x-real-ip x-amz-security-token x-amz- x-edge-location x-edge-`.split(/\s+/);

test.each(KEPT)("%s is CloudFront's own, in capitals, too", (name) => {
  const problem = "origin.customHeaders: not name a header that CloudFront keeps to itself";
  expect(problemsOf(withHeaders({ [name]: "v" }))).toEqual([problem]);
  expect(problemsOf(withHeaders({ [name.toUpperCase()]: "v" }))).toEqual([problem]);
});

test.each([
  "authorization",
  "accept-encoding",
  "origin",
  "x-amzn-trace-id",
  "x-forwarded-for",
  "x-edged",
  "hosts",
  "x-host",
  "x!#$%&'*+.^_`|~9",
])("%s may be added", (name) => {
  expect(pathsOf(withHeaders({ [name]: "v" }))).toEqual([]);
});

test.each(["", "a b", "a:b", "a\n", "ü", "x(y)", 'x"y'])("%j is no header's name", (name) => {
  expect(problemsOf(withHeaders({ [name]: "v" }))).toEqual([
    "origin.customHeaders: have HTTP header names of at most 256 characters",
  ]);
});

test("a name has 256 characters at most", () => {
  expect(pathsOf(withHeaders({ [`x${"a".repeat(255)}`]: "v" }))).toEqual([]);
  expect(pathsOf(withHeaders({ [`x${"a".repeat(256)}`]: "v" }))).toEqual(["origin.customHeaders"]);
});

test("a value has 1783 characters at most", () => {
  expect(pathsOf(withHeaders({ "x-a": "v".repeat(1783) }))).toEqual([]);
  expect(problemsOf(withHeaders({ "x-a": "v".repeat(1784) }))).toEqual([
    "origin.customHeaders.x-a: have at most 1783 characters",
  ]);
});

test("there are 30 headers at most, unless the account has more", () => {
  expect(pathsOf(withHeaders(many(30)))).toEqual([]);
  expect(problemsOf(withHeaders(many(31)))).toEqual(["origin.customHeaders: have at most 30 headers"]);
});

test("names and values have 10240 characters together at most", () => {
  const exact = { ...Object.fromEntries([1, 2, 3, 4, 5].map((key) => [`x-${key}`, "v".repeat(1783)])) };
  const rest = 10_240 - 5 * (3 + 1783) - 3;
  expect(pathsOf(withHeaders({ ...exact, "x-6": "v".repeat(rest) }))).toEqual([]);
  expect(problemsOf(withHeaders({ ...exact, "x-6": "v".repeat(rest + 1) }))).toEqual([
    "origin.customHeaders: have at most 10240 characters, all names and values together",
  ]);
});

test("one header under two spellings is told once", () => {
  expect(problemsOf(withHeaders({ "X-Env": "a", "x-env": "b", "X-ENV": "c" }))).toEqual([
    "origin.customHeaders: name each header once: capitals make no difference",
  ]);
});

test("a value that is not known yet is not judged, its name is", () => {
  const later = pulumi.secret("v".repeat(5000));
  expect(pathsOf(withHeaders({ "x-key": later }))).toEqual([]);
  expect(pathsOf(withHeaders({ cookie: later }))).toEqual(["origin.customHeaders"]);
});

test.each([
  [undefined, "undefined"],
  [null, "null"],
  [7, "a number"],
  [["a"], "a list"],
])("%j is no value, though a variable of the environment that is not set is one", (value, kind) => {
  const options: object = { customHeaders: { "x-key": value } };
  expect(problemsOf(httpOrigin({ domainName: "api.example.com", ...options }))).toEqual([
    `origin.customHeaders.x-key: be text or an output, not ${kind}`,
  ]);
});

test("a value never appears in a message", () => {
  const origin = withHeaders({ cookie: "s3cr3t", "a b": "s3cr3t", "x-a": `s3cr3t${"v".repeat(2000)}` });
  const problems = origin.check("origin", { quotas: QUOTAS, tenantParameters: [] });
  expect(problems).toHaveLength(3);
  expect(JSON.stringify(problems)).not.toContain("s3cr3t");
});
