// The world of the offline preview: AWS from tables. Other packages get no stand-ins, so what they compute stays unknown.

import { isDeepStrictEqual } from "node:util";
import type { NotChecked, PropertyMap } from "../plan/plan";
import type { InvokeAnswer } from "../project/invoke-answers";
import { qualifyStackName } from "../project/stack-name";
import { type AwsPlace, answerInvoke, partitionOf, standIn, takesRegion } from "./aws";
import { isUnknown, unknownValue, unwrapSecrets } from "./deployment/properties";
import type { Provider } from "./deployment/providers";
import { packageOfType } from "./deployment/urn";
import type { Created, CreateRequest, World } from "./deployment/world";

/** AWS's own account id in examples: 12 digits that belong to nobody. */
const exampleAccountId = "123456789012";

export interface WorldOptions {
  organization: string;
  project: string;
  config: Readonly<Record<string, string>>;
  stackOutputs: Readonly<Record<string, PropertyMap>>;
  invokeAnswers: readonly InvokeAnswer[];
}

export class AwsWorld implements World {
  #withoutRegion = false;
  readonly #withoutStandIns = new Set<string>();

  constructor(private readonly options: WorldOptions) {}

  check(type: string, inputs: PropertyMap, provider: Provider | undefined): PropertyMap {
    if (packageOfType(type) !== "aws" || inputs.region !== undefined || !takesRegion(type)) return inputs;
    const region = provider?.inputs.region ?? this.#regionOf(provider);
    if (region !== undefined) return isUnknown(region) ? inputs : { ...inputs, region };
    this.#withoutRegion = true;
    return inputs;
  }

  create({ type, name, urn, inputs, provider, existingId }: CreateRequest): Created {
    const packageName = packageOfType(type);
    if (!["aws", "random", "tls"].includes(packageName)) {
      this.#withoutStandIns.add(packageName);
      return { id: existingId ?? `${name}-id`, outputs: {}, complete: false };
    }
    const made = standIn({
      type,
      name,
      urn,
      inputs: unwrapSecrets(inputs),
      place: this.#place(provider, inputs),
      readId: existingId,
      defaultTags: defaultTagsOf(provider),
    });
    const outputs = existingId === undefined ? made.outputs : withoutDecisions(made.outputs);
    return { id: made.id, outputs, complete: true };
  }

  invoke(token: string, args: PropertyMap, provider: Provider | undefined): PropertyMap | undefined {
    const given = this.options.invokeAnswers.find((answer) => answer.token === token && fits(answer.args, args));
    if (given !== undefined) return given.result;
    return answerInvoke({ token, args, place: this.#place(provider, args), defaultTags: defaultTagsOf(provider) });
  }

  stackOutputs(name: string): PropertyMap | undefined {
    const { stackOutputs, organization, project } = this.options;
    return stackOutputs[qualifyStackName(name, organization, project)];
  }

  notChecked(): NotChecked[] {
    const notes: NotChecked[] = [];
    if (this.#withoutRegion) {
      notes.push({ what: "the Region of some resources", detail: "neither aws:region nor their provider names one" });
    }
    if (this.#withoutStandIns.size > 0) {
      notes.push({
        what: "computed outputs",
        detail: "no stand-ins for these packages",
        items: [...this.#withoutStandIns],
      });
    }
    return notes;
  }

  #place(provider: Provider | undefined, inputs: PropertyMap): AwsPlace {
    const region = typeof inputs.region === "string" ? inputs.region : (this.#regionOf(provider) ?? "us-east-1");
    return { partition: partitionOf(region), accountId: this.#accountOf(provider), region };
  }

  #regionOf(provider: Provider | undefined): string | undefined {
    const region = provider === undefined ? this.options.config["aws:region"] : provider.inputs.region;
    if (typeof region === "string" && region !== "") return region;
    return process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || undefined;
  }

  /** The one account the provider may work in, where it names it. Provider inputs are JSON texts. */
  #accountOf(provider: Provider | undefined): string {
    const allowed =
      provider === undefined ? this.options.config["aws:allowedAccountIds"] : provider.inputs.allowedAccountIds;
    return /\b\d{12}\b/.exec(typeof allowed === "string" ? allowed : "")?.[0] ?? exampleAccountId;
  }
}

/**
 * Of what another program made, nobody here knows what it was told: an invented yes or no would be taken for a decision, such as a
 * load balancer that is not internal.
 */
function withoutDecisions(outputs: PropertyMap): PropertyMap {
  const decided = Object.entries(outputs).map(([key, value]) => [
    key,
    typeof value === "boolean" ? unknownValue : value,
  ]);
  return Object.fromEntries(decided);
}

function fits(wanted: PropertyMap | undefined, args: PropertyMap): boolean {
  return Object.entries(wanted ?? {}).every(([key, value]) => isDeepStrictEqual(value, args[key]));
}

/** Provider inputs that are objects cross the wire as JSON texts. */
function defaultTagsOf(provider: Provider | undefined): PropertyMap | undefined {
  const text = provider === undefined ? undefined : unwrapSecrets(provider.inputs).defaultTags;
  if (typeof text !== "string" || isUnknown(text)) return undefined;
  const { tags }: { tags?: PropertyMap } = JSON.parse(text);
  return tags;
}
