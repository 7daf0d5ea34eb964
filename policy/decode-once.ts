// The SDK turns a resource's properties from their wire form into JavaScript once for each policy, which is most of what a pack
// costs. The wire form is the same for all of them, so this remembers the first result. The SDK copies it for each policy, so no
// policy sees what another one did to its own.

interface WireProperties {
  toJavaScript(): object;
}

interface WireResource {
  getProperties(): WireProperties | undefined;
  getProvider(): { getProperties(): WireProperties | undefined } | undefined;
}

interface Method<Request> {
  requestDeserialize(bytes: Buffer): Request;
}

interface AnalyzerMethods {
  readonly analyze: Method<WireResource>;
  readonly analyzeStack: Method<{ getResourcesList(): WireResource[] }>;
}

/** Call before the pack starts to serve. */
export function decodeOnce({ analyze, analyzeStack }: AnalyzerMethods): void {
  afterDecoding(analyze, rememberResource);
  afterDecoding(analyzeStack, (request) => {
    for (const resource of request.getResourcesList()) rememberResource(resource);
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

function rememberResource(resource: WireResource): void {
  remember(resource.getProperties());
  remember(resource.getProvider()?.getProperties());
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
