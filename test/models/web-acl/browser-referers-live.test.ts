// Asks a real browser what `refererOf` says of it.

import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { REFERRER_POLICIES, refererOf } from "./browser-referers";
import { itWithChromium, selfSigned, visit } from "./with-chromium";

const IMAGE = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Pages at every path, which embed the images given, and images, which write down the Referer they are asked with. */
class Site {
  readonly referers = new Map<string, string | undefined>();
  #images: readonly { url: string; policy: string }[] = [];

  readonly answer: http.RequestListener = (request, response) => {
    const { host = "", referer } = request.headers;
    if (request.url?.startsWith("/image/")) {
      const scheme = "encrypted" in request.socket ? "https" : "http";
      this.referers.set(`${scheme}://${host}${request.url}`, referer);
      response.setHeader("content-type", "image/svg+xml").end(IMAGE);
    } else {
      const images = this.#images.map(({ url, policy }) => `<img src="${url}" referrerpolicy="${policy}">`);
      response.setHeader("content-type", "text/html").end(`<!doctype html>${images.join("")}`);
    }
  };

  embed(images: readonly { url: string; policy: string }[]): void {
    this.referers.clear();
    this.#images = images;
  }
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

itWithChromium(
  "Chromium sends the Referers of the specification, for every policy",
  async () => {
    const site = new Site();
    const servers = [https.createServer(await selfSigned(), site.answer), http.createServer(site.answer)] as const;
    try {
      const [secure, plain] = await Promise.all(servers.map(listen));
      const images = [
        `https://shop.example.com:${secure}`,
        `https://static.example.com:${secure}`,
        `https://example.net:${secure}`,
        `http://shop.example.com:${plain}`,
        `http://example.net:${plain}`,
      ].flatMap((origin) => [...REFERRER_POLICIES, ""].map((policy) => ({ url: `${origin}/image/${policy}`, policy })));
      for (const page of [
        `https://shop.example.com:${secure}/a/page.html?q=1#fragment`,
        `https://shop.example.com:${secure}/?${"x".repeat(4096)}`,
        `http://shop.example.com:${plain}/a/page.html`,
      ]) {
        site.embed(images);
        await visit(page);
        const expected = images.map(({ url, policy }): [string, string | undefined] => {
          return [
            url,
            refererOf(
              page,
              url,
              REFERRER_POLICIES.find((known) => known === policy),
            ),
          ];
        });
        expect(site.referers).toEqual(new Map(expected));
      }
    } finally {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    }
  },
  120_000,
);
