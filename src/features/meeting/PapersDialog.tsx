import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_BULLETIN_TEMPLATE } from '@/domain/bulletin/default-bulletin'
import type { OfficialFields } from '@/domain/bulletin/official'
import {
  keepOfficialFields,
  OFFICIAL_KINDS,
  type OfficialKind,
  officialFieldsOf,
} from '@/domain/bulletin/official-kinds'
import type { MeetingSettings } from '@/io/package/descriptor'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { bulletinData } from '@/io/papers/word-data'
import { PAPER_FORMATS, type PaperFormat } from '@/io/papers/write-papers'
import type { Dataset } from '@/questions/dataset'
import { underPlanOfDay } from '@/questions/plan-on'
import { useCaseMonths } from '@/store/cases/use-case-months'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useLoadRecords } from '@/store/ledger/use-load-records'
import { changedMeeting } from '@/store/meeting/agenda'
import { currentDataset, keepMeeting, meetingChangesSaved } from '@/store/meeting/keep-meeting'
import { useAttempt } from '@/store/page/use-attempt'
import { holdUnsaved } from '@/store/steps/unsaved'
import { monthName } from '@/store/words/month-name'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import { DOT } from '@/ui/dot'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { UnsavedDialog } from '@/ui/UnsavedDialog'
import { datasetWorker } from '@/workers/client'
import { DeckMaster } from './DeckMaster'
import { HeldFields } from './HeldFields'
import { minutesPaper } from './minutes'
import { monthlyPaper } from './monthly'
import { OfficialForm } from './OfficialForm'
import { OfficialPapers } from './OfficialPapers'
import type { SceneData } from './paper-scenes'
import { papersOf } from './papers'
import { useCaseFigures } from './use-case-figures'
import { useCountyStory } from './use-county-story'
import { useFocusedCounty } from './use-focused-county'
import { useMonthFacts } from './use-month-facts'
import { usePinnedPictures } from './use-pinned-pictures'
import { useReportAtOpening } from './use-report-at-opening'
import { useCalledWarning } from './use-warning'

/** Formats that show the meeting's scenes. */
const WITH_PICTURES: ReadonlySet<PaperFormat> = new Set(['pptx', 'html'])

