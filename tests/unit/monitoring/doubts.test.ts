import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import written from '#data/monitoring.json'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { doubtsBesideNeighbours, doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { medianOf, SlidingWindow } from '@/domain/monitoring/doubts/sliding-window'
import { hourly } from '@/domain/monitoring/hours'
import type { DoubtRules } from '@/domain/monitoring/settings'
import { readMonitoring } from '@/io/package/monitoring-file'
import { madeReadings } from '../../../scripts/data/readings/made-readings'
import { type GivenValue, minuteOn, readingsOf, someDevices } from '../../fixtures/readings'

const { hour, doubts: RULES } = readMonitoring('monitoring.json', written).value!
const DAY = minuteOn('2022-10-08')
const none: (GivenValue | undefined)[] = Array(12).fill(undefined)
/** Quarter-hourly values that no rule doubts. */
const fine = (count: number): number[] => Array.from({ length: count }, (_, i) => 200 + ((i * 7) % 23))
const told = (
  tsp: (GivenValue | undefined)[],
  more: Readonly<Record<string, (GivenValue | undefined)[]>> = {},
  rules = RULES,
) => doubtsOfDevices(readingsOf({ a: { tsp, ...more } }, DAY), rules)
const brief = ({ kind, parameter, from, until, figures }: Doubt) => [kind, parameter, from - DAY, until - DAY, figures]

describe('doubts about a device by itself', () => {
  it('are none if everything is normal', () => {
    expect(told(fine(96))).toEqual([])
  })

  it('include long periods without readings or with only flagged ones', () => {
    expect(told([...fine(8), ...none, ...fine(8)]).map(brief)).toEqual([['outage', null, 120, 300, { minutes: 180 }]])
    expect(told([...fine(8), ...none.slice(0, 7), ...fine(8)])).toEqual([])
    const lost: GivenValue[] = [
      ...fine(8),
      ...Array<GivenValue>(4).fill([7, 'B']),
      ...Array<GivenValue>(5).fill([7, 'D']),
      ...fine(8),
    ]
    expect(told(lost).map(brief)).toEqual([
      ['flagged', null, 120, 180, { minutes: 60, flag: 'B' }],
      ['flagged', null, 180, 255, { minutes: 75, flag: 'D' }],
    ])
  })

  it.each(['C', 'M', 'D'] as const)(
    'include periods with the flag %s of dust only, for each flagged parameter',
    (flag) => {
      const flagged = [...fine(8), ...Array<GivenValue>(20).fill([210, flag]), ...fine(8)]
      const mild = fine(36).map((_, i) => 15 + (i % 5))
      const figures = { minutes: 300, flag }
      expect(told(flagged, { pm10: flagged, temperature: mild }).map(brief)).toEqual([
        ['flagged', 'tsp', 120, 420, figures],
        ['flagged', 'pm10', 120, 420, figures],
      ])
      // A parameter that the device sends at other times only.
      const early = fine(36).map((_, i) => (i < 4 ? 15 + i : null))
      expect(told(flagged, { pm10: flagged, temperature: early }).map(brief)).toEqual([
        ['flagged', null, 120, 420, figures],
      ])
    },
  )

  it('include missing readings at both ends if the period is known', () => {
    const found = doubtsOfDevices(readingsOf({ a: { tsp: fine(8) } }, DAY), RULES, {
      from: DAY - 180,
      until: DAY + 240,
    })
    expect(found.map(brief)).toEqual([
      ['outage', null, -180, 0, { minutes: 180 }],
      ['outage', null, 120, 240, { minutes: 120 }],
    ])
  })

  it('include the same value for hours, unless interrupted by missing readings', () => {
    const same = Array<number>(16).fill(87)
    expect(told([...fine(8), ...same, ...fine(8)]).map(brief)).toEqual([
      ['stuck', 'tsp', 120, 360, { minutes: 240, value: 87, readings: 16 }],
    ])
    expect(told([...fine(8), ...same.slice(0, 8), ...none.slice(0, 5), ...same.slice(0, 8), ...fine(8)])).toEqual([])
  })

  it('include values outside the possible range, unless the device flags them', () => {
    expect(told(fine(4), { humidity: [50, 127, 101, 60], temperature: [20, [-99, 'D'], 21, 20] }).map(brief)).toEqual([
      ['implausible', 'humidity', 15, 45, { least: 0, most: 100, lowest: 101, highest: 127, readings: 2 }],
    ])
  })

  it('include a part larger than its whole, such as PM2.5 above PM10', () => {
    const pm10 = fine(12).map((value) => value - 100)
    const pm25 = pm10.map((value, i) => (i >= 4 && i < 8 ? value * 1.2 : value / 2))
    const [found, ...others] = told(fine(12), { pm10, pm25 })
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'order', parameter: 'pm25', from: DAY + 60, until: DAY + 120 })
    expect(found?.kind === 'order' && [found.figures.whole, found.figures.mean / found.figures.ofWhole]).toEqual([
      'pm10',
      expect.closeTo(1.2, 5),
    ])
  })

  it('include single readings that stand out, but no event that lasts', () => {
    const with_ = (...high: number[]) => told([...fine(30), ...high, ...fine(30)])
    expect(with_(2000)).toMatchObject([{ kind: 'spike', from: DAY + 450, until: DAY + 465, figures: { value: 2000 } }])
    expect(with_(2000, 1900).length).toBe(1)
    expect(with_(2000, 1900, 1950)).toEqual([])
    // Neighbouring values of at least half the height belong to the same event.
    expect(with_(1200, 2000, 1150)).toEqual([])
    expect(with_(390)).toEqual([])
  })

  it('state the highest value of a spike, also if a lower one stands out more from its surroundings', () => {
    // The second value has more of the varying readings around it.
    const varying = Array.from({ length: 30 }, (_, i) => 200 + ((i * 97) % 211))
    const [spike, ...others] = told([...fine(30), 1900, 2000, ...varying])
    expect(others).toEqual([])
    expect(spike).toMatchObject({ kind: 'spike', from: DAY + 450, until: DAY + 480, figures: { value: 2000 } })
  })

  it('include values at the end of the range for hours, or flagged so by the device', () => {
    expect(told([...fine(8), ...fine(12).map((value) => value + 5000), ...fine(8)])).toMatchObject([
      { kind: 'overRange', parameter: 'tsp', figures: { minutes: 180, top: 4000, highest: 5221 } },
    ])
    const said = told([...fine(8), ...fine(12).map((value): GivenValue => [value, 'T']), ...fine(8)])
    expect(said.map(({ kind }) => kind)).toEqual(['overRange'])
  })

  it('include only checks that the city has configured', () => {
    expect(told([...fine(8), ...none, ...fine(8)], {}, {})).toEqual([])
  })
})

