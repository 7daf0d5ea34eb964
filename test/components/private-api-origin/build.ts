import { PrivateApiOrigin, type PrivateApiOriginArgs } from "../../../components";
import { find, type RecordOptions, recordStack } from "../record-stack";
import { REGION, VARIANTS } from "./variants";

/** A private API origin called `orders`, with ways to look at what it made. */
export async function build(args: PrivateApiOriginArgs, options: RecordOptions = {}) {
  const config = { "aws:region": REGION, ...options.config };
  const { resources, calls, outputs } = await recordStack(() => new PrivateApiOrigin("orders", args), {
    ...options,
    config,
  });
  const inputsOf = (name: string): Record<string, unknown> => find(resources, name).inputs;
  return {
    orders: outputs,
    resources,
    calls,
    inputsOf,
    policyOf: (name: string) => JSON.parse(String(inputsOf(name).policy)),
    /** Names of the resources of a type, such as `lb/listenerRule:ListenerRule`. */
    namesOf: (type: string) => resources.filter((each) => each.type === `aws:${type}`).map(({ name }) => name),
  };
}

export function variant(title: string): PrivateApiOriginArgs {
  const make = VARIANTS[title];
  if (make === undefined) {
    throw new Error(`no variant is called ${title}`);
  }
  return make();
}
