import { expect } from 'vitest'
import { faultsSoFar } from '../faults'
import { type Journey, text, whole, words } from '../journey'

const DETAIL = `[aria-label="${words.panel.detail}"]`

/** The map as drawn with a graphics card; everything else is tested on the canvas. */
export const webgl: Journey = {
  mapEngine: 'webgl',
  steps: () => ({
    'sees counties and symbols drawn by WebGL': async ({ desk, engine }) => {
      await desk.open('#/explore?panel=layers')
      await desk.mapDrawn()
      const shown = await engine.ask<string>(`document.querySelector('[data-testid="map"] canvas').className`)
      expect(shown).toContain('maplibregl-canvas')
    },
  }),
}

/** 一张图: what a desk officer asks of the map. */
export const explore: Journey = {
  offline: true,
  steps: () => ({
    'sees the map and the ranking of thirteen counties': async ({ desk }) => {
      await desk.open('#/explore?panel=layers')
      await desk.mapDrawn()
      await desk.see('1\\s+旬邑县\\s+2\\.8', 'main')
      await desk.see('13\\s+淳化县\\s+9\\.0', 'main')
      await desk.see(text(words.ring.inside, { count: 328 }))
    },
    'filters to a county, and gets the same count each time': async ({ desk }) => {
      const left = (counted: string) => desk.see(text(words.filters.left, { counted }))
      const county = (of: string) => desk.press(`^${of}`, 'fieldset button')
      const all = '2,822 处污染源、24 台监测设备、61 项任务'
      await desk.press(whole(words.filters.title))
      await left(all)
      // Answers of a shared worker come in any order.
      for (const [of, counted] of [
        ['渭城区', '543 处污染源、4 台监测设备'],
        ['秦都区', '555 处污染源、5 台监测设备、2 项任务'],
        ['渭城区', '543 处污染源、4 台监测设备'],
        ['淳化县', '89 处污染源、1 项任务'],
      ] as const) {
        await county(of)
        await left(counted)
        await desk.press(whole(words.filters.clear))
        await left(all)
      }
    },
    'finds a road by the first letters of its pinyin, and reads its card': async ({ desk }) => {
      await desk.fill(whole(words.search.label), 'xpl', '[role="combobox"]')
      await desk.press('^咸平路', '[role="option"]')
      await desk.see('咸平路', `${DETAIL} h2`)
      await desk.see('第\\d+条', DETAIL)
    },
  }),
}

/** A place on the map, and the link to it. */
export const link: Journey = {
  steps: () => ({
    'taps a site on the map, and reads its card': async ({ desk }) => {
      // The only source there, in the middle of the map.
      await desk.open('#/explore?at=108.69328,34.34832,15.00')
      await desk.mapDrawn()
      await desk.miss('[data-testid="county-drawing"]')
      await desk.tap('', '[data-testid="map"]')
      await desk.see('渭阳路改造二标', `${DETAIL} h2`)
    },
    'goes by its address there again': async ({ desk, engine }) => {
      const address = await engine.ask<string>('location.href')
      expect(address).toContain('source=')
      const heard = await faultsSoFar(engine)
      await desk.leave()
      // The page’s open requests are aborted, which each engine names differently.
      await faultsSoFar(engine)
      expect(heard).toEqual([])
      await engine.open(address)
      await desk.see('渭阳路改造二标', `${DETAIL} h2`)
    },
  }),
}
