import type { Problem } from '@/domain/problem'

/** The files of a data package, wherever they are kept. */
export interface PackageFiles {
  /** A file, or the problem that kept it from us. */
  read(path: string): Promise<{ blob: Blob } | { problem: Problem }>
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
export class FetchedFiles implements PackageFiles {
  private readonly asked = new Map<string, ReturnType<PackageFiles['read']>>()

  constructor(
    private readonly base: URL,
    private readonly patience: number | null,
    private readonly home: string = globalThis.location?.origin ?? base.origin,
  ) {}

  read(path: string): ReturnType<PackageFiles['read']> {
    const answer = this.asked.get(path) ?? this.fetch(path)
    this.asked.set(path, answer)
    return answer
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

  private async fetch(path: string): ReturnType<PackageFiles['read']> {
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
      const response = await fetch(url, { cache: 'no-cache', redirect: 'manual', signal: stop.signal })
      if (response.type === 'opaqueredirect' || response.redirected) {
        return { problem: { code: 'file-redirected', file: path } }
      }
      if (!response.ok) return { problem: { code: 'file-unreachable', file: path, seen: `HTTP ${response.status}` } }
      return { blob: await wholeOf(response, goOn) }
    } catch (error) {
      return { problem: { code: 'file-unreachable', file: path, seen: String(error) } }
    } finally {
      clearTimeout(waiting)
    }
  }
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
export function heldFiles(files: ReadonlyMap<string, Blob>): PackageFiles {
  return {
    async read(path) {
      const blob = files.get(path)
      return blob ? { blob } : { problem: { code: 'file-unreachable', file: path } }
    },
  }
}
