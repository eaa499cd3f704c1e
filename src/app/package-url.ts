import { appFolder, appOrigin } from '@/io/package/app-folder'

const DEFAULT_PACKAGE = 'data/datapackage.json'

/**
 * Address of the package's descriptor: `?data=` names its folder or its descriptor; the default is beside the app. Null
 * if the value is not a valid URL. Whether it may be read is checked by the worker.
 */
export function packageUrl(): URL | null {
  const wanted = wantedPackage() ?? DEFAULT_PACKAGE
  try {
    const url = new URL(wanted, appFolder())
    if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/?$/, '/')}datapackage.json`
    url.search = ''
    url.hash = ''
    return url
  } catch {
    return null
  }
}

/** Raw value of `?data=`; null without it. */
export const wantedPackage = () => new URLSearchParams(location.search).get('data')

/** The package's address for display, percent-decoded if possible. */
export function packageAddress(): string {
  const url = packageUrl()
  if (!url) return wantedPackage() ?? ''
  const address = url.origin === appOrigin() ? url.pathname : url.href
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