describe('doubts in comparison with neighbours', () => {
  const devices = someDevices(8)
  const positions = new Map(devices.map(({ code, lon, lat }) => [code, [lon, lat] as const]))
  const from = minuteOn('2022-10-01')
  /** 20 days of hours with nights about 100 and small differences per device. */
  const hoursOf = (change: (device: number, hour: number, value: number) => number, move = (_: number) => 0) =>
    hourly(
      readingsOf(
        Object.fromEntries(
          devices.map(({ code }, device) => {
            const hours = Array.from({ length: 480 }, (_, hour) => hour)
            return [
              code,
              {
                tsp: hours.map((hour) => change(device, hour, 100 + 2 * device + (hour % 5))),
                temperature: hours.map(
                  (hour) => 15 + 6 * Math.sin((Math.PI * (hour - move(device))) / 12) + (hour % 7) * 0.1,
                ),
              },
            ]
          }),
        ),
        from,
        60,
      ),
      hour,
    )
  const find = (...of: Parameters<typeof hoursOf>) =>
    doubtsBesideNeighbours(hoursOf(...of), (device) => positions.get(device) ?? null, RULES)

  it('are none if all agree, or if all rise together', () => {
    expect(find((_, __, value) => value)).toEqual([])
    expect(find((_, hour, value) => (hour > 200 ? value * 4 : value))).toEqual([])
  })

  it('include a night level that differs for days, with its factor', () => {
    const found = find((device, hour, value) => (device === 3 && hour >= 5 * 24 && hour < 12 * 24 ? value * 2 : value))
    expect(found).toMatchObject([
      {
        kind: 'drift',
        device: 'D003',
        parameter: 'tsp',
        from: from + 5 * 1440,
        until: from + 12 * 1440,
        figures: { days: 7, neighbours: 7 },
      },
    ])
    expect(found[0]!.kind === 'drift' && found[0]!.figures.factor).toBeCloseTo(2, 0)
    expect(find((device, hour, value) => (device === 3 && hour < 4 * 24 ? value * 2 : value))).toEqual([])
    // Construction raises dust only by day.
    expect(find((device, hour, value) => (device === 3 && hour % 24 >= 7 ? value * 5 : value))).toEqual([])
  })

  it('include a clock that is ahead or behind', () => {
    const found = find(
      (_, __, value) => value,
      (device) => (device === 5 ? -8 : 0),
    )
    expect(found).toMatchObject([{ kind: 'clock', device: 'D005', figures: { hours: -8, days: 20 } }])
    const half = find(
      (_, __, value) => value,
      (device) => (device === 5 ? 0.4 : 0),
    )
    expect(half).toEqual([])
  })

  it.each([1, -1])('include a clock that is %i hour off for weeks, and all days of them', (off) => {
    const moved = (hours: (device: number) => number) => find((_, __, value) => value, hours)
    const found = moved((device) => (device === 5 ? off : 0))
    expect(found).toMatchObject([{ kind: 'clock', device: 'D005', figures: { hours: off, days: 20 } }])
    const { small: _, ...without } = RULES.clock!
    const hours = hoursOf(
      (_, __, value) => value,
      (device) => (device === 5 ? off : 0),
    )
    const positionOf = (device: string) => positions.get(device) ?? null
    expect(doubtsBesideNeighbours(hours, positionOf, { clock: without })).toEqual([])
  })

  it('are none for a device without a position', () => {
    const hours = hoursOf((device, _, value) => (device === 3 ? value * 2 : value))
    expect(doubtsBesideNeighbours(hours, () => null, RULES)).toEqual([])
  })
})

