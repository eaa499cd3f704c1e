// What libraries use and Chromium 109, Safari 16.4 or Firefox ESR lacks; the page and every worker import this before all
// else. Our own code does without. tests/browser/built.test.ts holds both.

// shpjs
if (!('toReversed' in Array.prototype))
  Object.defineProperty(Array.prototype, 'toReversed', {
    configurable: true,
    writable: true,
    value(this: unknown[]) {
      return [...this].reverse()
    },
  })

export {}
