import { useTranslation } from 'react-i18next'
import { differsNow, isCorrected } from '@/domain/dustfall/county-month'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { dayName } from '@/store/words/day-name'
import { isMarked, MARK } from './marks'

const ISO_DAY = /\d{4}-\d\d-\d\d/g
/** So many are said in full; the others are told by their mark, and said in the papers. */
const MOST_SAID = 2

/** What ※ behind a figure of the month means: when and why it was corrected, and what today's data leads to. */
export function FigureNotes() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const marked = (useReport()?.rows ?? []).filter(({ figure }) => isMarked(figure))
  if (marked.length === 0) return null
  return (
    <>
      {marked.slice(0, MOST_SAID).map(({ county, figure }) => {
        const said = [
          ...(isCorrected(figure) ? [figure.publication.replace(ISO_DAY, (day) => dayName(t, day))] : []),
          ...(differsNow(figure) ? [t('meeting.wall.nowIs', { value: tenth(figure.now.value) })] : []),
        ]
        const name = countyName(dataset, county, i18n.language)
        return (
          <span key={county}>
            {t('meeting.wall.marked', { mark: MARK, name, said: said.join(t('meeting.comma')) })}
          </span>
        )
      })}
      {marked.length > MOST_SAID && <span>{t('meeting.wall.moreMarked', { mark: MARK, count: marked.length })}</span>}
    </>
  )
}
