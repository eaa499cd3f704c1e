import type { CellValue, DataValidation } from 'hucre/xlsx'
import { type Field, rangeText } from '@/domain/sources/kinds/field'
import { letters } from './export'

/** Texts of a template in the user's language. */
export interface TemplateWords {
  /** Name of the sheet to fill in. */
  readonly title: string
  readonly notes: string
  readonly column: string
  readonly required: string
  readonly type: string
  readonly allowed: string
  readonly alsoKnown: string
  readonly yes: string
  readonly types: Readonly<Record<Field['type'], string>>
  /** First cell of the example row; the row is skipped when the file is imported. */
  readonly example: string
}

/** Number of template rows with drop-downs. */
const PREPARED_ROWS = 2000

function exampleOf(field: Field): CellValue {
  if (field.values) return field.values[0]!
  if (field.name === 'lon') return 108.7089
  if (field.name === 'lat') return 34.3296
  if (field.name === 'month') return '2022-10'
  return { text: '', flag: '是', day: '2022-10-15', number: field.range ? Math.max(1, field.range[0]) : 1 }[field.type]
}

/**
 * Writes a workbook for one resource: headings, drop-downs, an example row, and a sheet with notes on every column.
 */
export async function writeTemplate(fields: readonly Field[], words: TemplateWords): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const headings = fields.map(({ headings: [heading] }) => heading!)
  const dataValidations = fields.flatMap((field, i): DataValidation[] => {
    const range = `${letters(i + 1)}2:${letters(i + 1)}${PREPARED_ROWS}`
    const values = field.type === 'flag' ? ['是', '否'] : field.values
    return values ? [{ type: 'list', values: [...values], allowBlank: true, showErrorMessage: true, range }] : []
  })
  const example = fields.map((field, i) => (i === 0 ? words.example : exampleOf(field)))
  const notes = fields.map((field): CellValue[] => [
    field.headings[0]!,
    field.required ? words.yes : '',
    words.types[field.type] + (field.unit ? ` (${field.unit})` : ''),
    field.type === 'flag' ? '是 / 否' : (field.values?.join(' / ') ?? (field.range ? rangeText(field.range) : '')),
    field.headings.slice(1).join('、'),
  ])
  const bytes = await writeXlsx({
    sheets: [
      {
        name: words.title.slice(0, 31),
        columns: headings.map((heading) => ({ width: Math.max(12, heading.length * 2.2) })),
        rows: [headings, example],
        dataValidations,
        freezePane: { rows: 1 },
      },
      {
        name: words.notes.slice(0, 31),
        columns: [20, 8, 18, 36, 60].map((width) => ({ width })),
        rows: [[words.column, words.required, words.type, words.allowed, words.alsoKnown], ...notes],
        freezePane: { rows: 1 },
      },
    ],
  })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
