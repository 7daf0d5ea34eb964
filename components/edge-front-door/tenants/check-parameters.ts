import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import type { TenantArgs, TenantedFrontDoorArgs } from "./tenanted-front-door-args";
import { givenParameters } from "./tenants-config";

// https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Parameter.html
const NAME = /^[A-Za-z0-9_-]{1,128}$/;
const MOST_CHARACTERS = 256;

/** The parameters that a front door has. */
export function checkParameters({ parameters }: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const defined = Object.entries(parameters ?? {});
  const problems: Problem[] = defined.flatMap(([name, { defaultValue }]) => [
    ...(NAME.test(name)
      ? []
      : [{ path: "parameters", must: "have names of letters, digits, _ and -, at most 128 of them", got: name }]),
    ...checkValue(`parameters.${name}.defaultValue`, defaultValue),
  ]);
  if (defined.length > quotas.tenantParameters) {
    problems.push({ path: "parameters", must: `have at most ${quotas.tenantParameters} entries`, got: defined.length });
  }
  return problems;
}

/** The values that a tenant has of them. */
export function checkTenantParameters(
  path: string,
  { parameters }: TenantArgs,
  args: Partial<TenantedFrontDoorArgs>,
): Problem[] {
  const given = givenParameters(parameters);
  const defined = args.parameters ?? {};
  const missing = Object.entries(defined)
    .filter(([name, { defaultValue }]) => defaultValue === undefined && !Object.hasOwn(given, name))
    .map(([name]) => ({ path: `${path}.${name}`, must: "be given: the parameter has no default" }));
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(defined, name))
    .map((name) => ({ path: `${path}.${name}`, must: "be a parameter of the front door", got: name }));
  return [
    ...missing,
    ...unknown,
    ...Object.entries(given).flatMap(([name, value]) => checkValue(`${path}.${name}`, value)),
  ];
}

/** An output is judged by CloudFront. */
function checkValue(path: string, value: pulumi.Input<string> | undefined): Problem[] {
  return typeof value === "string" && (value.length === 0 || value.length > MOST_CHARACTERS)
    ? [{ path, must: `be text of 1 to ${MOST_CHARACTERS} characters`, got: value.length }]
    : [];
}
