import type { CostData, PriceRow } from "../../docs/generate/cost-data";
import { COST_TABLES } from "../../docs/generate/cost-tables";

function price(region: string, service: string, usageType: string, unit: PriceRow["unit"], amount: number): PriceRow {
  return { service, region, usageType, unit, price: amount, asOf: null, source: "a test", confidence: "B" };
}

const rows: PriceRow[] = [
  price("us-east-1", "AmazonVPC", "hours", "hour", 0.01),
  { ...price("eu-west-1", "AmazonVPC", "hours", "hour", 0.011), confidence: "A" },
  price("us-east-1", "awswaf", "acl", "month", 5),
  price("us-east-1", "AmazonVPC", "bytes", "GB", 0.01),
  price("us-east-1", "awswaf", "requests", "request", 0.0000006),
  price("eu-west-1", "AmazonVPC", "reads", "request", 0.0000001415),
];

const data: CostData = {
  parts: {
    endpoint: { title: "Endpoint", items: [{ what: "hours", service: "AmazonVPC", usageType: "hours", count: 2 }] },
    door: {
      title: "Door",
      items: [
        { what: "firewall", service: "awswaf", usageType: "acl", region: "us-east-1", count: 1 },
        { what: "check", service: "AmazonRoute53", usageType: "check", count: 1, unpriced: "not found" },
      ],
    },
  },
  compositions: [{ title: "All of it", recipe: "all", parts: { endpoint: 3, door: 1 } }],
  byUse: [
    { what: "what passes", service: "AmazonVPC", usageType: "bytes" },
    { what: "requests", service: "awswaf", usageType: "requests", region: "us-east-1" },
    { what: "reads", service: "AmazonVPC", usageType: "reads" },
  ],
};

test("a month has 730 hours; what no Region has a price for makes sums lower bounds, what one lacks leaves them out", () => {
  expect(
    COST_TABLES.idle?.(data, rows),
  ).toBe(`| when nobody calls, a month | how many | us-east-1 | eu-west-1 | eu-central-1 |
| --- | --- | --- | --- | --- |
| **Endpoint** |  |  |  |  |
| hours | 2 | $14.60 B | $16.06 A | not looked up |
| **Door** |  |  |  |  |
| firewall | 1 | $5.00 B | $5.00 B | $5.00 B |
| check (not found) | 1 | ? | ? | ? |
| together |  | $5.00 and more | $5.00 and more | $5.00 and more |
| **All of it** |  | **$48.80 and more** | **$53.18 and more** | **not all looked up** |`);
});

test("what is paid by use has its exact price, of a million where it is counted", () => {
  expect(COST_TABLES.use?.(data, rows)).toBe(`| by use | for | us-east-1 | eu-west-1 | eu-central-1 |
| --- | --- | --- | --- | --- |
| what passes | a gigabyte | $0.01 B | not looked up | not looked up |
| requests | a million | $0.60 B | $0.60 B | $0.60 B |
| reads | a million | not looked up | $0.1415 B | not looked up |`);
});
