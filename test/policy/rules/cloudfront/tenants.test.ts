import { requireTenantCertificate } from "../../../../policy/rules/cloudfront/require-tenant-certificate";
import { requireTenantParameters } from "../../../../policy/rules/cloudfront/require-tenant-parameters";
import { certificateArn, multitenantType, tenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const definition = (name: unknown, schema: object = { required: true }) => ({
  name,
  definitions: [{ stringSchemas: [schema] }],
});
const stores = (change: object = {}): Example => ({
  type: multitenantType,
  name: "stores",
  props: {
    viewerCertificate: { acmCertificateArn: certificateArn },
    tenantConfig: {
      parameterDefinitions: [
        definition("store"),
        definition("theme", { required: false }),
        definition("tier", { required: true, defaultValue: "bronze" }),
      ],
    },
    ...change,
  },
});
const tenant = (change: object = {}): Example => ({
  type: tenantType,
  name: "acme",
  props: {
    distributionId: unknown,
    domains: [{ domain: "acme.example" }],
    parameters: [{ name: "store", value: unknown }],
    ...change,
  },
  sources: { distributionId: ["stores"] },
});
const lacks =
  'parameters: lacks what "stores" requires in tenantConfig.parameterDefinitions[0]; fix: add a parameter of that name';

testJoin(requireTenantParameters, {
  violating: {
    "a tenant without a parameter that is required": {
      stack: [stores(), tenant({ parameters: undefined })],
      messages: { acme: [lacks] },
    },
    "a tenant with a parameter that nobody defined": {
      stack: [stores(), tenant({ parameters: [{ name: "Store", value: "a" }] })],
      messages: {
        acme: [
          lacks,
          'parameters[0].name: is no parameter of "stores"; fix: use a name that tenantConfig.parameterDefinitions of the distribution defines',
        ],
      },
    },
    "a deployed one": {
      stack: [
        stores({ id: "E1" }),
        { ...tenant({ distributionId: "E1", parameters: [{ name: "theme", value: "dark" }] }), sources: {} },
      ],
      messages: { acme: [lacks] },
    },
  },
  clean: {
    "what is required": [stores(), tenant()],
    "what is not required as well": [
      stores(),
      tenant({
        parameters: [
          { name: "store", value: "a" },
          { name: "theme", value: "dark" },
        ],
      }),
    ],
    "a distribution of another stack": [{ ...tenant({ distributionId: "E9", parameters: [] }), sources: {} }],
    "a distribution without parameters": [stores({ tenantConfig: {} }), tenant({ parameters: [] })],
  },
  unknown: {
    "computed parameters": { stack: [stores(), tenant({ parameters: unknown })], undecided: "acme:parameters" },
    "a computed name": {
      stack: [stores(), tenant({ parameters: [{ name: unknown, value: "a" }] })],
      undecided: "acme:parameters",
    },
    "computed definitions": { stack: [stores({ tenantConfig: unknown }), tenant()], undecided: "acme:parameters" },
  },
});

const at = "customizations.certificate.arn";
const bare = stores({ viewerCertificate: { cloudfrontDefaultCertificate: true } });
const none = `${at}: is not set, and "stores" has no certificate either; fix: set it, or managedCertificateRequest`;

testRule(requireTenantCertificate, {
  type: tenantType,
  violating: {
    "a certificate in no public log": {
      props: { managedCertificateRequest: { certificateTransparencyLoggingPreference: "disabled" } },
      messages: [
        'managedCertificateRequest.certificateTransparencyLoggingPreference: asks for a certificate that browsers do not trust; fix: leave it out or set it to "enabled"',
      ],
    },
    "one of a tenant that has another certificate too": {
      props: {
        customizations: { certificate: { arn: certificateArn } },
        managedCertificateRequest: { certificateTransparencyLoggingPreference: "disabled" },
      },
      messages: [
        'managedCertificateRequest.certificateTransparencyLoggingPreference: asks for a certificate that browsers do not trust; fix: leave it out or set it to "enabled"',
      ],
    },
  },
  clean: {
    "a certificate in public logs": {
      props: { managedCertificateRequest: { certificateTransparencyLoggingPreference: "enabled" } },
    },
    "no request": { props: {} },
  },
  unknown: {
    "a computed request": { props: { managedCertificateRequest: unknown }, path: "managedCertificateRequest" },
  },
});

testJoin(requireTenantCertificate, {
  violating: {
    "a tenant without certificate": { stack: [bare, tenant()], messages: { acme: [none] } },
    "a tenant with customizations of other things": {
      stack: [
        bare,
        tenant({ customizations: { geoRestriction: { restrictionType: "none" }, certificate: { arn: "" } } }),
      ],
      messages: { acme: [none] },
    },
  },
  clean: {
    "the certificate of the distribution": [stores(), tenant()],
    "a computed certificate of the distribution": [
      stores({ viewerCertificate: { acmCertificateArn: unknown } }),
      tenant(),
    ],
    "a certificate of its own": [bare, tenant({ customizations: { certificate: { arn: unknown } } })],
    "a certificate that CloudFront asks for": [
      bare,
      tenant({ managedCertificateRequest: { validationTokenHost: "cloudfront" } }),
    ],
    "a distribution of another stack": [{ ...tenant(), sources: {} }],
  },
  unknown: {
    "a computed setting of the distribution": {
      stack: [stores({ viewerCertificate: unknown }), tenant()],
      undecided: `acme:${at}`,
    },
  },
});
