import type { TFunction } from 'i18next'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { countyName } from '@/domain/sources/county'
import type { Dataset } from '@/questions/dataset'
import { memoOf } from '@/questions/memo'

type Counties = Pick<Dataset, 'outlines' | 'counties'>

const regionsOf = memoOf(({ features }: Counties['outlines']) => indexRegions(features.map(({ geometry }) => geometry)))

/** Code of the county containing a position, determined as for sources without one; '' if none. */
export function countyAt({ outlines }: Pick<Counties, 'outlines'>, [lon, lat]: Position): string {
  const region = regionsOf(outlines).find(lon, lat)
  return region < 0 ? '' : String(outlines.features[region]!.id)
}

/**
 * Name of the county containing a position, or that it is outside the city; '' if the package has no county outlines.
 */
export function countyText(t: TFunction<'texts'>, dataset: Counties, position: Position, language: string): string {
  if (dataset.outlines.features.length === 0) return ''
  const code = countyAt(dataset, position)
  return code === '' ? t('where.outside') : countyName(dataset, code, language)
}

/** County name of a source: from the data, or for an unlisted source from its position; '' if neither is known. */
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
