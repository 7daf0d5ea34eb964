import type { Property } from "../../aws/reading";
import { securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

export const listenerType = "aws:lb/listener:Listener";

const fix = 'set protocol to "HTTPS" with a certificate, or make the only default action a redirect to HTTPS';

/** An HTTP listener does nothing but redirect to HTTPS. */
export const requireHttpsListener: Rule = {
  name: "lb-listener-https",
  severity: "high",
  reason: "A load balancer must not serve plain HTTP: an HTTP listener may only redirect to HTTPS.",
  remediation:
    'Set protocol to "HTTPS" with certificateArn and sslPolicy, or make the default action a redirect with protocol "HTTPS" and statusCode "HTTP_301".',
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  frameworks: [securityHub("ELB.1"), securityHub("ELB.18", "looser")],
  types: [listenerType],
  *check({ properties }: Resource) {
    const protocol = properties.at("protocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    else if (speaksHttp(properties)) yield* checkRedirects(properties);
  },
};

/** An application load balancer derives the protocol from port 80 where none is given; a gateway load balancer has neither. */
function speaksHttp(listener: Property): boolean {
  const protocol = listener.at("protocol").text?.toUpperCase();
  return protocol === undefined ? listener.at("port").isNumber(80) : protocol === "HTTP";
}

function* checkRedirects(listener: Property): Iterable<Finding> {
  const actions = listener.at("defaultActions");
  if (actions.state === "unknown") yield undecided(actions);
  else if (actions.items.length === 0) yield violated("protocol", 'is "HTTP"', fix);
  for (const action of actions.items) {
    const type = action.at("type");
    const target = action.at("redirect", "protocol");
    if (type.state === "unknown") yield undecided(type);
    else if (type.text !== "redirect") yield violated(type, "serves requests over plain HTTP", fix);
    else if (target.state === "unknown") yield undecided(target);
    // "#{protocol}", the default, sends the viewer back to HTTP.
    else if (target.text?.toUpperCase() !== "HTTPS")
      yield violated(target, "does not redirect to HTTPS", 'set it to "HTTPS"');
  }
}
