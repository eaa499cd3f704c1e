// Polyfills for what libraries use and Chromium 109, Safari 16.4 or Firefox ESR lacks; the page and every worker import
// this first. The app's own code does not need them. tests/browser/built.test.ts checks both.

// Used by shpjs
if (!('toReversed' in Array.prototype))
  Object.defineProperty(Array.prototype, 'toReversed', {
    configurable: true,
    writable: true,
    value(this: unknown[]) {
      return [...this].reverse()
    },
  })

export {}
