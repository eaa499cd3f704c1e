import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, parseDay } from '@/domain/calendar'
import { type Leg, legsOf, planRound } from '@/domain/field/round'
import type { StopState } from '@/domain/field/round-order'
import type { Position } from '@/domain/geodesy/position'
import { CaseStopRow } from '@/features/field/cases/CaseStopRow'
import { caseStates } from '@/features/field/cases/case-places'
import { isPlacedTask, useCaseTasks } from '@/features/field/cases/use-case-tasks'
import { useDraftDays } from '@/features/field/record/use-draft-days'
import { ReadRounds } from '@/features/field/round/ReadRounds'
import { beginRound } from '@/features/field/round/round-acts'
import type { NearSource } from '@/questions/source/nearest-sources'
import type { SourceSummary } from '@/questions/source/source-summary'
import { isDeskStop, type NamedStop, useRound } from '@/store/device/round'
import { useToday } from '@/store/device/today'
import { failureOf } from '@/store/page/failure'
import { keyOf, type SourceKey } from '@/store/view/view'
import { useUnderWarning } from '@/store/warnings/use-duties'
import { distanceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Refused } from '@/ui/Refused'
import { EndRound } from './EndRound'
import { MissingStops } from './MissingStops'
import { RoundStopRow } from './RoundStopRow'
import classes from './RoundTab.module.css'
import { progressText } from './round-progress'
import { SkipReason } from './SkipReason'
import { useDistanceWords } from './use-distance-words'
import { useFieldCamera } from './use-field-camera'
import type { Origin } from './use-origin'
import { type RoundStop, useRoundStops } from './use-round-stops'
import { useWaitingOrders, WaitingRounds } from './WaitingRounds'

/** Sizes of proposed rounds; the first one is the default. */
const SIZES = [8, 5, 12] as const

type Placed = RoundStop['source']

const isPlaced = <T extends SourceSummary>(source: T): source is T & Placed => source.position !== null

/** Orders sources along a short route from a start. */
function ordered(start: Position, sources: readonly Placed[]): Placed[] {
  return planRound(
    start,
    sources.map(({ position }) => position),
  ).map((at) => sources[at]!)
}

/** Worst first: overdue before failing, longest overdue first. */
const worstOf = (near: readonly NearSource[]) =>
  [...near].sort((a, b) => b.status - a.status || b.overdueDays - a.overdueDays || a.metres - b.metres).filter(isPlaced)

interface Props {
  readonly origin: Origin
  /** Candidates for a round. */
  readonly near: readonly NearSource[]
  /** Radius in kilometres within which these are. */
  readonly km: number
}

