// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-string-match.html

import type { Place } from "./inputs";
import { compileInspected } from "./inspected";
import type { Matcher, RuleContext } from "./matcher";
import { bytesOf } from "./web-request";

const POSITIONS = ["EXACTLY", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "CONTAINS_WORD"] as const;
type Position = (typeof POSITIONS)[number];

export function compileStringMatch(statement: Place, context: RuleContext): Matcher {
  statement.only("fieldToMatch", "positionalConstraint", "searchString", "textTransformations");
  const position = statement.required("positionalConstraint").oneOf(POSITIONS);
  const searchString = compileSearchString(statement.required("searchString"), position);
  return compileInspected(statement, context, (text) => isAt(position, text, searchString));
}

/** "The maximum length of the value is 200 bytes": https://docs.aws.amazon.com/waf/latest/APIReference/API_ByteMatchStatement.html */
function compileSearchString(place: Place, position: Position): string {
  const bytes = bytesOf(place.text());
  if (bytes.length < 1 || bytes.length > 200) {
    throw place.refused(`must have 1 to 200 bytes; got ${bytes.length}`);
  }
  if (position === "CONTAINS_WORD") {
    place.textLike(/^[A-Za-z0-9_]+$/);
  }
  return bytes;
}

function isAt(position: Position, text: string, searchString: string): boolean {
  switch (position) {
    case "EXACTLY":
      return text === searchString;
    case "STARTS_WITH":
      return text.startsWith(searchString);
    case "ENDS_WITH":
      return text.endsWith(searchString);
    case "CONTAINS":
      return text.includes(searchString);
    case "CONTAINS_WORD":
      // On either side the text ends or has neither an alphanumeric character nor an underscore.
      return new RegExp(`(?<![A-Za-z0-9_])${searchString}(?![A-Za-z0-9_])`).test(text);
    default:
      return unreachable(position);
  }
}

function unreachable(position: never): never {
  throw new Error(`Unknown position ${position}`);
}
