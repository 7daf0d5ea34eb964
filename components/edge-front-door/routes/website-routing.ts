// What a path without a file's name means, for websites in a bucket. A function on viewer requests of the default behavior
// rewrites it, so that the answers of an API beside the website stay as they are. Custom error pages would replace those as well.

import { cloudFrontFunction, type EdgeFunction } from "./edge-function";

export const WebsiteRouting = {
  /** Nothing: a path is the key of a file. */
  Files: "files",
  /** `/orders/7` is answered with `/index.html`: the application routes in the browser. */
  SinglePageApp: "single-page-app",
  /** `/docs` and `/docs/` are answered with `/docs/index.html`: what site generators write. */
  IndexDocuments: "index-documents",
} as const;
export type WebsiteRouting = (typeof WebsiteRouting)[keyof typeof WebsiteRouting];

/** A last part of a path with a dot in it is a file's name. */
const SINGLE_PAGE_APP = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last.indexOf(".") === -1) {
    request.uri = "/index.html";
  }
  return request;
}
`;

const INDEX_DOCUMENTS = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last === "") {
    request.uri += "index.html";
  } else if (last.indexOf(".") === -1) {
    request.uri += "/index.html";
  }
  return request;
}
`;

/** One object each: a front door makes it once, however many of its distributions use it. */
const FUNCTIONS: Readonly<Record<WebsiteRouting, EdgeFunction | undefined>> = {
  [WebsiteRouting.Files]: undefined,
  [WebsiteRouting.SinglePageApp]: cloudFrontFunction({ name: "single-page-app", code: SINGLE_PAGE_APP }),
  [WebsiteRouting.IndexDocuments]: cloudFrontFunction({ name: "index-documents", code: INDEX_DOCUMENTS }),
};

export function routingFunction(routing: WebsiteRouting | undefined): EdgeFunction | undefined {
  return FUNCTIONS[routing ?? WebsiteRouting.Files];
}
