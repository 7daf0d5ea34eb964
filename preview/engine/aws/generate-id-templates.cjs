"use strict";
// What the SDK's own documentation says of ids: each class shows an example id for `pulumi import`. Turned into a template
// it gives every type an id (very often an ARN) of the right form. Placeholders: {p} partition, {r} Region, {a} account,
// {n} physical name, {u} UUID, {hN} N hex digits, {xN} and {XN} N lower- and upper-case letters and digits.

const REGION =
  /(?<![\w-])(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d(?!\d)/g;
const UUID = /\b[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{10,13}\b/g;
/** Words the documentation uses where a user's own name goes. */
const PLACEHOLDER_NAME = /^(?:[a-z]*_?)(?:example|test|my|sample|foo|bar|name|hoge)|(?:example|name|test)$/i;
const UNIQUE = /\{(?:n|u|[hxX]\d+)\}/;

/** @returns {string} a template, or "" when the documentation gives no usable example: the caller uses the physical name */
function idTemplate(example) {
  if (example === undefined) return "";
  let text = example.replace(/^["']|["']$/g, "").trim();
  // `|` separates the fields of the table.
  if (/[\s\\$"<|]/.test(text)) return "";
  text = text
    .replace(/arn:aws(?:-[a-z-]+)?:/g, "arn:{p}:")
    .replace(REGION, "{r}")
    .replace(UUID, "{u}");
  text = text.replaceAll("[region]", "{r}").replaceAll("[account]", "{a}");
  text = text.replace(/(?<![\w-])(?:\d{10,13}|123456789)(?![\w-])/g, "{a}");
  const segments = text.split(/([/:,|;#])/);
  const isArn = text.startsWith("arn:");
  const made = segments.map((segment, i) => (isArn && i < 10 ? segment : segmentTemplate(segment)));
  const template = made.join("");
  if (!UNIQUE.test(template) || made.some((s, i) => isLeftOver(s, isArn && i < 10))) return "";
  // A composite id is made of the resource's own inputs, which a template cannot know.
  if (!isArn && made.filter((s) => /^[,;#:]$/.test(s)).length > 0 && !/\{[uhxX]/.test(template)) return "";
  return template;
}

/** Whether something of the example itself is still there: a number, a host name, an elision. */
function isLeftOver(segment, isArnHead) {
  const fixed = segment.replace(/\{[^}]*\}/g, "");
  if (/\.\.|\d{4,}|example/.test(fixed)) return true;
  return !isArnHead && fixed === segment && /[\d.]|[A-Z]{3}/.test(segment);
}

function segmentTemplate(segment) {
  if (segment === "" || /[{}*.@]/.test(segment) || /^[/:,|;#]$/.test(segment)) return segment;
  const prefixed = /^((?:[a-z0-9]+-)+?)([0-9a-z]{8,})$/.exec(segment);
  if (prefixed && /\d/.test(prefixed[2]))
    return `${prefixed[1]}{h${prefixed[2].length === 8 ? 17 : prefixed[2].length}}`;
  if (PLACEHOLDER_NAME.test(segment)) return "{n}";
  if (/^[A-Z0-9]{6,}$/.test(segment) && /\d/.test(segment)) return `{X${segment.length}}`;
  if (/^[a-z0-9]{6,}$/.test(segment) && /\d/.test(segment)) return `{x${segment.length}}`;
  return segment;
}

module.exports = { idTemplate };
