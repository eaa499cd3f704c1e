import type { Problem } from '@/domain/problem'

/** A file that is, or would unpack to, more than anybody could use. */
export class TooLargeError extends Error {
  override name = 'TooLargeError'

  constructor(readonly bytes: number) {
    super(`unpacks to ${bytes} bytes`)
  }
}

/** A file with a password. */
export class EncryptedFileError extends Error {
  override name = 'EncryptedFileError'

  constructor() {
    super('has a password')
  }
}

/** What to say of an error that a reader of files threw. */
export function problemOf(error: unknown, file: string): Problem {
  const said = error instanceof Error ? error : new Error(String(error))
  if (said instanceof TooLargeError) return { code: 'file-too-large', file, seen: `${Math.round(said.bytes / 1e6)} MB` }
  // The libraries have errors of their own by this name.
  if (said.name === 'EncryptedFileError') return { code: 'file-encrypted', file }
  if (said instanceof DOMException && /NotFound|NotReadable/.test(said.name)) return { code: 'file-vanished', file }
  // What a library says of its inside, in English, helps nobody who has dropped a file.
  return { code: 'file-unreadable', file }
}
