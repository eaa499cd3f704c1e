/** Sorts of stops besides the indexes in `ROLES`: at an unlisted place, or at no place. */
export const [UNLISTED_STOP, OTHER_STOP] = [254, 255] as const
