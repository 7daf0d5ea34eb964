import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, mediaPackageOrigin } from "../../../components";

const channels = new aws.mediapackagev2.ChannelGroup("live", { name: "live" });

const live = new EdgeFrontDoor("live", {
  origin: mediaPackageOrigin({
    egressDomain: channels.egressDomain,
    endpoint: {
      channelGroupName: channels.name,
      channelName: "news",
      originEndpointName: "hls",
      arn: "arn:aws:mediapackagev2:eu-central-1:123456789012:channelGroup/live/channel/news/originEndpoint/hls",
    },
  }),
});

export const url = live.url;
