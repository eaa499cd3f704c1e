/** What a content security policy knows as a host: letters, digits and hyphens between dots, with a port or without. */
const PLAIN_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/

/**
 * The origin of a web address, or null where the page must not be let speak to it: no http(s) address, or a host that is
 * more than plain letters. A browser takes `https://*` for an address; in a policy it would mean every server there is.
 */
export function plainOrigin(address: string): string | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  return PLAIN_HOST.test(url.host) ? url.origin : null
}
