// Whatever stands at any place of a tier, a tenant or of what they share is told there, or taken.

import * as pulumi from "@pulumi/pulumi";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import { type Place, pathOf, placesOf, replace } from "../../places";
import { untyped } from "../../untyped";
import { fullArguments } from "../full-arguments";
import { certificateArn } from "../variants";
import { origin } from "./refusals";

function everything(): object {
  const { behavior, routes, firewall, geoRestriction, responseHeaders, errorPages, logging, tags } = fullArguments();
  return {
    tiers: {
      gold: { origin, behavior, routes, firewall, geoRestriction, responseHeaders, errorPages, httpVersion: "http2" },
    },
    tenants: {
      acme: {
        tier: "gold",
        domains: ["acme.example"],
        parameters: { store: "acme" },
        certificate: "existing",
        existingCertificateArn: certificateArn,
        hostedZoneId: "Z1",
        geoRestriction: { blockedCountries: ["KP"] },
        connectionGroup: "eu",
        enabled: true,
      },
    },
    parameters: { store: { defaultValue: "common", comment: "the tenant's shelf" } },
    connectionGroups: { eu: { ipv6: false, anycastIpListId: "ail_1" } },
    domain: { name: "stores.example", alternativeNames: ["*.stores.example"], hostedZoneId: "Z1" },
    minimumProtocolVersion: "TLSv1.3_2025",
    logging: { accessLogs: logging?.accessLogs, retentionDays: 90 },
    encryption: "SSE-S3",
    deletionProtection: true,
    tags,
  };
}

const problemsWith = (place: Place, other: unknown) =>
  checkTenantedFrontDoor("stores", untyped(replace(everything(), place, other)));

/** Inside of a statement AWS WAF's own language begins, and the provider judges. */
const PLACES = placesOf(everything()).filter((place) => !place.includes("statement") || place.at(-1) === "statement");

test("nothing is wrong with the arguments that are replaced here", () => {
  expect(problemsWith([], everything())).toEqual([]);
  expect(PLACES.length).toBeGreaterThan(100);
});

test.each(PLACES.map((place) => [pathOf(place), place] as const))("null for %s is one problem", (path, place) => {
  expect(problemsWith(place, null).map((problem) => problem.path)).toEqual([path]);
});

test("something else at any place crashes nothing", () => {
  const circular: { self?: object } = {};
  circular.self = circular;
  const others = [undefined, 0, "", "text", true, [], {}, [null], [{}], { a: null }, () => 1, circular];
  for (const other of [...others, pulumi.output({ a: 1 }), Promise.resolve("text")]) {
    for (const place of PLACES) {
      expect(problemsWith(place, other)).toBeInstanceOf(Array);
    }
  }
});
