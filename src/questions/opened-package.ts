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
import { asBefore, memoLast, memoOf } from './memo'

/** The first step: a package whose sources are numbered through and placed, and whose dustfall is reckoned up. */
export interface OpenedPackage {
  /** The tables as they were read are let go: the inventory holds what they hold. */
  readonly pack: Omit<DataPackage, 'resources'>
  readonly inventory: Inventory
  readonly lookup: CountyLookup
  /** One a month, oldest first. */
  readonly reports: readonly MonthReport[]
  /** Of sources that share kind and code, which each is; codes stand once in most packages. */
  readonly sameCode: ReadonlyMap<number, SameCode>
  /** Which monitors its tables list, and at which sources they stand. */
  readonly ties: MonitorTies
  /** What was wrong with single sources. */
  readonly problems: readonly Problem[]
  /** Degrees of each source, NaN where nobody knows. */
  readonly lons: Float64Array
  readonly lats: Float64Array
  /** The same on the plane of the map. */
  readonly mercator: { readonly xs: Float32Array; readonly ys: Float32Array }
}

type Outlines = DataPackage['outlines']

const outlinesBefore = asBefore<Outlines>()
const areaBefore = asBefore<Surface>()
const dustfallBefore = asBefore<DustfallInput>()
const regionsOf = memoOf(({ features }: Outlines) => indexRegions(features.map(({ geometry }) => geometry)))
const reportsOf = memoLast((dustfall: DustfallInput, limits: LimitsOverTime) => {
  const series = dustfallSeries(dustfall)
  return monthsOf(series).map((month) => monthReport(series, month, limitInMonth(limits, month).value))
})

/** A package in which what says the same as in the one opened before it is the very same. */
const withBefore = <Pack extends Pick<DataPackage, 'outlines' | 'builtUpArea' | 'dustfall'>>(pack: Pack): Pack => ({
  ...pack,
  outlines: outlinesBefore(pack.outlines),
  builtUpArea: pack.builtUpArea && areaBefore(pack.builtUpArea),
  dustfall: dustfallBefore(pack.dustfall),
})

/** Numbers the sources of a package through, finds their counties, and reckons up its months. */
function numberSources({ resources, ...read }: DataPackage): OpenedPackage {
  const pack = withBefore(read)
  const lookup: CountyLookup = {
    find: countyFinder(pack.counties),
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

/** Opens the package with the descriptor `file`; null with the problems where it can't be shown. `known` are tables read before, by path. */
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
