import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bringFiles, spannedFiles, spansByDevice } from '@/domain/monitoring/bring-files'
import { type DeviceSpan, dayAround, deviceSpans, isNear } from '@/domain/monitoring/device-spans'
import { type HourRule, hourly } from '@/domain/monitoring/hours'
import { joinReadings } from '@/domain/monitoring/join-readings'
import type { Readings } from '@/domain/monitoring/readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import { minuteOn } from '../../fixtures/readings'

const DAY = minuteOn('2022-10-22')

/** A file of a device: readings every `step` minutes from a minute of the day on. */
interface MadeFile {
  readonly step: number
  readonly from: number
  readonly count: number
  readonly value: number
}

const readingsOf = ({ step, from, count, value }: MadeFile): Readings => ({
  devices: ['a'],
  device: new Uint32Array(count),
  minute: Int32Array.from({ length: count }, (_, i) => DAY + from + i * step),
  series: { tsp: { values: Float32Array.from({ length: count }, (_, i) => value + i), flags: new Uint8Array(count) } },
})

/** What is kept after another import, which sees what is kept as `keptTimes` and `keptLonger` give it. */
function kept(before: readonly Readings[], files: readonly MadeFile[], rule: HourRule): readonly Readings[] {
  const spanned = spannedFiles(
    files.map((each) => [readingsOf(each)]),
    rule.stamp,
  )
  const asked = spanned.flat().map((each) => ({
    span: deviceSpans(each)[0]!,
    shortest: spansByDevice(each).get('a')!.shortest,
  }))
  const isBeside = (part: Readings, isAsked: (own: DeviceSpan, of: (typeof asked)[number]) => boolean) =>
    deviceSpans(part).some((own) => asked.some((each) => isAsked(own, each)))
  const isNearAny = (part: Readings) => isBeside(part, (own, { span }) => isNear(own, span))
  // As the list of parts says it: not of a device with a value of which nothing tells what it stands for.
  const longestOf = (part: Readings) => {
    const { shortest, longest } = spansByDevice(part).get('a')!
    return shortest > 0 ? longest : undefined
  }
  const isLonger = (part: Readings) =>
    isBeside(part, (own, { span, shortest }) => {
      const longest = longestOf(part)
      return isNear(own, dayAround(span)) && (longest === undefined || longest > shortest)
    })
  const isUntold = before.some((part) => part.minute.length > 0 && longestOf(part) === undefined)
  const all = joinReadings(before).readings
  const { stored } = bringFiles(spanned, rule, {
    times: before.some(isNearAny) ? [new TimesAround(all, rule.stamp)] : [],
    longer: before.some(isLonger) ? [all] : [],
    untold: new Set(isUntold ? ['a'] : []),
  })
  return [...before, joinReadings(stored).readings]
}

/** The value and the minutes of each hour. */
function hours(parts: readonly Readings[], rule: HourRule) {
  const { minute, series } = hourly(joinReadings(parts).readings, rule)
  return Array.from(minute, (at, row) => [
    (at - DAY) / 60,
    series.tsp!.values[row]!.toFixed(2),
    series.tsp!.minutes[row],
  ])
}

const file = fc
  .record({
    step: fc.constantFrom(1, 5, 15, 60),
    quarter: fc.nat({ max: 24 * 4 - 1 }),
    // One or two don't show their interval.
    count: fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 3, max: 40 })),
    value: fc.constantFrom(100, 300, 500, 900),
  })
  .map(({ step, quarter, ...made }): MadeFile => ({ ...made, step, from: quarter * 15 - ((quarter * 15) % step) }))

/** Times at the end of what they stand for are later by that. */
const stamped = (files: readonly MadeFile[], stamp: HourRule['stamp']) =>
  stamp === 'begin' ? files : files.map((each) => ({ ...each, from: each.from + each.step }))

const inOne = (files: readonly MadeFile[], rule: HourRule) => hours(kept([], files, rule), rule)
const inTwo = (files: readonly MadeFile[], at: number, rule: HourRule) =>
  hours(kept(kept([], files.slice(0, at), rule), files.slice(at), rule), rule)

const inMany = (files: readonly MadeFile[], rule: HourRule) =>
  hours(
    files.reduce((before: readonly Readings[], each) => kept(before, [each], rule), []),
    rule,
  )

describe.each(['begin', 'end'] as const)(
  'for times at their %s, files give the same hours in one import and in two',
  (stamp) => {
    const rule = { stamp, leastMinutes: 45 }

    it('of any intervals and overlapping', () => {
      fc.assert(
        fc.property(fc.array(file, { minLength: 2, maxLength: 4 }), fc.nat({ max: 2 }), (made, place) => {
          const files = stamped(made, stamp)
          const at = 1 + (place % (files.length - 1))
          expect(inTwo(files, at, rule)).toEqual(inOne(files, rule))
        }),
        { seed: 2022, numRuns: 400 },
      )
    })

    it('of any intervals, file by file', () => {
      fc.assert(
        fc.property(fc.array(file, { minLength: 2, maxLength: 5 }), (made) => {
          const files = stamped(made, stamp)
          expect(inMany(files, rule)).toEqual(inOne(files, rule))
        }),
        { seed: 2022, numRuns: 400 },
      )
    })

    it('of one or two values, which only the files around them show what they stand for', () => {
      const one = { step: 1, from: 0, count: 1, value: 100 }
      const sequences: (readonly MadeFile[])[] = [
        // Minutes that a later file of another hour shows as such, before hours that stand for them.
        [one, { step: 1, from: 240, count: 3, value: 100 }, { step: 60, from: 0, count: 3, value: 100 }],
        [
          { ...one, count: 2 },
          { ...one, from: 195, count: 3 },
          { ...one, step: 60, count: 3 },
        ],
        // Hours by the two after them, before minutes of them come.
        [one, { ...one, step: 60, from: 60, count: 2 }, { ...one, count: 3 }, one],
      ]
      for (const made of sequences) {
        const files = stamped(made, stamp)
        const whole = inOne(files, rule)
        expect(inMany(files, rule)).toEqual(whole)
        for (let at = 1; at < files.length; at++) expect(inTwo(files, at, rule)).toEqual(whole)
      }
    })

    it.each<[string, readonly MadeFile[], number]>([
      [
        'some minutes after an hour that stands for minutes before it',
        [
          { step: 1, from: 0, count: 3, value: 100 },
          { step: 60, from: 0, count: 3, value: 100 },
          { step: 1, from: 0, count: 3, value: 100 },
        ],
        2,
      ],
      [
        'a single value beside readings of another file',
        [
          { step: 5, from: 0, count: 3, value: 100 },
          { step: 1, from: 0, count: 1, value: 100 },
          { step: 1, from: 15, count: 4, value: 100 },
        ],
        2,
      ],
    ])('of %s', (_, made, at) => {
      const files = stamped(made, stamp)
      expect(inTwo(files, at, rule)).toEqual(inOne(files, rule))
    })
  },
)
