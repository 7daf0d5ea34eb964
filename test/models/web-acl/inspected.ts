// What string match, regex match and size constraint statements have in common: they inspect a part of the request after
// transforming it, and match if any of its strings does.

import { compileField } from "./fields";
import type { Place } from "./inputs";
import type { Matcher, RuleContext } from "./matcher";
import { compileTransformations } from "./text-transformations";

export function compileInspected(statement: Place, context: RuleContext, matches: (text: string) => boolean): Matcher {
  const field = compileField(statement.required("fieldToMatch"), context);
  const transform = compileTransformations(statement.required("textTransformations"));
  return ({ request }) => {
    const contents = field(request);
    return typeof contents === "boolean" ? contents : contents.some((text) => matches(transform(text)));
  };
}
