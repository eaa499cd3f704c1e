/** A wind, and the speed in m/s below which the package calls the air calm; absent if unknown. */
export interface WindWithCalmLimit {
  readonly metresPerSecond: number
  readonly calmBelow?: number
}

/** Whether the air was so calm that the wind direction does not show where dust came from. */
export const isCalm = ({ metresPerSecond, calmBelow = 0 }: WindWithCalmLimit): boolean =>
  metresPerSecond === 0 || metresPerSecond < calmBelow
