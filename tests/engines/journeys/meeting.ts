import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { type Journey, whole, words } from '../journey'
import { pageNumbers } from '../page-numbers'

const scene = (name: string, step = '') => `section[data-scene="${name}"]${step && `[data-step="${step}"]`}`

/** 月度调度: the wall by its keys, and the month's papers. */
export const meeting: Journey = {
  steps: () => ({
    'goes through the scenes by a remote': async ({ desk, engine }) => {
      await desk.open('#/meeting')
      for (const name of ['ranking', 'map', 'year', 'race', 'movers', 'county', 'tasks', 'warnings']) {
        const isInSteps = name === 'ranking' || name === 'map'
        for (const step of isInSteps ? ['all', 'over', 'county'] : ['']) {
          await desk.meet(scene(name, step))
          await engine.key('PageDown')
        }
      }
    },
    'turns the wall black and back, and goes to another month': async ({ desk, engine }) => {
      await desk.meet(scene('warnings'))
      await engine.key('b')
      await desk.see(words.meeting.black)
      await engine.key('b')
      await desk.miss('dialog[data-black]')
      await engine.key('1')
      await desk.see('2022年10月', scene('ranking'))
      await engine.key('ArrowUp')
      await desk.see('2022年9月', scene('ranking'))
      await engine.key('ArrowDown')
      await desk.see('2022年10月', scene('ranking'))
    },
    'saves the wall as a picture': async ({ desk }) => {
      const { bytes } = await desk.save(() => desk.press(whole(words.meeting.picture)))
      const png = Buffer.from(bytes)
      expect(png.readUInt32BE(16)).toBe(3840)
      expect(png.length).toBeGreaterThan(100_000)
    },
    'saves the bulletin for Word, and slides with charts': async ({ desk }) => {
      await desk.press(whole(words.meeting.papers))
      const bulletin = await desk.save(() => desk.press('通报 Word', 'dialog button'))
      expect(Buffer.from(unzipSync(bulletin.bytes)['word/document.xml']!).toString()).toContain('2022年10月')
      const slides = await desk.save(() => desk.press(whole(words.meeting.format.pptx), 'dialog button'))
      expect(Object.keys(unzipSync(slides.bytes))).toContainEqual(expect.stringMatching(/^ppt\/charts\/[^/]+\.xml$/))
    },
    'prints the bulletin: its pages are numbered, or the page says how they can be': async ({ desk, engine }) => {
      const pdf = await engine.print(() => desk.press('打印通报', 'dialog button'))
      const { pages, numbered } = pageNumbers(pdf)
      expect(pages).toBeGreaterThan(1)
      const says = (await desk.text('dialog')).includes(words.ui.noPageNumbers)
      expect({ numbered, says }).toEqual(numbered === pages ? { numbered, says: false } : { numbered: 0, says: true })
    },
  }),
}
