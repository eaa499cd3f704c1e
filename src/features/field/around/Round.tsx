import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { planRound, roundMetres } from '@/domain/field/round'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { STATUS_NAMES } from '@/domain/rules/status'
import { targetKey } from '@/ledger/fold'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { SourceSummary } from '@/questions/source-summary'
import { useOutcome } from '@/store/answers/use-promise'
import { useChentu, useOpened } from '@/store/chentu'
import { useRound } from '@/store/device/round'
import { useLedger } from '@/store/ledger'
import { failureOf } from '@/store/page/failure'
import { isSameSource, keyOf, type SourceKey } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import classes from './Round.module.css'

const SIZES = [5, 8, 12] as const

interface Props {
  readonly start: Position
  /** What a round can be made of, in the order of the list. */
  readonly from: readonly SourceSummary[]
}

type Placed = SourceSummary & { readonly position: Position }

const placed = (source: SourceSummary | null): source is Placed => source !== null && source.position !== null

/** Puts sources in the order of a short way from a start. */
function ordered(start: Position, sources: readonly Placed[]): Placed[] {
  return planRound(
    start,
    sources.map(({ position }) => position),
  ).map((at) => sources[at]!)
}

/** Today's round: the first of the list in the order of a short way; one can be dropped, and what is left recognised anew from here. */
export function Round({ start, from }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const ledger = useLedger((all) => all.state)
  const { stops, setStops, toggleStop } = useRound()
  const { shown } = useOpened()
  const { found, error } = useOutcome(
    () => Promise.all(stops.map(({ kind, code, nth }) => datasetWorker().find(kind, code, nth))),
    '',
    [shown, stops],
  )
  const sources = (found ?? []).filter(placed)
  const problems = error === null ? [] : [failureOf(error)]

  const today = dayOfInstant(new Date().toISOString())
  const isDone = (source: SourceSummary) =>
    ledger.get(targetKey(source))?.inspections.some(({ at }) => dayOfInstant(at) === today) ?? false
  // Stops that the package does not have now: of another package, or of a kind that is not declared.
  const lost = stops.filter((stop) => !sources.some((source) => isSameSource(keyOf(source), stop)))
  const plan = (all: readonly Placed[], kept: readonly SourceKey[] = []) => {
    const done = all.filter(isDone)
    const left = ordered(
      start,
      all.filter((source) => !isDone(source)),
    )
    setStops([...[...done, ...left].map(keyOf), ...kept])
  }
  const left = sources.filter((source) => !isDone(source))
  const metres = roundMetres(
    start,
    left.map(({ position }) => position),
    [...left.keys()],
  )
  const candidates = from.filter(placed)

  return (
    <details className={classes.round} open={stops.length > 0}>
      <summary>
        {stops.length === 0
          ? t('check.round')
          : t('check.roundOf', {
              done: sources.length - left.length,
              all: sources.length,
              km: (metres / 1000).toFixed(1),
            })}
      </summary>
      <div className={classes.sizes}>
        {SIZES.map((size) => (
          <Button key={size} disabled={candidates.length === 0} onClick={() => plan(candidates.slice(0, size))}>
            {t('check.roundSize', { count: Math.min(size, candidates.length) })}
          </Button>
        ))}
        {stops.length > 0 && (
          <>
            <Button onClick={() => plan(sources, lost)}>{t('check.replan')}</Button>
            <Button onClick={() => setStops([])}>{t('check.endRound')}</Button>
          </>
        )}
      </div>
      <Refused problems={problems} />
      <ol>
        {sources.map((source, i) => {
          const { kind, name, position } = source
          const before = sources[i - 1]
          const leg = distanceMetres(before && !isDone(before) ? before.position : start, position)
          return (
            <li key={source.source} data-done={isDone(source)}>
              <span>{isDone(source) ? '✓' : i + 1}</span>
              <Button onClick={() => setView({ selected: keyOf(source) })}>
                <SourceSymbol kind={kind} status={STATUS_NAMES[source.status]!} /> {name}
              </Button>
              <small>{isDone(source) ? '' : t('check.leg', { metres: Math.round(leg) })}</small>
              <Button aria-label={t('check.dropStop', { name })} onClick={() => toggleStop(keyOf(source))}>
                {'×'}
              </Button>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
