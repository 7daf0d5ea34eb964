import type { Property } from "../../aws/reading";

const instanceTypes = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"];

export const metadataTypes = [
  ...instanceTypes,
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
];

/** The options of the metadata service; undefined where there is none, or where a launch template has them. */
export function metadataOptions(type: string, properties: Property): Property | undefined {
  const options = properties.at("metadataOptions");
  if (instanceTypes.includes(type) && options.state === "absent" && properties.at("launchTemplate").state !== "absent")
    return undefined;
  return options.at("httpEndpoint").text === "disabled" ? undefined : options;
}
