import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { viteStaticCopy } from 'vite-plugin-static-copy'
import { defineConfig } from 'vitest/config'
import { boundedWorkbooks } from './scripts/bounded-workbooks.ts'
import { compiledReact } from './scripts/compiled-react.ts'
import { preloadedPage } from './scripts/preloaded-page.ts'
import { PAGE_POLICY, servedHeaders } from './scripts/served-headers.ts'
import { shippedParts } from './scripts/shipped-parts.ts'
import { startChunks } from './scripts/start-chunks.ts'

/** Only the built page carries the policy: Vite's development server injects inline scripts. */
const strictPolicy: Plugin = {
  name: 'strict-content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
  ],
}

/**
 * Stores the app's own files for offline use. The app stores the data itself, because an office changes it without a
 * build.
 */
const offline = VitePWA({
  registerType: 'prompt',
  injectRegister: null,
  manifest: false,
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,webp,woff2,webmanifest}'],
    globIgnores: ['data/**'],
    // ?data= names another package, not another page.
    ignoreURLParametersMatching: [/./],
    navigateFallback: null,
    // Also controls the page of the first visit: otherwise screens not opened yet would not load offline.
    clientsClaim: true,
  },
})

/** The oldest supported browsers: the last Chromium of Windows 7, iPadOS of 2023, and Firefox ESR. */
const FLOOR = ['chrome109', 'safari16.4', 'firefox140']

/** React Aria has thirty languages; the app has two. */
const onlyOurLanguages = optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] })

/** Seconds since 1970 as an ISO instant; '' if not given. */
const builtAt = (epoch: string | undefined) =>
  /^\d+$/.test(epoch ?? '') ? new Date(Number(epoch) * 1000).toISOString() : ''

/** In its own chunk, so that it runs before chunks shared by others. */
const fallbacks = { name: 'fallbacks', test: /src\/fallbacks\.ts$/ }

/**
 * What only the shape of the ring needs of Turf, a quarter of the worker's code: it is loaded with the ring. Its modules
 * come by the index of Turf, so that they would be in the chunk of all that use any of it.
 */
const offsets = {
  name: 'offsets',
  test: /[\\/]@turf[\\/](?:buffer|jsts)[\\/]/,
  priority: 1,
  includeDependenciesRecursively: false,
}

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

/** Marks of unit tests that mock a part of a page or a module. */
const STANDS_IN =
  /\bvi\.(?!fn|waitFor)|globalThis|fake-indexeddb|fixtures\/(desk|window|fake-worker|model-worker|old-databases)/

/** Test files that need their own modules. */
const STAND_INS = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && STANDS_IN.test(readFileSync(file, 'utf8')))

/**
 * Files of such a project share a process and the modules of node_modules, and evaluate the app's own modules again.
 */
const AFRESH = ['tests/fixtures/afresh.ts']
/** Packages of node_modules evaluated again for each file, so that no file finds another's database. */
const OWN_DATABASES = ['dexie', 'fake-indexeddb']

export default defineConfig({
  // Relative, so that the built folder works under any path of any static server.
  base: './',
  // The commit's time, set by a release, so that its bytes are reproducible; a clock behind it is wrong.
  define: { 'import.meta.env.CHENTU_BUILT_AT': JSON.stringify(builtAt(process.env.SOURCE_DATE_EPOCH)) },
  plugins: [
    boundedWorkbooks(),
    compiledReact(),
    react(),
    onlyOurLanguages,
    strictPolicy,
    preloadedPage('src/app/main.tsx'),
    viteStaticCopy({ targets: [{ src: 'data', dest: '.' }] }),
    offline,
    servedHeaders,
    shippedParts(),
  ],
  ssr: { noExternal: ['@e965/xlsx'] },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: {
    format: 'es',
    plugins: () => [boundedWorkbooks(), shippedParts()],
    // A worker's code is in its own chunk: if a lazy chunk imported the entry itself, WebKit would evaluate the entry a
    // second time, and every request would be answered twice.
    rolldownOptions: {
      output: { codeSplitting: { groups: [fallbacks, { name: 'main', test: /\.main\.ts$/ }, offsets] } },
      treeshake: { moduleSideEffects: [{ test: /[\\/]@turf[\\/]jsts[\\/]/, sideEffects: false }] },
    },
  },
  build: {
    // Syntax and style sheets are compiled for these; src/fallbacks.ts adds missing features.
    target: FLOOR,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { ...fallbacks, priority: 4 },
            ...startChunks(source('app/start.ts'), source('app/main.tsx'), source('features/explore/Explore.tsx')),
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1500,
    // The policy allows no data: URLs for fonts, scripts or styles.
    assetsInlineLimit: 0,
  },
  test: {
    reporters: ['default'],
    // By default vitest reserves one processor for itself, which is half of two. More pages than processors only wait
    // for each other.
    maxWorkers: 2,
    // On a shared machine a browser test may be retried once; the report shows which was.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: STAND_INS,
          // Pure data tests: imports are evaluated once for all files, because that took longer than the tests.
          isolate: false,
          testTimeout: 60_000,
          // Inlined, so that it is tested with the same transformation as in the build.
          server: { deps: { inline: ['@e965/xlsx'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-page',
          environment: 'node',
          include: STAND_INS,
          isolate: false,
          setupFiles: AFRESH,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: { deps: { inline: ['@e965/xlsx', ...OWN_DATABASES] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.tsx'],
          isolate: false,
          setupFiles: [...AFRESH, 'tests/component/patience.ts', 'tests/component/same-keys.ts'],
          server: { deps: { inline: OWN_DATABASES } },
          // Parts that load on the first press take long on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // The papers as pages, if LibreOffice is installed (scripts/test.mjs reports if it is not).
        test: {
          name: 'papers',
          environment: 'node',
          include: ['tests/papers/**/*.test.ts'],
          // The code that writes papers is evaluated once for all files.
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          server: { deps: { inline: ['@e965/xlsx'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          // The files that a worker runs share one Chromium: tests/browser/app.ts.
          isolate: false,
          // Same as Playwright's timeout: a second is short on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          // Runs after the other projects.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          environment: 'node',
          include: ['tests/engines/**/*.test.ts'],
          // Last, and two engines at a time: a timeout on a busy processor would say nothing about the engine.
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
