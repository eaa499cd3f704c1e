import { addMonths } from '@/domain/calendar'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { edgeFinder, lineEdges } from '@/domain/geodesy/edge-finder'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase } from '@/domain/intake/base'
import type { PlanBase } from '@/domain/intake/make-plan'
import { SAME_PLACE_METRES } from '@/domain/intake/row-checks'
import type { TargetRole } from '@/domain/intake/target'
import { plainText } from '@/domain/sources/cell'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import type { Session } from './session'

/** Beyond this nothing is measured to a river or a road. */
const NEAR_METRES = 2000

/** Everything that a file is held against, made once for a package. */
export class PackageKnowledge implements PlanBase {
  readonly centre: Position
  readonly riverMetres: (at: Position) => number
  private readonly roads: readonly {
    readonly name: string
    readonly code: string
    readonly metres: (at: Position) => number
  }[]
  private readonly byName = new Map<string, Position>()
  private readonly byCode = new Map<string, Position>()

  constructor(private readonly session: Session) {
    const { pack, inventory } = session
    this.centre = pack.settings.centre
    this.riverMetres = edgeFinder(lineEdges(pack.rivers.features.map(({ geometry }) => geometry)), NEAR_METRES)
    const roadTable = inventory.kinds.find(({ kind }) => kind === 'road')?.table
    this.roads = pack.roadLines.features.map(({ geometry }, row) => ({
      name: roadTable ? textAt(roadTable, 'name', row) : '',
      code: roadTable ? textAt(roadTable, 'code', row) : '',
      metres: edgeFinder(lineEdges([geometry]), NEAR_METRES),
    }))
    for (const { kind, table } of inventory.kinds) {
      if (kind === 'road') continue
      for (let row = 0; row < table.length; row++) {
        const at = positionAt(table, row)
        if (!at) continue
        this.byCode.set(textAt(table, 'code', row), at)
        this.byName.set(textAt(table, 'name', row), at)
      }
    }
  }

  readonly findCounty = (text: string) => (text === '' ? null : this.session.lookup.find(text))

  readonly countyName = (code: string) =>
    this.session.pack.counties.find((county) => county.code === code)?.name ?? code

  readonly countyAt = ([lon, lat]: Position) => {
    const { regions, regionCodes } = this.session.lookup
    return regionCodes[regions.find(lon, lat)] ?? null
  }

  readonly known = ({ code, name }: { code: string; name: string }) =>
    this.byCode.get(code) ?? this.byName.get(name) ?? null

  readonly roadMetres = ({ name }: { name: string }, at: Position) => {
    const road = this.roads.find((each) => each.name !== '' && name.includes(each.name))
    return road ? road.metres(at) : null
  }

  readonly isPoint = (text: string) => this.findPoint(text, null) !== null

  readonly findPoint = (text: string, county: string | null) => {
    const plain = plainText(text)
    const fits = this.session.pack.dustfallPoints.filter((point) => county === null || point.county === county)
    return fits.find(({ code }) => code === plain) ?? fits.find(({ name }) => name === plain) ?? null
  }

  readonly findRoad = (text: string) => {
    const plain = plainText(text)
    return this.roads.find(({ code, name }) => code === plain || name === plain)?.code ?? null
  }

  /** The figure of a county or a point in the month before. */
  readonly valueBefore = (unit: string, month: string): number | null => {
    const report = this.session.reports.find((each) => each.month === addMonths(month, -1))
    for (const { county, figure } of report?.rows ?? []) {
      if (county === unit) return figure.value
      const point = figure.points.find((each) => each.point === unit)
      if (point) return point.counted ? Number(point.value) : null
    }
    return null
  }

  /** What one file is held against. Codes made for it are its own: `series` is a number that no other file of this sitting has. */
  forFile(file: string, sheet: string, role: TargetRole, series: number): IntakeBase {
    const table = this.session.inventory.kinds.find(({ kind }) => kind === role)?.table ?? null
    const rowsOfName = new Map<string, number[]>()
    const codes = new Set<string>()
    for (let row = 0; table && row < table.length; row++) {
      const name = textAt(table, 'name', row)
      rowsOfName.set(name, [...(rowsOfName.get(name) ?? []), row])
      codes.add(textAt(table, 'code', row))
    }
    const used = new Set<string>()
    let last = 0
    return {
      file,
      sheet,
      findCounty: this.findCounty,
      countyName: this.countyName,
      countyAt: this.countyAt,
      riverMetres: this.riverMetres,
      findPoint: this.findPoint,
      findRoad: this.findRoad,
      valueBefore: this.valueBefore,
      codeOf(name, at) {
        for (const row of rowsOfName.get(name) ?? []) {
          const code = textAt(table!, 'code', row)
          const there = positionAt(table!, row)
          const same = !at || !there || nearbyDistanceMetres(...at, ...there) <= SAME_PLACE_METRES
          if (!same || used.has(code)) continue
          used.add(code)
          return code
        }
        return null
      },
      newCode() {
        let code: string
        do code = `${MADE}${series}-${String(++last).padStart(4, '0')}`
        while (codes.has(code))
        return code
      },
    }
  }
}

/** Codes that the office did not give begin with this. */
const MADE = 'Z'

function positionAt(table: Table, row: number): Position | null {
  const [lon, lat] = [valueAt(table, 'lon', row), valueAt(table, 'lat', row)]
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}
