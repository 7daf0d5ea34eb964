import { readScpCommand } from "../../../policy/generate/service-control-policy";

const regions = ["eu-central-1", "eu-west-1"];
const config = { allowedRegions: regions };

describe("the command", () => {
  const files: Record<string, unknown> = {
    "prod.json": {
      all: "mandatory",
      "region-residency": config,
      "region-edge-cache": { cloudfrontUnderResidency: "forbid" },
    },
    "empty.json": { "region-residency": "advisory" },
  };
  const read = (...args: string[]) =>
    readScpCommand(args, (file) => {
      if (!(file in files)) throw new Error("no such file");
      return files[file];
    });

  test("takes Regions and roles", () => {
    expect(read("--regions", "eu-central-1, eu-west-1", "--exempt=arn:aws:iam::*:role/a", "--out", "scp.json")).toEqual(
      {
        regions,
        exemptPrincipals: ["arn:aws:iam::*:role/a"],
        forbidsEdge: false,
        out: "scp.json",
      },
    );
    expect(read("--regions=eu-west-1", "--forbid-edge")).toMatchObject({ forbidsEdge: true });
  });

  test("takes what a config of the pack says", () => {
    expect(read("--config", "prod.json")).toMatchObject({ regions, forbidsEdge: true });
    expect(read("--config", "prod.json", "--regions", "eu-west-1")).toMatchObject({ regions: ["eu-west-1"] });
  });

  test.each([
    [[], "--regions: is needed, or --config with allowedRegions"],
    [["--config", "empty.json"], "--regions: is needed, or --config with allowedRegions"],
    [["--config", "none.json"], "--config: cannot be read as JSON"],
    [["--regions"], "--regions: has no value"],
    [["--regions", "--out", "a"], "--regions: has no value"],
    [["--region", "eu-west-1"], "--region: is no option"],
    [["--regions", "Frankfurt"], "--regions: must be Region codes such as eu-central-1"],
    [
      ["--regions", "us-gov-west-1"],
      "--regions: us-gov-west-1 is in another partition, whose global services are in other Regions",
    ],
    [["--regions", "eu-west-1", "--exempt", "*"], "--exempt: must be ARNs such as arn:aws:iam::*:role/landing-zone"],
  ])("refuses %j", (args, problem) => {
    const answer = read(...args);
    expect("problems" in answer ? answer.problems : []).toContain(problem);
  });
});
