// What reaches past the Regions that inputs name: models of a geography, keys that can be copied, and providers without exceptions.

import { requireResidency } from "../../../../policy/rules/region/require-residency";
import { unknownOf } from "../../../../policy/testing";
import { judgeRule, unknown } from "../../kit/judge";

const config = { allowedRegions: ["eu-west-1", "eu-central-1"] };
const fix = "fix: use one of eu-central-1, eu-west-1";
const home = { region: "eu-central-1" };
const account = "123456789012";

function judge(type: string, props: Record<string, unknown>, change: object = {}) {
  const { violations, undecided } = judgeRule(
    requireResidency,
    { type, props: { ...home, ...props } },
    { ...config, ...change },
  );
  return { violations, undecided };
}

describe("models that Bedrock answers in other Regions", () => {
  const model = (id: unknown) => judge("aws:bedrock/agentAgent:AgentAgent", { foundationModel: id });
  const refused = (geography: string) => [
    `foundationModel: lets Bedrock answer in any Region of the geography ${geography}; fix: name a model of an allowed Region, or list the geography in inferenceGeographies`,
  ];

  test.each([
    ["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us"],
    ["eu.amazon.nova-pro-v1:0", "eu"],
    ["global.anthropic.claude-sonnet-4-5-20250929-v1:0", "global"],
    [`arn:aws:bedrock:eu-central-1:${account}:inference-profile/apac.meta.llama3-2-1b-instruct-v1:0`, "apac"],
  ])("are refused: %s", (id, geography) => {
    expect(model(id).violations).toEqual(refused(geography));
  });

  test.each(["anthropic.claude-sonnet-4-5-20250929-v1:0", "us.amazon.com", "eu.shop-site", unknown])(
    "are not %s",
    (id) => {
      expect(model(id)).toEqual({ violations: [], undecided: undefined });
    },
  );

  test("are accepted in a geography that the config lists, and in no other", () => {
    const of = (id: string) =>
      judge(
        "aws:lambda/function:Function",
        { environment: { variables: { MODEL: id } } },
        { inferenceGeographies: ["eu"] },
      );
    expect(of("eu.amazon.nova-pro-v1:0").violations).toEqual([]);
    expect(of("global.amazon.nova-pro-v1:0").violations).toHaveLength(1);
  });
});

describe("a multi-Region key", () => {
  const key = (multiRegion: unknown, allowedRegions: string[]) =>
    judge("aws:kms/key:Key", { multiRegion }, { allowedRegions });

  test("is refused where there is one Region only", () => {
    expect(key(true, ["eu-central-1"]).violations).toEqual([
      "multiRegion: lets the key be copied into any Region, and there is one Region only; fix: set it to false",
    ]);
  });

  test("is accepted among several, and a key of one Region anywhere", () => {
    expect(key(true, ["eu-central-1", "eu-west-1"]).violations).toEqual([]);
    expect(key(false, ["eu-central-1"]).violations).toEqual([]);
  });

  test("is undecided while it is not known", () => {
    expect(key(unknownOf.boolean, ["eu-central-1"]).undecided).toBe("multiRegion");
  });
});

describe("aws-native", () => {
  test("a provider in us-east-1 has no exceptions: its resources say no Region of their own", () => {
    expect(judge("pulumi:providers:aws-native", { region: "us-east-1" }).violations).toEqual([
      `region: names us-east-1; ${fix}`,
    ]);
    expect(judge("pulumi:providers:aws-native", {}).violations).toEqual([]);
  });

  test("its resources are judged by what they name", () => {
    const props = { replicas: [{ region: "us-west-2" }] };
    const { violations, undecided } = judgeRule(
      requireResidency,
      { type: "aws-native:dynamodb:GlobalTable", props },
      config,
    );
    expect({ violations, undecided }).toEqual({
      violations: [`replicas[0].region: names us-west-2; ${fix}`],
      undecided: undefined,
    });
  });
});
