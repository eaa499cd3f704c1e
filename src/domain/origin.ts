/**
 * Hosts that a content security policy can name (CSP 3, host-char): letters, digits and hyphens between dots, with an
 * optional port. It can name neither `_` nor IPv6 in brackets: browsers ignore such a source, and the host is never
 * reached.
 */
const PLAIN_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/

function webAddress(address: string): URL | null {
  try {
    const url = new URL(address)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
  } catch {
    return null
  }
}

/**
 * Origin of a web address; null if the page must not be allowed to connect to it: not an http(s) address, or a host
 * with other characters. Browsers accept `https://*` as an address; in a policy it would mean every server.
 */
export function plainOrigin(address: string): string | null {
  const url = webAddress(address)
  return url && PLAIN_HOST.test(url.host) ? url.origin : null
}

/**
 * Why the page can't be allowed to connect to an address: it is not an http(s) address, or no policy can name its host.
 * Null if it can; the page's own origin need not be named.
 */
export function originFault(address: string, own: string | undefined): 'url' | 'host' | null {
  const url = webAddress(address)
  if (!url) return 'url'
  return url.origin === own || PLAIN_HOST.test(url.host) ? null : 'host'
}
