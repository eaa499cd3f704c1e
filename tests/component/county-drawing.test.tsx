import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '@/i18n'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import { type Dataset, datasetOf } from '@/questions/dataset'
import { openFromDisk } from '../unit/package-from-disk'

let dataset: Dataset
beforeAll(async () => {
  await startI18n('zh-CN')
  dataset = datasetOf((await openFromDisk('')).value!)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('names the counties of a small map with a mark, that of the mark first, with letters of one size', () => {
  // As on a wall of 1440 × 900.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(583)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(492)
  vi.spyOn(window, 'getComputedStyle').mockReturnValue({ fontSize: '24.3px' } as CSSStyleDeclaration)
  const { container } = render(
    <CountyDrawing
      dataset={dataset}
      report={null}
      theme="light"
      view={{ camera: null, hidden: ['ring'], ring: null }}
      marked={{ at: [108.78, 34.37], county: '610404' }}
    />,
  )
  const names = [...container.querySelectorAll('text')]
  const texts = names.map(({ textContent }) => textContent)
  expect(texts).toContain('渭城区')
  expect(texts.length).toBeGreaterThanOrEqual(dataset.counties.filter(({ ranked }) => ranked).length - 1)
  const [letters, ...others] = new Set(names.map((each) => Number(each.getAttribute('font-size'))))
  expect(others).toEqual([])
  // No map has smaller ones.
  expect(letters).toBeGreaterThanOrEqual(12)
})
