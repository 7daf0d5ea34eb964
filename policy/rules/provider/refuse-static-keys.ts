import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { inputOf, providerType } from "./provider";

const credentials = ["accessKey", "secretKey", "token"];
const fix = "leave it out and sign in by a profile, a role or OpenID Connect";

/** No credentials stand in a provider's inputs. */
export const refuseStaticKeys: Rule = {
  name: "provider-no-static-keys",
  severity: "critical",
  reason:
    "Credentials must not stand in a provider's inputs: they end up in the state, in plans and with every policy.",
  remediation:
    "Leave accessKey, secretKey and token out; use a profile, assumeRoles or the credentials of the environment.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  frameworks: [],
  profile: "baseline",
  types: [providerType],
  *check({ properties }: Resource) {
    const webToken = inputOf(properties, "assumeRoleWithWebIdentity").at("webIdentityToken");
    for (const credential of [...credentials.map((name) => properties.at(name)), webToken]) {
      if (credential.state === "unknown") yield undecided(credential);
      else if (credential.state === "known" && !credential.isEmpty) yield violated(credential, "is set", fix);
    }
  },
};
