import { readdirSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import {
  type CostData,
  checkCostData,
  costFileOf,
  type PriceRow,
  readCostData,
  readPrices,
} from "../../docs/generate/cost-data";
import costSchema from "../../docs/generate/idle-cost.schema.json";
import pricesSchema from "../../preview/cost/prices.schema.json";

const prices = readPrices();

const price: PriceRow = {
  service: "AmazonVPC",
  region: "us-east-1",
  usageType: "VpcEndpoint-Hours",
  unit: "hour",
  price: 0.01,
  asOf: "2026-09-17",
  source: "AWS price list",
  confidence: "A",
};

function checkPrice(change: Record<string, unknown>): boolean {
  return new Ajv().validate(pricesSchema, { currency: "USD", rows: [{ ...price, ...change }] });
}

describe("prices", () => {
  test("are one a service, usage type and Region", () => {
    const keys = prices.map(({ service, region, usageType }) => `${service} ${region} ${usageType}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test("have one unit for a usage type", () => {
    const units = new Set(prices.map(({ service, usageType, unit }) => `${service} ${usageType}: ${unit}`));
    expect(units.size).toBe(new Set(prices.map(({ service, usageType }) => `${service} ${usageType}`)).size);
  });

  test.each([
    ["no source", { source: undefined }],
    ["an empty source", { source: "" }],
    ["nothing for a date", { asOf: undefined }],
    ["a year for a date", { asOf: "2026" }],
    ["a price of nothing", { price: 0 }],
    ["a price that is text", { price: "0.01" }],
    ["another letter", { confidence: "D" }],
    ["the prefix of a Region", { usageType: "EU-VpcEndpoint-Hours" }],
    ["a zone", { region: "us-east-1a" }],
    ["another unit", { unit: "day" }],
    ["something else", { discount: 0.1 }],
  ])("with %s are refused", (_, change) => {
    expect(checkPrice({})).toBe(true);
    expect(checkPrice(change)).toBe(false);
  });
});

const data: CostData = {
  parts: {
    endpoint: {
      title: "The endpoint",
      items: [{ what: "endpoint", service: "AmazonVPC", usageType: "VpcEndpoint-Hours", count: 2 }],
    },
  },
  compositions: [{ title: "All of it", recipe: "all", parts: { endpoint: 1 } }],
  byUse: [{ what: "what passes", service: "AmazonVPC", usageType: "VpcEndpoint-Bytes" }],
};
const rows: PriceRow[] = [price, { ...price, usageType: "VpcEndpoint-Bytes", unit: "GB" }];

describe("what a component costs", () => {
  test.each(components())("%s names prices and parts that are there", (component) => {
    const read = readCostData(component);
    expect(read && checkCostData(costFileOf(component), read, prices)).toEqual([]);
  });

  test("may not name a price that is not there", () => {
    expect(checkCostData("idle-cost.json", data, [])).toEqual([
      "idle-cost.json: preview/cost/prices.json has no price of AmazonVPC VpcEndpoint-Hours",
      "idle-cost.json: preview/cost/prices.json has no price of AmazonVPC VpcEndpoint-Bytes",
    ]);
    expect(checkCostData("idle-cost.json", data, rows)).toEqual([]);
  });

  test("may not name one of another Region for what is always in one", () => {
    const used = { what: "what passes", service: "AmazonVPC", usageType: "VpcEndpoint-Bytes" };
    const inRegion = (region: string): CostData => ({ ...data, byUse: [{ ...used, region }] });
    expect(checkCostData("idle-cost.json", inRegion("us-east-1"), rows)).toEqual([]);
    expect(checkCostData("idle-cost.json", inRegion("eu-west-1"), rows)).toEqual([
      "idle-cost.json: preview/cost/prices.json has no price of AmazonVPC VpcEndpoint-Bytes",
    ]);
  });

  test("may leave a price open with a reason, and not where there is one", () => {
    const open = { what: "check", service: "AmazonRoute53", usageType: "check", count: 1, unpriced: "not found" };
    const withItem = (item: CostData["parts"][string]["items"][number]): CostData => ({
      ...data,
      parts: { endpoint: { title: "The endpoint", items: [item] } },
    });
    expect(checkCostData("idle-cost.json", withItem(open), rows)).toEqual([]);
    const known = { ...open, service: "AmazonVPC", usageType: "VpcEndpoint-Hours" };
    expect(checkCostData("idle-cost.json", withItem(known), rows)).toEqual([
      'idle-cost.json: "check" has a price, and a reason why it has none',
    ]);
  });

  test("counts nothing as idle that is paid by use", () => {
    expect(checkCostData("idle-cost.json", data, [{ ...price, unit: "GB" }, rows[1] ?? price])).toEqual([
      "idle-cost.json: AmazonVPC VpcEndpoint-Hours is priced by the GB: it costs nothing when idle",
    ]);
  });

  test("is made of parts that are there", () => {
    const composition = { title: "More", recipe: "more", parts: { endpoint: 1, door: 2 } };
    expect(checkCostData("idle-cost.json", { ...data, compositions: [composition] }, rows)).toEqual([
      'idle-cost.json: more names the part "door", which is not there',
    ]);
  });

  test.each([
    ["no parts", { parts: {} }],
    ["a part without items", { parts: { endpoint: { title: "The endpoint", items: [] } } }],
    ["a price of its own", { byUse: [{ what: "a", service: "b", usageType: "c", price: 1 }] }],
    ["no recipe", { compositions: [{ title: "All of it", parts: { endpoint: 1 } }] }],
    ["half a part", { compositions: [{ title: "All of it", recipe: "all", parts: { endpoint: 0.5 } }] }],
  ])("with %s is refused", (_, change) => {
    const validate = (value: unknown): boolean => new Ajv().validate(costSchema, value);
    expect(validate(data)).toBe(true);
    expect(validate({ ...data, ...change })).toBe(false);
  });
});

/** Those that say what they cost. */
function components(): string[] {
  const folder = path.resolve(__dirname, "../../components");
  return readdirSync(folder).filter((component) => readCostData(component) !== undefined);
}
