import type { Problem } from "../../errors";
import type { OriginCheckContext } from "./origin";

const PARAMETER = /\{\{([^{}]*)\}\}/g;

/** The text with each `{{parameter}}` replaced by a letter, so that the rest can be checked, and what is wrong with the parameters. */
export function withoutParameters(
  path: string,
  text: string,
  { tenantParameters }: OriginCheckContext,
): { text: string; problems: Problem[] } {
  const names = [...text.matchAll(PARAMETER)].map((match) => match[1] ?? "");
  const problems = names
    .filter((name) => !tenantParameters.includes(name))
    .map((name) => ({
      path,
      must:
        tenantParameters.length === 0
          ? "not contain parameters: only the tiers of a TenantedFrontDoor have them"
          : `name only parameters of the front door: ${tenantParameters.join(", ")}`,
      got: `{{${name}}}`,
    }));
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tenant-customization.html
  if (names.length > 2) {
    problems.push({ path, must: "contain at most 2 parameters", got: String(names.length) });
  }
  return { text: text.replace(PARAMETER, "x"), problems };
}
