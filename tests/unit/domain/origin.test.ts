import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originFault, plainOrigin } from '@/domain/origin'

describe('an origin in the content security policy', () => {
  it('is a web address of plain letters', () => {
    expect(plainOrigin('https://Tiles.example.cn:8443/{z}/{x}/{y}.png')).toBe('https://tiles.example.cn:8443')
    expect(plainOrigin('http://10.1.2.3/wms')).toBe('http://10.1.2.3')
    expect(plainOrigin('https://地图.cn/')).toMatch(/^https:\/\/xn--[a-z0-9]+\.cn$/)
  })

  it.each([
    'https://*/',
    'https://*.cn/',
    'https://a b/',
    'https://a;script-src *',
    "https://a'b/",
    'https://a,b/',
    'https://[::1]/',
    'http://gis_server/wms',
    'data:text/plain,x',
    'javascript:alert(1)',
    'ftp://a/',
    '',
    'a.cn',
  ])('can’t be %s', (address) => {
    expect(plainOrigin(address)).toBeNull()
  })

  it('never contains a character with another meaning in a policy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (host) => {
        const origin = plainOrigin(`https://${host}`)
        expect(origin === null || /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(origin)).toBe(true)
      }),
    )
  })

  it('is refused with its reason: no web address, or a host that a policy can’t contain', () => {
    for (const url of ['http://gis_server/wms', 'http://[fe80::1]:8080/', 'https://*/'])
      expect([url, originFault(url, 'https://desk.cn')]).toEqual([url, 'host'])
    for (const url of ['javascript:alert(1)', 'ftp://a/', 'a.cn', '']) expect(originFault(url, undefined)).toBe('url')
    expect(originFault('http://gis-server/wms', undefined)).toBeNull()
    // The page's own host needs no entry.
    expect(originFault('http://gis_server/wms', 'http://gis_server')).toBeNull()
  })
})
