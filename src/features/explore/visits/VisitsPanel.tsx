import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import { useSourceLines } from '@/features/explore/handover/source-lines'
import panel from '@/features/explore/panels.module.css'
import type { HandoverTable } from '@/io/papers/handover-table'
import { shortDevice } from '@/ledger/device'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import type { Withdrawn } from '@/ledger/fold'
import { SourceSymbol } from '@/map/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { answerLines, failingItems, inspectionLine, withdrawalLine } from '@/store/inspection-line'
import { useKindTexts } from '@/store/kinds'
import { useLedger } from '@/store/ledger'
import { saveFile } from '@/ui/save-file'
import { TallyBar } from '@/ui/TallyBar'
import { datasetWorker } from '@/workers/client'
import { Found } from './Found'
import classes from './VisitsPanel.module.css'

/** Whom nobody visited for so many days is named. */
const DAYS = 30
const MOST = 100

type Visit = LedgerEvent & { readonly body: Inspection }

/** The checks of one day as a paper: one row each. */
function useDayReport() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const notes = useSourceLines()
  return (day: string, visits: readonly Visit[], withdrawn: number): HandoverTable => ({
    name: t('visits.report'),
    title: t('visits.reportTitle', { day }),
    subtitle: inLanguage(dataset.settings.city, i18n.language),
    to: t('visits.teams', {
      names: [...new Set(visits.map(({ author, device }) => author || shortDevice(device)))].join('、'),
    }),
    intro: [
      t('visits.reportIntro', {
        count: visits.length,
        failing: visits.filter(({ body }) => failingItems(dataset, body).length > 0).length,
      }),
      withdrawn > 0 ? t('visits.withdrawnCount', { count: withdrawn }) : '',
    ].join(''),
    headings: ['time', 'who', 'source', 'answers', 'note', 'by', 'photos'].map((each) =>
      t(`visits.column.${each as 'time'}`),
    ),
    widths: [9, 11, 22, 24, 16, 11, 7],
    rows: visits.map(({ at, author, device, body }) => [
      localMinute(at).slice(11),
      author || shortDevice(device),
      `${body.target.name}\n${body.target.code}`,
      answerLines(t, dataset, body, i18n.language).join('\n'),
      [body.note, body.told && t('visits.told', { who: body.told })].filter(Boolean).join('\n'),
      body.rectifyBy,
      String(body.photos.length),
    ]),
    picture: null,
    blanks: [t('handover.sign')],
    notes,
  })
}

/** What the teams did: the checks of a day, what they found, which sources nobody visited, and the day's report. */
export function VisitsPanel() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset, judgement } = useOpened()
  const setView = useChentu((state) => state.setView)
  const state = useLedger((all) => all.state)
  const reportOf = useDayReport()
  const coverage = useAnswer((worker) => worker.coverage(DAYS, MOST))
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
  const later = days.filter((each) => each > judgement.asOf)

  async function save(format: 'docx' | 'xlsx') {
    const words = [t('handover.pageBefore'), t('handover.pageAfter')] as const
    const file = await datasetWorker().handoverFile([reportOf(day, ofDay, goneOfDay.length)], format, words)
    saveFile(file, `${t('visits.report')}-${day}.${format}`)
  }

  return (
    <>
      <h2 className={panel.title}>{t('visits.title')}</h2>
      {days.length === 0 && <p className="quiet">{t('visits.none')}</p>}
      {later.length > 0 && (
        <p role="status" className={classes.later}>
          {t('visits.later', { day: later[0], asOf: judgement.asOf })}{' '}
          <button type="button" className="action" onClick={() => setView({ asOf: later[0]! })}>
            {t('visits.moveTo', { day: later[0] })}
          </button>
        </p>
      )}
      {days.length > 0 && (
        <>
          <label className={classes.day}>
            <span>{t('visits.day')}</span>
            <select value={day} onChange={(event) => setChosen(event.target.value)}>
              {days.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
          <ul className={classes.visits}>
            {ofDay.map((event) => (
              <li key={event.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => setView({ selected: { kind: event.body.target.kind, code: event.body.target.code } })}
                >
                  {event.body.target.name}
                </button>
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
          <div className={panel.chips}>
            {(['docx', 'xlsx'] as const).map((format) => (
              <button key={format} type="button" className="action" onClick={() => void save(format)}>
                {`${t('visits.report')} .${format}`}
              </button>
            ))}
          </div>
        </>
      )}
      <Found />
      <p className={panel.heading}>{t('visits.coverage', { days: DAYS })}</p>
      {coverage?.byKind.map(({ kind, visited, total }) => (
        <div key={kind} className={classes.kind}>
          <span>{kindTexts.title(kind)}</span>
          <b>{t('visits.of', { visited, total })}</b>
          <TallyBar
            parts={[
              { name: 'fine', count: visited },
              { name: 'rest', count: total - visited },
            ]}
          />
        </div>
      ))}
      {coverage && (
        <>
          <p className={panel.heading}>{t('visits.neglected', { count: coverage.neglected, days: DAYS })}</p>
          <ol className={classes.visits}>
            {coverage.worst.map(({ source, kind, code, name, status, inspectedOn }) => (
              <li key={source}>
                <button type="button" className="link" onClick={() => setView({ selected: { kind, code } })}>
                  <SourceSymbol kind={kind} status={STATUS_NAMES[status]!} /> {name}
                </button>
                <small className="quiet">
                  {inspectedOn ? t('near.lastSeen', { day: inspectedOn }) : t('near.neverSeen')}
                </small>
              </li>
            ))}
          </ol>
          {coverage.neglected > coverage.worst.length && (
            <p className="quiet">{t('visits.first', { count: coverage.worst.length })}</p>
          )}
        </>
      )}
    </>
  )
}
