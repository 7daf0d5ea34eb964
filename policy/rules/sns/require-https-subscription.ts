import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** SNS delivers to web servers over HTTPS. */
export const requireHttpsSubscription: Rule = {
  name: "sns-subscription-https",
  severity: "high",
  reason: "Messages must be delivered to web servers over HTTPS, so that nobody on the way reads or changes them.",
  remediation: 'Set protocol to "https" and the endpoint to an https:// address.',
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:sns/topicSubscription:TopicSubscription"],
  *check({ properties }: Resource) {
    const protocol = properties.at("protocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    else if (protocol.text?.toLowerCase() === "http") yield violated(protocol, "is plain HTTP", 'set it to "https"');
  },
};
