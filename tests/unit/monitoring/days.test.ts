import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayMeans } from '@/domain/monitoring/days'
import { meanOf } from '@/domain/monitoring/mean'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import { minuteOn } from '../../fixtures/readings'

const hour = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 359 }) }, fc.constant(Number.NaN))

it('averages the valid hours of a day in Shanghai time, by the parameter’s type of mean', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PARAMETERS),
      fc.nat(23),
      fc.array(hour, { maxLength: 80 }),
      (parameter, first, values) => {
        const days = new Map<number, number[]>()
        for (const [i, value] of values.entries()) {
          const day = Math.floor((first + i) / 24)
          if (!Number.isNaN(value)) days.set(day, [...(days.get(day) ?? []), value])
        }
        const plain = [...days]
          .map(([day, of]) => ({ day, hours: of.length, mean: meanOf(parameter, of) }))
          .filter(({ mean }) => !Number.isNaN(mean))
        const found = dayMeans(parameter, minuteOn('2022-10-31', first * 60), Float32Array.from(values))
        const begin = Math.floor(Date.UTC(2022, 9, 31) / 86_400_000)
        expect(found.map(({ day, hours }) => [day - begin, hours])).toEqual(plain.map(({ day, hours }) => [day, hours]))
        for (const [i, { mean }] of found.entries()) expect(mean).toBeCloseTo(plain[i]!.mean, 6)
      },
    ),
  )
})
