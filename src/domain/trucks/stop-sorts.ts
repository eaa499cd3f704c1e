/** Of a stop, beside the places in `ROLES`: at an unlisted place, or at none. */
export const [UNLISTED_STOP, OTHER_STOP] = [254, 255] as const
