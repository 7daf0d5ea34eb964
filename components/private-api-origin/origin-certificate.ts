import type * as pulumi from "@pulumi/pulumi";
import { awaitIssue, createValidationRecords, requestCertificate } from "../certificates/dns-certificate";
import type { OriginCertificateArgs } from "./private-api-origin-args";
import type { PrivateApiOriginScope } from "./scope";

/** The load balancer's certificate, in the Region of the stack. Children: `<name>-certificate`, `-validation-<name>`, `-certificate-validation`. */
export function createOriginCertificate(
  { parent, name, tags }: PrivateApiOriginScope,
  { domainName, hostedZoneId, existingCertificateArn }: OriginCertificateArgs,
): pulumi.Input<string> {
  if (existingCertificateArn !== undefined || hostedZoneId === undefined) {
    return existingCertificateArn ?? "";
  }
  const names = [domainName];
  const certificate = requestCertificate(`${name}-certificate`, { parent, names, tags });
  const records = createValidationRecords(name, { parent, names }, certificate, () => hostedZoneId);
  const fqdns = records.map((record) => record.fqdn);
  return awaitIssue(`${name}-certificate-validation`, { parent }, certificate, fqdns);
}
