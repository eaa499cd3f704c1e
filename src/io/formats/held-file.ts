import type { Problem } from '@/domain/problem'
import { DESCRIPTOR } from '@/io/package/package-files'
import { kindOfContainer } from './container-kind'
import { readDocxTables } from './docx-tables'
import { type Encoding, wholeText } from './encoding'
import { featuresTable, parseGeojson, parseMarkup, parseShapefile } from './features-file'
import { BUNDLE_EVENTS } from './field-bundle'
import { problemOf, TooLargeError } from './file-errors'
import { readOds } from './ods'
import type { FileFormat, HeldTable } from './table-file'
import { readMarkupXls, readXls } from './xls'
import { readXlsx } from './xlsx'
import { Archive } from './zip'

/** Kinds of files, detected from their first bytes, that must be held in memory whole. */
export type HeldKind = 'zip' | 'container' | 'geojson' | 'kml' | 'gpx' | 'markup-xls'

/** A file to be read whole. */
export interface HeldFile {
  readonly file: File
  readonly kind: HeldKind
  /** Text encoding, for kinds that are text. */
  readonly encoding: Encoding
}

/** The tables of a file as plain data, or why there are none. */
export type HeldAnswer =
  | { readonly format: FileFormat; readonly tables: readonly HeldTable[] }
  | { readonly problem: Problem }

/** A reader without progress for longer than this per megabyte of its file (at least one) is given up. */
export const MAX_SILENT_MS_PER_MEGABYTE = 10_000
/** An .xls of more bytes has more cells than the library can hold. */
const MAX_OLD_BYTES = 64 << 20

/**
 * Reads a file whole. It cannot be interrupted: to be able to cancel, run it in a worker and terminate that. Faults in
 * the file do not throw.
 */
export async function readHeldFile(held: HeldFile): Promise<HeldAnswer> {
  const { file, kind, encoding } = held
  const text = () => wholeText(file, encoding)
  try {
    if ((kind === 'container' || kind === 'markup-xls') && file.size > MAX_OLD_BYTES) throw new TooLargeError(file.size)
    switch (kind) {
      case 'zip':
        return await readArchive(file)
      case 'container':
        return await readContainer(file)
      case 'markup-xls':
        return { format: 'xls', tables: await readMarkupXls(await text(), file.name) }
      case 'geojson':
        return { format: 'geojson', tables: [featuresTable('', parseGeojson(await text()))] }
      default:
        return { format: kind, tables: [featuresTable('', await parseMarkup(await text(), kind))] }
    }
  } catch (error) {
    return { problem: problemOf(error, file.name) }
  }
}

/** File name extension, used to describe an unsupported file. */
export const kindOfName = (name: string) => (name.includes('.') ? `.${name.split('.').at(-1)}` : '')

async function readContainer(file: File): Promise<HeldAnswer> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // The oldest workbooks are plain streams without a container.
  switch (bytes[0] === 0x09 ? 'workbook' : await kindOfContainer(file)) {
    case 'workbook':
      return { format: 'xls', tables: await readXls(bytes, file.name) }
    case 'encrypted':
      return { problem: { code: 'file-encrypted', file: file.name } }
    case 'document':
      return { problem: { code: 'file-old-word', file: file.name } }
    default:
      return { problem: { code: 'file-kind-unknown', file: file.name, seen: kindOfName(file.name) } }
  }
}

async function readArchive(file: File): Promise<HeldAnswer> {
  const archive = await Archive.open(file)
  const { names } = archive
  const has = (name: string) => names.includes(name)
  if (has(BUNDLE_EVENTS)) return { problem: { code: 'file-field-bundle', file: file.name } }
  const workbook = has('xl/workbook.xml') || names.some((name) => name.startsWith('xl/worksheets/'))
  // The binary workbook (.xlsb) is a different format.
  if (workbook && !has('xl/workbook.bin')) return { format: 'xlsx', tables: await readXlsx(archive, file.name) }
  if (has('word/document.xml')) {
    const tables = await readDocxTables(archive, file.name)
    return tables.length > 0
      ? { format: 'docx', tables }
      : { problem: { code: 'document-without-table', file: file.name } }
  }
  if (has('content.xml') && has('META-INF/manifest.xml')) return readOpenDocument(archive, file)
  if (names.some((name) => name === DESCRIPTOR || name.endsWith(`/${DESCRIPTOR}`)))
    return { format: 'package', tables: [] }
  if (names.some((name) => /\.shp$/i.test(name))) {
    const layers = await parseShapefile(await archive.read((name) => /\.(shp|dbf|prj|cpg)$/i.test(name)))
    return { format: 'shapefile', tables: layers.map(({ name, read }) => featuresTable(name, read)) }
  }
  const kml = names.find((name) => /\.kml$/i.test(name))
  if (kml !== undefined) {
    const text = new TextDecoder().decode((await archive.read((name) => name === kml)).get(kml))
    return { format: 'kml', tables: [featuresTable('', await parseMarkup(text, 'kml'))] }
  }
  return { problem: { code: 'file-kind-unknown', file: file.name, seen: kindOfName(file.name) } }
}

/** Reads an OpenDocument spreadsheet; text documents and presentations have the same outer form. */
async function readOpenDocument(archive: Archive, file: File): Promise<HeldAnswer> {
  const type = (await archive.read((name) => name === 'mimetype')).get('mimetype')
  if (type && !new TextDecoder().decode(type).includes('opendocument.spreadsheet'))
    return { problem: { code: 'file-kind-unknown', file: file.name, seen: kindOfName(file.name) } }
  return { format: 'ods', tables: await readOds(archive, file.name) }
}
