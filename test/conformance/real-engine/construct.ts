// A remote component as the simulated provider builds it: registered with the engine, no children, no outputs.

import * as grpc from "@grpc/grpc-js";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resource from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

export async function construct(request: provider.ConstructRequest): Promise<provider.ConstructResponse> {
  const monitor = new ResourceMonitorClient(request.getMonitorendpoint(), grpc.credentials.createInsecure());
  try {
    const registration = new resource.RegisterResourceRequest();
    registration.setType(request.getType());
    registration.setName(request.getName());
    registration.setParent(request.getParent());
    registration.setObject(request.getInputs());
    registration.setAcceptsecrets(true);
    registration.setAcceptresources(true);
    registration.setDependenciesList(request.getDependenciesList());
    registration.setAliasesList(request.getAliasesList());
    registration.setProtect(request.getProtect() ?? false);
    const providers = registration.getProvidersMap();
    request.getProvidersMap().forEach((reference, name) => {
      providers.set(name, reference);
    });
    const dependencies = registration.getPropertydependenciesMap();
    request.getInputdependenciesMap().forEach((urns, property) => {
      const entry = new resource.RegisterResourceRequest.PropertyDependencies();
      entry.setUrnsList(urns.getUrnsList());
      dependencies.set(property, entry);
    });
    const registered = await new Promise<resource.RegisterResourceResponse>((resolve, reject) =>
      monitor.registerResource(registration, (error, answer) => (error ? reject(error) : resolve(answer))),
    );
    const response = new provider.ConstructResponse();
    response.setUrn(registered.getUrn());
    response.setState(new Struct());
    return response;
  } finally {
    monitor.close();
  }
}
