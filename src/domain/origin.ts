/**
 * What a content security policy knows as a host (CSP 3, host-char): letters, digits and hyphens between dots, with a port or
 * without. It has no word for `_`, nor for IPv6 in brackets: browsers pass such a source over, and the host is never reached.
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
 * The origin of a web address, or null where the page must not be let speak to it: no http(s) address, or a host that is
 * more than plain letters. A browser takes `https://*` for an address; in a policy it would mean every server there is.
 */
export function plainOrigin(address: string): string | null {
  const url = webAddress(address)
  return url && PLAIN_HOST.test(url.host) ? url.origin : null
}

/**
 * Why the page can't be let speak to an address: it is no http(s) address, or no policy can name its host. Null where it can;
 * the page's own origin needs no name.
 */
export function originFault(address: string, own: string | undefined): 'url' | 'host' | null {
  const url = webAddress(address)
  if (!url) return 'url'
  return url.origin === own || PLAIN_HOST.test(url.host) ? null : 'host'
}
