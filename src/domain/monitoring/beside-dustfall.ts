/** How monitors are put beside dustfall: a setting of the package. */
export interface BesideDustfallRule {
  /** So many days that count a device's month needs. */
  readonly leastDays: number
  /** How far from a point devices are taken for its surroundings, in metres. */
  readonly withinMetres: number
  /** Ranks that lie so far apart at most agree. */
  readonly rankApart: number
}
