import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkData, NO_CHECK } from '@/io/papers/check-data'
import { typeset } from '@/io/papers/typeset'
import { fillWordTemplate } from '@/io/papers/word-template'
import { checkHistory } from '@/ledger/check-history'
import type { EventBody, LedgerEvent, Signature } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { checkLines, checkPaper } from '@/store/words/check-paper'
import { checkText } from '@/store/words/check-text'
import { wordFieldNames } from '@/store/words/word-fault'
import { makeCheck } from '../../papers/check-made'

const UNSIGNED = { why: 'refused', person: '李工', reason: '对检查结果有异议', witnesses: ['张三', '李四'] }

describe('the document of a check', () => {
  it('has the contents of record and data, with photos by item in the order of the list and those of the place last', async () => {
    const { text } = await makeCheck(6)
    expect(text.facts).toMatchObject({
      object: '思源路西段医院二标',
      kind: '建筑工地 GD2022-0002',
      place: '礼泉县 思源路与乐育路口东南角',
      operator: '示例单位02',
      contact: '李工 029-00000002',
      time: '2022-10-31 14:21',
      checkedBy: '王建国',
      position: '108.42243，34.48996（误差 ±8 米）',
      distance: '12 米',
      photos: '6 张照片',
      corrects: '',
    })
    expect(text.items).toHaveLength(13)
    expect(text.items.filter(({ isMissed }) => isMissed).map(({ title, found, by }) => [title, found, by])).toEqual([
      ['物料覆盖', '', ''],
      ['湿法作业', '雾炮未开；已告知 李工', '2022-11-03'],
    ])
    expect(text.photos.map(({ item }) => item)).toEqual([
      '物料覆盖',
      '物料覆盖',
      '湿法作业',
      '湿法作业',
      '场所情况',
      '场所情况',
    ])
    expect(text.photos[0]).toMatchObject({
      lines: ['2022-10-31 14:20', '108.42243，34.48996', '001fffffffffffff'],
    })
  })

  it('calls a code that Chentu made its own, so that the site looks for it in no list of an office', async () => {
    const target = { kind: 'construction-site', code: 'Z1-0001-CT', name: '甲路工地' }
    const { text } = await makeCheck(0, null, { target })
    expect(text.facts.kind).toBe('建筑工地 系统编号 Z1-0001-CT')
    expect(text.code).toBe('系统编号 Z1-0001-CT')
  })

  it('states who signed, or who refused with reason and witnesses, and never that they signed', async () => {
    const signed = await makeCheck(0, { name: '李工' })
    expect(signed.text.signed).toEqual({ name: '李工', at: '2022-10-31 14:25', unsigned: '', witnesses: [] })
    const refused = await makeCheck(0, { unsigned: UNSIGNED })
    const { t, text, pictures } = refused
    expect(text.signed).toEqual({
      name: '',
      at: '2022-10-31 14:25',
      unsigned: '李工拒绝签字：对检查结果有异议',
      witnesses: ['张三', '李四'],
    })
    const blocks = typeset(checkPaper(t, text, pictures)).text
    expect(blocks).toContainEqual({ type: 'named', name: '见证人：', text: '张三、李四' })
    expect(blocks).toContainEqual({ type: 'blank', text: '见证人签字：' })
    // An unknown reason of a newer version is shown in the record's own words.
    const later = await makeCheck(0, { unsigned: { ...UNSIGNED, why: 'abroad', witnesses: [] } })
    expect(later.text.signed?.unsigned).toBe('对检查结果有异议')
    expect(typeset(checkPaper(t, later.text, pictures)).text).toContainEqual({
      type: 'named',
      name: '见证人：',
      text: '无其他人在场',
    })
  })

  it('has two photos in a row, three if there are more, four if many; an unreadable one is named nevertheless', async () => {
    const gridOf = ({ t, text, pictures }: Awaited<ReturnType<typeof makeCheck>>) => {
      const grid = typeset(checkPaper(t, text, pictures)).annexes.find(({ type }) => type === 'photos')
      return grid?.type === 'photos' ? grid : null
    }
    expect(gridOf(await makeCheck(0))).toBeNull()
    expect(gridOf(await makeCheck(4))?.perRow).toBe(2)
    expect(gridOf(await makeCheck(5))?.perRow).toBe(3)
    expect(gridOf(await makeCheck(9))?.perRow).toBe(3)
    expect(gridOf(await makeCheck(10))?.perRow).toBe(4)
    const made = await makeCheck(1)
    const lost = gridOf({ ...made, pictures: { drawn: null, photos: new Map() } })
    expect(lost?.photos).toEqual([
      expect.objectContaining({ picture: null, lines: expect.arrayContaining(['这张照片未能读出']) }),
    ])
  })

  it('fits into a QR code: omissions are counted, and signer and hash are always included', async () => {
    const { t, text } = await makeCheck(0, { name: '李工' })
    const whole = checkLines(t, text, 600)
    expect(whole).toContain('湿法作业 不符合，雾炮未开；已告知 李工，2022-11-03')
    const short = checkLines(t, text, whole.length - 1)
    expect(short.length).toBeLessThan(whole.length)
    expect(short).toContain('物料覆盖 不符合\n另有 1 项不符合，见纸质记录\n受检方签字：李工\n记录编号')
    expect(checkLines(t, text, 1)).toContain('另有 2 项不符合')
  })
})

