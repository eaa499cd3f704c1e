import type { MonthReport } from '@/domain/dustfall/month-report'
import { labelPlace } from '@/domain/geodesy/label-place'
import type { Position } from '@/domain/geodesy/position'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { NamedDepartments } from '@/domain/rules/departments'
import type { Kind } from '@/domain/sources/kinds/kind'
import { textColumn } from '@/domain/table/build-column'
import { checksum } from '@/domain/table/checksum'
import { textAt } from '@/domain/table/column'
import type { HaulMonth } from '@/domain/trucks/hauls'
import type { DataPackage } from '@/io/package/open-package'
import { kindsBefore } from '@/io/package/package-kinds'
import { departmentsOf } from '@/questions/plan/departments'
import { type LineSource, lineSources } from '@/questions/source/line-sources'
import { memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/**
 * The part of a package that the page holds; the sources stay in the worker, and the page asks for the rows that it
 * shows.
 */
export interface Dataset
  extends Omit<DataPackage, 'resources' | 'surveys' | 'dustfall' | 'lines' | 'onlineDays' | 'hauls'>,
    Pick<NamedDepartments, 'rowLeads' | 'departmentNames'> {
  readonly lines: readonly LineSource[]
  /**
   * Short checksum of all that is shown: sources, surveys, dustfall figures, declared kinds. Equal data gives an
   * equal sum.
   */
  readonly checksum: string
  /** Checksums of the same data as links of earlier versions contain them. */
  readonly formerChecksums: readonly string[]
  /** Whether it is a version kept in this browser, which no link contains, and not the package as delivered. */
  readonly isKept: boolean
  /** Position of each county's name, by county code. */
  readonly labelPlaces: Readonly<Record<string, Position>>
  /** Oldest first. */
  readonly reports: readonly MonthReport[]
  /**
   * Names of the sources that share kind and code, in their order, by `kind/code`; empty for most packages. No names
   * for those without a code, of which there may be any number.
   */
  readonly sharedCodes: Readonly<Record<string, readonly string[]>>
}

const labelPlacesOf = memoOf(({ features }: DataPackage['outlines']) =>
  Object.fromEntries(features.map(({ id, geometry }) => [String(id), labelPlace(geometry)])),
)

export function datasetOf(opened: OpenedPackage, isKept = false): Dataset {
  const { surveys: _, dustfall: __, lines: ___, onlineDays: ____, hauls: _____, ...shown } = opened.pack
  return {
    ...shown,
    isKept,
    lines: lineSources(opened).map(({ source: _, ...line }) => line),
    labelPlaces: labelPlacesOf(shown.outlines),
    ...departmentsOf(opened),
    reports: opened.reports,
    sharedCodes: sharedCodesOf(opened),
    ...checksumsOf(opened),
  }
}

function sharedCodesOf({ sameCode, inventory: { sources } }: OpenedPackage): Dataset['sharedCodes'] {
  // No prototype: a code comes from outside and may equal a property of every object.
  const names: Record<string, string[]> = Object.create(null)
  for (const source of sameCode.keys()) {
    const code = textAt(sources, 'code', source)
    const key = `${textAt(sources, 'kind', source)}/${code}`
    names[key] = code === '' ? [] : [...(names[key] ?? []), textAt(sources, 'name', source)]
  }
  return names
}

/** Monitors' hours by day, as columns for the checksum; empty if there are none. */
function onlineSummed(online: OnlineDays) {
  if (online.size === 0) return []
  const all = [...online.values()]
  const days = Int32Array.from(
    all.flatMap((of) => [...of.days, of.days.length, ...of.calibrated.map(({ day }) => day)]),
  )
  const hours = Uint8Array.from(all.flatMap((of) => [...of.hours]))
  const columns = {
    device: textColumn(online.keys()),
    days: { type: 'day', values: days },
    hours: { type: 'flag', values: hours },
  } as const
  return [{ file: 'readings-online', table: { length: online.size, columns } }]
}

/** Trips by county and day, as columns for the checksum; empty if there are none. */
function haulsSummed(hauls: readonly HaulMonth[]) {
  const all = hauls.flatMap(({ counties }) =>
    [...counties].flatMap(([county, days]) => days.map((of) => ({ county, ...of }))),
  )
  if (all.length === 0) return []
  const columns = {
    county: textColumn(all.map(({ county }) => county)),
    days: { type: 'day', values: Int32Array.from(all, ({ day }) => day) },
    trips: { type: 'number', values: Float64Array.from(all, ({ trips }) => trips) },
    byDay: { type: 'number', values: Float64Array.from(all, ({ byDay }) => byDay) },
  } as const
  return [{ file: 'truck-hauls', table: { length: all.length, columns } }]
}

function checksumsOf({ inventory, reports, pack }: OpenedPackage): Pick<Dataset, 'checksum' | 'formerChecksums'> {
  const figures = reports.flatMap(({ month, rows }) =>
    rows.map(({ county, figure }) => `${month} ${county} ${figure.value}`),
  )
  const texts = (file: string, lines: readonly string[]) => ({
    file,
    table: { length: lines.length, columns: { [file === 'dustfall' ? 'figures' : file]: textColumn(lines) } },
  })
  const surveys = [...pack.surveys].flatMap(([kind, tables]) => tables.map((table) => ({ file: kind, table })))
  const declared = (kinds: readonly Kind[]) =>
    texts(
      'kinds',
      // Left out because they change no figure: group, initial visibility, what one press may answer, and `measured`,
      // which only matters with readings, which have their own columns in the sum.
      kinds.map((kind) =>
        JSON.stringify({
          ...kind,
          group: undefined,
          shown: undefined,
          wholeSite: undefined,
          fields: kind.fields.map((field) => ({ ...field, measured: undefined })),
        }),
      ),
    )
  const bare = checksum([...inventory.kinds, texts('dustfall', figures)])
  const sumWith = (kinds: readonly Kind[]) =>
    checksum([...surveys, declared(kinds), ...onlineSummed(pack.onlineDays), ...haulsSummed(pack.hauls)], bare)
  const isDeclaring = pack.provenance.some(({ role }) => role === 'kinds')
  return {
    checksum: sumWith(pack.kinds),
    // The first checksums left out surveys and kinds.
    formerChecksums: [bare, ...(isDeclaring ? [] : kindsBefore(pack.kinds).map(sumWith))],
  }
}
