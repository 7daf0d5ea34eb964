// Host names of servers, and the parameters of tenants in them.

import * as pulumi from "@pulumi/pulumi";
import { httpOrigin } from "../../../../components";
import { pathsOf, problemsOf } from "./serve";

const named = (domainName: string) => httpOrigin({ domainName });

const NO_NAME = "origin.domainName: be a host name without scheme, port and path";
const A_BUCKET = "origin.domainName: not be an S3 bucket, which would have to be public";
const A_WEBSITE = "origin.domainName: not be an S3 website endpoint, which speaks HTTP only";

test.each([
  "api.example.com",
  "API.Example.com",
  "a.b",
  "xn--bcher-kva.example",
  `${"a".repeat(63)}.example.com`,
  "Shop-LB-123.eu-central-1.elb.amazonaws.com",
  "abc123.execute-api.eu-central-1.amazonaws.com",
  // Names that begin like those of buckets and are none.
  "s3-frontend-123.eu-central-1.elb.amazonaws.com",
  "s3.example.com",
  "my-s3.eu-central-1.example.com",
  "s3-website.example.com",
])("%s is a server", (name) => {
  expect(problemsOf(named(name))).toEqual([]);
});

test.each([
  "",
  "localhost",
  "https://api.example.com",
  "api.example.com:8443",
  "api.example.com/v1",
  "api.example.com.",
  "api..example.com",
  "*.example.com",
  "10.0.0.1",
  "[2001:db8::1]",
  "user@example.com",
  "api.example.com ",
  `${"a".repeat(64)}.example.com`,
  `${"a.".repeat(126)}example`,
])("%j is no server", (name) => {
  expect(problemsOf(named(name))).toEqual([NO_NAME]);
});

test.each([
  "shop.s3.amazonaws.com",
  "shop.s3.eu-central-1.amazonaws.com",
  "Shop.S3.eu-central-1.AmazonAWS.com",
  "my.shop.s3.dualstack.eu-central-1.amazonaws.com",
  "shop.s3-eu-west-1.amazonaws.com",
  "s3.eu-central-1.amazonaws.com",
  "shop.s3-accelerate.amazonaws.com",
  "shop.s3-fips.us-east-1.amazonaws.com",
  "shop.s3.cn-north-1.amazonaws.com.cn",
  "shop-123456789012.s3-accesspoint.eu-central-1.amazonaws.com",
])("%s is a bucket", (name) => {
  expect(problemsOf(named(name))).toEqual([A_BUCKET]);
});

test.each([
  "shop.s3-website.eu-central-1.amazonaws.com",
  "shop.s3-website-eu-west-1.amazonaws.com",
  "my.shop.s3-website.cn-north-1.amazonaws.com.cn",
])("%s is a bucket's website", (name) => {
  expect(problemsOf(named(name))).toEqual([A_WEBSITE]);
});

test("a name that is not known yet is not judged", () => {
  expect(pathsOf(httpOrigin({ domainName: pulumi.output("https://x") }))).toEqual([]);
  expect(pathsOf(httpOrigin({ domainName: Promise.resolve("https://x") }))).toEqual([]);
});

test.each([
  [undefined, NO_NAME],
  [null, "origin.domainName: be text or an output, not null"],
  [7, "origin.domainName: be text or an output, not a number"],
  [{}, "origin.domainName: be text or an output, not an object"],
  [["api.example.com"], "origin.domainName: be text or an output, not a list"],
])("%j is no name, for a program without a compiler", (domainName, problem) => {
  const options: object = { domainName };
  expect(problemsOf(httpOrigin({ ...(options as { domainName: string }) }))).toEqual([problem]);
});

describe("parameters of tenants", () => {
  test.each(["{{store}}.stores.example.com", "{{store}}.{{region}}.example.com", "{{store}}-api.example.com"])(
    "may stand in %s",
    (name) => {
      expect(problemsOf(named(name), ["store", "region"])).toEqual([]);
    },
  );

  test("are refused where there are no tenants", () => {
    expect(problemsOf(named("{{store}}.example.com"))).toEqual([
      "origin.domainName: not contain parameters: only the tiers of a TenantedFrontDoor have them",
    ]);
  });

  test("are those of the front door", () => {
    expect(problemsOf(named("{{shop}}.example.com"), ["store", "region"])).toEqual([
      "origin.domainName: name only parameters of the front door: store, region",
    ]);
  });

  test("are two at most, the same one twice included", () => {
    const must = "origin.domainName: contain at most 2 parameters";
    expect(problemsOf(named("{{a}}.{{b}}.{{c}}.example.com"), ["a", "b", "c"])).toEqual([must]);
    expect(problemsOf(named("{{a}}.{{a}}.{{a}}.example.com"), ["a"])).toEqual([must]);
  });

  test.each(["{{{store}}}.example.com", "{store}.example.com", "{{store}.example.com", "{{}}.example.com"])(
    "are not written %s",
    (name) => {
      expect(problemsOf(named(name), ["store"])).not.toEqual([]);
    },
  );

  test("hide no bucket and no port", () => {
    expect(problemsOf(named("{{store}}.s3.eu-central-1.amazonaws.com"), ["store"])).toEqual([A_BUCKET]);
    expect(problemsOf(named("{{store}}.example.com:8443"), ["store"])).toEqual([NO_NAME]);
  });
});
