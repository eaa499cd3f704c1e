import {
  type AssignedCase,
  isSameOrder,
  MAX_CASES,
  MAX_DONE,
  type OrderedStop,
  type RoundOrder,
  withCasesOf,
} from '@/domain/field/round-order'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'

const FORMAT = 'chentu-round-1'
const SEVERAL = 'chentu-rounds-1'
/** The file in the office's folder with all rounds given out there. */
export const ROUNDS_FILE = 'rounds.json'
/** Upper limits for text length and stops: a file beyond them is not a round. */
const MAX_LENGTH = 1 << 20
const MAX_STOPS = 500
export const MAX_NAME = 80
/** Number of letters that a tablet takes of a note or a reason; the rest is cut. */
export const MAX_WORDS = 400
const MAX_TERMS = 10
const MAX_ROUNDS = 200
/** Metres; nobody looks for a cause farther away. */
const MAX_REACH = 50_000

const instant = z.iso.datetime()
const stop = z.object({
  kind: z.string().regex(KIND_ID),
  code: z.string().min(1).max(MAX_NAME),
  nth: z.int().min(1).exactOptional(),
  name: z.string().max(MAX_NAME).exactOptional(),
  after: instant.exactOptional(),
})
const stops = z.array(stop).max(MAX_STOPS)

const name = z.string().max(MAX_NAME)
const words = z.string().max(MAX_WORDS)
const steps = z.array(z.string().max(MAX_NAME)).max(MAX_STOPS)

const givenCase = z.object({
  id: z.string().min(1).max(MAX_NAME),
  title: words,
  sort: words,
  reason: words,
  note: words.exactOptional(),
  again: z
    .object({
      turn: z.int().min(2),
      why: words,
      found: z.object({ at: instant, finding: words, note: words }).exactOptional(),
    })
    .exactOptional(),
  position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
  wind: z
    .object({
      fromDegrees: z.number(),
      metresPerSecond: z.number().min(0),
      calmBelow: z.number().exactOptional(),
      isSpeedAssumed: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  reachMetres: z.number().positive().max(MAX_REACH).exactOptional(),
  observed: instant,
  due: z.array(z.object({ step: words, at: instant })).max(MAX_TERMS),
  likely: stops,
  target: stop.exactOptional(),
  illustrative: z.literal(true).exactOptional(),
  stops: stops.exactOptional(),
  knows: steps,
  past: steps.exactOptional(),
})

export const roundOrderSchema = z
  .object({
    name: z.string().max(MAX_NAME),
    team: z.string().max(MAX_NAME),
    day: z.iso.date(),
    stops,
    dropped: stops.exactOptional(),
    cases: z.array(givenCase).max(MAX_CASES).exactOptional(),
    done: z
      .array(z.object({ id: name, by: name }))
      .max(MAX_DONE)
      .exactOptional(),
    from: z.literal('desk'),
  })
  // A round needs a destination; one with cases only goes to their places.
  .refine(({ stops: to, cases = [] }) => to.length + cases.length > 0)
/** A later desk may add fields, which are ignored. */
const schema = roundOrderSchema.and(z.object({ format: z.literal(FORMAT) }))
const several = z.looseObject({ format: z.literal(SEVERAL), rounds: z.array(z.unknown()).max(MAX_ROUNDS) })

const isReadable = ({ code }: OrderedStop) => code.length <= MAX_NAME
const cutNames = (all: readonly OrderedStop[]): readonly OrderedStop[] =>
  all.map((stop) => (stop.name === undefined ? stop : { ...stop, name: stop.name.slice(0, MAX_NAME) }))
const cutWords = (text: string) => text.slice(0, MAX_WORDS)
const cutAgain = ({ found, ...again }: NonNullable<AssignedCase['again']>): NonNullable<AssignedCase['again']> => ({
  ...again,
  why: cutWords(again.why),
  ...(found && { found: { ...found, finding: cutWords(found.finding), note: cutWords(found.note) } }),
})

/**
 * Fits a round to what a tablet accepts: shortens names and texts, drops likely sources whose code is too long.
 * @throws if a tablet would still reject it; the error gives the reason.
 */
export function fitForTablet(order: RoundOrder): RoundOrder {
  const { cases } = order
  return roundOrderSchema.parse({
    ...order,
    name: order.name.slice(0, MAX_NAME),
    team: order.team.slice(0, MAX_NAME),
    stops: cutNames(order.stops),
    ...(cases && {
      cases: cases.map(({ target, again, ...each }) => ({
        ...each,
        title: cutWords(each.title),
        sort: cutWords(each.sort),
        reason: cutWords(each.reason),
        ...(each.note !== undefined && { note: cutWords(each.note) }),
        ...(again && { again: cutAgain(again) }),
        ...(target && isReadable(target) && { target: cutNames([target])[0] }),
        likely: cutNames(each.likely.filter(isReadable)),
      })),
    }),
  })
}

/** A round as text, for a file or a chain of QR codes. */
export const writeRoundOrder = (order: RoundOrder): string => JSON.stringify({ format: FORMAT, ...order })

/** Several rounds as the text of one file. */
export const writeRoundOrders = (orders: readonly RoundOrder[]): string => fileOf({}, orders)

/** Text of a file of rounds, latest first; the oldest are dropped if a tablet would not read that much. */
function fileOf(more: object, rounds: readonly unknown[]): string {
  const textOf = (kept: readonly unknown[]) => JSON.stringify({ ...more, format: SEVERAL, rounds: kept })
  let letters = textOf([]).length
  const most = rounds.slice(0, MAX_ROUNDS)
  const beyond = most.findIndex((each) => {
    letters += JSON.stringify(each).length + 1
    return letters > MAX_LENGTH
  })
  return textOf(beyond < 0 ? most : most.slice(0, beyond))
}

/** The raw entries of a file of rounds, and its other fields; null if the text is not such a file. */
function entriesOf(text: string): { readonly entries: readonly unknown[]; readonly more: object } | null {
  if (text.length > MAX_LENGTH) return null
  try {
    const said: unknown = JSON.parse(text)
    if (schema.safeParse(said).success) return { entries: [said], more: {} }
    const { rounds, ...more } = several.parse(said)
    return { entries: rounds, more }
  } catch {
    return null
  }
}

const ordersOf = (entry: unknown): readonly RoundOrder[] => {
  const order = roundOrderSchema.safeParse(entry)
  return order.success ? [order.data] : []
}

/**
 * The rounds in a text, one or several; null if the text is not such a file. If there are several, invalid ones are
 * skipped.
 */
export const readRoundOrders = (text: string): readonly RoundOrder[] | null =>
  entriesOf(text)?.entries.flatMap(ordersOf) ?? null

/**
 * Adds rounds to the text of a file of rounds, as {@link addOrders} does; content that this version does not
 * understand is kept unchanged. Null if this version cannot read the text as a file of rounds.
 */
export function addToRoundOrders(text: string, orders: readonly RoundOrder[], most: number): string | null {
  const file = entriesOf(text)
  if (!file) return null
  const isAnew = (entry: unknown) => ordersOf(entry).some((each) => orders.some((order) => isSameOrder(each, order)))
  const there = file.entries.flatMap(ordersOf)
  const given = orders.map((order) => there.filter((each) => isSameOrder(each, order)).reduce(withCasesOf, order))
  return fileOf(file.more, [...given, ...file.entries.filter((entry) => !isAnew(entry))].slice(0, most))
}
