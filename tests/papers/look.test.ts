import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { writePapers } from '@/io/papers/write-papers'
import { OFFICIAL, papersMade } from './papers-made'
it('x', async () => {
  for (const [n, o] of [['full', OFFICIAL], ['bare', undefined]] as const) {
    const p = await papersMade('', '2022-10-31', o)
    writeFileSync(`/tmp/docxlook/${n}.docx`, new Uint8Array(await (await writePapers(p, 'docx')).arrayBuffer()))
  }
})
