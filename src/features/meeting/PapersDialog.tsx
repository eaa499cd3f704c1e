import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOMARY_TEMPLATE } from '@/domain/bulletin/customary'
import { keepOfficial, type OfficialFields, officialOf } from '@/domain/bulletin/official'
import type { MeetingSettings } from '@/io/package/descriptor'
import { bulletinData } from '@/io/papers/word-data'
import { PAPER_FORMATS, type PaperFormat } from '@/io/papers/write-papers'
import { useOpened, useReport } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WordTemplate } from '@/ui/WordTemplate'
import { datasetWorker } from '@/workers/client'
import { meetingWith } from './agenda'
import { BulletinPaper } from './BulletinPaper'
import { DeckMaster } from './DeckMaster'
import { OfficialForm } from './OfficialForm'
import classes from './PapersDialog.module.css'
import { papersOf } from './papers'
import { today } from './use-decisions'
import { useFocusedCounty } from './use-focused-county'
import { useMonthFacts } from './use-month-facts'

/** What leaves the room: the bulletin from the office's own text, the table, slides, and the meeting as one file. */
export function PapersDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const opened = useOpened()
  const report = useReport()
  const kept = opened.dataset.settings.meeting?.template ?? CUSTOMARY_TEMPLATE
  const [template, setTemplate] = useState(kept)
  const official = opened.dataset.settings.meeting?.official
  const [written, setWritten] = useState<OfficialFields | null>(null)
  const { running, problems, attempt } = useAttempt()
  const [paper, setPaper] = useState(0)
  const facts = useMonthFacts()
  const word = useWordTemplate('bulletin')
  const county = useFocusedCounty()
  if (!report || !facts) return null
  const { month } = report
  const fields = written ?? officialOf(official, month)
  const changed = { official: keepOfficial(official, month, fields) }
  const own = {
    dataset: withChange(opened.dataset, { template, ...changed }),
    problems: facts.problems,
    targets: facts.targets,
    county,
    today: today(),
  }
  const { papers, faults } = papersOf(own, report, i18n.getFixedT('zh-CN'))

  async function save(format: PaperFormat) {
    const inOwnForm = format === 'docx' && word.name !== null
    if (inOwnForm) {
      const file = await word.fill(bulletinData(papers))
      if (file) saveFile(file, `${papers.title}.docx`)
      return
    }
    saveFile(await datasetWorker().papers(papers, format), `${papers.title}.${format}`)
  }
  const keep = (change: Partial<MeetingSettings>, label: string) =>
    takeStep(datasetWorker().saveMeeting(meetingWith(opened.dataset, change), label))
  async function keepLines() {
    const refused = await keep(changed, t('meeting.docx.lines'))
    if (refused.length === 0) setWritten(null)
    return refused
  }
  function keepTemplate() {
    const text = template.trim() === CUSTOMARY_TEMPLATE.trim() ? null : template
    return keep({ template: text }, t('meeting.template'))
  }

  return (
    <Dialog
      title={`${t('meeting.papers')} · ${papers.month}`}
      size="medium"
      closedBy="closerequest"
      onClose={onClose}
      actions={
        <>
          {written !== null && (
            <Button disabled={running} onClick={() => void attempt(keepLines)}>
              {t('meeting.docx.keep')}
            </Button>
          )}
          {template !== kept && (
            <Button disabled={running || faults.length > 0} onClick={() => void attempt(keepTemplate)}>
              {t('meeting.keepTemplate')}
            </Button>
          )}
          {template !== CUSTOMARY_TEMPLATE && (
            <Button onClick={() => setTemplate(CUSTOMARY_TEMPLATE)}>{t('meeting.customary')}</Button>
          )}
        </>
      }
    >
      <Refused problems={problems} />
      <div className={form.choices}>
        {PAPER_FORMATS.map((format) => (
          <Button
            key={format}
            disabled={running || (format === 'docx' && faults.length > 0)}
            onClick={() => void attempt(() => save(format))}
          >
            {t(`meeting.format.${format}`)}
          </Button>
        ))}
        <Button disabled={faults.length > 0} onClick={() => setPaper(paper + 1)}>
          {t('meeting.print')}
        </Button>
      </div>
      {papers.leftOut && <p className="quiet">{papers.leftOut}</p>}
      <DeckMaster />
      {paper > 0 && <BulletinPaper key={paper} papers={papers} />}
      <details open={!official?.office}>
        <summary>{t('meeting.docx.help')}</summary>
        <OfficialForm fields={fields} blankNumber={papers.official.number} onChange={setWritten} />
      </details>
      <WordTemplate
        name={word.name}
        faults={word.faults.map((fault) => wordFaultLine(t, fault))}
        fields={wordFieldNames(bulletinData(papers))}
        disabled={running}
        onChoose={(file) => void attempt(() => word.choose(file, bulletinData(papers)))}
        onDrop={() => void attempt(word.drop)}
      />
      <label className={form.field}>
        <span>{t('meeting.templateHelp')}</span>
        <textarea rows={12} value={template} onChange={(event) => setTemplate(event.target.value)} />
      </label>
      {faults.map(({ line, seen }) => (
        <p key={`${line} ${seen}`} role="alert">
          {t('meeting.unknownField', { line, seen })}
        </p>
      ))}
      <details>
        <summary>{t('meeting.preview')}</summary>
        <div className={classes.preview}>
          {papers.parts.map((part, i) =>
            part.type === 'table' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts are told by their place
              <p key={i} className="quiet">{`〔${part.table}〕`}</p>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts are told by their place
              <p key={i} data-part={part.type}>
                {part.text}
              </p>
            ),
          )}
        </div>
      </details>
    </Dialog>
  )
}

type Dataset = ReturnType<typeof useOpened>['dataset']

/** The package as it would be with another template, and other lines around the bulletin. */
const withChange = (dataset: Dataset, change: Partial<MeetingSettings>): Dataset => ({
  ...dataset,
  settings: { ...dataset.settings, meeting: meetingWith(dataset, change) },
})
