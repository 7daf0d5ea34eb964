import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withoutWildcard } from "../../aws/domain-names";
import type { ViewerTlsPolicy } from "../../aws/tls";
import {
  awaitIssue,
  createValidationRecords,
  type DnsRecord,
  provenNames,
  requestCertificate,
  validationRecord,
} from "../../certificates/dns-certificate";
import type { FrontDoorScope } from "../scope";
import type { DomainPlan } from "./plan-domain";

/** What viewers meet at the TLS handshake. */
export interface ViewerTls {
  /** Names the distribution answers for. Empty as long as no certificate covers them. */
  readonly aliases: readonly string[];
  readonly viewerCertificate: aws.types.input.cloudfront.DistributionViewerCertificate;
  /** Records that prove the domain and that are not created here. */
  readonly validationRecords: pulumi.Output<DnsRecord[]>;
}

/** Finds or requests the certificate. CloudFront takes certificates of the edge Region only, wherever the stack is. */
export function createCertificate(
  scope: FrontDoorScope,
  domain: DomainPlan,
  minimumProtocolVersion: ViewerTlsPolicy,
): ViewerTls {
  const plan = domain.certificate;
  const settings = { parent: scope.parent, region: scope.edgeRegion, names: domain.names, tags: scope.tags };
  const request = () => requestCertificate(`${scope.name}-certificate`, settings);
  const issued = (certificate: aws.acm.Certificate, fqdns?: pulumi.Output<string>[]) =>
    awaitIssue(`${scope.name}-certificate-validation`, settings, certificate, fqdns);
  const onDomain = (
    certificateArn: pulumi.Input<string>,
    validationRecords: pulumi.Output<DnsRecord[]>,
  ): ViewerTls => ({
    aliases: domain.names,
    viewerCertificate: {
      acmCertificateArn: certificateArn,
      minimumProtocolVersion,
      // The alternative, an address of its own ("vip"), costs hundreds of dollars a month.
      sslSupportMethod: "sni-only",
    },
    validationRecords,
  });
  switch (plan.kind) {
    case "none":
      return onCloudFrontName(pulumi.output([]));
    case "existing":
      return onDomain(plan.arn, pulumi.output([]));
    case "hosted-zone": {
      const certificate = request();
      const zoneOf = (name: string) => zoneOfProof(domain, name);
      const records = createValidationRecords(scope.name, settings, certificate, zoneOf);
      return onDomain(
        issued(
          certificate,
          records.map(({ fqdn }) => fqdn),
        ),
        pulumi.output([]),
      );
    }
    case "external-dns": {
      const certificate = request();
      const records = pulumi.all(provenNames(domain.names).map((name) => validationRecord(certificate, name)));
      return plan.recordsCreated ? onDomain(issued(certificate), records) : onCloudFrontName(records);
    }
    default:
      return unreachable(plan);
  }
}

function onCloudFrontName(validationRecords: pulumi.Output<DnsRecord[]>): ViewerTls {
  return { aliases: [], viewerCertificate: { cloudfrontDefaultCertificate: true }, validationRecords };
}

/** The zone of a name that is proved, which may be declared only as a wildcard. */
function zoneOfProof(domain: DomainPlan, proven: string): pulumi.Input<string> {
  const declared = domain.names.find((name) => withoutWildcard(name) === proven);
  const zone = declared === undefined ? undefined : domain.zoneOf(declared);
  if (zone === undefined) {
    throw new Error(`${proven} has no hosted zone`);
  }
  return zone;
}

function unreachable(plan: never): never {
  throw new Error(`Unknown certificate plan ${JSON.stringify(plan)}`);
}
