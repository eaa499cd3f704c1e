import { isSameStop, type OrderedStop, type RoundOrder } from '@/domain/field/round-order'
import type { ReportedStop, RoundReport } from '@/ledger/event'
import { canonical } from '@/ledger/event-chain'
import { type Round, stopKey, useRound, visitsCountFrom } from '@/store/device/round'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { reportFailure } from '@/store/page/failure'
import type { SourceKey } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'

/** Names of a round's stops from the package, else as written by whoever made the round. */
const namesOf = ({ stops }: Pick<Round, 'stops'>): Promise<readonly string[]> =>
  Promise.all(
    stops.map(
      async ({ kind, code, nth, name }) => (await datasetWorker().findSource(kind, code, nth))?.name ?? name ?? '',
    ),
  )

/** How a round was ended: the stops left out, and why ('' if no reason was given). */
interface Ending {
  readonly left: readonly SourceKey[]
  readonly reason: string
}

const GONE_ON: Ending = { left: [], reason: '' }

function toldOf(round: Round, names: readonly string[], ending: Ending | null): RoundReport {
  const { name, team, from, stops, skipped } = round
  const since = round.since || today()
  const begun = visitsCountFrom(round)
  const left = new Set(ending?.reason ? ending.left.map(stopKey) : [])
  const told = stops.map(({ kind, code, nth, after }, i): ReportedStop => {
    const key = stopKey({ kind, code, ...(nth ? { nth } : {}) })
    const why = left.has(key) ? { skipped: ending!.reason, left: true as const } : { skipped: skipped[key] ?? '' }
    return { kind, code, ...(nth ? { nth } : {}), name: names[i] ?? '', ...(after && { after }), ...why }
  })
  return {
    type: 'round',
    name,
    team,
    since,
    ...(begun === since ? {} : { begun }),
    from,
    ended: ending !== null,
    stops: told,
  }
}

/** The last report this tablet wrote on a round; null if none. */
const lastReport = ({ name, team, since }: Pick<RoundReport, 'name' | 'team' | 'since'>): RoundReport | null =>
  useLedger
    .getState()
    .rounds.filter(({ device }) => device === useLedger.getState().device)
    .find(({ body }) => body.name === name && body.team === team && body.since === since)?.body ?? null

/** Last pending write. Writes run in sequence, so that two presses do not write the same report twice. */
let telling: Promise<unknown> = Promise.resolve()

/** Resolves once this tablet's ledger was read, or reading failed. */
const ledgerRead = () =>
  new Promise<void>((resolve) => {
    const isRead = ({ events, blocked }: ReturnType<typeof useLedger.getState>) => events !== null || blocked !== null
    if (isRead(useLedger.getState())) return resolve()
    const stop = useLedger.subscribe((now) => {
      if (!isRead(now)) return
      stop()
      resolve()
    })
  })

/** Writes a round's state into the ledger unless it equals the last report. @throws if writing fails. */
function tell(round: Round, ending: Ending | null): Promise<void> {
  const told = telling.then(() => write(round, ending))
  telling = told.catch(() => undefined)
  return told
}

async function write(round: Round, ending: Ending | null): Promise<void> {
  if (round.stops.length === 0) return
  await ledgerRead()
  const told = toldOf(round, await namesOf(round), ending)
  if (canonical(told) === canonical(lastReport(told))) return
  await useLedger.getState().append(told, [], null)
}

/** Writes the current round's state before records go to the desk. @throws if writing fails. */
export const reportRound = (): Promise<void> => tell(useRound.getState(), null)

/**
 * Whether the desk needs a report: on rounds from the desk, with skipped stops, or reported before. Others were mere
 * trials.
 */
const isWorthTelling = (round: Round) =>
  round.from === 'desk' || Object.keys(round.skipped).length > 0 || lastReport(round) !== null

/** Reports a round that is no longer in use. The screen does not wait; failures are shown. */
function tellEnd(round: Round, ending = GONE_ON): void {
  if (isWorthTelling(round)) void tell(round, ending).catch(reportFailure)
}

/** Begins a round; the previous one is reported to the desk. */
export function beginRound(round: Parameters<ReturnType<typeof useRound.getState>['begin']>[0]) {
  const before = useRound.getState()
  const begun = before.begin(round)
  if (begun === 'replaced') tellEnd(before)
  return begun
}

/**
 * Ends the round and reports it to the desk with the stops left out. After an undo, the next report replaces this one.
 */
export function endRound(ending = GONE_ON): void {
  const before = useRound.getState()
  before.end()
  tellEnd(before, ending)
}

/** Reasons for skipped stops of a round that also belong to the next one and count visits from the same time. */
export const stillSkipped = ({ stops, skipped }: Round, next: readonly OrderedStop[]): Round['skipped'] =>
  Object.fromEntries(
    next.flatMap((stop) => {
      const same = stops.find((each) => isSameStop(each, stop) && each.after === stop.after)
      const reason = same && skipped[stopKey(same)]
      return reason ? [[stopKey(stop), reason]] : []
    }),
  )

/**
 * For a desk's round that is begun again, from this tablet's last report on it: the reasons for skipped stops, and since
 * when its visits count.
 */
export function previousProgress({
  name,
  team,
  day,
  stops = [],
}: Pick<RoundOrder, 'name' | 'team' | 'day'> & Partial<Pick<RoundOrder, 'stops'>>): Partial<Round> {
  const told = lastReport({ name, team, since: day })
  if (told?.from !== 'desk') return {}
  // A stop skipped before the desk asked for another visit is no longer skipped.
  const isAnew = (stop: ReportedStop) => stops.some((each) => isSameStop(each, stop) && each.after !== stop.after)
  const skipped = told.stops
    .filter((stop) => stop.skipped !== '' && !stop.left && !isAnew(stop))
    .map((stop) => [stopKey(stop), stop.skipped])
  return { skipped: Object.fromEntries(skipped), ...(told.begun ? { begun: told.begun } : {}) }
}
