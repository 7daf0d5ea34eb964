import { EdgeFrontDoor, type EdgeFrontDoorArgs } from "../../../components";
import { find, recordStack } from "../record-stack";
import { VARIANTS } from "./variants";

/** A front door called `site`, with ways to look at what it made. */
export async function build(args: EdgeFrontDoorArgs) {
  const { resources, outputs } = await recordStack(() => new EdgeFrontDoor("site", args));
  return {
    site: outputs,
    resources,
    inputsOf: (name: string) => find(resources, name).inputs,
    policyOf: (name: string) => JSON.parse(String(find(resources, name).inputs.policy)),
  };
}

export function variant(title: string): EdgeFrontDoorArgs {
  const make = VARIANTS[title];
  if (make === undefined) {
    throw new Error(`no variant is called ${title}`);
  }
  return make();
}
