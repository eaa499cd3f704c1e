import type { TFunction } from 'i18next'

/** Result: as it should be; working but not as it should be; not working; or could not be determined. */
export type CheckStatus = 'fine' | 'odd' | 'wrong' | 'unknown'

/** Repairs that a button can do; none deletes the user's own data. */
export type Repair = 'persist' | 'canvas' | 'offline'

/** The result of a check, with a sentence on it and on what to do. */
export interface CheckResult {
  readonly standing: CheckStatus
  says(t: TFunction<'texts'>): string
  readonly mend?: Repair
}

/** Checks one aspect of this browser and its environment; changes nothing. If it throws, the check counts as failed. */
export type Check = () => CheckResult | Promise<CheckResult>
