import { isLater, type LaterEvent, type LedgerEvent } from './event'
import type { SourceRef } from './references'

/** Deeper than any record is; what lies deeper could only be meant to exhaust whoever adds up its hash. */
const DEEPEST = 64

/** Whether JSON from outside is nested no deeper than its hash can be added up. */
export function isFlatEnough(value: unknown, left = DEEPEST): boolean {
  if (value === null || typeof value !== 'object') return true
  return left > 0 && Object.values(value).every((each) => isFlatEnough(each, left - 1))
}

/** Whether JSON from outside names a format of ours of a higher number than this version reads: `chentu-bundle-2`. */
export function isLaterFormat(said: unknown, format: 'chentu-bundle' | 'chentu-receipt', read: number): boolean {
  if (said === null || typeof said !== 'object' || !('format' in said)) return false
  const [, name, number] = /^([a-z-]+)-(\d{1,9})$/.exec(String(said.format)) ?? []
  return name === format && Number(number) > read
}

/** Of some events those in types that this version does not know which speak of a source, newest first. */
export function laterOf(
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
