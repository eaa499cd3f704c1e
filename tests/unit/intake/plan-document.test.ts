import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { splitWording } from '@/domain/plan/wording'
import { readPlanText } from '@/io/package/plan-document'
import { planWording } from '@/workspace/propose-plan'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'

const TEXT = '1、第一条的原文。\n2、第二条的原文。\n续第二条。'
const CLAUSES = [
  [1, '第一条的原文。'],
  [2, '第二条的原文。\n续第二条。'],
]
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
const fileOf = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name)

it.each([
  ['.docx', readFileSync('tests/fixtures/plan.docx')],
  ['.txt in GB18030', encodeGb18030(TEXT)],
  ['.txt in UTF-8', Buffer.from(TEXT)],
  ['.txt in UTF-16', utf16(TEXT)],
])('the published text of a plan is read by its clauses: %s', async (name, bytes) => {
  const { value, problems } = await readPlanText(fileOf(bytes, name))
  expect(problems).toEqual([])
  expect([...splitWording(value!)]).toEqual(CLAUSES)
})

it.each([
  ['方案.pdf', Buffer.from('%PDF-1.7\n'), 'plan-pdf'],
  ['扫描件.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'plan-without-text'],
  ['空白.txt', Buffer.from(' \n　\n'), 'plan-without-text'],
  ['空.txt', Buffer.from(''), 'file-empty'],
  ['程序.exe', Buffer.from('MZ\0\0\0'), 'plan-kind-unknown'],
  ['表.xlsx', readFileSync('tests/fixtures/workbooks/libreoffice.xlsx'), 'plan-kind-unknown'],
  ['坏.docx', Buffer.from('PK\u0003\u0004'), 'file-unreadable'],
  ['太长.txt', Buffer.from('字'.repeat(500_001)), 'file-too-large'],
])('of %s it is said what it is', async (name, bytes, code) => {
  expect(await readPlanText(fileOf(bytes, name))).toMatchObject({ value: null, problems: [{ code, file: name }] })
})

it('a text without numbered clauses has no wording, which is said', () => {
  expect(planWording('无编号', '方案.txt')).toEqual({
    value: null,
    problems: [{ code: 'plan-without-clauses', file: '方案.txt' }],
  })
})
