import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const XVFB = '/usr/bin/Xvfb'

/** A virtual display, and a function that ends it. */
export interface Display {
  readonly env: Record<string, string>
  close(): void
}

/** Starts a virtual display, rendered by the CPU, for browsers that draw maps only in a window. */
export async function startDisplay(): Promise<Display> {
  if (!existsSync(XVFB)) throw new Error(`${XVFB} is missing (Debian: xvfb)`)
  // It chooses a free display number and writes it when it is ready.
  const child = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((done, fail) => {
    child.once('exit', () => fail(new Error('Xvfb did not start')))
    child.stdio[3]!.once('data', (data) => done(String(data).trim()))
  })
  return {
    env: { DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_ENABLE_WAYLAND: '0', GDK_BACKEND: 'x11' },
    close: () => child.kill(),
  }
}
