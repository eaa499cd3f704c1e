import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { LookEntry, LookSizesEntry } from '@/layers/look-legend'
import { useDataset } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'

/** Significant digits of a class break on the screen; the classes themselves use the exact number. */
const DIGITS = 4

/** Texts for the classes of a look. */
export function useLookText() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { word } = useDataWords()
  const kindTexts = useKindTexts()
  const said = (kind: KindId, column: string, value: number) => {
    const isDay = kindWithId(dataset.kinds, kind)?.fields.find(({ name }) => name === column)?.type === 'day'
    return isDay ? formatDay(Math.round(value)) : String(Number(value.toPrecision(DIGITS)))
  }
  return {
    /** Heading: which kind is coloured by which column. */
    heading: (kind: KindId, column: string) =>
      t('look.heading', { kind: kindTexts.title(kind), column: kindTexts.column(column, kind) }),
    class(entry: LookEntry): string {
      const { kind, column, class: at, from, to, category } = entry
      if (at === null) return t(category === null ? 'look.missing' : 'look.others')
      if (category !== null) return column === 'county' ? countyName(dataset, category, i18n.language) : word(category)
      if (from === null && to === null) return t('look.all')
      if (from === null) return `≤ ${said(kind, column, to!)}`
      return to === null ? `> ${said(kind, column, from)}` : `${said(kind, column, from)} – ${said(kind, column, to)}`
    },
    sizes: ({ kind, column, least, most }: LookSizesEntry) =>
      t('look.sizes', { least: said(kind, column, least), most: said(kind, column, most) }),
  }
}
