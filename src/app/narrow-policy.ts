/**
 * Restricts the page's connections to its own folder and these origins until it is reloaded. A second policy can only
 * restrict further; the built page's policy leaves `connect-src` open, because the servers that an office adds are
 * known only here.
 */
export function narrowPolicy(origins: readonly string[]): void {
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `connect-src 'self' blob: ${origins.join(' ')}`
  document.head.append(policy)
}
