import { officialDay, officialLines, withOfficialDays } from '@/domain/bulletin/official'
import type { HandoverTable } from './handover-table'
import type { OfficialPaper, PaperBlock } from './official-paper'

/** What stands around a sheet. */
interface SheetForm {
  /** '' where the package names none: then it is signed by hand alone. */
  readonly office: string
  readonly author: string
  /** Of the number and the day that are left blank. */
  readonly year: string
  /** It has a number of its own, which is left blank. */
  readonly isNumbered: boolean
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/
/** A day in a narrow column. */
const inColumn = (text: string): string => (ISO_DAY.test(text) ? officialDay(text).replace('年', '年\n') : text)

/** A 督办单 or 巡查日报 as a paper of the office. */
export function sheetPaper(table: HandoverTable, { office, author, year, isNumbered }: SheetForm): OfficialPaper {
  const { title, subtitle, to, intro, headings, widths, rows, picture, more = [], photos = [], blanks, notes } = table
  const none = { head: '', number: '', to: '', signedOn: '', copyTo: '', issuedBy: '', issuedOn: '' } as const
  const lines = officialLines({ ...none, office }, year, '')
  const text = (type: 'title' | 'subtitle' | 'paragraph' | 'blank' | 'note', of: string): PaperBlock[] =>
    of === '' ? [] : [{ type, text: withOfficialDays(of) }]
  return {
    title,
    author,
    lines: { ...lines, to, number: isNumbered ? lines.number : '' },
    blocks: [
      ...text('title', title),
      ...text('subtitle', subtitle),
      ...text('paragraph', intro),
      ...(picture ? [{ type: 'picture', picture } as const] : []),
      {
        type: 'table',
        table: {
          title,
          headings,
          widths,
          formats: headings.map(() => 'text' as const),
          rows: rows.map((row) => row.map(inColumn)),
          over: [],
        },
      },
      ...more
        .filter((each) => each.rows.length > 0)
        .flatMap((each): PaperBlock[] => [
          { type: 'heading', text: each.title },
          { type: 'table', table: each },
        ]),
      ...photos.flatMap((each): PaperBlock[] => [
        { type: 'picture', picture: each.picture },
        ...text('note', each.caption),
      ]),
      ...notes.flatMap((note) => text('note', note)),
      ...blanks.flatMap((blank) => text('blank', blank)),
    ],
  }
}
