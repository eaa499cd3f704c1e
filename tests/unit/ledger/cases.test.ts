import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseMove, CaseOpened, CaseStepped } from '@/ledger/case-bodies'
import { casesOf, knownStepIds, openingInForce } from '@/ledger/cases'
import { newDevice } from '@/ledger/device'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger, withdrawalsIn } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { receiveBundle } from '@/ledger/reception'
import { bundleOf, chainOf, inspection, photoOf, target, write } from './records'

const [DESK, TABLET] = ['a1b2c3d4e5f60718', 'b1b2c3d4e5f60718']
const FIRST = `${DESK}-1`

const opened = (change: Partial<CaseOpened> = {}): CaseOpened => ({
  type: 'case',
  sort: 'complaint',
  sortName: '信访举报',
  title: '某街扬尘举报',
  reason: '12345热线',
  from: 'complaint/XF-1',
  position: [108.7, 34.3],
  county: '610402',
  lead: ['市生态环境局'],
  observed: '2022-10-29T05:00:00.000Z',
  wind: { fromDegrees: 315, metresPerSecond: 2, said: 'hand' },
  likely: [{ ...target, metres: 900, azimuth: 320, standing: 'overdue', overdueDays: 4 }],
  terms: [{ step: 'arrived', minutes: 60, confirmed: false }],
  note: '',
  ...change,
})
const stepped = (step: string, knows: readonly string[], change: Partial<CaseStepped> = {}): CaseStepped => ({
  type: 'case-step',
  case: FIRST,
  title: '某街扬尘举报',
  step,
  when: '2022-10-29T06:00:00.000Z',
  knows,
  note: '',
  position: null,
  accuracyMetres: null,
  photos: [],
  ...change,
})

function said(device: string, bodies: readonly EventBody[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const body of bodies) events.push(write(device, events.at(-1) ?? null, body))
  return events
}
const desk = said(DESK, [
  opened(),
  stepped('given', []),
  opened({ title: '同一处的另一条' }),
  { type: 'withdrawal', event: `${DESK}-3`, reason: '重复' },
  stepped('closed', [`${DESK}-2`]),
])
const tablet = said(TABLET, [
  stepped('arrived', [`${DESK}-2`]),
  stepped('reported', [`${DESK}-2`, `${TABLET}-1`], { finding: 'cause', cause: target }),
  { type: 'withdrawal', event: `${TABLET}-1`, reason: '误点' },
  { type: 'withdrawal', event: `${DESK}-2`, reason: '不是本机的' },
])

describe('cases in the ledger', () => {
  it('are derived from their steps, wherever recorded; a withdrawn one stays, marked as withdrawn', () => {
    const cases = casesOf([...tablet, ...desk])
    expect([...cases.keys()]).toEqual([FIRST, `${DESK}-3`])
    const first = cases.get(FIRST)!
    expect(first.opening!.body.title).toBe('某街扬尘举报')
    // The desk closed it before receiving the tablet's records.
    expect(first.standing).toMatchObject({ stage: 'assessed', contested: true })
    expect(first.withdrawnSteps.map(({ event, by }) => [event.id, by.body.reason])).toEqual([[`${TABLET}-1`, '误点']])
    expect(knownStepIds(first)).toEqual([`${DESK}-2`, `${DESK}-5`, `${TABLET}-1`, `${TABLET}-2`])
    expect(cases.get(`${DESK}-3`)!.withdrawn!.body.reason).toBe('重复')
  })

  it('exist before their opening arrives', () => {
    const [orphan] = casesOf(tablet).values()
    expect(orphan).toMatchObject({ id: FIRST, opening: null, standing: { stage: 'reported' } })
  })

  it('have the same result in any order of events, with any repetitions, and none is lost', () => {
    const all = [...desk, ...tablet]
    const whole = casesOf(all)
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }), (events) => {
        expect(casesOf(events)).toEqual(whole)
      }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all), (one, other) => {
        expect(casesOf([...one, ...other])).toEqual(casesOf([...other, ...one]))
        const ids = [...one, ...other].filter(({ body }) => body.type === 'case').map(({ id }) => id)
        expect([...casesOf([...one, ...other]).keys()]).toEqual(expect.arrayContaining(ids))
      }),
    )
  })

  it('use the same first withdrawal as the shared rule for withdrawals', () => {
    const first = write(DESK, null, opened())
    // The clock was set back in the meantime.
    const late = write(DESK, first, { type: 'withdrawal', event: first.id, reason: '后' }, '2022-10-31T09:00:00Z')
    const early = write(DESK, late, { type: 'withdrawal', event: first.id, reason: '先' }, '2022-10-31T08:30:00Z')
    const all = [first, late, early]
    expect(casesOf(all).get(first.id)!.withdrawn).toEqual(withdrawalsIn(all)(first))
  })

  it('do not affect the state of a source', () => {
    const visit = write(TABLET, null, inspection())
    expect(foldLedger([visit, ...desk.slice(0, 3)])).toEqual(foldLedger([visit]))
  })

  it('are transferred in a bundle with their photos, including fields of a newer version', async () => {
    const device = await newDevice()
    const picture = photoOf(7)
    const later = { ...stepped('audited', [], { photos: [picture.ref] }), auditor: '李四' } as CaseStepped
    const events = await chainOf(device, [{ ...opened(), sector: 3 } as CaseOpened, later])
    const receiver = new Ledger(`desk-${Math.random()}`)
    const came = await receiveBundle(
      receiver,
      await bundleOf(device, events, { photos: [picture] }),
      '2022-10-31T19:00:00Z',
    )
    expect(came).toMatchObject({ fresh: 2, photos: 1, unsigned: [] })
    expect(await receiver.all()).toEqual(events)
    const wrong = await chainOf(await newDevice(), [{ ...stepped('given', []), when: 'soon' }])
    const other = new Ledger(`desk-${Math.random()}`)
    expect(await receiveBundle(other, await bundleOf(device, wrong), '2022-10-31T19:00:00Z')).toMatchObject({
      faults: [{ fault: 'events-altered' }],
    })
    await receiver.database.delete()
    await other.database.delete()
  })
})

