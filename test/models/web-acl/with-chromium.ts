// Tests that need a real browser: they run where Chromium and OpenSSL are, and are reported as skipped, loudly, where they are not.
// Debian: apt-get install chromium openssl

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const CHROMIUM = "/usr/bin/chromium";
const OPENSSL = "/usr/bin/openssl";

const browserAvailable = existsSync(CHROMIUM) && existsSync(OPENSSL);

if (!browserAvailable) {
  console.warn(`${CHROMIUM} or ${OPENSSL} is absent: the tests against a real browser are SKIPPED.`);
}

// Reported as skipped on purpose: an absent program must not look like a passed test.
export const itWithChromium: jest.It = browserAvailable ? it : it.skip;

const TIMEOUT_MILLISECONDS = 30_000;

/**
 * Loads the page with everything it embeds, then ends. Every certificate is accepted and every name is this machine: at the same port,
 * unless `resolverRules` (`--host-resolver-rules` of Chromium) say otherwise.
 */
export async function visit(url: string, resolverRules = "MAP * 127.0.0.1"): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const browser = spawn(
      CHROMIUM,
      [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
        `--host-resolver-rules=${resolverRules}`,
        "--ignore-certificate-errors",
        // Chromium would ask for images over HTTPS though an HTTPS page says HTTP, and never show a downgrade.
        "--allow-running-insecure-content",
        "--disable-features=AutoupgradeMixedContent",
        ...[`--user-data-dir=${folder}`, "--dump-dom", url],
      ],
      // A group of its own, so that the processes it starts end with it.
      { stdio: "ignore", detached: true },
    );
    const { pid } = browser;
    const timer = setTimeout(() => pid !== undefined && process.kill(-pid, "SIGKILL"), TIMEOUT_MILLISECONDS);
    const code = await new Promise<number | null>((resolve, reject) => {
      browser.once("error", reject);
      browser.once("exit", resolve);
    }).finally(() => clearTimeout(timer));
    if (code !== 0) {
      throw new Error(`${CHROMIUM} ended with ${code ?? "a signal"} at ${url}`);
    }
  });
}

/** A key and a certificate for this test alone. */
export async function selfSigned(): Promise<{ key: Buffer; cert: Buffer }> {
  return await inTemporaryFolder(async (folder) => {
    const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
    const kind = ["-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-days", "1"];
    execFileSync(OPENSSL, ["req", ...kind, "-subj", "/CN=test", "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  });
}

async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "causeway-browser-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
