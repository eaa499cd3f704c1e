import type { Problem } from '@/domain/problem'
import { appOrigin } from './app-folder'
import { blobFile, type RangedFile, RangeFault, rangeOf, totalOf } from './ranged-file'

/** The files of a data package, wherever they are kept. */
export interface PackageFiles {
  /** A file, or the problem that kept it from us. */
  read(path: string): Promise<{ blob: Blob } | { problem: Problem }>
}

/** The same where a file may be too large to be read whole. */
export interface RangedFiles extends PackageFiles {
  /** A large file, of which only what is asked for is read where its place allows that; or the problem that kept it from us. */
  ranged(path: string): Promise<{ file: RangedFile } | { problem: Problem }>
  /** Whether the file is at hand whole, so that nothing has to be fetched for it. */
  holds(path: string): boolean
}

/** A download in which nothing has come for so long is broken off. */
const STALLED_MS = 60_000

/** Name of the descriptor of a package that we keep or write. */
export const DESCRIPTOR = 'datapackage.json'

/**
 * Files beside a descriptor on the web, each asked for once, so that one opening sees one state of the folder. Nothing is
 * asked of another host than `home`, the app's own, nor of another folder than the descriptor's; nor is a server followed
 * that sends elsewhere. A worker has no policy from its page: this is what holds it.
 * `patience`: milliseconds to wait for a server that does not begin to answer; null for the common one.
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

  /** All that was asked for and came, by path; the descriptor by its usual name. */
  async held(): Promise<Map<string, Blob>> {
    const held = new Map<string, Blob>()
    for (const [path, answer] of this.asked) {
      const got = await answer
      if ('blob' in got) held.set(path === this.base.href ? DESCRIPTOR : path, got.blob)
    }
    return held
  }

  /** Where the server gives whole files only, the file is held from then on. */
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
    // A place before 0 counts from the end, as that of an array does.
    const begin = from < 0 ? Math.max(0, byteLength + from) : from
    const got = await this.request(path, rangeOf(begin, until), async (response) => {
      // Pieces of two states of a file would be a file of neither.
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

  /** Asks for a file, and gives what `take` makes of the answer; it says with `came` that more of it has come. */
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
      // Asked anew each time: a table of last week beside a descriptor of today would be a wrong figure.
      const response = await fetch(url, { ...how, redirect: 'manual', signal: stop.signal })
      if (response.type === 'opaqueredirect' || response.redirected) {
        return { problem: { code: 'file-redirected', file: path } }
      }
      if (!response.ok) return { problem: { code: 'file-unreachable', file: path, seen: `HTTP ${response.status}` } }
      return await take(response, goOn)
    } catch {
      // No answer at all, or none any more; what a browser says of it is neither Chinese nor of use.
      return { problem: { code: 'server-unreachable', file: path } }
    } finally {
      clearTimeout(waiting)
    }
  }
}

/** By which a server tells two states of a file apart; null where it tells none. */
const tagOf = ({ headers }: Response): string | null => headers.get('etag') ?? headers.get('last-modified')

function rangedOf(got: Awaited<ReturnType<PackageFiles['read']>>): Awaited<ReturnType<RangedFiles['ranged']>> {
  return 'blob' in got ? { file: blobFile(got.blob) } : got
}

/** The body of an answer; `came` is called with each piece of it. */
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

/** Files that are at hand already, by path. */
export function heldFiles(files: ReadonlyMap<string, Blob>): RangedFiles {
  const read: PackageFiles['read'] = async (path) => {
    const blob = files.get(path)
    return blob ? { blob } : { problem: { code: 'file-unreachable', file: path } }
  }
  return { read, ranged: async (path) => rangedOf(await read(path)), holds: (path) => files.has(path) }
}
