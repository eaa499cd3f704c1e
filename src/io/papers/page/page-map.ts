import type { PaperMap } from '@/io/papers/papers'
import { text } from './html-text'

/** The counties with their names and values, and what the colours are. */
export function mapHtml({ width, height, letter, counties, labels, legend }: PaperMap, label: string): string {
  const shapes = counties.map(
    ({ path, colour, over }) =>
      `<path d="${text(path)}" fill-rule="evenodd" fill="${text(colour)}" stroke="#fff" stroke-width="2"/>${over ? `<path d="${text(path)}" fill-rule="evenodd" fill="url(#over)"/>` : ''}`,
  )
  const names = labels.map(
    ({ x, y, lines }) =>
      `<text x="${x}" y="${y}" font-size="${letter}" font-weight="600" text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="6">${lines.map((line, i) => `<tspan x="${x}" dy="${i === 0 ? 0 : Math.round(letter * 1.05)}">${text(line)}</tspan>`).join('')}</text>`,
  )
  const keys = legend.map(
    (each) =>
      `<li><i${each.over ? ' class="h"' : ''} style="background-color:${text(each.colour)}"></i>${text(each.text)}</li>`,
  )
  const hatch =
    '<defs><pattern id="over" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.5" height="10" opacity=".28"/></pattern></defs>'
  return `<div class="map"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(label)}">${hatch}${shapes.join('')}${names.join('')}</svg><ul class="legend">${keys.join('')}</ul></div>`
}
