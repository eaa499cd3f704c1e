import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import { Archive } from '@/io/formats/zip'
import { unpackFiles } from '@/io/versions/workspace-file'

type Bytes = Uint8Array<ArrayBuffer>
const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 9 }) as Bytes

/** The offsets of all headers of one type. */
function headers(bytes: Uint8Array, signature: number): number[] {
  const view = new DataView(bytes.buffer)
  const places: number[] = []
  for (let i = 0; i + 4 <= bytes.length; i++) if (view.getUint32(i, true) === signature) places.push(i)
  return places
}
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50

/** An archive whose headers state another size for the unpacked members. */
function stating(bytes: Bytes, size: number): Bytes {
  const view = new DataView(bytes.buffer)
  for (const at of headers(bytes, CENTRAL)) view.setUint32(at + 24, size, true)
  for (const at of headers(bytes, LOCAL)) view.setUint32(at + 22, size, true)
  return bytes
}

/** An archive whose members all have the name of the first; the names must have equal lengths. */
function sameNames(bytes: Bytes): Bytes {
  const view = new DataView(bytes.buffer)
  const rename = (places: number[], header: number, length: number) => {
    const first = bytes.slice(places[0]! + header, places[0]! + header + view.getUint16(places[0]! + length, true))
    for (const at of places) bytes.set(first, at + header)
  }
  rename(headers(bytes, CENTRAL), 46, 28)
  rename(headers(bytes, LOCAL), 30, 26)
  return bytes
}

const LIMITS = { bytes: 1 << 20, members: 100, ratio: 300, freeBytes: 1 << 16 }
const open = (bytes: Bytes, limits = LIMITS) => Archive.open(new Blob([bytes]), limits)
const all = () => true
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 2654435761) >>> 13)

describe('an archive', () => {
  it('lists its members, with names in the encoding of Chinese Windows', async () => {
    const bytes = zip({ 'a/b.txt': strToU8('甲') })
    expect([...(await (await open(bytes)).read(all))]).toEqual([['a/b.txt', strToU8('甲')]])
    const gbk = zip({ 'AAAA.txt': strToU8('x') })
    for (const at of [...headers(gbk, CENTRAL).map((i) => i + 46), ...headers(gbk, LOCAL).map((i) => i + 30)])
      gbk.set([0xc7, 0xf8, 0xcf, 0xd8], at)
    expect((await open(gbk)).names).toEqual(['区县.txt'])
  })

  it('leaves out members whose path leads out of it', async () => {
    const bytes = zip({
      '../a': strToU8('x'),
      '/b': strToU8('x'),
      'c/../../d': strToU8('x'),
      'C:/e': strToU8('x'),
      ok: strToU8('x'),
      '__MACOSX/f': strToU8('x'),
    })
    expect((await open(bytes)).names).toEqual(['ok'])
  })

  it('does not open a member that is an archive itself', async () => {
    const inner = zip({ x: strToU8('x') })
    expect((await (await open(zip({ 'a.zip': inner }))).read(all)).get('a.zip')).toEqual(inner)
  })

  it('is refused by its stated size, counting all members of the same name', async () => {
    const names = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}`, noise(300_000)]))
    await expect(open(sameNames(zip(names)))).rejects.toThrow('unpacks to')
  })

  it('is refused by the number of its members', async () => {
    await expect(
      open(zip(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i}`, noise(1)])))),
    ).rejects.toThrow()
  })

  it.each([0, 10, 1000])('is refused by its actual size, even though it states %i bytes', async (size) => {
    const archive = await open(stating(zip({ a: new Uint8Array(5_000_000) }), size))
    await expect(archive.read(all)).rejects.toThrow()
  })

  it('is refused if the limit is exceeded by one byte', async () => {
    const archive = await open(zip({ a: new Uint8Array(900_000) }))
    await expect(archive.read(all)).rejects.toThrow('unpacks to')
  })

  it('counts over all its members and all reads', async () => {
    const archive = await open(zip({ a: noise(400_000), b: noise(400_000) }))
    await archive.read((name) => name === 'a')
    await archive.read((name) => name === 'b')
    await expect(archive.read((name) => name === 'a')).rejects.toThrow('unpacks to')
  })

  it('is refused if a requested member occurs twice or is damaged', async () => {
    const twice = await open(sameNames(zip({ a: strToU8('1'), b: strToU8('2') })))
    await expect(twice.read(all)).rejects.toThrow('twice')
    const bytes = zipSync({ a: noise(1000) }, { level: 0 }) as Bytes
    bytes[500]! ^= 1
    await expect((await open(bytes)).read(all)).rejects.toThrow()
  })
})

describe('every reader of archives applies the limits', () => {
  // A little more than is allowed for an archive of this size: 33 MB of zeros in 34 kB.
  const bomb = new Uint8Array(33 << 20)
  it.each([
    ['.xlsx', { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': bomb }],
    ['.docx', { 'word/document.xml': bomb }],
    [
      '.ods',
      {
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'META-INF/manifest.xml': strToU8('<x/>'),
        'content.xml': bomb,
      },
    ],
    ['.kmz', { 'doc.kml': bomb }],
    ['.shp.zip', { 'a.shp': bomb }],
  ])('%s', async (ending, files) => {
    const bytes = zip(files)
    const codeOf = async () => {
      const opened = await openFile(new File([bytes], `炸弹${ending}`))
      return 'problem' in opened && opened.problem.code
    }
    expect(await codeOf()).toBe('file-too-large')
    stating(bytes, 0)
    expect(await codeOf()).toBe('file-unreadable')
  })

  it('a package', async () => {
    const bytes = zip({ 'datapackage.json': bomb })
    const { problems } = await unpackFiles(new File([bytes], '炸弹.zip'))
    expect(problems[0]?.code).toBe('file-too-large')
  })
})
