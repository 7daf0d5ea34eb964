/** Thrown by `args.notApplicable()`: the policy has nothing to say of the resource. */
export class NotApplicable extends Error {
  override name = "NotApplicable";
}
