import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";
import { functionType, isImage } from "./function";

/** Code in an archive is signed. */
export const requireCodeSigning: Rule = {
  name: "lambda-code-signing",
  severity: "low",
  reason: "Functions must take signed code only, so that a stolen deployment role cannot bring in other code.",
  remediation: "Set codeSigningConfigArn to the ARN of an aws.lambda.CodeSigningConfig that enforces signatures.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
  frameworks: [],
  profile: "strict",
  types: [functionType],
  *check({ properties }: Resource) {
    if (!isImage(properties))
      yield* mustBeSet(properties.at("codeSigningConfigArn"), "set it to the ARN of an aws.lambda.CodeSigningConfig");
  },
};
