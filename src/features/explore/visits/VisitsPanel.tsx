import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { sheetData } from '@/io/papers/word-data'
import type { Withdrawn } from '@/ledger/fold'
import { useChentu, useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useAttempt } from '@/store/page/use-attempt'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { inspectionLine, withdrawalLine } from '@/store/words/inspection-line'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Part } from '@/ui/Part'
import panel from '@/ui/panel.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WordTemplate } from '@/ui/WordTemplate'
import { datasetWorker } from '@/workers/client'
import { Coverage } from './Coverage'
import { Found } from './Found'
import { useDayReport, type Visit } from './use-day-report'
import classes from './VisitsPanel.module.css'

/** What the teams did: the checks of a day, what they found, which sources nobody visited, and the day's report. */
export function VisitsPanel() {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const setView = useChentu((state) => state.setView)
  const state = useLedger((all) => all.state)
  const reportOf = useDayReport()
  const { running, problems, attempt } = useAttempt()
  const form = useWordTemplate('day')
  const visits = [...state.values()].flatMap(({ inspections }) => inspections)
  const withdrawn = [...state.values()].flatMap((target) =>
    target.withdrawn.filter((each): each is Withdrawn & { event: Visit } => each.event.body.type === 'inspection'),
  )
  const days = [...new Set([...visits, ...withdrawn.map(({ event }) => event)].map(({ at }) => dayOfInstant(at)))]
    .sort()
    .reverse()
  const [chosen, setChosen] = useState<string | null>(null)
  const day = chosen ?? days[0] ?? ''
  const ofDay = visits.filter(({ at }) => dayOfInstant(at) === day).sort((a, b) => (a.at < b.at ? -1 : 1))
  const goneOfDay = withdrawn.filter(({ event }) => dayOfInstant(event.at) === day)
  const later = days.filter((each) => each > evaluation.asOf)

  const report = () => reportOf(day, ofDay, goneOfDay.length)

  async function save(format: 'docx' | 'xlsx') {
    const words = [t('handover.pageBefore'), t('handover.pageAfter')] as const
    const inOwnForm = format === 'docx' && form.name !== null
    const file = inOwnForm
      ? await form.fill(sheetData(report()))
      : await datasetWorker().handoverFile([report()], format, words)
    if (file) saveFile(file, `${t('visits.report')}-${day}.${format}`)
  }

  return (
    <>
      <h2 className={panel.title}>{t('visits.title')}</h2>
      {days.length === 0 && <p className="quiet">{t('visits.none')}</p>}
      {later.length > 0 && (
        <p role="status" className={classes.later}>
          {t('visits.later', { day: later[0], asOf: evaluation.asOf })}{' '}
          <Button onClick={() => setView({ asOf: later[0]! })}>{t('visits.moveTo', { day: later[0] })}</Button>
        </p>
      )}
      {days.length > 0 && (
        <>
          <Select
            label={t('visits.day')}
            labelled="beside"
            value={day}
            options={days.map((each) => ({ value: each, label: each }))}
            onChange={setChosen}
          />
          <ul className={classes.visits}>
            {ofDay.map((event) => (
              <li key={event.id}>
                <Button
                  weight="quiet"
                  onClick={() => setView({ selected: { kind: event.body.target.kind, code: event.body.target.code } })}
                >
                  {event.body.target.name}
                </Button>
                <p className="quiet">{inspectionLine(t, dataset, event, i18n.language)}</p>
              </li>
            ))}
            {goneOfDay.map(({ event, by }) => (
              <li key={event.id}>
                {event.body.target.name}
                <p className="quiet">
                  <s>{inspectionLine(t, dataset, event, i18n.language)}</s> <b>{withdrawalLine(t, by)}</b>
                </p>
              </li>
            ))}
          </ul>
          <Refused problems={problems} />
          <div className={panel.chips}>
            {(['docx', 'xlsx'] as const).map((format) => (
              <Button key={format} disabled={running} onClick={() => void attempt(() => save(format))}>
                {`${t('visits.report')} .${format}`}
              </Button>
            ))}
          </div>
          <WordTemplate
            name={form.name}
            faults={form.faults.map((fault) => wordFaultLine(t, fault))}
            fields={wordFieldNames(sheetData(report()))}
            disabled={running}
            onChoose={(file) => void attempt(() => form.choose(file, sheetData(report())))}
            onDrop={() => void attempt(form.drop)}
          />
        </>
      )}
      <Found />
      <Part>
        <Coverage />
      </Part>
    </>
  )
}
