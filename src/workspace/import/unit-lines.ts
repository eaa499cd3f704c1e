import type { ColumnUnit } from '@/domain/monitoring/column-units'
import type { ReadExport } from '@/io/readings/read-export'

/** A unit used in files; `key` identifies it when the user sets another unit. */
export interface UnitLine extends ColumnUnit {
  readonly key: string
  readonly files: readonly string[]
}

/** Identifies a unit as files use it. */
export const unitKey = ({ parameter, stated, unit, by, ofPackets = false }: ColumnUnit) =>
  [parameter, stated ?? '', unit ?? '', by, ...(ofPackets ? ['packets'] : [])].join('|')

/** Whether the user has to choose the unit of a line. */
export const isUnitOpen = ({ by }: ColumnUnit): boolean => by === 'doubtful' || by === 'unknown'

/** The units of files, each once with the files that use it. */
export function unitLines(exports: readonly ReadExport[]): UnitLine[] {
  const lines = new Map<string, UnitLine>()
  for (const { file, units } of exports)
    for (const unit of units) {
      const key = unitKey(unit)
      const known = lines.get(key)
      lines.set(key, known ? { ...known, files: [...known.files, file] } : { ...unit, key, files: [file] })
    }
  return [...lines.values()]
}
