import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { sourceOfBody } from './body'
import type { LedgerEvent } from './event'
import type { Ledger } from './ledger'
import { photosOf, voicesOf } from './originals'

/**
 * For one source: photos whose originals are missing here, either present as small copies or absent, and missing spoken
 * notes.
 */
export interface MissingOriginals {
  readonly name: string
  readonly copies: number
  readonly missing: number
  readonly voices: number
  /** Days on which the originals were deleted here, as far as recorded. */
  readonly releasedOn: readonly IsoDay[]
}

const nameOf = ({ body, id }: LedgerEvent) => sourceOfBody(body)?.name ?? id

/** Sources for which these records lack originals, by name. */
export async function missingOriginals(
  ledger: Pick<Ledger, 'photo' | 'voice'>,
  events: readonly LedgerEvent[],
): Promise<readonly MissingOriginals[]> {
  const found = new Map<string, MissingOriginals>()
  const seen = new Set<string>()
  const add = (event: LedgerEvent, what: 'copies' | 'missing' | 'voices', releasedAt?: string) => {
    const name = nameOf(event)
    const before = found.get(name) ?? { name, copies: 0, missing: 0, voices: 0, releasedOn: [] }
    const days = releasedAt ? [dayOfInstant(releasedAt)] : []
    found.set(name, {
      ...before,
      [what]: before[what] + 1,
      releasedOn: [...new Set([...before.releasedOn, ...days])],
    })
  }
  const fresh = ({ hash }: { readonly hash: string }) => !seen.has(hash) && seen.add(hash)
  for (const event of events) {
    for (const { hash } of photosOf([event]).filter(fresh)) {
      const kept = await ledger.photo(hash)
      if (!kept?.original) add(event, kept ? 'copies' : 'missing', kept?.releasedAt)
    }
    for (const { hash } of voicesOf([event]).filter(fresh)) {
      const kept = await ledger.voice(hash)
      if (!kept?.sound) add(event, 'voices', kept?.releasedAt)
    }
  }
  return [...found.values()]
}
