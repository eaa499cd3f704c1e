import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { findsOf } from '@/ledger/find'
import type { WithdrawnRecord } from '@/ledger/fold'
import { firstRecordOf, type InspectionEvent } from '@/ledger/visit'
import { useChentu, useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useReviewSitting } from '@/store/page/review-sitting'
import { recordLine, withdrawalLine } from '@/store/words/inspection-line'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { ScreenPart } from '@/ui/ScreenPart'
import { Coverage } from './Coverage'
import { DayFind } from './DayFind'
import { DayVisit } from './DayVisit'
import { FoundSources } from './FoundSources'
import { CoverageByTeam } from './report/CoverageByTeam'
import { caseWork } from './report/period-records'
import { VisitReports } from './report/VisitReports'
import { Review } from './review/Review'
import { ReviewAnswers } from './review/ReviewAnswers'
import { RoundList } from './round/RoundList'
import { useRoundStandings } from './round/use-round-standings'
import { useInData } from './use-in-data'
import classes from './VisitsPanel.module.css'

/** The work of the teams: the checks of a day, found sources, sources that nobody visited, and the day's report. */
export function VisitsPanel() {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { state, events, cases, device } = useLedger()
  const visits = [...state.values()].flatMap((target) => target.visits)
  const finds = findsOf(state, events?.values() ?? [])
  const withdrawn = [...state.values()].flatMap((target) =>
    target.withdrawn.filter(
      (each): each is WithdrawnRecord & { event: InspectionEvent } => each.event.body.type === 'inspection',
    ),
  )
  const rounds = useRoundStandings()
  const work = caseWork(cases.values())
  const days = [
    ...new Set([
      ...visits.map((visit) => visit.day),
      ...withdrawn.map(({ event }) => dayOfInstant(event.at)),
      ...finds.map(({ day }) => day),
      // A round whose stops were all skipped is reported too.
      ...rounds.flatMap(({ day, told }) => (told.length > 0 ? [day] : [])),
      // Steps that the desk itself recorded are no day of the teams.
      ...work.flatMap(({ step }) => (step.event.device === device ? [] : [dayOfInstant(step.when)])),
    ]),
  ]
    .sort()
    .reverse()
  const { day: chosen, setDay } = useReviewSitting()
  const day = chosen !== null && days.includes(chosen) ? chosen : (days[0] ?? '')
  const ofDay = visits
    .filter((visit) => visit.day === day)
    .sort((a, b) => (firstRecordOf(a).at < firstRecordOf(b).at ? -1 : 1))
  const isInData = useInData(ofDay)
  const findsOfDay = finds.filter((find) => find.day === day)
  const goneOfDay = withdrawn.filter(({ event }) => dayOfInstant(event.at) === day)
  // Only checks change what is evaluated; a day may have nothing but a round or a found source.
  const later = days.filter((each) => each > evaluation.asOf && visits.some((visit) => visit.day === each))

  return (
    <>
      <h2 className={panel.title}>{t('visits.title')}</h2>
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
            onChange={setDay}
          />
          <div className={classes.review}>
            <Review all={[...visits, ...finds]} day={day} />
          </div>
          <ul className={classes.visits}>
            {ofDay.map((visit) => (
              <DayVisit key={visit.records[0]!.id} visit={visit} isInData={isInData(visit)} />
            ))}
            {findsOfDay.map((find) => (
              <DayFind key={find.records[0].id} find={find} />
            ))}
            {goneOfDay.map(({ event, by }) => (
              <li key={event.id}>
                {event.body.target.name}
                <p className={classes.kinds}>
                  <span>{t('review.kind.withdrawal')}</span>
                </p>
                <p className="quiet">
                  <s>{recordLine(t, dataset, event, i18n.language)}</s> <b>{withdrawalLine(t, by)}</b>
                </p>
              </li>
            ))}
          </ul>
          <ReviewAnswers />
        </>
      )}
      <VisitReports
        day={days.length > 0 ? day : null}
        visits={visits}
        withdrawn={withdrawn}
        finds={finds}
        rounds={rounds}
        cases={work}
      />
      {days.length > 0 && <CoverageByTeam visits={visits} />}
      <FoundSources finds={finds} />
      <RoundList />
      <ScreenPart>
        <Coverage />
      </ScreenPart>
    </>
  )
}
