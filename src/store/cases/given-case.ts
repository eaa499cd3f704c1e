import type { DoneCase, GivenCase, OrderedStop, RoundOrder } from '@/domain/field/round-order'
import { isSameStop, MOST_DONE } from '@/domain/field/round-order'
import type { CaseOpened } from '@/ledger/case-bodies'
import { type CaseRecord, knownOf, type RecordedStep } from '@/ledger/cases'
import type { NumberedSource } from '@/ledger/references'
import type { CaseView } from './case-view'

type Given = Pick<RoundOrder, 'team' | 'day'>

/** The steps of this turn that say that a case was given to that team for that day. */
export const givenSteps = ({ standing }: CaseRecord, { team, day }: Given): readonly RecordedStep[] =>
  standing.current.filter(
    ({ event: { body } }) => body.step === 'given' && (body.team ?? '') === team && body.day === day,
  )

/** A case as it goes to a team with a round: given once more without anything done since, it goes as before. */
export function givenCase(of: CaseView, opened: CaseOpened, to: Given, stops: readonly OrderedStop[]): GivenCase {
  const { id, title, clocks, record } = of
  const said = new Set(givenSteps(record, to).map((step) => step.id))
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
    // That it goes out is written down after it went.
    knows: knownOf(record).filter((step) => !said.has(step)),
    past: pastSteps(record),
  }
}

const stopOf = ({ kind, code, nth, name }: NumberedSource): OrderedStop => ({ kind, code, name, ...(nth && { nth }) })

/** What of a case a team need not care for any more: the turns before, and this one up to its last report; what came after is its own. */
function pastSteps({ standing: { steps, current }, withdrawnSteps }: CaseRecord): string[] {
  const reported = current.findLastIndex(({ step }) => step === 'reported')
  const past = [...steps.filter((step) => !current.includes(step)), ...current.slice(0, reported + 1)]
  // What was taken back belongs to what ended with a step whose writer knew of it.
  const ends = [...steps.filter(({ step }) => step === 'reopened'), ...(reported < 0 ? [] : [current[reported]!])]
  const gone = withdrawnSteps.filter(({ event }) => ends.some(({ knows }) => knows.includes(event.id)))
  return [...past.map(({ id }) => id), ...gone.map(({ event }) => event.id)].sort()
}

/** Which stops of a round are gone to for a case: those that are asked for now, and those that were when it was given the round before. */
export function stopsFor(
  id: string,
  stops: readonly OrderedStop[],
  asked: readonly OrderedStop[],
  before: RoundOrder | undefined,
): readonly OrderedStop[] {
  const own = [...asked, ...(before?.cases?.find((each) => each.id === id)?.stops ?? [])]
  return stops.filter((stop) => own.some((each) => isSameStop(each, stop)))
}

/** Stops of a round that a case goes with: of one that was opened again its own are to be gone to once more. */
export function stopsInTurn(of: CaseView, stops: readonly OrderedStop[]): readonly OrderedStop[] {
  const { reopening } = of.record.standing
  const { target, likely = [] } = of.opened ?? {}
  const own = [...(target ? [target] : []), ...likely]
  const after = reopening && new Date(reopening.when).toISOString()
  return after ? stops.map((stop) => (own.some((each) => isSameStop(each, stop)) ? { ...stop, after } : stop)) : stops
}

/** What a team is told of a case that was opened again; nothing in its first turn. */
function again({ standing: { turn, reopening, steps, current } }: CaseRecord): Pick<GivenCase, 'again'> {
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

/** Which cases that were given to a team, or to all, are closed or taken back by now: the last given first, as many as a round carries. */
export function doneCases(
  records: ReadonlyMap<string, CaseRecord>,
  orders: readonly RoundOrder[],
  team: string,
): readonly DoneCase[] {
  const given = orders
    .filter((order) => team === '' || order.team === '' || order.team === team)
    .flatMap(({ cases = [], done = [] }) => [...cases, ...done].map(({ id }) => id))
  return [...new Set(given)]
    .flatMap((id) => {
      const record = records.get(id)
      const end = record?.withdrawn ?? record?.standing.closing
      return end ? [{ id, by: end.id }] : []
    })
    .slice(0, MOST_DONE)
}
