import { allowThroughEndpoint, type PolicyStatement, policyDocument } from "../../../components/aws/iam-documents";
import { evaluatePolicy } from "./iam";
import { NotModelled } from "./inputs";

const api = "arn:aws:execute-api:eu-central-1:123456789012:a1";
const invoke = { Principal: "*", Action: "execute-api:Invoke" } as const;

function decide(statements: PolicyStatement[], vpcEndpointId?: string, resourceArn = `${api}/live/GET/orders`) {
  const context: Record<string, string> = vpcEndpointId === undefined ? {} : { "aws:sourcevpce": vpcEndpointId };
  return evaluatePolicy(policyDocument(statements), {
    action: "execute-api:Invoke",
    resourceArn,
    ownArn: api,
    context,
  });
}

describe("the policy of a private API", () => {
  const policy = allowThroughEndpoint("vpce-1");

  test("lets in what comes through the endpoint", () => {
    expect(decide(policy, "vpce-1")).toEqual({ allowed: true });
  });

  test.each([["vpce-2"], ["VPCE-1"], ["vpce-11"], [undefined]])(
    "explicitly denies what comes through %s",
    (endpoint) => {
      expect(decide(policy, endpoint)).toEqual({ allowed: false, why: "explicit deny: DenyEverythingElse" });
    },
  );

  test("denies it though another statement allows everybody", () => {
    const everybody = { Effect: "Allow", ...invoke, Resource: "*" } as const;
    expect(decide([everybody, ...policy], "vpce-2")).toEqual({
      allowed: false,
      why: "explicit deny: DenyEverythingElse",
    });
    expect(decide([everybody], "vpce-2")).toEqual({ allowed: true });
  });

  test("allows nothing by saying nothing", () => {
    expect(decide(policy.slice(1), "vpce-1")).toEqual({ allowed: false, why: "no statement allows it" });
    expect(decide(policy.slice(0, 1), "vpce-2")).toEqual({ allowed: false, why: "no statement allows it" });
  });
});

test.each([
  [`${api}/*`, true],
  [`${api}/live/GET/*`, true],
  [`${api}/live/*/orders`, true],
  ["execute-api:/live/*", true],
  ["execute-api:/test/*", false],
  [`${api}/live/POST/*`, false],
  ["arn:aws:execute-api:eu-central-1:123456789012:a/*", false],
  [`${api}/live/GET/order?`, true],
  [api, false],
])("the resource %s covers GET /orders of the stage live: %s", (Resource, isCovered) => {
  expect(decide([{ Effect: "Allow", ...invoke, Resource: [Resource] }])).toMatchObject({ allowed: isCovered });
});

test("what is not known here throws", () => {
  const resource = { Effect: "Allow", ...invoke, Resource: "*" } as const;
  expect(() => decide([{ ...resource, Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }])).toThrow(
    NotModelled,
  );
  expect(() => decide([{ ...resource, Principal: { AWS: "123456789012" } }])).toThrow(NotModelled);
});
