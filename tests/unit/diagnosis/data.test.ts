import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkData } from '@/features/diagnosis/checks/data'

vi.mock('@/io/package/app-folder', () => ({ appFolder: () => 'https://here/app/' }))
afterEach(() => vi.unstubAllGlobals())

/** Stubs a server with these files; the keys are paths relative to the app. */
const serve = (files: Readonly<Record<string, string>>) =>
  vi.stubGlobal('fetch', async (address: URL) => {
    const text = files[address.pathname.replace('/app/', '')]
    return new Response(text ?? '', { status: text === undefined ? 404 : 200 })
  })
const said = async () => {
  const checked = await checkData()
  return [checked.standing, checked.says(((key: string, of?: object) => `${key} ${JSON.stringify(of ?? '')}`) as never)]
}

describe('the package beside the app', () => {
  const DESCRIPTOR = JSON.stringify({ resources: [{ path: 'a.csv' }, { path: 'b.csv' }] })
  it('is complete if all files that it lists are there', async () => {
    serve({ 'data/datapackage.json': DESCRIPTOR, 'data/a.csv': '', 'data/b.csv': '' })
    expect(await said()).toEqual(['fine', 'diagnosis.data.fine ""'])
  })
  it('is broken if one of them is missing, which is named', async () => {
    serve({ 'data/datapackage.json': DESCRIPTOR, 'data/a.csv': '' })
    expect(await said()).toEqual(['wrong', 'diagnosis.data.missing {"count":1,"names":"b.csv"}'])
  })
  it('is broken if its descriptor is truncated', async () => {
    serve({ 'data/datapackage.json': DESCRIPTOR.slice(0, -3) })
    expect(await said()).toEqual(['wrong', 'diagnosis.data.unreadable ""'])
  })
  it('is not reported as broken if the network or the server gave no answer', async () => {
    const answers = [() => Promise.reject(new TypeError('no network')), async () => new Response('', { status: 503 })]
    for (const answer of answers) {
      vi.stubGlobal('fetch', (address: URL) =>
        address.pathname.endsWith('datapackage.json') ? Promise.resolve(new Response(DESCRIPTOR)) : answer(),
      )
      expect(await said()).toEqual(['odd', 'diagnosis.data.unreachable ""'])
    }
  })
  it('is checked also on a server that does not answer HEAD requests', async () => {
    vi.stubGlobal('fetch', async (address: URL, { method = 'GET' }: RequestInit = {}) => {
      if (address.pathname.endsWith('datapackage.json')) return new Response(DESCRIPTOR)
      if (method === 'HEAD') return new Response(null, { status: 405 })
      return new Response('x', { status: address.pathname.endsWith('a.csv') ? 200 : 410 })
    })
    expect(await said()).toEqual(['wrong', 'diagnosis.data.missing {"count":1,"names":"b.csv"}'])
  })
  it('may be absent', async () => {
    serve({})
    expect(await said()).toEqual(['odd', 'diagnosis.data.none {"status":404}'])
  })
})
