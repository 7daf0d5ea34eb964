// AWS knowledge of the offline preview: pure functions over checked-in tables, no network and no SDK.

export { answeredTokens, answerInvoke, type InvokeRequest } from "./invokes";
export { type AwsPlace, dnsSuffixOf, partitionOf } from "./place";
export { PolicyDocumentError } from "./policy-document-parts";
export { type StandIn, type StandInRequest, standIn } from "./stand-in";
export { takesRegion } from "./type-table";
