/** What an unlisted place may be, by what trucks did there. */
export const UNLISTED_USES = ['dump', 'site', 'other'] as const
export type UnlistedUse = (typeof UNLISTED_USES)[number]
