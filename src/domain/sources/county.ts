import { plainText } from '@/domain/sources/reading/cell'

/** A county, or a management committee without a polygon of its own. */
export interface County {
  /** GB/T 2260, or the committee's name. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly aliases: readonly string[]
  /** Whether it takes part in the ranking. */
  readonly ranked: boolean
}

/** A county's name in a language, Chinese where none is said; its code where the package does not know it. */
export function countyName(
  { counties }: { readonly counties: readonly County[] },
  code: string,
  language = 'zh-CN',
): string {
  const county = counties.find((each) => each.code === code)
  if (!county) return code
  return (language === 'en' && county.nameEn) || county.name
}

/** Whether a text names a city as a whole: by its name, with 市 or without, its code, or as 全市. */
export function namesCity(text: string, { zh, en, code }: { zh: string; en: string; code: string }): boolean {
  return ['全市', zh, zh.replace(/市$/, ''), en, code].includes(plainText(text))
}

/** Finds the code of a county by code, name in both languages or alias (a short or former name); null for an unknown one. */
export function countyFinder(counties: readonly County[]): (text: string) => string | null {
  const codes = new Map<string, string>()
  // Not by an absent name: a row without a county is not one of the county that has no English name.
  for (const { code, name, nameEn, aliases } of counties)
    for (const key of [code, name, nameEn, ...aliases]) if (key !== '') codes.set(key, code)
  return (text) => codes.get(text) ?? codes.get(plainText(text)) ?? null
}
