import type { TFunction } from 'i18next'
import type { Position } from '@/domain/geodesy/position'
import { countyName } from '@/domain/sources/county'
import { type Area, lineAlong } from '@/domain/sources/view/area'
import type { Dataset } from '@/questions/dataset'
import { kindTitle } from './kinds'

/** One step of a selection in words. */
export function areaText(t: TFunction<'texts'>, dataset: Dataset, area: Area, language: string): string {
  switch (area.type) {
    case 'polygon':
      return t(isBox(area.ring) ? 'area.type.box' : 'area.type.polygon')
    case 'circle':
      return area.name
        ? t('area.type.circleOf', { km: area.metres / 1000, name: area.name })
        : t('area.type.circle', { km: area.metres / 1000 })
    case 'line': {
      const name = lineAlong(dataset.lines, area)?.name ?? area.code
      return t('area.type.line', { name, metres: area.metres })
    }
    case 'around': {
      const name =
        typeof area.of === 'string' ? t(`area.aroundOf.${area.of}`) : kindTitle(dataset.kinds, area.of.kind, language)
      return t('area.type.around', { name, km: area.metres / 1000 })
    }
    case 'county':
      return t('area.type.county', { name: countyName(dataset, area.code, language) })
  }
}

/** Whether a ring is a box: four corners on two meridians and two parallels. */
const isBox = (ring: readonly Position[]) =>
  ring.length === 4 && [0, 1].every((axis) => new Set(ring.map((position) => position[axis])).size === 2)
