import { exceedsLimit } from '@/domain/dustfall/limit'
import {
  isDark,
  isOver,
  limitAt,
  type PaperChart,
  type PaperTable,
  printedRows,
  printedTotal,
} from '@/io/papers/papers'
import { text } from './html-text'

/** Longer texts may wrap. */
const LONG = 18

/** A drawing in an extra column after one of the columns, for each row. */
export interface RowDrawing {
  readonly after: number
  readonly heading: string
  readonly of: (row: number) => string
}

/** A table as HTML; on a phone it scrolls by itself, with the column of row names fixed. */
export function tableHtml(table: PaperTable, drawing: RowDrawing | null = null): string {
  const { headings, formats, fills } = table
  const rows = printedRows(table)
  const total = printedTotal(table)
  const withDrawing = (cells: readonly string[], drawn: string) =>
    drawing ? [...cells.slice(0, drawing.after + 1), drawn, ...cells.slice(drawing.after + 1)] : cells
  const named = Math.max(0, formats.indexOf('text'))
  const kind = (column: number) => (column === named ? 'k' : formats[column] === 'text' ? '' : 'n')
  const head = headings.map((heading, i) => `<th scope="col"${attribute('class', kind(i))}>${text(heading)}</th>`)
  const cell = (value: string, column: number, row: number) => {
    const fill = fills?.[row]?.[column]
    const classes = [
      kind(column),
      value.length > LONG ? 'w' : '',
      isOver(table, row, column) ? 'o' : '',
      fill ? 'f' : '',
    ]
      .filter(Boolean)
      .join(' ')
    const style = fill ? `background-color:${fill}${isDark(fill) ? ';color:#fff' : ''}` : ''
    return `<td${attribute('class', classes)}${attribute('style', style)}>${text(value)}</td>`
  }
  const line = (row: readonly string[], i: number) =>
    withDrawing(
      row.map((value, column) => cell(value, column, i)),
      drawing ? `<td class="d">${drawing.of(i)}</td>` : '',
    ).join('')
  const last = total
    ? `<tr class="sum">${withDrawing(
        total.map((value, column) => cell(value, column, rows.length)),
        '<td class="d"></td>',
      ).join('')}</tr>`
    : ''
  const heading = drawing ? `<th scope="col" class="d">${text(drawing.heading)}</th>` : ''
  const count = rows.length + (total ? 2 : 1)
  return `<div class="t"><table${fills ? ' class="heat"' : ''} style="--rows:${count}"><thead><tr>${withDrawing(head, heading).join('')}</tr></thead><tbody>${rows.map((row, i) => `<tr>${line(row, i)}</tr>`).join('')}${last}</tbody></table></div>`
}

const attribute = (name: string, value: string) => (value === '' ? '' : ` ${name}="${value}"`)

/** Position of a value in a drawing, in percent of its width. */
const scaleOf = ({ series, limit }: PaperChart) => {
  const values = series.flatMap((each) => each.values.flatMap((value) => (value === null ? [] : [value])))
  const limits = (limit?.lines ?? []).flatMap((line) => line.values.map((value) => value ?? 0))
  const top = Math.max(...limits, ...values, 1) * 1.04
  return (value: number) => `${((100 * value) / top).toFixed(2)}%`
}

const limitMark = (chart: PaperChart, i: number, at: (value: number) => string) => {
  const limit = limitAt(chart, i)
  return limit === null ? '' : `<u style="left:${at(limit)}"></u>`
}

/** The bar of a category; the part beyond the limit is highlighted. */
export function barHtml(chart: PaperChart, i: number): string {
  const value = chart.series[0]?.values[i] ?? null
  const at = scaleOf(chart)
  const limit = limitAt(chart, i)
  const mark = limitMark(chart, i, at)
  if (value === null) return `<div class="bar">${mark}</div>`
  const within = Math.min(value, limit ?? value)
  const beyond =
    limit !== null && exceedsLimit(value, limit)
      ? `<b style="left:${at(limit)};width:calc(${at(value)} - ${at(limit)})"></b>`
      : ''
  return `<div class="bar"><i style="width:${at(within)}"></i>${beyond}${mark}</div>`
}

/** Last year's value as a ring, this year's as a dot, and a line between. */
export function pairHtml(chart: PaperChart, i: number): string {
  const [before, now] = chart.series.map(({ values }) => values[i] ?? null)
  const at = scaleOf(chart)
  const mark = limitMark(chart, i, at)
  if (before == null || now == null) return `<div class="pair">${mark}</div>`
  const [low, high] = [Math.min(before, now), Math.max(before, now)]
  const over = chart.over[i] ? ' class="o"' : ''
  return `<div class="pair">${mark}<i style="left:${at(low)};width:calc(${at(high)} - ${at(low)})"></i><s style="left:${at(before)}"></s><b${over} style="left:${at(now)}"></b></div>`
}

/** Counts of a category as a stacked bar. */
export function stackHtml(chart: PaperChart, i: number): string {
  const sums = chart.categories.map((_, at) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const top = Math.max(1, ...sums)
  const part = (role: string, value: number) =>
    value > 0 ? `<i class="${role}" style="width:${((100 * value) / top).toFixed(2)}%"></i>` : ''
  return `<div class="stack">${chart.series.map(({ role, values }) => part(role, values[i] ?? 0)).join('')}</div>`
}
