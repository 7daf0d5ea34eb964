// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html

import type { Input } from "./inputs";
import { decode } from "./listener-conditions";
import type { HttpRequest } from "./request";

/** What happens to a request after its rule has been chosen. Without a match it stays as it is. */
export function transform(request: HttpRequest, place: Input): HttpRequest {
  place.only("type", "hostHeaderRewriteConfig", "urlRewriteConfig");
  return place.required("type").oneOf("host-header-rewrite", "url-rewrite") === "url-rewrite"
    ? rewriteUrl(request, readRewrite(place.required("urlRewriteConfig")))
    : rewriteHost(request, readRewrite(place.required("hostHeaderRewriteConfig")));
}

interface Rewrite {
  readonly regex: RegExp;
  readonly replace: string;
}

function rewriteHost(request: HttpRequest, { regex, replace }: Rewrite): HttpRequest {
  return { ...request, host: request.host.replace(regex, replace) };
}

/** Of path and query string; the path comes out decoded (kubernetes-sigs/aws-load-balancer-controller#4579). */
function rewriteUrl(request: HttpRequest, { regex, replace }: Rewrite): HttpRequest {
  if (!regex.test(request.path)) {
    return request;
  }
  const [path = "", ...query] = request.path.replace(regex, replace).split("?");
  return { ...request, path: [decode(path), ...query].join("?") };
}

function readRewrite(config: Input): Rewrite {
  const rewrite = config.only("rewrite").required("rewrite").only("regex", "replace");
  const regex = rewrite.required("regex").text();
  const replace = rewrite.required("replace").text();
  // Lookaround, backreferences, atomic groups, possessive quantifiers and Unicode classes are refused.
  if (/\(\?[=!<>]|\\[1-9kpP]|[+*?}]\+/.test(regex) || Math.max(regex.length, replace.length) > 1_024) {
    throw rewrite.notModelled(regex);
  }
  if (/\$[^1-9]/.test(replace)) {
    throw rewrite.notModelled(`${replace}: only capture groups`);
  }
  return { regex: new RegExp(regex), replace };
}
