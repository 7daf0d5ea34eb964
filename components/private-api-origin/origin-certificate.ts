import * as pulumi from "@pulumi/pulumi";
import { text } from "../argument-kinds";
import { awaitIssue, createValidationRecords, requestCertificate } from "../certificates/dns-certificate";
import { checkCertificateArn } from "./check-certificate";
import { refuse, regionOf } from "./late-checks";
import type { OriginCertificateArgs } from "./private-api-origin-args";
import type { PrivateApiOriginScope } from "./scope";

/** The load balancer's certificate, in the Region of the stack. Children: `<name>-certificate`, `-validation-<name>`, `-certificate-validation`. */
export function createOriginCertificate(
  { parent, name, tags }: PrivateApiOriginScope,
  { domainName, hostedZoneId, existingCertificateArn }: OriginCertificateArgs,
): pulumi.Output<string> {
  if (hostedZoneId === undefined) {
    return pulumi.all([existingCertificateArn, regionOf(parent)]).apply(([arn = "", region]) => {
      const path = "certificate.existingCertificateArn";
      refuse(name, [...text(path, arn), ...checkCertificateArn(path, arn, region)]);
      return arn;
    });
  }
  const names = [domainName];
  const certificate = requestCertificate(`${name}-certificate`, { parent, names, tags });
  const records = createValidationRecords(name, { parent, names }, certificate, () => hostedZoneId);
  const fqdns = records.map((record) => record.fqdn);
  return awaitIssue(`${name}-certificate-validation`, { parent }, certificate, fqdns);
}
