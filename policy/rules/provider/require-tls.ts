import type { Resource, Rule } from "../../rule";
import { mustNotBeTrue, undecided, violated } from "../../rule";
import { inputOf, providerType } from "./provider";

/** A provider talks to AWS over TLS and knows whom it talks to. */
export const requireTls: Rule = {
  name: "provider-tls",
  severity: "high",
  reason:
    "A provider must reach AWS over TLS and verify its certificate, or somebody on the way sees and changes all of it.",
  remediation: "Leave insecure out, and give endpoints https:// addresses.",
  url: "https://docs.aws.amazon.com/general/latest/gr/rande.html",
  frameworks: [],
  profile: "baseline",
  types: [providerType],
  *check({ properties }: Resource) {
    yield* mustNotBeTrue(properties.at("insecure"), "leave it out");
    const endpoints = inputOf(properties, "endpoints");
    if (endpoints.state === "unknown") yield undecided(endpoints);
    for (const endpoint of endpoints.items)
      for (const service of endpoint.keys) {
        const address = endpoint.at(service);
        if (address.state === "unknown") yield undecided(address);
        else if (isPlainHttp(address.text ?? "")) yield violated(address, "is a plain HTTP address", "use https://");
      }
  },
};

/** A simulator on the same machine has nobody on the way. The name of LocalStack is that of the machine in public DNS. */
const sameMachine =
  /^http:\/\/(localhost|127(\.\d+){3}|\[::1\]|host\.docker\.internal|([a-z0-9-]+\.)*localhost\.localstack\.cloud)([:/]|$)/i;

function isPlainHttp(address: string): boolean {
  return /^http:\/\//i.test(address) && !sameMachine.test(address);
}
