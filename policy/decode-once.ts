// The SDK turns a resource's properties from their wire form into JavaScript, and copies them, once for each policy: most of what a
// pack costs. Here the first policy gets them and the others what it has read (shared-reading.ts). Of a whole stack the first gets all
// resources, and the others read the graph that it has made of them (`graphOf`).

import { afterDecoding, type Method } from "./analyzer-methods";
import { beginRun, isGraphMade } from "./aws/resource-graph";
import { contentsFor, openSlot } from "./shared-reading";

interface WireResource {
  getProperties(): { toJavaScript(): object } | undefined;
  getProvider(): unknown;
}

interface WireStack {
  getResourcesList(): object[];
}

interface AnalyzerMethods {
  readonly analyze: Method<WireResource>;
  readonly analyzeStack: Method<WireStack>;
}

/** Call before the pack starts to serve. Rules see neither providers nor anything else but properties. */
export function decodeOnce({ analyze, analyzeStack }: AnalyzerMethods): void {
  afterDecoding(analyze, (request) => {
    request.getProvider = () => undefined;
    const properties = request.getProperties();
    if (properties === undefined) return;
    const slot = openSlot();
    const convert = properties.toJavaScript.bind(properties);
    properties.toJavaScript = () => contentsFor(slot, convert);
  });
  afterDecoding(analyzeStack, (request) => {
    beginRun(request);
    const resources = request.getResourcesList();
    resources[Symbol.iterator] = () => (isGraphMade() ? [] : resources).values();
    request.getResourcesList = () => resources;
  });
}
