import {
  AccessLogDestination,
  EncryptionMode,
  HttpVersion,
  s3Origin,
  type ViewerMtlsArgs,
} from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { find, follows, known } from "../../record-stack";
import { build } from "../build";
import { tags } from "../variants";

const viewerMtls: ViewerMtlsArgs = { existingTrustStoreId: "ts-1" };
const logs = (resource: string): string => `arn:aws:logs:us-east-1:123456789012:${resource}`;
const ofLogs = ({ type }: { type: string }): boolean => /:Log(Delivery|Group)/.test(type);

test("requests are logged to a bucket of the stack's Region, from us-east-1", async () => {
  const { site, inputsOf } = await build({ origin: s3Origin(), tags });
  expect(inputsOf("site-log-source")).toEqual({
    region: "us-east-1",
    logType: "ACCESS_LOGS",
    resourceArn: distributionArn("site-distribution"),
    tags,
  });
  expect(inputsOf("site-log-destination")).toEqual({
    region: "us-east-1",
    outputFormat: "json",
    deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::site-log-bucket-0123456" },
    tags,
  });
  expect(inputsOf("site-log-delivery")).toEqual({
    region: "us-east-1",
    deliverySourceName: "site-log-source-0123456",
    deliveryDestinationArn: logs("delivery-destination:site-log-destination-0123456"),
    tags,
  });
  expect(inputsOf("site-log-bucket")).not.toHaveProperty("region");
  expect(inputsOf("site-distribution")).not.toHaveProperty("loggingConfig");
  expect(await known(site.accessLogArn)).toBe("arn:aws:s3:::site-log-bucket-0123456");
});

test("requests are logged to a log group in us-east-1, for as long as logs are kept", async () => {
  const { site, inputsOf, resources } = await build({
    origin: s3Origin(),
    logging: { accessLogs: AccessLogDestination.LogGroup, retentionDays: 30 },
    encryption: EncryptionMode.SseKms,
    tags,
  });
  expect(inputsOf("site-log-group")).toEqual({ region: "us-east-1", retentionInDays: 30, tags });
  expect(find(resources, "site-log-group").protect).toBe(true);
  expect(inputsOf("site-log-destination").deliveryDestinationConfiguration).toEqual({
    destinationResourceArn: logs("log-group:site-log-group-0123456"),
  });
  expect(resources.filter(({ name }) => name.startsWith("site-log-bucket"))).toEqual([]);
  expect(await known(site.accessLogArn)).toBe(logs("log-group:site-log-group-0123456"));
});

test("without access logs nothing of them is left, connections included", async () => {
  const { site, resources } = await build({
    origin: s3Origin(),
    httpVersion: HttpVersion.Http2,
    viewerMtls,
    logging: { accessLogs: AccessLogDestination.None },
  });
  expect(resources.filter(ofLogs).map(({ name }) => name)).toEqual(["site-web-acl-log"]);
  expect(resources.filter(({ name }) => name.startsWith("site-log"))).toEqual([]);
  expect(await known(site.accessLogArn)).toBeUndefined();
});

describe("with certificates of viewers", () => {
  let front: Awaited<ReturnType<typeof build>>;

  beforeAll(async () => {
    front = await build({ origin: s3Origin(), httpVersion: HttpVersion.Http2, viewerMtls });
  });

  test("connections are logged as well, to the same place", () => {
    expect(front.inputsOf("site-connection-log-source")).toEqual({
      region: "us-east-1",
      logType: "CONNECTION_LOGS",
      resourceArn: distributionArn("site-distribution"),
    });
    expect(front.inputsOf("site-connection-log-delivery")).toEqual({
      region: "us-east-1",
      deliverySourceName: "site-connection-log-source-0123456",
      deliveryDestinationArn: logs("delivery-destination:site-log-destination-0123456"),
    });
    expect(front.resources.filter(({ type }) => type.endsWith(":LogDeliveryDestination"))).toHaveLength(1);
  });

  test("the bucket takes logs of both sources and of no other", () => {
    expect(front.policyOf("site-log-bucket-policy").Statement[0].Condition.ArnLike).toEqual({
      "aws:SourceArn": [
        logs("delivery-source:site-log-source-0123456"),
        logs("delivery-source:site-connection-log-source-0123456"),
      ],
    });
  });

  test.each([
    ["site-log-source", "site-distribution"],
    ["site-connection-log-source", "site-log-source"],
    ["site-log-destination", "site-connection-log-source"],
    ["site-log-delivery", "site-log-destination"],
    ["site-log-delivery", "site-log-bucket-policy"],
    ["site-connection-log-delivery", "site-log-delivery"],
    ["site-connection-log-delivery", "site-log-bucket-policy"],
  ])("%s follows %s, because CloudWatch takes one change at a time", (later, earlier) => {
    expect(follows(front.resources, later, earlier)).toBe(true);
  });
});
