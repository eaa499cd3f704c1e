import { useTranslation } from 'react-i18next'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { LegendEntry } from '@/layers/legend'
import { useDataset, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { useLookText } from './use-look-text'

/** Returns a function that names a legend entry, on the screen and on paper. */
export function useLegendText(): (entry: LegendEntry) => string {
  const { t } = useTranslation()
  const ring = useOpened((opened) => opened.ring)
  const dataset = useDataset()
  const kindTexts = useKindTexts()
  const look = useLookText()
  const { word, list } = useDataWords()
  return (entry) => {
    switch (entry.type) {
      case 'standing':
        return t(`status.${entry.status}`)
      case 'dots':
        return t('frame.drawn.dots', { status: t(`status.${entry.status}`) })
      case 'kind': {
        const { kind, letters } = entry
        const name = kindTexts.title(kind)
        const written = Object.entries(kindWithId(dataset.kinds, kind)?.ladder?.letters ?? {})
        // Explains a letter that differs from the grade it stands for.
        const said = (letter: string) => {
          const grade = written.find(([, each]) => each === letter)?.[0]
          return grade === undefined ? letter : `${letter} = ${word(grade)}`
        }
        return letters.length > 0 ? t('frame.drawn.letters', { kind: name, letters: list(letters.map(said)) }) : name
      }
      case 'dustfall':
        return entry.to === null
          ? t('frame.drawn.more', { value: entry.from })
          : t('frame.drawn.upTo', { value: entry.to })
      case 'case':
        return t(entry.isLate ? 'cases.map.lateOpen' : 'cases.map.inTime')
      case 'likely':
        return t('cases.likely')
      case 'points':
        return t('layers.points')
      case 'area':
        return t('area.title')
      case 'ring':
        return t('ring.title', { km: ring.radiusMetres / 1000 })
      case 'look':
        return look.class(entry)
      case 'look-sizes':
        return look.sizes(entry)
      case 'line':
        return entry.grade === null ? t('frame.drawn.unsurveyed') : word(entry.grade)
      default:
        return t(`frame.drawn.${entry.type}`)
    }
  }
}
