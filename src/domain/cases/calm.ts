/** A wind, and below how many m/s its package calls the air calm; absent where that is not known. */
export interface JudgedWind {
  readonly metresPerSecond: number
  readonly calmBelow?: number
}

/** Whether the air stood so still that its direction says nothing of where dust came from. */
export const isCalm = ({ metresPerSecond, calmBelow = 0 }: JudgedWind): boolean =>
  metresPerSecond === 0 || metresPerSecond < calmBelow
