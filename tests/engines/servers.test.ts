import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_POLICY, WORKER_POLICY } from '../../scripts/served-headers'
import { DOCS_HOST, makeCertificate, startCaddy, startNginx } from '../fixtures/docs-servers'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chentu-servers-'))
  makeCertificate(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => done(port))
    })
  })
}

const SERVERS = [
  { name: 'nginx', start: startNginx },
  { name: 'Caddy', start: startCaddy },
] as const

describe.each(SERVERS)('$name with the configuration from the docs', ({ start }) => {
  let server: ChildProcess
  let port: number
  let said = ''
  beforeAll(async () => {
    port = await freePort()
    server = start(folder, port)
    server.stderr?.on('data', (piece) => {
      said += piece
    })
    const ended = new Promise<never>((_, fail) => server.once('exit', () => fail(new Error(`it ended: ${said}`))))
    ended.catch(() => undefined)
    await Promise.race([answers(), ended])
  })
  afterAll(async () => {
    if (server.exitCode !== null) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill()
    await ended
  })

  /** Sends a request like an office browser that trusts only the office's certificate authority. */
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    new Promise((done, fail) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path,
          headers: { host: `${DOCS_HOST}:${port}`, ...headers },
          servername: DOCS_HOST,
          ca: readFileSync(join(folder, 'office-ca.crt')),
        },
        (response) => {
          const pieces: Buffer[] = []
          response.on('data', (piece: Buffer) => pieces.push(piece))
          response.on('end', () =>
            done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
          )
        },
      )
      asked.on('error', fail).end()
    })

  async function answers(): Promise<void> {
    for (;;) {
      const got = await ask('/').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNREFUSED') throw error
        return null
      })
      if (got) return
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  const asset = (name: RegExp) => `/assets/${readdirSync('dist/assets').find((each) => name.test(each))}`

  it('sends the page’s policy with the page, and the worker’s policy with a worker', async () => {
    const page = await ask('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`)
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['permissions-policy']).toBe('geolocation=(self), camera=(self), microphone=(self)')
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    const worker = await ask(asset(/^dataset\.worker-.*\.js$/))
    expect(worker.headers['content-security-policy']).toBe(WORKER_POLICY)
    expect(worker.headers['content-type']).toMatch(/javascript/)
    // The map library's worker has the page's policy: like the page, it requests map servers.
    const maps = await ask(asset(/^maplibre-gl-worker-.*\.js$/))
    expect(maps.headers['content-security-policy']).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`)
  })

  it('lets assets be cached permanently, and everything else be revalidated', async () => {
    const caching = async (path: string) => (await ask(path)).headers['cache-control']
    expect(await caching(asset(/^page-.*\.js$/))).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/data/datapackage.json'])
      expect([path, await caching(path)]).toEqual([path, 'no-cache'])
    const { etag } = (await ask('/data/rules.json')).headers
    expect((await ask('/data/rules.json', { 'if-none-match': etag! })).status).toBe(304)
    const missing = await ask('/assets/gone-12345678.js')
    expect([missing.status, String(missing.headers['cache-control'])]).toEqual([
      404,
      expect.not.stringContaining('immutable'),
    ])
  })

  it('serves ranges of a large file, with an ETag that distinguishes its versions', async () => {
    const months = readdirSync('dist/data/readings/hourly', { recursive: true, encoding: 'utf8' })
    const path = `data/readings/hourly/${months.find((each) => each.endsWith('.parquet'))}`
    const whole = readFileSync(`dist/${path}`)
    // Browsers accept compressed responses for every request.
    const piece = await ask(`/${path}`, { range: 'bytes=4-99', 'accept-encoding': 'gzip, deflate, br' })
    expect([piece.status, piece.headers['content-range']]).toEqual([206, `bytes 4-99/${whole.length}`])
    expect(piece.body.equals(whole.subarray(4, 100))).toBe(true)
    expect(piece.headers.etag).toMatch(/^"/)
    expect(piece.headers['content-encoding']).toBeUndefined()
  })

  it('compresses text, and states its type', async () => {
    const packed = await ask(asset(/^page-.*\.js$/), { 'accept-encoding': 'gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    const types = async (path: string) => (await ask(path)).headers['content-type']
    expect(await types('/data/rivers.geojson')).toMatch(/^application\/geo\+json/)
    expect(await types('/data/counties.csv')).toMatch(/^text\/csv/)
    expect(await types('/manifest.webmanifest')).toMatch(/^application\/manifest\+json/)
  })

  it('lists no folder, and sends no page for a missing file', async () => {
    expect((await ask('/data/')).status).toBeGreaterThanOrEqual(403)
    expect((await ask('/data/none.json')).status).toBe(404)
  })
})
