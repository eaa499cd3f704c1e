import { type LimitsOverTime, limitInMonth } from '@/domain/dustfall/limit-in-month'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { type DustfallInput, dustfallSeries, monthsOf } from '@/domain/dustfall/series'
import type { Surface } from '@/domain/geodesy/area-index'
import { indexRegions } from '@/domain/geodesy/regions'
import type { Problem, Result } from '@/domain/problem'
import { countyFinder } from '@/domain/sources/county'
import {
  buildInventory,
  type CountyLookup,
  findDuplicateCodes,
  type Inventory,
  type SameCode,
} from '@/domain/sources/inventory'
import { type MonitorTies, tieMonitors } from '@/domain/sources/monitor-ties'
import { withPlacesOfMonitors } from '@/domain/sources/places-of-monitors'
import { mercatorPlaces } from '@/domain/sources/view/drawn-sources'
import type { NumberColumn, Table } from '@/domain/table/column'
import { type DataPackage, openPackage } from '@/io/package/open-package'
import type { PackageFiles } from '@/io/package/package-files'
import { cacheLast, memoOf, reuseIfEqual } from './memo'

/** The first step: a package with its sources numbered and placed, and its dustfall computed. */
export interface OpenedPackage {
  /** Without the tables as read, to free memory: the inventory has their data. */
  readonly pack: Omit<DataPackage, 'resources'>
  readonly inventory: Inventory
  readonly lookup: CountyLookup
  /** One per month, oldest first. */
  readonly reports: readonly MonthReport[]
  /** Sources that share kind and code with others, and the position of each among these; empty for most packages. */
  readonly sameCode: ReadonlyMap<number, SameCode>
  /** The monitors that its tables list, and the sources where they stand. */
  readonly ties: MonitorTies
  /** Problems of single sources. */
  readonly problems: readonly Problem[]
  /** Longitude and latitude of each source, NaN if unknown. */
  readonly lons: Float64Array
  readonly lats: Float64Array
  /** The same positions in Web Mercator. */
  readonly mercator: { readonly xs: Float32Array; readonly ys: Float32Array }
}

type Outlines = DataPackage['outlines']

const outlinesBefore = reuseIfEqual<Outlines>()
const areaBefore = reuseIfEqual<Surface>()
const dustfallBefore = reuseIfEqual<DustfallInput>()
const regionsOf = memoOf(({ features }: Outlines) => indexRegions(features.map(({ geometry }) => geometry)))
const reportsOf = cacheLast((dustfall: DustfallInput, limits: LimitsOverTime) => {
  const series = dustfallSeries(dustfall)
  return monthsOf(series).map((month) => monthReport(series, month, limitInMonth(limits, month).value))
})

/**
 * The package, with parts equal to the previous package's replaced by the previous objects, so that memos still hit.
 */
const withBefore = <Pack extends Pick<DataPackage, 'outlines' | 'builtUpArea' | 'dustfall'>>(pack: Pack): Pack => ({
  ...pack,
  outlines: outlinesBefore(pack.outlines),
  builtUpArea: pack.builtUpArea && areaBefore(pack.builtUpArea),
  dustfall: dustfallBefore(pack.dustfall),
})

/** Numbers the sources of a package, finds their counties, and computes its month reports. */
function numberSources({ resources, ...read }: DataPackage): OpenedPackage {
  const pack = withBefore(read)
  const lookup: CountyLookup = {
    find: countyFinder(pack.counties, pack.settings.city.zh),
    regions: regionsOf(pack.outlines),
    regionCodes: pack.outlines.features.map(({ id }) => String(id)),
  }
  const { ties, problems: untied } = tieMonitors(resources)
  const { inventory, problems } = buildInventory(withPlacesOfMonitors(resources, ties), lookup)
  const { lon, lat } = inventory.sources.columns as Record<string, NumberColumn>
  const doubled = findDuplicateCodes(inventory.kinds)
  return {
    pack,
    inventory,
    lookup,
    reports: reportsOf(pack.dustfall, pack.settings.dustfall),
    sameCode: doubled.sameCode,
    ties,
    problems: [...problems, ...doubled.problems, ...untied],
    lons: lon!.values,
    lats: lat!.values,
    mercator: mercatorPlaces(lon!.values, lat!.values),
  }
}

/**
 * Opens the package with the descriptor `file`; null with problems if it can't be shown. `known`: tables already
 * read, by path.
 */
export async function openSources(
  files: PackageFiles,
  file: string,
  known?: ReadonlyMap<string, Table>,
): Promise<Result<OpenedPackage>> {
  const { value, problems } = await openPackage(files, file, known)
  if (value === null) return { value, problems }
  const opened = numberSources(value)
  return { value: opened, problems: [...problems, ...opened.problems] }
}
