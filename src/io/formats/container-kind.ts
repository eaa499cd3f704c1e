/** What an old Microsoft container (OLE2, MS-CFB) holds. */
export type ContainerKind = 'workbook' | 'document' | 'slides' | 'encrypted' | 'other'

/** First bytes of a container. */
export const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0] as const

/** The stream in the root by which an application knows its own file. */
const STREAMS: Readonly<Record<string, ContainerKind>> = {
  encryptedpackage: 'encrypted',
  encryptioninfo: 'encrypted',
  workbook: 'workbook',
  book: 'workbook',
  worddocument: 'document',
  'powerpoint document': 'slides',
}

/** The header, and the FAT sectors that it lists. */
const HEADER_BYTES = 512
const LISTED_IN_HEADER = 109
const ENTRY_BYTES = 128
/** Larger numbers are no sector and no entry. */
const MAX_NUMBER = 0xfffffffa

/** What a container holds, by the streams in its root: those of embedded objects lie deeper. @throws if it is broken */
export async function kindOfContainer(file: Blob): Promise<ContainerKind> {
  const kinds = rootNames(await directoryOf(file)).flatMap((name) => STREAMS[name.toLowerCase()] ?? [])
  return kinds.includes('encrypted') ? 'encrypted' : (kinds[0] ?? 'other')
}

/** The sectors of the directory, joined. */
async function directoryOf(file: Blob): Promise<DataView> {
  const header = await viewOf(file, 0, HEADER_BYTES)
  const shift = header.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new RangeError('sector size')
  const size = 1 << shift
  const sector = (number: number) => viewOf(file, (number + 1) * size, size)
  const last = Math.ceil(file.size / size)
  const fat = Array.from({ length: LISTED_IN_HEADER }, (_, at) => header.getUint32(76 + at * 4, true))
  let more = header.getUint32(68, true)
  // A loop in a broken file must end: there are no more sectors than the header states, or than the file has.
  const lists = Math.min(header.getUint32(72, true), last)
  for (let read = 0; more < MAX_NUMBER && read < lists; read++) {
    const list = await sector(more)
    for (let at = 0; at < size - 4; at += 4) fat.push(list.getUint32(at, true))
    more = list.getUint32(size - 4, true)
  }
  const parts: DataView<ArrayBuffer>[] = []
  let next = header.getUint32(48, true)
  for (let read = 0; next < MAX_NUMBER && read < last; read++) {
    parts.push(await sector(next))
    const table = await sector(fat[Math.floor((next * 4) / size)] ?? MAX_NUMBER)
    next = table.getUint32((next * 4) % size, true)
  }
  return new DataView(await new Blob(parts).arrayBuffer())
}

async function viewOf(file: Blob, from: number, bytes: number): Promise<DataView<ArrayBuffer>> {
  const view = new DataView(await file.slice(from, from + bytes).arrayBuffer())
  if (view.byteLength < bytes) throw new RangeError('the file ends')
  return view
}

/** Names of the root's children, which form a tree of siblings. */
function rootNames(directory: DataView): string[] {
  const names: string[] = []
  const seen = new Set<number>()
  const link = (entry: number, at: number) => directory.getUint32(entry * ENTRY_BYTES + at, true)
  const open = [link(0, 76)]
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (entry >= directory.byteLength / ENTRY_BYTES || seen.has(entry)) continue
    seen.add(entry)
    names.push(nameOf(directory, entry))
    open.push(link(entry, 68), link(entry, 72))
  }
  return names
}

function nameOf(directory: DataView, entry: number): string {
  const bytes = Math.min(64, directory.getUint16(entry * ENTRY_BYTES + 64, true))
  const units = Array.from({ length: Math.max(0, bytes / 2 - 1) }, (_, at) =>
    directory.getUint16(entry * ENTRY_BYTES + at * 2, true),
  )
  return String.fromCharCode(...units)
}
