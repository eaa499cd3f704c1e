import { grouped } from '@/domain/grouped'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { appliesTo, currentVerdict, type DoubtVerdict, type DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { readingVerdictSchema } from './bundle-schema'
import { isKnown, type LedgerEvent, type ReadingVerdict } from './event'
import { compareEvents, withdrawalsIn } from './fold'

export type VerdictEvent = LedgerEvent & { readonly body: ReadingVerdict }

/** Verdicts on doubts of devices that no other verdict has replaced, oldest first, by device number. */
export type Verdicts = ReadonlyMap<string, readonly VerdictEvent[]>

const MINUTE_MS = 60_000

/** The body is validated here, since earlier versions accepted bodies of this type unchecked. */
const isVerdict = (event: LedgerEvent): event is VerdictEvent =>
  isKnown(event) && event.body.type === 'reading-verdict' && readingVerdictSchema.safeParse(event.body).success

/**
 * The verdicts that stand, independent of order and duplicates: a verdict stands until a counting one supersedes it,
 * and a device can withdraw only its own. Two verdicts that did not know of each other stand side by side.
 */
export function verdictsOf(events: Iterable<LedgerEvent>): Verdicts {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()]
  const withdrawnBy = withdrawalsIn(all)
  const counting = all.filter(isVerdict).filter((event) => !withdrawnBy(event))
  const past = new Set(counting.flatMap(({ body }) => body.supersedes))
  return grouped(counting.filter(({ id }) => !past.has(id)).sort(compareEvents), ({ body }) => body.device)
}

const factsOf = ({ body: { doubt, parameter, from, until, verdict } }: VerdictEvent): DoubtVerdict => ({
  ...{ doubt, parameter, verdict },
  from: Date.parse(from) / MINUTE_MS,
  until: Date.parse(until) / MINUTE_MS,
})

/** The same, reduced to what judging readings needs, for sending to workers. */
export const doubtVerdicts = (verdicts: Verdicts): DoubtVerdicts =>
  new Map([...verdicts].map(([device, of]) => [device, of.map(factsOf)]))

/**
 * The standing verdicts on a doubt: same device, kind and parameter, and overlapping time, since the ends of a doubt
 * move as new hours arrive.
 */
export const verdictsOn = (verdicts: Verdicts, doubt: Doubt): readonly VerdictEvent[] =>
  (verdicts.get(doubt.device) ?? []).filter((event) => appliesTo(factsOf(event), doubt))

/** The combined verdict on a doubt, see {@link currentVerdict}: a value of READING_VERDICTS or of a later version. */
export const verdictOn = (verdicts: Verdicts, doubt: Doubt, within?: Pick<Doubt, 'from' | 'until'>): string =>
  currentVerdict(new Map([[doubt.device, (verdicts.get(doubt.device) ?? []).map(factsOf)]]), doubt, within)

/** Body of a new verdict on a doubt; it supersedes the standing ones. */
export const verdictBody = (
  verdicts: Verdicts,
  doubt: Doubt,
  input: Pick<ReadingVerdict, 'name' | 'verdict' | 'reason'>,
): ReadingVerdict => ({
  type: 'reading-verdict',
  device: doubt.device,
  doubt: doubt.kind,
  parameter: doubt.parameter ?? '',
  from: new Date(doubt.from * MINUTE_MS).toISOString(),
  until: new Date(doubt.until * MINUTE_MS).toISOString(),
  ...input,
  supersedes: verdictsOn(verdicts, doubt).map(({ id }) => id),
})
