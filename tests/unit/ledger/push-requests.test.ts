import { DOMParser } from '@xmldom/xmldom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RoundOrder } from '@/domain/field/round-order'
import { readRoundOrders, writeRoundOrders } from '@/io/field/round-order-file'
import { fetchReceipts, giveRounds, pushBundle, readListing } from '@/ledger/push'

interface Asked {
  readonly url: string
  readonly init: RequestInit & { readonly headers: Record<string, string> }
}

/** A server with an answer to each request; returns the requests in order. */
function serve(answer: (asked: Asked, number: number) => Response): Asked[] {
  const all: Asked[] = []
  vi.stubGlobal('DOMParser', DOMParser)
  vi.stubGlobal('fetch', async (url: string, init: Asked['init']) => {
    all.push({ url, init })
    return answer(all.at(-1)!, all.length - 1)
  })
  return all
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const ACCESS = { url: 'https://dav.example.com/field///', user: 'u', password: 'p' }
const listing = (...files: readonly (readonly [name: string, bytes?: number | string | undefined])[]) =>
  `<multistatus xmlns="DAV:">${files
    .map(([name, bytes]) => {
      const size = bytes === undefined ? '' : `<getcontentlength> ${bytes} </getcontentlength>`
      return `<response><href> /field/${name} </href><propstat><prop>${size}</prop></propstat></response>`
    })
    .join('')}</multistatus>`
const listed = (xml: string) => readListing(xml, new DOMParser() as unknown as globalThis.DOMParser)

describe('a request to a WebDAV folder', () => {
  it('goes to the address that was typed, with the password and nothing from the browser', async () => {
    const all = serve(() => new Response(listing(), { status: 207 }))
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: [], unread: 0 })
    expect(all).toHaveLength(1)
    const { url, init } = all[0]!
    expect(url).toBe('https://dav.example.com/field/')
    expect(init).toMatchObject({ method: 'PROPFIND', redirect: 'manual', credentials: 'omit', cache: 'no-store' })
    expect(init.headers).toEqual({
      Authorization: `Basic ${btoa('u:p')}`,
      Depth: '1',
      'Content-Type': 'application/xml; charset=utf-8',
    })
    // RFC 4918, 14.20: the requested properties.
    const document = new DOMParser().parseFromString(String(init.body), 'application/xml')
    expect(document.documentElement?.namespaceURI).toBe('DAV:')
    for (const name of ['propfind', 'prop', 'getcontentlength', 'resourcetype'])
      expect(document.getElementsByTagNameNS('DAV:', name)).toHaveLength(1)
  })

  it('for a file uses its name in the folder, whatever address the server lists, and has no body', async () => {
    const all = serve(({ init }) =>
      init.method === 'GET'
        ? new Response('回执')
        : new Response(listing(['%E5%9B%9E.json'], ['b.zip']), { status: 207 }),
    )
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: ['回执'], unread: 0 })
    expect(all.map(({ url }) => url)).toEqual([
      'https://dav.example.com/field/',
      'https://dav.example.com/field/%E5%9B%9E.json',
    ])
    expect(all[1]!.init.body).toBeNull()
  })

  it('times out after 20 s, and for a bundle by 10 kB/s later', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    serve(({ init }) => new Response(init.method === 'PROPFIND' ? listing() : null, { status: 207 }))
    await pushBundle(ACCESS, 'a.zip', new Blob([new Uint8Array(50_005)]))
    expect(timeout.mock.calls.flat()).toEqual([25_001, 20_000, 20_000])
  })
})

describe('an uploaded bundle', () => {
  const push = (bytes: number | undefined | null, last = 201) => {
    const all = serve(({ init }) => {
      if (init.method === 'PROPFIND')
        return new Response(bytes === null ? '<x/>' : listing(['a.zip.part', bytes]), { status: 207 })
      return new Response(null, { status: init.method === 'MOVE' ? last : 201 })
    })
    return pushBundle(ACCESS, 'a.zip', new Blob(['12345'])).then((fault) => [fault, all.map(({ init }) => init.method)])
  }

  it('is renamed only if it is complete or the server does not report its size', async () => {
    const whole = ['PUT', 'PROPFIND', 'MOVE']
    expect(await push(5)).toEqual([null, whole])
    expect(await push(4)).toEqual(['incomplete', ['PUT', 'PROPFIND']])
    expect(await push(0)).toEqual(['incomplete', ['PUT', 'PROPFIND']])
    expect(await push(undefined)).toEqual([null, whole])
    expect(await push(null)).toEqual([null, whole])
  })

  it('is looked up as a single file, and sent with its bytes', async () => {
    const all = serve(({ init }) => new Response(init.method === 'PROPFIND' ? listing() : null, { status: 207 }))
    const bundle = new Blob(['12345'])
    await pushBundle(ACCESS, 'a.zip', bundle)
    expect(all[0]!.init.body).toBe(bundle)
    expect(all[1]!.init.headers.Depth).toBe('0')
    expect(all[2]!.init.headers).toMatchObject({ Destination: 'https://dav.example.com/field/a.zip', Overwrite: 'F' })
  })

  it.each([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'unreachable'],
    [409, 'unreachable'],
    [412, 'taken'],
    [413, 'full'],
    [507, 'full'],
    [423, 'refused'],
    [500, 'refused'],
  ])('with the status %d is %s', async (status, fault) => expect((await push(5, status))[0]).toBe(fault))

  it('is not redirected, and its server is reported if it can’t be reached', async () => {
    const moved = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
    serve(() => moved)
    expect(await pushBundle(ACCESS, 'a.zip', new Blob(['x']))).toBe('moved')
    serve(() => {
      throw new TypeError('fetch failed')
    })
    expect(await pushBundle(ACCESS, 'a.zip', new Blob(['x']))).toBe('unreachable')
    serve(() => {
      throw new DOMException('', 'NetworkError')
    })
    expect(await pushBundle(ACCESS, 'a.zip', new Blob(['x']))).toBe('unreachable')
    serve(() => {
      throw Object.assign(new Error(''), { name: 'TimeoutError' })
    })
    expect(await pushBundle(ACCESS, 'a.zip', new Blob(['x']))).toBe('unreachable')
  })
})

