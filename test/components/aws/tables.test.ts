import { parseArn } from "../../../components/aws/arns";
import { isDomainName, isDomainNameOrWildcard, withoutWildcard } from "../../../components/aws/domain-names";
import { edgeRegionOf, partitionOf } from "../../../components/aws/regions";
import { checkTags } from "../../../components/aws/tags";
import { inEvaluationOrder, ManagedRuleGroup, RULE_GROUPS } from "../../../components/aws/waf-rule-groups";

describe("Regions", () => {
  test.each([
    ["eu-central-1", "aws"],
    ["us-east-1", "aws"],
    ["mx-central-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-northwest-1", "aws-cn"],
    ["eusc-de-east-1", "other"],
    ["us-iso-east-1", "other"],
    ["us-isob-east-1", "other"],
    ["eu-isoe-west-1", "other"],
  ])("%s is in %s", (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });

  test("CloudFront's companions live in us-east-1 of the commercial partition and nowhere in the others", () => {
    expect(edgeRegionOf("ap-southeast-2")).toBe("us-east-1");
    for (const region of ["us-gov-east-1", "cn-north-1", "eusc-de-east-1"]) {
      expect(edgeRegionOf(region)).toBeUndefined();
    }
  });
});

describe("ARNs", () => {
  test("are taken apart, and the resource keeps its colons", () => {
    expect(parseArn("arn:aws:logs:us-east-1:123456789012:log-group:a:*")).toEqual({
      partition: "aws",
      service: "logs",
      region: "us-east-1",
      account: "123456789012",
      resource: "log-group:a:*",
    });
  });

  test("of buckets have neither Region nor account", () => {
    expect(parseArn("arn:aws-cn:s3:::shop")).toMatchObject({ partition: "aws-cn", region: "", account: "" });
  });

  test.each(["", "shop", "arn:aws:s3", "arn::s3:::shop", "urn:aws:s3:::shop"])("%j is none", (text) => {
    expect(parseArn(text)).toBeUndefined();
  });
});

describe("domain names", () => {
  test.each(["example.com", "www.example.com", "xn--bcher-kva.example", "a-b.c1.example.co.uk"])(
    "%s is one",
    (name) => {
      expect(isDomainName(name)).toBe(true);
    },
  );

  test.each([
    "",
    "localhost",
    "Example.com",
    "https://example.com",
    "example.com.",
    "example.com/",
    "-a.example.com",
    "a-.example.com",
    "a..example.com",
    "bücher.example",
    "*.example.com",
    `${"a".repeat(64)}.example.com`,
    `${"a.".repeat(126)}example`,
  ])("%j is none", (name) => {
    expect(isDomainName(name)).toBe(false);
  });

  test("may be wildcards for one level", () => {
    expect(isDomainNameOrWildcard("*.example.com")).toBe(true);
    expect(isDomainNameOrWildcard("*.*.example.com")).toBe(false);
    expect(isDomainNameOrWildcard("a.*.example.com")).toBe(false);
    expect(withoutWildcard("*.example.com")).toBe("example.com");
    expect(withoutWildcard("example.com")).toBe("example.com");
  });
});

describe("rule groups", () => {
  test("are evaluated addresses first, each once, in whatever order they are asked for", () => {
    const everything = Object.values(ManagedRuleGroup);
    expect(inEvaluationOrder([...everything].reverse().concat(everything))).toEqual([
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesAnonymousIpList",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesSQLiRuleSet",
      "AWSManagedRulesLinuxRuleSet",
      "AWSManagedRulesPHPRuleSet",
      "AWSManagedRulesWordPressRuleSet",
    ]);
  });

  test("have different priorities", () => {
    const facts = Object.values(RULE_GROUPS);
    expect(new Set(facts.map((group) => group.priority)).size).toBe(facts.length);
  });
});

describe("tags", () => {
  test("are accepted as AWS accepts them", () => {
    expect(checkTags("tags", undefined)).toEqual([]);
    expect(checkTags("tags", { team: "web", Größe: "a@b.c/d:e=f+g", [`${"k".repeat(128)}`]: "v".repeat(256) })).toEqual(
      [],
    );
  });

  test("are refused when AWS would refuse them", () => {
    const tooMany = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, ""]));
    expect(checkTags("tags", tooMany)).toEqual([{ path: "tags", must: "have at most 50 tags", got: 51 }]);
    expect(checkTags("tags", { "AWS:team": "web", "": "x", team: "v".repeat(257) })).toEqual([
      { path: "tags", must: 'not use the prefix "aws:", which AWS reserves', got: "AWS:team" },
      { path: "tags", must: "have keys of 1 to 128 characters", got: "" },
      { path: "tags.team", must: "have at most 256 characters", got: 257 },
    ]);
    expect(checkTags("tags", { "cost#centre": "a/b c", team: "R&D" })).toEqual([
      { path: "tags.cost#centre", must: "be letters, digits, spaces and _ . : / = + - @ only", got: "cost#centre" },
      { path: "tags.team", must: "be letters, digits, spaces and _ . : / = + - @ only", got: "R&D" },
    ]);
  });
});
