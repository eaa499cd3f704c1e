import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { dayOfInstant } from '@/domain/calendar'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import type { ReportPhoto } from '@/io/papers/handover-table'
import type { CaseView } from '@/store/cases/case-view'
import { likelyCheck } from '@/store/cases/likely-check'
import { useDataset } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { framedPhoto } from '@/store/ledger/paper-pictures'
import { useAttempt } from '@/store/page/use-attempt'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { fileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { caseSheet, sheetPhotos } from './case-sheet'

/** Size of a photo in pixels, 4:3, as in the reports of visits. */
const FRAME = [620, 465] as const

/** Saves one case as a document to print, sign and file: 处置单. */
export function CaseSheetExport({ of }: { readonly of: CaseView }) {
  const { t } = useTranslation()
  const office = useOfficeTexts()
  const dataset = useDataset()
  const { state, reviews } = useLedger()
  const { problems, attempt, running } = useAttempt()
  const paperOf = useSheetPaper({ isNumbered: false, isSigned: true })
  async function save() {
    const now = Date.now()
    const photos: ReportPhoto[] = []
    // One after the other: a small machine cannot hold many in memory.
    for (const { hash, ...photo } of sheetPhotos(office, of)) {
      const picture = await framedPhoto(hash, ...FRAME)
      photos.push({ ...photo, picture, lines: picture ? photo.lines : [...photo.lines, office('sign.photoLost')] })
    }
    const checks = (of.opened?.likely ?? []).map((each) =>
      likelyCheck(dataset, state, reviews, each, of.opened!.observed),
    )
    const table = caseSheet(office, dataset, of, checks, now, photos)
    const file = await datasetWorker().officialFile([paperOf(table)])
    const city = inLanguage(dataset.settings.city, OFFICE_LANGUAGE)
    saveFile(file, fileName(city, `${table.title}_${of.title}`, dayOfInstant(new Date(now).toISOString()), 'docx'))
  }
  return (
    <>
      <Button disabled={running} onClick={() => void attempt(save)}>
        {t('cases.sheet.save')}
      </Button>
      <Refused problems={problems} />
    </>
  )
}
