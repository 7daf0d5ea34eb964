import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

export const serverType = "aws:transfer/server:Server";

/** A server does not speak FTP. */
export const refuseFtp: Rule = {
  name: "transfer-no-ftp",
  severity: "high",
  reason: "A Transfer Family server must not speak FTP, which sends files and passwords as plain text.",
  remediation: 'Set protocols to "SFTP", "FTPS" or "AS2"; left out, they are SFTP.',
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html",
  frameworks: [securityHub("Transfer.2"), pciDss("4.2.1")],
  profile: "baseline",
  types: [serverType],
  *check({ properties }: Resource) {
    const protocols = properties.at("protocols");
    if (protocols.state === "unknown") yield undecided(protocols);
    for (const protocol of protocols.items) {
      if (protocol.state === "unknown") yield undecided(protocol);
      else if (protocol.text?.toUpperCase() === "FTP") yield violated(protocol, "is FTP", "take it out");
    }
  },
};
