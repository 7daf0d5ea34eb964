// What `pulumi up` and `causeway preview` run. The stack's name is the environment's.

import * as pulumi from "@pulumi/pulumi";
import { deployEnvironment } from "./environments";

export = deployEnvironment(pulumi.getStack());
