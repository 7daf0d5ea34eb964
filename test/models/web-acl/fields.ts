// The part of a request that a statement inspects.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-fields-list.html

import type { Place } from "./inputs";
import { compileCookies, compileHeaders, OVERSIZE_HANDLING } from "./limited-fields";
import type { RuleContext } from "./matcher";
import { bytesOf, headerOf, methodOf, pathOf, queryArgumentsOf, queryStringOf, type WebRequest } from "./web-request";

/**
 * The byte strings to inspect, one of which has to match, or a match that is decided without inspection. "If a web request doesn't
 * have the request component that's specified in the rule statement, AWS WAF evaluates the request as not matching": no strings.
 */
type Contents = readonly string[] | boolean;

export type Field = (request: WebRequest) => Contents;

export function compileField(fieldToMatch: Place, context: RuleContext): Field {
  const { kind, content } = fieldToMatch.choice();
  switch (kind) {
    case "method":
      content.only();
      return (request) => [methodOf(request)];
    case "uriPath":
      content.only();
      return (request) => [pathOf(request)];
    case "queryString":
      content.only();
      return (request) => present(queryStringOf(request));
    case "singleHeader": {
      const name = lowerCaseName(content, 40);
      return (request) => present(headerOf(request, name));
    }
    case "singleQueryArgument": {
      // "The name is not case sensitive"; of several with the name, any.
      const name = lowerCaseName(content, 30);
      return (request) =>
        queryArgumentsOf(request)
          .filter((argument) => argument.name.toLowerCase() === name)
          .map(({ value }) => value);
    }
    case "allQueryArguments":
      content.only();
      return (request) => queryArgumentsOf(request).map(({ value }) => value);
    case "headers":
      return compileHeaders(content);
    case "cookies":
      return compileCookies(content);
    case "body":
      return compileBody(content, context.bodyInspectionLimit);
    default:
      throw fieldToMatch.notModelled(kind);
  }
}

/** The provider refuses capitals: hashicorp/terraform-provider-aws internal/service/wafv2/schemas.go. */
function lowerCaseName(content: Place, maximum: number): string {
  return content
    .only("name")
    .required("name")
    .textLike(new RegExp(`^[0-9a-z_-]{1,${maximum}}$`));
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-oversize-request-components.html */
function compileBody(content: Place, limit: number): Field {
  const handling =
    content.only("oversizeHandling").optional("oversizeHandling")?.oneOf(OVERSIZE_HANDLING) ?? "CONTINUE";
  return (request) => {
    if (request.body === undefined) {
      return [];
    }
    const body = bytesOf(request.body);
    return body.length > limit && handling !== "CONTINUE" ? handling === "MATCH" : [body.slice(0, limit)];
  };
}

const present = (content: string | undefined): string[] => (content === undefined ? [] : [content]);
