import { isLater, type LaterEvent, type LedgerEvent } from './event'
import type { SourceRef } from './references'

/** Deeper than any real record; deeper nesting can only be meant to exhaust the code that computes the hash. */
const DEEPEST = 64

/** Whether JSON from outside is nested shallowly enough for its hash to be computed. */
export function isFlatEnough(value: unknown, left = DEEPEST): boolean {
  if (value === null || typeof value !== 'object') return true
  return left > 0 && Object.values(value).every((each) => isFlatEnough(each, left - 1))
}

/**
 * Whether JSON from outside declares one of our formats with a higher number than this version reads:
 * `chentu-bundle-2`.
 */
export function isLaterFormat(json: unknown, format: 'chentu-bundle' | 'chentu-receipt', read: number): boolean {
  if (json === null || typeof json !== 'object' || !('format' in json)) return false
  const [, name, number] = /^([a-z-]+)-(\d{1,9})$/.exec(String(json.format)) ?? []
  return name === format && Number(number) > read
}

/** Events of types unknown to this version that concern a source, newest first. */
export function laterEventsOf(
  events: readonly LedgerEvent[],
  { kind, code }: Pick<SourceRef, 'kind' | 'code'>,
): LaterEvent[] {
  const speaksOf = ({ body }: LaterEvent) => {
    const target = body.target as Partial<SourceRef> | null | undefined
    return target?.kind === kind && target.code === code
  }
  return events
    .filter(isLater)
    .filter(speaksOf)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.sequence - a.sequence))
}
