import { expect } from 'vitest'
import { SITES } from '../files'
import { type Journey, text, whole, words } from '../journey'

const ON_MAP = '建筑工地\\s+(?:[\\d,]+\\s+)?([\\d,]+)\\s'

/** 数据: an office's files are imported and kept. */
export const importing: Journey = {
  steps: () => ({
    'takes a large CSV in GB18030, a workbook and an old one over': async ({ desk, engine, files }) => {
      await desk.open('#/data?panel=layers')
      await desk.see(words.data.title)
      await engine.choose('[data-testid="files"]', [files.csv, files.workbook, files.oldWorkbook])
      await desk.press(`^${text(words.data.takeOver, { count: 3 })}`)
      await desk.see(text(words.data.taken, { count: 3 }))
      await desk.press(whole(words.mode.explore))
      expect(await desk.number(ON_MAP, 'main')).toBe(SITES)
      // A page that is left while loading logs the aborted requests.
      await desk.mapDrawn()
    },
    'finds it after a reload': async ({ desk, engine }) => {
      await engine.reload()
      await desk.mapDrawn()
      expect(await desk.number(ON_MAP, 'main')).toBe(SITES)
      await desk.press(whole(words.filters.title))
      const sources = text(words.frame.count, { count: 2822 - 420 - 498 - 90 + SITES + 2 + 3 })
      await desk.see(`${sources}、24 台监测设备、61 项任务`)
    },
    'saves all of it as a backup': async ({ desk }) => {
      await desk.open('#/data')
      const { name, bytes } = await desk.save(() => desk.press(whole(words.data.saveWorkspace)))
      expect([name.slice(-4), bytes.length > 100_000]).toEqual(['.zip', true])
    },
  }),
}
