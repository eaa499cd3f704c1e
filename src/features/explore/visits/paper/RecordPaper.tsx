import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIXED_WORDS } from '@/domain/bulletin/official'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import { checkData } from '@/io/papers/check-data'
import type { CheckPictures, CheckText, SourceDetails } from '@/io/papers/check-text'
import { typeset } from '@/io/papers/typeset'
import { checkHistory } from '@/ledger/check-history'
import type { SourceRef } from '@/ledger/references'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { paperPictures } from '@/store/ledger/paper-pictures'
import { useAttempt } from '@/store/page/use-attempt'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { checkPaper } from '@/store/words/check-paper'
import { checkText, sourceDetails } from '@/store/words/check-text'
import { countyOf } from '@/store/words/county'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { NoPageNumbers } from '@/ui/NoPageNumbers'
import { OfficialPrint } from '@/ui/OfficialPrint'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import classes from './RecordPaper.module.css'

/** The text of a record's paper, the known facts of its source, and its pictures. */
interface Made {
  readonly text: CheckText
  readonly known: SourceDetails
  readonly pictures: CheckPictures
}

interface Props {
  readonly record: InspectionEvent
  /** The source that it is about, as found in the package. */
  readonly target: SourceRef
}

/**
 * 现场检查记录 of a record, made at the desk as on the tablet: for print or PDF, and for Word with the office's own template.
 */
export function RecordPaper({ record, target }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const make = usePaperOf({ record, target })
  const form = useWordTemplate('check')
  const { running, problems, attempt } = useAttempt()
  const [printed, setPrinted] = useState<{ readonly made: Made; readonly number: number } | null>(null)
  const { first } = useKept({ record, target })
  const at = localMinute(first.at)

  async function print() {
    const made = await make()
    setPrinted((before) => ({ made, number: (before?.number ?? 0) + 1 }))
  }

  async function save() {
    const { text, known, pictures } = await make()
    const file =
      form.name === null
        ? await datasetWorker().officialFile([checkPaper(ofOffice, text, pictures)])
        : await form.fill(checkData(ofOffice('sign.title'), text, known, pictures))
    if (file) saveFile(file, `${t('sign.file')}-${record.body.target.code}-${dayOfInstant(first.at)}.docx`)
  }

  return (
    <div className={classes.paper}>
      <span className="quiet">{t('sign.title')}</span>
      <Button
        disabled={running}
        aria-label={t('review.printPaper', { at })}
        onClick={() => void attempt(async () => print())}
      >
        {t('sign.print')}
      </Button>
      <Button
        disabled={running}
        aria-label={t('review.savePaper', { at })}
        onClick={() => void attempt(async () => save())}
      >
        {t('sign.word')}
      </Button>
      <NoPageNumbers />
      <Refused problems={problems} />
      {printed && (
        <OfficialPrint
          key={printed.number}
          papers={[typeset(checkPaper(ofOffice, printed.made.text, printed.made.pictures))]}
          annexWord={FIXED_WORDS.annexNote}
        />
      )}
    </div>
  )
}

/** A record together with what it takes over from the records that it corrects. */
const useKept = ({ record, target }: Props) =>
  checkHistory(
    useLedger((all) => all.state.get(targetKey(target))),
    record,
  )

/** Makes the paper of a record from the current data of its source, in the office's language. */
function usePaperOf({ record, target }: Props) {
  const ofOffice = useOfficeTexts()
  const { dataset } = useOpened()
  const kept = useKept({ record, target })
  const state = useLedger((all) => all.state.get(targetKey(target)))
  const position = state?.found?.body.position ?? null
  return async (): Promise<Made> => {
    const signature = state?.signatures.get(record.id) ?? null
    const source = await datasetWorker().findSource(target.kind, target.code, target.nth)
    const row = source && (await datasetWorker().sourceRecord(source.source))
    const kind = kindWithId(dataset.kinds, target.kind)
    const known = sourceDetails(countyOf(ofOffice, dataset, source, position, OFFICE_LANGUAGE), (meaning) => {
      const name = kind && fieldNameByMeaning(kind, meaning)
      const value = name ? row?.values[name] : null
      return typeof value === 'string' ? value : ''
    })
    return {
      text: checkText(ofOffice, dataset, { record: kept, known, signature }),
      known,
      pictures: await paperPictures(kept.photos, signature),
    }
  }
}
