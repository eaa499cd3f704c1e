import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { pointName } from '@/store/words/figure-lines'

/** Most remarks given on the wall; the annex of the papers has them all. */
const MAX_GIVEN = 2

/** What the office wrote beside a county's figure and its points, in the last line; points with the same share one. */
export function RemarkNotes({ row }: { readonly row: RankedCounty }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  const { figure } = row
  const named = new Map<string, string[]>()
  const add = (name: string, remark: string) => named.set(remark, [...(named.get(remark) ?? []), name])
  if (figure.remark !== undefined) add(countyName(dataset, row.county, i18n.language), figure.remark)
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
