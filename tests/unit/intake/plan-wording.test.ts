import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPlanWording } from '@/io/package/plan-wording'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'

const TEXT = '1、第一条的原文。\n2、第二条的原文。\n续第二条。'
const CLAUSES = [
  [1, '第一条的原文。'],
  [2, '第二条的原文。\n续第二条。'],
]
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])

it.each([
  ['.docx', readFileSync('tests/fixtures/plan.docx')],
  ['.txt in GB18030', encodeGb18030(TEXT)],
  ['.txt in UTF-8', Buffer.from(TEXT)],
  ['.txt in UTF-16', utf16(TEXT)],
])('the published text of a plan is read by its clauses: %s', async (_, bytes) => {
  expect([...(await readPlanWording(new Blob([Uint8Array.from(bytes)])))]).toEqual(CLAUSES)
})

it('a file without numbered clauses, or of another kind, gives none', async () => {
  for (const bytes of [Buffer.from('无编号'), Buffer.from('PK\u0003\u0004')])
    expect([...(await readPlanWording(new Blob([bytes])))]).toEqual([])
})
