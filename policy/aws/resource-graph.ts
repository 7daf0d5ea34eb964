// The resources of a stack and which property of one was made from which other: what rules over several resources ask.

import { subjectOf } from "../preview-hints";
import { type Property, readProperties } from "./reading";
import { withTwins } from "./type-twins";

export interface StackResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly properties: Property;
  /** The resources that each property's value was computed from, by property name. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
}

/** As the SDK hands resources to a stack policy. */
export interface AnalyzedResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: object;
  readonly propertyDependencies: Readonly<Record<string, readonly { readonly urn: string }[]>>;
}

/** Decoding properties is most of what a policy costs, so they are read when a rule asks for them. */
class LazyResource implements StackResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  #properties: Property | undefined;
  #sources: StackResource["sources"] | undefined;

  constructor(private readonly analyzed: AnalyzedResource) {
    this.type = analyzed.type;
    this.name = analyzed.name;
    this.urn = analyzed.urn;
  }

  get properties(): Property {
    this.#properties ??= readProperties(this.analyzed.props);
    return this.#properties;
  }

  get sources(): StackResource["sources"] {
    this.#sources ??= Object.fromEntries(
      Object.entries(this.analyzed.propertyDependencies).map(([name, sources]) => [
        name,
        sources.map(({ urn }) => urn),
      ]),
    );
    return this.#sources;
  }
}

export class ResourceGraph {
  readonly resources: readonly StackResource[];
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly byType = new Map<string, StackResource[]>();

  constructor(
    analyzed: readonly AnalyzedResource[],
    readonly stackTags: ReadonlyMap<string, string> = new Map(),
  ) {
    this.resources = analyzed.map((resource) => new LazyResource(resource));
    this.byUrn = new Map(this.resources.map((resource) => [resource.urn, resource]));
    for (const resource of this.resources) {
      const others = this.byType.get(resource.type);
      if (others === undefined) this.byType.set(resource.type, [resource]);
      else others.push(resource);
    }
  }

  /** Those of the types and of their twins. */
  ofType(...types: string[]): StackResource[] {
    return types.flatMap(withTwins).flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The resources in this stack that the property was computed from. */
  sourcesOf(resource: StackResource, property: string): StackResource[] {
    return this.resolve(resource.sources[property] ?? []);
  }

  allSourcesOf(resource: StackResource): StackResource[] {
    return this.resolve([...new Set(Object.values(resource.sources).flat())]);
  }

  private resolve(urns: readonly string[]): StackResource[] {
    return urns.flatMap((urn) => this.byUrn.get(urn) ?? []);
  }
}

interface Analyzed {
  readonly resources: readonly AnalyzedResource[];
  readonly stackTags: ReadonlyMap<string, string>;
}

/** One graph for all rules of a run: the SDK hands each of them the same resources anew. */
let latest: { readonly run: unknown; readonly graph: ResourceGraph } | undefined;

/** What stands for the run that is going on; see decode-once.ts. Without one each list of resources is a run of its own. */
let currentRun: unknown;

export function beginRun(run: unknown): void {
  currentRun = run;
  latest = undefined;
}

/** Whether a rule of the run has asked for it already. */
export function isGraphMade(): boolean {
  return latest !== undefined;
}

export function graphOf(args: Analyzed): ResourceGraph {
  const run = subjectOf(args) ?? currentRun ?? args.resources;
  if (latest?.run !== run) latest = { run, graph: new ResourceGraph(args.resources, args.stackTags) };
  return latest.graph;
}
