import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { inspection, target, write } from './records'

const ITEMS = ['covered', 'washed'] as const

/** Records of one source that correct and supersede whatever was written before, known to their device or not. */
const histories = fc
  .array(
    fc.record({
      device: fc.constantFrom('a', 'b'),
      items: fc.subarray([...ITEMS], { minLength: 1 }),
      answer: fc.constantFrom('yes', 'no'),
      corrects: fc.option(fc.nat(30)),
      supersedes: fc.array(fc.nat(30), { maxLength: 3 }),
      kind: fc.constantFrom('inspection', 'inspection', 'inspection', 'decision', 'withdrawal'),
    }),
    { maxLength: 16 },
  )
  .map((steps) => {
    const events: LedgerEvent[] = []
    for (const { device, items, answer, corrects, supersedes: of, kind } of steps) {
      const own = events.filter((event) => event.device === device)
      const idAt = (at: number) => events[at % events.length]?.id ?? 'unknown'
      const supersedes = of.map(idAt)
      const body: EventBody =
        kind === 'withdrawal'
          ? { type: 'withdrawal', event: idAt(of[0] ?? 0), reason: '误填' }
          : kind === 'decision'
            ? { type: 'decision', target, item: items[0]!, answer: answer as 'yes', supersedes }
            : inspection({
                answers: Object.fromEntries(items.map((item) => [item, answer as 'yes'])),
                ...{
                  supersedes,
                  ...(corrects !== null && own.length > 0 && { corrects: own[corrects % own.length]!.id }),
                },
              })
      events.push(
        write(device, own.at(-1) ?? null, body, `2022-10-31T08:${String(events.length).padStart(2, '0')}:00Z`),
      )
    }
    return events
  })

const said = ({ body }: LedgerEvent, item: string) =>
  body.type === 'inspection'
    ? (body as { answers: Record<string, string> }).answers[item]
    : body.type === 'decision' && (body as { item: string }).item === item
      ? (body as { answer: string }).answer
      : undefined

it('an answer stands unless another counting one to its item supersedes its record or one of that chain of corrections', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const state = foldLedger(events).get('stockpile/DC-1')
      if (!state) return
      const gone = new Set([
        ...state.withdrawn.map(({ event }) => event.id),
        ...state.visits.flatMap(({ corrected }) => corrected.map(({ id }) => id)),
      ])
      const byId = new Map(events.map((event) => [event.id, event]))
      const firstOf = (event: LedgerEvent): string => {
        const before =
          event.body.type === 'inspection' && byId.get((event.body as { corrects?: string }).corrects ?? '')
        const isChained = before && before.body.type === 'inspection' && before.sequence < event.sequence
        return isChained ? firstOf(before) : event.id
      }
      for (const item of ITEMS) {
        const counting = events.filter((event) => !gone.has(event.id) && said(event, item) !== undefined)
        const standing = counting.filter((event) => {
          const chain = events.filter((each) => firstOf(each) === firstOf(event)).map(({ id }) => id)
          return !counting.some(
            (other) =>
              other !== event &&
              (other.body as { supersedes: readonly string[] }).supersedes.some((id) => chain.includes(id)),
          )
        })
        const found = state.items.get(item)?.standing ?? []
        expect(found.map(({ event, answer }) => [event.id, answer])).toEqual(
          standing.map((event) => [event.id, said(event, item)]),
        )
        expect(state.items.get(item)?.conflict ?? false).toBe(
          new Set(standing.map((each) => said(each, item))).size > 1,
        )
      }
    }),
    { numRuns: 500 },
  )
})
