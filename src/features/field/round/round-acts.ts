import { isSameStop, type OrderedStop, type RoundOrder } from '@/domain/field/round-order'
import { canonical, type RoundTold, type ToldStop } from '@/ledger/event'
import { countsFrom, type Round, stopKey, useRound } from '@/store/device/round'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { sayFailure } from '@/store/page/failure'
import type { SourceKey } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'

/** The names of a round's stops where the package has them, else as whoever made the round wrote them. */
const namesOf = ({ stops }: Pick<Round, 'stops'>): Promise<readonly string[]> =>
  Promise.all(
    stops.map(async ({ kind, code, nth, name }) => (await datasetWorker().find(kind, code, nth))?.name ?? name ?? ''),
  )

/** That a round was ended, and why stops of it were left, '' where nobody said. */
interface Ending {
  readonly left: readonly SourceKey[]
  readonly reason: string
}

const GONE_ON: Ending = { left: [], reason: '' }

function toldOf(round: Round, names: readonly string[], ending: Ending | null): RoundTold {
  const { name, team, from, stops, skipped } = round
  const since = round.since || today()
  const begun = countsFrom(round)
  const left = new Set(ending?.reason ? ending.left.map(stopKey) : [])
  const told = stops.map(({ kind, code, nth, after }, i): ToldStop => {
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

/** What this tablet told last of a round; null where it told nothing yet. */
const lastTold = ({ name, team, since }: Pick<RoundTold, 'name' | 'team' | 'since'>): RoundTold | null =>
  useLedger
    .getState()
    .rounds.filter(({ device }) => device === useLedger.getState().device)
    .find(({ body }) => body.name === name && body.team === team && body.since === since)?.body ?? null

/** What is being told; each waits for the one before, or two presses would write the same twice. */
let telling: Promise<unknown> = Promise.resolve()

/** Resolves once the ledger of this tablet was read, or could not be. */
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

/** Writes into the ledger how a round stands, where that is not what was told last. @throws where it could not be written. */
function tell(round: Round, ending: Ending | null): Promise<void> {
  const told = telling.then(() => write(round, ending))
  telling = told.catch(() => undefined)
  return told
}

async function write(round: Round, ending: Ending | null): Promise<void> {
  if (round.stops.length === 0) return
  await ledgerRead()
  const told = toldOf(round, await namesOf(round), ending)
  if (canonical(told) === canonical(lastTold(told))) return
  await useLedger.getState().append(told, [], null)
}

/** Tells how the round of this tablet stands before records go to the desk. @throws where it could not be written. */
export const tellRound = (): Promise<void> => tell(useRound.getState(), null)

/** What of a round the desk would miss if it went untold: one of its own, or what was skipped. Own tries go unsaid. */
const isWorthTelling = (round: Round) =>
  round.from === 'desk' || Object.keys(round.skipped).length > 0 || lastTold(round) !== null

/** Tells how a round stood that is gone by no more. The screen does not wait: what fails is said. */
function tellEnd(round: Round, ending = GONE_ON): void {
  if (isWorthTelling(round)) void tell(round, ending).catch(sayFailure)
}

/** Begins a round; the one before is told to the desk as it was. */
export function beginRound(round: Parameters<ReturnType<typeof useRound.getState>['begin']>[0]) {
  const before = useRound.getState()
  const begun = before.begin(round)
  if (begun === 'replaced') tellEnd(before)
  return begun
}

/** Ends the round; it is told to the desk as it was, with why stops were left. To take that back leaves nothing of it. */
export function endRound(ending = GONE_ON): void {
  const before = useRound.getState()
  before.end()
  tellEnd(before, ending)
}

/** Why stops of a round are skipped that another goes to as well, and counts the same visits there. */
export const skippedToo = ({ stops, skipped }: Round, next: readonly OrderedStop[]): Round['skipped'] =>
  Object.fromEntries(
    next.flatMap((stop) => {
      const same = stops.find((each) => isSameStop(each, stop) && each.after === stop.after)
      const reason = same && skipped[stopKey(same)]
      return reason ? [[stopKey(stop), reason]] : []
    }),
  )

/** What this tablet told last of a round of the desk that is begun again: why stops of it were skipped, and since when its visits count. */
export function heldBefore({
  name,
  team,
  day,
  stops = [],
}: Pick<RoundOrder, 'name' | 'team' | 'day'> & Partial<Pick<RoundOrder, 'stops'>>): Partial<Round> {
  const told = lastTold({ name, team, since: day })
  if (told?.from !== 'desk') return {}
  // What was skipped before it was to be gone to once more is gone to.
  const isAnew = (stop: ToldStop) => stops.some((each) => isSameStop(each, stop) && each.after !== stop.after)
  const skipped = told.stops
    .filter((stop) => stop.skipped !== '' && !stop.left && !isAnew(stop))
    .map((stop) => [stopKey(stop), stop.skipped])
  return { skipped: Object.fromEntries(skipped), ...(told.begun ? { begun: told.begun } : {}) }
}
