import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../../argument-checks";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import { checkCode } from "../routes/edge-function";
import type { KeyValueStore } from "../routes/key-value-store";
import type { PartScope } from "../routes/part";

export const ViewerMtlsMode = {
  /** No certificate, no answer. */
  Required: "required",
  /** A certificate is checked if there is one; the origin learns of it by the headers `CloudFront-Viewer-Cert-…`. */
  Optional: "optional",
} as const;
export type ViewerMtlsMode = (typeof ViewerMtlsMode)[keyof typeof ViewerMtlsMode];

/** A bundle of CA certificates in PEM, in a bucket. CloudFront reads it once: give the version so that a change is noticed. */
export interface CaBundle {
  bucket: pulumi.Input<string>;
  key: pulumi.Input<string>;
  region: pulumi.Input<string>;
  /** Version of the object, such as `versionId` of an `aws.s3.BucketObjectv2`. */
  version: pulumi.Input<string>;
}

export interface ViewerMtlsArgs {
  /** @default ViewerMtlsMode.Required */
  mode?: ViewerMtlsMode;
  /** CAs whose certificates viewers may show. Either this or `existingTrustStoreId`. */
  caBundle?: CaBundle;
  existingTrustStoreId?: pulumi.Input<string>;
  /** Tells clients at the handshake which CAs are accepted. @default false */
  advertiseCaNames?: boolean;
  /** @default false */
  ignoreCertificateExpiry?: boolean;
  /**
   * JavaScript with `connectionHandler(connection)` that calls `connection.allow()` or `connection.deny()` at each TLS connection, for
   * revocation and the like. At most 40 KB. @default - every valid certificate is accepted
   */
  connectionFunctionCode?: pulumi.Input<string>;
  /** What that code reads. @default - nothing */
  keyValueStore?: KeyValueStore;
}

/** What the distribution declares about viewers' certificates. */
export interface ViewerTrust {
  readonly viewerMtlsConfig?: aws.types.input.cloudfront.DistributionViewerMtlsConfig;
  readonly connectionFunctionAssociation?: aws.types.input.cloudfront.DistributionConnectionFunctionAssociation;
}

export function createViewerTrust(scope: PartScope, mtls: ViewerMtlsArgs | undefined): ViewerTrust {
  if (mtls === undefined) {
    return {};
  }
  const functionId = createConnectionFunction(scope, mtls);
  return {
    viewerMtlsConfig: {
      mode: mtls.mode ?? ViewerMtlsMode.Required,
      trustStoreConfig: {
        trustStoreId: mtls.existingTrustStoreId ?? createTrustStore(scope, mtls.caBundle),
        advertiseTrustStoreCaNames: mtls.advertiseCaNames ?? false,
        ignoreCertificateExpiry: mtls.ignoreCertificateExpiry ?? false,
      },
    },
    connectionFunctionAssociation: functionId === undefined ? undefined : { id: functionId },
  };
}

function createTrustStore({ parent, name, tags }: PartScope, bundle: CaBundle | undefined): pulumi.Output<string> {
  if (bundle === undefined) {
    throw new Error("Viewer mTLS has neither a CA bundle nor a trust store");
  }
  return new aws.cloudfront.TrustStore(
    `${name}-trust-store`,
    { caCertificatesBundleSource: { caCertificatesBundleS3Location: { ...bundle } }, tags },
    { parent },
  ).id;
}

function createConnectionFunction(scope: PartScope, mtls: ViewerMtlsArgs): pulumi.Output<string> | undefined {
  const { connectionFunctionCode, keyValueStore } = mtls;
  if (connectionFunctionCode === undefined) {
    return undefined;
  }
  return new aws.cloudfront.ConnectionFunction(
    `${scope.name}-connection-function`,
    {
      connectionFunctionCode,
      connectionFunctionConfig: {
        comment: `TLS connections of ${scope.name}`,
        runtime: "cloudfront-js-2.0",
        keyValueStoreAssociation:
          keyValueStore === undefined ? undefined : { keyValueStoreArn: scope.bindPart(keyValueStore) },
      },
      publish: true,
      tags: scope.tags,
    },
    { parent: scope.parent },
  ).id;
}

// https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateConnectionFunction.html
const MOST_CODE_BYTES = 40_960;

export function checkViewerMtls(path: string, mtls: ViewerMtlsArgs | undefined, quotas: Quotas): Problem[] {
  if (mtls === undefined) {
    return [];
  }
  const { caBundle, existingTrustStoreId, connectionFunctionCode, keyValueStore } = mtls;
  const problems = checkMember(`${path}.mode`, mtls.mode, ViewerMtlsMode);
  if ((caBundle === undefined) === (existingTrustStoreId === undefined)) {
    problems.push({
      path: `${path}.caBundle and ${path}.existingTrustStoreId`,
      must: "be given one without the other",
    });
  }
  for (const key of ["bucket", "key", "region", "version"] as const) {
    if (caBundle !== undefined && caBundle[key] === undefined) {
      problems.push({ path: `${path}.caBundle.${key}`, must: "be given" });
    }
  }
  if (keyValueStore !== undefined && connectionFunctionCode === undefined) {
    problems.push({ path: `${path}.keyValueStore and ${path}.connectionFunctionCode`, must: "be given together" });
  }
  return [
    ...problems,
    ...(connectionFunctionCode === undefined
      ? []
      : checkCode(`${path}.connectionFunctionCode`, connectionFunctionCode, MOST_CODE_BYTES)),
    ...(keyValueStore?.check(`${path}.keyValueStore`, quotas) ?? []),
  ];
}
