import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WORDS } from '@/domain/bulletin/official'
import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import type { HandoverTable, RowPhotos } from '@/io/papers/handover-table'
import { type OfficialPaper, typeset } from '@/io/papers/official-paper'
import { reportData, reportFields } from '@/io/papers/word-data'
import type { Visit } from '@/ledger/visit'
import { weekOf } from '@/ledger/visit-coverage'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useAttempt } from '@/store/page/use-attempt'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { useOfficeTexts } from '@/store/words/office'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { OfficialPrint } from '@/ui/OfficialPrint'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WordTemplate } from '@/ui/WordTemplate'
import { datasetWorker } from '@/workers/client'
import { CheckTemplate } from './CheckTemplate'
import { photoStrip, photosToShow } from './photo-strip'
import { failingOf, shownItems, shownTimes } from './report-cells'
import { reportMap } from './report-map'
import { type Recorded, reportedOf } from './reported'
import { placesOf } from './use-places'
import { NOTHING_SHOWN, useVisitReport } from './use-visit-report'
import classes from './VisitReports.module.css'

const WEEK = 7
const SPANS = ['day', 'week'] as const
type Span = (typeof SPANS)[number]

interface Props extends Omit<Recorded, 'reviews'> {
  readonly day: IsoDay
}

/** The reports of a day and of its week: for Word and paper with photos and a map, for Excel with photos beside their rows. */
export function VisitReports({ day, ...recorded }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const { dataset } = useOpened()
  const { reviews, state } = useLedger()
  const reportOf = useVisitReport()
  const { running, problems, attempt } = useAttempt()
  const form = useWordTemplate('day')
  const paperOf = useSheetPaper(false)
  const [printed, setPrinted] = useState<{ readonly paper: OfficialPaper; readonly number: number } | null>(null)
  const week = weekOf(day)
  const spans = {
    day: { from: day, to: day },
    week: { from: week, to: formatDay(parseDay(week) + WEEK - 1) },
  }
  const nameOf = (span: Span) => t(span === 'day' ? 'visits.report' : 'patrol.weekReport')

  async function photosOf(shown: readonly Visit[]): Promise<RowPhotos[]> {
    const made: RowPhotos[] = []
    for (const [row, visit] of shown.entries()) {
      const strip = await photoStrip(photosToShow(visit.photos, failingOf(visit)))
      if (!strip) continue
      const { name } = visit.target
      const at = shownTimes(ofOffice, visit, strip.photos)
      const items = shownItems(ofOffice, dataset, visit, strip.photos)
      const caption = ofOffice('patrol.photosOf', { number: row + 1, name, at, items })
      made.push({ row, caption, picture: strip.picture })
    }
    return made
  }

  /** The whole report. A spreadsheet has no page that a map would stand on. */
  async function whole(span: Span, withMap: boolean): Promise<HandoverTable> {
    const reported = reportedOf(spans[span], { ...recorded, reviews })
    const { visits, returned } = reported
    const places = await placesOf([...visits, ...returned.map(({ visit }) => visit)], dataset, state)
    const picture = withMap ? await reportMap(ofOffice, dataset, visits, places) : null
    return reportOf(reported, { places, picture, photos: await photosOf(visits) })
  }

  async function save(span: Span, format: 'docx' | 'xlsx') {
    const table = await whole(span, format === 'docx')
    const file =
      format === 'xlsx'
        ? await datasetWorker().handoverWorkbook([table])
        : form.name === null
          ? await datasetWorker().officialFile([paperOf(table)])
          : await form.fill(reportData(table))
    if (file) saveFile(file, `${nameOf(span)}-${spans[span].from}.${format}`)
  }

  async function print(span: Span) {
    const paper = paperOf(await whole(span, true))
    setPrinted((before) => ({ paper, number: (before?.number ?? 0) + 1 }))
  }

  const fields = reportFields(reportOf(reportedOf(spans.day, { ...recorded, reviews }), NOTHING_SHOWN))
  return (
    <>
      <Refused problems={problems} />
      {SPANS.map((span) => (
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
      {printed && <OfficialPrint key={printed.number} papers={[typeset(printed.paper)]} annexWord={WORDS.annexNote} />}
    </>
  )
}
