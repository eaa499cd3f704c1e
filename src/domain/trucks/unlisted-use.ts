/** The likely use of an unlisted place, from what trucks did there. */
export const UNLISTED_USES = ['dump', 'site', 'other'] as const
export type UnlistedUse = (typeof UNLISTED_USES)[number]
