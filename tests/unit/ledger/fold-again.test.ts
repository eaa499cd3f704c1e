import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import { inspection, write } from './records'

const of = (code: string) => ({ kind: 'stockpile', code, name: code })
const found = (code: string, corrects?: string): EventBody =>
  ({
    type: 'discovery',
    ...{ target: of(code), outline: [], position: [108.7, 34.3], accuracyMetres: 5, photos: [], note: '' },
    ...(corrects && { corrects }),
  }) as EventBody

/** Checks of three sources, with a correction, a withdrawal, a later check, and a find that is corrected. */
const BODIES: readonly EventBody[] = [
  inspection({ target: of('A') }),
  inspection({ target: of('B') }),
  inspection({ target: of('A'), answers: { covered: 'yes' }, corrects: 'a-1', supersedes: ['a-1'] }),
  found('XC-1'),
  { type: 'withdrawal', event: 'a-2', reason: '记错了' } as EventBody,
  found('XC-1', 'a-4'),
  inspection({ target: of('C'), answers: { covered: 'yes' } }),
  { type: 'withdrawal', event: 'a-6', reason: '记错了' } as EventBody,
]

it('a state made from an earlier one is the same as one made from all records', () => {
  const events: LedgerEvent[] = []
  let before = foldLedger([])
  for (const body of BODIES) {
    events.push(write('a', events.at(-1) ?? null, body, `2022-10-31T08:0${events.length}:00Z`))
    const again = foldLedger(events, before)
    expect(again).toEqual(foldLedger(events))
    before = again
  }
  expect([...before.keys()].sort()).toEqual(['A', 'B', 'C', 'XC-1'].map((code) => targetKey(of(code))))
  expect(before.get(targetKey(of('B')))?.withdrawn.length).toBe(1)
})

it('a new record makes the state of its own source anew and takes over all others', () => {
  const [first, second] = [inspection({ target: of('A') }), inspection({ target: of('B') })]
  const events = [write('a', null, first)]
  events.push(write('a', events[0]!, second))
  const before = foldLedger(events)
  const after = foldLedger([...events, write('a', events[1]!, inspection({ target: of('B') }))], before)
  expect(after.get(targetKey(of('A')))).toBe(before.get(targetKey(of('A'))))
  expect(after.get(targetKey(of('B')))).not.toBe(before.get(targetKey(of('B'))))
})

it('a state made with other shared codes is a base like any other', () => {
  const targets = ['东料堆', '西料堆', '北料堆'].flatMap((name) =>
    [undefined, 1, 2].map((nth) => ({ kind: 'stockpile' as const, code: 'DC-1', name, ...(nth && { nth }) })),
  )
  const shared = [
    {},
    { 'stockpile/DC-1': ['东料堆', '西料堆'] },
    { 'stockpile/DC-1': ['西料堆', '东料堆', '南料堆'] },
  ] as const
  const record = fc.record({
    target: fc.constantFrom(...targets),
    corrects: fc.nat(20),
    kind: fc.constantFrom('inspection', 'correction', 'withdrawal'),
  })
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 12 }),
      fc.array(fc.nat(2), { minLength: 2, maxLength: 4 }),
      (all, codes) => {
        const events: LedgerEvent[] = []
        for (const { target, corrects, kind } of all) {
          const other = events[corrects % events.length]?.id ?? 'a-9'
          const body: EventBody =
            kind === 'withdrawal'
              ? { type: 'withdrawal', event: other, reason: '记错了' }
              : inspection({ target, ...(kind === 'correction' && { corrects: other }) })
          events.push(write('a', events.at(-1) ?? null, body))
        }
        let before = foldLedger(events)
        for (const at of codes) {
          before = foldLedger(events, before, shared[at])
          expect(before).toEqual(foldLedger(events, undefined, shared[at]))
        }
      },
    ),
  )
})
