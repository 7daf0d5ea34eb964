// What the comparison with checkov rests on: resources keep their meaning on the way to Terraform and back.

import { type Example, unknown } from "../../policy/testing";
import type { Block } from "./checkov";
import { compare, pairs } from "./compare";
import { ledger } from "./ledger";
import { terraformTypeOf, tokenOf } from "./names";
import { toPulumi } from "./to-pulumi";
import { isWritable, toTerraform } from "./to-terraform";

const bucket: Example = { type: "aws:s3/bucket:Bucket", name: "files", props: { bucket: "shop-files" } };

function resource(type: string, name: string, given: Block["arguments"]): Block {
  return { file: "main.tf", kind: "resource", type, name, arguments: given };
}

describe("resources as Terraform", () => {
  test("are blocks in the singular, references and documents", () => {
    const stack: Example[] = [
      bucket,
      {
        type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        name: "a-lifecycle",
        props: { bucket: unknown, rules: [{ id: "all", status: "Enabled", expiration: { days: 7 } }] },
        sources: { bucket: ["files"] },
      },
      {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        name: "policy",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM
        props: { bucket: "shop-files", policy: '{"Resource":"home/${aws:username}"}' },
      },
    ];
    expect(toTerraform(stack)).toBe(
      [
        'resource "aws_s3_bucket" "files" {',
        '  bucket = "shop-files"',
        "}",
        'resource "aws_s3_bucket_lifecycle_configuration" "a_lifecycle" {',
        "  bucket = aws_s3_bucket.files.id",
        "  rule {",
        '    id = "all"',
        '    status = "Enabled"',
        "    expiration {",
        "      days = 7",
        "    }",
        "  }",
        "}",
        'resource "aws_s3_bucket_policy" "policy" {',
        "  bucket = aws_s3_bucket.files.id",
        "  policy = <<DOCUMENT",
        '{"Resource":"home/$${aws:username}"}',
        "DOCUMENT",
        "}",
        "",
      ].join("\n"),
    );
  });

  test("have no form where a block is not known, or the type is not in the table", () => {
    expect(isWritable(bucket)).toBe(true);
    expect(isWritable({ ...bucket, props: { lifecycleRules: unknown } })).toBe(false);
    expect(isWritable({ type: "random:index/randomId:RandomId", props: {} })).toBe(false);
  });
});

describe("resources of Terraform files", () => {
  test("have the names and forms of Pulumi, and what they were made from", () => {
    const key = "aws_kms_key.main";
    expect(
      toPulumi([
        resource("aws_kms_key", "main", { enable_key_rotation: ["true"] }),
        resource("aws_dynamodb_table", "orders", {
          attribute: [{ name: ["id"], type: ["S"] }],
          read_capacity: ["5"],
          server_side_encryption: [{ enabled: [true], kms_key_arn: [`${key}.arn`] }],
          lifecycle: [{ prevent_destroy: [true] }],
        }),
      ]),
    ).toEqual([
      { type: "aws:kms/key:Key", name: key, props: { enableKeyRotation: true }, sources: {} },
      {
        type: "aws:dynamodb/table:Table",
        name: "aws_dynamodb_table.orders",
        props: {
          attributes: [{ name: "id", type: "S" }],
          readCapacity: 5,
          serverSideEncryption: { enabled: true, kmsKeyArn: unknown },
        },
        sources: { serverSideEncryption: [key] },
      },
    ]);
  });

  test("are found under the key of for_each", () => {
    const [, versioning] = toPulumi([
      resource("aws_s3_bucket", 'all["a"]', {}),
      resource("aws_s3_bucket_versioning", 'all["a"]', { bucket: ['aws_s3_bucket.all["a"].id'] }),
    ]);
    expect(versioning?.sources).toEqual({ bucket: ['aws_s3_bucket.all["a"]'] });
  });

  test("have no value where a function makes it", () => {
    const [listener] = toPulumi([
      resource("aws_lb_listener", "each", { protocol: ["try(each.value.protocol,HTTP)"], port: ["80"] }),
    ]);
    expect(listener?.props).toEqual({ protocol: unknown, port: 80 });
  });

  test("have their lists beside dynamic blocks, too", () => {
    const [cluster] = toPulumi([
      resource("aws_eks_cluster", "main", { enabled_cluster_log_types: [[["api"], ["audit"]]] }),
    ]);
    expect(cluster?.props).toEqual({ enabledClusterLogTypes: ["api", "audit"] });
  });

  test("have the documents that data blocks make", () => {
    const statement = {
      actions: [["s3:GetObject"]],
      resources: [["aws_s3_bucket.files.arn/*"]],
      principals: [{ type: ["AWS"], identifiers: [["*"]] }],
      condition: [{ test: ["Bool"], variable: ["aws:SecureTransport"], values: [["false"]] }],
    };
    const [, policy] = toPulumi([
      resource("aws_s3_bucket", "files", { bucket: ["shop-files"] }),
      { ...resource("aws_iam_policy_document", "read", { statement: [statement] }), kind: "data" },
      resource("aws_s3_bucket_policy", "files", { policy: ["data.aws_iam_policy_document.read.json"] }),
    ]);
    expect(JSON.parse(String(policy?.props.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:GetObject"],
          Resource: ["arn:aws:s3:::shop-files/*"],
          Principal: { AWS: ["*"] },
          Condition: { Bool: { "aws:SecureTransport": ["false"] } },
        },
      ],
    });
  });
});

describe("a comparison", () => {
  const fixture = { title: "a key", stack: [{ type: "aws:kms/key:Key", props: {} }], addressOf: () => "aws_kms_key.a" };
  const record = { file: "main.tf", address: "aws_kms_key.a", check: "CKV_AWS_7" };

  test("is of what both decide", async () => {
    expect(await compare({ ...fixture, records: [{ ...record, passes: true }] })).toMatchObject([
      { fixture: "a key", address: "aws_kms_key.a", ours: "fail", checkov: "pass" },
    ]);
    expect(await compare({ ...fixture, records: [] })).toEqual([]);
    const computed = [{ type: "aws:kms/key:Key", props: { enableKeyRotation: unknown } }];
    expect(await compare({ ...fixture, stack: computed, records: [{ ...record, passes: true }] })).toEqual([]);
  });
});

test("pairs are about types of the table, and tokens are there and back again", () => {
  for (const { on, attached = [] } of pairs)
    for (const type of [...on, ...attached]) expect(terraformTypeOf(tokenOf(type) ?? "")).toBe(type);
});

test("every reason is a sentence, and about a pair", () => {
  for (const { rule, check, reason, cases } of ledger) {
    expect(reason).toMatch(/^[A-Z].{25,200}\.$/);
    expect(cases).not.toEqual([]);
    expect(pairs.some((pair) => pair.rule === rule && pair.checks.includes(check))).toBe(true);
  }
});
