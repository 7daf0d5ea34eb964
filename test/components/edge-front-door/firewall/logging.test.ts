// What is logged of requests, and how much of a body the rules see.

import { AccessLogDestination, type FirewallLogArgs, LoggedRequests } from "../../../../components";
import { find } from "../../record-stack";
import { emitFirewall } from "./emitted-firewall";

async function loggingOf(log: FirewallLogArgs) {
  const { inputsOf } = await emitFirewall({ log });
  return inputsOf("site-web-acl-logging");
}

const header = (name: string) => ({ singleHeader: { name } });

test("the log group is called as AWS WAF wants it, near it, and protected like all that holds data", async () => {
  const { resources, inputsOf } = await emitFirewall({}, { logging: { retentionDays: 30 }, tags: { team: "web" } });
  expect(inputsOf("site-web-acl-log")).toEqual({
    region: "us-east-1",
    namePrefix: "aws-waf-logs-site-",
    retentionInDays: 30,
    tags: { team: "web" },
  });
  expect(find(resources, "site-web-acl-log").protect).toBe(true);
  const unprotected = await emitFirewall({}, { deletionProtection: false });
  expect(find(unprotected.resources, "site-web-acl-log").protect).toBe(false);
});

test("every request is logged, without credentials and query string", async () => {
  expect(await loggingOf({})).toEqual({
    region: "us-east-1",
    resourceArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/site-web-acl/0",
    logDestinationConfigs: ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-site-0123456"],
    redactedFields: [header("authorization"), header("cookie"), { queryString: {} }],
  });
});

test.each<[string, FirewallLogArgs, unknown]>([
  ["other headers in place of these", { redactedHeaders: ["x-api-key"] }, [header("x-api-key"), { queryString: {} }]],
  [
    "headers in lower case and each once: AWS returns them so, and any other case would be a change for ever",
    { redactedHeaders: ["Authorization", "Cookie", "cookie"] },
    [header("authorization"), header("cookie"), { queryString: {} }],
  ],
  ["no query string", { redactQueryString: false }, [header("authorization"), header("cookie")]],
  ["the query string alone", { redactedHeaders: [] }, [{ queryString: {} }]],
  ["nothing at all", { redactedHeaders: [], redactQueryString: false }, undefined],
])("leaves out %s", async (_title, log, redactedFields) => {
  expect((await loggingOf(log)).redactedFields).toEqual(redactedFields);
});

test("all requests means no filter", async () => {
  expect(await loggingOf({ requests: LoggedRequests.All })).not.toHaveProperty("loggingFilter");
});

test("matched requests means those that a rule had something to say about", async () => {
  const conditions = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"].map((action) => ({
    actionCondition: { action },
  }));
  expect((await loggingOf({ requests: LoggedRequests.Matched })).loggingFilter).toEqual({
    defaultBehavior: "DROP",
    filters: [{ behavior: "KEEP", requirement: "MEETS_ANY", conditions }],
  });
});

test("none means neither log group nor configuration, and leaves access logs alone", async () => {
  const { resources } = await emitFirewall(
    { log: { requests: LoggedRequests.None } },
    { logging: { accessLogs: AccessLogDestination.LogGroup } },
  );
  const names = resources.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith("site-web-acl"))).toEqual(["site-web-acl"]);
  expect(names).toContain("site-log-delivery");
});

test("the logs end before the web ACL and the log group do", async () => {
  const { resources } = await emitFirewall({});
  expect(find(resources, "site-web-acl-logging").dependencies).toEqual(["site-web-acl", "site-web-acl-log"]);
});

describe("body inspection", () => {
  test.each([16, 32, 48, 64])("of %d KB", async (bodyInspectionKilobytes) => {
    const { webAcl } = await emitFirewall({ bodyInspectionKilobytes });
    expect(webAcl.associationConfig).toEqual({
      requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: `KB_${bodyInspectionKilobytes}` } }],
    });
  });

  test("is AWS WAF's own where nothing is said", async () => {
    const { webAcl } = await emitFirewall({});
    expect(webAcl).not.toHaveProperty("associationConfig");
  });
});
