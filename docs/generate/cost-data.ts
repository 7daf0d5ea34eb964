// The prices and the quantities that the tables of costs are made of, checked against their schemas.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { root } from "./recipes";

export interface PriceRow {
  service: string;
  region: string;
  usageType: string;
  unit: "hour" | "month" | "GB" | "GB-month" | "request";
  price: number;
  asOf: string | null;
  source: string;
  confidence: "A" | "B" | "C";
}

/** What a price is looked up by. */
export interface Priced {
  what: string;
  service: string;
  usageType: string;
  /** Where it always is, whatever the Region of the rest. */
  region?: string;
}

export interface IdleItem extends Priced {
  /** How many run all the time. */
  count: number;
  /** Why no price is known. */
  unpriced?: string;
}

export interface CostData {
  parts: Record<string, { title: string; items: IdleItem[] }>;
  compositions: { title: string; recipe: string; parts: Record<string, number> }[];
  byUse: Priced[];
}

const PRICES = "preview/cost/prices.json";
const PRICES_SCHEMA = "preview/cost/prices.schema.json";
const COST_SCHEMA = "docs/generate/idle-cost.schema.json";

export function costFileOf(component: string): string {
  return `components/${component}/idle-cost.json`;
}

/** Throws what its schema says against it. */
export function readPrices(): PriceRow[] {
  return readChecked<{ rows: PriceRow[] }>(PRICES, PRICES_SCHEMA).rows;
}

/** Nothing for a component without such data. */
export function readCostData(component: string): CostData | undefined {
  const file = costFileOf(component);
  return existsSync(path.join(root, file)) ? readChecked<CostData>(file, COST_SCHEMA) : undefined;
}

/** What the schemas cannot say: the data names prices and parts that are there. */
export function checkCostData(file: string, data: CostData, rows: readonly PriceRow[]): string[] {
  const items = Object.values(data.parts).flatMap((part) => part.items);
  const problems = [
    ...items.flatMap((item) => checkIdleItem(item, pricesOf(rows, item))),
    ...data.byUse.flatMap((used) => (pricesOf(rows, used).length > 0 ? [] : [withoutPrice(used)])),
    ...data.compositions.flatMap(({ recipe, parts }) =>
      Object.keys(parts)
        .filter((part) => data.parts[part] === undefined)
        .map((part) => `${recipe} names the part "${part}", which is not there`),
    ),
  ];
  return problems.map((problem) => `${file}: ${problem}`);
}

function checkIdleItem(item: IdleItem, prices: readonly PriceRow[]): string[] {
  const { what, service, usageType, unpriced } = item;
  if (unpriced !== undefined) {
    return prices.length > 0 ? [`"${what}" has a price, and a reason why it has none`] : [];
  }
  const [price] = prices;
  if (price === undefined) return [withoutPrice(item)];
  const { unit } = price;
  return unit === "hour" || unit === "month"
    ? []
    : [`${service} ${usageType} is priced by the ${unit}: it costs nothing when idle`];
}

function withoutPrice({ service, usageType }: Priced): string {
  return `${PRICES} has no price of ${service} ${usageType}`;
}

/** In every Region, or where it always is. */
function pricesOf(rows: readonly PriceRow[], { service, usageType, region }: Priced): PriceRow[] {
  return rows.filter(
    (row) => row.service === service && row.usageType === usageType && (region === undefined || row.region === region),
  );
}

/** Its price in a Region, or where it always is. */
export function findPrice(rows: readonly PriceRow[], priced: Priced, region: string): PriceRow | undefined {
  return pricesOf(rows, { ...priced, region: priced.region ?? region })[0];
}

function readChecked<T>(file: string, schemaFile: string): T {
  const data: T = readJson(file);
  const ajv = new Ajv({ allErrors: true });
  if (!ajv.validate(readJson<object>(schemaFile), data)) {
    throw new Error(`${file} is not as ${schemaFile} says: ${ajv.errorsText(undefined, { dataVar: "" })}`);
  }
  return data;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), "utf8"));
}
