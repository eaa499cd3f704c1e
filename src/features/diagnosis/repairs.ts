import { usePreferences } from '@/store/device/preferences'
import type { Repair } from './checks/check'

/**
 * Renews the offline copy of the app by reloading the page. Does so only if the server answers, since otherwise the
 * existing copy is all there is.
 */
async function renewOffline(): Promise<void> {
  const { ok } = await fetch(new URL('index.html', document.baseURI), { method: 'HEAD', cache: 'no-store' })
  if (!ok) throw new Error('the server has no index.html')
  const registrations = await navigator.serviceWorker.getRegistrations()
  const own = registrations.filter(({ scope }) => document.baseURI.startsWith(scope))
  await Promise.all(own.map((each) => each.unregister()))
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.includes('precache')).map((name) => caches.delete(name)))
  location.reload()
}

/**
 * The action of each repair button. None touches data, records or drafts. @throws if it can't be done in this browser
 */
export const REPAIRS: Readonly<Record<Repair, () => Promise<void>>> = {
  async persist() {
    if (!(await navigator.storage.persist())) throw new DOMException('the browser refused', 'NotAllowedError')
  },
  async canvas() {
    usePreferences.getState().setMapEngine('canvas')
  },
  offline: renewOffline,
}