describe('the place of a case', () => {
  const to = (lon: number, change: Partial<CaseMove> = {}): CaseMove => ({
    ...{ position: [lon, 34.4], county: '610403', likely: [] },
    ...change,
  })
  const move = (knows: readonly string[], moved: CaseMove, when = '2022-10-29T06:00:00.000Z') =>
    stepped('moved', knows, { moved, when })
  const inForce = (events: readonly LedgerEvent[]) => openingInForce(casesOf(events).get(FIRST)!)

  it('is the one to which it was last moved, with the sources around it; the opening stays as written', () => {
    const given = opened({ placeOf: target, reachMetres: 2000 })
    const reportedAt = [108.7, 34.3] as const
    const events = said(DESK, [given, move([], to(108.8, { reportedAt })), move([`${DESK}-2`], to(108.9))])
    expect(casesOf(events).get(FIRST)!.opening!.body).toEqual(given)
    const { placeOf: _, reachMetres: __, ...rest } = given
    expect(inForce(events.slice(0, 2))).toEqual({ ...rest, ...to(108.8, { reportedAt }) })
    expect(inForce(events)).toEqual({ ...rest, ...to(108.9) })
  })

  it('changes no stage, and does not take a finding of a team away', () => {
    const events = said(DESK, [opened(), stepped('reported', []), move([`${DESK}-2`], to(108.8))])
    expect(casesOf(events).get(FIRST)!.standing.stage).toBe('reported')
  })

  it('is the earlier one again once a move is withdrawn', () => {
    const events = said(DESK, [
      ...[opened(), move([], to(108.8)), move([`${DESK}-2`], to(108.9))],
      { type: 'withdrawal', event: `${DESK}-3`, reason: '记录有误' },
    ])
    expect(inForce(events)!.position).toEqual([108.8, 34.4])
  })

  it('is the same in any order of events, also if two desks moved it without knowing of each other', () => {
    const all = [
      ...said(DESK, [opened(), move([], to(108.8), '2022-10-29T07:00:00.000Z')]),
      ...said(TABLET, [move([], to(108.9), '2022-10-29T08:00:00.000Z')]),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }), (events) => {
        expect(inForce(events)!.position).toEqual([108.9, 34.4])
      }),
    )
  })

  it('is not moved by a step that names no place, as earlier versions accepted it', () => {
    const nowhere = [undefined, {}, { ...to(108.8), position: [500, 0] }, { ...to(108.8), likely: 'all' }]
    for (const moved of nowhere) {
      const events = said(DESK, [opened(), stepped('moved', [], { moved: moved as unknown as CaseMove })])
      expect(inForce(events)).toEqual(opened())
    }
  })

  it('takes from a move only what depends on the place', () => {
    const more = { ...to(108.8), title: '改名', terms: [] } as CaseMove
    expect(inForce(said(DESK, [opened(), move([], more)]))).toMatchObject({
      title: '某街扬尘举报',
      terms: opened().terms,
    })
  })

  it('comes with a bundle', async () => {
    const device = await newDevice()
    const events = await chainOf(device, [opened(), { ...move([], to(108.8)), case: `${device.id}-1` }])
    const receiver = new Ledger(`desk-${Math.random()}`)
    await receiveBundle(receiver, await bundleOf(device, events), '2022-10-31T19:00:00Z')
    const held = casesOf(await receiver.all()).get(`${device.id}-1`)!
    expect(openingInForce(held)!.position).toEqual([108.8, 34.4])
    await receiver.database.delete()
  })
})
