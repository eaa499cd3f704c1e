import { describe, expect, it } from 'vitest'
import {
  type AssignedCase,
  addOrders,
  hasSameStops,
  MAX_ORDERS,
  type RoundOrder,
  roundProgress,
} from '@/domain/field/round-order'
import {
  addToRoundOrders,
  fitForTablet,
  readRoundOrders,
  writeRoundOrder,
  writeRoundOrders,
} from '@/io/field/round-order-file'
import type { Descriptor } from '@/io/package/descriptor'
import { roundsPath } from '@/io/package/rounds-setting'
import { ChainReader, chainOf } from '@/ledger/chain'
import { receivedCases, useReceivedRounds, waitingOrders } from '@/store/device/received-rounds'

const order: RoundOrder = {
  name: '城北线',
  team: '一组',
  day: '2022-11-01',
  stops: [
    { kind: 'stockpile', code: 'DC-1', name: '煤堆' },
    { kind: 'stockpile', code: 'DC-2', nth: 2 },
  ],
  from: 'desk',
}
const other: RoundOrder = { ...order, team: '' }

describe('a round issued by the desk', () => {
  it('is unchanged after a file or a chain of QR codes', () => {
    expect(readRoundOrders(writeRoundOrder(order))).toEqual([order])
    const chain = new ChainReader()
    for (const part of chainOf(new TextEncoder().encode(writeRoundOrder(order)))) chain.add(part)
    expect(readRoundOrders(new TextDecoder().decode(chain.file()!))).toEqual([order])
  })

  it('of a newer version may have more fields, which are ignored', () => {
    const more = JSON.stringify({ ...JSON.parse(writeRoundOrder(order)), priority: 'high' })
    expect(readRoundOrders(more)).toEqual([order])
  })

  it('can be in a file with others; a broken one is left out', () => {
    expect(readRoundOrders(writeRoundOrders([order, other]))).toEqual([order, other])
    const { rounds, format } = JSON.parse(writeRoundOrders([order]))
    expect(readRoundOrders(JSON.stringify({ format, rounds: [{ name: 1 }, ...rounds] }))).toEqual([order])
    expect(readRoundOrders(writeRoundOrders([]))).toEqual([])
  })

  it.each([
    ['a receipt', { format: 'chentu-receipt-2' }],
    ['one without stops', { stops: [] }],
    ['one of a day that is none', { day: '2022-13-01' }],
    ['one of a kind that can be none', { stops: [{ kind: '../x', code: 'DC-1' }] }],
    ['one of thousands of stops', { stops: Array.from({ length: 501 }, () => order.stops[0]) }],
    ['one that claims to be the tablet’s own', { from: 'own' }],
  ])('is not read from %s', (_, change) => {
    expect(readRoundOrders(JSON.stringify({ ...JSON.parse(writeRoundOrder(order)), ...change }))).toBeNull()
  })

  it('is not read from a text that is not JSON', () => expect(readRoundOrders('CT:1')).toBeNull())

  const given: AssignedCase = {
    ...{ id: 'a1b2c3d4e5f60718-1', title: '火点一', sort: '火点', reason: '卫星', position: [108.7, 34.3] },
    observed: '2022-11-01T00:00:00.000Z',
    due: [{ step: 'arrived', at: '2022-11-01T01:00:00.000Z' }],
    likely: [{ kind: 'stockpile', code: 'DC-1', name: '煤堆' }],
    knows: ['a1b2c3d4e5f60718-2'],
  }

  it('contains for a case the wind, the searched distance and earlier steps, and for a stop since when visits count', () => {
    const more = {
      wind: { fromDegrees: 315, metresPerSecond: 2, isSpeedAssumed: true as const },
      reachMetres: 5000,
      past: ['a1b2c3d4e5f60718-2'],
      stops: [{ kind: 'stockpile', code: 'DC-1' }],
    }
    const again = order.stops.map((stop) => ({ ...stop, after: '2022-11-01T02:00:00.000Z' }))
    const said = { ...order, stops: again, cases: [{ ...given, ...more }] }
    expect(readRoundOrders(writeRoundOrder(fitForTablet(said)))).toEqual([said])
    for (const wrong of [{ reachMetres: -1 }, { wind: { fromDegrees: 'N' } }, { past: 'all' }, { stops: 'all' }])
      expect(
        readRoundOrders(JSON.stringify({ ...JSON.parse(writeRoundOrder(said)), cases: [{ ...given, ...wrong }] })),
      ).toBeNull()
  })

  it('may include cases, or consist of cases only', () => {
    for (const stops of [order.stops, []]) {
      const withCase = { ...order, stops, cases: [given] }
      expect(readRoundOrders(writeRoundOrder(withCase))).toEqual([withCase])
    }
    expect(readRoundOrders(writeRoundOrder({ ...order, cases: [{ ...given, observed: 'soon' }] }))).toBeNull()
  })

  it('gives its team the cases, each in its latest form, whatever happens to the round', () => {
    const again = { ...given, knows: [...given.knows, 'a1b2c3d4e5f60718-5'] }
    const first = { ...order, cases: [given] }
    const alone = { ...order, name: '再派', stops: [], cases: [again] }
    useReceivedRounds.setState({ team: '一组', orders: [] })
    expect(useReceivedRounds.getState().take([first])).toEqual([first])
    expect(useReceivedRounds.getState().take([first])).toEqual([])
    // The same stops with further steps of a case are a change.
    expect(useReceivedRounds.getState().take([{ ...first, cases: [again] }])).toHaveLength(1)
    expect(useReceivedRounds.getState().take([alone])).toEqual([alone])
    const { orders } = useReceivedRounds.getState()
    expect(receivedCases(orders, '一组')).toEqual([{ ...again, team: '一组', day: '2022-11-01' }])
    expect(receivedCases(orders, '二组')).toEqual([])
    // A round with cases only is not offered as a round to begin.
    expect(waitingOrders(orders, '一组', '2022-11-01').map(({ name }) => name)).toEqual(['城北线'])
    useReceivedRounds.setState({ team: '', orders: [] })
  })

  it('reaches a tablet even with very long names, which are shortened', () => {
    const long = '群众反映的扬尘点'.repeat(60)
    const likely = [
      { kind: 'stockpile', code: 'DC-1', name: long },
      { kind: 'stockpile', code: long },
    ]
    const cases = [{ ...given, title: long, sort: long, reason: long, likely }]
    const stops = [{ kind: 'stockpile', code: 'DC-1', name: long }]
    const sent = fitForTablet({ ...order, name: long, team: long, stops, cases })
    expect(readRoundOrders(writeRoundOrder(sent))).toEqual([sent])
    expect(sent.name).toBe(long.slice(0, 80))
    expect(sent.cases![0]!.likely).toEqual([{ kind: 'stockpile', code: 'DC-1', name: long.slice(0, 80) }])
    expect(() => fitForTablet({ ...order, day: '2022-13-01' })).toThrow()
    expect(fitForTablet(order)).toEqual(order)
  })

  it('reaches a tablet even if a case was reopened with a long reason, after a long report', () => {
    const long = '裸土未覆盖'.repeat(200)
    const at = '2022-10-29T00:00:00.000Z'
    const again = { turn: 2, why: long, found: { at, finding: long, note: long } }
    const sent = fitForTablet({ ...order, cases: [{ ...given, again }] })
    expect(readRoundOrders(writeRoundOrder(sent))).toEqual([sent])
    const cut = long.slice(0, 400)
    expect(sent.cases![0]!.again).toEqual({ turn: 2, why: cut, found: { at, finding: cut, note: cut } })
    const { found: _, ...alone } = again
    expect(fitForTablet({ ...order, cases: [{ ...given, again: alone }] }).cases![0]!.again).toEqual({
      turn: 2,
      why: cut,
    })
  })

  it('keeps both cases if two rounds have the same name, team and day', () => {
    const second = { ...given, id: 'a1b2c3d4e5f60718-9' }
    const one = { ...order, cases: [given] }
    const two = { ...order, cases: [second] }
    const ids = (orders: readonly RoundOrder[]) => receivedCases(orders, '一组').map(({ id }) => id)
    expect(ids(addOrders([one], [two], 9))).toEqual([second.id, given.id])
    expect(ids(readRoundOrders(addToRoundOrders(writeRoundOrders([one]), [two], 9)!)!)).toEqual([second.id, given.id])
    // The round issued again without cases removes none; known content is not new.
    useReceivedRounds.setState({ team: '一组', orders: [] })
    const { take } = useReceivedRounds.getState()
    for (const each of [one, two]) expect(take([each])).toEqual([each])
    expect(take([order])).toEqual([])
    expect(take([one])).toEqual([])
    expect(ids(useReceivedRounds.getState().orders).sort()).toEqual([given.id, second.id])
    useReceivedRounds.setState({ team: '', orders: [] })
  })

  it('removes a closed case from the tablet, in any order of files, until it is issued again later', () => {
    const done = { ...other, name: '别的路线', done: [{ id: given.id, by: 'a1b2c3d4e5f60718-7' }] }
    const first = { ...order, cases: [given] }
    const again = { ...order, name: '再派', cases: [{ ...given, knows: [...given.knows, 'a1b2c3d4e5f60718-7'] }] }
    expect(readRoundOrders(writeRoundOrder(done))).toEqual([done])
    expect(receivedCases([done, first], '一组')).toEqual([])
    expect(receivedCases([first, done], '一组')).toEqual([])
    expect(receivedCases([again, done, first], '一组')).toHaveLength(1)
    expect(addOrders([first], [{ ...order, done: done.done }], 9)).toEqual([
      { ...first, cases: undefined, done: done.done },
    ])
  })

  it('counts each stop once, by its state', () => {
    expect(roundProgress(['partial', 'open', 'skipped', 'open'])).toEqual({
      done: 0,
      partial: 1,
      returned: 0,
      skipped: 1,
      open: 2,
    })
  })

  it('replaces the earlier one if it is issued again, whatever the order of its stops', () => {
    const anew = { ...order, stops: [...order.stops].reverse() }
    expect(addOrders([other, order], [anew], 9)).toEqual([anew, other])
    expect(addOrders([order], [other, anew], 1)).toEqual([other])
    expect(hasSameStops(order.stops, anew.stops)).toBe(true)
    expect(hasSameStops(order.stops, [order.stops[0]!, { kind: 'stockpile', code: 'DC-2' }])).toBe(false)
  })
})

