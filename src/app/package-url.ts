const DEFAULT_PACKAGE = 'data/datapackage.json'

/** Address of the package: `?data=` names another (its folder or its descriptor); without it the default beside the app. */
export function packageUrl(): URL {
  const wanted = new URLSearchParams(location.search).get('data')
  const url = new URL(wanted ?? DEFAULT_PACKAGE, document.baseURI)
  if (url.pathname.endsWith('.json')) return url
  return new URL(`${url.pathname.replace(/\/?$/, '/')}datapackage.json`, url)
}
