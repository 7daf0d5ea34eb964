// Every quota at its boundary, and raised; and what AWS raises for nobody.

import {
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  httpOrigin,
  keyGroup,
  type Origin,
  originGroup,
  type Problem,
  QUOTAS,
  type Quotas,
  type RouteArgs,
  s3Origin,
  type TenantedFrontDoorArgs,
} from "../../../../components";
import { resolveQuotas } from "../../../../components/edge-front-door/compatibility/quotas";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { certificateArn } from "../variants";

type Check = (count: number, quotas: Partial<Quotas>) => Problem[];

function frontDoor(argsFor: (count: number) => Partial<EdgeFrontDoorArgs>): Check {
  return (count, quotas) => {
    const args = argsFor(count);
    return checkEdgeFrontDoor("site", { origin: s3Origin(), ...args, quotas: { ...args.quotas, ...quotas } });
  };
}

function tenants(argsFor: (count: number) => Partial<TenantedFrontDoorArgs>): Check {
  const tiers = { gold: { origin: s3Origin() } };
  return (count, quotas) => checkTenantedFrontDoor("stores", { tiers, ...argsFor(count), quotas });
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const table = <T>(count: number, value: T): Record<string, T> =>
  Object.fromEntries(times(count, (index) => [`n${index}`, value]));

const server = (index: number): Origin => httpOrigin({ domainName: `n${index}.example.com` });
const routeTo = (origin: Origin, index: number): RouteArgs => ({ name: `r${index}`, pathPattern: `/${index}`, origin });
const manyRoutes = { behaviors: 1_000 };
const pem = "-----BEGIN PUBLIC KEY-----";

/** A front door or tenants that take exactly so many of it, and the argument that says so. */
const USES: Readonly<Record<keyof Quotas, { path: string; check: Check }>> = {
  aliases: {
    path: "domain.alternativeNames",
    check: frontDoor((count) => ({
      domain: {
        name: "example.com",
        alternativeNames: times(count - 1, (index) => `n${index}.example.com`),
        existingCertificateArn: certificateArn,
      },
    })),
  },
  certificateNames: {
    path: "domain.alternativeNames",
    check: frontDoor((count) => ({
      domain: { name: "example.com", alternativeNames: times(count - 1, (index) => `n${index}.example.com`) },
    })),
  },
  behaviors: {
    path: "routes",
    check: frontDoor((count) => {
      const origin = server(0);
      return { routes: times(count, (index) => routeTo(origin, index)) };
    }),
  },
  origins: {
    path: "routes",
    check: frontDoor((count) => ({
      routes: times(count - 1, (index) => routeTo(server(index), index)),
      quotas: manyRoutes,
    })),
  },
  originGroups: {
    path: "routes",
    check: frontDoor((count) => {
      const [primary, secondary] = [server(0), server(1)];
      return { routes: times(count, (index) => routeTo(originGroup({ primary, secondary }), index)) };
    }),
  },
  originHeaders: {
    path: "origin.customHeaders",
    check: frontDoor((count) => ({ origin: s3Origin({ customHeaders: table(count, "x") }) })),
  },
  originReadTimeoutSeconds: {
    path: "origin.readTimeoutSeconds",
    check: frontDoor((count) => ({ origin: httpOrigin({ domainName: "example.com", readTimeoutSeconds: count }) })),
  },
  originKeepaliveTimeoutSeconds: {
    path: "origin.keepaliveTimeoutSeconds",
    check: frontDoor((count) => ({
      origin: httpOrigin({ domainName: "example.com", keepaliveTimeoutSeconds: count }),
    })),
  },
  functionBytes: {
    path: "behavior.functions.viewerRequest.code",
    check: frontDoor((count) => {
      // Two bytes a character, and one of one.
      const code = `${"ä".repeat(Math.floor(count / 2))}${"x".repeat(count % 2)}`;
      return { behavior: { functions: { viewerRequest: cloudFrontFunction({ name: "long", code }) } } };
    }),
  },
  keyGroups: {
    path: "behavior.trustedKeyGroups",
    check: frontDoor((count) => ({
      behavior: {
        trustedKeyGroups: times(count, (index) => keyGroup({ name: `g${index}`, publicKeys: { first: pem } })),
      },
    })),
  },
  publicKeys: {
    path: "behavior.trustedKeyGroups[0].publicKeys",
    check: frontDoor((count) => ({
      behavior: { trustedKeyGroups: [keyGroup({ name: "group", publicKeys: table(count, pem) })] },
    })),
  },
  tenantDomains: {
    path: "tenants.shop.domains",
    check: tenants((count) => ({
      tenants: { shop: { tier: "gold", domains: times(count, (index) => `n${index}.example.com`) } },
    })),
  },
  tenantParameters: {
    path: "parameters",
    check: tenants((count) => ({ parameters: table(count, { defaultValue: "x" }) })),
  },
  webAclCapacity: {
    path: "firewall",
    check: frontDoor((count) => ({
      firewall: { ruleGroups: [], ownRuleGroups: [{ name: "own", vendorName: "Vendor", capacity: count }] },
    })),
  },
};

describe.each(Object.entries(USES))("%s", (quota, { path, check }) => {
  const most = QUOTAS[quota as keyof Quotas];

  test("are taken up to the quota", () => {
    expect(check(most, {})).toEqual([]);
  });

  test("are refused beyond it, once", () => {
    expect(check(most + 1, {}).map((problem) => problem.path)).toEqual([path]);
  });

  test("are taken up to a quota that was raised, and no further", () => {
    expect(check(most + 1, { [quota]: most + 1 })).toEqual([]);
    expect(check(most + 2, { [quota]: most + 1 }).map((problem) => problem.path)).toEqual([path]);
  });
});

test("every quota is tried", () => {
  expect(Object.keys(USES).sort()).toEqual(Object.keys(QUOTAS).sort());
});

test("a quota that is given as undefined, such as a setting that a stack lacks, is not raised", () => {
  expect(resolveQuotas({ aliases: undefined, origins: 200 })).toEqual({ ...QUOTAS, origins: 200 });
  expect(resolveQuotas()).toEqual(QUOTAS);
});

describe("origins", () => {
  const paths = (args: Partial<EdgeFrontDoorArgs>): string[] =>
    checkEdgeFrontDoor("site", { origin: s3Origin(), ...args }).map((problem) => problem.path);

  test("are told by the way out, and count once however often they are used", () => {
    const origin = server(0);
    const routes = times(3, (index) => routeTo(origin, index));
    expect(paths({ origin, routes, quotas: { origins: 1 } })).toEqual([]);
    expect(checkEdgeFrontDoor("site", { origin: s3Origin(), routes, quotas: { origins: 1 } })).toEqual([
      {
        path: "routes",
        must: "use at most 1 origins, the default one and those of groups included",
        got: 2,
        use: "one origin object for several routes",
      },
    ]);
  });

  test("of a group count as well as those that are used beside it", () => {
    const [primary, secondary] = [server(0), server(1)];
    const origin = originGroup({ primary, secondary });
    expect(paths({ origin, routes: [routeTo(primary, 0)], quotas: { origins: 2 } })).toEqual([]);
    expect(paths({ origin, routes: [routeTo(server(2), 0)], quotas: { origins: 2 } })).toEqual(["routes"]);
  });

  test("of a staging distribution are counted by themselves", () => {
    const staged = { phase: "prepare" as const, weightPercent: 5 };
    const args = { routes: [routeTo(server(0), 0)], httpVersion: "http2" as const, quotas: { origins: 2 } };
    expect(paths({ ...args, continuousDeployment: { ...staged, origin: server(1) } })).toEqual([]);
    expect(
      paths({ ...args, continuousDeployment: { ...staged, routes: [1, 2].map((n) => routeTo(server(n), n)) } }),
    ).toEqual(["continuousDeployment.routes"]);
  });
});
