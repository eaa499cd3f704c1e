import { inLanguage } from '@/domain/bilingual'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { useOpened } from '@/store/chentu'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'

/** Makes hand-over tables into official papers. If `isSigned`, the office in the meeting settings signs them. */
export function useSheetPaper({
  isNumbered,
  isSigned,
}: {
  isNumbered: boolean
  isSigned: boolean
}): (table: HandoverTable) => OfficialPaper {
  const t = useOfficeTexts()
  const { dataset, evaluation } = useOpened()
  const { city, meeting } = dataset.settings
  const office = meeting?.official?.office ?? ''
  const author = office || t('meeting.decks.office', { city: inLanguage(city, OFFICE_LANGUAGE) })
  return (table) =>
    sheetPaper(table, { office: isSigned ? office : '', author, year: evaluation.asOf.slice(0, 4), isNumbered })
}
