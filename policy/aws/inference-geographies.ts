// Amazon Bedrock's cross-Region inference: a model's id that begins with a geography is answered in any of that geography's Regions, and
// `global.` in any commercial one. The prompt goes there with it.
// https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html

/** What ids begin with. New geographies have two letters, as countries do. */
export const inferenceGeographyPattern = "^([a-z]{2}|us-gov|apac|global)$";

const vendors =
  "ai21|amazon|anthropic|cohere|deepseek|google|luma|meta|minimax|mistral|moonshot|nvidia|openai|qwen|stability|twelvelabs|writer|zai";

/** Alone or at the end of an inference profile's ARN. The names of models have a hyphen, which tells them from host names. */
const profileId = new RegExp(
  `(?:^|:inference-profile/)([a-z]{2}|us-gov|apac|global)\\.(?:${vendors})\\.[a-z0-9.]*-[a-z0-9.:-]+$`,
);

/** The `eu` of `eu.anthropic.claude-sonnet-4-5-20250929-v1:0`; nothing where the text is no id of a cross-Region inference profile. */
export function inferenceGeographyOf(text: string): string | undefined {
  return profileId.exec(text)?.[1];
}
