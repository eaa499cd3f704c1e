import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { pointName } from '@/store/words/figure-lines'
import { FirstNotes } from './FirstNotes'

/**
 * What the office wrote beside the points of a county's figure, in the last line; points with the same share one. A
 * remark on the figure itself is a reason for its ※ and given with it.
 */
export function RemarkNotes({ row }: { readonly row: RankedCounty }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  const { figure } = row
  const named = new Map<string, string[]>()
  const add = (name: string, remark: string) => named.set(remark, [...(named.get(remark) ?? []), name])
  for (const point of figure.points)
    if (point.counted && point.remark !== undefined) add(pointName(dataset, point.point), point.remark)
  const notes = [...named].map(([remark, names]) =>
    t('meeting.scenes.remarkOf', { names: names.join(t('meeting.comma')), text: word(remark) }),
  )
  return <FirstNotes notes={notes} />
}
