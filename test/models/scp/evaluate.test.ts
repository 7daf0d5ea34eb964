import { isDenied } from "./evaluate";

const policy = (statement: object) => ({ Version: "2012-10-17", Statement: statement });
const deny = (fields: object) => policy({ Effect: "Deny", Resource: "*", ...fields });
const request = { action: "sqs:CreateQueue", region: "us-west-2", principal: "arn:aws:iam::123456789012:role/deploy" };
const elsewhere = { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"] } };

test.each<[string, object, boolean]>([
  ["an action by wildcard", deny({ Action: "sqs:*" }), true],
  ["an action in other case", deny({ Action: ["SQS:createqueue"] }), true],
  ["another action", deny({ Action: ["sqs:Delete*"] }), false],
  ["all but this one", deny({ NotAction: ["sqs:*"] }), false],
  ["all but another one", deny({ NotAction: "iam:*" }), true],
  ["a Region outside", deny({ NotAction: "iam:*", Condition: elsewhere }), true],
  [
    "a Region inside",
    deny({ NotAction: "iam:*", Condition: { StringNotEquals: { "aws:RequestedRegion": "us-west-2" } } }),
    false,
  ],
  ["one Region", deny({ Action: "*", Condition: { StringEquals: { "AWS:requestedregion": "us-west-2" } } }), true],
  [
    "others than a role",
    deny({ Action: "*", Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } } }),
    false,
  ],
  [
    "others than another role",
    deny({ Action: "*", Condition: { ...elsewhere, ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/a"] } } }),
    true,
  ],
])("a policy that denies %s", (_title, scp, denied) => {
  expect(isDenied(scp, request)).toBe(denied);
});

test.each<[string, object]>([
  ["an allowance", policy({ Effect: "Allow", Action: "*", Resource: "*" })],
  ["a single resource", deny({ Action: "*", Resource: "arn:aws:s3:::a" })],
  ["both kinds of actions", deny({ Action: "*", NotAction: "iam:*" })],
  ["another operator", deny({ Action: "*", Condition: { StringLike: { "aws:RequestedRegion": "us-*" } } })],
  ["a principal", deny({ Action: "*", Principal: "*" })],
])("%s is not modelled, and said so", (_title, scp) => {
  expect(() => isDenied(scp, request)).toThrow();
});
