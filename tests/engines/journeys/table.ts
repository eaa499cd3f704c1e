import { readXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import { type Journey, text, whole, words } from '../journey'

const TABLE = `[aria-label="${words.table.title}"]`
const FIRST = 'tbody tr[aria-rowindex="2"]'

/** 数据表: sorted, grouped and saved. */
export const table: Journey = {
  steps: () => ({
    'opens the table of a county': async ({ desk }) => {
      await desk.open('#/explore?panel=filters&county=610404')
      await desk.press(whole(words.table.open))
      await desk.see(text(words.table.rows, { count: 547 }), TABLE)
    },
    'sorts it up and down': async ({ desk }) => {
      await desk.press('^名称', 'th button')
      await desk.meet('th[aria-sort="ascending"]')
      await desk.see('安村北煤场', FIRST)
      await desk.press('^名称', 'th button')
      await desk.meet('th[aria-sort="descending"]')
      await desk.see('注泗示例生物质锅炉27', FIRST)
    },
    'saves it as a workbook in the order of the table': async ({ desk }) => {
      await desk.press(whole(words.frame.export))
      await desk.press(text(words.frame.exportAs.xlsx), '[role="menuitem"]')
      const { name, bytes } = await desk.save(() => desk.press(whole(words.data.export.save)))
      expect(name).toMatch(/\.xlsx$/)
      const { sheets } = await readXlsx(bytes)
      // In addition to the sheet that describes the file.
      const { rows } = sheets.find((each) => each.rows[0]!.includes('名称'))!
      expect([rows.length, rows[1]![rows[0]!.indexOf('名称')]]).toEqual([548, '注泗示例生物质锅炉27'])
    },
    'saves it as CSV for Excel': async ({ desk }) => {
      await desk.press(whole(words.frame.export))
      await desk.press(`^${text(words.frame.exportAs.csv)}`, '[role="menuitem"]')
      const { bytes } = await desk.save(() => desk.press(whole(words.data.export.save)))
      const saved = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      expect(saved).toMatch(/^\ufeff类别,/)
      expect(saved.trimEnd().split('\r\n')).toHaveLength(548)
    },
    'groups it by standing, and unfolds a group': async ({ desk }) => {
      await desk.pick(words.table.group, text(words.table.groupBy, { column: words.data.export.status }))
      await desk.press(`^${words.status.due}\\s*5 行`, `${TABLE} tbody button`)
      await desk.see(words.status.due, 'tbody tr[aria-selected]')
    },
  }),
}
