import { EdgeFrontDoor, grpcOrigin } from "../../../components";

const quotes = new EdgeFrontDoor("quotes", {
  origin: grpcOrigin({ domainName: "quotes.origin.example.com", readTimeoutSeconds: 120 }),
  domain: { name: "quotes.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = quotes.url;
