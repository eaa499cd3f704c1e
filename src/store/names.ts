import type { Bilingual } from '@/domain/rules/clause'
import type { Dataset } from '@/questions/answers'

/** A county's name in a language; its code where the package does not know it. */
export function countyName(dataset: Dataset, code: string, language: string): string {
  const county = dataset.counties.find((each) => each.code === code)
  if (!county) return code
  return language === 'en' ? county.nameEn : county.name
}

/** A bilingual text in a language. */
export function inLanguage(text: Bilingual, language: string): string {
  return language === 'en' ? text.en : text.zh
}
