// The methods of the analyzer protocol, as `@pulumi/pulumi` describes them to gRPC. The SDK has no other place where a pack could see
// what the engine asks.

export interface Method<Request> {
  requestDeserialize(bytes: Buffer): Request;
}

/** Lets `then` see each request before the SDK does. */
export function afterDecoding<Request>(method: Method<Request>, then: (request: Request) => void): void {
  const decode = method.requestDeserialize;
  method.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    then(request);
    return request;
  };
}
