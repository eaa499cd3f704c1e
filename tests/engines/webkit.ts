import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { startDisplay } from './display'
import { type Engine, HOLD_PRINT, needs, PRINT_ASKED, type Window } from './engine'

/** WebDriver key of an element reference. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** WebDriver codes of keys that type no character. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
}

const pressed = (value: string) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('nothing was printed')
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * WebKit does not know `manifest-src` and says so; the policy is not weaker for it, as its default is 'none'. And it calls an
 * error what it tells observers of sizes a frame later.
 */
const KNOWN =
  /Unrecognized Content-Security-Policy directive 'manifest-src'|ResizeObserver loop completed with undelivered notifications/

/** Errors among the output lines of the window. */
function gatherFaults(child: ChildProcess): string[] {
  const faults: string[] = []
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        if (/CONSOLE .*\bERROR\b/.test(line) && !KNOWN.test(line)) faults.push(line)
      })
  return faults
}

/** WebKitGTK, because every browser on an iPad uses WebKit; driven by plain WebDriver. */
export async function startWebKit({ folder, isPrivate }: Window): Promise<Engine> {
  const driver = needs('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver', existsSync)
  needs('/usr/lib/python3/dist-packages/gi', 'python3-gi gir1.2-webkit2-4.1 gir1.2-gtk-3.0', existsSync)
  const display = await startDisplay()
  const printed = join(folder, 'printed.pdf')
  const port = await freePort()
  // A separate process group, so that the window ends with its driver.
  const child = spawn(driver, [`--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    // Painted by the CPU: painting by GL in several threads has crashed in Mesa's software driver.
    env: { ...process.env, ...display.env, WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' },
  })
  const faults = gatherFaults(child)
  let session = ''

  async function command<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${port}${session}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
    return value
  }

  async function untilListening(): Promise<void> {
    for (;;) {
      if (child.exitCode !== null) throw new Error('WebKitWebDriver did not start')
      const there = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null)
      if (there) return
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  await untilListening()
  const made = await command<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': {
          binary: resolve('tests/engines/webkit-window.py'),
          args: [folder, isPrivate ? 'private' : 'kept'],
        },
        timeouts: { script: 120_000, pageLoad: 120_000 },
      },
    },
  })
  session = `/session/${made.sessionId}`

  async function evaluate<T>(expression: string): Promise<T> {
    const script = `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`
    const { value, error } = await command<{ value: T; error?: string }>('POST', '/execute/async', { script, args: [] })
    if (error) throw new Error(error)
    return value
  }

  return {
    name: `WebKitGTK ${made.capabilities.browserVersion}`,
    open: (url) => command('POST', '/url', { url }),
    reload: () => command('POST', '/refresh', {}),
    ask: evaluate,
    choose: async (selector, files) => {
      const found = await command<Record<string, string>>('POST', '/element', {
        using: 'css selector',
        value: selector,
      })
      await command('POST', `/element/${found[ELEMENT]}/value`, { text: files.join('\n') })
    },
    key: (name) =>
      command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: pressed(KEYS[name] ?? name) }] }),
    tap: (x, y) =>
      command('POST', '/actions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            parameters: { pointerType: 'mouse' },
            actions: [
              { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      }),
    picture: async () => Buffer.from(await command<string>('GET', '/screenshot'), 'base64'),
    print: async (ask) => {
      rmSync(printed, { force: true })
      await evaluate(HOLD_PRINT)
      await ask()
      await until(async () => evaluate<boolean>(PRINT_ASKED))
      // The window prints when its title requests it (webkit-window.py).
      await evaluate(`document.title = 'print this page'`)
      await until(async () => existsSync(printed))
      return readFileSync(printed)
    },
    hearsErrors: !isPrivate,
    faults: () => faults.splice(0),
    close: async () => {
      await command('DELETE', '').catch(() => null)
      if (child.pid && child.exitCode === null) process.kill(-child.pid)
      display.close()
    },
  }
}
