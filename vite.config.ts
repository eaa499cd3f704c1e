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

/** The app's own files, there without a signal. The data is kept by the app itself: an office changes it without a build. */
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
    // The page of the first visit too: else the screens that it has not opened yet would not come once the signal is gone.
    clientsClaim: true,
  },
})

/** The oldest browsers that Chentu works in: the last Chromium of Windows 7, iPadOS of 2023, and Firefox ESR. */
const FLOOR = ['chrome109', 'safari16.4', 'firefox140']

/** React Aria speaks thirty languages; the app, two. */
const onlyOurLanguages = optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] })

/** Seconds since 1970 as an instant; '' where none are said. */
const builtAt = (epoch: string | undefined) =>
  /^\d+$/.test(epoch ?? '') ? new Date(Number(epoch) * 1000).toISOString() : ''

/** A chunk of its own, so that it runs before those that other chunks share. */
const fallbacks = { name: 'fallbacks', test: /src\/fallbacks\.ts$/ }

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

/** In a unit test: it puts something in the place of a part of a page, or of a module. */
const STANDS_IN =
  /\bvi\.(?!fn|waitFor)|globalThis|fake-indexeddb|fixtures\/(desk|window|fake-worker|model-worker|old-databases)/

/** Those have modules of their own. */
const STAND_INS = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && STANDS_IN.test(readFileSync(file, 'utf8')))

/** The files of a project share a process and what stands in node_modules, and have the app's own modules anew. */
const AFRESH = ['tests/fixtures/afresh.ts']
/** Of node_modules, anew for each file all the same: what it keeps in a database no other finds. */
const OWN_DATABASES = ['dexie', 'fake-indexeddb']

export default defineConfig({
  // Relative, so that the built folder works under any path of any static server.
  base: './',
  // The commit's time, which a release gives, so that its bytes stay the same; a clock that is behind it is wrong.
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
    // What a worker does stands in a chunk of its own: where a lazy chunk imports the entry itself, WebKit evaluates the
    // entry a second time, and every question is then answered twice.
    rolldownOptions: {
      output: { codeSplitting: { groups: [fallbacks, { name: 'main', test: /\.main\.ts$/ }] } },
    },
  },
  build: {
    // Syntax and style sheets are written for these; src/fallbacks.ts adds what else they lack.
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
    // The policy has no data: for fonts, and a script or style in a data: URL would break it.
    assetsInlineLimit: 0,
  },
  test: {
    reporters: ['default'],
    // Left alone vitest keeps one processor for itself, and of two that is half. More pages than processors only wait for each
    // other.
    maxWorkers: 2,
    // Where others use the machine too, a browser test may be tried twice; the report says which was.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: STAND_INS,
          // Plain data in and out: what is imported is evaluated once for all files, which took longer than the tests.
          isolate: false,
          testTimeout: 60_000,
          // So that it is tested as it is built in.
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
          setupFiles: [...AFRESH, 'tests/component/patience.ts'],
          server: { deps: { inline: OWN_DATABASES } },
          // Parts that come with the first press take long on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Where LibreOffice is installed (scripts/test.mjs says so where it is not): the papers as pages.
        test: {
          name: 'papers',
          environment: 'node',
          include: ['tests/papers/**/*.test.ts'],
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
          // As long as Playwright waits: a second is short on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          // After the others.
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
          // Last, and two engines at a time: a journey that waits for a busy processor says nothing of the engine.
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
