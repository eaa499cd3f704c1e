import type { Month } from '@/domain/calendar'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { NO_FIGURE, type Positions, STATE, UNKNOWN } from '@/domain/trucks/positions'
import type { TruckSettings } from '@/domain/trucks/settings'
import type { Tracks } from '@/io/tracks/tracks'

/** What terminals say besides where a truck is: columns of its positions, of which exports often lack some. */
export const SIGNALS = ['speed', 'load', 'closed', 'lifted'] as const
export type Signal = (typeof SIGNALS)[number]

/** A kind of breach that the tracks can't tell of, and which signals it would take that none of their rows has. */
export interface Unjudged {
  readonly kind: BreachKind
  readonly lacks: readonly Signal[]
}

/** The signals that each kind of breach takes, of the kinds that the settings judge. */
function needsOf({ speed, open, lift, unwashed, bans }: TruckSettings): (readonly [BreachKind, readonly Signal[]])[] {
  const needs: (readonly [BreachKind, readonly Signal[]])[] = []
  if (speed) needs.push(['speed', ['speed']])
  if (open) needs.push(['open', ['closed', 'load', 'speed']])
  if (lift) needs.push(['lift', ['lifted']])
  if (bans.length > 0) needs.push(['ban', bans.every(({ loadedOnly }) => loadedOnly) ? ['speed', 'load'] : ['speed']])
  if (unwashed) needs.push(['unwashed', ['load']])
  return needs
}

/** Of kinds of breach that could not be judged since no row says a signal that they take. `said` null: nobody knows, and none is named. */
export function unjudgedOf(settings: TruckSettings, said: ReadonlySet<string> | null): Unjudged[] {
  if (said === null) return []
  return needsOf(settings).flatMap(([kind, needs]) => {
    const lacks = needs.filter((signal) => !said.has(signal))
    return lacks.length > 0 ? [{ kind, lacks }] : []
  })
}

/**
 * Which signals the positions of some trucks say in a month: of a fleet some terminals may say what others do not. A truck after the
 * other is read until each signal was met, which mostly is with the first.
 */
export async function saidOf(tracks: Tracks, month: Month, plates: readonly string[]): Promise<Set<string> | null> {
  const ofMonth = await tracks.said(month)
  if (ofMonth === null) return null
  const wanted = SIGNALS.filter((signal) => ofMonth.has(signal))
  const said = new Set<string>()
  for (const truck of plates) {
    if (said.size === wanted.length) break
    const rows = await tracks.positions(month, { truck })
    if (rows === null) return null
    for (const signal of wanted) if (SAYS[signal](rows)) said.add(signal)
  }
  return said
}

const SAYS: Readonly<Record<Signal, (rows: Positions) => boolean>> = {
  speed: ({ speed }) => speed.some((of) => of !== NO_FIGURE),
  load: ({ load }) => load.some((of) => of !== UNKNOWN),
  closed: ({ state }) => state.some((of) => (of & (STATE.closed | STATE.open)) !== 0),
  lifted: ({ state }) => state.some((of) => (of & (STATE.lifted | STATE.lowered)) !== 0),
}
