import type { ResourceGraph } from "../../aws/resource-graph";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionTypes, isWebsiteHost, openOriginsFrom } from "./distribution";

const what = "is the website endpoint of a bucket";
const fix = "set it to the bucketRegionalDomainName of the bucket, with an originAccessControlId";

/** No origin is the website endpoint of a bucket: it speaks plain HTTP only, and to everybody. */
export const refuseWebsiteOrigin: Rule = {
  name: "cloudfront-no-website-origin",
  severity: "high",
  reason:
    "The website endpoint of a bucket speaks plain HTTP only and needs a public bucket, so that everybody can go round the distribution.",
  remediation:
    "Set domainName to the bucket's bucketRegionalDomainName with an originAccessControlId and without customOriginConfig; rewrite folder names in a CloudFront function.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html",
  frameworks: [],
  profile: "baseline",
  types: distributionTypes,
  *check({ properties }: Resource) {
    for (const origin of properties.at("origins").items) {
      const host = origin.at("domainName");
      if (isWebsiteHost(host.text ?? "")) yield violated(host, what, fix);
    }
  },
  *join(graph: ResourceGraph) {
    for (const distribution of graph.ofType(...distributionTypes)) {
      if (distribution.properties.at("origins").state === "unknown") yield about(distribution, undecided("origins"));
      const types = ["aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration"];
      for (const { origin, source } of openOriginsFrom(graph, distribution, types)) {
        const host = origin.at("domainName");
        yield about(distribution, source === undefined ? undecided(host) : violated(host, what, fix));
      }
    }
  },
};
