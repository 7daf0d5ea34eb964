// Test files, like passes, end before most of what V8 optimises has paid.

import { setFlagsFromString } from "node:v8";
import { v8Flags } from "../preview/engine/pass/v8-flags";

for (const flag of v8Flags) setFlagsFromString(flag);
