import { dustfallSeries } from '@/domain/dustfall/series'
import { edgeFinder, lineEdges } from '@/domain/geodesy/edge-finder'
import type { Position } from '@/domain/geodesy/position'
import type { KnownPoint } from '@/domain/intake/intake-base'
import type { PlanBase } from '@/domain/intake/recognise/make-plan'
import { type TargetRole, targetsOf } from '@/domain/intake/recognise/target'
import { type Vocabulary, vocabularyOf } from '@/domain/intake/recognise/vocabulary'
import { RIVER_METRES } from '@/domain/intake/rows/row-checks'
import { countyName, namesCity } from '@/domain/sources/county'
import { positionOf } from '@/domain/sources/inventory'
import type { KindId } from '@/domain/sources/kinds/kind'
import { plainText } from '@/domain/sources/reading/cell'
import { similarCountyFinder } from '@/domain/sources/similar-county'
import { findText, textAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { lineSources } from '@/questions/source/line-sources'

/** Distance in metres up to which distances to lines are measured. */
const NEAR_METRES = 2000

const POINTS: TargetRole = 'dustfall-points'

/** A position of the package, and the list from which it comes; null if a person set it. */
interface KnownPlace {
  readonly at: Position
  readonly role: TargetRole | null
}

/** All knowledge of a package that a file is compared with. */
export class PackageKnowledge implements PlanBase {
  readonly centre: Position
  readonly riverMetres: (at: Position) => number
  readonly vocabulary: Vocabulary
  private readonly lines: readonly { readonly name: string; readonly metres: (at: Position) => number }[]
  private readonly byName = new Map<string, KnownPlace>()
  private readonly byCode = new Map<string, KnownPlace>()
  /** By code and by name. */
  private readonly points = new Map<string, KnownPoint[]>()
  private readonly hasRealFigures: boolean

  constructor(readonly opened: OpenedPackage) {
    const { pack, inventory } = opened
    this.similarCounty = similarCountyFinder(pack.counties)
    this.centre = pack.settings.centre
    this.riverMetres = edgeFinder(lineEdges(pack.rivers.features.map(({ geometry }) => geometry)), RIVER_METRES)
    this.vocabulary = vocabularyOf(targetsOf(pack.kinds))
    this.lines = lineSources(opened).map(({ name, geometry }) => ({
      name,
      metres: edgeFinder(lineEdges([geometry]), NEAR_METRES),
    }))
    for (const { kind, schema, table } of inventory.kinds) {
      if (schema.place === 'line') continue
      for (let row = 0; row < table.length; row++) {
        const at = positionOf(table, row)
        if (!at) continue
        const code = textAt(table, 'code', row)
        const byHand = pack.byHand.get(kind)?.get(code)?.position !== undefined
        const place = { at, role: byHand ? null : kind }
        this.byCode.set(code, place)
        this.byName.set(textAt(table, 'name', row), place)
      }
    }
    const madeUp = (...roles: string[]) =>
      pack.provenance.some(({ role, dataClass }) => roles.includes(role) && dataClass === 'illustrative')
    this.hasRealFigures = !madeUp('dustfall-samples', 'dustfall-published')
    const real = !madeUp('dustfall-points')
    for (const { code, name, county, lon, lat } of pack.dustfallPoints) {
      const at: Position | null = Number.isNaN(lon) || Number.isNaN(lat) ? null : [lon, lat]
      for (const key of new Set([plainText(code), plainText(name)]))
        appendTo(this.points, key, { code, name, county, at, real })
      if (real && at) this.byCode.set(code, { at, role: POINTS })
    }
  }

  readonly findCounty = (text: string) => (text === '' ? null : this.opened.lookup.find(text))

  readonly similarCounty: (text: string) => string | null

  readonly countyName = (code: string) => countyName(this.opened.pack, code)

  readonly countyAt = ([lon, lat]: Position) => {
    const { regions, regionCodes } = this.opened.lookup
    return regionCodes[regions.find(lon, lat)] ?? null
  }

  private place({ code, name }: { readonly code: string; readonly name: string }): KnownPlace | null {
    return this.byCode.get(code) ?? this.byName.get(name) ?? null
  }

  readonly known = (row: { readonly code: string; readonly name: string }) => this.place(row)?.at ?? null

  readonly wantedFlags = (role: TargetRole): ReadonlyMap<string, boolean> => {
    const wanted = (type: 'all-yes' | 'all-no') =>
      this.opened.pack.rules.flatMap(({ kind, check }) => (kind === role && check.type === type ? check.fields : []))
    // What one requirement asks for and another forbids is not read as either.
    return new Map([
      ...wanted('all-yes').map((field) => [field, true] as const),
      ...wanted('all-no').map((field) => [field, false] as const),
    ])
  }

  readonly isOfList = (row: { readonly code: string; readonly name: string }, role: TargetRole) =>
    this.place(row)?.role === (role === 'dustfall-samples' ? POINTS : role)

  readonly lineMetres = ({ name }: { name: string }, at: Position) => {
    const line = this.lines.find((each) => each.name !== '' && name.includes(each.name))
    return line ? line.metres(at) : null
  }

  readonly isCity = (text: string) => namesCity(text, this.opened.pack.settings.city)

  readonly isPoint = (text: string) => this.pointsOf(text).length > 0

  readonly pointsOf = (text: string): readonly KnownPoint[] => this.points.get(plainText(text)) ?? []

  readonly findSource = (kind: KindId, text: string) => {
    const plain = plainText(text)
    for (const { table } of this.opened.inventory.kinds.filter((each) => each.kind === kind)) {
      const byCode = findText(table.columns.code, plain)
      const row = byCode >= 0 ? byCode : findText(table.columns.name, plain)
      if (row >= 0) return textAt(table, 'code', row)
    }
    return null
  }

  /** The months with real figures, oldest first. */
  get months(): readonly string[] {
    return this.hasRealFigures ? this.opened.reports.map(({ month }) => month) : []
  }

  /** The newest month with real figures; null if there is none. */
  get newestMonth(): string | null {
    return this.months.at(-1) ?? null
  }

  /** The figure of a county or point in a month; null if only made-up figures exist. */
  readonly figureOf = (unit: string, month: string): number | null => {
    if (!this.hasRealFigures) return null
    return figuresOf(this.opened).get(`${unit} ${month}`) ?? null
  }

  /**
   * Code of a dustfall point: an existing one if county and name match, else the code that a table of samples would
   * generate.
   */
  codeOfPoint(name: string, county: string): string {
    const same = this.pointsOf(name).find(
      (point) => point.county === county && plainText(point.name) === plainText(name),
    )
    return same?.code ?? `${county}-${plainText(name)}`
  }
}

/** The package's knowledge for importing files; computed at the first file. */
export const knowledgeOf = memoOf((opened: OpenedPackage) => new PackageKnowledge(opened))

/** Figures of counties, also of those that are not ranked, and counted values of points, by `unit month`. */
const figuresOf = memoOf(({ pack }: OpenedPackage) => {
  const figures = new Map<string, number | null>()
  for (const [county, byMonth] of dustfallSeries(pack.dustfall).months)
    for (const [month, figure] of byMonth) {
      figures.set(`${county} ${month}`, figure.value)
      for (const point of figure.now.points)
        figures.set(`${point.point} ${month}`, point.counted ? Number(point.value) : null)
    }
  return figures
})

/** Appends a value to the list of a key. */
export function appendTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
