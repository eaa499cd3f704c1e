/** A document as it is sent; `title` names its file if there are several. */
export interface TitledDocument {
  readonly title: string
  readonly file: Blob
}

/** Characters that Windows allows in no file name. */
const FORBIDDEN = /[\\/:*?"<>|]/g

/**
 * Word documents as one file to save: a single one as it is, several as one .zip with a file each, since each goes to
 * another receiver. @throws RangeError if there are none
 */
export async function documentsFile(
  documents: readonly TitledDocument[],
): Promise<{ readonly file: Blob; readonly ending: 'docx' | 'zip' }> {
  const [first, ...others] = documents
  if (!first) throw new RangeError('no documents')
  if (others.length === 0) return { file: first.file, ending: 'docx' }
  // Its library is loaded with the first archive: a screen opens without it.
  const { storedArchive } = await import('@/io/formats/zip')
  const files = new Map<string, Uint8Array>()
  for (const { title, file } of documents) {
    const plain = title.replace(FORBIDDEN, ' ')
    let name = `${plain}.docx`
    // No document may replace another one.
    for (let n = 2; files.has(name); n++) name = `${plain} (${n}).docx`
    files.set(name, new Uint8Array(await file.arrayBuffer()))
  }
  return { file: new Blob([storedArchive(files) as Uint8Array<ArrayBuffer>]), ending: 'zip' }
}
