// A VPC origin for several front doors: what it makes, shares and says.

import * as pulumi from "@pulumi/pulumi";
import { ComponentInputError, SharedVpcOrigin, type SharedVpcOriginArgs } from "../../../components";
import { find, follows, known, recordStack, tree } from "../record-stack";
import { balanced } from "./endpoints";

const tags = { team: "orders" };
const account = "999988887777";
const unit = "arn:aws:organizations::123456789012:ou/o-abc/ou-abc-12345678";
const organization = "arn:aws:organizations::123456789012:organization/o-abc";
const share = "arn:aws:ram:us-east-1:123456789012:resource-share/orders-share";

async function build(args: Partial<SharedVpcOriginArgs> = {}) {
  const { resources, outputs } = await recordStack(
    () => new SharedVpcOrigin("orders", { endpoint: balanced, tags, ...args }),
  );
  return { resources, shared: outputs, inputsOf: (name: string) => find(resources, name).inputs };
}

const ALONE = [
  "aws:cloudfront/vpcOrigin:VpcOrigin | orders-vpc-origin | orders",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | orders-vpc-origin-ingress | orders",
  "causeway:index:SharedVpcOrigin | orders | ",
];

test("for this account alone it is the VPC origin and the way in", async () => {
  expect(tree((await build()).resources)).toEqual(ALONE);
  expect(tree((await build({ shareWith: [] })).resources)).toEqual(ALONE);
});

test("for others a share is added, with an association a principal that is named after it", async () => {
  const { resources } = await build({ shareWith: [account, unit, organization] });
  expect(tree(resources)).toEqual(
    [
      ...ALONE,
      "aws:ram/principalAssociation:PrincipalAssociation | orders-share-999988887777 | orders",
      "aws:ram/principalAssociation:PrincipalAssociation | orders-share-o-abc | orders",
      "aws:ram/principalAssociation:PrincipalAssociation | orders-share-ou-abc-12345678 | orders",
      "aws:ram/resourceAssociation:ResourceAssociation | orders-share-vpc-origin | orders",
      "aws:ram/resourceShare:ResourceShare | orders-share | orders",
    ].sort(),
  );
});

test("what is global is shared from us-east-1, inside of the organization unless outsiders are asked for", async () => {
  const { inputsOf } = await build({ shareWith: [account] });
  expect(inputsOf("orders-share")).toEqual({ region: "us-east-1", allowExternalPrincipals: false, tags });
  expect(inputsOf("orders-share-vpc-origin")).toEqual({
    region: "us-east-1",
    resourceShareArn: share,
    resourceArn: "arn:aws:cloudfront::123456789012:vpcorigin/vo_orders-vpc-origin",
  });
  expect(inputsOf("orders-share-999988887777")).toEqual({
    region: "us-east-1",
    resourceShareArn: share,
    principal: account,
  });
  const outside = await build({ shareWith: [account], allowExternalPrincipals: true });
  expect(outside.inputsOf("orders-share")).toMatchObject({ allowExternalPrincipals: true });
});

test("taking one principal away touches no other: their associations would be deleted after they were made anew", async () => {
  const before = await build({ shareWith: [account, unit] });
  const after = await build({ shareWith: [unit] });
  const of = ({ resources }: typeof before) =>
    resources
      .filter(({ type }) => type.includes("principalAssociation"))
      .map(({ name, inputs }) => [name, inputs.principal]);
  expect(of(before)).toEqual([
    ["orders-share-999988887777", account],
    ["orders-share-ou-abc-12345678", unit],
  ]);
  expect(of(after)).toEqual([["orders-share-ou-abc-12345678", unit]]);
});