describe('all doubts', () => {
  it('find most of the faults inserted into a year of readings, and change no value', () => {
    const time = { seed: 5, from: minuteOn('2022-01-01'), until: minuteOn('2022-07-01'), step: 60 }
    const devices = someDevices(12)
    const { readings, truth } = madeReadings(devices, time)
    const before = readings.series.tsp!.values.slice()
    const positions = new Map(devices.map(({ code, lon, lat }) => [code, [lon, lat] as const]))
    const found = [
      ...doubtsOfDevices(readings, RULES),
      ...doubtsBesideNeighbours(hourly(readings, hour), (device) => positions.get(device) ?? null, RULES),
    ]
    expect(readings.series.tsp!.values).toEqual(before)
    const sought = truth.faults.filter(({ kind }) => kind !== 'drift' && kind !== 'clock' && kind !== 'spike')
    const isSeen = (fault: (typeof sought)[number]) =>
      found.some(
        (doubt) =>
          doubt.device === fault.device &&
          doubt.kind === fault.kind &&
          doubt.from < fault.until &&
          fault.from < doubt.until,
      )
    expect(sought.length).toBeGreaterThan(30)
    expect(sought.filter((fault) => !isSeen(fault)).length).toBeLessThan(sought.length / 10)
  })

  it('have non-empty periods and existing devices, for any readings', () => {
    const said = fc.oneof(
      fc.integer({ min: -10, max: 6000 }),
      fc.constant(null),
      fc.constant(undefined),
      fc.tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom('N', 'F', 'D', 'T', 'B' as const)),
    )
    const rules: DoubtRules = { ...RULES, outage: { ...RULES.outage!, leastMinutes: 15 } }
    fc.assert(
      fc.property(fc.array(said, { minLength: 3, maxLength: 200 }), fc.array(said, { maxLength: 200 }), (tsp, pm10) => {
        for (const doubt of doubtsOfDevices(readingsOf({ a: { tsp, pm10 }, b: { tsp: pm10 } }, DAY), rules)) {
          expect(doubt.until).toBeGreaterThan(doubt.from)
          expect(['a', 'b']).toContain(doubt.device)
        }
      }),
    )
  })
})

describe('a moving window', () => {
  it('has the median and the median absolute deviation of its values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (values, size) => {
          const window = new SlidingWindow(size)
          const middle = (of: readonly number[]) => medianOf(Float64Array.from(of).sort(), of.length)
          for (const [i, value] of values.entries()) {
            window.add(value)
            if (i >= size) window.remove(values[i - size]!)
            const inIt = values.slice(Math.max(0, i - size + 1), i + 1)
            expect(window.median()).toBe(middle(inIt))
            expect(window.deviation(3)).toBe(middle(inIt.map((each) => Math.abs(each - 3))))
          }
        },
      ),
    )
  })
})
