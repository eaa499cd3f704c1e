import type { Archive } from './zip'

/** The parts of a Word document that hold its text; pictures are left in the archive. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/[^/]+\.rels|[^/]+\.xml))$/

/** Reads a Word document and shows it to `see`, as mammoth's own tree of parts. @throws mammoth's errors for a broken one. */
export async function openDocx<Document>(archive: Archive, see: (document: Document) => void): Promise<void> {
  const mammoth = await import('mammoth')
  const bytes = await archive.stored((name) => PARTS.test(name))
  await mammoth.convertToHtml(docxInput(bytes), {
    transformDocument(document: Document & { children: unknown[] }) {
      see(document)
      // Nothing is to be made of it.
      return { ...document, children: [] }
    },
  })
}

/** In a browser mammoth takes an ArrayBuffer, in Node a Buffer; each ignores the other's key. */
function docxInput(bytes: Uint8Array) {
  return {
    arrayBuffer: bytes.slice().buffer as ArrayBuffer,
    ...(typeof Buffer === 'undefined' ? {} : { buffer: Buffer.from(bytes) }),
  }
}

/** The bare text of a Word document. @throws mammoth's errors for a broken one. */
export async function docxText(archive: Archive): Promise<string> {
  const { extractRawText } = await import('mammoth')
  return (await extractRawText(docxInput(await archive.stored((name) => PARTS.test(name))))).value
}
