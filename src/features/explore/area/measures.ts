import type { TFunction } from 'i18next'
import { countyName } from '@/domain/sources/county'
import { type Area, lineAlong } from '@/domain/sources/view/area'
import type { Dataset } from '@/questions/dataset'

/** A length as people say it: metres, from one kilometre on kilometres. */
export const lengthText = (metres: number) =>
  metres < 1000 ? `${metres.toFixed(1)} m` : `${(metres / 1000).toFixed(3)} km`

/** A surface as people say it. */
export const surfaceText = (squareMetres: number) =>
  squareMetres < 1e6 ? `${Math.round(squareMetres).toLocaleString('en')} m²` : `${(squareMetres / 1e6).toFixed(3)} km²`

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
