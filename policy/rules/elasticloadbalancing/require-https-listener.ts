import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { classicType } from "./load-balancer";

export const listenerType = "aws:lb/listener:Listener";
const listenerRuleType = "aws:lb/listenerRule:ListenerRule";

const fix = 'set protocol to "HTTPS" with a certificate, or make the only default action a redirect to HTTPS';

/** An HTTP listener, and every rule of it, does nothing but redirect to HTTPS. Those of classic load balancers cannot, and must not be. */
export const requireHttpsListener: Rule = {
  name: "lb-listener-https",
  severity: "high",
  reason: "A load balancer must not serve plain HTTP: an HTTP listener may only redirect to HTTPS.",
  remediation:
    'Set protocol to "HTTPS" with certificateArn and sslPolicy, or make the default action a redirect with protocol "HTTPS" and statusCode "HTTP_301".',
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  // ELB.3 and ELB.18 refuse TCP as well, through which TLS may pass unseen.
  frameworks: [securityHub("ELB.1"), securityHub("ELB.3", "looser"), securityHub("ELB.18", "looser"), pciDss("4.2.1")],
  profile: "baseline",
  types: [listenerType, classicType],
  *check({ type, properties }: Resource) {
    const protocol = properties.at("protocol");
    if (type === classicType) yield* checkClassic(properties.at("listeners"));
    else if (protocol.state === "unknown") yield undecided(protocol);
    else if (speaksHttp(properties)) yield* checkRedirects(properties.at("defaultActions"));
  },
  // A rule of the listener is asked before its default action.
  *join(graph: ResourceGraph) {
    const listeners = new References(graph, [listenerType], ["arn", "id"], ({ properties }) => speaksHttp(properties));
    for (const rule of graph.ofType(listenerRuleType)) {
      if (listeners.from(rule, "listenerArn").length === 0) continue;
      for (const finding of checkRedirects(rule.properties.at("actions"))) yield about(rule, finding);
    }
  },
};

/**
 * The provider asks an application load balancer for HTTP where no protocol is given, whatever the port. A network load balancer
 * needs one, and a listener of a gateway load balancer has neither protocol nor port.
 */
function speaksHttp(listener: Property): boolean {
  const protocol = listener.at("protocol");
  if (protocol.state === "absent" || protocol.isEmpty) return listener.at("port").state !== "absent";
  return protocol.text?.toUpperCase() === "HTTP";
}

function* checkClassic(listeners: Property): Iterable<Finding> {
  if (listeners.state === "unknown") yield undecided(listeners);
  for (const listener of listeners.items) {
    const protocol = listener.at("lbProtocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    else if (protocol.text?.toUpperCase() === "HTTP")
      yield violated(protocol, "serves requests over plain HTTP", 'set it to "https" with a certificate');
  }
}

function* checkRedirects(actions: Property): Iterable<Finding> {
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
