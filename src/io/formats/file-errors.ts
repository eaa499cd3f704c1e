import type { Problem } from '@/domain/problem'

/** A file that is too large, or would be when unpacked. */
export class TooLargeError extends Error {
  override name = 'TooLargeError'

  constructor(readonly bytes: number) {
    super(`unpacks to ${bytes} bytes`)
  }
}

/** A file protected by a password. */
export class EncryptedFileError extends Error {
  override name = 'EncryptedFileError'

  constructor() {
    super('has a password')
  }
}

/** A file that changed or went away between two readings; the message is its name, which survives between threads. */
export class FileChangedError extends Error {
  override name = 'FileChangedError'
}

/** The problem to report for an error thrown by a file reader. */
export function problemOf(error: unknown, file: string): Problem {
  const said = error instanceof Error ? error : new Error(String(error))
  if (said instanceof TooLargeError) return { code: 'file-too-large', file, seen: `${Math.round(said.bytes / 1e6)} MB` }
  // The libraries have their own error classes of this name.
  if (said.name === 'EncryptedFileError') return { code: 'file-encrypted', file }
  if (said instanceof DOMException && /NotFound|NotReadable/.test(said.name)) return { code: 'file-vanished', file }
  // A library's internal English message does not help the user.
  return { code: 'file-unreadable', file }
}
