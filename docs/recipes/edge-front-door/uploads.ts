import * as pulumi from "@pulumi/pulumi";
import { BucketAccess, EdgeFrontDoor, keyGroup, ManagedRuleGroup, RuleAction, s3Origin } from "../../../components";

// The server that signs the URLs holds the private key: openssl ecparam -name prime256v1 -genkey -noout | openssl ec -pubout
const publicKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAELmCqgCW79VuKzn2VAIvqXBPDatu2
RCYACwGzzW8HX1mhJRdN8RiOsEeVHsdYuFXPzenp3Dv+CeILTygI4wEPtw==
-----END PUBLIC KEY-----`;

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  routes: [
    {
      name: "inbox",
      pathPattern: "/inbox/*",
      origin: s3Origin({ access: [BucketAccess.Write] }),
      trustedKeyGroups: [keyGroup({ name: "uploaders", publicKeys: { "autumn-2026": publicKey } })],
    },
  ],
  // Bodies over 8 KB are blocked otherwise.
  firewall: { ruleOverrides: { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } } },
});

export const inbox = pulumi.interpolate`${site.url}/inbox/`;
