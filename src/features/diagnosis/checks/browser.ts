import { isOneFile } from '@/io/package/app-folder'
import type { Checked } from './check'

/** The oldest engines that Chentu works in, as the build is made for them (`FLOOR` of vite.config.ts). */
const FLOOR: readonly (readonly [name: string, version: RegExp, oldest: number])[] = [
  ['Firefox', /Firefox\/(\d+)/, 140],
  ['Chromium', /(?:Chrome|Chromium)\/(\d+)/, 109],
  ['Safari', /Version\/(\d+\.\d+).*Safari/, 16.4],
]

/** Which engine this is, and whether it is one that Chentu is made for. */
export function checkBrowser(agent = navigator.userAgent): Checked {
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

/** Whether the address lets the browser tell a place, keep the app and share: those want HTTPS or this machine. */
export const checkAddress = (isSecure = isSecureContext): Checked =>
  isOneFile()
    ? { standing: 'odd', says: (t) => t('diagnosis.address.file') }
    : isSecure
      ? { standing: 'fine', says: (t) => t('diagnosis.address.fine') }
      : { standing: 'odd', says: (t) => t('diagnosis.address.plain') }
