import { answerInvoke, PolicyDocumentError } from "../../../../preview/engine/aws";
import type { PropertyMap } from "../../../../preview/plan/plan";

function documentOf(args: PropertyMap): { json: string; minifiedJson: string; id: string } {
  const answer = answerInvoke({
    token: "aws:iam/getPolicyDocument:getPolicyDocument",
    args,
    place: { partition: "aws", accountId: "123456789012", region: "eu-central-1" },
  });
  return { json: String(answer?.json), minifiedJson: String(answer?.minifiedJson), id: String(answer?.id) };
}

const minified = (args: PropertyMap): string => documentOf(args).minifiedJson;

test("one statement is rendered with the provider's order, indentation and defaults", () => {
  const { json, minifiedJson, id } = documentOf({
    statements: [
      {
        sid: "Read",
        actions: ["s3:GetObject"],
        resources: ["arn:aws:s3:::site/*"],
        principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
        conditions: [
          { test: "StringEquals", variable: "AWS:SourceArn", values: ["arn:aws:cloudfront::1:distribution/E1"] },
        ],
      },
    ],
  });
  expect(json).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::site/*",
      "Principal": {
        "Service": "cloudfront.amazonaws.com"
      },
      "Condition": {
        "StringEquals": {
          "AWS:SourceArn": "arn:aws:cloudfront::1:distribution/E1"
        }
      }
    }
  ]
}`);
  expect(JSON.parse(minifiedJson)).toEqual(JSON.parse(json));
  expect(id).toMatch(/^\d+$/);
});

test.each<[string, PropertyMap, string]>([
  ["no statement", {}, '{"Version":"2012-10-17"}'],
  ["an older version and an id", { version: "2008-10-17", policyId: "p1" }, '{"Version":"2008-10-17","Id":"p1"}'],
  [
    "several actions, repeated ones once, from Z to A",
    { statements: [{ actions: ["s3:GetObject", "s3:PutObject", "s3:GetObject"], resources: ["b", "a"] }] },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],"Resource":["b","a"]}]}',
  ],
  [
    "the negated forms and Deny",
    {
      statements: [
        {
          effect: "Deny",
          notActions: ["iam:*"],
          notResources: ["*"],
          notPrincipals: [{ type: "AWS", identifiers: ["1"] }],
        },
      ],
    },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:*","NotResource":"*","NotPrincipal":{"AWS":"1"}}]}',
  ],
  [
    "everybody",
    { statements: [{ actions: ["a:b"], principals: [{ type: "*", identifiers: ["*"] }] }] },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Principal":"*"}]}',
  ],
  [
    "every AWS principal, which is not the same",
    { statements: [{ actions: ["a:b"], principals: [{ type: "AWS", identifiers: ["*"] }] }] },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Principal":{"AWS":"*"}}]}',
  ],
  [
    "principals of several types by type",
    {
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [
            { type: "Service", identifiers: ["lambda.amazonaws.com", "ecs.amazonaws.com"] },
            { type: "AWS", identifiers: ["111111111111"] },
          ],
        },
      ],
    },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"111111111111","Service":["lambda.amazonaws.com","ecs.amazonaws.com"]}}]}',
  ],
  [
    "conditions of one test and variable joined, values in their order",
    {
      statements: [
        {
          actions: ["s3:ListBucket"],
          resources: ["*"],
          conditions: [
            { test: "StringLike", variable: "s3:prefix", values: ["home/", "", "home/&{aws:username}/"] },
            { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
          ],
        },
      ],
    },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an IAM policy variable
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"},"StringLike":{"s3:prefix":["home/","","home/${aws:username}/"]}}}]}',
  ],
  [
    "characters that Go escapes",
    { statements: [{ actions: ["a:b"], resources: ["<a>&\u2028"] }] },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"\\u003ca\\u003e\\u0026\\u2028"}]}',
  ],
])("%s", (_, args, expected) => {
  expect(minified(args)).toBe(expected);
});

// The three cases of the provider's own acceptance tests in which the order of a set of blocks shows.
test.each([
  ["aws", [[1], [2, 3]], [1, 3, 2]],
  ["aws", [[1, 2], [3], [4]], [3, 4, 2, 1]],
  ["aws-us-gov", [[1, 2], [3], [4]], [3, 2, 1, 4]],
])("principals of one type from several blocks come in the provider's order (%s %j)", (partition, blocks, expected) => {
  const root = (n: number): string => `arn:${partition}:iam::${String(n).repeat(12)}:root`;
  const principals = blocks.map((b) => ({ type: "AWS", identifiers: b.map(root) }));
  const document = JSON.parse(documentOf({ statements: [{ actions: ["*"], resources: ["*"], principals }] }).json);
  expect(document.Statement[0].Principal.AWS).toEqual(expected.map(root));
});

const statement = (sid: string, action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: sid, Effect: "Allow", Action: action, Resource: "*" }] });

test("own statements replace a source's of the same Sid in place, overrides replace both", () => {
  const document = JSON.parse(
    documentOf({
      sourcePolicyDocuments: [statement("A", "source:a"), statement("B", "source:b")],
      statements: [{ sid: "A", actions: ["own:a"], resources: ["*"] }],
      overridePolicyDocuments: [statement("B", "override:b"), statement("C", "override:c")],
    }).json,
  );
  expect(document.Statement.map((s: { Sid: string; Action: string }) => `${s.Sid} ${s.Action}`)).toEqual([
    "A own:a",
    "B override:b",
    "C override:c",
  ]);
});

test("a source document keeps its lists as they are, loses unknown keys and writes booleans as text", () => {
  const source = JSON.stringify({
    Statement: [
      {
        Effect: "Deny",
        Principal: "*",
        Action: ["b", "a"],
        Resource: ["x"],
        Comment: "dropped",
        Condition: { Bool: { "aws:SecureTransport": false }, NumericLessThan: { "s3:max-keys": 10 } },
      },
    ],
  });
  expect(minified({ sourcePolicyDocuments: [source] })).toBe(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["b","a"],"Resource":["x"],"Principal":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}',
  );
});

test.each<[string, PropertyMap, string]>([
  [
    "a Sid twice",
    { statements: [{ sid: "A" }, { sid: "A" }] },
    "writing IAM Policy Document: duplicate Sid (A). Remove the Sid or ensure the Sid is unique.",
  ],
  [
    "a Sid in two sources",
    { sourcePolicyDocuments: [statement("A", "x"), statement("A", "y")] },
    "writing IAM Policy Document: merging source document 1: duplicate Sid (A) in source_policy_documents (statement 0). Remove the Sid or ensure Sids are unique.",
  ],
  ["a list of statements that is none", { overridePolicyDocuments: ['{"Statement":{}}'] }, "Statement must be a list"],
  [
    "policy variables before they existed",
    { version: "2008-10-17", statements: [{ resources: ["&{aws:username}"] }] },
    "found &{ sequence in (&{aws:username}), which is not supported in document version 2008-10-17",
  ],
])("%s is refused with the provider's words", (_, args, message) => {
  expect(() => documentOf(args)).toThrow(PolicyDocumentError);
  expect(() => documentOf(args)).toThrow(message);
});
