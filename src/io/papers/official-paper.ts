import type { OfficialLines } from '@/domain/bulletin/official'
import { fillTemplate, type TemplateFault, type TextPart } from '@/domain/bulletin/template'
import type { PaperPicture, PaperTable } from './papers'

/** An office's paper of any kind: content and official lines. */
export interface OfficialPaper {
  /** Title of the document, also used as its file name. */
  readonly title: string
  readonly author: string
  readonly lines: OfficialLines
  readonly blocks: readonly PaperBlock[]
  /** Whether the lines of text may be set closer, so that the first table ends on the first page. */
  readonly fitsFirstTable?: boolean
}

/**
 * `subtitle` is below the title; `named` is a line with a highlighted first word; `blank` is filled in by hand; `note`
 * is in small type.
 */
export type PaperBlock =
  | { readonly type: 'annex'; readonly text: string }
  | { readonly type: Exclude<TextPart, 'annex'> | 'subtitle' | 'blank' | 'note'; readonly text: string }
  | { readonly type: 'named'; readonly name: string; readonly text: string }
  | { readonly type: 'table'; readonly table: PaperTable }
  | ({ readonly type: 'picture'; readonly picture: PaperPicture } & PictureWidth)
  | ({ readonly type: 'photos' } & PhotoGrid)

export interface PictureWidth {
  /** Share of the width between the margins; the full width if absent. */
  readonly share?: number
}

/** Photos in rows, each with its subject and caption lines; rows do not break across pages. */
export interface PhotoGrid {
  readonly perRow: 2 | 3 | 4
  readonly photos: readonly {
    /** Null if unreadable; its lines are still shown. */
    readonly picture: PaperPicture | null
    readonly name: string
    readonly lines: readonly string[]
  }[]
}

/** A paper from a template, with fields and tables filled in. A table without rows is left out like an empty field. */
export function blocksOf(
  template: string,
  fields: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, PaperTable>>,
): { readonly blocks: readonly PaperBlock[]; readonly faults: readonly TemplateFault[] } {
  const names = Object.keys(tables)
  const known = names.filter((name) => tables[name]!.rows.length > 0)
  const none = Object.fromEntries(names.filter((name) => !known.includes(name)).map((name) => [name, '']))
  const { parts, faults } = fillTemplate(template, { ...fields, ...none }, known)
  return { faults, blocks: parts.map((part) => (part.type === 'table' ? tableBlock(tables[part.table]!) : part)) }
}

/** The title on the paper; '' if none. */
export const titleOf = (blocks: readonly PaperBlock[]): string =>
  blocks.flatMap((block) => (block.type === 'title' ? [block.text] : []))[0] ?? ''

const tableBlock = (table: PaperTable) => ({ type: 'table', table }) as const

/** A paper prepared for layout, the same for Word and print. */
export interface TypesetPaper {
  readonly lines: OfficialLines
  /** Line spacing up to the signature, in points. */
  readonly spacing: number
  readonly text: readonly TypesetBlock[]
  /** 附件说明, one line per annex. */
  readonly annexNotes: readonly string[]
  /** Lines to fill in by hand that end the text; GB/T 9704 puts 附件说明 directly under the text, so before them. */
  readonly blanks: readonly TypesetBlock[]
  readonly signed: readonly { readonly text: string; readonly right: number }[]
  readonly annexes: readonly TypesetBlock[]
}

export type TypesetBlock =
  | { readonly type: Exclude<TextPart, 'annex'> | 'subtitle' | 'to' | 'blank' | 'note'; readonly text: string }
  | { readonly type: 'named' | 'annex'; readonly name: string; readonly text: string }
  | ({ readonly type: 'table' } & TypesetTable)
  | ({ readonly type: 'picture' } & PaperPicture & PictureWidth)
  | ({ readonly type: 'photos' } & PhotoGrid)

export interface TypesetTable {
  /** The common unit of its figures, and what bold means if a cell is; '' if neither. */
  readonly above: string
  readonly headings: readonly string[]
  /** As printed, with the total row last. */
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
  /** Columns with longer texts, which are left-aligned. */
  readonly fromLeft: readonly boolean[]
  /** Cells over the limit. */
  readonly strong: readonly (readonly boolean[])[]
  /** Lines below it: on the basis of its figures, and why each marked one has a ※. */
  readonly notes: readonly string[]
  /** Font size. */
  readonly points: number
  /** For each row, whether it must be on the same page as the next. */
  readonly kept: readonly boolean[]
}
