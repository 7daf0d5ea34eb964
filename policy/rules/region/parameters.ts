// What a config says of residency. The rules about it share these parameters: what is set for region-residency holds for the others
// too, unless they set it themselves.

import { inferenceGeographyPattern } from "../../aws/inference-geographies";
import { regionCodePattern } from "../../aws/regions";
import type { ParameterSchemas } from "../../parameters";

/** The rule whose parameters the others fall back to. */
export const residencyRuleName = "region-residency";

export const defaultTenantTag = "tenant";
export const defaultDataClassTag = "data-class";

const tagKeyPattern = "^[\\w .:/=+@-]{1,128}$";

export const allowedRegions = {
  kind: "texts",
  description:
    "The Regions in which this environment may keep and process data. us-east-1 need not be listed for what CloudFront takes from there.",
  pattern: regionCodePattern,
  example: "eu-central-1",
} as const;

/** Whose data it is, and which Regions that leaves. Each of them narrows allowedRegions, none widens it. */
export const tenancyParameters = {
  tenants: {
    kind: "textsByName",
    pattern: regionCodePattern,
    example: { acme: ["eu-central-1"] },
    description:
      "The Regions of each tenant, out of allowedRegions. A resource or stack of a tenant that is not listed is a violation. Without it there are no tenants.",
  },
  tenant: {
    kind: "text",
    pattern: "^\\S.{0,255}$",
    example: "acme",
    description: "The tenant that the whole stack belongs to, where no tag of the stack says it.",
  },
  tenantTag: {
    kind: "text",
    pattern: tagKeyPattern,
    example: defaultTenantTag,
    description: `The tag of resources and stacks that names the tenant; "${defaultTenantTag}" if not set.`,
  },
} as const satisfies ParameterSchemas;

export const dataClassParameters = {
  dataClassTag: {
    kind: "text",
    pattern: tagKeyPattern,
    example: defaultDataClassTag,
    description: `The tag of resources and stacks that names the class of their data; "${defaultDataClassTag}" if not set.`,
  },
  strictDataClasses: {
    kind: "texts",
    pattern: "^\\S.{0,255}$",
    example: "restricted",
    description:
      "Data classes that nothing is excepted for: their logs, topics and functions may not be in us-east-1 either, and they may not be served from edge locations.",
  },
} as const satisfies ParameterSchemas;

export const residencyParameters = {
  allowedRegions: { ...allowedRegions, isNeeded: true },
  ...tenancyParameters,
  ...dataClassParameters,
  dataClasses: {
    kind: "textsByName",
    pattern: regionCodePattern,
    example: { restricted: ["eu-central-1"] },
    description:
      "The Regions of each class of data, out of allowedRegions. Classes that are not listed have all of them.",
  },
  bucketRegions: {
    kind: "textsByName",
    pattern: regionCodePattern,
    example: { "shop-copies": ["eu-west-1"] },
    description:
      "Where buckets of other stacks are, by their names: neither a bucket's name nor its ARN tells it, so what is written there is undecided without this.",
  },
  inferenceGeographies: {
    kind: "texts",
    pattern: inferenceGeographyPattern,
    example: "eu",
    description:
      "Geographies of Amazon Bedrock's cross-Region inference that prompts may be sent to; their Regions are more than the allowed ones.",
  },
} as const satisfies ParameterSchemas;
