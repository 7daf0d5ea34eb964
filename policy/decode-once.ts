// The SDK turns a resource's properties from their wire form into JavaScript once for each policy, which is most of what a pack
// costs. The wire form is the same for all of them, so this remembers the first result. The SDK copies it for each policy, so no
// policy sees what another one did to its own.
//
// Of a whole stack even the copies are too much: every rule over the stack reads the one graph that the first of them has made
// (`graphOf`), and the others are handed resources without contents.

import { beginRun } from "./aws/resource-graph";

interface WireProperties {
  toJavaScript(): object;
}

interface WireResource {
  getProperties(): WireProperties | undefined;
  getProvider(): { getProperties(): WireProperties | undefined } | undefined;
}

interface WireStackResource extends WireResource {
  getDependenciesList(): string[];
  getPropertydependenciesMap(): unknown;
}

interface Method<Request> {
  requestDeserialize(bytes: Buffer): Request;
}

interface AnalyzerMethods {
  readonly analyze: Method<WireResource>;
  readonly analyzeStack: Method<{ getResourcesList(): WireStackResource[] }>;
}

/** Call before the pack starts to serve. */
export function decodeOnce({ analyze, analyzeStack }: AnalyzerMethods): void {
  afterDecoding(analyze, (resource) => {
    remember(resource.getProperties());
    remember(resource.getProvider()?.getProperties());
  });
  afterDecoding(analyzeStack, (request) => {
    beginRun(request);
    for (const resource of request.getResourcesList()) decodeForTheFirst(resource);
  });
}

function afterDecoding<Request>(method: Method<Request>, then: (request: Request) => void): void {
  const decode = method.requestDeserialize;
  method.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    then(request);
    return request;
  };
}

function remember(properties: WireProperties | undefined): void {
  if (properties === undefined) return;
  const convert = properties.toJavaScript.bind(properties);
  let converted: object | undefined;
  properties.toJavaScript = () => {
    converted ??= convert();
    return converted;
  };
}

const noProperties: WireProperties = { toJavaScript: () => ({}) };

function decodeForTheFirst(resource: WireStackResource): void {
  const once = <T>(read: () => T, afterwards: T): (() => T) => {
    let isRead = false;
    return () => {
      if (isRead) return afterwards;
      isRead = true;
      return read();
    };
  };
  resource.getProperties = once(resource.getProperties.bind(resource), noProperties);
  resource.getProvider = once(resource.getProvider.bind(resource), undefined);
  resource.getDependenciesList = once(resource.getDependenciesList.bind(resource), []);
  resource.getPropertydependenciesMap = once(resource.getPropertydependenciesMap.bind(resource), undefined);
}
