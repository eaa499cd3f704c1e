import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DOMParser } from '@xmldom/xmldom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchReceipts, pushBundle, readListing } from '@/ledger/push'
import { addressFault, folderOrigins } from '@/store/device/office-folder'

const access = { url: 'https://dav.example.com/field', user: '张三', password: '密码' }
const answers = (...statuses: number[]) => {
  const calls: { url: string; method: string; headers: Record<string, string> }[] = []
  vi.stubGlobal('DOMParser', DOMParser)
  vi.stubGlobal(
    'fetch',
    async (url: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
      calls.push({ url, method, headers })
      const status = statuses[calls.length - 1] ?? 200
      return new Response(status === 207 ? '<multistatus xmlns="DAV:"/>' : null, { status })
    },
  )
  return calls
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a WebDAV folder', () => {
  it('gets a bundle under a temporary name first, and the password goes nowhere else', async () => {
    const calls = answers(201, 207, 201)
    expect(await pushBundle(access, 'a b/包.zip', new Blob(['x']))).toBeNull()
    const at = 'https://dav.example.com/field/a%20b%2F%E5%8C%85.zip'
    expect(calls.map(({ method, url }) => [method, url])).toEqual([
      ['PUT', `${at}.part`],
      ['PROPFIND', `${at}.part`],
      ['MOVE', `${at}.part`],
    ])
    expect(calls[2]!.headers).toMatchObject({ Destination: at, Overwrite: 'F' })
    const basic = Buffer.from(calls[0]!.headers.Authorization!.slice(6), 'base64').toString()
    expect(basic).toBe('张三:密码')
  })

  it('reports why it failed: password, space, name, refusal', async () => {
    const faultOf = (...statuses: number[]) => {
      answers(...statuses)
      return pushBundle(access, 'x.zip', new Blob(['x']))
    }
    expect([await faultOf(401), await faultOf(403)]).toEqual(['unauthorised', 'unauthorised'])
    expect([await faultOf(507), await faultOf(413)]).toEqual(['full', 'full'])
    expect(await faultOf(201, 207, 412)).toBe('taken')
    expect([await faultOf(500), await faultOf(404)]).toEqual(['refused', 'unreachable'])
    answers(401)
    expect(await fetchReceipts(access)).toEqual({ fault: 'unauthorised' })
  })

  it('without an answer ends in an error, and a redirect is not followed', async () => {
    let moved = false
    const server = createServer((request, response) => {
      if (moved) response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()
      else request.resume()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    // The second name is that of Chromium before 124.
    for (const name of ['TimeoutError', 'AbortError']) {
      vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => {
        const gone = new AbortController()
        setImmediate(() => gone.abort(new DOMException('', name)))
        return gone.signal
      })
      expect(await fetchReceipts({ ...access, url })).toEqual({ fault: 'silent' })
    }
    moved = true
    const { fault } = (await fetchReceipts({ ...access, url })) as { fault: string }
    // Node returns the redirect itself, which a browser hides.
    expect(['moved', 'refused']).toContain(fault)
    server.closeAllConnections()
    server.close()
    expect(await fetchReceipts({ ...access, url })).toEqual({ fault: 'unreachable' })
  })

  /** A folder whose files are served by name; returns the requests. */
  const folderOf = (names: readonly string[], get: (name: string) => Response | Promise<Response>) => {
    const asked: string[] = []
    vi.stubGlobal('DOMParser', DOMParser)
    vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
      if (method === 'PROPFIND') {
        const listed = names.map((name) => `<response><href>/field/${name}</href></response>`)
        return new Response(`<multistatus xmlns="DAV:">${listed.join('')}</multistatus>`, { status: 207 })
      }
      asked.push(url.split('/').at(-1)!)
      return get(asked.at(-1)!)
    })
    return asked
  }

  it('returns the receipts that can be read, and the number of others', async () => {
    folderOf(['a.json', 'b.json', 'c.json', 'd.json', 'e.zip'], (name) => {
      if (name === 'c.json') throw new TypeError('gone meanwhile')
      return name === 'b.json' ? new Response('', { status: 403 }) : new Response(name)
    })
    expect(await fetchReceipts(access)).toEqual({ receipts: ['a.json', 'd.json'], unread: 2 })
  })

  it('reads at most 8 MB of a file, whatever its server states', async () => {
    let pulled = 0
    folderOf(['a.json', 'b.json'], (name) => {
      if (name === 'b.json') return new Response('回执')
      return new Response(
        new ReadableStream({
          pull(controller) {
            pulled += 1 << 20
            controller.enqueue(new Uint8Array(1 << 20))
          },
        }),
      )
    })
    expect(await fetchReceipts(access)).toEqual({ receipts: ['回执'], unread: 1 })
    expect(pulled).toBeLessThan(12 << 20)
  })

  it('makes no further request to a server that stopped answering', async () => {
    const asked = folderOf(['a.json', 'b.json', 'c.json'], (name) => {
      if (name === 'b.json') throw new DOMException('', 'TimeoutError')
      return new Response(name)
    })
    expect(await fetchReceipts(access)).toEqual({ receipts: ['a.json'], unread: 2 })
    expect(asked).toEqual(['a.json', 'b.json'])
  })

  it('is listed by names and sizes, whatever prefix, address or folder the server writes', () => {
    const xml = `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">
      <d:response><d:href>/field/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop></d:propstat></d:response>
      <d:response><d:href>https://elsewhere.example/x/%E5%9B%9E%E6%89%A7.json</d:href><d:propstat><d:prop><d:getcontentlength>12</d:getcontentlength></d:prop></d:propstat></d:response>
      <d:response><d:href>/field/../../%E0%A4%A.json</d:href><d:propstat><d:prop/></d:propstat></d:response>
    </d:multistatus>`
    expect(readListing(xml, new DOMParser() as unknown as globalThis.DOMParser)).toEqual([
      { name: '回执.json', bytes: 12, tag: '' },
      { name: '%E0%A4%A.json', bytes: null, tag: '' },
    ])
    expect(readListing('<html/>', new DOMParser() as unknown as globalThis.DOMParser)).toEqual([])
  })

  it('has an https address without a password, or is on this computer', () => {
    expect(addressFault('https://dav.example.com/a')).toBeNull()
    expect(addressFault('http://127.0.0.1:8080/')).toBeNull()
    expect(addressFault('http://localhost/')).toBeNull()
    expect(addressFault('http://dav.example.com/')).toBe('insecure')
    expect(addressFault('http://localhost.example.com/')).toBe('insecure')
    expect(addressFault('https://u:p@dav.example.com/')).toBe('credentials')
    for (const url of ['dav.example.com', 'ftp://x/', 'javascript:alert(1)', 'https://', 'https:///', ''])
      expect([url, addressFault(url)]).toEqual([url, 'malformed'])
    expect(addressFault('https://dav_server/')).toBe('host')
    expect([addressFault('https://[::1]/'), folderOrigins('https://[::1]/')]).toEqual(['host', []])
    expect(folderOrigins('https://dav.example.com/a')).toEqual(['https://dav.example.com'])
    expect([folderOrigins('http://dav.example.com/a'), folderOrigins('')]).toEqual([[], []])
  })
})