test("says what distributions of this account and of others refer to, once the server can be reached", async () => {
  const { shared, resources } = await build();
  expect(await known(shared.vpcOriginId)).toBe("orders-vpc-origin-id");
  expect(await known(shared.ownerAccountId)).toBe("123456789012");
  const { resources: used } = await recordStack(() => {
    const origin = new SharedVpcOrigin("orders", { endpoint: balanced });
    return new SharedVpcOrigin("other", {
      endpoint: { ...balanced, internetGatewayId: origin.vpcOriginId.apply(() => "igw-1") },
    });
  });
  expect(follows(used, "other-vpc-origin", "orders-vpc-origin-ingress")).toBe(true);
  expect(find(resources, "orders-vpc-origin-ingress").inputs.tags).toEqual(tags);
});

test("a first preview shows the same children, and knows neither output", async () => {
  const args = { endpoint: balanced, shareWith: [account], tags };
  const preview = await recordStack(() => new SharedVpcOrigin("orders", args), { preview: true });
  expect(tree(preview.resources)).toEqual(tree((await build({ shareWith: [account] })).resources));
  expect(await known(preview.outputs.vpcOriginId)).toBeUndefined();
  expect(await known(preview.outputs.ownerAccountId)).toBeUndefined();
});

describe("refuses", () => {
  /** Everything that is wrong, and that nothing was registered. */
  async function problemsOf(args: object, name = "orders"): Promise<readonly string[]> {
    let error: unknown;
    const { resources } = await recordStack(() => {
      try {
        new SharedVpcOrigin(name, args as SharedVpcOriginArgs);
      } catch (thrown) {
        error = thrown;
      }
    });
    expect(resources).toEqual([]);
    expect(error).toBeInstanceOf(ComponentInputError);
    return String(error).split("\n");
  }

  test("everything at once, before anything is registered", async () => {
    const args = {
      endpoint: { ...balanced, internetGatewayId: undefined },
      shareWith: ["everybody", account, account],
      tags: { "aws:x": "y" },
    };
    expect(await problemsOf(args, "my orders")).toEqual([
      'ComponentInputError: SharedVpcOrigin "my orders": 5 invalid arguments',
      '  name: must be letters, digits, hyphens and underscores: the VPC origin\'s name begins with it; got "my orders"; use "orders"',
      "  endpoint.internetGatewayId: must be given",
      '  shareWith[0]: must be an account id or the ARN of an organization or unit; got "everybody"',
      '  shareWith[2]: must not be given twice; got "999988887777"',
      '  tags: must not use the prefix "aws:", which AWS reserves; got "aws:x"',
    ]);
  });

  const cases: [string, object, string][] = [
    ["no endpoint", {}, "endpoint: must be given"],
    [
      "an output for a principal",
      { endpoint: balanced, shareWith: [pulumi.output(account)] },
      "shareWith[0]: must be text, not an output: its value is needed before anything is created",
    ],
    ["a principal that is no list", { endpoint: balanced, shareWith: account }, "shareWith: must be a list, not text"],
    [
      "a load balancer for the endpoint",
      { endpoint: "arn:aws:elasticloadbalancing:…" },
      "endpoint: must be an object, not text; use { loadBalancer, securityGroupId, internetGatewayId }",
    ],
    [
      "a switch that is text",
      { endpoint: balanced, allowExternalPrincipals: "false" },
      "allowExternalPrincipals: must be true or false, not text",
    ],
    [
      "a user",
      { endpoint: balanced, shareWith: ["arn:aws:iam::999988887777:user/me"] },
      "shareWith[0]: must be an account id",
    ],
    [
      "outsiders without a share",
      { endpoint: balanced, allowExternalPrincipals: true },
      "allowExternalPrincipals and shareWith: must be given together",
    ],
  ];
  test.each(cases)("%s", async (_title, args, problem) => {
    const [, ...problems] = await problemsOf(args);
    expect(problems).toEqual([expect.stringContaining(`  ${problem}`)]);
  });

  test("no arguments at all", async () => {
    const nothing: { args?: object } = {};
    expect(await problemsOf(nothing.args as object)).toEqual([
      'ComponentInputError: SharedVpcOrigin "orders": 1 invalid argument',
      "  endpoint: must be given",
    ]);
  });
});
