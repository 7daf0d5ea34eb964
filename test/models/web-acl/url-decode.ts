// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html
//
// "AWS WAF decodes a URL-encoded value" is all it says. Taken from the transformations of the same names in ModSecurity: one
// pass, what is no valid encoding stays as it is, and `+` is a space, in paths as in query strings.
// https://github.com/owasp-modsecurity/ModSecurity/blob/v3/master/src/utils/decode.cc

export const urlDecode = (text: string): string => withSpaces(text).replace(/%([0-9a-f]{2})/gi, toByte);

/**
 * Also Microsoft's `%u` encoding: "If the code is in the full-width ASCII code range of FF01-FF5E, then the higher byte is used
 * to detect and adjust the lower byte. Otherwise, only the lower byte is used and the higher byte is zeroed."
 */
export const urlDecodeUni = (text: string): string =>
  withSpaces(text).replace(/%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/gi, (_, wide?: string, narrow?: string) =>
    wide === undefined ? toByte("", narrow ?? "") : String.fromCharCode(lowerByte(Number.parseInt(wide, 16))),
  );

const withSpaces = (text: string): string => text.replaceAll("+", " ");

const toByte = (_: string, digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));

function lowerByte(code: number): number {
  const isFullWidth = code >= 0xff01 && code <= 0xff5e;
  return isFullWidth ? code - 0xff01 + 0x21 : code & 0xff;
}
