// How viewers reach a front door: protocol, addresses, edge locations.

import * as pulumi from "@pulumi/pulumi";
import { type EdgeFrontDoorArgs, HttpVersion, PriceClass, s3Origin } from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { find } from "../../record-stack";
import { build } from "../build";
import { hostedZoneId, tags } from "../variants";

function pathsOf(args: Partial<EdgeFrontDoorArgs>): string[] {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), ...args }).map(({ path }) => path);
}

test.each([
  [undefined, "http2and3"],
  [HttpVersion.Http1, "http1.1"],
  [HttpVersion.Http2, "http2"],
  [HttpVersion.Http2And3, "http2and3"],
])("the HTTP version %s is %s", async (httpVersion, expected) => {
  expect((await build({ origin: s3Origin(), httpVersion })).inputsOf("site-distribution").httpVersion).toBe(expected);
});

test.each([
  [undefined, "PriceClass_All"],
  [PriceClass.Class200, "PriceClass_200"],
])("the price class %s is %s", async (priceClass, expected) => {
  expect((await build({ origin: s3Origin(), priceClass })).inputsOf("site-distribution").priceClass).toBe(expected);
});

test("without IPv6 there is no address for it and no record", async () => {
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    ipv6: false,
    domain: { name: "example.com", alternativeNames: ["www.example.com"], hostedZoneId },
  });
  expect(inputsOf("site-distribution").isIpv6Enabled).toBe(false);
  const records = resources.filter(({ type }) => type === "aws:route53/record:Record");
  expect(records.map(({ name, inputs }) => [name, inputs.type]).sort()).toEqual([
    ["site-a-example.com", "A"],
    ["site-a-www.example.com", "A"],
    ["site-validation-example.com", "CNAME"],
    ["site-validation-www.example.com", "CNAME"],
  ]);
});

describe("fixed addresses", () => {
  test("of a list that exists are its id", async () => {
    for (const existingIpListId of ["aip_1", pulumi.output("aip_1")]) {
      const { inputsOf, resources } = await build({
        origin: s3Origin(),
        ipv6: false,
        anycastIpList: { existingIpListId },
      });
      expect(inputsOf("site-distribution").anycastIpListId).toBe("aip_1");
      expect(resources.filter(({ type }) => type.includes("anycast"))).toEqual([]);
    }
  });

  test("of a list with both kinds go with IPv6", async () => {
    const { inputsOf } = await build({
      origin: s3Origin(),
      anycastIpList: { existingIpListId: "aip_1", isDualStack: true },
    });
    expect(inputsOf("site-distribution")).toMatchObject({ anycastIpListId: "aip_1", isIpv6Enabled: true });
  });

  test.each([3, 21])("of a new list are %d", async (createWithIpCount) => {
    const { inputsOf, resources } = await build({
      origin: s3Origin(),
      ipv6: false,
      anycastIpList: { createWithIpCount },
      tags,
    });
    expect(inputsOf("site-anycast-ip-list")).toEqual({ ipCount: createWithIpCount, tags });
    expect(inputsOf("site-distribution").anycastIpListId).toBe("site-anycast-ip-list-id");
    expect(find(resources, "site-distribution").dependencies).toContain("site-anycast-ip-list");
  });

  test.each<[string, Partial<EdgeFrontDoorArgs>, string[]]>([
    ["neither list", { anycastIpList: {} }, ["anycastIpList.existingIpListId and anycastIpList.createWithIpCount"]],
    [
      "both lists",
      { anycastIpList: { existingIpListId: "aip_1", createWithIpCount: 3 } },
      ["anycastIpList.existingIpListId and anycastIpList.createWithIpCount"],
    ],
    ["another number", { anycastIpList: { createWithIpCount: 4 } }, ["anycastIpList.createWithIpCount"]],
    [
      "IPv6 addresses of a new list, which has none",
      { anycastIpList: { createWithIpCount: 3, isDualStack: true } },
      ["anycastIpList.createWithIpCount and anycastIpList.isDualStack"],
    ],
    [
      "fewer edge locations",
      { anycastIpList: { createWithIpCount: 3 }, priceClass: PriceClass.Class100 },
      ["anycastIpList and priceClass"],
    ],
    [
      "IPv6 with a list that has no such addresses",
      { anycastIpList: { existingIpListId: "aip_1" }, ipv6: true },
      ["anycastIpList and ipv6"],
    ],
  ])("are refused with %s", (_title, args, paths) => {
    expect(pathsOf({ ipv6: false, ...args })).toEqual(paths);
  });
});
