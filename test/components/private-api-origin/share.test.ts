// A VPC origin that other accounts' front doors use.

import { build } from "./build";
import { argsWith, tags } from "./variants";

const ACCOUNT = "210987654321";
const UNIT = "arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56";
const region = "us-east-1";
const resourceShareArn = "arn:aws:ram:us-east-1:123456789012:resource-share/orders-share";

test("is shared from the Region of what is global, with each of the principals and nobody outside of the organization", async () => {
  const { inputsOf, namesOf } = await build(argsWith({ shareWith: [ACCOUNT, UNIT] }));
  expect(inputsOf("orders-share")).toEqual({ region, allowExternalPrincipals: false, tags });
  expect(inputsOf("orders-share-vpc-origin")).toEqual({
    region,
    resourceShareArn,
    resourceArn: "arn:aws:cloudfront::123456789012:vpcorigin/vo_orders-vpc-origin",
  });
  const [account, unit] = [`orders-share-${ACCOUNT}`, "orders-share-ou-ab12-cd34ef56"] as const;
  expect(namesOf("ram/principalAssociation:PrincipalAssociation").sort()).toEqual([account, unit]);
  expect(inputsOf(account)).toEqual({ region, resourceShareArn, principal: ACCOUNT });
  expect(inputsOf(unit)).toEqual({ region, resourceShareArn, principal: UNIT });
});

test.each([undefined, []])("is shared with nobody unless somebody is named: %j", async (shareWith) => {
  const { resources } = await build(argsWith({ shareWith }));
  expect(resources.filter(({ type }) => type.startsWith("aws:ram/"))).toEqual([]);
});
