import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { type Journey, text, whole, words } from '../journey'

const word = (bytes: Uint8Array) => Buffer.from(unzipSync(bytes)['word/document.xml']!).toString()

/** Papers of 一张图: hand-over sheets for a county, and its map. */
export const papers: Journey = {
  steps: () => ({
    'saves the hand-over sheet of a county as a Word document': async ({ desk }) => {
      await desk.open('#/explore?panel=filters&county=610430')
      await desk.mapDrawn()
      await desk.press(whole(words.frame.handover))
      await desk.pick(words.handover.by, words.handover.county)
      await desk.see(text(words.handover.summary, { count: 1 }), 'dialog')
      const { name, bytes } = await desk.save(() => desk.press(whole(words.handover.word), 'dialog button'))
      expect(name).toMatch(/\.docx$/)
      expect(word(bytes)).toContain('督办单（淳化县）')
      // Its map is an embedded picture.
      expect(Object.keys(unzipSync(bytes)).filter((path) => path.endsWith('.png'))).toHaveLength(1)
    },
    'saves it as a workbook': async ({ desk }) => {
      const { bytes } = await desk.save(() => desk.press(whole(words.handover.excel), 'dialog button'))
      expect(Object.keys(unzipSync(bytes))).toContain('xl/workbook.xml')
      await desk.press(whole(words.app.close), 'dialog button')
    },
    'saves the map as a picture of its full size': async ({ desk }) => {
      await desk.press(whole(words.frame.export))
      await desk.press(text(words.frame.exportAs.picture), '[role="menuitem"]')
      const { bytes } = await desk.save(() => desk.press(whole(words.data.export.save)))
      const png = Buffer.from(bytes)
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2246, 1588])
      // An empty picture would be smaller.
      expect(png.length).toBeGreaterThan(100_000)
    },
  }),
}
