import { base64 } from './base64'
import { text } from './page/html-text'
import { linesSvg } from './page/page-lines'
import { mapHtml } from './page/page-map'
import { PAGE_STYLE } from './page/page-style'
import { barHtml, pairHtml, type RowDrawing, stackHtml, tableHtml } from './page/page-table'
import {
  linesBelow,
  type MeetingPapers,
  type PaperChart,
  type PaperPicture,
  type PaperScene,
  type PaperTable,
  type PaperView,
} from './papers'

/** Separator between the parts of a line. */
const GAP = '　'

/** The content of one screen. */
interface Screen {
  readonly headline: string
  readonly subtitle: string
  /**
   * Distinguishes it, in the table of contents, from screens with the same headline; '' if the headline is its name.
   */
  readonly name: string
  readonly body: string
}

/**
 * The meeting as one file that opens by double click: no scripts, no server, no requests. Contains the scenes of the
 * agenda with the wall's drawings, for readers, without speaker notes. The page keys step through the screens by scroll
 * snapping.
 */
export function meetingPage(papers: MeetingPapers): Blob {
  const { title, month, author, note, facts, derivation, leftOut, words } = papers
  const screens = [
    ...papers.scenes.flatMap((scene) => screensOf(scene, papers)),
    {
      headline: derivation.title,
      name: '',
      subtitle: derivation.unit ?? '',
      body: tableHtml(derivation) + notesHtml(linesBelow(derivation)),
    },
  ]
  const section = ({ headline, subtitle, body }: Screen, i: number) => {
    const link = (to: number, sign: string) => `<a href="#s${to}" aria-label="${to + 1}">${sign}</a>`
    const steps = `<a href="#s-1">${text(words.contents)}</a>${i > 0 ? link(i - 1, '‹') : link(-1, '‹')}${i + 1} / ${screens.length}${i + 1 < screens.length ? link(i + 1, '›') : ''}`
    return `<section id="s${i}"><header><h2>${text(headline)}</h2><p>${text(subtitle)}</p></header><div>${body}</div><footer><span>${text(`${author} · ${month}`)}<span class="note">${text(` · ${note}`)}</span></span><span>${steps}</span></footer></section>`
  }
  const sums = facts.map(([label, value]) => `<span>${text(label)} <b>${text(value)}</b></span>`).join('')
  const contents = screens
    .map(({ headline, name }, i) => {
      const said = name === '' ? '' : `<small>${text(name)}</small>`
      return `<li><a href="#s${i}">${text(headline)}</a>${said}</li>`
    })
    .join('')
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="author" content="${text(author)}"><title>${text(title)}</title><style>${PAGE_STYLE}</style></head><body>
<section id="s-1" class="cover"><header><h1>${text(title)}</h1><p>${text(author)}</p></header><div><div class="facts">${sums}</div><ol class="contents">${contents}</ol></div><footer><span>${text([note, leftOut].filter(Boolean).join(' · '))}</span></footer></section>
${screens.map(section).join('\n')}
</body></html>`
  return new Blob([html], { type: 'text/html;charset=utf-8' })
}

/** A scene with its drawing; a table that does not fit beside it gets a screen of its own. */
function screensOf(scene: PaperScene, papers: MeetingPapers): Screen[] {
  const { headline, title, tables } = scene
  const { month, words } = papers
  const limit = scene.chart?.limit ? `${words.unitIs}，${scene.chart.limit.said}` : ''
  const unit = scene.scene === 'map' ? words.unitIs : limit
  const subtitle = [title === headline ? '' : title, month, unit].filter(Boolean).join(GAP)
  const screen = (body: string, over: Partial<Screen> = {}): Screen => ({
    headline,
    name: title === headline ? '' : title,
    subtitle,
    body,
    ...over,
  })
  const noted = (table: PaperTable, drawing: RowDrawing | null = null) =>
    tableHtml(table, drawing) + notesHtml(linesBelow(table))
  const [first, ...others] = tables
  const apart = (table: PaperTable) =>
    screen(noted(table), {
      name: table.title,
      subtitle: [table.title, table.unit].filter(Boolean).join(GAP),
    })
  const { chart, view } = scene
  if (view) return [screen(viewHtml(view, title), { subtitle: [subtitle, ...view.facts].join(GAP) })]
  if (scene.scene === 'map') return [screen(mapHtml(papers.map, title) + notesHtml(papers.map.notes))]
  if (scene.scene === 'county') return [screen(countyHtml(scene))]
  if (!chart) return tables.length > 0 ? tables.map((table) => screen(noted(table))) : [screen('')]
  switch (chart.type) {
    case 'bars':
    case 'pairs': {
      if (!first) return []
      const draw = chart.type === 'bars' ? barHtml : pairHtml
      const heading = chart.type === 'bars' ? words.limit : chart.series.map(({ name }) => name).join(' → ')
      const shown = screen(noted(first, { after: 1, heading, of: (row) => draw(chart, row) }), {
        subtitle: [title, month, unit && first.unit ? `${first.unit}，${chart.limit?.said ?? ''}` : unit]
          .filter(Boolean)
          .join(GAP),
      })
      return [shown, ...others.map(apart)]
    }
    case 'stacked': {
      const own = tables.at(-1)
      if (!own) return []
      const heading = chart.series.map(({ name }) => name).join(' + ')
      return [
        screen(noted(own, { after: 0, heading, of: (row) => stackHtml(chart, row) })),
        ...tables.slice(0, -1).map(apart),
      ]
    }
    case 'lines':
    case 'ranks': {
      const lines = linesSvg(chart, title)
      const isSmall = first !== undefined && first.headings.length <= SMALL
      if (first && isSmall) return [screen(`<div class="two">${lines}${noted(first)}</div>`), ...others.map(apart)]
      return [screen(lines + notesHtml(notesOfChart(chart))), ...tables.map(apart)]
    }
  }
}

/** One county as on the wall: its months, the comparison of its figure, its points, and what is to be put right. */
function countyHtml({ tables, title, chart }: PaperScene): string {
  const [compared, points, dispatch] = tables
  const notes = [...(chart ? notesOfChart(chart) : []), ...tables.flatMap((table) => linesBelow(table))]
  const lines = chart ? linesSvg(chart, title) : ''
  const figures = [compared, points].map((table) => (table ? tableHtml(table) : '')).join('')
  const below = notesHtml([...new Set(notes)])
  // If nothing is to be put right, the months use that space.
  if (!dispatch) return `<div class="two">${lines}<div>${figures}</div></div>${below}`
  const right = `<div><h3>${text([dispatch.title, dispatch.unit].filter(Boolean).join(GAP))}</h3>${tableHtml(dispatch)}</div>`
  return `<div class="county"><div>${lines}${figures}</div>${right}</div>${below}`
}

/** Explanations of ※ in a drawing, without duplicates; for rank charts including the series in the background. */
const notesOfChart = ({ series, type }: PaperChart): string[] => [
  ...new Set(
    series.flatMap(({ notes = [], role }) => (role === 'behind' && type !== 'ranks' ? [] : notes.filter(Boolean))),
  ),
]

/** A table with at most this many columns fits beside a drawing. */
const SMALL = 4

const notesHtml = (notes: readonly string[]): string =>
  notes.map((line) => `<p class="notes">${text(line)}</p>`).join('')

/** A pinned view, in the size that the screen has room for, with its legend. */
function viewHtml({ wide, narrow, legend, source }: PaperView, title: string): string {
  const groups = legend.map(({ name, entries }) => {
    const signs = entries.map(
      ({ text: said, sample }) => `<li><img alt="" src="${dataAddress({ bytes: sample })}">${text(said)}</li>`,
    )
    return `${name === '' ? '' : `<h3>${text(name)}</h3>`}<ul class="signs">${signs.join('')}</ul>`
  })
  const picture = `<picture><source media="(max-width:820px)" srcset="${dataAddress(narrow)}"><img class="picture" alt="${text(title)}" src="${dataAddress(wide)}"></picture>`
  return `<div class="view">${picture}<div>${groups.join('')}</div></div>${notesHtml([source])}`
}

const dataAddress = ({ bytes }: Pick<PaperPicture, 'bytes'>) => `data:image/png;base64,${base64(bytes)}`
