import type { AddressInfo } from 'node:net'
import { v2 as dav } from 'webdav-server'

/** A WebDAV server on this machine with one folder in memory, for one user, from any page. */
export async function serveFolder(user: string, password: string) {
  const users = new dav.SimpleUserManager()
  const rights = new dav.SimplePathPrivilegeManager()
  rights.setRights(users.addUser(user, password, false), '/', ['all'])
  const server = new dav.WebDAVServer({
    port: 0,
    hostname: '127.0.0.1',
    httpAuthentication: new dav.HTTPBasicAuthentication(users, 'office'),
    privilegeManager: rights,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, PUT, PROPFIND, MOVE, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Depth, Destination, Overwrite, Accept',
    },
  })
  // A browser first sends a preflight request, without the password.
  server.beforeRequest((context, next) => {
    if (context.request.method !== 'OPTIONS') return next()
    context.setCode(204)
    context.exit()
  })
  const http = await new Promise<{ address(): unknown }>((done) => server.start((started) => done(started!)))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`
  const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
  return {
    url,
    async files(): Promise<string[]> {
      const listed = await (await fetch(url, { method: 'PROPFIND', headers: { ...headers, Depth: '1' } })).text()
      const found = [...listed.matchAll(/<D:href>([^<]*)<\/D:href>/g)].map(([, href]) => href!)
      return found
        .map((href) => decodeURIComponent(new URL(href, url).pathname.slice(1)))
        .filter(Boolean)
        .sort()
    },
    async read(name: string): Promise<Buffer> {
      return Buffer.from(await (await fetch(url + encodeURIComponent(name), { headers })).arrayBuffer())
    },
    async write(name: string, body: Buffer): Promise<void> {
      await fetch(url + encodeURIComponent(name), { method: 'PUT', headers, body: new Uint8Array(body) })
    },
    close: () => server.stopAsync(),
  }
}
