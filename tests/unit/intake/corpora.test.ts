import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDelimiter, readCsv, readWholeCsv } from '@/io/formats/csv'
import { chosenEncoding, type Encoding, findEncoding, readText } from '@/io/formats/encoding'
import { openFile } from '@/io/formats/open-file'
import { encodeGb18030, twoByteIndex } from '../../fixtures/encode-gb18030'

const SPECTRUM = 'node_modules/csv-spectrum'

describe('csv-spectrum', () => {
  // The fixture of location_coordinates expects another phone number than its own CSV has.
  const names = readdirSync(join(SPECTRUM, 'csvs'))
    .map((name) => name.replace('.csv', ''))
    .filter((name) => name !== 'location_coordinates')

  it.each(names)('%s', async (name) => {
    const blob = new Blob([readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`))])
    const [header = [], ...rows] = await readWholeCsv(blob, { encoding: 'utf-8', delimiter: ',' })
    const objects = rows.map((cells) => Object.fromEntries(header.map((heading, i) => [heading, cells[i]])))
    // Line breaks within a cell are read as a line feed, whatever the file has.
    const expected = readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n')
    expect(objects).toEqual(JSON.parse(expected))
  })
})

describe('delimited texts that parsers are known to fail on', () => {
  const read = (text: string, delimiter = ',') => readWholeCsv(new Blob([text]), { encoding: 'utf-8', delimiter })

  it.each([
    [
      'a quote that never closes swallows nothing behind it',
      'a,b\n"x,1\ny,2\n',
      [
        ['a', 'b'],
        ['x', '1'],
        ['y', '2'],
      ],
    ],
    [
      'quotes within a cell',
      'a,b\n5" pipe,2\n',
      [
        ['a', 'b'],
        ['5" pipe', '2'],
      ],
    ],
    ['blanks behind a closing quote', '"a" ,b\n', [['a', 'b']]],
    [
      'a lone carriage return ends a line',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['mixed line ends', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['blank lines count', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['a row may be short or long', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
  ])('%s', async (_, text, rows) => {
    expect(await read(text)).toEqual(rows)
  })

  it('a line of many megabytes is cut off, and the following lines are read', async () => {
    const rows = await read(`a,b\n${'x,'.repeat(3_000_000)}\n1,2\n`)
    expect(rows[0]).toEqual(['a', 'b'])
    expect(rows.at(-1)).toEqual(['1', '2'])
    expect(Math.max(...rows.map((cells) => cells.length))).toBeLessThan(1_000_000)
  })

  it('a quote that does not close within 200,000 rows swallows none of them', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i},甲`)
    const all = await read(`a,b\n"x,1\n${rows.join('\n')}\n`)
    expect(all.length).toBe(rows.length + 2)
    expect(all.at(-1)).toEqual(['199999', '甲'])
  })

  it('a cancel takes effect while a text is being read', async () => {
    const cancel = new AbortController()
    const blob = new Blob(['1,2\n'.repeat(1_000_000)])
    const reading = readCsv(
      blob,
      { encoding: 'utf-8', delimiter: ',' },
      (_, first) => first > 5000 && cancel.abort(new DOMException('x', 'AbortError')),
      cancel.signal,
    )
    await expect(reading).rejects.toThrow('x')
  })

  it.each([',', '\t', ';', '|', '，'])('the delimiter %j is detected from the lines', (delimiter) => {
    expect(
      findDelimiter(
        ['编号', '名称', '区县', 'x'].join(delimiter).concat('\n', ['1', '甲 a', '乙', '2'].join(delimiter)),
      ),
    ).toBe(delimiter)
  })
})

describe('encodings', () => {
  it('every two-byte character of GB18030 is decoded correctly', async () => {
    const text = [...twoByteIndex().keys()].join('')
    const blob = new Blob([encodeGb18030(text)])
    expect((await findEncoding(blob)).encoding).toBe('gb18030')
    expect(await readText(blob)).toBe(text)
  })

  const encode: Record<Encoding, (text: string) => Uint8Array<ArrayBuffer>> = {
    'utf-8': (text) => new TextEncoder().encode(text),
    gb18030: encodeGb18030,
    'utf-16le': (text) => new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer),
    'utf-16be': (text) => {
      const bytes = [...`\ufeff${text}`].flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255])
      return Uint8Array.from(bytes)
    },
  }
  const word = fc.string({
    unit: fc.constantFrom(...'建筑工地堆场咸阳秦都渭城扬尘治理台账甲乙丙丁abc123（）。'),
    minLength: 4,
    maxLength: 12,
  })

  it.each(Object.keys(encode) as Encoding[])(
    '%s is detected from the bytes, and the text is decoded correctly',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 12, maxLength: 40 }), async (words) => {
          const text = `编号,名称\n${words.map((each, i) => `${i},${each}`).join('\n')}\n`
          const blob = new Blob([encode[encoding](text)])
          expect((await findEncoding(blob)).encoding).toBe(encoding)
          expect(await readText(blob)).toBe(text)
        }),
        { numRuns: 60 },
      )
    },
  )

  it('a file that is ASCII up to its last line is detected by that line', async () => {
    const ascii = new TextEncoder().encode('1,a,b\n'.repeat(30_000))
    expect((await findEncoding(new Blob([ascii, encodeGb18030('2,甲乙,丙丁\n')]))).encoding).toBe('gb18030')
  })

  it('a character of UTF-8 may lie across two chunks, but not around a chunk of plain rows', async () => {
    const chunk = 1 << 17
    const plain = new Uint8Array(chunk).fill(0x31)
    const head = Uint8Array.from(plain)
    head[chunk - 1] = 0xe3
    const rest = [0x81, 0x82, 0x31]
    expect(await findEncoding(Uint8Array.from([...head, ...rest]))).toMatchObject({ encoding: 'utf-8', faults: 0 })
    expect((await findEncoding(Uint8Array.from([...head, ...plain, ...rest]))).evidence).toBe('fewest-faults')
  })

  it('an encoding chosen by the user is reported, with the bytes that it can’t decode', async () => {
    const blob = new Blob([encodeGb18030('编号,名称\n1,甲乙\n')])
    expect(await chosenEncoding(blob, 'gb18030')).toEqual({ encoding: 'gb18030', evidence: 'chosen', faults: 0 })
    const other = await chosenEncoding(blob, 'utf-8')
    expect([other.evidence, other.faults > 0]).toEqual(['chosen', true])
  })
})

describe('geojson-fixtures', () => {
  const root = 'node_modules/@mapbox/geojson-fixtures/data'
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /json$/.test(path))

  it.each(files)('%s is read, or refused with a reason', async (path) => {
    const opened = await openFile(new File([readFileSync(join(root, path))], path))
    if ('problem' in opened) expect(['file-unreadable', 'file-empty', 'no-table']).toContain(opened.problem.code)
    else expect(opened.file.format).toBe('geojson')
  })
})
