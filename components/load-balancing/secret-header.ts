// A header that only the front door knows: it tells a load balancer that a request came through this distribution, and not
// through anybody else's, whose requests come from the same addresses.

import * as pulumi from "@pulumi/pulumi";
import { input, object, text } from "../argument-kinds";
import { isKeptByCloudFront } from "../aws/origin-headers";
import { ComponentInputError, type Problem } from "../errors";

export interface SecretHeader {
  /** @default "x-origin-verify" */
  name?: string;
  /** What the front door sends: 16 to 128 characters without `*` and `?`. Pass a Pulumi secret. */
  value: pulumi.Input<string>;
  /**
   * Accepted beside `value`. To rotate: set `value` to the new and this to the old one, deploy, and leave it out in the next
   * deployment. The load balancer accepts both before any edge location sends the new one. @default - none
   */
  previousValue?: pulumi.Input<string>;
}

export const SECRET_HEADER_KINDS = object<SecretHeader>({ name: text, value: input, previousValue: input });

export const SECRET_HEADER_NAME = "x-origin-verify";

export function secretHeaderName(header: SecretHeader | undefined): string {
  return header?.name ?? SECRET_HEADER_NAME;
}

/** The values a load balancer accepts, as secrets whatever the caller passed. What was not known before is judged here. */
export function acceptedValues(header: SecretHeader): pulumi.Output<string>[] {
  const given = (["value", "previousValue"] as const).flatMap((argument) => {
    const value = header[argument];
    return value === undefined ? [] : [{ argument, value }];
  });
  return given.map(({ argument, value }) =>
    pulumi.secret(value).apply((known) => {
      const wrong = text(argument, known);
      const problems = wrong.length > 0 ? wrong : checkValue(argument, known);
      if (problems.length > 0) {
        throw new ComponentInputError("secret header", secretHeaderName(header), problems);
      }
      return known;
    }),
  );
}

// Conditions on headers: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
const VALUE_CHARACTERS = { min: 16, max: 128 };
const NAME_CHARACTERS = 40;

/** Values stay out of the messages. */
export function checkSecretHeader(path: string, header: SecretHeader | undefined): Problem[] {
  if (header?.value === undefined) {
    return [
      {
        path: `${path}.value`,
        must: "be given: addresses alone let every distribution in",
        use: "a secret of the stack's config",
      },
    ];
  }
  const problems: Problem[] = [];
  const name = secretHeaderName(header);
  if (!/^[!#$%&'+.^_`|~0-9A-Za-z-]+$/.test(name) || name.length > NAME_CHARACTERS) {
    problems.push({
      path: `${path}.name`,
      must: `be a header's name of at most ${NAME_CHARACTERS} characters`,
      got: name,
    });
  } else if (isKeptByCloudFront(name)) {
    problems.push({ path: `${path}.name`, must: "not name a header that CloudFront keeps to itself", got: name });
  }
  for (const argument of ["value", "previousValue"] as const) {
    const value = header[argument];
    problems.push(...(typeof value === "string" ? checkValue(`${path}.${argument}`, value) : []));
  }
  if (typeof header.value === "string" && header.value === header.previousValue) {
    problems.push({ path: `${path}.value and ${path}.previousValue`, must: "differ" });
  }
  return problems;
}

function checkValue(path: string, value: string): Problem[] {
  const problems: Problem[] = [];
  if (value.length < VALUE_CHARACTERS.min || value.length > VALUE_CHARACTERS.max) {
    problems.push({
      path,
      must: `have ${VALUE_CHARACTERS.min} to ${VALUE_CHARACTERS.max} characters`,
      got: value.length,
    });
  }
  if (!/^[\x21-\x7e]*$/.test(value) || /[*?\\]/.test(value)) {
    problems.push({
      path,
      must: "be printable ASCII without blanks, *, ? and \\, which load balancers read as patterns",
    });
  }
  return problems;
}
