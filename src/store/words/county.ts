import type { TFunction } from 'i18next'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { countyName } from '@/domain/sources/county'
import type { Dataset } from '@/questions/dataset'
import { memoOf } from '@/questions/memo'

type Counties = Pick<Dataset, 'outlines' | 'counties'>

const regionsOf = memoOf(({ features }: Counties['outlines']) => indexRegions(features.map(({ geometry }) => geometry)))

/**
 * The name of the county that holds a place, found as the package finds that of a source without one; where none does, that the
 * place is outside the city. '' where the package has no county outlines.
 */
export function countyText(t: TFunction<'texts'>, dataset: Counties, [lon, lat]: Position, language: string): string {
  const { features } = dataset.outlines
  if (features.length === 0) return ''
  const region = regionsOf(dataset.outlines).find(lon, lat)
  return region < 0 ? t('where.outside') : countyName(dataset, String(features[region]!.id), language)
}
