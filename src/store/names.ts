import type { Dataset } from '@/questions/dataset'

/** A county's name in a language; its code where the package does not know it. */
export function countyName(dataset: Dataset, code: string, language: string): string {
  const county = dataset.counties.find((each) => each.code === code)
  if (!county) return code
  return language === 'en' ? county.nameEn : county.name
}

export { inLanguage } from '@/domain/bilingual'
