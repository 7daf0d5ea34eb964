import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, functionUrlOrigin } from "../../../components";

const functionUrl = new aws.lambda.FunctionUrl("quotes", {
  functionName: "quotes",
  authorizationType: "AWS_IAM",
});

const quotes = new EdgeFrontDoor("quotes", {
  origin: functionUrlOrigin({ functionUrl }),
  domain: { name: "quotes.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = quotes.url;
