import * as pulumi from "@pulumi/pulumi";
import { checkSound, isLater, type Kind, object } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { refuse } from "../late-checks";
import type { PrivateApi, PrivateApiScope } from "./private-api";
import { createRestApi } from "./rest-api";
import { type ApiStageArgs, checkStage, STAGE_KINDS } from "./stage";

export interface OpenApiOptions {
  /**
   * OpenAPI 3 or Swagger 2 with API Gateway's extensions, as JSON text or as an object. Without `x-amazon-apigateway-policy`: the
   * component writes the policy.
   */
  document: pulumi.Input<string | object>;
  /** @default - a stage "live" with access logs, tracing and throttling */
  stage?: ApiStageArgs;
}

/** An API as an OpenAPI document describes it. */
export function openApi(options: OpenApiOptions): PrivateApi {
  return {
    options,
    check: (path) =>
      checkSound(path, options, KINDS, ({ document, stage }) => [
        ...checkDocument(`${path}.document`, document),
        ...checkStage(`${path}.stage`, stage),
      ]),
    bind: (scope) => createRestApi(scope, textOf(scope, options.document), options.stage ?? {}),
  };
}

/** A document says itself whether it is one. */
const anything: Kind<unknown> = () => [];
const KINDS = object<OpenApiOptions>({ document: anything, stage: STAGE_KINDS });

/** As one text: an object's keys keep their order, so the same document is the same text. */
function textOf({ argument }: PrivateApiScope, document: OpenApiOptions["document"]): pulumi.Output<string> {
  return pulumi.output({ document }).apply(({ document: known }) => {
    refuse(argument.of, checkDocument(`${argument.path}.document`, known));
    return typeof known === "string" ? known : JSON.stringify(known);
  });
}

function checkDocument(path: string, document: OpenApiOptions["document"] | undefined): Problem[] {
  if (document === undefined || document === null) {
    return [{ path, must: "be given" }];
  }
  if (isLater(document)) {
    return [];
  }
  const parsed = typeof document === "string" ? parse(document) : document;
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return [{ path, must: "be an OpenAPI document: an object, or its JSON text" }];
  }
  const problems: Problem[] = [];
  if (!("openapi" in parsed) && !("swagger" in parsed)) {
    problems.push({ path, must: 'say its version: "openapi" or "swagger"' });
  }
  if (!("paths" in parsed)) {
    problems.push({ path: `${path}.paths`, must: "be given: without a path nothing answers" });
  }
  if ("x-amazon-apigateway-policy" in parsed) {
    problems.push({
      path: `${path}["x-amazon-apigateway-policy"]`,
      must: "be left out: the component writes the policy, and the last of two would win",
    });
  }
  if ("servers" in parsed && !isListOfObjects(parsed.servers)) {
    problems.push({ path: `${path}.servers`, must: "be a list of servers, which are objects" });
  }
  return problems;
}

function isListOfObjects(value: unknown): boolean {
  return isLater(value) || (Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
