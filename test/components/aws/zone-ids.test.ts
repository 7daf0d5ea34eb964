import { isRegion, regionOfZoneId } from "../../../components/aws/regions";

/** Of every commercial Region. https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html */
const ZONES: readonly [string, string][] = [
  ["use1-az1", "us-east-1"],
  ["use2-az3", "us-east-2"],
  ["usw1-az1", "us-west-1"],
  ["usw2-az4", "us-west-2"],
  ["afs1-az1", "af-south-1"],
  ["ape1-az1", "ap-east-1"],
  ["aps1-az1", "ap-south-1"],
  ["aps2-az1", "ap-south-2"],
  ["apse1-az1", "ap-southeast-1"],
  ["apse5-az1", "ap-southeast-5"],
  ["apne1-az4", "ap-northeast-1"],
  ["apne2-az1", "ap-northeast-2"],
  ["cac1-az1", "ca-central-1"],
  ["caw1-az1", "ca-west-1"],
  ["euc1-az2", "eu-central-1"],
  ["euc2-az1", "eu-central-2"],
  ["euw1-az1", "eu-west-1"],
  ["euw3-az1", "eu-west-3"],
  ["eus1-az1", "eu-south-1"],
  ["eun1-az1", "eu-north-1"],
  ["ilc1-az1", "il-central-1"],
  ["mec1-az1", "me-central-1"],
  ["mes1-az1", "me-south-1"],
  ["mxc1-az1", "mx-central-1"],
  ["sae1-az1", "sa-east-1"],
];

test.each(ZONES)("%s is in %s", (zone, region) => {
  expect(isRegion(region)).toBe(true);
  expect(regionOfZoneId(zone)).toBe(region);
});

test.each([
  ["cnn1-az1", "cn-north-1"],
  ["cnnw1-az1", "cn-northwest-1"],
  ["usge1-az1", "us-gov-east-1"],
  ["usgw1-az1", "us-gov-west-1"],
])("%s, of another partition, is in %s", (zone, region) => {
  expect(regionOfZoneId(zone)).toBe(region);
});

test.each([
  ["usw2-lax1-az1", "us-west-2"],
  ["use1-wl1-bos-wlz1", "us-east-1"],
])("%s, of a city or a carrier, belongs to %s", (zone, region) => {
  expect(regionOfZoneId(zone)).toBe(region);
});

test.each(["", "eu-central-1a", "eu-central-1", "euc1", "xxc1-az1", "EUC1-az1", "euc-az1", " euc1-az1"])(
  "%j is no zone's id",
  (text) => {
    expect(regionOfZoneId(text)).toBeUndefined();
  },
);
