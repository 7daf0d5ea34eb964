// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html

import type { Place } from "./inputs";
import { normalizePath, normalizePathWin } from "./normalize-path";
import { urlDecode, urlDecodeUni } from "./url-decode";

export type Transformation = (text: string) => string;

/** Those this knows; the comments say where the documentation leaves room. */
export const TRANSFORMATIONS: ReadonlyMap<string, Transformation> = new Map<string, Transformation>([
  ["NONE", (text) => text],
  // "A-Z" to "a-z", nothing else: not the letters outside ASCII.
  ["LOWERCASE", (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())],
  ["URL_DECODE", urlDecode],
  ["URL_DECODE_UNI", urlDecodeUni],
  ["NORMALIZE_PATH", normalizePath],
  ["NORMALIZE_PATH_WIN", normalizePathWin],
  // Whether two tabs become one space or two is open: one is taken. Byte 160 counts wherever it stands, also within UTF-8.
  ["COMPRESS_WHITE_SPACE", (text) => text.replace(/[\f\t\n\r\v\xa0 ]+/g, " ")],
  ["REMOVE_NULLS", (text) => text.replaceAll("\0", "")],
]);

const NOT_MODELLED = [
  "BASE64_DECODE",
  "BASE64_DECODE_EXT",
  "CMD_LINE",
  "CSS_DECODE",
  "ESCAPE_SEQ_DECODE",
  "HEX_DECODE",
  "HTML_ENTITY_DECODE",
  "JS_DECODE",
  "MD5",
  "REPLACE_COMMENTS",
  "REPLACE_NULLS",
  "SQL_HEX_DECODE",
  "UTF8_TO_UNICODE",
];

/** At least 1 and at most 10 for a statement: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
export function compileTransformations(textTransformations: Place): Transformation {
  const steps = textTransformations.list(1, 10).map((place) => {
    place.only("priority", "type");
    const priority = place.required("priority").integer(0, 2 ** 31 - 1);
    const type = place.required("type").oneOf([...TRANSFORMATIONS.keys(), ...NOT_MODELLED]);
    const transform = TRANSFORMATIONS.get(type);
    if (transform === undefined) {
      throw place.notModelled(type);
    }
    return { priority, transform };
  });
  // "The priorities don't need to be consecutive, but they must all be different."
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_TextTransformation.html
  if (new Set(steps.map(({ priority }) => priority)).size < steps.length) {
    throw textTransformations.refused("priorities must be different");
  }
  const ordered = steps.sort((left, right) => left.priority - right.priority);
  return (text) => ordered.reduce((transformed, { transform }) => transform(transformed), text);
}