describe('a file with more rounds than allowed', () => {
  const numbered = (i: number): RoundOrder => ({ ...order, name: `路线${i}` })
  const many = Array.from({ length: 120 }, (_, i) => numbered(i))

  it('keeps the latest ones, and all of them reach a tablet, also when the file is read again', () => {
    let text = writeRoundOrders([])
    for (const each of many) text = addToRoundOrders(text, [each], MAX_ORDERS)!
    const read = readRoundOrders(text)!
    expect(read.map(({ name }) => name)).toEqual(
      many
        .slice(20)
        .reverse()
        .map(({ name }) => name),
    )
    const { take } = useReceivedRounds.getState()
    expect(take(read)).toEqual(read)
    expect(useReceivedRounds.getState().orders).toEqual(read)
    expect(take(readRoundOrders(addToRoundOrders(text, [numbered(120)], MAX_ORDERS)!)!)).toEqual([numbered(120)])
    expect(useReceivedRounds.getState().orders[0]).toEqual(numbered(120))
  })

  it('drops the oldest ones if the file would be too large for a tablet', () => {
    const stops = Array.from({ length: 500 }, (_, i) => ({ kind: 'stockpile', code: `DC-${i}`, name: '名'.repeat(80) }))
    const large = many.map((each) => ({ ...each, stops }))
    const read = readRoundOrders(writeRoundOrders(large))!
    expect(read.length).toBeGreaterThan(5)
    expect(read).toEqual(large.slice(0, read.length))
  })

  it('keeps unknown entries of a newer version unchanged, and returns null for an unreadable file', () => {
    const later = { name: '夜查', shape: 'ring' }
    const more = { ...other, priority: 'high' }
    const text = JSON.stringify({ format: 'chentu-rounds-1', office: '咸阳', rounds: [later, order, more] })
    expect(JSON.parse(addToRoundOrders(text, [order], 9)!)).toEqual({
      format: 'chentu-rounds-1',
      office: '咸阳',
      rounds: [order, later, more],
    })
    expect(readRoundOrders(addToRoundOrders(writeRoundOrder(other), [order], 9)!)).toEqual([order, other])
    for (const wrong of ['{', '[]', '{"format":"chentu-rounds-2","rounds":[]}', ' '.repeat(2 << 20)])
      expect(addToRoundOrders(wrong, [order], 9)).toBeNull()
  })
})

it('the rounds file of a package is used only if the descriptor names a file in its folder', () => {
  const path = (rounds: unknown) => roundsPath({ chentu: { rounds } as Descriptor['chentu'] })
  expect(path('rounds.json')).toBe('rounds.json')
  for (const wrong of [undefined, 7, '../rounds.json', 'https://elsewhere/rounds.json', 'rounds.csv'])
    expect(path(wrong)).toBeNull()
})
