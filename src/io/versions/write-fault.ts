/**
 * Why the browser did not write. `full`: no space; `private`: a private window that cannot store files; `denied`: a
 * setting or the office's policy blocks storage for this site; `shut`: the database is closed, or blocked by another
 * window; `later`: a later version of the app stores its data here; `other`: another reason.
 */
export type WriteFault = 'full' | 'private' | 'denied' | 'shut' | 'later' | 'other'

/** Determines why a write failed; errors come from IndexedDB, from Dexie wrapping it, or from a worker. */
export function writeFaultOf(error: unknown): WriteFault {
  const { name = '', message = '', inner } = (error ?? {}) as { name?: string; message?: string; inner?: unknown }
  const said = `${name} ${message} ${inner instanceof Error ? `${inner.name} ${inner.message}` : ''}`
  if (/VersionError/.test(said)) return 'later'
  if (/quota|disk.?(is )?full|no space/i.test(said)) return 'full'
  // WebKit's private sessions: "Error preparing Blob/File data to be stored in object store"; "BlobURLs are not yet supported".
  if (/blob/i.test(said) || /DataCloneError/.test(said)) return 'private'
  // Chromium with site data blocked: "access to the Indexed Database API is denied in this context"; Firefox: "The operation is insecure".
  if (/SecurityError|MissingAPI|access .*denied|operation is insecure/i.test(said)) return 'denied'
  if (/DatabaseClosed|InvalidState|OpenFailed|VersionChange|Blocked/.test(said)) return 'shut'
  return 'other'
}
