import { changeLanguage, startI18n } from '@/i18n'
import { usePreferences } from '@/store/device/preferences'

/**
 * Starts the texts in the language chosen on this device, and follows the choice. Texts that cannot be loaded leave the
 * page in the language that it has, in Chinese at the start, and the choice as it is: they may be there at the next
 * start.
 */
export async function followLanguage(): Promise<void> {
  // A file of the app that cannot be loaded is reported where all are (last-net.ts).
  usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) changeLanguage(now.language).catch(() => undefined)
  })
  await startI18n(usePreferences.getState().language).catch(() => undefined)
}
