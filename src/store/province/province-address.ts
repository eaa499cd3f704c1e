/**
 * Folder of the province from `?province=`, as written but without its descriptor and trailing slash; null if the page
 * shows no province.
 */
export function provinceFolder(search: string): string | null {
  const written = new URLSearchParams(search).get('province')
  if (written === null || written.trim() === '') return null
  return written.replace(/(^|\/)province\.json$/, '').replace(/\/+$/, '') || '.'
}

/** URL of its province.json; null if invalid or on another site. */
export function provinceUrl(folder: string, base: string): URL | null {
  try {
    const url = new URL(`${folder}/province.json`, base)
    url.search = ''
    url.hash = ''
    return url.origin === new URL(base).origin ? url : null
  } catch {
    return null
  }
}

/** Path of the screen in the part of an address after `#`. */
export const PROVINCE_PATH = '/province'

/** Whether an address shows the province rather than a city: `#/province`, or only `?province=`. */
export function isProvinceScreen(search: string, hash: string): boolean {
  if (provinceFolder(search) === null) return false
  if (hash.replace(/^#/, '') === '') return !new URLSearchParams(search).has('data')
  return hash.replace(/^#/, '').split('?')[0] === PROVINCE_PATH
}

/** A query in which slashes and colons are not escaped. */
const query = (params: Readonly<Record<string, string>>) =>
  new URLSearchParams(params).toString().replaceAll('%2F', '/').replaceAll('%3A', ':')

/** View in which a city's own map is opened; each part may be absent. */
export interface CityView {
  readonly month?: string | null
  /** Code of a county. */
  readonly focus?: string
  /** `kind/code` of a source. */
  readonly source?: string
}

/** Address of a city's own map, relative to the page. */
export function cityAddress(folder: string, path: string, view: CityView): string {
  const shown = query(Object.fromEntries(Object.entries(view).filter(([, value]) => value != null)))
  return `?${query({ data: `${folder}/${path}`, province: folder })}#/explore${shown && `?${shown}`}`
}

/** Path of the city within the folder of its province, as {@link cityAddress} puts it into `?data=`; null if it is elsewhere. */
export function cityPath(folder: string, search: string): string | null {
  const data = new URLSearchParams(search).get('data')
  return data?.startsWith(`${folder}/`) ? data.slice(folder.length + 1) : null
}

/** Address of the province's screen, relative to the page; `county` is `city path/county code`. */
export function provinceAddress(folder: string, month: string | null, county: string | null = null): string {
  const view = query({ ...(month !== null && { month }), ...(county !== null && { county }) })
  return `?${query({ province: folder })}#${PROVINCE_PATH}${view && `?${view}`}`
}
