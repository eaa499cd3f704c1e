import { withTimeout } from '@/io/versions/within'
import { checkAddress, checkBrowser } from './browser'
import type { Check, CheckResult } from './check'
import { checkClock } from './clock'
import { checkData } from './data'
import { checkDatabase } from './database'
import { checkMap } from './map'
import { checkOffline } from './offline'
import { checkSpace } from './space'
import { checkWorker } from './worker'

const CHECKS = {
  browser: () => checkBrowser(),
  address: () => checkAddress(),
  worker: checkWorker,
  database: checkDatabase,
  space: checkSpace,
  map: checkMap,
  clock: checkClock,
  data: checkData,
  offline: checkOffline,
} as const satisfies Record<string, Check>

export type CheckId = keyof typeof CHECKS
export const CHECK_IDS = Object.keys(CHECKS) as readonly CheckId[]

/** Time limit of a check, so that none delays the others. */
const PATIENCE_MS = 10_000

/** The result of a check; a check that fails or exceeds the time limit gives a result that says so. */
export async function runCheck(id: CheckId): Promise<CheckResult> {
  try {
    const check: Check = CHECKS[id]
    return await withTimeout(PATIENCE_MS, Promise.resolve().then(check))
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : 'Error'
    return { standing: 'wrong', says: (t) => t('diagnosis.failed', { name }) }
  }
}
