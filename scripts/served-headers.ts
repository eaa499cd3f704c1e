import type { Plugin } from 'vite'

/**
 * Nothing but the app's own folder: no inline script or style, no eval. `connect-src` is narrowed to the folder and the
 * basemap servers that the user added by the first statement that runs, `src/app/narrow-policy.ts`.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self' http: https:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * A worker has the policy of its own file's answer, never its page's: ours ask nobody but the app's own folder, where the
 * package is. MapLibre's worker (`maplibre-gl-worker-*`) asks the office's map servers for tiles and has the page's.
 */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
const OWN_WORKER = /\/assets\/[^/]*\.worker-[^/]*\.js$/

/** The headers that a server should send with a file of the built app; docs/security.md has them for other servers. */
function headersOf(path: string): Record<string, string> {
  return {
    // Only a header can forbid that another site shows the page in a frame.
    'Content-Security-Policy': OWN_WORKER.test(path) ? WORKER_POLICY : `${PAGE_POLICY}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(self)',
  }
}

/** Lets the server of `npm start`, and that of the tests, send them. */
export const servedHeaders: Plugin = {
  name: 'served-headers',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '').split('?')[0]!
      for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value)
      next()
    })
  },
}
