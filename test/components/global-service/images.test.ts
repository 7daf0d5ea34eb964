// Images in every Region, and the roles that tasks start with and run as.

import { frankfurt, ireland, type Served, serve, stockholm, tags } from "./serve";

const account = "123456789012";
const repository = "shop-platform-repository-eu-central-1-0123456";

let plain: Served;
let own: Served;
let alone: Served;
beforeAll(async () => {
  plain = await serve({ tags, regions: [frankfurt, ireland, stockholm] });
  own = await serve({ manageImageReplication: false, deletionProtection: false });
  alone = await serve({ regions: [frankfurt] });
});

test("each Region has a repository of the same name, whose tags do not move and whose images are scanned", () => {
  const settings = {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "AES256" }],
    forceDelete: false,
    tags,
  };
  const repositories = plain.ofType("aws:ecr/repository:Repository");
  expect(repositories.map(({ name, inputs, protect }) => [name, inputs, protect])).toEqual([
    ["shop-platform-repository-eu-central-1", { region: "eu-central-1", ...settings }, true],
    ["shop-platform-repository-eu-north-1", { region: "eu-north-1", name: repository, ...settings }, true],
    ["shop-platform-repository-eu-west-1", { region: "eu-west-1", name: repository, ...settings }, true],
  ]);
});

test("what is pushed to the home Region's is copied to the others, and nothing else is", () => {
  expect(plain.inputsOf("shop-platform-replication")).toEqual({
    region: "eu-central-1",
    replicationConfiguration: {
      rules: [
        {
          destinations: [
            { region: "eu-west-1", registryId: account },
            { region: "eu-north-1", registryId: account },
          ],
          repositoryFilters: [{ filter: repository, filterType: "PREFIX_MATCH" }],
        },
      ],
    },
  });
});

test("the registry's configuration is left alone where the account has its own, and where there is nowhere to copy to", () => {
  for (const { ofType } of [own, alone]) {
    expect(ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration")).toEqual([]);
  }
  expect(own.ofType("aws:ecr/repository:Repository")).toHaveLength(2);
  expect(alone.ofType("aws:ecr/repository:Repository")).toHaveLength(1);
});

test("without protection images may be thrown away", () => {
  for (const { inputs, protect } of own.ofType("aws:ecr/repository:Repository")) {
    expect([inputs.forceDelete, protect]).toEqual([true, false]);
  }
});

test("only tasks of ECS take on the roles of tasks", () => {
  for (const role of ["execution", "task"]) {
    const { assumeRolePolicy, ...others } = plain.inputsOf(`shop-platform-${role}-role`);
    expect(others).toEqual({ tags });
    expect(JSON.parse(String(assumeRolePolicy)).Statement).toEqual([
      { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
  }
});

test("tasks start with images of the one repository and with logs of the account; one more Region is allowed already", () => {
  expect(plain.inputsOf("shop-platform-execution-policy").role).toBe("shop-platform-execution-role-id");
  expect(plain.policyOf("shop-platform-execution-policy").Statement).toEqual([
    { Sid: "LogIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "PullImages",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      Resource: `arn:aws:ecr:*:${account}:repository/${repository}`,
    },
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:aws:logs:*:${account}:log-group:*`,
    },
  ]);
});

test("with one Region the policies are the same", () => {
  expect(alone.inputsOf("shop-platform-execution-policy")).toEqual(plain.inputsOf("shop-platform-execution-policy"));
});
