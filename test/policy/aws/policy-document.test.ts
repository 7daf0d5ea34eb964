// What a statement is about, however it says so.

import { isAboutAction, isAboutEveryResource, readPolicyDocument } from "../../../policy/aws/policy-document";
import { Property } from "../../../policy/aws/reading";

function statementOf(fields: object) {
  const document = readPolicyDocument(new Property("policy", JSON.stringify({ Statement: fields })));
  const [statement] = typeof document === "string" ? [] : document.statements;
  if (statement === undefined) throw new Error("no statement");
  return statement;
}

test.each<[object, boolean]>([
  [{ Action: "s3:GetObject" }, true],
  [{ Action: ["s3:PutObject", "S3:GET*"] }, true],
  [{ Action: "s3:Get?bject" }, true],
  [{ Action: "*" }, true],
  [{ Action: "**" }, true],
  [{ Action: "s3:GetObjectAcl" }, false],
  [{ Action: "s3:Get?" }, false],
  [{ Action: "s3.GetObject" }, false],
  [{ NotAction: "s3:Put*" }, true],
  [{ NotAction: ["iam:*", "s3:Get*"] }, false],
  [{ NotAction: "*" }, false],
  [{}, false],
])("%j is about reading an object: %s", (fields, expected) => {
  expect(isAboutAction(statementOf(fields), "s3:getobject")).toBe(expected);
});

test.each<[object, boolean]>([
  [{ Resource: "*" }, true],
  [{ Resource: ["arn:aws:s3:::shop", "*"] }, true],
  [{ NotResource: "arn:aws:s3:::shop" }, true],
  [{ Resource: "arn:aws:s3:::*" }, false],
  [{}, false],
])("%j is about every resource: %s", (fields, expected) => {
  expect(isAboutEveryResource(statementOf(fields))).toBe(expected);
});
