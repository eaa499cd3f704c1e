import type { Plugin } from 'vite'

/**
 * Only the app's own folder: no inline script or style, no eval. `src/app/narrow-policy.ts`, the first statement to
 * run, narrows `connect-src` to the folder and the basemap servers that the user added.
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
 * A worker's policy comes with its own file, never from the page: our workers only request files of the app's folder,
 * where the package is. MapLibre's worker (`maplibre-gl-worker-*`) requests tiles from the office's map servers and has
 * the page's policy.
 */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
const OWN_WORKER = /\/assets\/[^/]*\.worker-[^/]*\.js$/

/** Headers that a server should send with a file of the built app; docs/security.md lists them for other servers. */
function headersOf(path: string): Record<string, string> {
  return {
    // Only a header can forbid other sites to show the page in a frame.
    'Content-Security-Policy': OWN_WORKER.test(path) ? WORKER_POLICY : `${PAGE_POLICY}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(self)',
  }
}

/** Makes the server of `npm start`, and that of the tests, send these headers. */
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
