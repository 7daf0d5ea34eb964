import { EdgeFrontDoor, keyGroup, s3Origin } from "../../../components";

const publicKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAELmCqgCW79VuKzn2VAIvqXBPDatu2
RCYACwGzzW8HX1mhJRdN8RiOsEeVHsdYuFXPzenp3Dv+CeILTygI4wEPtw==
-----END PUBLIC KEY-----`;

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  routes: [
    {
      name: "members",
      pathPattern: "/members/*",
      origin: s3Origin(),
      trustedKeyGroups: [keyGroup({ name: "members", publicKeys: { "autumn-2026": publicKey } })],
    },
  ],
});

export const url = site.url;
