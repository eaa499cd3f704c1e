import type { IntakeResult } from '@/domain/intake/intake'
import type { Recognised } from '@/domain/intake/recognise/make-plan'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { CorrectedRows } from '@/io/formats/bad-rows'
import type { SheetFile, TableFile } from '@/io/formats/table-file'
import type { PackageKnowledge } from '@/workspace/package-knowledge'
import type { ItemChoice } from './item-choice'

/** One table being imported: what was recognised, what the user chose, and the result. */
export interface ImportItem {
  readonly id: number
  /** As it was dropped. */
  readonly source: File
  /** The file's tables. */
  readonly file: TableFile
  readonly choice: ItemChoice
  readonly knowledge: PackageKnowledge
  /** Whether the choices come from an earlier file with the same headings. */
  readonly remembered: boolean
  /** What a corrected workbook of its bad rows replaced; null if none was dropped. */
  readonly corrected: CorrectedRows | null
  /** Index of its sheet in the file. */
  readonly sheetNumber: number
  readonly recognised: Recognised
  /** Null until its rows are read. */
  readonly taken: IntakeResult | null
}

/** An item whose rows are read. */
export type ReadItem = ImportItem & { readonly taken: IntakeResult }

export const isRead = (item: ImportItem): item is ReadItem => item.taken !== null

/** The sheet of an item. */
export const sheetOfItem = ({ file, sheetNumber }: ImportItem): SheetFile => file.sheets[sheetNumber]!

/** What another item is called beside an item: its file, and its sheet if both are of the same file. */
export const nameBeside = (item: ImportItem, other: ImportItem): string =>
  other.source === item.source ? `${other.file.name} · ${sheetOfItem(other).head.name}` : other.file.name

/** Data class of an item's rows; real unless the user chose another. */
export const dataClassOfItem = ({ choice }: ImportItem): DataClass => choice.dataClass ?? 'real'
