import * as pulumi from "@pulumi/pulumi";
import {
  cloudFrontFunction,
  HttpVersion,
  keyValueStore,
  s3Origin,
  type ViewerMtlsArgs,
  ViewerMtlsMode,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { find, follows } from "../../record-stack";
import { untyped } from "../../untyped";
import { build } from "../build";
import { tags } from "../variants";

const caBundle = { bucket: "cas", key: "bundle.pem", region: "eu-central-1", version: "v1" };
const connectionFunctionCode = "function connectionHandler(connection) { connection.allow(); }";

function withMtls(viewerMtls: ViewerMtlsArgs) {
  return build({ origin: s3Origin(), httpVersion: HttpVersion.Http2, viewerMtls, tags });
}

test("certificates of a bundle's CAs are required, by the version of the bundle", async () => {
  const { inputsOf, resources } = await withMtls({ caBundle: { ...caBundle, version: pulumi.output("v1") } });
  expect(inputsOf("site-trust-store")).toEqual({
    caCertificatesBundleSource: { caCertificatesBundleS3Location: caBundle },
    tags,
  });
  expect(inputsOf("site-distribution").viewerMtlsConfig).toEqual({
    mode: "required",
    trustStoreConfig: {
      trustStoreId: "site-trust-store-id",
      advertiseTrustStoreCaNames: false,
      ignoreCertificateExpiry: false,
    },
  });
  expect(inputsOf("site-distribution")).not.toHaveProperty("connectionFunctionAssociation");
  expect(resources.filter(({ name }) => name === "site-connection-function")).toEqual([]);
});

test("a trust store that exists is used, and every setting reaches CloudFront", async () => {
  const { inputsOf, resources } = await withMtls({
    mode: ViewerMtlsMode.Optional,
    existingTrustStoreId: pulumi.output("ts-1"),
    advertiseCaNames: true,
    ignoreCertificateExpiry: true,
  });
  expect(resources.filter(({ name }) => name === "site-trust-store")).toEqual([]);
  expect(inputsOf("site-distribution").viewerMtlsConfig).toEqual({
    mode: "optional",
    trustStoreConfig: {
      trustStoreId: "ts-1",
      advertiseTrustStoreCaNames: true,
      ignoreCertificateExpiry: true,
    },
  });
});

test("a connection function is published, and shares its store with a CloudFront Function", async () => {
  const store = keyValueStore({ name: "revoked", entries: { "01": "2026-11-01" } });
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    httpVersion: HttpVersion.Http2,
    behavior: {
      functions: {
        viewerRequest: cloudFrontFunction({ name: "who", code: "function handler(event) {}", keyValueStore: store }),
      },
    },
    viewerMtls: { caBundle, connectionFunctionCode, keyValueStore: store },
    tags,
  });
  const storeArn = "arn:aws:cloudfront::123456789012:key-value-store/site-key-value-store-revoked";
  expect(inputsOf("site-connection-function")).toEqual({
    connectionFunctionCode,
    connectionFunctionConfig: {
      comment: "TLS connections of site",
      runtime: "cloudfront-js-2.0",
      keyValueStoreAssociation: { keyValueStoreArn: storeArn },
    },
    publish: true,
    tags,
  });
  expect(inputsOf("site-function-who").keyValueStoreAssociations).toEqual([storeArn]);
  expect(resources.filter(({ type }) => type === "aws:cloudfront/keyValueStore:KeyValueStore")).toHaveLength(1);
  expect(inputsOf("site-distribution").connectionFunctionAssociation).toEqual({ id: "site-connection-function-id" });
  expect(follows(resources, "site-connection-function", "site-key-value-store-revoked-entries")).toBe(true);
  expect(find(resources, "site-distribution").dependencies).toEqual(
    expect.arrayContaining(["site-connection-function", "site-trust-store"]),
  );
});

test("a connection function needs no store", async () => {
  const { inputsOf } = await withMtls({ caBundle, connectionFunctionCode });
  expect(inputsOf("site-connection-function").connectionFunctionConfig).toEqual({
    comment: "TLS connections of site",
    runtime: "cloudfront-js-2.0",
  });
});

test("without viewer mTLS nothing of it is left", async () => {
  const { inputsOf } = await build({ origin: s3Origin() });
  expect(inputsOf("site-distribution")).not.toHaveProperty("viewerMtlsConfig");
  expect(inputsOf("site-distribution")).not.toHaveProperty("connectionFunctionAssociation");
});

test.each<[string, ViewerMtlsArgs, string[]]>([
  ["no CAs", {}, ["viewerMtls.caBundle and viewerMtls.existingTrustStoreId"]],
  [
    "two sources of CAs",
    { caBundle, existingTrustStoreId: "ts-1" },
    ["viewerMtls.caBundle and viewerMtls.existingTrustStoreId"],
  ],
  [
    "a bundle without its version: CloudFront would not notice a new one",
    { caBundle: untyped({ bucket: "cas", key: "bundle.pem" }) },
    ["viewerMtls.caBundle.region", "viewerMtls.caBundle.version"],
  ],
  ["a mode that is none", { caBundle, mode: untyped("passthrough") }, ["viewerMtls.mode"]],
  [
    "a store that no code reads",
    { caBundle, keyValueStore: keyValueStore({ name: "s" }) },
    ["viewerMtls.keyValueStore and viewerMtls.connectionFunctionCode"],
  ],
  ["empty code", { caBundle, connectionFunctionCode: "" }, ["viewerMtls.connectionFunctionCode"]],
  ["too much code", { caBundle, connectionFunctionCode: "x".repeat(40_961) }, ["viewerMtls.connectionFunctionCode"]],
  ["what is no store", { caBundle, keyValueStore: untyped("arn") }, ["viewerMtls.keyValueStore"]],
])("refuses %s", (_title, viewerMtls, paths) => {
  const args = { origin: s3Origin(), httpVersion: HttpVersion.Http2, viewerMtls };
  expect(checkEdgeFrontDoor("site", args).map(({ path }) => path)).toEqual(paths);
});

test("takes 40 KB of code, and refuses HTTP/3, which asks for no certificates", () => {
  const viewerMtls = { caBundle, connectionFunctionCode: "x".repeat(40_960) };
  expect(checkEdgeFrontDoor("site", { origin: s3Origin(), viewerMtls }).map(({ path }) => path)).toEqual([
    "viewerMtls and httpVersion",
  ]);
});
