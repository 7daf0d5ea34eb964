// Pushes the requests of a real browser through the web ACL that a front door creates.

import type http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { REFERRER_POLICIES } from "../../../models/web-acl/browser-referers";
import type { WebRequest } from "../../../models/web-acl/web-request";
import { itWithChromium, selfSigned, visit } from "../../../models/web-acl/with-chromium";
import { hostedZoneId } from "../variants";
import { emitFirewall } from "./emitted-firewall";

const site = "https://www.example.com";
const SPELLINGS = ["/images/a.png", "/%69mages/b.png", "//images/c.png", "/x/../images/d.png", "/IMAGES%2Fe.png"];
const POLICIES = ["", ...REFERRER_POLICIES];

/** One image a policy, then one a spelling with the policy that browsers take by themselves. */
const IMAGES = [
  ...POLICIES.map((policy) => `<img src="${site}/images/policy-${policy}.png" referrerpolicy="${policy}">`),
  ...SPELLINGS.map((path) => `<img src="${site}${path}">`),
];

/** Answers pages with the images and keeps what was asked for everything else. */
class Recorder {
  readonly requests: WebRequest[] = [];

  readonly answer: http.RequestListener = ({ url = "", headers }, response) => {
    if (url === "/page") {
      response.setHeader("content-type", "text/html").end(`<!doctype html>${IMAGES.join("")}`);
    } else {
      if (headers.host === "www.example.com" && url.includes(".png")) {
        this.requests.push({ uri: url, headers: { Host: headers.host, ...refererIn(headers) } });
      }
      response.writeHead(404).end();
    }
  };
}

function refererIn({ referer }: http.IncomingHttpHeaders): Record<string, string> {
  return referer === undefined ? {} : { Referer: referer };
}

const OWN_PAGES = ["https://www.example.com", "https://example.com", "https://de.example.net", "https://partner.org"];
const OTHER_PAGES = ["https://evil.test", "https://example.com.evil.net", "https://a.b.example.net"];

itWithChromium(
  "Chromium shows images on the pages that may embed them and on no others",
  async () => {
    const { evaluate } = await emitFirewall(
      { hotlinkProtection: { pathPrefixes: ["/images/"], allowedSites: ["partner.org"] } },
      { domain: { name: "www.example.com", alternativeNames: ["*.example.net"], hostedZoneId } },
    );
    const recorder = new Recorder();
    const server = https.createServer(await selfSigned(), recorder.answer);
    try {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      // At their own ports, as viewers would: a port would be in the Referer.
      const rules = `MAP *:443 127.0.0.1:${(server.address() as AddressInfo).port}`;
      for (const origin of [...OWN_PAGES, ...OTHER_PAGES]) {
        recorder.requests.length = 0;
        await visit(`${origin}/page`, rules);
        expect([origin, recorder.requests.length]).toEqual([origin, IMAGES.length]);
        const blocked = recorder.requests.filter((request) => evaluate(request).action === "block");
        const told = recorder.requests.filter(({ headers }) => headers?.Referer !== undefined);
        expect(blocked).toEqual(OTHER_PAGES.includes(origin) ? told : []);
        // All but no-referrer, and same-origin where the page is of another origin.
        expect(told).toHaveLength(IMAGES.length - (origin === site ? 1 : 2));
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
  180_000,
);
