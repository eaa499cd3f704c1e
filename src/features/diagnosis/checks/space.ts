import type { Check } from './check'

const MEGABYTE = 1e6
/** Below this, a version of a large city or a day's photos may not fit. */
const MIN_LEFT = 500 * MEGABYTE

/** Checks the free storage, and whether the browser promised not to delete stored data when the disk is full. */
export const checkSpace: Check = async () => {
  if (!navigator.storage?.estimate) return { standing: 'unknown', says: (t) => t('diagnosis.space.unknown') }
  const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted?.() ?? false,
  ])
  const figures = { used: Math.round(usage / MEGABYTE), left: Math.round((quota - usage) / MEGABYTE) }
  if (quota - usage < MIN_LEFT) return { standing: 'wrong', says: (t) => t('diagnosis.space.full', figures) }
  return persisted
    ? { standing: 'fine', says: (t) => t('diagnosis.space.fine', figures) }
    : { standing: 'odd', says: (t) => t('diagnosis.space.cleared', figures), mend: 'persist' }
}
