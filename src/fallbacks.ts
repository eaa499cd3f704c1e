// What libraries use and Chromium 109, Safari 16.4 or Firefox ESR lacks. The page and every worker import this before
// all else. Our own code does without; tests/browser/built.test.ts holds both.
import 'core-js/actual/array/to-reversed' // shpjs
