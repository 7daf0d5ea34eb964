/** Types that as a whole say who may call whom, and move nothing. */
const grantTypes = /^aws:(iam\/|lambda\/permission:|ram\/|organizations\/)/;

export function isGrant(type: string): boolean {
  return grantTypes.test(type);
}
