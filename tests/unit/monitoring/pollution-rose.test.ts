import fc from 'fast-check'
import { expect, it } from 'vitest'
import { meanOf } from '@/domain/monitoring/mean'
import { pollutionRose, type RoseMean, sectorOf, worstSector } from '@/domain/monitoring/pollution-rose'
import { roseTable } from '@/features/monitoring/rose/rose-table'

const RULE = { calmBelow: 0.5, speeds: [1.5, 3, 5], leastHours: 3 }
const none = fc.constant(Number.NaN)
const hour = fc.record({
  value: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 900 }) }, none),
  speed: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 0.4, 0.5, 1.4, 1.5, 2.9, 3, 5, 12) }, none),
  direction: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 1440 }).map((each) => each / 4) }, none),
})
const rows = (all: readonly { value: number; speed: number; direction: number }[]) => ({
  values: all.map(({ value }) => value),
  speeds: all.map(({ speed }) => speed),
  directions: all.map(({ direction }) => direction),
})
const t = ((key: string) => key) as never

it('has per direction and speed class the hours whose wind is nearest, with their mean', () => {
  fc.assert(
    fc.property(fc.constantFrom('tsp' as const, 'noise' as const), fc.array(hour, { maxLength: 200 }), (of, all) => {
      const rose = pollutionRose(of, rows(all), RULE)
      const known = all.filter(({ value }) => !Number.isNaN(value))
      const isCalm = ({ speed }: { speed: number }) => speed < 0.5
      const blown = known.filter((each) => each.speed >= 0.5 && !Number.isNaN(each.direction))
      const same = (found: RoseMean, plain: readonly { value: number }[]) => {
        expect(found.hours).toBe(plain.length)
        if (plain.length === 0) expect(found.mean).toBeNull()
        else
          expect(found.mean).toBeCloseTo(
            meanOf(
              of,
              plain.map(({ value }) => value),
            ),
            6,
          )
      }
      same(rose.calm, known.filter(isCalm))
      for (const [at, sector] of rose.sectors.entries()) {
        // Within half a sector of its axis, the lower edge included.
        const own = blown.filter(({ direction }) => {
          const off = ((direction - at * 22.5 + 540) % 360) - 180
          return off >= -11.25 && off < 11.25
        })
        same(sector, own)
        const bounds = [0.5, 1.5, 3, 5, Number.POSITIVE_INFINITY]
        for (const [nth, each] of sector.classes.entries())
          same(
            each,
            own.filter(({ speed }) => speed >= bounds[nth]! && speed < bounds[nth + 1]!),
          )
      }
      expect(rose.hours).toBe(known.length)
      const counted = rose.calm.hours + rose.sectors.reduce((sum, { hours }) => sum + hours, 0)
      expect(counted + rose.withoutWind).toBe(known.length)
    }),
  )
})

it('combines both sides of north, and treats 360° as 0°', () => {
  expect([0, 360, 348.75, 348.74, 11.24, 11.25, 180, 270].map(sectorOf)).toEqual([0, 0, 0, 15, 0, 1, 8, 12])
})

it('does not take a direction with too few hours as the worst', () => {
  const blow = (value: number, direction: number, hours: number) =>
    Array.from({ length: hours }, () => ({ value, speed: 2, direction }))
  const rose = pollutionRose('tsp', rows([...blow(900, 0, 2), ...blow(300, 90, 3), ...blow(200, 180, 9)]), RULE)
  expect(worstSector(rose, RULE)).toBe(4)
  expect(worstSector(rose, { leastHours: 10 })).toBeNull()
  const { rows: lines, headings } = roseTable(t, rose, RULE, 'tsp', String, 'a', [])
  expect(lines).toHaveLength(17)
  expect(lines.every((line) => line.length === headings.length)).toBe(true)
  expect(lines[4]).toEqual(['4', 300, 3, null, 0, 300, 3, null, 0, null, 0, null])
  expect(lines[0]!.at(-1)).toBe('monitoring.rose.few')
})
