import { text } from './page/html-text'
import { linesSvg } from './page/page-lines'
import { mapHtml } from './page/page-map'
import { PAGE_STYLE } from './page/page-style'
import { barHtml, pairHtml, type RowDrawing, stackHtml, tableHtml } from './page/page-table'
import { MARK, type MeetingPapers, type PaperPicture, type PaperScene, type PaperTable, printedRows } from './papers'
import { base64 } from './slides/base64'

/** What stands on one screen. */
interface Screen {
  readonly headline: string
  readonly subtitle: string
  readonly body: string
  readonly notes: string
}

/**
 * The meeting in one file that opens by a double click: no script, no server, no request. Scenes of the agenda with the wall's
 * drawings; the page keys step from one to the next, since the page snaps to its screens.
 */
export function meetingPage(papers: MeetingPapers): Blob {
  const { title, month, author, note, facts, derivation, leftOut } = papers
  const screens = [
    ...papers.scenes.flatMap((scene) => screensOf(scene, papers)),
    { headline: derivation.title, subtitle: derivation.unit ?? '', body: tableHtml(derivation), notes: '' },
  ]
  const section = ({ headline, subtitle, body, notes }: Screen, i: number) => {
    const link = (to: number, sign: string) => `<a href="#s${to}" aria-label="${to + 1}">${sign}</a>`
    const steps = `${i > 0 ? link(i - 1, '‹') : link(-1, '‹')}${i + 1} / ${screens.length}${i + 1 < screens.length ? link(i + 1, '›') : ''}`
    const speaker = notes
      ? `<details class="speaker"><summary>${text(papers.words.notes)}</summary><p>${text(notes)}</p></details>`
      : ''
    return `<section id="s${i}"><header><h2>${text(headline)}</h2><p>${text(subtitle)}</p></header><div>${body}${speaker}</div><footer><span>${text(`${author} · ${month} · ${note}`)}</span><span>${steps}</span></footer></section>`
  }
  const sums = facts.map(([label, value]) => `<span>${text(label)} <b>${text(value)}</b></span>`).join('')
  const contents = screens.map(({ headline }, i) => `<li><a href="#s${i}">${text(headline)}</a></li>`).join('')
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="author" content="${text(author)}"><title>${text(title)}</title><style>${PAGE_STYLE}</style></head><body>
<section id="s-1" class="cover"><header><h1>${text(title)}</h1><p>${text(author)}</p></header><div><div class="facts">${sums}</div><ol class="contents">${contents}</ol></div><footer><span>${text([note, leftOut].filter(Boolean).join(' · '))}</span></footer></section>
${screens.map(section).join('\n')}
</body></html>`
  return new Blob([html], { type: 'text/html;charset=utf-8' })
}

/** A scene with its drawing; a table that has no place beside it stands on a screen of its own. */
function screensOf(scene: PaperScene, papers: MeetingPapers): Screen[] {
  const { headline, title, notes, tables } = scene
  const { month, words } = papers
  const limit = scene.chart?.limit ? `${words.unitIs}，${scene.chart.limit.name}` : ''
  const subtitle = [title, month, limit].filter(Boolean).join('　')
  const screen = (body: string, over: Partial<Screen> = {}): Screen => ({ headline, subtitle, body, notes, ...over })
  const noted = (table: PaperTable, drawing: RowDrawing | null = null) =>
    tableHtml(table, drawing) + footnotes(table, papers)
  const [first, ...others] = tables
  const apart = (table: PaperTable) =>
    screen(noted(table), { subtitle: [table.title, table.unit].filter(Boolean).join('　'), notes: '' })
  const { chart, picture } = scene
  if (picture) return [screen(`<img class="picture" alt="${text(title)}" src="${dataAddress(picture)}">`)]
  if (scene.scene === 'map') return [screen(mapHtml(papers.map, title))]
  if (!chart) return tables.length > 0 ? tables.map((table) => screen(noted(table))) : [screen('')]
  switch (chart.type) {
    case 'bars':
    case 'pairs': {
      if (!first) return []
      const draw = chart.type === 'bars' ? barHtml : pairHtml
      const heading = chart.type === 'bars' ? words.limit : chart.series.map(({ name }) => name).join(' → ')
      const name = (row: number) => String(first.rows[row]![1])
      return [screen(noted(first, { after: 1, heading, of: (row) => draw(chart, name(row)) })), ...others.map(apart)]
    }
    case 'stacked': {
      const own = tables.at(-1)
      if (!own) return []
      const heading = chart.series.map(({ name }) => name).join(' + ')
      const of = (row: number) => stackHtml(chart, String(own.rows[row]![0]))
      return [screen(noted(own, { after: 0, heading, of })), ...tables.slice(0, -1).map(apart)]
    }
    case 'lines':
    case 'ranks': {
      const lines = linesSvg(chart, title)
      const isSmall = first !== undefined && first.headings.length <= SMALL
      if (first && isSmall) return [screen(`<div class="two">${lines}${noted(first)}</div>`), ...others.map(apart)]
      return [screen(lines), ...tables.map(apart)]
    }
  }
}

/** A table of no more columns stands beside a drawing. */
const SMALL = 4

function footnotes(table: PaperTable, papers: MeetingPapers): string {
  const isMarked = printedRows(table).some((row) => row.some((value) => value.endsWith(MARK)))
  return isMarked ? papers.footnotes.map((line) => `<p class="notes">${text(line)}</p>`).join('') : ''
}

const dataAddress = ({ bytes }: PaperPicture) => `data:image/png;base64,${base64(bytes)}`
