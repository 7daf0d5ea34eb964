// A function that cannot be answered offline must be unknown to the program, not empty. The SDK makes a call unknown where
// an argument is, and asks that question of the serialised arguments; the same question is answered here for such calls.

import type { PropertyMap } from "../../plan/plan";
import type { Deployment } from "../deployment/deployment";
import type { Sdk } from "./sdk";

const invokeLabel = /^invoke:(.*)$/;

export function answerUnknown(sdk: Sdk, deployment: Deployment): void {
  const tokens = new WeakMap<object, string>();
  const { serializePropertiesReturnDeps, containsUnknownValues } = sdk.rpc;

  const remembering: Sdk["rpc"]["serializePropertiesReturnDeps"] = async (label, ...rest) => {
    const result = await serializePropertiesReturnDeps(label, ...rest);
    const token = invokeLabel.exec(label)?.[1];
    if (token !== undefined) tokens.set(result[0], token);
    return result;
  };
  const unknownToo: Sdk["rpc"]["containsUnknownValues"] = (value: unknown) => {
    if (containsUnknownValues(value)) return true;
    const token = typeof value === "object" && value !== null ? tokens.get(value) : undefined;
    return token !== undefined && !deployment.canAnswer(token, value as PropertyMap);
  };
  Reflect.set(sdk.rpc, "serializePropertiesReturnDeps", remembering);
  Reflect.set(sdk.rpc, "containsUnknownValues", unknownToo);
}
