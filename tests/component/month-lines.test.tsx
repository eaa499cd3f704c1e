import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { MonthLines } from '@/features/meeting/drawings/MonthLines'
import type { MonthLine } from '@/features/meeting/drawings/month-lines'

const months = ['8月', '9月', '10月']
const line = (key: string, values: readonly (number | null)[], colour: string | null): MonthLine => ({
  key,
  values,
  over: values.map((value) => (value ?? 0) > 7),
  colour,
  start: colour === null ? '' : `${key} 始`,
  end: `${key} 终`,
})

function draw(lines: readonly MonthLine[], limits: readonly number[] | null = null) {
  render(
    <MonthLines
      label="图"
      months={months}
      lines={lines}
      scale={{ bottom: 0, top: 10 }}
      limit={limits && { values: limits, words: (limit) => `限值 ${limit}` }}
      watermark="2022年10月"
      gap={5}
    />,
  )
  return screen.getByRole('img', { name: '图' })
}
const dots = (drawing: HTMLElement) =>
  [...drawing.querySelectorAll('circle')].map((dot) => [dot.getAttribute('cx'), dot.getAttribute('data-over')])

afterEach(cleanup)

describe('a drawing of months', () => {
  it('draws a dot for each month of a line, over the limit or not', () => {
    expect(dots(draw([line('甲', [8, 6, 9], 'red')]))).toEqual([
      ['0%', 'true'],
      ['50%', 'false'],
      ['100%', 'true'],
    ])
  })

  it('draws highlighted counties in front with names at both ends; others are grey, with dots over the limit and at their end', () => {
    const drawing = draw([line('甲', [5, 5, 5], 'red'), line('乙', [8, 3, 2], null)])
    expect([...drawing.querySelectorAll('g')].map((each) => each.dataset.chosen)).toEqual(['false', 'true'])
    expect(dots(drawing).slice(0, 2)).toEqual([
      ['0%', 'true'],
      ['100%', 'false'],
    ])
    for (const words of ['甲 始', '甲 终', '乙 终', '2022年10月', '8月']) expect(drawing.textContent).toContain(words)
    expect(drawing.textContent).not.toContain('乙 始')
  })

  it('has a gap at a month without a figure', () => {
    const drawing = draw([line('甲', [5, null, 5], 'red')])
    expect(drawing.querySelectorAll('g line')).toHaveLength(0)
    expect(dots(drawing)).toHaveLength(2)
  })

  it('labels the limit beside its line, clear of the name that ends there', () => {
    const drawing = draw([line('甲', [5, 6, 7], 'red')], [7, 7, 7])
    const at = (words: string) =>
      Number.parseFloat(
        [...drawing.querySelectorAll('text')].find((text) => text.textContent === words)!.getAttribute('y')!,
      )
    expect(Math.abs(at('限值 7') - at('甲 终'))).toBeGreaterThanOrEqual(4.99)
  })

  it('steps where the limit changes, half way between the months, and labels each limit', () => {
    const drawing = draw([line('甲', [5, 6, 7], 'red')], [9, 9, 7])
    const steps = [...drawing.querySelectorAll('line')]
      .map((each) => ['x1', 'y1', 'x2', 'y2'].map((name) => each.getAttribute(name)))
      .filter(([, y]) => y === '10%' || y === '30%')
    expect(steps).toEqual([
      ['0%', '10%', '75%', '10%'],
      ['75%', '10%', '75%', '30%'],
      ['75%', '30%', '100%', '30%'],
    ])
    for (const words of ['限值 9', '限值 7']) expect(drawing.textContent).toContain(words)
  })

  it('names a grey line while the pointer is on it', () => {
    const drawing = draw([{ ...line('甲', [5, 5, 5], null), end: '', hint: '5.0 甲' }, line('乙', [1, 1, 1], 'red')])
    drawing.getBoundingClientRect = () => new DOMRect(0, 0, 200, 100)
    expect(drawing.textContent).not.toContain('5.0 甲')
    fireEvent.pointerMove(drawing, { clientX: 100, clientY: 52 })
    expect(drawing.textContent).toContain('5.0 甲')
    fireEvent.pointerMove(drawing, { clientX: 100, clientY: 20 })
    expect(drawing.textContent).not.toContain('5.0 甲')
  })
})
