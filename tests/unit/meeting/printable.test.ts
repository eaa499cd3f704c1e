import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { papersOf } from '@/features/meeting/papers'
import { startI18n } from '@/i18n'
import { exportTable } from '@/io/export/export'
import { writeBadRows } from '@/io/formats/bad-rows'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { handoverWorkbook } from '@/io/papers/handover'
import type { HandoverTable } from '@/io/papers/handover-table'
import { officialDocument } from '@/io/papers/official-document'
import type { MeetingPapers } from '@/io/papers/papers'
import { pagePdf } from '@/io/papers/pdf'
import { printable } from '@/io/papers/printable'
import { sheetName } from '@/io/papers/sheet-name'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { writePapers } from '@/io/papers/write-papers'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { openFromDisk } from '../package-from-disk'

/** Whether XML 1.0 allows the character. */
function isCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) ||
    code > 0xffff
  )
}
const allCharacters = (text: string) => [...text].every((character) => isCharacter(character.codePointAt(0)!))

/** Any UTF-16 text, half of which is invalid. */
const text = fc
  .array(
    fc.oneof(
      fc.nat(0x1f),
      fc.constantFrom(0x3c, 0x26, 0x22, 0x5d, 0x7f, 0x85, 0xfffe, 0xffff, 0xd800, 0xdc00, 0xdfff),
      fc.nat(0xffff),
    ),
    { maxLength: 16 },
  )
  .map((codes) => String.fromCharCode(...codes))

/** Every control character, noncharacters, and halves of a surrogate pair. */
const BAD = `甲${String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code))}乙\uFFFE\uFFFF丙\uD800丁\uDC00&<]]>"'`

/** The XML of a zip file and of workbooks in it; each must be well formed, with valid characters. */
async function expectValid(blob: Blob): Promise<string> {
  let all = ''
  const look = (bytes: Uint8Array) => {
    for (const [path, part] of Object.entries(unzipSync(bytes))) {
      if (path.endsWith('.xlsx')) look(part)
      if (!/\.(xml|rels)$/.test(path)) continue
      const xml = new TextDecoder('utf-8', { fatal: true }).decode(part)
      expect(
        allCharacters(xml.replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))),
        path,
      ).toBe(true)
      const faults: string[] = []
      new DOMParser({ onError: (level, message) => level !== 'warning' && faults.push(message) }).parseFromString(
        xml,
        'text/xml',
      )
      expect(faults, path).toEqual([])
      all += xml
    }
  }
  look(new Uint8Array(await blob.arrayBuffer()))
  return all
}

/** A copy with invalid characters in every text; codes (a format, a path, a colour) stay. */
function spoilt<T>(value: T, bad: string, key = ''): T {
  if (typeof value === 'string')
    return (/^(formats|path|colour|type|table|role|scene|fills)$/.test(key) ? value : value + bad) as T
  if (Array.isArray(value)) return value.map((each) => spoilt(each, bad, key)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoilt(each, bad, name)])) as T
}

beforeAll(() => startI18n('zh-CN'))

describe('a printable text', () => {
  it('has only characters allowed in XML, and is unchanged if it had only those', () => {
    fc.assert(
      fc.property(text, (any) => {
        const made = printable(any)
        expect(allCharacters(made)).toBe(true)
        if (allCharacters(any)) expect(made).toBe(any)
        expect(printable(made)).toBe(made)
        expect(allCharacters(sheetName(any + any, new Set()))).toBe(true)
      }),
      { numRuns: 2000 },
    )
    expect(printable(BAD)).toBe('甲\t\n  \r乙\uFFFD\uFFFD丙\uFFFD丁\uFFFD&<]]>"\'')
  })

  it('is not copied if nothing is wrong, and is found at any depth', () => {
    const fine = { rows: [['a', null, Number.NaN]], bytes: new Uint8Array([0]) }
    expect(printable(fine)).toBe(fine)
    expect(printable({ ...fine, rows: [['a\0']] })).toEqual({ ...fine, rows: [['a']] })
  })

  it('is a valid and unique name for an Excel sheet', () => {
    const names = (...wanted: string[]) => {
      const taken = new Set<string>()
      return wanted.map((name) => sheetName(name, taken))
    }
    const long = 'a'.repeat(30)
    expect(names(`${long}😀`, `${long}bc`, `${long}bc`)).toEqual([long, `${long}b`, `${'a'.repeat(29)} 2`])
    expect(names("'甲[乙]:丙'", '', '\0', 'History', '局', '局')).toEqual([
      '甲 乙 丙',
      '-',
      '- 2',
      'History 2',
      '局',
      '局 2',
    ])
  })
})

describe('a file with unprintable texts is valid', async () => {
  const { value } = await openFromDisk('')
  const problems = monthProblems(evaluateRules(value!, '2022-10-31'))
  const dataset = datasetOf(value!)
  await startI18n('zh-CN')
  const { papers } = papersOf({ dataset, problems }, dataset.reports.at(-1)!, i18next.getFixedT('zh-CN'))
  const bad: MeetingPapers = spoilt(papers, BAD)
  const sheet: HandoverTable = {
    name: BAD,
    title: BAD,
    subtitle: BAD,
    to: BAD,
    intro: BAD,
    headings: [BAD],
    widths: [100],
    rows: [[BAD], [BAD]],
    picture: null,
    blanks: [BAD],
    notes: [BAD],
  }
  const table = {
    title: BAD,
    headings: ['编号', BAD],
    rows: [['1', BAD]],
    positions: [[108.7, 34.34] as const],
    place: ['经度', '纬度'] as const,
    about: { title: BAD, lines: [[BAD, BAD]] as const },
  }

  it.each(['xlsx', 'pptx'] as const)('papers of the meeting, %s', async (format) => {
    expect(await expectValid(await writePapers(bad, format))).toContain('甲')
  })

  it('papers of an office', async () => {
    expect(await expectValid(await officialDocument([bulletinPaper(bad)]))).toContain('甲')
  })

  it.each(['csv', 'html'] as const)('papers of the meeting, %s', async (format) => {
    expect(allCharacters(await (await writePapers(bad, format)).text())).toBe(true)
  })

  it('hand-over sheets and the report of a day, .docx and .xlsx', async () => {
    const paper = sheetPaper(sheet, { office: BAD, author: BAD, year: '2022', isNumbered: true })
    expect(await expectValid(await officialDocument([paper, paper]))).toContain('甲')
    expect(await expectValid(await handoverWorkbook([sheet, sheet]))).toContain('甲')
  })

  it('exports, .xlsx, .csv and .geojson', async () => {
    expect(await expectValid(await exportTable(table, 'xlsx', 'wgs84'))).toContain('甲')
    expect(allCharacters(await (await exportTable(table, 'csv', 'wgs84')).text())).toBe(true)
    const { features } = JSON.parse(await (await exportTable(table, 'geojson', 'wgs84')).text())
    expect(allCharacters(Object.entries(features[0].properties).flat().join(''))).toBe(true)
  })

  it('rejected rows in a file for correction', async () => {
    const rows = [{ row: 2, cells: [BAD], reason: BAD }]
    expect(
      await expectValid(
        await writeBadRows({ file: BAD, sheet: BAD }, [BAD], rows, { reason: '原因', rowNumber: '行' }),
      ),
    ).toContain('甲')
  })

  it('a page as PDF', async () => {
    const png = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (letter) => letter.charCodeAt(0),
    )
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const page = await PDFDocument.load(await (await pagePdf(png, BAD)).arrayBuffer())
    expect(page.getTitle()).toBe(printable(BAD))
  })
})
