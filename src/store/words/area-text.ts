import type { TFunction } from 'i18next'
import { countyName } from '@/domain/sources/county'
import { type Area, lineAlong } from '@/domain/sources/view/area'
import type { Dataset } from '@/questions/dataset'

/** One step of a selection in words. */
export function areaText(t: TFunction<'texts'>, dataset: Dataset, area: Area, language: string): string {
  switch (area.type) {
    case 'polygon':
      return t('area.type.polygon')
    case 'circle':
      return t('area.type.circle', { km: area.metres / 1000 })
    case 'line': {
      const name = lineAlong(dataset.lines, area)?.name ?? area.code
      return t('area.type.line', { name, metres: area.metres })
    }
    case 'county':
      return t('area.type.county', { name: countyName(dataset, area.code, language) })
  }
}
