/**
 * Lets the page speak to its own folder and to these origins, and to no other, until it is loaded anew.
 * A second policy can only take away; the built page's own leaves `connect-src` to this one, because which servers
 * an office adds is known only here.
 */
export function narrowPolicy(origins: readonly string[]): void {
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `connect-src 'self' blob: ${origins.join(' ')}`
  document.head.append(policy)
}
