/** What a record's position and photos leave open. The names are stored: none may change its meaning. */
export const FLAGS = [
  'no-position',
  'far',
  'old-position',
  'inaccurate',
  'clock',
  'old-photo',
  'far-photo',
  'reused-photo',
  'no-photo',
  'past-deadline',
  'pin-cleared',
] as const
export type Flag = (typeof FLAGS)[number]

/** Those that are about single photos, and those that are about the position. */
export const PHOTO_FLAGS = ['old-photo', 'far-photo', 'reused-photo'] as const satisfies readonly Flag[]
export type PhotoFlag = (typeof PHOTO_FLAGS)[number]
export const POSITION_FLAGS = ['no-position', 'far', 'old-position', 'inaccurate'] as const satisfies readonly Flag[]

/** What one photo leaves open: of `PHOTO_FLAGS`, or of a later version's. */
export interface PhotoDoubt {
  readonly hash: string
  readonly flags: readonly string[]
}

/** How well a record is vouched for. It never keeps anybody from saving. */
export interface Evidence {
  /** When the position was measured, by the clock of who measured it, ISO; empty without one. */
  readonly measuredAt: string
  /** From the position to the source as the package then had it; null where either is not known. */
  readonly distanceMetres: number | null
  /** What the person was shown before saving: of FLAGS, or of a later version's. */
  readonly flags: readonly string[]
  /** Which photos the flags of photos are about; absent where there are none, and in records of before they were named. */
  readonly photos?: readonly PhotoDoubt[]
  /** Why it is right all the same; empty where nothing was asked or said. */
  readonly reason: string
  /** Why and by whom the PIN of its writer was taken away that day; absent where it was not. */
  readonly pinCleared?: string
}
