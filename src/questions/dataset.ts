import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Position } from '@/domain/geodesy/position'
import { textColumn } from '@/domain/table/build-column'
import { checksum } from '@/domain/table/checksum'
import type { DataPackage } from '@/io/package/open-package'
import { labelPlace } from './label-place'
import { type LineSource, lineSources } from './line-sources'
import type { OpenedPackage } from './opened-package'

/** What the page needs of a package; the sources themselves stay in the worker, and the page asks for those that it shows. */
export interface Dataset extends Omit<DataPackage, 'resources' | 'surveys' | 'dustfall' | 'lines'> {
  readonly lines: readonly LineSource[]
  /** Short sum over all sources and dustfall figures: the same data has the same. */
  readonly checksum: string
  /** Where each county's name stands, by code. */
  readonly labelPlaces: Readonly<Record<string, Position>>
  /** Oldest first. */
  readonly reports: readonly MonthReport[]
}

/** What the page needs of an opened package. */
export function datasetOf(opened: OpenedPackage): Dataset {
  const { surveys: _, dustfall: __, lines: ___, ...shown } = opened.pack
  return {
    ...shown,
    lines: lineSources(opened).map(({ source: _, ...line }) => line),
    labelPlaces: Object.fromEntries(
      shown.outlines.features.map(({ id, geometry }) => [String(id), labelPlace(geometry)]),
    ),
    reports: opened.reports,
    checksum: checksumOf(opened),
  }
}

function checksumOf({ inventory, reports }: OpenedPackage): string {
  const figures = reports.flatMap(({ month, rows }) =>
    rows.map(({ county, figure }) => `${month} ${county} ${figure.value}`),
  )
  const dustfall = { length: figures.length, columns: { figures: textColumn(figures) } }
  return checksum([...inventory.kinds, { file: 'dustfall', table: dustfall }])
}
