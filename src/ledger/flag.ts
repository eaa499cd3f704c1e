/** Doubts about a record's position and photos. The names are stored: none may change its meaning. */
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

/** Flags of single photos, and flags of the position. */
export const PHOTO_FLAGS = ['old-photo', 'far-photo', 'reused-photo'] as const satisfies readonly Flag[]
export type PhotoFlag = (typeof PHOTO_FLAGS)[number]
export const POSITION_FLAGS = ['no-position', 'far', 'old-position', 'inaccurate'] as const satisfies readonly Flag[]

/** Flags of one photo: values of `PHOTO_FLAGS`, or of a later version. */
export interface PhotoDoubt {
  readonly hash: string
  readonly flags: readonly string[]
}

/** How reliable a record's place, time and photos are. It never prevents saving. */
export interface Evidence {
  /** When the position was measured, by the clock of the device that measured it, ISO; empty without a position. */
  readonly measuredAt: string
  /** Distance from the position to the source as it was in the package; null if either is unknown. */
  readonly distanceMetres: number | null
  /** Flags shown before saving: values of FLAGS, or of a later version. */
  readonly flags: readonly string[]
  /** Photos with flags; absent if there are none, and in older records. */
  readonly photos?: readonly PhotoDoubt[]
  /** The author's explanation; empty if none was asked for or given. */
  readonly reason: string
  /** Why and by whom the author's PIN was removed that day; absent if it was not. */
  readonly pinCleared?: string
}