/** The tablet's round: its team and day, progress, stops, and how to make another. */
export function RoundTab({ origin, near, km }: Props) {
  const { t } = useTranslation()
  const round = useRound()
  const words = useDistanceWords(origin)
  const { position: start } = origin
  const hasPlace = origin.kind !== 'default'
  const { stops, missing, all, error } = useRoundStops()
  const draftDay = useDraftDays()
  const isUnderWarning = useUnderWarning(stops.map(({ source }) => source.source))
  /** Outcome of reading in a round. */
  const [said, setSaid] = useState('')
  const [skipping, setSkipping] = useState<NamedStop | null>(null)
  const problems = error === null ? [] : [failureOf(error)]
  const candidates = worstOf(near)
  const left = stops.filter(({ isDone }) => !isDone).map(({ source }) => source)
  const open = [...stops, ...missing].filter(({ state }) => state === 'open').map(({ stop }) => stop)
  /** Places of cases are stops of their own; they come first, since their deadlines are running. */
  const cases = useCaseTasks().filter(isPlacedTask)
  const legs = legsOf(start, [
    ...cases.map(({ of, reported }) => ({ position: of.position, isDone: reported !== undefined })),
    ...stops.map(({ source, isDone }) => ({ position: source.position, isDone })),
  ])
  const farOf = (leg: Leg | null) =>
    leg && (leg.isFromLast ? t('where.fromLast', { distance: distanceText(t, leg.metres) }) : words.from(leg.metres))
  // Without a known position, the way to the first stop is not counted.
  const metres = legs.reduce((sum, leg) => sum + (leg && (leg.isFromLast || hasPlace) ? leg.metres : 0), 0)
  const day = useToday()
  const has = round.stops.length > 0
  const isStale = has && round.day !== day

  function begin(sources: readonly Placed[]) {
    beginRound({ day, stops: ordered(start, sources).map(keyOf) })
    useFieldCamera.getState().refit()
  }
  function skip(stop: NamedStop, state: StopState) {
    if (state === 'skipped') round.skip(stop, null)
    else setSkipping(stop)
  }
  function replan() {
    const done = stops.filter(({ isDone }) => isDone)
    const way = ordered(start, left).map((source) => stops.find((each) => each.source === source)!)
    round.setStops([...[...done, ...way], ...missing].map(({ stop }) => stop))
  }

  const waits = useWaitingOrders().length > 0
  // With few sources nearby, several sizes give the same round.
  const counts = [...new Set(SIZES.map((size) => Math.min(size, candidates.length)))].filter((count) => count > 0)
  const sizes = counts.map((count, i) => (
    <Button
      key={count}
      weight={i === 0 && !has && !waits ? 'primary' : 'secondary'}
      onClick={() => begin(candidates.slice(0, count))}
    >
      {t(i === 0 ? 'round.worst' : 'round.worstOther', { count })}
    </Button>
  ))
  const readIn = <ReadRounds isPrimary={!has && !waits && counts.length === 0} onSaid={setSaid} />

  return (
    <section aria-label={t('tablet.tab.round')} className={classes.round}>
      {has && (
        <div className={classes.head}>
          <h2>{titleOf(t, round, day)}</h2>
          <p>
            {[
              round.from === 'desk' && t('round.fromDesk'),
              round.team !== '' && t('round.team', { team: round.team }),
              progressText(t, all, caseStates(cases)),
              t('where.left', { km: (metres / 1000).toFixed(1) }),
            ]
              .filter(Boolean)
              .join(DOT)}
          </p>
        </div>
      )}
      {isStale && (
        <div className={classes.stale}>
          <p>{t('round.stale')}</p>
          <Button weight="primary" onClick={() => round.goOn(day)}>
            {t('round.goOn')}
          </Button>
        </div>
      )}
      <Refused problems={problems} />
      {said !== '' && <p role="status">{said}</p>}
      {!has && <WaitingRounds isPrimary />}
      {!has && (
        <div className={classes.first}>
          <p>{t(candidates.length > 0 ? 'round.empty' : 'round.nothing', { km })}</p>
          {counts.length > 0 && <div className={classes.sizes}>{sizes}</div>}
          <p>{t('round.orRead')}</p>
          <div className={classes.read}>{readIn}</div>
        </div>
      )}
      <ol>
        {cases.map((task, i) => (
          <CaseStopRow key={task.of.id} task={task} far={farOf(legs[i] ?? null)} />
        ))}
        {stops.map((stop, i) => {
          const { source } = stop
          const leg = legs[cases.length + i]!
          const key: SourceKey = keyOf(source)
          return (
            <RoundStopRow
              key={source.source}
              stop={stop}
              far={farOf(leg)}
              draftDay={draftDay(source)}
              isUnderWarning={isUnderWarning(source.source)}
              onSkip={() => skip({ ...key, name: source.name }, stop.state)}
              onDrop={isDeskStop(round, key) ? null : () => round.toggleStop(key)}
            />
          )
        })}
      </ol>
      <MissingStops
        missing={missing}
        onSkip={({ stop, state }) => skip(stop, state)}
        onDrop={(stop) => (isDeskStop(round, stop) ? null : () => round.toggleStop(stop))}
      />
      {has && <WaitingRounds isPrimary={false} />}
      {has && (
        <details className={classes.more}>
          <summary>{t('round.more')}</summary>
          <div className={classes.sizes}>{sizes}</div>
          <p>{t('round.orRead')}</p>
          <div className={classes.read}>{readIn}</div>
        </details>
      )}
      <div className={classes.bar}>
        {round.before && round.did && (
          <p role="status">
            {t(`round.did.${round.did}`)} <Button onClick={round.undo}>{t('round.undo')}</Button>
            <Button onClick={round.settle}>{t('round.settle')}</Button>
          </p>
        )}
        {has && (
          <>
            <Button onClick={replan}>
              {origin.kind === 'measured' ? t('check.replan') : t('where.reorder', { from: words.start })}
            </Button>
            <EndRound open={open} />
          </>
        )}
      </div>
      {skipping && (
        <SkipReason
          title={t('round.skipTitle', { name: skipping.name ?? skipping.code })}
          act={t('round.skip')}
          onClose={() => setSkipping(null)}
          onReason={(reason) => {
            round.skip(skipping, reason)
            setSkipping(null)
          }}
        />
      )}
    </section>
  )
}

/** Title of a round: its name and its day in everyday words, or the day alone. */
function titleOf(
  t: TFunction<'texts'>,
  { name, day }: { readonly name: string; readonly day: string },
  now: string,
): string {
  const dated =
    day === ''
      ? t('round.undated')
      : day === now
        ? t('round.today')
        : day === formatDay(parseDay(now) - 1)
          ? t('round.ofYesterday', { day })
          : t('round.ofDay', { day })
  return name === '' ? dated : `${name}${DOT}${dated}`
}
