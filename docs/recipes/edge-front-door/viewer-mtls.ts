import { EdgeFrontDoor, HttpVersion, httpOrigin, keyValueStore } from "../../../components";

const code = `import cf from "cloudfront";

async function connectionHandler(connection) {
  const certificate = connection.clientCertificate;
  if (!certificate || (await cf.kvs().exists(certificate.certificates.leaf.serialNumber))) {
    return connection.deny();
  }
  return connection.allow();
}
`;

const partners = new EdgeFrontDoor("partners", {
  origin: httpOrigin({ domainName: "partners.example.net" }),
  viewerMtls: {
    caBundle: {
      bucket: "example-certificates",
      key: "partners.pem",
      region: "eu-central-1",
      version: "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH",
    },
    connectionFunctionCode: code,
    keyValueStore: keyValueStore({ name: "revoked", entries: { "04F1A2": "2026-11-02" } }),
  },
  httpVersion: HttpVersion.Http2,
  domain: { name: "partners.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = partners.url;
