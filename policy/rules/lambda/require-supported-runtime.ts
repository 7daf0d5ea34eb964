import { lambdaRuntimes } from "../../dated/lists";
import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { functionType, isImage } from "./function";

/** A function runs on a runtime that AWS still patches. */
export const requireSupportedRuntime: Rule = {
  name: "lambda-runtime",
  severity: "medium",
  reason: "Functions must use a runtime that AWS still patches; deprecated ones can soon be neither made nor changed.",
  remediation: 'Set runtime to a supported one, such as "nodejs24.x".',
  url: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
  // The control still has nodejs20.x, python3.10 and dotnet8, whose support has ended since.
  frameworks: [securityHub("Lambda.2", "stricter"), pciDss("12.3.4")],
  profile: "baseline",
  types: [functionType],
  *check({ properties }: Resource) {
    const runtime = properties.at("runtime");
    if (isImage(properties)) return;
    if (runtime.state === "unknown") yield undecided(runtime);
    else if (runtime.state === "known" && !runtime.isEmpty && !lambdaRuntimes.has(runtime.text ?? ""))
      yield violated(runtime, "is not a supported runtime", 'set it to a supported one, such as "nodejs24.x"');
  },
};
