import { expect, it } from 'vitest'
import { type ExceedanceMark, exceedanceRuns, hoursOfRuns, outermostRuns } from '@/domain/monitoring/exceedance-runs'
import { exceedances } from '@/domain/monitoring/exceedances'
import { hourly } from '@/domain/monitoring/hours'
import type { Limit } from '@/domain/monitoring/settings'
import { minuteOn, readingsOf } from '../../fixtures/readings'

const DAY = minuteOn('2022-10-08')
const LIMIT: Limit = {
  ...{ parameter: 'tsp', averaging: 60, value: 700, unit: 'µg/m³', source: { zh: '', en: '' }, confirmed: false },
  background: { by: 'ratio', parameter: 'pm10', share: 1.3, alarm: 2 },
}

it('combines consecutive hours, separately for those above the limit and those far above the background', () => {
  const values = [300, 800, 900, 100, 850, 1500, 250]
  const background = [100, 900, 900, 900, 800, 100, 100]
  const tsp = values.flatMap((each) => [each, each, each, each])
  const hours = hourly(readingsOf({ a: { tsp } }, DAY), { stamp: 'begin', leastMinutes: 45 })
  const found = exceedances(hours, 60, {
    limits: [LIMIT],
    stageOf: () => null,
    background: (_, __, minute) => ({ value: background[(minute - DAY) / 60]!, devices: 3 }),
  })
  const runs = (mark: ExceedanceMark) =>
    exceedanceRuns(found, mark).map(({ from, until, count, highest }) => [
      (from - DAY) / 60,
      (until - DAY) / 60,
      count,
      highest.value,
    ])
  // 1500 minus 1.3 times 100 is above the limit too.
  expect(runs('over')).toEqual([
    [1, 3, 2, 900],
    [4, 6, 2, 1500],
  ])
  expect(runs('alarm')).toEqual([
    [0, 1, 1, 300],
    [5, 7, 2, 1500],
  ])
})

it('has the highest measured hour as its highest, and apart from it the hour with most left after the background', () => {
  const tsp = [1052.3, 1058.2, 1048.6].flatMap((each) => [each, each, each, each])
  const hours = hourly(readingsOf({ a: { tsp } }, DAY), { stamp: 'begin', leastMinutes: 45 })
  const found = exceedances(hours, 60, {
    limits: [LIMIT],
    stageOf: () => null,
    background: (_, __, minute) => ({ value: [100, 110, 105][(minute - DAY) / 60]!, devices: 3 }),
  })
  const [run] = exceedanceRuns(found, 'over')
  expect(run!.count).toBe(3)
  expect(run!.highest.value).toBeCloseTo(1058.2, 1)
  expect(run!.decisive.value).toBeCloseTo(1052.3, 1)
  expect(run!.decisive.compared).toBeCloseTo(1052.3 - 130, 1)
  const same = exceedances(
    hourly(readingsOf({ a: { tsp: Array(12).fill(1200) } }, DAY), { stamp: 'begin', leastMinutes: 45 }),
    60,
    {
      limits: [LIMIT],
      stageOf: () => null,
      background: (_, __, minute) => ({ value: [110, 105, 100][(minute - DAY) / 60]!, devices: 3 }),
    },
  )
  const [equal] = exceedanceRuns(same, 'over')
  expect(equal!.highest).toBe(equal!.decisive)
})

it('tells in how many hours nothing was subtracted, since no device is comparable', () => {
  const tsp = [800, 900, 1000].flatMap((each) => [each, each, each, each])
  const hours = hourly(readingsOf({ a: { tsp } }, DAY), { stamp: 'begin', leastMinutes: 45 })
  const alone = (limit: Limit, known: (hour: number) => boolean) =>
    exceedanceRuns(
      exceedances(hours, 60, {
        limits: [limit],
        stageOf: () => null,
        background: (_, __, minute) => ({ value: known((minute - DAY) / 60) ? 10 : Number.NaN, devices: 3 }),
      }),
      'over',
    ).map((run) => [run.count, run.alone])
  expect(alone(LIMIT, () => false)).toEqual([[3, 3]])
  expect(alone(LIMIT, (hour) => hour === 1)).toEqual([[3, 2]])
  const { background: _, ...plain } = LIMIT
  expect(alone(plain, () => false)).toEqual([[3, 0]])
})

it('counts an hour above several limits once, and leaves out runs within others', () => {
  const values = [900, 900, 1500, 900, 100, 1500, 1500, 100]
  const tsp = values.flatMap((each) => [each, each, each, each])
  const hours = hourly(readingsOf({ a: { tsp } }, DAY), { stamp: 'begin', leastMinutes: 45 })
  const { background: _, ...plain } = LIMIT
  const runs = exceedanceRuns(
    exceedances(hours, 60, { limits: [{ ...plain, value: 1000 }, plain], stageOf: () => null }),
    'over',
  )
  const listed = (some: typeof runs) =>
    some.map(({ from, count, highest }) => [(from - DAY) / 60, count, highest.limit.value])
  expect(listed(runs)).toEqual([
    [2, 1, 1000],
    [5, 2, 1000],
    [0, 4, 700],
    [5, 2, 700],
  ])
  // Of two runs with the same hours, the first.
  expect(listed(outermostRuns(runs))).toEqual([
    [5, 2, 1000],
    [0, 4, 700],
  ])
  expect(hoursOfRuns(runs).map((hour) => (hour - DAY) / 60)).toEqual([0, 1, 2, 3, 5, 6])
  const noise = runs.map((run) => {
    const limit = { ...run.highest.limit, parameter: 'noise' as const }
    return { ...run, highest: { ...run.highest, limit } }
  })
  expect(outermostRuns([...runs, ...noise])).toHaveLength(4)
})
