import type { TFunction } from 'i18next'
import type { OfficialKind } from '@/domain/bulletin/official-kinds'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { blocksOf, type OfficialPaper, titleOf } from '@/io/papers/official-paper'
import type { PaperTable } from '@/io/papers/papers'
import { officialData } from '@/io/papers/word-data'
import type { WordData } from '@/io/papers/word-template'
import { authorOf, type MeetingData, officialOfMonth } from './bulletin'

/** A month's paper in the standard form, and the field values for an office's own form. */
export interface WrittenPaper {
  readonly paper: OfficialPaper
  readonly data: WordData
}

/** Writes a paper from its template. */
export function writtenPaper(
  kind: OfficialKind,
  template: string,
  fields: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, PaperTable>>,
  { dataset }: MeetingData,
  { month }: MonthReport,
  t: TFunction<'texts'>,
): WrittenPaper {
  const { blocks } = blocksOf(template, fields, tables)
  const paper = {
    title: titleOf(blocks),
    author: authorOf(dataset, t),
    lines: officialOfMonth(dataset, month, kind),
    blocks,
  }
  return { paper, data: officialData(paper, fields, tables) }
}
