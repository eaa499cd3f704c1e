import type { AssignedCase, FinishedCase, OrderedStop, RoundOrder } from '@/domain/field/round-order'
import { isSameStop, MAX_DONE } from '@/domain/field/round-order'
import type { CaseOpened } from '@/ledger/case-bodies'
import { type CaseRecord, knownStepIds, type RecordedStep } from '@/ledger/cases'
import type { SourceRef } from '@/ledger/references'
import type { CaseView } from './case-view'

type Given = Pick<RoundOrder, 'team' | 'day'>

/** Steps of the current turn that record giving the case to this team for this day. */
export const assignmentSteps = ({ standing }: CaseRecord, { team, day }: Given): readonly RecordedStep[] =>
  standing.current.filter(
    ({ event: { body } }) => body.step === 'given' && (body.team ?? '') === team && body.day === day,
  )

/**
 * A case as it is given to a team with a round. If it is given again with nothing done since, the result is the same as
 * before.
 */
export function assignedCase(
  caseView: CaseView,
  opened: CaseOpened,
  to: Given,
  stops: readonly OrderedStop[],
): AssignedCase {
  const { id, title, clocks, record } = caseView
  const said = new Set(assignmentSteps(record, to).map((step) => step.id))
  return {
    id,
    title,
    sort: opened.sortName,
    reason: opened.reason,
    ...(opened.note && { note: opened.note }),
    ...again(record),
    position: opened.position,
    ...(opened.wind && {
      wind: {
        fromDegrees: opened.wind.fromDegrees,
        metresPerSecond: opened.wind.metresPerSecond,
        ...(opened.wind.calmBelow !== undefined && { calmBelow: opened.wind.calmBelow }),
        ...(opened.wind.said === 'hand-direction' && { isSpeedAssumed: true as const }),
      },
    }),
    ...(opened.reachMetres !== undefined && { reachMetres: opened.reachMetres }),
    observed: opened.observed,
    due: clocks
      .filter(({ state }) => state === 'running' || state === 'overdue')
      .map(({ step, due }) => ({ step, at: new Date(due).toISOString() })),
    likely: opened.likely.map(stopOf),
    ...(opened.target && { target: stopOf(opened.target) }),
    ...(opened.illustrative && { illustrative: true }),
    stops: stops.map(({ kind, code, nth }) => ({ kind, code, ...(nth && { nth }) })),
    // Exclude the step that records the giving itself, since it is written afterwards.
    knows: knownStepIds(record).filter((step) => !said.has(step)),
    past: pastSteps(record),
  }
}

const stopOf = ({ kind, code, nth, name }: SourceRef): OrderedStop => ({ kind, code, name, ...(nth && { nth }) })

/**
 * Steps that a team can ignore: those of earlier turns, and of this one up to its last report; later steps belong to
 * the new task.
 */
function pastSteps({ standing: { steps, current }, withdrawnSteps }: CaseRecord): string[] {
  const reported = current.findLastIndex(({ step }) => step === 'reported')
  const past = [...steps.filter((step) => !current.includes(step)), ...current.slice(0, reported + 1)]
  // A withdrawn step is past if the step that ended its part knew of it.
  const ends = [...steps.filter(({ step }) => step === 'reopened'), ...(reported < 0 ? [] : [current[reported]!])]
  const gone = withdrawnSteps.filter(({ event }) => ends.some(({ knows }) => knows.includes(event.id)))
  return [...past.map(({ id }) => id), ...gone.map(({ event }) => event.id)].sort()
}

/** The stops of a round that serve a case: those requested now, and those of the previous round given for it. */
export function stopsForCase(
  id: string,
  stops: readonly OrderedStop[],
  asked: readonly OrderedStop[],
  before: RoundOrder | undefined,
): readonly OrderedStop[] {
  const own = [...asked, ...(before?.cases?.find((each) => each.id === id)?.stops ?? [])]
  return stops.filter((stop) => own.some((each) => isSameStop(each, stop)))
}

/** Stops of a round that includes a case: if the case was reopened, its own sources must be visited again. */
export function stopsOfCurrentTurn(caseView: CaseView, stops: readonly OrderedStop[]): readonly OrderedStop[] {
  const { reopening } = caseView.record.standing
  const { target, likely = [] } = caseView.opened ?? {}
  const own = [...(target ? [target] : []), ...likely]
  const after = reopening && new Date(reopening.when).toISOString()
  return after ? stops.map((stop) => (own.some((each) => isSameStop(each, stop)) ? { ...stop, after } : stop)) : stops
}

/** Information for the team on a reopened case; empty in its first turn. */
function again({ standing: { turn, reopening, steps, current } }: CaseRecord): Pick<AssignedCase, 'again'> {
  if (!reopening) return {}
  const before = steps.filter((step) => step.step === 'reported' && !current.includes(step))
  const last = before.reduce<RecordedStep | null>(
    (latest, each) => (latest && latest.when > each.when ? latest : each),
    null,
  )
  return {
    again: {
      turn,
      why: reopening.event.body.note,
      ...(last && { found: { at: last.when, finding: last.event.body.finding ?? '', note: last.event.body.note } }),
    },
  }
}

/**
 * Cases given to a team, or to all, that are closed or withdrawn by now: last given first, at most as many as a round
 * can carry.
 */
export function finishedCases(
  records: ReadonlyMap<string, CaseRecord>,
  orders: readonly RoundOrder[],
  team: string,
): readonly FinishedCase[] {
  const given = orders
    .filter((order) => team === '' || order.team === '' || order.team === team)
    .flatMap(({ cases = [], done = [] }) => [...cases, ...done].map(({ id }) => id))
  return [...new Set(given)]
    .flatMap((id) => {
      const record = records.get(id)
      const end = record?.withdrawn ?? record?.standing.closing
      return end ? [{ id, by: end.id }] : []
    })
    .slice(0, MAX_DONE)
}
