// What a program registered, with what AWS computed for it: everything the gates look at.

import { Input } from "./inputs";

export interface EmittedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** `id`, and what of ARNs, addresses and so on the resource has. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A private API, an endpoint and so on that the program did not make. */
export interface Elsewhere {
  readonly apis?: readonly PrivateRestApi[];
  readonly endpoints?: readonly InterfaceEndpoint[];
  /** Names of certificates that exist, by ARN. */
  readonly certificates?: Readonly<Record<string, readonly string[]>>;
}

export interface PrivateRestApi {
  readonly id: string;
  readonly executionArn: string;
  /** JSON text of the resource policy, as it is deployed. */
  readonly policy: string;
  readonly stages: readonly string[];
}

export interface InterfaceEndpoint {
  readonly id: string;
  readonly addresses: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** Security groups that its own let in besides. @default - none */
  readonly alsoAdmits?: readonly string[];
  /** JSON text. @default - full access, as AWS gives it */
  readonly policy?: string;
}

/** What CloudFront brings along to a VPC. */
export interface CloudFrontNetwork {
  readonly serviceSecurityGroupId: string;
  readonly prefixListId: string;
}

/** A registered resource: its inputs are read strictly. */
export interface Emitted {
  readonly name: string;
  readonly inputs: Input;
  /** A text that AWS computed. */
  output(name: string): string;
}

export class Stack {
  readonly #resources: readonly EmittedResource[];

  constructor(
    resources: readonly EmittedResource[],
    readonly region: string,
    readonly cloudFront: CloudFrontNetwork,
    readonly elsewhere: Elsewhere = {},
  ) {
    this.#resources = resources;
  }

  /** All resources of a type, such as `lb/listenerRule:ListenerRule`. */
  all(type: string): Emitted[] {
    return this.#resources
      .filter((resource) => resource.type === `aws:${type}`)
      .map(({ name, inputs, outputs }) => ({
        name,
        inputs: new Input(name, inputs),
        output: (key) => new Input(`${name}.${key}`, outputs[key]).text(),
      }));
  }

  /** Those of a type whose input of that name is the text. */
  with(type: string, input: string, text: string): Emitted[] {
    return this.all(type).filter(({ inputs }) => inputs.optional(input)?.is(text));
  }

  /** The one of a type whose output of that name is the text. */
  find(type: string, output: string, text: string): Emitted | undefined {
    return this.all(type).find((resource) => resource.output(output) === text);
  }

  /** The addresses of an endpoint that the program made. */
  addressesOf({ name }: Emitted): string[] {
    const made = this.#resources.find((resource) => resource.name === name);
    return new Input(`${name}.subnetConfigurations`, made?.outputs.subnetConfigurations)
      .list()
      .map((address) => address.required("ipv4").text());
  }
}
