import { namesSomebody } from "../../aws/public-access";
import type { Property } from "../../aws/reading";
import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

const fix = "set sourceArn to the ARN of what invokes the function, or sourceAccount to its account";

/** A function lets in who is named: an account, or a service on behalf of one resource or account. */
export const refusePublicInvoke: Rule = {
  name: "lambda-no-public-invoke",
  severity: "critical",
  reason:
    "A function must not let everybody in, nor a service without saying on whose behalf: other accounts use the same service.",
  remediation: "Set principal to an account or role, or for a service set sourceArn or sourceAccount beside it.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
  // Lambda.1 asks for the account beside the ARN where S3 invokes.
  frameworks: [securityHub("Lambda.1", "looser"), pciDss("7.2.1")],
  profile: "baseline",
  types: ["aws:lambda/permission:Permission"],
  *check({ properties }: Resource) {
    const principal = properties.at("principal");
    if (principal.state === "unknown") yield undecided(principal);
    const id = principal.text ?? "";
    const isNarrow = ["sourceArn", "sourceAccount", "principalOrgId", "eventSourceToken"].some((name) =>
      narrows(properties.at(name)),
    );
    if (isNarrow) return;
    if (id.includes("*")) yield violated(principal, "is everybody", fix);
    else if (/\.amazon(aws)?\.com(\.cn)?$/i.test(id))
      yield violated(principal, "is a service on anybody's behalf", fix);
  },
};

/** A value that is not known yet will be one: nobody computes a wildcard. */
function narrows(property: Property): boolean {
  if (property.state === "unknown") return true;
  return property.state === "known" && namesSomebody(property.text ?? "");
}
