import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { sourceOfBody } from '@/ledger/body'
import { eventSchema } from '@/ledger/bundle-schema'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { type Verdicts, verdictBody, verdictOn, verdictsOf, verdictsOn } from '@/ledger/verdicts'
import { write } from './records'

const [ONE, OTHER] = ['a1b2c3d4e5f60718', 'b1b2c3d4e5f60718']
const HOUR = 60
const FROM = Date.parse('2022-10-30T00:00:00Z') / 60_000
const stuck: Doubt = {
  ...{ kind: 'stuck', device: 'G1', parameter: 'tsp', from: FROM, until: FROM + 5 * HOUR },
  figures: { minutes: 300, value: 120, readings: 5 },
}
const NONE: Verdicts = new Map()
const said = (verdict: string, verdicts = NONE, doubt: Doubt = stuck) =>
  verdictBody(verdicts, doubt, { name: '甲工地', verdict, reason: '已到现场校准' })
const record = (device: string, events: LedgerEvent[], body: EventBody, at: string) => {
  const event = write(device, events.findLast((each) => each.device === device) ?? null, body, at)
  events.push(event)
  return event
}

describe('verdicts on doubtful readings', () => {
  it('hold until a verdict that knew of them, and belong to no source', () => {
    const events: LedgerEvent[] = []
    expect(verdictOn(NONE, stuck)).toBe('pending')
    const first = record(ONE, events, said('invalid'), '2022-10-31T01:00:00Z')
    expect(eventSchema.safeParse(first).success).toBe(true)
    expect(verdictOn(verdictsOf(events), stuck)).toBe('invalid')
    record(ONE, events, said('valid', verdictsOf(events)), '2022-10-31T00:00:00Z')
    expect(verdictOn(verdictsOf(events), stuck)).toBe('valid')
    expect(verdictsOn(verdictsOf(events), stuck)).toHaveLength(1)
    expect(foldLedger(events).size).toBe(0)
    expect(sourceOfBody(first.body)).toBeNull()
  })

  it('that do not know of each other stay side by side; the doubt is pending until a person decides again', () => {
    const events: LedgerEvent[] = []
    record(ONE, events, said('invalid'), '2022-10-31T01:00:00Z')
    record(OTHER, events, said('valid'), '2022-10-31T02:00:00Z')
    expect(verdictsOn(verdictsOf(events), stuck)).toHaveLength(2)
    expect(verdictOn(verdictsOf(events), stuck)).toBe('pending')
    record(OTHER, events, said('valid', verdictsOf(events)), '2022-10-31T03:00:00Z')
    expect(verdictOn(verdictsOf(events), stuck)).toBe('valid')
  })

  it('hold for the reviewed period of a doubt: not for later or earlier hours, or another device, parameter or time', () => {
    const events: LedgerEvent[] = []
    record(ONE, events, said('invalid'), '2022-10-31T01:00:00Z')
    const verdicts = verdictsOf(events)
    expect(verdictOn(verdicts, { ...stuck, from: FROM + HOUR })).toBe('invalid')
    expect(verdictOn(verdicts, { ...stuck, until: FROM + 6 * HOUR })).toBe('pending')
    expect(verdictOn(verdicts, { ...stuck, from: FROM - HOUR })).toBe('pending')
    expect(verdictsOn(verdicts, { ...stuck, until: FROM + 6 * HOUR })).toHaveLength(1)
    expect(verdictsOn(verdicts, { ...stuck, from: FROM + 5 * HOUR, until: FROM + 9 * HOUR })).toEqual([])
    expect(verdictsOn(verdicts, { ...stuck, parameter: 'pm10' })).toEqual([])
    expect(verdictsOn(verdicts, { ...stuck, device: 'G2' })).toEqual([])
  })

  it('have the same result in any order with any repetitions; a device withdraws only its own', () => {
    const events: LedgerEvent[] = []
    record(ONE, events, said('invalid'), '2022-10-31T01:00:00Z')
    record(OTHER, events, said('valid', verdictsOf(events)), '2022-10-31T02:00:00Z')
    record(ONE, events, { type: 'withdrawal', event: `${OTHER}-1`, reason: '不是本机的' }, '2022-10-31T03:00:00Z')
    record(ONE, events, said('pending'), '2022-10-31T04:00:00Z')
    record(ONE, events, { type: 'withdrawal', event: `${ONE}-3`, reason: '打错' }, '2022-10-31T05:00:00Z')
    const plain = (all: readonly LedgerEvent[]) =>
      [...verdictsOf(all)].map(([code, of]) => [code, of.map(({ id }) => id)])
    expect(plain(events)).toEqual([['G1', [`${OTHER}-1`]]])
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 10 }), (some) => {
        expect(plain(some)).toEqual(plain(events))
      }),
    )
    // A withdrawn verdict replaces nothing.
    record(OTHER, events, { type: 'withdrawal', event: `${OTHER}-1`, reason: '打错' }, '2022-10-31T06:00:00Z')
    expect(verdictOn(verdictsOf(events), stuck)).toBe('invalid')
  })

  it('in a form that no version writes are ignored, even if an earlier version accepted them; a newer verdict is kept', () => {
    const odd = write(ONE, null, { type: 'reading-verdict', device: 'G1', supersedes: 3 } as never)
    expect(verdictsOf([odd]).size).toBe(0)
    const later = write(ONE, null, said('recalibrated'))
    expect(verdictOn(verdictsOf([later]), stuck)).toBe('recalibrated')
  })
})
