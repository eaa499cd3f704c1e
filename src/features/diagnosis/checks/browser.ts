import { isOneFile } from '@/io/package/app-folder'
import type { CheckResult } from './check'

/** Oldest supported engines, the same as the build's targets (`FLOOR` in vite.config.ts). */
const FLOOR: readonly (readonly [name: string, version: RegExp, oldest: number])[] = [
  ['Firefox', /Firefox\/(\d+)/, 140],
  ['Chromium', /(?:Chrome|Chromium)\/(\d+)/, 109],
  ['Safari', /Version\/(\d+\.\d+).*Safari/, 16.4],
]

/** Detects the engine and whether Chentu supports it. */
export function checkBrowser(agent = navigator.userAgent): CheckResult {
  for (const [name, version, oldest] of FLOOR) {
    const found = version.exec(agent)
    if (!found) continue
    const own = Number(found[1])
    return own < oldest
      ? { standing: 'wrong', says: (t) => t('diagnosis.browser.old', { name, version: own, oldest }) }
      : { standing: 'fine', says: (t) => t('diagnosis.browser.fine', { name, version: own }) }
  }
  return { standing: 'unknown', says: (t) => t('diagnosis.browser.other') }
}

/** Checks whether the address is secure: position, offline copy and sharing require HTTPS or localhost. */
export const checkAddress = (isSecure = isSecureContext): CheckResult =>
  isOneFile()
    ? { standing: 'odd', says: (t) => t('diagnosis.address.file') }
    : isSecure
      ? { standing: 'fine', says: (t) => t('diagnosis.address.fine') }
      : { standing: 'odd', says: (t) => t('diagnosis.address.plain') }