describe('receipts in a folder', () => {
  it('are read up to 8 MB if the server reports their size', async () => {
    const files = listing(['a.json', 8 << 20], ['b.json', (8 << 20) + 1], ['c.json', '12 kB'])
    const all = serve(({ init, url }) =>
      init.method === 'GET' ? new Response(url.at(-6)) : new Response(files, { status: 207 }),
    )
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: ['a', 'c'], unread: 1 })
    expect(all).toHaveLength(3)
  })

  it('are read up to 8 MB if the server reports no size; a listing up to 64 MB', async () => {
    let bytes = 8 << 20
    serve(({ init }) =>
      init.method === 'GET' ? new Response(new Uint8Array(bytes)) : new Response(listing(['a.json']), { status: 207 }),
    )
    expect(await fetchReceipts(ACCESS)).toMatchObject({ unread: 0 })
    bytes++
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: [], unread: 1 })
    serve(() => new Response(new Uint8Array((64 << 20) + 1), { status: 207 }))
    expect(await fetchReceipts(ACCESS)).toEqual({ fault: 'refused' })
  })

  it('have the same text in whatever chunks they arrive', async () => {
    const bytes = new TextEncoder().encode('咸阳市')
    serve(({ init }) => {
      if (init.method !== 'GET') return new Response(listing(['a.json']), { status: 207 })
      const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte))
      return new Response(
        new ReadableStream({
          pull(controller) {
            const piece = pieces.shift()
            if (piece) controller.enqueue(piece)
            else controller.close()
          },
        }),
      )
    })
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: ['咸阳市'], unread: 0 })
  })

  it('may be empty; a text cut off within a character ends with the replacement character', async () => {
    serve(({ init }) =>
      init.method === 'GET' ? new Response(null) : new Response(listing(['a.json']), { status: 207 }),
    )
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: [''], unread: 0 })
    serve(({ init }) =>
      init.method === 'GET'
        ? new Response(Uint8Array.of(0x61, 0xe5, 0x92))
        : new Response(listing(['a.json']), { status: 207 }),
    )
    expect(await fetchReceipts(ACCESS)).toEqual({ receipts: ['a\ufffd'], unread: 0 })
  })
})

describe('a folder’s listing', () => {
  it('leaves out the folder itself, with or without a slash at its end', () => {
    const folder =
      '<response><href>/field/old.json</href><propstat><prop><resourcetype><collection/></resourcetype></prop></propstat></response>'
    expect(listed(`<multistatus xmlns="DAV:">${folder}${listing(['a.json'])}</multistatus>`)).toEqual([
      { name: 'a.json', bytes: null, tag: '' },
    ])
  })

  it('has names without query and fragment, and leaves out files without a name', () => {
    const xml = listing(['a.json?x=/y'], ['b.json#/z'], ['folder/'], [''])
    expect(listed(xml).map(({ name }) => name)).toEqual(['a.json', 'b.json'])
    expect(listed('<multistatus xmlns="DAV:"><response/></multistatus>')).toEqual([])
    expect(listed(listing(['a.json', 12], ['b.json', ''], ['c.json', '-1'], ['d.json', '1e3']))).toEqual([
      { name: 'a.json', bytes: 12, tag: '' },
      { name: 'b.json', bytes: null, tag: '' },
      { name: 'c.json', bytes: null, tag: '' },
      { name: 'd.json', bytes: null, tag: '' },
    ])
  })
})

