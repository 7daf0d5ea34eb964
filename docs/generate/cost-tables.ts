import { type CostData, findPrice, type IdleItem, type PriceRow } from "./cost-data";

/** Columns, left to right. */
const REGIONS = ["us-east-1", "eu-west-1", "eu-central-1"];

/** As the calculators of AWS and Infracost count. */
const HOURS_OF_A_MONTH = 730;

const NOT_LOOKED_UP = "not looked up";
/** For what the row itself gives the reason. */
const UNKNOWN = "?";

/** The tables that a page may show, by name. */
export const COST_TABLES: Readonly<Record<string, (data: CostData, rows: readonly PriceRow[]) => string>> = {
  idle: renderIdle,
  use: renderUse,
};

/** What a month costs when nobody calls: each part with its sum, then the sums of whole recipes. */
function renderIdle({ parts, compositions }: CostData, rows: readonly PriceRow[]): string {
  const lines = Object.values(parts).flatMap(({ title, items }) => [
    row(`**${title}**`, "", ...REGIONS.map(() => "")),
    ...items.map((item) =>
      row(describe(item), String(item.count), ...REGIONS.map((region) => monthCell(item, rows, region))),
    ),
    ...(items.length > 1 ? [row("together", "", ...sums(items, rows))] : []),
  ]);
  const whole = compositions.map(({ title, parts: used }) => {
    const items = Object.entries(used).flatMap(([part, times]) =>
      (parts[part]?.items ?? []).map((item) => ({ ...item, count: item.count * times })),
    );
    return row(`**${title}**`, "", ...sums(items, rows).map((sum) => `**${sum}**`));
  });
  return [...head("when nobody calls, a month", "how many"), ...lines, ...whole].join("\n");
}

function describe({ what, unpriced }: IdleItem): string {
  return unpriced === undefined ? what : `${what} (${unpriced})`;
}

function monthCell(item: IdleItem, rows: readonly PriceRow[], region: string): string {
  if (item.unpriced !== undefined) return UNKNOWN;
  const price = findPrice(rows, item, region);
  return price === undefined ? NOT_LOOKED_UP : `${dollars(ofMonth(item, price))} ${price.confidence}`;
}

function ofMonth({ count }: IdleItem, { price, unit }: PriceRow): number {
  return count * price * (unit === "hour" ? HOURS_OF_A_MONTH : 1);
}

/** In each Region. What is not known anywhere makes it a lower bound; what is not known of this Region alone would make it a wrong one. */
function sums(items: readonly IdleItem[], rows: readonly PriceRow[]): string[] {
  const priced = items.filter(({ unpriced }) => unpriced === undefined);
  return REGIONS.map((region) => {
    const costs = priced.flatMap((item) => {
      const price = findPrice(rows, item, region);
      return price === undefined ? [] : [ofMonth(item, price)];
    });
    if (costs.length < priced.length) return "not all looked up";
    const sum = dollars(costs.reduce((total, cost) => total + cost, 0));
    return priced.length < items.length ? `${sum} and more` : sum;
  });
}

/** What is paid for by the request or the gigabyte. */
function renderUse({ byUse }: CostData, rows: readonly PriceRow[]): string {
  const lines = byUse.map((used) => {
    const prices = REGIONS.map((region) => findPrice(rows, used, region));
    const unit = prices.find((price) => price !== undefined)?.unit;
    return row(used.what, unit === undefined ? UNKNOWN : UNITS[unit].name, ...prices.map(useCell));
  });
  return [...head("by use", "for"), ...lines].join("\n");
}

/** Prices are small for what is counted in millions. */
const UNITS: Readonly<Record<PriceRow["unit"], { name: string; times: number }>> = {
  hour: { name: "an hour", times: 1 },
  month: { name: "a month", times: 1 },
  GB: { name: "a gigabyte", times: 1 },
  "GB-month": { name: "a gigabyte and month", times: 1 },
  request: { name: "a million", times: 1_000_000 },
};

function useCell(price: PriceRow | undefined): string {
  return price === undefined ? NOT_LOOKED_UP : `${exact(price.price * UNITS[price.unit].times)} ${price.confidence}`;
}

function head(what: string, of: string): string[] {
  return [row(what, of, ...REGIONS), row("---", "---", ...REGIONS.map(() => "---"))];
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

/** With as many digits as it has, two at least. */
function exact(amount: number): string {
  const [whole, fraction = ""] = String(Number(amount.toPrecision(6))).split(".");
  return `$${whole}.${fraction.padEnd(2, "0")}`;
}
