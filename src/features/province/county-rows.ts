import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { BuiltCity, MonthFile, ProvinceIndex } from '@/io/province/province-file'

/** A row of a month's ranking of all counties. */
export type CountyRow = { readonly [Name in keyof MonthFile['counties']]: MonthFile['counties'][Name][number] }

/** Converts a month's columns to rows, in ranking order. */
export function countyRows({ counties }: MonthFile): readonly CountyRow[] {
  const names = Object.keys(counties) as (keyof CountyRow)[]
  return counties.county.map(
    (_, i) => Object.fromEntries(names.map((name) => [name, counties[name][i]])) as unknown as CountyRow,
  )
}

export const cityName = ({ name }: Pick<BuiltCity, 'name'>, language: string) => inLanguage(name, language)

export const countyNameOf = ({ name, en }: ProvinceIndex['counties'][number], language: string) =>
  language === 'en' ? en : name

/** Key of a county in links: its city's path and its own code. */
export const countyKey = (index: ProvinceIndex, place: number): string => {
  const { city, code } = index.counties[place]!
  return `${index.cities[city]!.path}/${code}`
}

/** Index of the county with this key; null if `key` is null or the province has no such county. */
export function countyPlace(index: ProvinceIndex, key: string | null): number | null {
  if (key === null) return null
  const place = index.counties.findIndex(({ city, code }) => `${index.cities[city]!.path}/${code}` === key)
  return place < 0 ? null : place
}

/** Why a city is missing from a month's ranking; null if it is included. */
export function missingCityText(
  t: TFunction<'texts'>,
  { state, path, fault, package: of }: BuiltCity,
  month: string,
  monthText: (month: string) => string,
): string | null {
  if (state === 'missing') return t('province.lacking.missing', { path })
  if (state === 'refused' || !of)
    return t('province.lacking.refused', { problem: problemText(t, fault?.code ?? ''), file: fault?.file ?? path })
  const { months } = of
  if (months.includes(month)) return null
  const [first, last] = [months[0], months[months.length - 1]]
  if (first === undefined || last === undefined) return t('province.lacking.none')
  if (last < month) return t('province.lacking.older', { month: monthText(last) })
  if (first > month) return t('province.lacking.later', { month: monthText(first) })
  return t('province.lacking.gap')
}

/** Text of a problem code; the code itself if it is unknown, for example written by a later version. */
export const problemText = (t: TFunction<'texts'>, code: string): string =>
  t(`problem.${code}` as 'problem.file-unreachable', { defaultValue: code })
