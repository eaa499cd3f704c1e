import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countyMonth } from '@/domain/dustfall/county-month'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { monthReport } from '@/domain/dustfall/month-report'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { tenth } from '@/domain/dustfall/rounding'
import { yearTarget } from '@/domain/dustfall/year-target'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'

const LIMIT = 7
/** Values close to the limit, and whether they exceed 7 after rounding to one decimal by GB/T 8170. */
const BORDER = [
  ['6.95', false],
  ['7', false],
  ['7.0', false],
  ['7.04', false],
  ['7.049999', false],
  // A tie is rounded to the even digit: 7.0.
  ['7.05', false],
  ['7.050001', true],
  ['7.06', true],
  ['7.1', true],
  ['7.15', true],
] as const

/** The report of a county with a single point. */
function reportOf(value: string) {
  const month = '2022-10'
  const point = { point: 'P', month, counted: true, value, measured: value, sample: null, belowDetection: false }
  const figure = countyMonth('C', month, [point as PointMonth])
  return monthReport({ ranked: ['C'], months: new Map([['C', new Map([[month, figure]])]]) }, month, LIMIT)
}

describe('the dustfall limit', () => {
  it.each(BORDER)('%s is above it: %s, in every place that compares', (value, over) => {
    expect(exceedsLimit(value, LIMIT)).toBe(over)
    expect(exceedsLimit(Number(value), LIMIT)).toBe(over)
    expect(dustfallClass(Number(value), LIMIT) >= OVER_CLASS).toBe(over)
    expect(reportOf(value).city.overByMaximum).toBe(Number(over))
    expect(yearTarget([Number(value)], 0, LIMIT)).toMatchObject({ state: 'closed', over })
  })

  it('keeps its own decimals if it has more than one', () => {
    expect([exceedsLimit('7.3', 7.25), exceedsLimit('7.25', 7.25), exceedsLimit('7.2', 7.25)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is compared with in one function only', () => {
    const HERE = 'src/domain/dustfall/limit.ts'
    // Limits of a weighing method, not of the plan.
    const OTHER = /detection_?limit/i
    const compares = [
      /(?<!=)[<>]=?\s*[\w.!?]*limit\b/i,
      /limit\b!?\s*[<>]=?/i,
      /\.(?:gt|gte|lt|lte|cmp|eq)\([\w.!?]*limit\b/i,
      /limit\b!?\.(?:gt|gte|lt|lte|cmp|eq)\(/i,
    ]
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((each) => /\.tsx?$/.test(each))
    expect(files.length).toBeGreaterThan(300)
    const found = files.flatMap((name) => {
      const file = `src/${name}`
      if (file === HERE || file.startsWith('src/i18n/')) return []
      const lines = readFileSync(file, 'utf8').split('\n')
      return lines
        .filter((line) => !OTHER.test(line) && compares.some((each) => each.test(line)))
        .map((line) => `${file}: ${line.trim()}`)
    })
    expect(found).toEqual([])
    expect(readFileSync(HERE, 'utf8')).toMatch(compares[0]!)
  })

  it('has its own type name in every function and component that takes it', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((each) => /\.tsx?$/.test(each))
    const found = files.filter((name) => /\blimit\??: number/.test(readFileSync(`src/${name}`, 'utf8')))
    expect(found).toEqual([])
  })
})

/**
 * One-decimal figures that are not dustfall: metres, degrees, shares, sizes, and percentages that are already rounded.
 */
const OTHER_TENTHS = [
  'domain/dustfall/rounding.ts',
  'domain/field/mark.ts',
  'features/explore/area/AreaPanel.tsx',
  'features/explore/area/measures.ts',
  'features/explore/detail/NearbyPoints.tsx',
  'features/explore/detail/RingLine.tsx',
  'features/explore/point/Surroundings.tsx',
  'features/explore/table/Drawer.tsx',
  'features/explore/visits/review/ReviewedVisit.tsx',
  'features/explore/visits/round/RoundStops.tsx',
  'features/field/around/Direction.tsx',
  'features/field/around/RoundTab.tsx',
  'io/papers/page/page-lines.ts',
  'io/papers/page/page-map.ts',
  'layers/county-shapes.ts',
  'layers/short-count.ts',
  'map/drawing/ground-drawing.ts',
  'store/words/monitor-figures.ts',
  'store/words/place.ts',
  'store/words/truck-figures.ts',
  'ui/Change.tsx',
  'ui/bytes.ts',
]

describe('a figure with one decimal', () => {
  it('is rounded to the even digit at a tie, whether number or decimal', () => {
    expect([8.25, '8.25', 8.35, 0.05, 8, null].map((value) => tenth(value))).toEqual([
      '8.2',
      '8.2',
      '8.4',
      '0.0',
      '8.0',
      '—',
    ])
  })

  it('is formatted by one function only', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
    const own = files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('.toFixed(1)'))
    expect(own.sort()).toEqual(OTHER_TENTHS.sort())
  })
})
