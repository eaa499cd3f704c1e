import type { TFunction } from 'i18next'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { countyName } from '@/domain/sources/county'
import type { Dataset } from '@/questions/dataset'
import { memoOf } from '@/questions/memo'

type Counties = Pick<Dataset, 'outlines' | 'counties'>

const regionsOf = memoOf(({ features }: Counties['outlines']) => indexRegions(features.map(({ geometry }) => geometry)))

/** Code of the county that holds a place, found as the package finds that of a source without one; '' where none does. */
export function countyAt({ outlines }: Pick<Counties, 'outlines'>, [lon, lat]: Position): string {
  const region = regionsOf(outlines).find(lon, lat)
  return region < 0 ? '' : String(outlines.features[region]!.id)
}

/** The name of the county that holds a place, or that it is outside the city; '' where the package has no county outlines. */
export function countyText(t: TFunction<'texts'>, dataset: Counties, position: Position, language: string): string {
  if (dataset.outlines.features.length === 0) return ''
  const code = countyAt(dataset, position)
  return code === '' ? t('where.outside') : countyName(dataset, code, language)
}

/** The county of a source by name: the data's; of one that no list has the one that holds its place; '' where neither is known. */
export function countyOf(
  t: TFunction<'texts'>,
  dataset: Counties,
  listed: { readonly county: string } | null,
  position: Position | null,
  language: string,
): string {
  if (listed) return listed.county && countyName(dataset, listed.county, language)
  return position ? countyText(t, dataset, position, language) : ''
}
