import type { TFunction } from 'i18next'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { MonthFile, ProvinceIndex } from '@/io/province/province-file'
import { type CountyRow, cityName, countyNameOf, missingCityText } from './county-rows'

type Texts = TFunction<'texts'>

/** The description in a workbook: province, month, when it was created, and which cities are missing. */
function aboutOf(t: Texts, index: ProvinceIndex, month: string, language: string): ExportTable['about'] {
  const lacking = index.cities.flatMap((city) => {
    const why = missingCityText(t, city, month, (text) => text)
    return why === null ? [] : [[cityName(city, language), why] as const]
  })
  return {
    title: t('about.title'),
    lines: [
      [t('province.title'), language === 'en' ? index.name.en : index.name.zh],
      [t('province.month'), month],
      ['', t('province.why.made', { day: index.madeOn })],
      ['', t('province.why.rank')],
      ...lacking,
    ],
  }
}

const bare = (t: Texts): Pick<ExportTable, 'place'> => ({
  place: [t('monitoring.list.lon'), t('monitoring.list.lat')],
})

type CountyColumn =
  | 'rank'
  | 'cityRank'
  | 'value'
  | 'limit'
  | 'over'
  | 'lastMonth'
  | 'mom'
  | 'lastYear'
  | 'yoy'
  | 'accumulated'
  | 'accumulatedRank'
  | 'dataClass'
  | 'version'
  | 'asOf'

/** The counties listed, as a table. */
export function countiesTable(
  t: Texts,
  index: ProvinceIndex,
  month: string,
  rows: readonly CountyRow[],
  language: string,
): ExportTable {
  const of = (column: CountyColumn) => t(`province.columns.${column}`)
  return {
    title: t('province.export.name'),
    headings: [
      of('rank'),
      t('province.city'),
      t('province.county'),
      of('value'),
      of('limit'),
      of('over'),
      of('cityRank'),
      of('lastMonth'),
      of('mom'),
      of('lastYear'),
      of('yoy'),
      of('accumulated'),
      of('accumulatedRank'),
      of('dataClass'),
      of('version'),
      of('asOf'),
    ],
    rows: rows.map((row): ExportValue[] => {
      const county = index.counties[row.county]!
      const city = index.cities[county.city]!
      return [
        row.rank,
        cityName(city, language),
        countyNameOf(county, language),
        row.value,
        row.limit,
        row.value === null ? null : t(row.over ? 'province.over_.yes' : 'province.over_.no'),
        row.cityRank,
        row.lastMonth,
        row.monthOnMonth,
        row.lastYear,
        row.yearOnYear,
        row.accumulated,
        row.accumulatedRank,
        city.package && t(`dataClass.${city.package.dataClass}`),
        city.package?.version ?? null,
        city.package?.asOf ?? null,
      ]
    }),
    days: [15],
    positions: rows.map(() => null),
    ...bare(t),
    about: aboutOf(t, index, month, language)!,
  }
}

/** The cities listed, as a table. */
export function citiesTable(
  t: Texts,
  index: ProvinceIndex,
  month: string,
  cities: MonthFile['cities'],
  language: string,
): ExportTable {
  return {
    title: t('province.export.cities'),
    headings: [
      t('province.columns.cityRankOf'),
      t('province.city'),
      t('province.columns.mean'),
      t('province.columns.mom'),
      t('province.columns.yoy'),
      t('province.columns.limit'),
      t('province.columns.withFigure'),
      t('province.columns.overCount'),
      t('province.columns.dataClass'),
      t('province.columns.version'),
      t('province.columns.asOf'),
    ],
    rows: cities.map((row): ExportValue[] => {
      const city = index.cities[row.city]!
      return [
        row.rank,
        cityName(city, language),
        row.mean,
        row.monthOnMonth,
        row.yearOnYear,
        row.limits.join('、'),
        row.withFigure,
        row.over,
        city.package && t(`dataClass.${city.package.dataClass}`),
        city.package?.version ?? null,
        city.package?.asOf ?? null,
      ]
    }),
    days: [10],
    positions: cities.map(() => null),
    ...bare(t),
    about: aboutOf(t, index, month, language)!,
  }
}
