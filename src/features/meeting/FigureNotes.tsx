import { useTranslation } from 'react-i18next'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { notesOfMonth } from './figure-remarks'
import { LimitNote } from './LimitNote'

/** Most notes given in full; the other figures only carry the mark, and the papers explain them. */
const MAX_MENTIONED = 2

/** Explains the ※ behind figures of the month: when and why each was corrected, and what today's data would give. */
export function FigureNotes({ county }: { readonly county?: string }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return null
  const rows = report.rows.filter((row) => !county || row.county === county)
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  const notes = notesOfMonth({ ...report, rows }, nameOf, t)
  return (
    <>
      <LimitNote />
      {notes.slice(0, MAX_MENTIONED).map((note) => (
        <span key={note}>{note}</span>
      ))}
      {notes.length > MAX_MENTIONED && (
        <span>{t('meeting.wall.moreMarked', { mark: FOOTNOTE_MARK, count: notes.length })}</span>
      )}
    </>
  )
}
