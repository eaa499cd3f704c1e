import type { PaperMap } from '@/io/papers/papers'
import { text } from './html-text'

/** The counties with names and values, and the legend of colours. */
export function mapHtml({ box, letter, counties, labels, legend }: PaperMap, label: string): string {
  const shapes = counties.map(
    ({ path, colour, over }) =>
      `<path d="${text(path)}" fill-rule="evenodd" fill="${text(colour)}" stroke="#fff" stroke-width="2"/>${over ? `<path d="${text(path)}" fill-rule="evenodd" fill="url(#over)"/>` : ''}`,
  )
  const names = labels.map(({ x, y, lines, leader }) => {
    const from = leader
      ? `<path d="M${leader.map((at) => at.toFixed(1)).join(' ')}" stroke="#1b242b" stroke-width="1.5"/>`
      : ''
    // Lines centred vertically, each with its own y.
    const spans = lines.map((line, i) => {
      const top = y + letter * (0.36 + (i - (lines.length - 1) / 2) * 1.1)
      return `<tspan x="${x}" y="${top.toFixed(1)}">${text(line)}</tspan>`
    })
    return `${from}<text font-size="${letter}" font-weight="600" text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="6">${spans.join('')}</text>`
  })
  const keys = legend.map(
    (each) =>
      `<li><i${each.over ? ' class="h"' : ''} style="background-color:${text(each.colour)}"></i>${text(each.text)}</li>`,
  )
  const hatch =
    '<defs><pattern id="over" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.5" height="10" opacity=".28"/></pattern></defs>'
  return `<div class="map"><svg viewBox="${[box.x, box.y, box.width, box.height].map(Math.round).join(' ')}" role="img" aria-label="${text(label)}">${hatch}${shapes.join('')}${names.join('')}</svg><ul class="legend">${keys.join('')}</ul></div>`
}
