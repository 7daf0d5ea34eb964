import { refuseOpenCors } from "../../../../policy/rules/lambda/refuse-open-cors";
import { refusePublicInvoke } from "../../../../policy/rules/lambda/refuse-public-invoke";
import { refusePublicLayer } from "../../../../policy/rules/lambda/refuse-public-layer";
import { refuseSecretsInEnvironment } from "../../../../policy/rules/lambda/refuse-secrets-in-environment";
import { requireUrlAuth } from "../../../../policy/rules/lambda/require-url-auth";
import { judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const fix = "fix: set sourceArn to the ARN of what invokes the function, or sourceAccount to its account";

testRule(refusePublicInvoke, {
  type: "aws:lambda/permission:Permission",
  violating: {
    everybody: { props: { principal: "*" }, messages: [`principal: is everybody; ${fix}`] },
    "everybody of the internet at a function URL": {
      props: { principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" },
      messages: [`principal: is everybody; ${fix}`],
    },
    "a service on anybody's behalf": {
      props: { principal: "s3.amazonaws.com", sourceArn: "" },
      messages: [`principal: is a service on anybody's behalf; ${fix}`],
    },
    "a service on behalf of everything": {
      props: { principal: "sns.amazonaws.com", sourceArn: "*" },
      messages: [`principal: is a service on anybody's behalf; ${fix}`],
    },
    "a service for every bucket": {
      props: { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" },
      messages: [`principal: is a service on anybody's behalf; ${fix}`],
    },
    "a service for rules of every account": {
      props: { principal: "events.amazonaws.com", sourceArn: "arn:aws:events:eu-central-1:*:rule/nightly" },
      messages: [`principal: is a service on anybody's behalf; ${fix}`],
    },
  },
  clean: {
    "a service for one ARN": { props: { principal: "events.amazonaws.com", sourceArn: unknown } },
    "a service for one bucket": { props: { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop-files" } },
    "a service for every method of an API": {
      props: {
        principal: "apigateway.amazonaws.com",
        sourceArn: "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3/*/*/*",
      },
    },
    "a service for one account": {
      props: { principal: "secretsmanager.amazonaws.com", sourceAccount: "123456789012" },
    },
    "an account": { props: { principal: "123456789012" } },
    "everybody of an organization": { props: { principal: "*", principalOrgId: "o-a1b2c3d4e5" } },
    "a skill": { props: { principal: "alexa-appkit.amazon.com", eventSourceToken: "amzn1.ask.skill.1" } },
  },
  unknown: { "a computed principal": { props: { principal: unknown }, path: "principal" } },
});

testRule(requireUrlAuth, {
  type: "aws:lambda/functionUrl:FunctionUrl",
  violating: {
    "no authorization": {
      props: { authorizationType: "NONE" },
      messages: ['authorizationType: is "NONE"; fix: set it to "AWS_IAM"'],
    },
    "no type": { props: {}, messages: ['authorizationType: is not set; fix: set it to "AWS_IAM"'] },
  },
  clean: { "signed requests": { props: { authorizationType: "AWS_IAM" } } },
  unknown: { "a computed type": { props: { authorizationType: unknown }, path: "authorizationType" } },
});

const cors = 'is every origin; fix: name the exact origins, such as "https://shop.example"';
testRule(refuseOpenCors, {
  type: "aws:lambda/functionUrl:FunctionUrl",
  violating: {
    "every origin": { props: { cors: { allowOrigins: ["*"] } }, messages: [`cors.allowOrigins[0]: ${cors}`] },
    "every origin after another": {
      props: { cors: { allowOrigins: ["https://a.example", "https://*"] } },
      messages: [`cors.allowOrigins[1]: ${cors}`],
    },
  },
  clean: {
    "one origin": { props: { cors: { allowOrigins: ["https://shop.example"] } } },
    "no CORS": { props: {} },
  },
  unknown: {
    "computed CORS": { props: { cors: unknown }, path: "cors" },
    "a computed origin": { props: { cors: { allowOrigins: [unknown] } }, path: "cors.allowOrigins[0]" },
  },
});

const secret = "looks like a secret; fix: pass the ARN of a secret and read it in the function";
const variables = (values: object) => ({ props: { environment: { variables: values } } });

testRule(refuseSecretsInEnvironment, {
  type: "aws:lambda/function:Function",
  violating: {
    "a password": {
      ...variables({ DB_PASSWORD: "correct horse" }),
      messages: [`environment.variables.DB_PASSWORD: ${secret}`],
    },
    "an access key under another name": {
      ...variables({ SETTINGS: '{"k":"AKIAIOSFODNN7EXAMPLE"}' }),
      messages: [`environment.variables.SETTINGS: ${secret}`],
    },
    "a private key": {
      ...variables({ CERT: "-----BEGIN RSA PRIVATE KEY-----\nMII" }),
      messages: [`environment.variables.CERT: ${secret}`],
    },
    "a password in an address": {
      ...variables({ DATABASE_URL: "postgres://shop:correct-horse@db.example:5432/shop" }),
      messages: [`environment.variables.DATABASE_URL: ${secret}`],
    },
    "a key of a payment service": {
      ...variables({ STRIPE: "sk_live_51abcdefghij" }),
      messages: [`environment.variables.STRIPE: ${secret}`],
    },
    "several, in the order of their names": {
      ...variables({ stripeApiKey: "sk_live_1", AUTH_TOKEN: "abc" }),
      messages: [`environment.variables.AUTH_TOKEN: ${secret}`, `environment.variables.stripeApiKey: ${secret}`],
    },
  },
  clean: {
    "pointers to secrets": variables({
      SECRET_ARN: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db",
      DB_SECRET: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db",
      TOKEN_TTL_SECONDS: "300",
      API_KEY_PARAMETER: "shop-key",
      PASSWORD: "/shop/db/password",
      TOKEN_REQUIRED: "true",
    }),
    "words that begin as a token does": variables({ TOKENIZER: "cl100k", DATABASE_URL: "postgres://db.example/shop" }),
    "no environment": { props: {} },
    "computed values of other names": variables({ TABLE: unknown }),
  },
  unknown: {
    "a computed secret": { ...variables({ API_TOKEN: unknown }), path: "environment.variables.API_TOKEN" },
    "a computed environment": { props: { environment: unknown }, path: "environment" },
  },
});

test("no message repeats what stands in the environment", () => {
  const { violations } = judgeRule(refuseSecretsInEnvironment, {
    type: "aws:lambda/function:Function",
    ...variables({ DB_PASSWORD: "correct horse battery" }),
  });
  expect(violations.join()).not.toContain("horse");
});

const everybody = "principal: is everybody; fix: name an account, or set organizationId";
testRule(refusePublicLayer, {
  type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
  violating: {
    everybody: { props: { principal: "*" }, messages: [everybody] },
    "an organization that is none": { props: { principal: "*", organizationId: "" }, messages: [everybody] },
  },
  clean: {
    "an account": { props: { principal: "123456789012" } },
    "an organization": { props: { principal: "*", organizationId: "o-a1b2c3d4e5" } },
    "a computed organization": { props: { principal: "*", organizationId: unknown } },
  },
  unknown: { "a computed principal": { props: { principal: unknown }, path: "principal" } },
});