describe('the document of a correction', () => {
  it('does not appear for a record that was only read again', async () => {
    const { t, dataset, parts } = await makeCheck(0)
    const { record } = parts
    const anew = { ...record, event: { ...record.event } }
    expect(checkText(t, dataset, { ...parts, record: anew }).facts.correctedAt).toBe('')
  })

  it('has time, place and people of the first record, and states separately when it was corrected and by whom', async () => {
    const { t, dataset, parts, text } = await makeCheck(0, null, { companions: ['赵六'] })
    const { first } = parts.record
    const correction = nextEvent(first, {
      device: first.device,
      at: '2022-11-01T02:00:00Z',
      author: '孙丽',
      body: {
        ...first.body,
        companions: [],
        corrects: first.id,
        position: [108.5, 34.5],
        accuracyMetres: 99,
        evidence: { measuredAt: '', distanceMetres: 7026, flags: ['far'], reason: '' },
      },
    }) as InspectionEvent
    const record = checkHistory(foldLedger([first, correction]).get(targetKey(first.body.target)), correction)
    const said = checkText(t, dataset, { ...parts, record })
    const { corrects, correctedAt, correctedFrom, ...facts } = said.facts
    expect(text.facts).toEqual({ ...facts, corrects: '', correctedAt: '', correctedFrom: '' })
    expect(correctedFrom).toBe('108.50000，34.50000（误差 ±99 米），距检查对象 7026 米')
    expect(facts.checkedBy).toContain('赵六')
    expect([corrects, correctedAt]).toEqual([first.id, '2022-11-01 10:00 孙丽'])
    expect(typeset(checkPaper(t, said, { drawn: null, photos: new Map() })).text).toContainEqual({
      type: 'named',
      name: '更正于：',
      text: '2022-11-01 10:00 孙丽',
    })
  })
})

describe('the document of a signed check that was corrected', () => {
  it('states that it was not signed again, until somebody has been asked to', async () => {
    const { t, dataset, parts } = await makeCheck(0)
    const { event } = parts.record
    const { target } = event.body
    const { device } = event
    const next = (last: LedgerEvent, body: EventBody, at: string) =>
      nextEvent(last, { device, at, author: '王建国', body })
    const sign = (last: LedgerEvent, of: LedgerEvent, at: string, change: Partial<Signature> = {}) =>
      next(
        last,
        { type: 'signature', target, event: of.id, eventHash: of.hash, name: '李工', photos: [], ...change },
        at,
      )
    const signed = sign(event, event, '2022-10-31T06:25:00Z')
    const correction = next(signed, { ...event.body, corrects: event.id }, '2022-10-31T07:00:00Z') as InspectionEvent
    const textOf = (of: InspectionEvent, ...events: LedgerEvent[]) => {
      const state = foldLedger([event, ...events]).get(targetKey(target))
      const signature = state?.signatures.get(of.id) ?? null
      return checkText(t, dataset, { ...parts, record: checkHistory(state, of), signature })
    }
    const words = '更正后未重新签字（李工 2022-10-31 14:25 所签为更正前的内容）'
    const text = textOf(correction, signed, correction)
    expect(text.signedBefore).toBe(words)
    const none = { drawn: null, photos: new Map() }
    const blocks = typeset(checkPaper(t, text, none)).text
    expect(blocks).toContainEqual({ type: 'named', name: '受检方签字：', text: words })
    expect(blocks).toContainEqual({ type: 'blank', text: '受检方签字：' })
    expect(checkLines(t, text, 600)).toContain(words)
    expect(checkData('', text, parts.known, none).未签字说明).toBe(words)
    expect(textOf(event, signed, correction).signedBefore).toBe('')
    const again = sign(correction, correction, '2022-10-31T07:05:00Z')
    expect(textOf(correction, signed, correction, again).signedBefore).toBe('')
    const refused = sign(event, event, '2022-10-31T06:25:00Z', { name: '', unsigned: UNSIGNED })
    expect(textOf(correction, refused, correction).signedBefore).toBe('')
  })
})

