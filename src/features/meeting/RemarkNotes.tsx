import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { pointName } from '@/store/words/figure-lines'

/** Most remarks given on the wall; the annex of the papers has them all. */
const MAX_GIVEN = 2

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
  return (
    <>
      {[...named].slice(0, MAX_GIVEN).map(([remark, names]) => (
        <span key={remark}>
          {t('meeting.scenes.remarkOf', { names: names.join(t('meeting.comma')), text: word(remark) })}
        </span>
      ))}
    </>
  )
}
