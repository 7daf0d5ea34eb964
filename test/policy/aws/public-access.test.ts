// The one definition of "lets everybody in" that the rules about resource policies share.

import { readPolicyDocument } from "../../../policy/aws/policy-document";
import { isPublic } from "../../../policy/aws/public-access";
import { Property } from "../../../policy/aws/reading";

function isPublicUnder(Condition: object, who: object): boolean {
  const text = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*", ...who, Condition } });
  const document = readPolicyDocument(new Property("policy", text));
  if (typeof document === "string") throw new Error(document);
  return document.statements.some(isPublic);
}

const variable = (name: string) => ["$", `{${name}}`].join("");

test.each<[string, object, object?]>([
  ["nothing", {}],
  ["everybody as AWS principal", {}, { Principal: { AWS: "*" } }],
  ["everybody in a list", {}, { Principal: { AWS: ["123456789012", "*"] } }],
  ["everybody in a list that AWS refuses", {}, { Principal: ["123456789012", "*"] }],
  ["everybody but one", {}, { NotPrincipal: { AWS: "123456789012" } }],
  ["how they come", { Bool: { "aws:SecureTransport": "true" } }],
  ["a word that can be told on", { StringEquals: { "sts:ExternalId": "shop" } }],
  ["a service, which works for anybody", { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }],
  ["a name of a user, which anybody can give", { StringEquals: { "aws:username": "deployer" } }],
  ["an access point in a VPC, which anybody can make", { StringEquals: { "s3:AccessPointNetworkOrigin": "VPC" } }],
  ["all but one", { StringNotEquals: { "aws:SourceAccount": "123456789012" } }],
  ["a key that need not be there", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3" } }],
  ["all of nothing", { "ForAllValues:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3/*" } }],
  ["no value", { StringEquals: { "aws:PrincipalOrgID": [] } }],
  ["one value of two", { StringLike: { "aws:PrincipalAccount": ["123456789012", "*"] } }],
  ["every address", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }],
  ["every address of version 6", { IpAddress: { "aws:SourceIp": ["::/0"] } }],
  ["half of the internet", { IpAddress: { "aws:SourceIp": "128.0.0.0/1" } }],
  ["a continent of version 6", { IpAddress: { "aws:SourceIp": "2a00::/12" } }],
  ["no address", { StringLike: { "aws:SourceIp": "*" } }],
  ["a network without its size", { IpAddress: { "aws:SourceIp": "10.0.0.0/" } }],
  ["every organization", { StringLike: { "aws:PrincipalOrgID": "o-*" } }],
  ["a path in every organization", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-ab12/*" } }],
  ["every VPC", { StringLike: { "aws:SourceVpc": "vpc-*" } }],
  ["every endpoint", { StringLike: { "aws:SourceVpce": "vpce-*" } }],
  ["whoever calls their session so", { StringLike: { "aws:userid": "*:deployer" } }],
  ["topics of every account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } }],
  ["a topic of every account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:eu-central-1:*:orders" } }],
  ["accounts that begin alike", { ArnLike: { "aws:SourceArn": "arn:aws:sns:eu-central-1:1234*:orders" } }],
  ["every bucket", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }],
  ["buckets that end alike", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*-logs" } }],
  ["every ARN", { ArnLike: { "aws:SourceArn": "arn:*" } }],
  ["roles of every account", { StringLike: { "aws:PrincipalArn": "*:role/reader" } }],
  ["the account of whoever asks", { StringEquals: { "aws:SourceAccount": variable("aws:PrincipalAccount") } }],
])("is public under %s", (_title, ...[condition, who = { Principal: "*" }]) => {
  expect(isPublicUnder(condition, who)).toBe(true);
});

test.each<[string, object, object?]>([
  ["an account", {}, { Principal: { AWS: "123456789012" } }],
  ["a service", {}, { Principal: { Service: "sns.amazonaws.com" } }],
  ["an organization, keys in any case", { StringEquals: { "AWS:principalorgid": "o-a1b2c3" } }],
  ["a path in an organization", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3/r-ab12/*" } }],
  ["networks and a host", { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "2001:db8::/32", "192.0.2.1"] } }],
  ["a VPC", { StringEquals: { "aws:SourceVpc": "vpc-1" } }],
  ["endpoints of an account", { StringEquals: { "aws:VpceAccount": "123456789012" } }],
  ["roles of an account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } }],
  ["sessions of a role", { StringLike: { "aws:userid": "AROAEXAMPLE:*" } }],
  ["a bucket", { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::uploads" } }],
  ["stages of an API", { ArnLike: { "aws:SourceArn": "arn:aws:apigateway:eu-central-1::/restapis/a1/stages/*" } }],
  ["callers of an account", { StringEquals: { "kms:CallerAccount": "123456789012" } }],
  ["access points of an account", { StringEquals: { "s3:DataAccessPointAccount": "123456789012" } }],
  [
    "one condition of two",
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:a" }, StringEquals: { "aws:SourceAccount": "123456789012" } },
  ],
])("is not public under %s", (_title, ...[condition, who = { Principal: "*" }]) => {
  expect(isPublicUnder(condition, who)).toBe(false);
});
