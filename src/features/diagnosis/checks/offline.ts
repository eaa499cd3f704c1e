import { isOneFile } from '@/io/package/app-folder'
import { withTimeout } from '@/io/versions/within'
import type { Check } from './check'

const PATIENCE_MS = 2000

/** Checks whether the app starts here without a network. */
export const checkOffline: Check = async () => {
  if (isOneFile()) return { standing: 'fine', says: (t) => t('diagnosis.offline.file') }
  if (!('serviceWorker' in navigator)) return { standing: 'odd', says: (t) => t('diagnosis.offline.impossible') }
  const registration = await withTimeout(PATIENCE_MS, navigator.serviceWorker.getRegistration())
  if (!registration?.active) return { standing: 'odd', says: (t) => t('diagnosis.offline.none'), mend: 'offline' }
  const page = await caches.match(new URL('index.html', document.baseURI), { ignoreSearch: true })
  if (!page) return { standing: 'wrong', says: (t) => t('diagnosis.offline.broken'), mend: 'offline' }
  return registration.waiting
    ? { standing: 'odd', says: (t) => t('diagnosis.offline.newer') }
    : { standing: 'fine', says: (t) => t('diagnosis.offline.fine') }
}
