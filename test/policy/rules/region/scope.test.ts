import { requireResidency } from "../../../../policy/rules/region/require-residency";
import { toPolicy } from "../../../../policy/sdk-policy";
import { judgeResource, type Settings, unknown, unknownOf } from "../../../../policy/testing";

const policy = toPolicy(requireResidency);
const environment = { allowedRegions: ["eu-central-1", "eu-west-1", "us-east-2"] };
const tenants = { acme: ["eu-central-1"], globex: ["us-east-2", "ca-central-1"] };

async function judge(
  props: Record<string, unknown>,
  config: object,
  stackTags: Settings["stackTags"] = {},
  type = "aws:sqs/queue:Queue",
) {
  const { reported, undecided } = await judgeResource(
    policy,
    { type, props },
    { config: { ...environment, ...config }, stackTags },
  );
  return { messages: reported.map(({ message }) => message), undecided };
}

const accepted = { messages: [], undecided: undefined };
const refused = (region: string, allowed: string) => ({
  messages: [`region: is ${region}; fix: use one of ${allowed}`],
  undecided: undefined,
});
const unlisted = (where: string) => ({
  messages: [`${where}: names a tenant that the config has no Regions for; fix: add it to tenants`],
  undecided: undefined,
});

describe("tenants", () => {
  test.each<[string, Record<string, unknown>]>([
    ["a tag", { tags: { tenant: "acme" } }],
    ["a tag of the provider", { tagsAll: { tenant: "acme" } }],
    [
      "a list of tags, as of groups of instances",
      { tags: [{ key: "tenant", value: "acme", propagateAtLaunch: true }] },
    ],
  ])("a resource belongs to one by %s", async (_title, props) => {
    expect(await judge({ ...props, region: "eu-central-1" }, { tenants })).toEqual(accepted);
    expect(await judge({ ...props, region: "eu-west-1" }, { tenants })).toEqual(refused("eu-west-1", "eu-central-1"));
  });

  test("a stack belongs to one by its tag or by the config", async () => {
    expect(await judge({ region: "eu-west-1" }, { tenants }, { tenant: "acme" })).toEqual(
      refused("eu-west-1", "eu-central-1"),
    );
    expect(await judge({ region: "eu-west-1" }, { tenants, tenant: "acme" })).toEqual(
      refused("eu-west-1", "eu-central-1"),
    );
    expect(await judge({ region: "eu-west-1" }, { tenants })).toEqual(accepted);
  });

  test("what a resource names is judged by its tenant, too", async () => {
    const replicas = [{ regionName: "us-east-2" }];
    const props = { region: "eu-central-1", tags: { tenant: "acme" }, replicas };
    expect(await judge(props, { tenants }, {}, "aws:dynamodb/table:Table")).toEqual({
      messages: ["replicas[0].regionName: names us-east-2; fix: use one of eu-central-1"],
      undecided: undefined,
    });
  });

  test("a tenant's Regions do not widen what the environment allows", async () => {
    expect(await judge({ region: "ca-central-1", tags: { tenant: "globex" } }, { tenants })).toEqual(
      refused("ca-central-1", "us-east-2"),
    );
  });

  test("a resource of one tenant in a stack of another has no Region left", async () => {
    expect(await judge({ region: "us-east-2", tags: { tenant: "globex" } }, { tenants }, { tenant: "acme" })).toEqual({
      messages: ["region: is us-east-2; fix: let allowedRegions, tenants and dataClasses have a Region in common"],
      undecided: undefined,
    });
  });

  test("one that is not listed is refused, and its name not repeated", async () => {
    expect(await judge({ region: "eu-west-1", tags: { tenant: "hunter2" } }, { tenants })).toEqual(
      unlisted("tags.tenant"),
    );
    expect(await judge({ region: "eu-west-1", tags: { tenant: ["acme"] } }, { tenants })).toEqual(
      unlisted("tags.tenant"),
    );
    expect(await judge({ region: "eu-west-1" }, { tenants, tenant: "nobody" })).toEqual(unlisted("(resource)"));
    expect(await judge({ region: "eu-west-1", tags: { tenant: "__proto__" } }, { tenants })).toEqual(
      unlisted("tags.tenant"),
    );
  });

  test.each<[string, unknown, string]>([
    ["tag", { tenant: unknown }, "tags.tenant"],
    ["tags", unknownOf.object, "tags"],
  ])("a computed %s is undecided", async (_title, tags, path) => {
    expect(await judge({ region: "eu-west-1", tags }, { tenants })).toEqual({ messages: [], undecided: path });
  });

  test("computed tags of the provider do not matter where the resource names its tenant", async () => {
    const props = { region: "eu-central-1", tags: { tenant: "acme" }, tagsAll: unknownOf.object };
    expect(await judge(props, { tenants })).toEqual(accepted);
  });

  test("another tag can name them", async () => {
    const config = { tenants, tenantTag: "customer:name" };
    expect(await judge({ region: "eu-west-1", tags: { "customer:name": "acme" } }, config)).toEqual(
      refused("eu-west-1", "eu-central-1"),
    );
    expect(await judge({ region: "eu-west-1", tags: { tenant: "acme" } }, config)).toEqual(accepted);
  });

  test("without the map a tag means nothing", async () => {
    expect(await judge({ region: "eu-west-1", tags: { tenant: unknown } }, {})).toEqual(accepted);
  });
});

describe("classes of data", () => {
  const restricted = { tags: { "data-class": "restricted" } };

  test("have Regions of their own where they are listed", async () => {
    const config = { dataClasses: { restricted: ["eu-west-1"] } };
    expect(await judge({ ...restricted, region: "eu-central-1" }, config)).toEqual(
      refused("eu-central-1", "eu-west-1"),
    );
    expect(await judge({ region: "eu-central-1", tags: { "data-class": "public" } }, config)).toEqual(accepted);
    expect(await judge({ region: "eu-central-1" }, config, { "data-class": "restricted" })).toEqual(
      refused("eu-central-1", "eu-west-1"),
    );
    expect(await judge({ region: "eu-central-1", tags: { "data-class": unknown } }, config)).toEqual({
      messages: [],
      undecided: "tags.data-class",
    });
  });

  test("that are strict have no logs, topics or functions in us-east-1, and certificates and firewalls all the same", async () => {
    const config = { strictDataClasses: ["restricted"] };
    const there = { ...restricted, region: "us-east-1" };
    for (const type of ["aws:cloudwatch/logGroup:LogGroup", "aws:sns/topic:Topic", "aws:lambda/function:Function"]) {
      expect(await judge(there, config, {}, type)).toEqual({
        messages: [
          "region: is us-east-1, and data of this class may not be there; fix: use one of eu-central-1, eu-west-1, us-east-2",
        ],
        undecided: undefined,
      });
      expect(await judge({ region: "us-east-1" }, config, {}, type)).toEqual(accepted);
    }
    expect(await judge(there, config, {}, "aws:acm/certificate:Certificate")).toEqual(accepted);
    expect(await judge({ ...there, scope: "CLOUDFRONT" }, config, {}, "aws:wafv2/webAcl:WebAcl")).toEqual(accepted);
  });
});
