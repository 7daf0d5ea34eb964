import * as pulumi from "@pulumi/pulumi";

/** The same text, known only once all the resources exist: whoever uses it waits for them, and goes before them on destroy. */
export function afterAll(text: pulumi.Output<string>, resources: readonly pulumi.Resource[]): pulumi.Output<string> {
  const others = pulumi.all(resources.map((resource) => resource.urn));
  return pulumi.all([text, others]).apply(([known]) => known);
}
