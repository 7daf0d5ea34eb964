import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { awaitIssue, createValidationRecords, requestCertificate } from "../../certificates/dns-certificate";
import { fallbackName } from "../config";
import type { GlobalScope } from "./scope";

/**
 * A certificate in each Region, for the origin's name and the one of its fallback, with one Region too: a certificate cannot be given
 * another name later. All are proved by the same records, read from the home Region's. Children: `<name>-certificate-<region>`,
 * `<name>-validation-<domain>`, `<name>-certificate-validation-<region>`.
 */
export function createCertificates({ parent, name, config }: GlobalScope): ReadonlyMap<string, pulumi.Output<string>> {
  const { regions, homeRegion, originDomain, tags } = config;
  const names = [originDomain.name, fallbackName(originDomain)];
  const request = (region: string): aws.acm.Certificate =>
    requestCertificate(`${name}-certificate-${region}`, { parent, region, names, tags });
  const home = request(homeRegion);
  const records = createValidationRecords(name, { parent, names }, home, () => originDomain.hostedZoneId);
  return new Map(
    regions.map(({ region }) => {
      const certificate = region === homeRegion ? home : request(region);
      const fqdns = records.map((record) => record.fqdn);
      return [region, awaitIssue(`${name}-certificate-validation-${region}`, { parent, region }, certificate, fqdns)];
    }),
  );
}
