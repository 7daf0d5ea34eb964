import { reportForeignGrants } from "../../../../policy/rules/region/report-foreign-grants";
import { requireResidency } from "../../../../policy/rules/region/require-residency";
import { toPolicy } from "../../../../policy/sdk-policy";
import { judgeRule, unknown } from "../../kit/judge";
import { allowCloudFront, document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const config = { allowedRegions: ["eu-west-1", "eu-central-1"] };
const fix = "fix: use one of eu-central-1, eu-west-1";
const far = "arn:aws:sqs:us-west-2:123456789012:orders";
const allow = (change: object = {}) => ({ Effect: "Allow", Action: "sqs:SendMessage", Resource: "*", ...change });
const policyType = "aws:iam/policy:Policy";
const found = (path: string, region = "us-west-2") => `${path}: allows something in ${region}; ${fix}`;

testRule(reportForeignGrants, {
  type: policyType,
  config,
  violating: {
    "a resource in another Region": {
      props: { policy: document(allow(), allow({ Resource: ["*", far] })) },
      messages: [found("policy.Statement[1]")],
    },
    "a single statement that is no list": {
      props: { policy: { Statement: allow({ Resource: far }) } },
      messages: [found("policy.Statement[0]")],
    },
    "a caller in another Region": {
      type: "aws:sqs/queuePolicy:QueuePolicy",
      props: {
        policy: document(
          allow({ Principal: "*", Condition: { ArnLike: { "AWS:SourceArn": "arn:aws:sns:us-west-2:1:a" } } }),
        ),
      },
      messages: [found("policy.Statement[0]")],
    },
    "requests to another Region": {
      props: {
        policy: document(allow({ Condition: { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } } })),
      },
      messages: [found("policy.Statement[0]", "us-east-1")],
    },
    "a document inside something else": {
      type: "aws:iam/role:Role",
      props: { inlinePolicies: [{ name: "a", policy: document(allow({ Resource: far })) }] },
      messages: [found("inlinePolicies[0].policy.Statement[0]")],
    },
    "a caller of a function": {
      type: "aws:lambda/permission:Permission",
      props: { region: "eu-central-1", sourceArn: far },
      messages: [`sourceArn: names us-west-2; ${fix}`],
    },
  },
  clean: {
    "allowed Regions and none": {
      props: { policy: document(allow({ Resource: "arn:aws:sqs:eu-west-1:1:a" }), allow()) },
    },
    "every Region": { props: { policy: document(allow({ Resource: "arn:aws:logs:*:*:*" })) } },
    "a denial": { props: { policy: document({ ...allow({ Resource: far }), Effect: "Deny" }) } },
    "all but some Regions": {
      props: { policy: document(allow({ Condition: { StringNotEquals: { "aws:RequestedRegion": "us-west-2" } } })) },
    },
    "what CloudFront has in us-east-1": {
      props: {
        policy: document(allow({ Resource: "arn:aws:logs:us-east-1:1:log-group:aws-waf-logs-a" }), allowCloudFront()),
      },
    },
    "no document": { props: { policy: "Statement", description: far } },
    "a document that is not known yet": { props: { policy: unknown } },
    "what is no grant": {
      type: "aws:sqs/queue:Queue",
      props: { redrivePolicy: JSON.stringify({ deadLetterTargetArn: far }) },
    },
    "documents with nonsense in them": {
      props: { policy: document({ Effect: "Allow", Resource: [null, 3, { a: far }], Condition: "no" }), other: "{" },
    },
  },
  unknown: {},
});

test("is an advisory where the config gives no level, and moves nothing: region-residency says nothing of it", () => {
  expect(toPolicy(reportForeignGrants).enforcementLevel).toBe("advisory");
  const example = { type: policyType, props: { policy: document(allow({ Resource: far })) } };
  expect(judgeRule(requireResidency, example, config).violations).toEqual([]);
  expect(judgeRule(reportForeignGrants, example).violations).toEqual([]);
});
