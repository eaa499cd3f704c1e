/**
 * Folder of the province that `?province=` names, as a person writes it, without its descriptor and the last slash; null where
 * the page is of no province.
 */
export function provinceFolder(search: string): string | null {
  const written = new URLSearchParams(search).get('province')
  if (written === null || written.trim() === '') return null
  return written.replace(/(^|\/)province\.json$/, '').replace(/\/+$/, '') || '.'
}

/** Address of its province.json; null where what is named is no address of this site. */
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

/** Whether an address shows the province and not a city: `#/province`, or no more than `?province=`. */
export function isProvinceScreen(search: string, hash: string): boolean {
  if (provinceFolder(search) === null) return false
  if (hash.replace(/^#/, '') === '') return !new URLSearchParams(search).has('data')
  return hash.replace(/^#/, '').split('?')[0] === PROVINCE_PATH
}

/** A query in which slashes and colons stand as a person writes them. */
const query = (params: Readonly<Record<string, string>>) =>
  new URLSearchParams(params).toString().replaceAll('%2F', '/').replaceAll('%3A', ':')

/** What a city's own map is opened with; each may be absent. */
export interface CityView {
  readonly month?: string | null
  /** Code of a county. */
  readonly focus?: string
  /** Kind and code of a source, with a slash between. */
  readonly source?: string
}

/** Address of a city's own map, relative to the page. */
export function cityAddress(folder: string, path: string, view: CityView): string {
  const shown = query(Object.fromEntries(Object.entries(view).filter(([, value]) => value != null)))
  return `?${query({ data: `${folder}/${path}`, province: folder })}#/explore${shown && `?${shown}`}`
}

/** Address of the province's screen, relative to the page. */
export function provinceAddress(folder: string, month: string | null): string {
  const view = query(month === null ? {} : { month })
  return `?${query({ province: folder })}#${PROVINCE_PATH}${view && `?${view}`}`
}
