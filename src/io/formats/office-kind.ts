import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js'
import { CONTAINER, type ContainerKind, kindOfContainer } from './container-kind'

/** A file of an office program: a table, a text, a presentation, or any of them behind a password. */
export type OfficeKind = Exclude<ContainerKind, 'other'>

/** The part that a file of Microsoft's (2007 and later) must have. */
const PARTS: readonly (readonly [RegExp, OfficeKind])[] = [
  [/^xl[/\\]workbook\.(xml|bin)$/, 'workbook'],
  [/^word[/\\]document\.xml$/, 'document'],
  [/^ppt[/\\]presentation\.xml$/, 'slides'],
]

/** What OpenDocument calls itself, after `application/vnd.oasis.opendocument.`. */
const OPEN_DOCUMENTS: Readonly<Record<string, OfficeKind>> = {
  spreadsheet: 'workbook',
  text: 'document',
  presentation: 'slides',
}
/** Longer than any name of a type. */
const MAX_TYPE_BYTES = 200

/** What sort of office file this is, by content; null if it is none. Only directories are read. */
export async function officeKindOf(file: Blob): Promise<OfficeKind | null> {
  const head = new Uint8Array(await file.slice(0, CONTAINER.length).arrayBuffer())
  try {
    if (CONTAINER.every((byte, at) => head[at] === byte)) {
      const kind = await kindOfContainer(file)
      return kind === 'other' ? null : kind
    }
    return head[0] === 0x50 && head[1] === 0x4b ? await kindOfArchive(file) : null
  } catch {
    return null
  }
}

async function kindOfArchive(file: Blob): Promise<OfficeKind | null> {
  const entries = await new ZipReader(new BlobReader(file)).getEntries()
  for (const [part, kind] of PARTS) if (entries.some(({ filename }) => part.test(filename))) return kind
  const type = entries.find(({ filename }) => filename === 'mimetype')
  if (!type || type.directory || type.uncompressedSize > MAX_TYPE_BYTES) return null
  const said = await type.getData(new TextWriter(), { useWebWorkers: false })
  return OPEN_DOCUMENTS[/opendocument\.(\w+)/.exec(said)?.[1] ?? ''] ?? null
}
