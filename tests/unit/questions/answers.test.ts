import fc from 'fast-check'
import { expect, it } from 'vitest'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import type { Look } from '@/domain/sources/view/look'
import { upwindSources } from '@/questions/cases/upwind-sources'
import { evaluateRules } from '@/questions/evaluated-package'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWords } from '@/questions/exports/export-words'
import { HANDOVER_GROUPS, handoverSheets } from '@/questions/exports/handover'
import { type FilteredSources, filterSources } from '@/questions/filtered-sources'
import { shownLookLegend } from '@/questions/map/look-view'
import { sourceScene } from '@/questions/map/source-scene'
import { type RingChoice, sourcesInRing } from '@/questions/map/sources-in-ring'
import { countyStory } from '@/questions/month/county-story'
import { BOARD_GROUPS, boardOf } from '@/questions/plan/board'
import { targetValues } from '@/questions/plan/target-values'
import { nearestPoint } from '@/questions/points/nearest-point'
import { pointSurroundings } from '@/questions/points/point-surroundings'
import { worsenedPoints } from '@/questions/points/worsened-points'
import { searchRequirements } from '@/questions/search/search-requirements'
import { searchSources } from '@/questions/search/search-sources'
import { countShown } from '@/questions/shown/shown-counts'
import { shownGrades } from '@/questions/shown/shown-grades'
import { indexInList, shownRows, shownSources } from '@/questions/shown/shown-sources'
import { coverageOf } from '@/questions/source/coverage'
import { findSource } from '@/questions/source/find-source'
import { nearestSources } from '@/questions/source/nearest-sources'
import { sourceHistory } from '@/questions/source/source-history'
import { sourceRecord } from '@/questions/source/source-record'
import { columnFacts } from '@/questions/table/column-facts'
import { indexInTable, tableRows, tableView } from '@/questions/table/table-view'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!

/** Everything that a step depends on. */
interface Asked {
  readonly asOf: string
  readonly seen: readonly TeamObservation[]
  readonly ring: RingChoice
  readonly filters: Filters
}

const stepOf = ({ asOf, seen, ring, filters }: Asked) =>
  filterSources(evaluateRules(opened, asOf, seen), sourcesInRing(opened, ring), filters)

/** Returns each key as its own text. */
const SAME = new Proxy({}, { get: (_, word) => String(word) })
const WORDS = {
  title: '表',
  about: [],
  headings: SAME,
  kinds: SAME,
  statuses: SAME,
  classes: SAME,
  tracks: SAME,
} as unknown as ExportWords
const HERE = [108.7089, 34.3296] as const
const LOOKS: readonly Look[] = [
  { kind: 'enterprise', colour: 'grade', size: null, method: 'quantile', classes: 5, breaks: [], fixedBreak: null },
  {
    kind: 'stockpile',
    colour: 'county',
    size: 'areaSquareMetres',
    method: 'natural',
    classes: 3,
    breaks: [],
    fixedBreak: null,
  },
]
const WORLD = { west: 0, north: 0, east: 1, south: 1 }
const TABLES = [
  { kind: null, sort: [], group: null },
  { kind: null, sort: [{ column: 'name' }], group: 'county' },
  { kind: 'stockpile', sort: [{ column: 'overdueDays', descending: true }], group: null },
] as const

type Question = (of: FilteredSources) => unknown

const sceneOn = (look: Look | null, hidden: readonly string[]) => (of: FilteredSources) =>
  sourceScene(of, { window: WORLD, zoom: 11, hidden, look, density: { form: 'auto', of: 'count' } })

