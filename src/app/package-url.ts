import { appFolder, appOrigin } from '@/io/package/app-folder'

const DEFAULT_PACKAGE = 'data/datapackage.json'

/**
 * Address of the package: `?data=` names another (its folder or its descriptor); without it the default beside the app.
 * Null where what is named is no address. Whether it may be read at all, the worker says.
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

/** What `?data=` says, as it is written. */
export const wantedPackage = () => new URLSearchParams(location.search).get('data')

/** The package's address as a person reads it; as it is written where its percent signs mean nothing. */
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
