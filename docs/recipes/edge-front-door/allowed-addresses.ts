import { EdgeFrontDoor, s3Origin } from "../../../components";

const intranet = new EdgeFrontDoor("intranet", {
  origin: s3Origin(),
  firewall: { allowedAddresses: { ipv4: ["192.0.2.0/24", "198.51.100.7/32"], ipv6: ["2001:db8::/32"] } },
});

export const url = intranet.url;
