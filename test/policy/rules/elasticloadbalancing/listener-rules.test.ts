import { requireCurrentTlsPolicy } from "../../../../policy/rules/elasticloadbalancing/require-current-tls-policy";
import { requireHttpsListener } from "../../../../policy/rules/elasticloadbalancing/require-https-listener";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:lb/listener:Listener";
const forward = { type: "forward", targetGroupArn: unknown };
const redirect = (protocol?: unknown) => ({
  type: "redirect",
  redirect: { protocol, port: "443", statusCode: "HTTP_301" },
});
const classic = "aws:elb/loadBalancer:LoadBalancer";
const fix = 'fix: set protocol to "HTTPS" with a certificate, or make the only default action a redirect to HTTPS';

testRule(requireHttpsListener, {
  type,
  violating: {
    "an HTTP listener that forwards": {
      props: { port: 80, protocol: "HTTP", defaultActions: [forward] },
      messages: [`defaultActions[0].type: serves requests over plain HTTP; ${fix}`],
    },
    "a redirect back to HTTP": {
      props: { port: 80, protocol: "HTTP", defaultActions: [redirect("#{protocol}")] },
      messages: ['defaultActions[0].redirect.protocol: does not redirect to HTTPS; fix: set it to "HTTPS"'],
    },
    "a redirect that names no protocol": {
      props: { port: 8080, protocol: "HTTP", defaultActions: [redirect()] },
      messages: ['defaultActions[0].redirect.protocol: does not redirect to HTTPS; fix: set it to "HTTPS"'],
    },
    "an HTTP listener without actions": {
      props: { port: 80, protocol: "HTTP", defaultActions: [] },
      messages: [`protocol: is "HTTP"; ${fix}`],
    },
    "a listener of a classic load balancer": {
      type: classic,
      props: {
        listeners: [
          { lbPort: 443, lbProtocol: "https" },
          { lbPort: 80, lbProtocol: "http" },
        ],
      },
      messages: ['listeners[1].lbProtocol: serves requests over plain HTTP; fix: set it to "https" with a certificate'],
    },
    "a port without a protocol": {
      props: { port: 8080, defaultActions: [forward] },
      messages: [`defaultActions[0].type: serves requests over plain HTTP; ${fix}`],
    },
  },
  clean: {
    "an HTTPS listener": { props: { port: 443, protocol: "HTTPS", defaultActions: [forward] } },
    "an HTTP listener that redirects": { props: { port: 80, protocol: "HTTP", defaultActions: [redirect("HTTPS")] } },
    "a classic load balancer with TLS": {
      type: classic,
      props: {
        listeners: [
          { lbPort: 443, lbProtocol: "HTTPS" },
          { lbPort: 25, lbProtocol: "tcp" },
        ],
      },
    },
    "a listener of a gateway load balancer": { props: { defaultActions: [forward] } },
    "a TCP listener of a network load balancer": { props: { port: 443, protocol: "TCP", defaultActions: [forward] } },
  },
  unknown: {
    "a computed protocol": { props: { protocol: unknown, defaultActions: [forward] }, path: "protocol" },
    "a computed protocol of a classic load balancer": {
      type: classic,
      props: { listeners: [{ lbPort: 80, lbProtocol: unknown }] },
      path: "listeners[0].lbProtocol",
    },
    "computed listeners": { type: classic, props: { listeners: unknown }, path: "listeners" },
    "computed actions": { props: { protocol: "HTTP", defaultActions: unknown }, path: "defaultActions" },
    "a computed redirect": {
      props: { protocol: "HTTP", defaultActions: [redirect(unknown)] },
      path: "defaultActions[0].redirect.protocol",
    },
  },
});

const listener = (protocol: unknown, props: object = {}): Example => ({
  type,
  name: "listener",
  props: { port: 80, protocol, defaultActions: [redirect("HTTPS")], ...props },
});
const listenerRule = (actions: unknown): Example => ({
  type: "aws:lb/listenerRule:ListenerRule",
  name: "rule",
  props: { listenerArn: unknown, actions },
  sources: { listenerArn: ["listener"] },
});

testJoin(requireHttpsListener, {
  violating: {
    "a rule of an HTTP listener that forwards": {
      stack: [listener("HTTP"), listenerRule([forward])],
      messages: { rule: [`actions[0].type: serves requests over plain HTTP; ${fix}`] },
    },
    "a rule of a listener without a protocol": {
      stack: [listener(undefined), listenerRule([redirect("#{protocol}")])],
      messages: { rule: ['actions[0].redirect.protocol: does not redirect to HTTPS; fix: set it to "HTTPS"'] },
    },
    "a rule that names the listener": {
      stack: [
        listener("HTTP", { arn: "arn:l" }),
        { ...listenerRule([forward]), props: { listenerArn: "arn:l", actions: [forward] }, sources: {} },
      ],
      messages: { rule: [`actions[0].type: serves requests over plain HTTP; ${fix}`] },
    },
  },
  clean: {
    "a rule that redirects": [listener("HTTP"), listenerRule([redirect("HTTPS")])],
    "a rule of an HTTPS listener": [listener("HTTPS"), listenerRule([forward])],
    "a rule of a listener elsewhere": [listenerRule([forward])],
  },
  unknown: {
    "computed actions": { stack: [listener("HTTP"), listenerRule(unknown)], undecided: "rule:actions" },
  },
});

const fixPolicy = 'fix: set it to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"';

testRule(requireCurrentTlsPolicy, {
  type,
  violating: {
    "no policy, which means TLS 1.0": {
      props: { protocol: "HTTPS" },
      messages: [`sslPolicy: is not set; ${fixPolicy}`],
    },
    "the console's default": {
      props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      messages: [`sslPolicy: is "ELBSecurityPolicy-TLS13-1-2-2021-06"; ${fixPolicy}`],
    },
    "an old policy on a TLS listener": {
      props: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS-1-2-2017-01" },
      messages: [`sslPolicy: is "ELBSecurityPolicy-TLS-1-2-2017-01"; ${fixPolicy}`],
    },
  },
  clean: {
    "a current policy": { props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" } },
    "an HTTP listener, which has none": { props: { protocol: "HTTP" } },
  },
  unknown: { "a computed policy": { props: { protocol: "HTTPS", sslPolicy: unknown }, path: "sslPolicy" } },
});
