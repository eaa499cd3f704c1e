import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { FetchedFiles } from '@/io/package/package-files'
import { openSources } from '@/questions/opened-package'

type Change = (file: string, text: string) => string | null

const unchanged = new Map<string, ReturnType<typeof open>>()

/**
 * Opens a package in the folder `data`; `change` edits files on the way. Without it, the package is opened once for all
 * files that share this module: like the app, tests ask it questions and change nothing in it.
 */
export function openFromDisk(path: string, change?: Change) {
  if (change) return open(path, change)
  const opening = unchanged.get(path) ?? open(path, (_, text) => text)
  unchanged.set(path, opening)
  return opening
}

/** Serves the folder to fetch meanwhile. */
async function open(path: string, change: Change) {
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
