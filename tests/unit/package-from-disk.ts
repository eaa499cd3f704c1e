import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { FetchedFiles } from '@/io/package/package-files'
import { openSources } from '@/questions/opened-package'

/** Serves the folder `data` to fetch, and opens a package in it. `change` edits files on the way. */
export async function openFromDisk(
  path: string,
  change: (file: string, text: string) => string | null = (_, text) => text,
) {
  vi.stubGlobal('fetch', async (url: URL) => {
    const file = new URL(url).pathname.replace(/^\//, '')
    let text: string | null = null
    try {
      text = change(file, readFileSync(`data/${file}`, 'utf8'))
    } catch {
      text = null
    }
    return text === null ? new Response('', { status: 404 }) : new Response(text)
  })
  try {
    // In a stubbed page, a package must be on the same site.
    const origin = globalThis.location?.origin ?? 'http://package.test'
    const url = new URL(`${origin}/${path}datapackage.json`)
    return await openSources(new FetchedFiles(url, null), url.href)
  } finally {
    vi.unstubAllGlobals()
  }
}
