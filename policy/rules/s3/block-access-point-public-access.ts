import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { accessPointType } from "./require-vpc-access-point";

const multiRegionType = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";
const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/** No access point has one of the four flags of its public access block off. */
export const blockAccessPointPublicAccess: Rule = {
  name: "s3-access-point-block-public-access",
  severity: "critical",
  reason:
    "Access points must block public access with all four flags: what they are created with stays for as long as they live.",
  remediation: `Leave the public access block of the access point out, which turns all on, or set ${flags.join(", ")} true.`,
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html",
  frameworks: [securityHub("S3.19"), securityHub("S3.24"), pciDss("1.4.4")],
  profile: "baseline",
  types: [accessPointType, multiRegionType],
  *check({ type, properties }: Resource) {
    const block =
      type === multiRegionType
        ? properties.at("details", "publicAccessBlock")
        : properties.at("publicAccessBlockConfiguration");
    if (block.state === "unknown") yield undecided(block);
    if (block.state !== "known") return;
    for (const flag of flags.map((name) => block.at(name))) {
      if (flag.state === "unknown") yield undecided(flag);
      // S3 takes a flag that is left out for on.
      else if (flag.state === "known" && flag.flag !== true) yield violated(flag, "is not true", "set it to true");
    }
  },
};
