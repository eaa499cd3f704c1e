import type { Bilingual } from '@/domain/bilingual'
import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { NO_FIGURE, type Positions, STATE, UNKNOWN } from '@/domain/trucks/positions'
import type { Ban, TruckSettings } from '@/domain/trucks/settings'
import type { Tracks } from '@/io/tracks/tracks'

/** Columns of the positions besides place and time. Exports often lack some of them. */
export const TRUCK_SIGNALS = ['speed', 'load', 'closed', 'lifted'] as const
export type TruckSignal = (typeof TRUCK_SIGNALS)[number]

/** A kind of breach that could not be judged, and the signals needed for it that no row has. */
export interface UnjudgedBreach {
  readonly kind: BreachKind
  readonly lacks: readonly TruckSignal[]
  /** The bans that it is about, if others could be judged; absent if nothing of the kind could be. */
  readonly bans?: readonly Bilingual[]
}

interface Need {
  readonly kind: BreachKind
  readonly signals: readonly TruckSignal[]
  readonly bans?: readonly Ban[]
}

/** The signals needed for each kind of breach that the settings judge. */
function needsOf({ speed, open, lift, unwashed, bans }: TruckSettings): Need[] {
  const needs: Need[] = []
  if (speed) needs.push({ kind: 'speed', signals: ['speed'] })
  if (open) needs.push({ kind: 'open', signals: ['closed', 'load', 'speed'] })
  if (lift) needs.push({ kind: 'lift', signals: ['lifted'] })
  const ofLoaded = bans.filter(({ loadedOnly }) => loadedOnly)
  const ofAll = bans.filter(({ loadedOnly }) => !loadedOnly)
  if (ofAll.length > 0) needs.push({ kind: 'ban', signals: ['speed'], bans: ofAll })
  if (ofLoaded.length > 0) needs.push({ kind: 'ban', signals: ['speed', 'load'], bans: ofLoaded })
  if (unwashed) needs.push({ kind: 'unwashed', signals: ['load'] })
  return needs
}

/**
 * The kinds of breach, and among several bans the bans, that could not be judged because no row has a signal that they
 * need. `signals` is null where that is unknown: then none is listed.
 */
export function unjudgedBreaches(settings: TruckSettings, signals: ReadonlySet<string> | null): UnjudgedBreach[] {
  if (signals === null) return []
  const lackedOf = (needs: readonly TruckSignal[]) => needs.filter((signal) => !signals.has(signal))
  const needs = needsOf(settings).filter((need) => lackedOf(need.signals).length > 0)
  const unjudged = grouped(needs, ({ kind }) => kind)
  return [...unjudged].map(([kind, ofKind]) => {
    const bans = ofKind.flatMap((need) => need.bans ?? [])
    const isSome = bans.length > 0 && bans.length < settings.bans.length
    const lacks = lackedOf([...new Set(ofKind.flatMap((need) => need.signals))])
    return { kind, lacks, ...(isSome && { bans: bans.map(({ title }) => title) }) }
  })
}

/**
 * The signals present in the positions of some trucks in a month: terminals of one fleet may differ. Trucks are read one by one until
 * every signal has been found, usually with the first truck. Null where the files can't be read.
 */
export async function signalsPresent(
  tracks: Tracks,
  month: Month,
  plates: readonly string[],
): Promise<Set<string> | null> {
  const ofMonth = await tracks.said(month)
  if (ofMonth === null) return null
  const wanted = TRUCK_SIGNALS.filter((signal) => ofMonth.has(signal))
  const said = new Set<string>()
  for (const truck of plates) {
    if (said.size === wanted.length) break
    const rows = await tracks.positions(month, { truck })
    if (rows === null) return null
    for (const signal of wanted) if (SAYS[signal](rows)) said.add(signal)
  }
  return said
}

const SAYS: Readonly<Record<TruckSignal, (rows: Positions) => boolean>> = {
  speed: ({ speed }) => speed.some((of) => of !== NO_FIGURE),
  load: ({ load }) => load.some((of) => of !== UNKNOWN),
  closed: ({ state }) => state.some((of) => (of & (STATE.closed | STATE.open)) !== 0),
  lifted: ({ state }) => state.some((of) => (of & (STATE.lifted | STATE.lowered)) !== 0),
}
