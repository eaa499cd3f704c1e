import type { Check } from './check'

const DEFAULT_PACKAGE = 'data/datapackage.json'

/** Whether the city's package beside the app can be had, or only what is kept on this device. */
export const checkData: Check = async () => {
  try {
    const { ok, status } = await fetch(new URL(DEFAULT_PACKAGE, document.baseURI), {
      method: 'HEAD',
      cache: 'no-store',
    })
    return ok
      ? { standing: 'fine', says: (t) => t('diagnosis.data.fine') }
      : { standing: 'odd', says: (t) => t('diagnosis.data.none', { status }) }
  } catch {
    return { standing: 'odd', says: (t) => t('diagnosis.data.unreachable') }
  }
}
