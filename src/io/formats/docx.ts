import { refuseBrokenMarkup } from './markup'
import { type Archive, storedArchive } from './zip'

/** The parts of a Word document that hold its text; pictures are left in the archive. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/[^/]+\.rels|[^/]+\.xml))$/

/** Reads a Word document and shows it to `see`, as mammoth's own tree of parts. @throws mammoth's errors for a broken one. */
export async function openDocx<Document>(archive: Archive, see: (document: Document) => void): Promise<void> {
  const mammoth = await import('mammoth')
  await mammoth.convertToHtml(await docxInput(archive), {
    transformDocument(document: Document & { children: unknown[] }) {
      see(document)
      // Nothing is to be made of it.
      return { ...document, children: [] }
    },
  })
}

/** In a browser mammoth takes an ArrayBuffer, in Node a Buffer; each ignores the other's key. */
async function docxInput(archive: Archive) {
  const parts = await archive.read((name) => PARTS.test(name))
  for (const part of parts.values()) refuseBrokenMarkup(new TextDecoder().decode(part))
  const bytes = storedArchive(parts)
  return {
    arrayBuffer: bytes.slice().buffer as ArrayBuffer,
    ...(typeof Buffer === 'undefined' ? {} : { buffer: Buffer.from(bytes) }),
  }
}

/** A part of a document's text. */
interface Part {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Part[]
}

/** Stands between the cells of a row of a table. */
const CELL_SIGN = '｜'
/** A cell of more paragraphs is no entry of a table: somebody laid out text in it. */
const MOST_PARAGRAPHS = 3

function textOf(part: Part): string {
  if (part.type === 'text') return part.value ?? ''
  if (part.type === 'tab') return '\t'
  if (part.type === 'tableRow') return rowText(part)
  const text = (part.children ?? []).map(textOf).join('')
  return part.type === 'paragraph' ? `${text}\n\n` : text
}

/** A row is a line: what stands in it belongs together. Text that is only laid out in a table stays as its paragraphs. */
function rowText({ children: cells = [] }: Part): string {
  const texts = cells.map((cell) => (cell.children ?? []).map(textOf).join(''))
  const lines = texts.map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  if (cells.length < 2 || lines.some(({ length }) => length > MOST_PARAGRAPHS)) return texts.join('')
  return `${lines.map((each) => each.map((line) => line.trim()).join(' ')).join(CELL_SIGN)}\n\n`
}

/** The bare text of a Word document, a row of a table on one line. @throws mammoth's errors for a broken one. */
export async function docxText(archive: Archive): Promise<string> {
  let text = ''
  await openDocx(archive, (document: Part) => {
    text = textOf(document)
  })
  return text
}
