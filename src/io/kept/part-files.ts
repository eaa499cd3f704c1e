/** Only workers have the first of these, and Safari before its version 26 only that. */
type OwnFile = Partial<Pick<FileSystemFileHandle, 'createSyncAccessHandle'>> &
  Omit<FileSystemFileHandle, 'createSyncAccessHandle'>

/** A folder of the browser's own file system; null where it has none, as on plain HTTP and in some private windows. */
export async function ownFolder(name: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage?.getDirectory?.()
    return (await root?.getDirectoryHandle(name, { create: true })) ?? null
  } catch {
    return null
  }
}

/** Writes a file and has it on the disk when it answers. @throws where there is no room. */
export async function writeOwnFile(folder: FileSystemDirectoryHandle, name: string, bytes: ArrayBuffer): Promise<void> {
  const file: OwnFile = await folder.getFileHandle(name, { create: true })
  if (file.createSyncAccessHandle) {
    const access = await file.createSyncAccessHandle()
    try {
      access.truncate(0)
      if (access.write(bytes, { at: 0 }) !== bytes.byteLength) throw new DOMException('no space', 'QuotaExceededError')
      access.flush()
    } finally {
      access.close()
    }
    return
  }
  const stream = await file.createWritable()
  await stream.write(bytes)
  await stream.close()
}

/** Removes a file, if it is there. */
export async function removeOwnFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  })
}

/** Removes all files but these: what was written when a page ended before it was on the list. */
export async function removeOthers(folder: FileSystemDirectoryHandle, names: ReadonlySet<string>): Promise<void> {
  const others: string[] = []
  for await (const name of folder.keys()) if (!names.has(name)) others.push(name)
  for (const name of others) await removeOwnFile(folder, name)
}
