import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FetchedFiles } from '@/io/package/package-files'
import { isInsidePackage } from '@/io/package/package-path'

const HOME = 'https://office.example'
const BASE = new URL(`${HOME}/chentu/data/datapackage.json`)

describe('a path in a package', () => {
  it.each(['a.csv', 'tables/工地 2022.csv', 'a/b/c.geojson', '50%.csv', 'a..b.csv', '...csv'])('can be %s', (path) => {
    expect(isInsidePackage(path)).toBe(true)
  })

  it.each([
    '',
    '/a.csv',
    '//other/a.csv',
    '../a.csv',
    'a/../../b.csv',
    './a.csv',
    '%2e%2e/a.csv',
    '.%2E/a.csv',
    'a/%2e%2e/%2e%2e/b.csv',
    '.\t./a.csv',
    '.\n./a.csv',
    ' ../a.csv',
    '..\\a.csv',
    'a\\b.csv',
    '..%2fa.csv',
    'a%5c..%5cb.csv',
    'https://other/a.csv',
    'https:a.csv',
    'data:,x',
    'a.csv?x',
    'a.csv#x',
    'a\u0000.csv',
  ])('can’t be %j', (path) => {
    expect(isInsidePackage(path)).toBe(false)
  })

  it('never leads out of its folder', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '%2e', '%2E.', '/', '\\', '\t', ' ', ':', '%'), fc.string())
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const path = parts.join('')
        if (isInsidePackage(path)) expect(new URL(path, BASE).href.startsWith(`${HOME}/chentu/data/`)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('files of a package on the web', () => {
  afterEach(() => vi.unstubAllGlobals())
  const answering = (make: () => Response) => {
    const asked = vi.fn(async (_url: URL, _how: RequestInit) => make())
    vi.stubGlobal('fetch', asked)
    return asked
  }

  it('are not requested from another host, not even the descriptor', async () => {
    const asked = answering(() => new Response('x'))
    const other = new URL('https://other.example/data/datapackage.json')
    const files = new FetchedFiles(other, null, HOME)
    expect(await files.read(other.href)).toMatchObject({ problem: { code: 'other-origin' } })
    expect(await files.read('a.csv')).toMatchObject({ problem: { code: 'other-origin' } })
    expect(await new FetchedFiles(BASE, null, HOME).read('//other.example/a')).toMatchObject({
      problem: { code: 'other-origin' },
    })
    expect(asked).not.toHaveBeenCalled()
  })

  it('are not requested from another folder', async () => {
    const asked = answering(() => new Response('x'))
    expect(await new FetchedFiles(BASE, null, HOME).read('%2e%2e/secret.csv')).toMatchObject({
      problem: { code: 'file-unreachable' },
    })
    expect(asked).not.toHaveBeenCalled()
  })

  it('are refused if the server redirects', async () => {
    const asked = answering(() => {
      const response = new Response(null)
      Object.defineProperty(response, 'type', { value: 'opaqueredirect' })
      return response
    })
    expect(await new FetchedFiles(BASE, null, HOME).read('a.csv')).toEqual({
      problem: { code: 'file-redirected', file: 'a.csv' },
    })
    expect(asked.mock.calls[0]![1].redirect).toBe('manual')
  })

  it('may arrive slowly, but not stop arriving', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let send: (text: string) => void = () => undefined
    let signal: AbortSignal | undefined
    vi.stubGlobal('fetch', async (_: URL, how: RequestInit) => {
      signal = how.signal!
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          send = (text) => controller.enqueue(new TextEncoder().encode(text))
          signal!.addEventListener('abort', () => controller.error(signal!.reason))
        },
      })
      return new Response(body)
    })
    const asked = new FetchedFiles(BASE, 8000, HOME).read('a.csv')
    for (const text of ['a', 'b', 'c']) {
      send(text)
      // Lets the chunk be read.
      await new Promise(setImmediate)
      vi.advanceTimersByTime(50_000)
      expect(signal!.aborted).toBe(false)
    }
    vi.advanceTimersByTime(10_000)
    expect(await asked).toEqual({ problem: { code: 'server-unreachable', file: 'a.csv' } })
    vi.useRealTimers()
  })
})