describe('rounds written to a folder', () => {
  const order = (name: string, codes = ['DC-1']): RoundOrder => ({
    name,
    team: '一组',
    day: '2022-11-01',
    stops: codes.map((code) => ({ kind: 'stockpile', code })),
    from: 'desk',
  })
  const FOLDER = 'https://dav.example.com/field/'
  /** A folder with rounds or without; each text in `others` is written by another desk after the file was read. */
  const give = async (there: string | null, { last = 201, others = [] as readonly string[], tags = true } = {}) => {
    const waiting = [...others]
    let [now, version, put] = [there, 1, '']
    const all = serve(({ url, init }) => {
      const name = url.slice(FOLDER.length)
      const file = (size: number) =>
        `<response><href>/field/${name || 'rounds.json'}</href><propstat><prop><getcontentlength>${size}</getcontentlength>${tags ? `<getetag>"${name && name !== 'rounds.json' ? 'part' : version}"</getetag>` : ''}</prop></propstat></response>`
      const size = (text: string) => new TextEncoder().encode(text).length
      if (init.method === 'PROPFIND') {
        const is = name.endsWith('.part') ? put : now
        return new Response(`<multistatus xmlns="DAV:">${is === null ? '' : file(size(is))}</multistatus>`, {
          status: 207,
        })
      }
      if (init.method === 'GET') return new Response(now)
      if (init.method === 'MOVE') {
        if (last !== 201) return new Response(null, { status: last })
        if (init.headers.Overwrite === 'F' && now !== null) return new Response(null, { status: 412 })
        now = put
      }
      return new Response(null, { status: 204 })
    })
    // Reads the uploaded text before the next request.
    const asked = globalThis.fetch
    vi.stubGlobal('fetch', async (url: string, init: Asked['init']) => {
      if (init.method === 'PUT') {
        put = await (init.body as Blob).text()
        const other = waiting.shift()
        if (other !== undefined) [now, version] = [other, version + 1]
      }
      return asked(url, init)
    })
    const fault = await giveRounds(ACCESS, [order('城北线', ['DC-1', 'DC-2'])])
    return { all, fault, rounds: readRoundOrders(now ?? ''), text: now }
  }
  const methods = (all: readonly Asked[]) => all.map(({ init }) => init.method).join(' ')

  it('are merged with those of other desks, once each, and renamed only when complete', async () => {
    const { all, fault, rounds } = await give(writeRoundOrders([order('城南线'), order('城北线')]))
    expect(fault).toBeNull()
    expect(rounds).toEqual([order('城北线', ['DC-1', 'DC-2']), order('城南线')])
    expect(methods(all)).toBe('PROPFIND GET PUT PROPFIND PROPFIND MOVE')
    expect(all[1]!.url).toBe(`${FOLDER}rounds.json`)
    expect(all.at(-1)!.url).toBe(all[2]!.url)
    expect(all.at(-1)!.init.headers).toMatchObject({ Destination: `${FOLDER}rounds.json`, Overwrite: 'T' })
  })

  it('are uploaded under a name that no other desk uses at the same time', async () => {
    const parts = [await give(null), await give(null)].map(
      ({ all }) => all.find(({ init }) => init.method === 'PUT')!.url,
    )
    for (const part of parts) expect(part).toMatch(/rounds\.json\.\w+\.part$/)
    expect(parts[0]).not.toBe(parts[1])
  })

  it('create the file if it is missing or empty, and report a refusal of the server', async () => {
    expect(await give(null)).toMatchObject({ fault: null, rounds: [{ name: '城北线' }] })
    expect(await give('')).toMatchObject({ fault: null, rounds: [{ name: '城北线' }] })
    const full = await give(null, { last: 507 })
    expect(full).toMatchObject({ fault: 'full' })
    // The temporary file is deleted.
    expect(full.all.at(-1)).toMatchObject({ init: { method: 'DELETE' }, url: full.all.at(-2)!.url })
  })

  it.each([
    ['a later version', JSON.stringify({ format: 'chentu-rounds-2', rounds: [order('他台线')] })],
    ['too many', JSON.stringify({ format: 'chentu-rounds-1', rounds: Array(201).fill(order('他台线')) })],
    ['too much', ' '.repeat((8 << 20) + 1)],
    ['something else', '{'],
  ])('leave a file of %s unchanged, which is reported', async (_, there) => {
    const { fault, text, all } = await give(there)
    expect(fault).toBe('foreign-rounds')
    expect(text).toBe(there)
    expect(methods(all)).not.toMatch(/PUT|MOVE/)
  })

  it('are merged with what another desk wrote in the meantime, whether or not the file existed', async () => {
    const meantime = writeRoundOrders([order('他台线')])
    for (const there of [null, writeRoundOrders([order('城南线')])]) {
      const { fault, rounds } = await give(there, { others: [meantime] })
      expect(fault).toBeNull()
      expect(rounds?.map(({ name }) => name)).toEqual(['城北线', '他台线'])
    }
    expect((await give(writeRoundOrders([order('城南线')]), { others: Array(9).fill(meantime) })).fault).toBe('taken')
    // If the server has no ETags, the last writer wins.
    expect((await give(writeRoundOrders([]), { others: [meantime], tags: false })).fault).toBeNull()
  })

  it('are not renamed if only a part arrived', async () => {
    const all = serve(
      ({ init }) => new Response(init.method === 'PROPFIND' ? listing(['x.part', 3]) : null, { status: 207 }),
    )
    expect(await giveRounds(ACCESS, [order('城北线')])).toBe('incomplete')
    expect(methods(all)).toBe('PROPFIND PUT PROPFIND DELETE')
  })
})
