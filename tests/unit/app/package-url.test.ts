import { afterEach, describe, expect, it, vi } from 'vitest'
import { packageAddress, packageUrl } from '@/app/package-url'
import { Workspace } from '@/workspace/workspace'
import { openFromDisk } from '../package-from-disk'

const HOME = 'https://office.example'
const OTHER = 'https://other.example'
afterEach(() => vi.unstubAllGlobals())

/** Sets the `?data=` part of the page's address. */
function named(data: string): void {
  vi.stubGlobal('document', { baseURI: `${HOME}/chentu/` })
  vi.stubGlobal('location', { origin: HOME, search: `?data=${data}` })
  vi.stubGlobal('self', { location: { origin: HOME } })
}

describe('the ?data= parameter', () => {
  it.each([
    ['a folder beside the app', 'data/changzhi', `${HOME}/chentu/data/changzhi/datapackage.json`],
    ['a descriptor', 'data/changzhi/datapackage.json?x#y', `${HOME}/chentu/data/changzhi/datapackage.json`],
    ['a folder whose name is no text', '%25E0', `${HOME}/chentu/%E0/datapackage.json`],
    ['a folder that looks like a site', `${HOME}//other.example/data/`, `${HOME}//other.example/data/datapackage.json`],
  ])('accepts %s', (_, data, url) => {
    named(data)
    expect(packageUrl()!.href).toBe(url)
  })

  it('is returned as written if it is not a valid address', () => {
    named('http%3A%2F%2F')
    expect([packageUrl(), packageAddress()]).toEqual([null, 'http://'])
  })

  it.each([
    ['plainly', `${OTHER}/data/`],
    ['without a scheme', '//other.example/data/'],
    ['in percent signs', encodeURIComponent(`${OTHER}/data/datapackage.json`)],
    ['in backslashes', '\\\\other.example\\data\\'],
  ])('with another site, written %s, is refused without a request', async (_, data) => {
    named(data)
    const asked = vi.fn()
    vi.stubGlobal('fetch', asked)
    const url = packageUrl()!
    expect(url.origin).toBe(OTHER)
    const { value, problems } = await new Workspace().open(url)
    expect([value, problems]).toEqual([null, [{ code: 'other-origin', file: url.href, expected: HOME }]])
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('a package', () => {
  it.each(['%2e%2e/secret.csv', '.\t./secret.csv', '..\\secret.csv', '//evil.example/a.csv'])(
    'that refers to a file outside its folder is refused before any such file is requested: %j',
    async (path) => {
      const asked: string[] = []
      const { value, problems } = await openFromDisk('', (file, text) => {
        asked.push(file)
        const descriptor = JSON.parse(text)
        descriptor.resources[0].path = path
        return JSON.stringify(descriptor)
      })
      expect(value).toBeNull()
      expect(problems[0]).toMatchObject({ code: 'package-invalid' })
      expect(problems[0]!.seen).toContain('must be a path inside the package')
      expect(asked).toEqual(['datapackage.json'])
    },
  )
})
