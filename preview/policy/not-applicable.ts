/** Thrown by `args.notApplicable()`: the policy has nothing to say of the resource. */
export class NotApplicable extends Error {
  override name = "NotApplicable";

  /** Most policies throw one for most resources, and nobody reads its stack, which costs more than the rest of the call. */
  constructor(reason: string) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = limit;
  }
}
