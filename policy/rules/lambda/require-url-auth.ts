import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";

export const functionUrlType = "aws:lambda/functionUrl:FunctionUrl";
const signed = new Set(["AWS_IAM"]);

/** A function URL answers signed requests only. */
export const requireUrlAuth: Rule = {
  name: "lambda-url-auth",
  severity: "high",
  reason: "A function URL must ask for signed requests, or everybody on the internet may call the function.",
  remediation: 'Set authorizationType to "AWS_IAM" and put CloudFront with origin access control in front of it.',
  url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  frameworks: [],
  profile: "baseline",
  types: [functionUrlType],
  check: ({ properties }: Resource) => mustBeOneOf(properties.at("authorizationType"), signed, 'set it to "AWS_IAM"'),
};
