import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { FIXED_WORDS } from '@/domain/bulletin/official'
import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import { typeset } from '@/io/papers/typeset'
import { reportData, reportFields } from '@/io/papers/word-data'
import { weekOf } from '@/ledger/visit-coverage'
import { useChentu, useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useAttempt } from '@/store/page/use-attempt'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { fileName } from '@/store/words/use-file-name'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { NoPageNumbers } from '@/ui/NoPageNumbers'
import { OfficialPrint } from '@/ui/OfficialPrint'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WordTemplate } from '@/ui/WordTemplate'
import { datasetWorker } from '@/workers/client'
import { CheckTemplate } from './CheckTemplate'
import { type AllRecords, recordsOfPeriod } from './period-records'
import { reportMap } from './report-map'
import { reportPhotos } from './report-photos'
import { placesOf } from './use-places'
import { NOTHING_SHOWN, useVisitReport } from './use-visit-report'
import classes from './VisitReports.module.css'

const WEEK = 7
const SPANS = ['day', 'week'] as const
type Span = (typeof SPANS)[number]

interface Props extends Omit<AllRecords, 'reviews'> {
  /** Null if nothing has been recorded yet. */
  readonly day: IsoDay | null
}

function spansOf(day: IsoDay) {
  const week = weekOf(day)
  return { day: { from: day, to: day }, week: { from: week, to: formatDay(parseDay(week) + WEEK - 1) } }
}

/**
 * The report of a day and that of its week: for Word and print with photos and a map, for Excel with photos beside
 * their rows. Without records it shows when there will be a report; the office's own documents can be added all the
 * same.
 */
export function VisitReports({ day, ...recorded }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const { dataset, evaluation } = useOpened()
  const { reviews, state } = useLedger()
  const reportOf = useVisitReport()
  const { running, problems, attempt } = useAttempt()
  const form = useWordTemplate('day')
  const paperOf = useSheetPaper({ isNumbered: false, isSigned: true })
  const [printed, setPrinted] = useState<{ readonly paper: OfficialPaper; readonly number: number } | null>(null)
  const setView = useChentu((state) => state.setView)
  const spans = spansOf(day ?? evaluation.asOf)
  const nameOf = (span: Span) => t(span === 'day' ? 'visits.report' : 'patrol.weekReport')

  /** The complete report; the map is left out for spreadsheets, which have no page to put it on. */
  async function whole(span: Span, withMap: boolean): Promise<HandoverTable> {
    const reported = recordsOfPeriod(spans[span], { ...recorded, reviews })
    const { visits, returned } = reported
    const places = await placesOf([...visits, ...returned.map(({ visit }) => visit)], dataset, state)
    const picture = withMap ? await reportMap(ofOffice, dataset, reported, places) : null
    return reportOf(reported, { places, picture, photos: await reportPhotos(ofOffice, dataset, reported) })
  }

  async function save(span: Span, format: 'docx' | 'xlsx') {
    const table = await whole(span, format === 'docx')
    const file =
      format === 'xlsx'
        ? await datasetWorker().handoverWorkbook([table])
        : form.name === null
          ? await datasetWorker().officialFile([paperOf(table)])
          : await form.fill(reportData(table))
    const city = inLanguage(dataset.settings.city, OFFICE_LANGUAGE)
    if (file) saveFile(file, fileName(city, nameOf(span), spans[span].from, format))
  }

  async function print(span: Span) {
    const paper = paperOf(await whole(span, true))
    setPrinted((before) => ({ paper, number: (before?.number ?? 0) + 1 }))
  }

  const fields = reportFields(reportOf(recordsOfPeriod(spans.day, { ...recorded, reviews }), NOTHING_SHOWN))
  return (
    <>
      <Refused problems={problems} />
      {day === null && (
        <section className={classes.none} aria-label={t('visits.reports')}>
          <h3>{t('visits.reports')}</h3>
          <p className="quiet">{t('visits.noReport')}</p>
          <Button onClick={() => setView({ mode: 'data' })}>{t('visits.toBundles')}</Button>
        </section>
      )}
      {(day === null ? [] : SPANS).map((span) => (
        <fieldset key={span} className={classes.span}>
          <legend>{nameOf(span)}</legend>
          {(['docx', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              aria-label={`${nameOf(span)} .${format}`}
              disabled={running}
              onClick={() => void attempt(() => save(span, format))}
            >
              {`.${format}`}
            </Button>
          ))}
          <Button
            aria-label={t('patrol.print', { name: nameOf(span) })}
            disabled={running}
            onClick={() => void attempt(() => print(span))}
          >
            {t('patrol.printShort')}
          </Button>
        </fieldset>
      ))}
      {day !== null && <NoPageNumbers />}
      <WordTemplate
        paper={t('visits.report')}
        name={form.name}
        faults={form.faults.map((fault) => wordFaultLine(t, fault))}
        fields={wordFieldNames(fields)}
        disabled={running}
        onChoose={(file) => void attempt(() => form.choose(file, fields))}
        onDrop={() => void attempt(form.drop)}
      />
      <CheckTemplate />
      {printed && (
        <OfficialPrint key={printed.number} papers={[typeset(printed.paper)]} annexWord={FIXED_WORDS.annexNote} />
      )}
    </>
  )
}
