// Which addresses an IP set takes.

import { pathsOf, problemsOf } from "./problems-of";

test.each(["192.0.2.0/24", "192.0.2.1/32", "0.0.0.0/1", "10.0.0.0/8"])("take %s", (ipv4) => {
  expect(pathsOf({ blockedAddresses: { ipv4: [ipv4] } })).toEqual([]);
});

test.each(["2001:db8::/32", "2001:db8::1/128", "::/1", "::ffff:192.0.2.1/128"])("take %s", (ipv6) => {
  expect(pathsOf({ blockedAddresses: { ipv6: [ipv6] } })).toEqual([]);
});

test.each([
  "",
  "192.0.2.1",
  "192.0.2.0/33",
  "192.0.2.0/0",
  "192.0.2.0/08",
  "192.0.2.0/24/1",
  "192.0.2.0/x",
  "192.0.2/24",
  "a.com/8",
  "2001:db8::/32",
])("refuse %j for IPv4", (ipv4) => {
  expect(problemsOf({ blockedAddresses: { ipv4: ["192.0.2.0/24", ipv4] } })).toEqual([
    {
      path: "firewall.blockedAddresses.ipv4[1]",
      must: "be IPv4 addresses in CIDR notation",
      got: ipv4,
      use: '"192.0.2.0/24", or "/32" for one address',
    },
  ]);
});

test.each(["2001:db8::1", "2001:db8::/129", "::/0", "192.0.2.0/24", "fe80::1%eth0/64", "2001:db8:::/32"])(
  "refuse %j for IPv6",
  (ipv6) => {
    expect(pathsOf({ blockedAddresses: { ipv6: [ipv6] } })).toEqual(["firewall.blockedAddresses.ipv6[0]"]);
  },
);
