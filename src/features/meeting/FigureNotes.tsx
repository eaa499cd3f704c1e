import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { notesOfMonth } from './figure-remarks'
import { LimitNote } from './LimitNote'
import { MarkNotes } from './MarkNotes'

/** Explains the ※ behind figures of the month: when and why each was corrected, and what today's data would give. */
export function FigureNotes() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return null
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  return (
    <>
      <LimitNote />
      <MarkNotes notes={notesOfMonth(report, nameOf, t)} />
    </>
  )
}
