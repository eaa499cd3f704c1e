import { inLanguage } from '@/domain/bilingual'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { useOpened } from '@/store/chentu'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'

/** Puts sheets into the form of the office's papers, signed as those of its meetings are where they leave it. */
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
