import { type MeetingPapers, type PaperTable, printedRows } from './papers'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Text of files is text, never HTML. */
const text = (value: string) => value.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)

const STYLE = `
html{scroll-snap-type:y mandatory;font-family:"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;font-variant-numeric:tabular-nums;color:#1b242b;background:#f3f4f1}
body{margin:0}
section{box-sizing:border-box;min-height:100vh;padding:4vh 4vw;scroll-snap-align:start;display:grid;grid-template-rows:auto 1fr auto;gap:2vh}
h1{margin:0;font-size:5vh}h2{margin:0;font-size:4.5vh}footer,.facts{color:#5b6670;font-size:2.6vh}
.facts b{color:#1b242b;font-size:4vh;margin-right:2vw}
table{width:100%;border-collapse:collapse;font-size:2.6vh}
th,td{padding:.5vh 1vw;border-bottom:1px solid #dde1dc;text-align:right;white-space:nowrap}
th:nth-child(-n+2),td:nth-child(-n+2){text-align:left}
tr.over td{color:#b3261e;font-weight:700}
.long{font-size:1.9vh}
svg{width:100%;max-height:80vh}
@media print{section{min-height:auto;page-break-after:always}table{font-size:11pt}h2{font-size:18pt}}
`

function table(of: PaperTable, long = false): string {
  const head = of.headings.map((heading) => `<th scope="col">${text(heading)}</th>`).join('')
  const lines = printedRows(of).map(
    (row, i) =>
      `<tr${of.over[i] ? ' class="over"' : ''}>${row.map((value) => `<td>${text(value)}</td>`).join('')}</tr>`,
  )
  return `<table${long ? ' class="long"' : ''}><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function drawing({ width, height, counties, labels }: MeetingPapers['map'], label: string): string {
  const shapes = counties.map(
    ({ path, colour, over }) =>
      `<path d="${text(path)}" fill-rule="evenodd" fill="${text(colour)}" stroke="#fff" stroke-width="2"/>${over ? `<path d="${text(path)}" fill-rule="evenodd" fill="url(#over)"/>` : ''}`,
  )
  const names = labels.map(
    ({ x, y, lines }) =>
      `<text x="${x}" y="${y}" font-size="40" font-weight="600" text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="5">${lines.map((line, i) => `<tspan x="${x}" dy="${i === 0 ? 0 : 41}">${text(line)}</tspan>`).join('')}</text>`,
  )
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(label)}"><defs><pattern id="over" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.5" height="10" opacity=".28"/></pattern></defs>${shapes.join('')}${names.join('')}</svg>`
}

/** The meeting in one file that opens by a double click: no script, no server, no request. A page a screen, by the page keys. */
export function meetingPage(papers: MeetingPapers): Blob {
  const { title, month, note, facts, ranking, year, movers, tasks, derivation, map, words } = papers
  const screen = (heading: string, body: string) =>
    `<section><h2>${text(heading)}</h2><div>${body}</div><footer>${text(`${month} · ${note}`)}</footer></section>`
  const sums = facts.map(([label, value]) => `${text(label)} <b>${text(value)}</b>`).join(' ')
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title><style>${STYLE}</style></head><body>
<section><h1>${text(title)}</h1><div class="facts">${sums}</div><footer>${text(note)}</footer></section>
${screen(ranking.title, table(ranking))}
${screen(words.map, drawing(map, words.map))}
${[year, movers, tasks].map((each) => screen(each.title, table(each))).join('\n')}
${screen(derivation.title, table(derivation, true))}
</body></html>`
  return new Blob([html], { type: 'text/html;charset=utf-8' })
}
