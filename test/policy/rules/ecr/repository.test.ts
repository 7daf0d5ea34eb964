import { refusePublicPolicy } from "../../../../policy/rules/ecr/refuse-public-policy";
import { requireCustomerKey } from "../../../../policy/rules/ecr/require-customer-key";
import { requireImageScan } from "../../../../policy/rules/ecr/require-image-scan";
import { requireImmutableTags } from "../../../../policy/rules/ecr/require-immutable-tags";
import { requireLifecycle } from "../../../../policy/rules/ecr/require-lifecycle";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:ecr/repository:Repository";
const pull = { Effect: "Allow", Principal: "*", Action: "ecr:BatchGetImage" };
const open =
  "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID";

testRule(refusePublicPolicy, {
  type: "aws:ecr/repositoryPolicy:RepositoryPolicy",
  violating: {
    everybody: { props: { policy: document(pull) }, messages: [open] },
    "a policy as an object": {
      props: { policy: { Statement: [{ ...pull, Principal: { AWS: "*" } }] } },
      messages: [open],
    },
    "repositories that are made by a push": {
      type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
      props: { repositoryPolicy: document(pull) },
      messages: [open.replace("policy", "repositoryPolicy")],
    },
  },
  clean: {
    "a template without a policy": {
      type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
      props: { prefix: "team" },
    },
    "an organization": {
      props: { policy: document({ ...pull, Condition: { StringLike: { "aws:PrincipalOrgID": "o-a1b2c3" } } }) },
    },
    "an account": { props: { policy: document({ ...pull, Principal: { AWS: "arn:aws:iam::123456789012:root" } }) } },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(requireImmutableTags, {
  type,
  violating: {
    "the default": { props: {}, messages: ['imageTagMutability: is not set; fix: set it to "IMMUTABLE"'] },
    "mutable tags": {
      props: { imageTagMutability: "MUTABLE" },
      messages: ['imageTagMutability: is "MUTABLE"; fix: set it to "IMMUTABLE"'],
    },
  },
  clean: { "immutable tags": { props: { imageTagMutability: "IMMUTABLE" } } },
  unknown: { "a computed setting": { props: { imageTagMutability: unknown }, path: "imageTagMutability" } },
});

const noKey =
  "encryptionConfigurations[0].kmsKey: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key";
testRule(requireCustomerKey, {
  type,
  violating: {
    "no setting": {
      props: {},
      messages: ['encryptionConfigurations: is not set; fix: set encryptionType "KMS" and kmsKey in it'],
    },
    "AWS's key": { props: { encryptionConfigurations: [{ encryptionType: "KMS" }] }, messages: [noKey] },
    "AWS's key by name": {
      props: { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "alias/aws/ecr" }] },
      messages: [
        "encryptionConfigurations[0].kmsKey: is a key that AWS manages; fix: set it to the ARN of an aws.kms.Key",
      ],
    },
    "no key": { props: { encryptionConfigurations: [{ encryptionType: "AES256", kmsKey: "" }] }, messages: [noKey] },
  },
  clean: {
    "a key": { props: { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn:aws:kms:a" }] } },
  },
  unknown: {
    "a computed setting": { props: { encryptionConfigurations: unknown }, path: "encryptionConfigurations" },
    "a computed key": {
      props: { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: unknown }] },
      path: "encryptionConfigurations[0].kmsKey",
    },
  },
});

const repository = (props: object = {}): Example => ({ type, name: "images", props: { ...props } });
const registry = (scanFrequency: string): Example => ({
  type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
  name: "registry",
  props: { scanType: "ENHANCED", rules: [{ scanFrequency, repositoryFilters: [{ filter: "*" }] }] },
});
const scan = "imageScanningConfiguration.scanOnPush: is not set; fix: set it to true";

testJoin(requireImageScan, {
  violating: {
    "no scan": { stack: [repository()], messages: { images: [scan] } },
    "a registry that scans by hand": { stack: [repository(), registry("MANUAL")], messages: { images: [scan] } },
  },
  clean: {
    "a scan on push": [repository({ imageScanningConfiguration: { scanOnPush: true } })],
    "a registry that scans": [repository(), registry("CONTINUOUS_SCAN")],
  },
  unknown: {
    "a computed setting": {
      stack: [repository({ imageScanningConfiguration: unknown })],
      undecided: "images:imageScanningConfiguration",
    },
  },
});

const lifecycle = (name: unknown, sources: string[] = []): Example => ({
  type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
  name: "lifecycle",
  props: { repository: name },
  sources: { repository: sources },
});
const missing = "(resource): has no lifecycle policy; fix: create an aws.ecr.LifecyclePolicy for it";

testJoin(requireLifecycle, {
  violating: {
    "no policy": { stack: [repository()], messages: { images: [missing] } },
    "a policy of another": { stack: [repository({ name: "a" }), lifecycle("b")], messages: { images: [missing] } },
  },
  clean: {
    "a policy": [repository(), lifecycle(unknown, ["images"])],
    "a policy by name": [repository({ name: "a" }), lifecycle("a")],
  },
  unknown: {},
});