describe('a team’s spoken notes on a check', () => {
  it('are listed in its document, and in the text that is signed', async () => {
    const evidence = { measuredAt: '', distanceMetres: 745, flags: ['far'], reason: '在场外核查' }
    const voice = { hash: 'a'.repeat(64), bytes: 1, at: '2022-10-31T06:20:00Z', seconds: 3, type: 'audio/webm' }
    const { t, text, known } = await makeCheck(2, null, { evidence, voices: [voice] })
    expect(text.facts).toMatchObject({ explained: '在场外核查', photos: '2 张照片，语音 1 段' })
    const none = { drawn: null, photos: new Map() }
    const blocks = typeset(checkPaper(t, text, none)).text
    expect(blocks).toContainEqual({ type: 'named', name: '巡查人说明：', text: '在场外核查' })
    const data = { 巡查人说明: '在场外核查', 照片和语音: '2 张照片，语音 1 段' }
    expect(checkData('', text, known, none)).toMatchObject(data)
  })
})

describe('an office’s own template for the document', () => {
  async function document(texts: readonly string[]) {
    const { Document, Packer, Paragraph } = await import('docx')
    return Packer.toBlob(new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] }))
  }
  const textOf = (parts: Record<string, Uint8Array>) =>
    new TextDecoder().decode(parts['word/document.xml']).replace(/<[^>]*>/g, '')

  it('has every field by name, with photos and the drawn line as pictures', async () => {
    const { text, known, pictures } = await makeCheck(2, { name: '李工' })
    const data = checkData('现场检查记录', text, known, pictures)
    // The data for validating a template has the same fields and lists.
    expect(wordFieldNames(NO_CHECK)).toEqual(wordFieldNames(data))
    const fields = wordFieldNames(NO_CHECK)
    const { file, faults } = await fillWordTemplate(await document(fields), data)
    expect(faults).toEqual([])
    const parts = unzipSync(new Uint8Array(await file!.arrayBuffer()))
    const said = textOf(parts)
    for (const word of [
      '思源路与乐育路口东南角',
      '李工',
      '029-00000002',
      '2湿法作业第23条不符合雾炮未开',
      '2022-11-03',
    ])
      expect(said).toContain(word)
    expect(said).not.toMatch(/[{}]|object|undefined/)
    // Two photos and a line: the same picture, stored once.
    expect(new TextDecoder().decode(parts['word/document.xml']).match(/<w:drawing>/g)).toHaveLength(3)
    expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true)
  })

  it('has its fields documented in the manual', () => {
    const manual = readFileSync('docs/field.md', 'utf8')
    for (const field of wordFieldNames(NO_CHECK).flatMap((name) => name.match(/\{[^/}]+\}/g) ?? []))
      expect(manual, field).toContain(field)
  })

  it('is refused with the position of an unknown field, or of a picture used as a list', async () => {
    const { faults } = await fillWordTemplate(
      await document(['现场检查记录', '业主：{业主}', '{#签字图}x{/签字图}']),
      NO_CHECK,
    )
    expect(faults.map(({ code, paragraph, seen }) => [code, paragraph, seen])).toEqual([
      ['unknown-field', 2, '业主'],
      ['unknown-field', 3, '签字图'],
    ])
  })

  it('is filled even if nothing failed, nobody signed and no photo was taken', async () => {
    const { text, known } = await makeCheck(0, null, { answers: {}, shortcomings: {}, note: '' })
    const data = checkData('现场检查记录', text, known, { drawn: null, photos: new Map() })
    const template = await document([
      '{签字图}{签字人}{未签字说明}。',
      '{#问题}{项目}{/问题}',
      '{#照片}{图}{时间}{/照片}',
      '完',
    ])
    const { file, faults } = await fillWordTemplate(template, data)
    expect(faults).toEqual([])
    expect(textOf(unzipSync(new Uint8Array(await file!.arrayBuffer())))).toBe('。完')
  })
})
