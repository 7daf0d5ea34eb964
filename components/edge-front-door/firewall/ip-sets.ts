import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { FrontDoorScope } from "../scope";
import type { AddressListArgs } from "./firewall-args";

/** IP sets hold one family each. Returns the ARNs of those made and of those made elsewhere. */
export function createIpSets(
  { parent, name, edgeRegion, tags }: FrontDoorScope,
  role: "allowed" | "blocked",
  addresses: AddressListArgs | undefined,
): pulumi.Input<string>[] {
  const families = [
    { family: "ipv4", version: "IPV4", list: addresses?.ipv4 },
    { family: "ipv6", version: "IPV6", list: addresses?.ipv6 },
  ];
  const made = families.flatMap(({ family, version, list }) =>
    list === undefined
      ? []
      : [
          new aws.wafv2.IpSet(
            `${name}-${role}-${family}`,
            { region: edgeRegion, scope: "CLOUDFRONT", ipAddressVersion: version, addresses: list, tags },
            { parent },
          ).arn,
        ],
  );
  return [...made, ...(addresses?.existingIpSetArns ?? [])];
}
