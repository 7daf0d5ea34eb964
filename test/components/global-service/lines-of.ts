import { ComponentInputError } from "../../../components";
import { checkGlobalService } from "../../../components/global-service/validate";
import { service } from "./serve";

/** `path: must; got; use`, as the error shows it. */
export function linesOf(changes: object, name = "shop"): string[] {
  const problems = checkGlobalService(name, { ...service(), ...changes });
  return new ComponentInputError("GlobalService", name, problems).message
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
}
