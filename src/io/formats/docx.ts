import { refuseBrokenMarkup } from './markup'
import { type Archive, storedArchive } from './zip'

/** The parts of a Word document that contain its text; pictures are not unpacked. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/[^/]+\.rels|[^/]+\.xml))$/

/**
 * Parses a Word document and passes mammoth's document tree to `see`. @throws mammoth's errors for a broken document.
 */
export async function openDocx<Document>(archive: Archive, visit: (document: Document) => void): Promise<void> {
  const mammoth = await import('mammoth')
  await mammoth.convertToHtml(await docxInput(archive), {
    transformDocument(document: Document & { children: unknown[] }) {
      visit(document)
      // No HTML output is needed.
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

/** Separator between the cells of a table row. */
const CELL_SIGN = '｜'
/** A cell with more paragraphs is not tabular: the table is used for layout. */
const MAX_PARAGRAPHS = 3

function textOf(part: Part): string {
  if (part.type === 'text') return part.value ?? ''
  if (part.type === 'tab') return '\t'
  if (part.type === 'tableRow') return rowText(part)
  const text = (part.children ?? []).map(textOf).join('')
  return part.type === 'paragraph' ? `${text}\n\n` : text
}

/**
 * A table row becomes one line, since its cells belong together. Tables used only for layout keep their paragraphs.
 */
function rowText({ children: cells = [] }: Part): string {
  const texts = cells.map((cell) => (cell.children ?? []).map(textOf).join(''))
  const lines = texts.map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  if (cells.length < 2 || lines.some(({ length }) => length > MAX_PARAGRAPHS)) return texts.join('')
  return `${lines.map((each) => each.map((line) => line.trim()).join(' ')).join(CELL_SIGN)}\n\n`
}

/** Plain text of a Word document, one line per table row. @throws mammoth's errors for a broken document. */
export async function docxText(archive: Archive): Promise<string> {
  let text = ''
  await openDocx(archive, (document: Part) => {
    text = textOf(document)
  })
  return text
}
