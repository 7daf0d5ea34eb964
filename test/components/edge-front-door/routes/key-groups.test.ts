import * as pulumi from "@pulumi/pulumi";
import { httpOrigin, keyGroup, s3Origin } from "../../../../components";
import { find } from "../../record-stack";
import { build } from "../build";

const PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
const api = httpOrigin({ domainName: "api.example.com" });

test("a key group makes its keys, each text with exactly one newline at its end", async () => {
  const group = keyGroup({
    name: "downloads",
    publicKeys: { first: PEM, second: `${PEM}\n`, third: pulumi.output(PEM) },
  });
  const { inputsOf } = await build({ origin: s3Origin(), behavior: { trustedKeyGroups: [group] } });
  for (const key of ["first", "second", "third"]) {
    expect(inputsOf(`site-public-key-downloads-${key}`)).toEqual({
      comment: `${key} of downloads`,
      encodedKey: `${PEM}\n`,
    });
  }
  expect(inputsOf("site-key-group-downloads")).toEqual({
    comment: "downloads of site",
    items: ["first", "second", "third"].map((key) => `site-public-key-downloads-${key}-id`),
  });
  expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
    trustedKeyGroups: ["site-key-group-downloads-id"],
  });
});

test("a key group that two behaviors use is made once", async () => {
  const group = keyGroup({ name: "downloads", publicKeys: { first: PEM } });
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    behavior: { trustedKeyGroups: [group] },
    routes: [{ name: "api", pathPattern: "/api/*", origin: api, trustedKeyGroups: [group] }],
  });
  expect(resources.filter(({ type }) => /:(KeyGroup|PublicKey)$/.test(type))).toHaveLength(2);
  expect(inputsOf("site-distribution").orderedCacheBehaviors).toMatchObject([
    { trustedKeyGroups: ["site-key-group-downloads-id"] },
  ]);
});

test("a key group that only a route uses leaves the default behavior open", async () => {
  const group = keyGroup({ name: "downloads", publicKeys: { first: PEM } });
  const { inputsOf } = await build({
    origin: s3Origin(),
    routes: [{ name: "api", pathPattern: "/api/*", origin: api, trustedKeyGroups: [group] }],
  });
  expect(inputsOf("site-distribution").defaultCacheBehavior).not.toHaveProperty("trustedKeyGroups");
});

test("a new key is made before the group takes it and an old one goes after", async () => {
  const group = keyGroup({ name: "downloads", publicKeys: { first: PEM } });
  const { resources } = await build({ origin: s3Origin(), behavior: { trustedKeyGroups: [group] } });
  expect(find(resources, "site-key-group-downloads").dependencies).toEqual(["site-public-key-downloads-first"]);
  expect(find(resources, "site-distribution").dependencies).toContain("site-key-group-downloads");
});
