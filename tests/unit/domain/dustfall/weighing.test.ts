import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PointRecord, pointMonth, shownMeasurement, shownValue } from '@/domain/dustfall/point-month'
import { DETECTION_LIMIT, mouthArea, type Sample, sampleDustfall, wholeSample } from '@/domain/dustfall/sample'

const SAMPLE: Sample = { dishGrams: 64.1523, dustedGrams: 64.2771, blankGrams: 0.0011, mouthCm: 15, days: 30 }
const grams = fc.integer({ min: 0, max: 20_000 }).map((tenthMilligrams) => tenthMilligrams / 10_000)

describe('the area of a cylinder’s mouth', () => {
  it('is that of a circle with the mean diameter, to 0.1 cm', () => {
    // HJ 1221-2021, 5.1: a cylinder of (15.0 ± 0.5) cm has 176.7 cm².
    expect(Number(mouthArea(15))).toBeCloseTo(176.714586764426, 10)
    expect(Number(mouthArea(15.04))).toBe(Number(mouthArea(15)))
    expect(Number(mouthArea(15.06))).toBeCloseTo((Math.PI * 15.1 ** 2) / 4, 10)
  })
})

describe('the dustfall of a weighing', () => {
  it('is M = (m1 − m0 − m2) / (S·n) × 30 × 10⁴ for any crucible, dust, blank and days', () => {
    fc.assert(
      fc.property(grams, grams, fc.integer({ min: 250, max: 350 }), (dust, blank, tenths) => {
        const days = tenths / 10
        const dusted = new Big(60).plus(dust).plus(blank).toNumber()
        const measured = sampleDustfall({ ...SAMPLE, dishGrams: 60, dustedGrams: dusted, blankGrams: blank, days })
        expect(Number(measured)).toBeCloseTo((dust / (176.714586764426 * days)) * 300_000, 6)
      }),
    )
  })

  it('takes days to one decimal, as the standard records them', () => {
    expect(sampleDustfall({ ...SAMPLE, days: 30.04 })).toEqual(sampleDustfall(SAMPLE))
    expect(sampleDustfall({ ...SAMPLE, days: 30.06 })).toEqual(sampleDustfall({ ...SAMPLE, days: 30.1 }))
  })

  it('uses each sample’s own mouth and days, whichever was calculated before', () => {
    const halved = (sample: Partial<Sample>) => Number(sampleDustfall({ ...SAMPLE, ...sample })) * 2
    const whole = Number(sampleDustfall(SAMPLE))
    expect(halved({ days: 60 })).toBeCloseTo(whole, 10)
    expect(halved({ mouthCm2: 2 * 176.714586764426 })).toBeCloseTo(whole, 10)
    expect(Number(sampleDustfall({ ...SAMPLE, mouthCm: 30 })) * 4).toBeCloseTo(whole, 10)
  })

  it.each([
    [{ mouthCm: 0 }, 'mouth diameter must be positive, not 0'],
    [{ mouthCm: Number.NaN }, 'mouth diameter must be positive, not NaN'],
    [{ mouthCm2: 0 }, 'mouth area must be positive, not 0'],
    [{ mouthCm2: -1 }, 'mouth area must be positive, not -1'],
    [{ days: 0 }, 'days must be positive, not 0'],
    [{ days: 0.04 }, 'days must be positive, not 0.04'],
  ])('throws for %o', (wrong, message) => {
    expect(() => sampleDustfall({ ...SAMPLE, ...wrong })).toThrow(new RangeError(message))
  })
})

describe('the cells of a weighing', () => {
  const cells = { ...SAMPLE, mouthCm2: null }

  it('give a sample if all are filled; the area of the mouth may be missing', () => {
    expect(wholeSample(cells)).toEqual(SAMPLE)
    expect(wholeSample({ ...cells, mouthCm2: 177 })).toEqual({ ...SAMPLE, mouthCm2: 177 })
  })

  it('give the diameter of the circle, to 0.01 cm, if only the area of the mouth is filled', () => {
    // 2·√(177.4 / π) = 15.0290…
    expect(wholeSample({ ...cells, mouthCm: null, mouthCm2: 177.4 })!.mouthCm).toBe(15.03)
  })

  it.each(['dishGrams', 'dustedGrams', 'blankGrams', 'mouthCm', 'days'] as const)('give null without %s', (cell) => {
    expect(wholeSample({ ...cells, [cell]: null })).toBeNull()
  })
})

describe('the month of a point', () => {
  const record: PointRecord = {
    point: 'p',
    month: '2022-10',
    sample: null,
    given: null,
    valid: true,
    reason: '采样瓶被盗',
  }

  it('keeps the measured value and the counted one', () => {
    expect(pointMonth({ ...record, given: 0.1 }, 0.5)).toEqual({
      point: 'p',
      month: '2022-10',
      counted: true,
      value: '0.15',
      measured: '0.1',
      sample: null,
      remark: record.reason,
      belowDetection: true,
    })
    expect(pointMonth({ ...record, sample: SAMPLE }, 0.5)).toMatchObject({ belowDetection: false, sample: SAMPLE })
  })

  it('is detected at the detection limit, below it at zero, and invalid below zero', () => {
    expect(pointMonth({ ...record, given: DETECTION_LIMIT }, 0.5)).toMatchObject({
      value: '0.3',
      belowDetection: false,
    })
    expect(pointMonth({ ...record, given: 0.29 }, 0.5)).toMatchObject({ value: '0.15', belowDetection: true })
    expect(pointMonth({ ...record, given: 0 }, 0.5)).toMatchObject({ value: '0.15', belowDetection: true })
    const shown = (given: number, givenText = '') => {
      const point = pointMonth({ ...record, given, givenText }, 0.5)
      return point.counted ? [shownValue(point), shownMeasurement(point)] : null
    }
    expect(shown(0, '<0.2')).toEqual(['<0.2', '<0.2'])
    expect(shown(0, '未检出')).toEqual(['未检出', '未检出'])
    // Stored by earlier versions, without the text.
    expect(shown(0)).toEqual(['<0.3', '<0.3'])
    expect(shown(0.21)).toEqual(['<0.3', '0.2100'])
    expect(shown(3.25, '<0.2')).toEqual(['3.2', '3.2500'])
    expect(pointMonth({ ...record, given: 0 }, 0)).toMatchObject({ value: '0' })
    expect(pointMonth({ ...record, given: -0.01 }, 0.5)).toEqual({
      point: 'p',
      month: '2022-10',
      counted: false,
      cause: 'below-zero',
      reason: '采样瓶被盗',
    })
  })

  it('stays void whatever was weighed; a weighing takes precedence over a given value', () => {
    expect(pointMonth({ ...record, valid: false, sample: SAMPLE }, 0.5)).toEqual({
      point: 'p',
      month: '2022-10',
      counted: false,
      cause: 'void',
      reason: '采样瓶被盗',
    })
    const both = pointMonth({ ...record, sample: SAMPLE, given: 100 }, 0.5)
    expect(both).toMatchObject({ value: sampleDustfall(SAMPLE).toFixed() })
    expect(pointMonth(record, 0.5)).toEqual({
      point: 'p',
      month: '2022-10',
      counted: false,
      cause: 'missing',
      reason: '采样瓶被盗',
    })
  })
})