/** Everything to hand out: the month's official papers, the table, slides, and the meeting as one file. */
export function PapersDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const office = useOfficeTexts()
  const opened = useOpened()
  const report = useReportAtOpening()
  const kept = opened.dataset.settings.meeting?.template ?? DEFAULT_BULLETIN_TEMPLATE
  const [template, setTemplate] = useState(kept)
  const [kind, setKind] = useState<OfficialKind>('bulletin')
  // Changed lines of each paper that are not saved yet.
  const [lines, setLines] = useState<Partial<Record<OfficialKind, OfficialFields>>>({})
  const { running, problems, attempt } = useAttempt()
  const facts = useMonthFacts(report)
  const county = useFocusedCounty(report)
  const story = useCountyStory('zh-CN', report)
  const pinned = usePinnedPictures(report)
  const called = useCalledWarning(report)
  useLoadRecords()
  const cases = useCaseFigures(report)
  const caseMonths = useCaseMonths()
  const today = useToday()
  const [asking, setAsking] = useState(false)
  const changed = OFFICIAL_KINDS.filter((each) => lines[each])
  const isUnsaved = changed.length > 0 || template !== kept
  useEffect(() => (isUnsaved ? holdUnsaved('writing') : undefined), [isUnsaved])
  if (!report || !facts || called === null || cases === null || (county && !story)) return null
  const { month } = report
  const officialIn = ({ settings }: Dataset) =>
    changed.reduce((all, each) => keepOfficialFields(all, each, month, lines[each]!), settings.meeting?.official)
  const official = officialIn(opened.dataset)
  /** Data for the papers, including this dialog's unsaved input. */
  const dataIn = (dataset: Dataset): SceneData => ({
    dataset: withChange(underPlanOfDay(dataset, facts.problems.day), { template, official: officialIn(dataset) }),
    problems: facts.problems,
    targets: facts.targets,
    county,
    story,
    today,
    pictures: pinned.pictures,
    called,
    cases,
    caseMonths,
  })
  const writtenIn = (data: SceneData, { papers } = papersOf(data, report, office)) =>
    ({
      bulletin: () => ({ paper: bulletinPaper(papers), data: bulletinData(papers) }),
      monthly: () => monthlyPaper(data, report, office),
      minutes: () => minutesPaper(data, report, office),
    })[kind]()
  const shown = dataIn(opened.dataset)
  const shownPapers = papersOf(shown, report, office)
  const { papers, faults } = shownPapers
  const written = writtenIn(shown, shownPapers)

  async function save(data: SceneData, format: PaperFormat) {
    const pictures = WITH_PICTURES.has(format) ? await pinned.draw() : new Map()
    const drawn = papersOf({ ...data, pictures }, report!, office).papers
    saveFile(await datasetWorker().meetingPapersFile(drawn, format), `${drawn.title}.${format}`)
  }
  async function keepLines() {
    const refused = await keepMeeting((dataset) => ({ official: officialIn(dataset) }), t('meeting.docx.lines'))
    if (refused.length === 0) setLines({})
    return refused
  }
  const ownTemplate = template.trim() === DEFAULT_BULLETIN_TEMPLATE.trim() ? null : template
  const keepTemplate = () => keepMeeting(() => ({ template: ownTemplate }), t('meeting.template'))
  /**
   * Produces a file from what is saved by then. Changed lines are saved first, so that they need not be entered again.
   */
  const make = (work: (data: SceneData) => void | Promise<void>) =>
    void attempt(async () => {
      let refused = await meetingChangesSaved()
      if (refused.length === 0 && changed.length > 0) refused = await keepLines()
      if (refused.length === 0) await work(dataIn(currentDataset()))
      return refused
    })
  async function keepAll() {
    const change = (dataset: Dataset) => ({
      ...(changed.length > 0 && { official: officialIn(dataset) }),
      ...(template !== kept && { template: ownTemplate }),
    })
    const refused = await keepMeeting(change, t('meeting.papers'))
    if (refused.length === 0) onClose()
    return refused
  }

  if (asking) {
    const what = [changed.length > 0 && t('meeting.docx.lines'), template !== kept && t('meeting.template')]
    return (
      <>
        <UnsavedDialog
          what={what.filter(Boolean).join(t('meeting.comma'))}
          running={running}
          problems={problems}
          canSave={template === kept || faults.length === 0}
          onSave={() => void attempt(keepAll)}
          onLeave={onClose}
          onStay={() => setAsking(false)}
        />
        {pinned.drawing}
      </>
    )
  }

  return (
    <>
      <Dialog
        title={`${t('meeting.papers')}${DOT}${monthName(t, month)}`}
        size="medium"
        closedBy="closerequest"
        onClose={() => (isUnsaved ? setAsking(true) : onClose())}
        actions={
          <>
            {changed.length > 0 && (
              <Button disabled={running} onClick={() => void attempt(keepLines)}>
                {t('meeting.docx.keep')}
              </Button>
            )}
            {template !== kept && (
              <Button disabled={running || faults.length > 0} onClick={() => void attempt(keepTemplate)}>
                {t('meeting.keepTemplate')}
              </Button>
            )}
            {template !== DEFAULT_BULLETIN_TEMPLATE && (
              <Button onClick={() => setTemplate(DEFAULT_BULLETIN_TEMPLATE)}>{t('meeting.customary')}</Button>
            )}
          </>
        }
      >
        <Refused problems={problems} />
        <Select<OfficialKind>
          label={t('meeting.official.kind')}
          value={kind}
          options={OFFICIAL_KINDS.map((each) => ({ value: each, label: t(`meeting.official.${each}`) }))}
          onChange={setKind}
        />
        {kind === 'minutes' && <HeldFields month={month} />}
        <OfficialPapers
          key={kind}
          kind={kind}
          written={written}
          isFaulty={kind === 'bulletin' && faults.length > 0}
          running={running}
          attempt={attempt}
          make={(work) => make((data) => work(writtenIn(data)))}
          others={
            <>
              <div className={form.choices}>
                {PAPER_FORMATS.map((format) => (
                  <Button key={format} disabled={running} onClick={() => make((data) => save(data, format))}>
                    {t(`meeting.format.${format}`)}
                  </Button>
                ))}
              </div>
              {pinned.progress && (
                <p role="status" className="quiet">
                  {t('meeting.pictures.drawing', pinned.progress)}
                </p>
              )}
              {papers.leftOut && <p className="quiet">{papers.leftOut}</p>}
              <DeckMaster />
            </>
          }
        >
          {/* By what is kept: it must not fold while somebody types. */}
          <details open={kind === 'bulletin' && !opened.dataset.settings.meeting?.official?.office}>
            <summary>{t('meeting.docx.help')}</summary>
            <OfficialForm
              fields={lines[kind] ?? officialFieldsOf(official, kind, month)}
              blankNumber={written.paper.lines.number}
              onChange={(fields) => setLines({ ...lines, [kind]: fields })}
            />
          </details>
          {kind === 'bulletin' && (
            <label className={form.field}>
              <span>{t('meeting.templateHelp')}</span>
              <textarea rows={12} value={template} onChange={(event) => setTemplate(event.target.value)} />
            </label>
          )}
          {faults.map(({ line, seen }) => (
            <p key={`${line} ${seen}`} role="alert">
              {t('meeting.unknownField', { line, seen })}
            </p>
          ))}
        </OfficialPapers>
      </Dialog>
      {pinned.drawing}
    </>
  )
}

/** The dataset with changed meeting settings, such as another template or other official lines. */
const withChange = (dataset: Dataset, change: Partial<MeetingSettings>): Dataset => ({
  ...dataset,
  settings: { ...dataset.settings, meeting: changedMeeting(dataset, change) },
})
