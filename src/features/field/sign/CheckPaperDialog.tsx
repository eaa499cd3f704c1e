import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIXED_WORDS } from '@/domain/bulletin/official'
import { dayOfInstant } from '@/domain/calendar'
import { checkData, NO_CHECK } from '@/io/papers/check-data'
import { typeset } from '@/io/papers/typeset'
import { useOutcome } from '@/store/answers/use-promise'
import { paperPictures } from '@/store/ledger/paper-pictures'
import { useAttempt } from '@/store/page/use-attempt'
import { checkLines, checkPaper } from '@/store/words/check-paper'
import { useOfficeTexts } from '@/store/words/office'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { lazyPart } from '@/ui/lazy-part'
import { NoPageNumbers } from '@/ui/NoPageNumbers'
import { OfficialPrint } from '@/ui/OfficialPrint'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WordTemplate } from '@/ui/WordTemplate'
import { datasetWorker } from '@/workers/client'
import classes from './SignDialog.module.css'
import { useCheckDocument } from './use-check-document'
import { type RecordOfSource, useCheckText } from './use-check-text'

const QrImage = lazyPart(() => import('@/ui/QrImage'))

/** A code with more letters can't be scanned from a tablet's screen. */
const MAX_LENGTH = 600

interface Props extends RecordOfSource {
  onClose(): void
}

/** 现场检查记录 for the site: printed or as a PDF, as a Word document, or as a QR code for the site's phone. */
export function CheckPaperDialog({ onClose, ...of }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const { text, known } = useCheckText(of)
  const { record, signature } = of
  const form = useCheckDocument()
  const { found: pictures } = useOutcome(
    () => paperPictures(record.photos, signature),
    `${record.event.id} ${signature?.id ?? ''}`,
  )
  const { running, problems, attempt } = useAttempt()
  const [printed, setPrinted] = useState(0)
  const code = checkLines(ofOffice, text, MAX_LENGTH)

  async function saveWord() {
    if (!pictures) return
    const file =
      form.name === null
        ? await datasetWorker().officialFile([checkPaper(ofOffice, text, pictures)])
        : await form.fill(checkData(ofOffice('sign.title'), text, known, pictures))
    const { at, body } = record.event
    if (file) saveFile(file, `${t('sign.file')}-${body.target.code}-${dayOfInstant(at)}.docx`)
  }

  return (
    <Dialog
      title={t('sign.title')}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button disabled={!pictures} onClick={() => setPrinted(printed + 1)}>
            {t('sign.print')}
          </Button>
          <Button disabled={!pictures || running} onClick={() => void attempt(async () => void (await saveWord()))}>
            {t('sign.word')}
          </Button>
        </>
      }
    >
      <div className={classes.paper}>
        <p>{t('sign.scan')}</p>
        <div className={classes.code}>
          <Suspense fallback={null}>
            <QrImage text={code} encoding="byte" label={t('sign.codeLabel')} />
          </Suspense>
        </div>
        <NoPageNumbers />
        <Refused problems={problems} />
        <WordTemplate
          name={form.name}
          help={t('sign.document')}
          canDrop={form.isOwn}
          faults={form.faults.map((fault) => wordFaultLine(t, fault))}
          fields={wordFieldNames(NO_CHECK)}
          disabled={running}
          onChoose={(file) => void attempt(() => form.choose(file))}
          onDrop={form.drop}
        />
        {printed > 0 && pictures && (
          <OfficialPrint
            key={printed}
            papers={[typeset(checkPaper(ofOffice, text, pictures))]}
            annexWord={FIXED_WORDS.annexNote}
          />
        )}
      </div>
    </Dialog>
  )
}
