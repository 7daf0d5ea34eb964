// What a listener does with a request. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html

import type { Input } from "./inputs";
import { meets } from "./listener-conditions";
import { type HttpRequest, type Passed, pass, refuse } from "./request";
import type { Emitted, Stack } from "./stack";
import { transform } from "./transforms";

export interface Forwarded {
  readonly request: HttpRequest;
  readonly targetGroupArn: string;
}

/** The rules by priority, then the default action, which has no conditions and no transforms. */
export function route(stack: Stack, listener: Emitted, request: HttpRequest): Passed<Forwarded> {
  const rules = stack
    .with("lb/listenerRule:ListenerRule", "listenerArn", listener.output("arn"))
    .map(({ inputs }) =>
      inputs.only("listenerArn", "priority", "conditions", "transforms", "actions", "region", "tags"),
    )
    .sort((left, right) => priorityOf(left) - priorityOf(right));
  checkQuotas(rules);
  const rule = rules.find((each) =>
    each
      .required("conditions")
      .list()
      .every((condition) => meets(condition, request)),
  );
  if (rule === undefined) {
    return act("listener, default action", listener.inputs.required("defaultActions"), request);
  }
  const transforms = rule.optional("transforms")?.list() ?? [];
  const gate = `listener, rule ${priorityOf(rule)}`;
  return act(gate, rule.required("actions"), transforms.reduce(transform, request));
}

const priorityOf = (rule: Input): number => rule.required("priority").integer();

function act(gate: string, actions: Input, request: HttpRequest): Passed<Forwarded> {
  const [action, ...others] = actions.list();
  if (action === undefined || others.length > 0) {
    throw actions.notModelled("anything but one action");
  }
  if (action.required("type").oneOf("forward", "fixed-response") === "forward") {
    return pass({ request, targetGroupArn: action.required("targetGroupArn").text() });
  }
  return refuse(gate, `fixed response ${action.required("fixedResponse").required("statusCode").text()}`);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
function checkQuotas(rules: readonly Input[]): void {
  const priorities = rules.map(priorityOf);
  if (new Set(priorities).size < priorities.length) {
    throw new Error("two rules of a listener have the same priority");
  }
  for (const rule of rules) {
    const values = rule.required("conditions").list().flatMap(valuesOf);
    const wildcards = values.join("").replace(/[^*?]/g, "").length;
    if (values.length > 5 || wildcards > 5 || values.some((value) => value.length < 1 || value.length > 128)) {
      throw new Error(`${rule.path}: more than a rule takes`);
    }
  }
}

function valuesOf(condition: Input): string[] {
  return condition.entries().flatMap(([, kind]) => kind.required("values").texts());
}
