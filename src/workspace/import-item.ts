import type { Taken } from '@/domain/intake/intake'
import type { Recognised } from '@/domain/intake/recognise/make-plan'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { SheetFile, TableFile } from '@/io/formats/table-file'
import type { ItemChoice } from './item-choice'
import type { PackageKnowledge } from './package-knowledge'

/** One table on its way in: what was found, what was chosen, and what came of it. */
export interface ImportItem {
  readonly id: number
  /** As it was dropped. */
  readonly source: File
  /** The tables that are in it. */
  readonly file: TableFile
  readonly choice: ItemChoice
  readonly knowledge: PackageKnowledge
  /** Read as a file with the same headings was read before. */
  readonly remembered: boolean
  /** Place of its sheet in the file. */
  readonly sheetNumber: number
  readonly recognised: Recognised
  /** Null until its rows are read. */
  readonly taken: Taken | null
}

/** An item whose rows are read. */
export type ReadItem = ImportItem & { readonly taken: Taken }

export const isRead = (item: ImportItem): item is ReadItem => item.taken !== null

/** The sheet that an item is. */
export const sheetOf = ({ file, sheetNumber }: ImportItem): SheetFile => file.sheets[sheetNumber]!

/** How real the rows of an item are; real, where nobody says otherwise. */
export const classOf = ({ choice }: ImportItem): DataClass => choice.dataClass ?? 'real'
