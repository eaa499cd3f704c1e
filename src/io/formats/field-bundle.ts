/** The records in a field team's bundle, among its photos: no other archive has such a file. */
export const BUNDLE_EVENTS = 'events.ndjson'

const AGE = 'age-encryption.org/v1'

/** Whether a file begins like an age file: a bundle with a passphrase. */
export const isSealedBundle = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head.subarray(0, AGE.length)) === AGE

/** Whether an archive is a bundle, however large; only its directory is read. */
export async function isFieldBundle(file: Blob): Promise<boolean> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js')
  const entries = await new ZipReader(new BlobReader(file)).getEntries()
  return entries.some(({ filename }) => filename === BUNDLE_EVENTS)
}