/** Every question that the page can ask, some in several variants. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  ...Object.fromEntries(BOARD_GROUPS.map((group) => [`board ${group}`, (of: FilteredSources) => boardOf(of, group)])),
  ...Object.fromEntries(
    HANDOVER_GROUPS.map((group) => [`handover ${group}`, (of: FilteredSources) => handoverSheets(of, group, 'zh-CN')]),
  ),
  ...Object.fromEntries(LOOKS.map((look, i) => [`look ${i}`, (of: FilteredSources) => shownLookLegend(of, look)])),
  ...Object.fromEntries(LOOKS.map((look, i) => [`scene with look ${i}`, sceneOn(look, [])])),
  ...Object.fromEntries(
    TABLES.map((request, i) => [
      `table ${i}`,
      (of: FilteredSources) => {
        const view = tableView(of, request)
        const rows = tableRows(view, 0, 20)
        return [view.columns, view.groups, rows, rows.map(({ source }) => indexInTable(view, source))]
      },
    ]),
  ),
  scene: sceneOn(null, []),
  'scene without stockpiles': sceneOn(null, ['stockpile']),
  shown: (of) => [shownSources(of), shownRows(of, 0, 30), indexInList(of, 5)],
  counts: countShown,
  grades: shownGrades,
  targets: targetValues,
  coverage: (of) => coverageOf(of, 90, 10),
  'nearest point': nearestPoint,
  upwind: (of) => upwindSources(of, HERE, [{ fromDegrees: 90, metresPerSecond: 2, share: 1 }], 9000, 10),
  worsened: ({ evaluated }) => worsenedPoints(evaluated, '2022-10', '2022-09', 3000, 5),
  county: ({ evaluated }) => countyStory(evaluated, '610402', '2022-10', 5),
  nearest: ({ evaluated }) => nearestSources(evaluated, HERE, 10, 5000),
  record: ({ evaluated }) => sourceRecord(evaluated, 7),
  history: ({ evaluated }) => sourceHistory(evaluated.opened, 7),
  surroundings: ({ evaluated }) =>
    pointSurroundings(evaluated, ['DP-1', evaluated.opened.pack.dustfallPoints[0]!.code], 3000, 5),
  find: ({ evaluated }) => findSource(evaluated, 'stockpile', 'DC2022-0002'),
  search: ({ evaluated }) => searchSources(evaluated, 'wl', 10),
  'search requirements': ({ evaluated }) => searchRequirements(evaluated, '湿法', 10),
  'column facts': (of) => ['status', 'county'].map((name) => columnFacts(tableView(of, TABLES[1]), name)),
  'exported sources': (of) => exportSources(of, 'zh-CN', WORDS),
  'exported findings': (of) => exportFindings(of, 'zh-CN', WORDS),
}

const asked: fc.Arbitrary<Asked> = fc.record({
  asOf: fc.constantFrom('2022-10-31', '2023-03-31'),
  seen: fc.constantFrom<readonly TeamObservation[]>(
    [],
    [{ kind: 'stockpile', code: 'DC2022-0002', day: '2022-06-20', answers: { '25-loading': false }, deadlines: {} }],
  ),
  ring: fc.record({
    basis: fc.constantFrom('outline' as const, 'centre' as const),
    radiusMetres: fc.constant(25_000),
  }),
  filters: fc.constantFrom<Filters>(
    NO_FILTERS,
    { ...NO_FILTERS, kinds: ['stockpile', 'road'] },
    { ...NO_FILTERS, ring: ['inside'], kinds: ['enterprise'] },
    { ...NO_FILTERS, statuses: [STATUS_NAMES[3]!, STATUS_NAMES[4]!] },
    { ...NO_FILTERS, counties: ['610402'], clauses: [25] },
    { ...NO_FILTERS, requirements: ['23-six/wetWork', '25-loading'], leads: ['市住房和城乡建设局'] },
  ),
})

/** An answer as text; equal answers have equal texts. */
const textOf = (answer: unknown) =>
  JSON.stringify(answer, (_, value) => {
    if (value instanceof Map) return [...value]
    return ArrayBuffer.isView(value) ? Array.from(value as Uint8Array).join() : value
  })

/** A question's answer if it is the only one asked of the step. */
const alone = new Map<string, string>()
async function aloneOf(step: Asked, name: string): Promise<string> {
  const key = JSON.stringify([step, name])
  const known = alone.get(key) ?? textOf(await QUESTIONS[name]!(stepOf(step)))
  alone.set(key, known)
  return known
}

it('answers depend only on their step, not on earlier questions about it or other steps', {
  timeout: 60_000,
}, async () => {
  const questions = fc.constantFrom(...Object.keys(QUESTIONS))
  await fc.assert(
    fc.asyncProperty(
      asked,
      asked,
      fc.array(fc.tuple(fc.boolean(), questions), { minLength: 6, maxLength: 12 }),
      async (one, other, order) => {
        const steps = [stepOf(one), stepOf(other)]
        for (const [which, name] of order) {
          const answer = await QUESTIONS[name]!(steps[which ? 1 : 0]!)
          expect(textOf(answer) === (await aloneOf(which ? other : one, name)), name).toBe(true)
        }
      },
    ),
    { numRuns: 8 },
  )
})

it('questions do not change their step', async () => {
  const step = stepOf({
    asOf: '2022-10-31',
    seen: [],
    ring: { basis: 'outline', radiusMetres: 25_000 },
    filters: NO_FILTERS,
  })
  const arrays = () => {
    const { evaluated, members, fails, mask, order } = step
    const { status, overdueDays, rank } = evaluated
    return { members, fails, mask, order, status, overdueDays, rank, worst: evaluated.order }
  }
  const before = structuredClone(arrays())
  for (const ask of Object.values(QUESTIONS)) await ask(step)
  expect(arrays()).toEqual(before)
})
