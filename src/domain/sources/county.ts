import { plainText } from '@/domain/sources/reading/cell'

/** A county, or a management committee without a polygon of its own. */
export interface County {
  /** GB/T 2260 code, or the committee's name. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly aliases: readonly string[]
  /** Whether it is ranked. */
  readonly ranked: boolean
}

/** Name of a county, in Chinese by default; its code if the package does not know it. */
export function countyName(
  { counties }: { readonly counties: readonly County[] },
  code: string,
  language = 'zh-CN',
): string {
  const county = counties.find((each) => each.code === code)
  if (!county) return code
  return (language === 'en' && county.nameEn) || county.name
}

/** Whether a text names the whole city: its name with or without 市, its code, or 全市. */
export function namesCity(text: string, { zh, en, code }: { zh: string; en: string; code: string }): boolean {
  return ['全市', zh, zh.replace(/市$/, ''), en, code].includes(plainText(text))
}

/** A county's name without its rank (区, 县, 市), if at least two characters remain. */
const withoutRank = (name: string) => name.replace(/^(.{2,})[区县市]$/u, '$1')

/** Whether a text contains a county's name, with or without its rank: 渭城区管委会 for 渭城区. */
export const namesCounty = (text: string, name: string): boolean =>
  plainText(text).includes(withoutRank(plainText(name)))

const SEPARATORS = /[\s\-/·、,，]+/g

/**
 * Finds a county's code by code, name in either language or alias (a short or former name); null if unknown. With the name
 * of their `city` also behind the city, its province or both: 陕西省咸阳市兴平市, 咸阳-兴平.
 */
export function countyFinder(counties: readonly County[], city = ''): (text: string) => string | null {
  const codes = new Map<string, string>()
  // Empty names are skipped: otherwise rows without a county would match a county without an English name.
  for (const { code, name, nameEn, aliases } of counties)
    for (const key of [code, name, nameEn, ...aliases]) if (key !== '') codes.set(key, code)
  const bareCity = city.replace(/市$/, '')
  /** A name without its province, and without its city as well. */
  const withoutPlaces = (text: string): readonly string[] => {
    const [province = ''] = /^\p{Script=Han}{2,7}?(?:省|自治区)/u.exec(text) ?? []
    const behind = text.slice(province.length)
    if (bareCity === '' || !behind.startsWith(bareCity)) return [behind]
    // A county may have the name of its city: 南昌市南昌县.
    return [behind, behind.slice(bareCity.length).replace(/^市/, '')]
  }
  return (text) => {
    const plain = plainText(text)
    const known = codes.get(text) ?? codes.get(plain)
    if (known !== undefined) return known
    const found = withoutPlaces(plain.replace(SEPARATORS, '')).find((name) => codes.has(name))
    return found === undefined ? null : codes.get(found)!
  }
}
