import type { Problem } from '@/domain/problem'
import { appOrigin } from './app-folder'
import { blobFile, type RangedFile, RangeFault, rangeOf, totalOf } from './ranged-file'

/** The files of a data package, wherever they are stored. */
export interface PackageFiles {
  /** A file, or the problem that prevented reading it. */
  read(path: string): Promise<{ blob: Blob } | { problem: Problem }>
}

/** The same, with access by ranges for files too large to be read whole. */
export interface RangedFiles extends PackageFiles {
  /** Access to a large file by ranges, where its location supports that; or the problem that prevented it. */
  ranged(path: string): Promise<{ file: RangedFile } | { problem: Problem }>
  /** Whether the whole file is in memory, so that nothing has to be fetched. */
  holds(path: string): boolean
}

/** A download is aborted if nothing arrives for this long. */
const STALLED_MS = 60_000

/** Name of the descriptor in packages that the app stores or writes. */
export const DESCRIPTOR = 'datapackage.json'

/**
 * Files beside a descriptor on the web. Each is requested once, so that one opening sees one state of the folder. Only
 * `home`, the app's own origin, and the descriptor's folder are accessed, and redirects are not followed. A worker does
 * not inherit the page's policy, so this class enforces it. `patience`: milliseconds to wait for a server to begin its
 * response; null for the default.
 */
export class FetchedFiles implements RangedFiles {
  private readonly asked = new Map<string, ReturnType<PackageFiles['read']>>()

  constructor(
    private readonly base: URL,
    private readonly patience: number | null,
    private readonly home: string = appOrigin() ?? base.origin,
  ) {}

  read(path: string): ReturnType<PackageFiles['read']> {
    const answer = this.asked.get(path) ?? this.fetch(path)
    this.asked.set(path, answer)
    return answer
  }

  holds(path: string): boolean {
    return this.asked.has(path)
  }

  /** All files received so far, by path; the descriptor under its usual name. */
  async held(): Promise<Map<string, Blob>> {
    const held = new Map<string, Blob>()
    for (const [path, answer] of this.asked) {
      const got = await answer
      if ('blob' in got) held.set(path === this.base.href ? DESCRIPTOR : path, got.blob)
    }
    return held
  }

  /** If the server delivers only whole files, the file is kept in memory from then on. */
  async ranged(path: string): Promise<{ file: RangedFile } | { problem: Problem }> {
    if (this.asked.has(path)) return rangedOf(await this.read(path))
    const got = await this.request(path, rangeOf(0, 1), async (response, came) => {
      const byteLength = totalOf(response)
      if (byteLength === null) return { whole: { blob: await wholeOf(response, came) } }
      await response.arrayBuffer()
      return { state: { byteLength, tag: tagOf(response) } }
    })
    if ('problem' in got) return got
    const { whole, state } = got
    if (state) {
      return { file: { byteLength: state.byteLength, slice: (from, until) => this.slice(path, state, from, until) } }
    }
    this.asked.set(path, Promise.resolve(whole))
    return rangedOf(whole)
  }

  private async slice(
    path: string,
    { byteLength, tag }: { readonly byteLength: number; readonly tag: string | null },
    from: number,
    until = byteLength,
  ): Promise<ArrayBuffer> {
    // A negative position counts from the end, as in arrays.
    const begin = from < 0 ? Math.max(0, byteLength + from) : from
    const got = await this.request(path, rangeOf(begin, until), async (response) => {
      // Pieces of two versions of a file must not be mixed.
      if (totalOf(response) !== byteLength || tagOf(response) !== tag) return null
      return { bytes: await response.arrayBuffer() }
    })
    if (got !== null && 'problem' in got) throw new RangeFault(got.problem)
    if (got?.bytes.byteLength !== until - begin) throw new RangeFault({ code: 'file-changed', file: path })
    return got.bytes
  }

  private fetch(path: string): ReturnType<PackageFiles['read']> {
    return this.request(path, { cache: 'no-cache' }, async (response, came) => ({
      blob: await wholeOf(response, came),
    }))
  }

  /**
   * Requests a file and returns what `take` makes of the response; `take` calls `came` whenever more data has arrived.
   */
  private async request<T>(
    path: string,
    how: RequestInit,
    take: (response: Response, came: () => void) => Promise<T>,
  ): Promise<T | { problem: Problem }> {
    const url = new URL(path, this.base)
    if (url.origin !== this.home) {
      return { problem: { code: 'other-origin', file: path, seen: url.origin, expected: this.home } }
    }
    if (path !== this.base.href && !url.href.startsWith(new URL('.', this.base).href)) {
      return { problem: { code: 'file-unreachable', file: path, seen: url.pathname } }
    }
    const stop = new AbortController()
    let waiting = setTimeout(() => stop.abort(), this.patience ?? STALLED_MS)
    const goOn = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => stop.abort(), STALLED_MS)
    }
    try {
      // `how` bypasses or revalidates the cache: a table of last week beside a descriptor of today would give wrong
      // figures.
      const response = await fetch(url, { ...how, redirect: 'manual', signal: stop.signal })
      if (response.type === 'opaqueredirect' || response.redirected) {
        return { problem: { code: 'file-redirected', file: path } }
      }
      if (!response.ok) return { problem: { code: 'file-unreachable', file: path, seen: `HTTP ${response.status}` } }
      return await take(response, goOn)
    } catch {
      // No response, or an interrupted one; the browser's error message is neither Chinese nor useful.
      return { problem: { code: 'server-unreachable', file: path } }
    } finally {
      clearTimeout(waiting)
    }
  }
}

/** Identifies a version of a file on the server; null if the server provides nothing. */
const tagOf = ({ headers }: Response): string | null => headers.get('etag') ?? headers.get('last-modified')

function rangedOf(got: Awaited<ReturnType<PackageFiles['read']>>): Awaited<ReturnType<RangedFiles['ranged']>> {
  return 'blob' in got ? { file: blobFile(got.blob) } : got
}

/** The body of a response; `came` is called for each chunk. */
function wholeOf(response: Response, came: () => void): Promise<Blob> {
  came()
  const pieces = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, onward) {
      came()
      onward.enqueue(piece)
    },
  })
  return new Response(response.body?.pipeThrough(pieces) ?? null, { headers: response.headers }).blob()
}

/** Files already in memory, by path. */
export function heldFiles(files: ReadonlyMap<string, Blob>): RangedFiles {
  const read: PackageFiles['read'] = async (path) => {
    const blob = files.get(path)
    return blob ? { blob } : { problem: { code: 'file-unreachable', file: path } }
  }
  return { read, ranged: async (path) => rangedOf(await read(path)), holds: (path) => files.has(path) }
}
