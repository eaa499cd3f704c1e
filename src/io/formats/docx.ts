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

/** The bare text of a Word document. @throws mammoth's errors for a broken one. */
export async function docxText(archive: Archive): Promise<string> {
  const { extractRawText } = await import('mammoth')
  return (await extractRawText(await docxInput(archive))).value
}
