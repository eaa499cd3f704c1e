import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { officeKindOf } from '@/io/formats/office-kind'
import { container, containerOf } from '../../fixtures/old-workbooks'

const kindOf = (bytes: Uint8Array<ArrayBuffer>) => officeKindOf(new Blob([bytes]))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const archive = (files: Readonly<Record<string, string>>) =>
  kindOf(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)]))) as never)

it.each(['xls', 'ods', 'xlsx'])('is a workbook for what LibreOffice saved as .%s', async (type) => {
  expect(await kindOf(new Uint8Array(readFileSync(`tests/fixtures/workbooks/libreoffice.${type}`)))).toBe('workbook')
})

it.each([
  ['Workbook', 'workbook'],
  ['Book', 'workbook'],
  ['WordDocument', 'document'],
  ['PowerPoint Document', 'slides'],
  ['EncryptedPackage', 'encrypted'],
  ['Catalog', null],
])('is told by the main stream of an old container: %s', async (stream, kind) => {
  expect(await kindOf(container(stream))).toBe(kind)
  expect(await kindOf(container('\u0005SummaryInformation', stream))).toBe(kind)
})

it('is that of the file itself, not of what is embedded in it', async () => {
  expect(await kindOf(container('ObjectPool/_1/Workbook', 'WordDocument'))).toBe('document')
  expect(await kindOf(container('MBD0001/WordDocument', 'Workbook'))).toBe('workbook')
})

it('is found in a container of any size, and never in half of one', async () => {
  const small = Array.from({ length: 40 }, (_, nth) => [`s${nth}`, 5000] as const)
  // The header lists no more than 109 sectors of the allocation table, each for 128 sectors of 512 bytes.
  const large = containerOf([['Data', 110 * 128 * 512], ...small, ['WordDocument', 5000]])
  expect(await kindOf(large)).toBe('document')
  expect(await kindOf(container('Workbook').slice(0, 600))).toBe(null)
  expect(await kindOf(container('Workbook').slice(0, 100))).toBe(null)
})

it('is found where the header names a further list of sectors but states that there is none', async () => {
  const bytes = container('WordDocument')
  new DataView(bytes.buffer).setUint32(68, 0xffffff, true)
  expect(await kindOf(bytes)).toBe('document')
})

it('is told by the parts of an archive, or by the type that OpenDocument states', async () => {
  expect(await archive({ 'xl/workbook.bin': '' })).toBe('workbook')
  expect(await archive({ 'word/document.xml': '<w/>' })).toBe('document')
  expect(await archive({ 'ppt/presentation.xml': '<p/>' })).toBe('slides')
  const open = (mimetype: string) => archive({ mimetype, 'content.xml': '' })
  expect(await open('application/vnd.oasis.opendocument.text')).toBe('document')
  expect(await open('application/vnd.oasis.opendocument.presentation')).toBe('slides')
  expect(await open('application/epub+zip')).toBe(null)
  expect(await archive({ 'manifest.json': '{}' })).toBe(null)
})

it('is none for texts, pictures and broken archives', async () => {
  for (const text of ['', 'PK', 'PK\u0003\u0004', 'word/document.xml', '%PDF-1.7']) {
    expect(await kindOf(bytesOf(text))).toBe(null)
  }
})
