import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles'
import { BasemapRefused } from './basemap-fault'

/** If a server delivers only whole files, the file must not be larger than this. */
export const MAX_WHOLE_BYTES = 64_000_000

/**
 * A map archive in the package's own folder, read by HTTP ranges. If the server delivers only whole files, a small one
 * is read once and kept in memory; a large one is not read at all. Redirects are not followed.
 * @throws BasemapRefused; EtagMismatch if the file was replaced meanwhile: the reader then starts over
 */
export class FolderSource implements Source {
  private whole: BlobSource | null = null

  constructor(
    private readonly url: URL,
    private readonly mostWholeBytes = MAX_WHOLE_BYTES,
  ) {}

  getKey(): string {
    return this.url.href
  }

  /** True if the server does not support ranges and the whole file was read instead. */
  get isWhole(): boolean {
    return this.whole !== null
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal, tag?: string): Promise<RangeResponse> {
    if (this.whole) return this.whole.getBytes(offset, length)
    const response = await this.fetch(offset, length, signal)
    const found = response.headers.get('etag') ?? response.headers.get('last-modified')
    if (response.status === 416 || (tag && found && tag !== found)) throw new EtagMismatch('replaced')
    const etag = found ? { etag: found } : {}
    if (response.status === 206) return { data: await response.arrayBuffer(), ...etag }
    this.whole ??= new BlobSource(await this.readWhole(response), this.getKey())
    return { ...(await this.whole.getBytes(offset, length)), ...etag }
  }

  private async fetch(offset: number, length: number, signal?: AbortSignal): Promise<Response> {
    let response: Response
    try {
      response = await fetch(this.url, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        redirect: 'manual',
        // A cache mixing ranges of two versions of a file would return broken tiles.
        cache: 'no-store',
        signal: signal ?? null,
      })
    } catch (error) {
      if (signal?.aborted) throw error
      throw new BasemapRefused('unreachable')
    }
    if (response.type === 'opaqueredirect' || response.redirected) throw new BasemapRefused('redirected')
    // A server for single-page apps returns its HTML page for any missing file.
    if (response.status === 404 || response.headers.get('content-type')?.includes('text/html'))
      throw new BasemapRefused('missing')
    if (!response.ok && response.status !== 416) throw new BasemapRefused('unreachable')
    return response
  }

  /** Reads a response that contains the whole file; aborts as soon as it is too large. */
  private async readWhole(response: Response): Promise<Blob> {
    const stated = Number(response.headers.get('content-length') ?? 0)
    let bytes = 0
    const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, onward) => {
        bytes += piece.length
        if (bytes > this.mostWholeBytes) onward.error(new BasemapRefused('no-ranges', bytes))
        else onward.enqueue(piece)
      },
    })
    if (stated > this.mostWholeBytes) {
      await response.body?.cancel()
      throw new BasemapRefused('no-ranges', stated)
    }
    return new Response(response.body?.pipeThrough(counted) ?? null).blob()
  }
}

/** A map archive stored on this device. */
export class BlobSource implements Source {
  constructor(
    private readonly blob: Blob,
    private readonly key: string,
  ) {}

  getKey(): string {
    return this.key
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: await this.blob.slice(offset, offset + length).arrayBuffer() }
  }
}
