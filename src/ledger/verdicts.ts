import { grouped } from '@/domain/grouped'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { type DoubtVerdict, type DoubtVerdicts, isOn, wordOn } from '@/domain/monitoring/doubts/verdict'
import { readingVerdictSchema } from './bundle-schema'
import { isKnown, type LedgerEvent, type ReadingVerdict } from './event'
import { inOrder, withdrawalsIn } from './fold'

export type VerdictEvent = LedgerEvent & { readonly body: ReadingVerdict }

/** What persons decided on the doubts of devices and nothing has taken the place of, oldest first, by the number of the device. */
export type Verdicts = ReadonlyMap<string, readonly VerdictEvent[]>

const MINUTE_MS = 60_000

/** A body of that type that came to an earlier version was looked at by nobody. */
const isVerdict = (event: LedgerEvent): event is VerdictEvent =>
  isKnown(event) && event.body.type === 'reading-verdict' && readingVerdictSchema.safeParse(event.body).success

/**
 * The verdicts that stand. It is the same whatever the order in which events came, and however often: one stands until another that
 * counts says that it takes its place, and a device takes back only its own. Two of which neither knew stand side by side.
 */
export function verdictsOf(events: Iterable<LedgerEvent>): Verdicts {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()]
  const withdrawnBy = withdrawalsIn(all)
  const counting = all.filter(isVerdict).filter((event) => !withdrawnBy(event))
  const past = new Set(counting.flatMap(({ body }) => body.supersedes))
  return grouped(counting.filter(({ id }) => !past.has(id)).sort(inOrder), ({ body }) => body.device)
}

const factsOf = ({ body: { doubt, parameter, from, until, verdict } }: VerdictEvent): DoubtVerdict => ({
  ...{ doubt, parameter, verdict },
  from: Date.parse(from) / MINUTE_MS,
  until: Date.parse(until) / MINUTE_MS,
})

/** The same as far as readings are judged by it, as it is told to workers. */
export const doubtVerdicts = (verdicts: Verdicts): DoubtVerdicts =>
  new Map([...verdicts].map(([device, of]) => [device, of.map(factsOf)]))

/** What stands on a doubt: verdicts on one of its kind and parameter of the same time, which is found anew with other ends as hours come. */
export const verdictsOn = (verdicts: Verdicts, doubt: Doubt): readonly VerdictEvent[] =>
  (verdicts.get(doubt.device) ?? []).filter((event) => isOn(factsOf(event), doubt))

/** What persons came to on a doubt, as {@link wordOn} has it: one of READING_VERDICTS or a later version's. */
export const verdictOn = (verdicts: Verdicts, doubt: Doubt): string =>
  wordOn(new Map([[doubt.device, (verdicts.get(doubt.device) ?? []).map(factsOf)]]), doubt)

/** The record by which a person decides on a doubt, in the place of what stood before. */
export const verdictBody = (
  verdicts: Verdicts,
  doubt: Doubt,
  said: Pick<ReadingVerdict, 'name' | 'verdict' | 'reason'>,
): ReadingVerdict => ({
  type: 'reading-verdict',
  device: doubt.device,
  doubt: doubt.kind,
  parameter: doubt.parameter ?? '',
  from: new Date(doubt.from * MINUTE_MS).toISOString(),
  until: new Date(doubt.until * MINUTE_MS).toISOString(),
  ...said,
  supersedes: verdictsOn(verdicts, doubt).map(({ id }) => id),
})
