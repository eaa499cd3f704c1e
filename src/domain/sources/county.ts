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

/** Finds a county's code by code, name in either language or alias (a short or former name); null if unknown. */
export function countyFinder(counties: readonly County[]): (text: string) => string | null {
  const codes = new Map<string, string>()
  // Empty names are skipped: otherwise rows without a county would match a county without an English name.
  for (const { code, name, nameEn, aliases } of counties)
    for (const key of [code, name, nameEn, ...aliases]) if (key !== '') codes.set(key, code)
  return (text) => codes.get(text) ?? codes.get(plainText(text)) ?? null
}
