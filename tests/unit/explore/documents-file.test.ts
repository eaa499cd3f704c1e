import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { documentsFile } from '@/features/explore/handover/documents-file'

const documentOf = (title: string) => ({ title, file: new Blob([title]) })

it('a single document is saved as it is, several as one archive with a file each', async () => {
  const one = await documentsFile([documentOf('督办单（秦都区）')])
  expect([one.ending, await one.file.text()]).toEqual(['docx', '督办单（秦都区）'])
  const several = await documentsFile(['通知单（秦都区）', '通知单（甲/乙）', '通知单（秦都区）'].map(documentOf))
  expect(several.ending).toBe('zip')
  const files = unzipSync(new Uint8Array(await several.file.arrayBuffer()))
  // Two documents of one title are both kept.
  expect(Object.keys(files)).toEqual(['通知单（秦都区）.docx', '通知单（甲 乙）.docx', '通知单（秦都区） (2).docx'])
  expect(new TextDecoder().decode(files['通知单（甲 乙）.docx'])).toBe('通知单（甲/乙）')
  await expect(documentsFile([])).rejects.toThrow(RangeError)
})
