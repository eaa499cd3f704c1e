import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { zipFolder } from '../../scripts/release/zip'
import { filesOf } from '../../scripts/single/files-of'

/** What a browser stores goes by the address that it was stored from, so that has to be the same again. */
export const STORED_PORT = 47_117

/** Where a Chromium keeps what pages store, in the folder that it is started with. */
const STORES = ['IndexedDB', 'Local Storage', 'File System'].map((name) => join('Default', name))

/** What a browser stored in its folder, as one .zip. */
export function packStored(profile: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-stored-'))
  for (const store of STORES)
    if (existsSync(join(profile, store))) cpSync(join(profile, store), join(folder, store), { recursive: true })
  const files = [...filesOf(folder)].filter(([path]) => !/\/(?:LOCK|LOG|LOG\.old)$/.test(path))
  rmSync(folder, { recursive: true })
  return zipFolder('profile', new Map(files))
}

/** Lays it into a folder that a browser is then started with. */
export function unpackStored(zip: string, profile: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const file = join(profile, path.replace('profile/', ''))
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }
}
