import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { functionType } from "./function";

const secretName =
  /(passw(or)?d|passphrase|secret|token(?!iz)|credential|(api|access|private|signing|encryption)_?key)/i;
/** Names of what only points to a secret or describes one. */
const pointer =
  /(arn|name|id|ids|url|uri|urls|endpoint|host|path|prefix|param|parameter|ref|ttl|seconds|minutes|expiry|expires|expiration|header|cookie|enabled|required|issuer|audience|table|bucket|queue|topic|file|length|type|version|count|limit|size|algorithm|scope|region|rotation)$/i;
/** Access keys of AWS, private keys, tokens of GitHub, Slack and Stripe, and passwords in addresses, whatever their name. */
const secretValue =
  /\b(AKIA|ASIA)[A-Z2-7]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[opsu]_[A-Za-z0-9]{36}|\bxox[abprs]-[\w-]{10}|\b[rs]k_live_\w{10}|:\/\/[^/\s:@]*:[^/\s@]+@/;
/** Pointers by their look: ARNs, paths of parameters, dynamic references, addresses, switches and numbers. */
const harmlessValue = /^(arn:|\/[\w./-]+$|\{\{resolve:|https?:\/\/|(true|false|on|off|yes|no)$|[\d.]*$)/i;

/** No secret stands in a function's environment. */
export const refuseSecretsInEnvironment: Rule = {
  name: "lambda-no-secrets-in-environment",
  severity: "high",
  reason:
    "Secrets must not stand in a function's environment, where everybody reads them who may look at the function.",
  remediation:
    "Keep the secret in Secrets Manager or Parameter Store, pass its ARN or name, and read it in the function.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-encryption",
  frameworks: [],
  profile: "baseline",
  types: [functionType],
  *check({ properties }: Resource) {
    const variables = properties.at("environment", "variables");
    if (variables.state === "unknown") yield undecided(variables);
    for (const name of variables.keys) {
      const variable = variables.at(name);
      const soundsSecret = secretName.test(name) && !pointer.test(name);
      if (variable.state === "unknown") {
        if (soundsSecret) yield undecided(variable);
        continue;
      }
      const text = variable.text ?? "";
      if (secretValue.test(text) || (soundsSecret && !harmlessValue.test(text)))
        yield violated(variable, "looks like a secret", "pass the ARN of a secret and read it in the function");
    }
  },
};
