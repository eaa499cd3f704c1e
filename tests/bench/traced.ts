import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Processor time in microseconds, if the thread clock is available. */
  readonly tdur?: number
  readonly args: { readonly name?: string; readonly data?: { readonly documentLoaderURL?: string } }
}

interface Task {
  /** Milliseconds after the page was requested. */
  readonly at: number
  readonly wall: number
  readonly work: number
  readonly part: keyof Parts
}

/** Milliseconds of processor time of each part. */
export interface Parts {
  page: number
  workers: number
  ahead: number
  drawing: number
  browser: number
}

export interface Traced {
  readonly tasks: readonly Task[]
  readonly pageTasks: readonly Task[]
}

const TASKS = new Set(['ThreadControllerImpl::RunTask', 'ThreadPool_RunTask'])

/** What every thread of the browser did while a page loaded and acted. */
export async function tracedTasks(browser: Browser, page: Page, act: () => Promise<void>): Promise<Traced> {
  await browser.startTracing(page, { categories: ['-*', 'toplevel', 'blink.user_timing', 'devtools.timeline'] })
  await act()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] }
  const events = trace.traceEvents
  const named = (kind: string) =>
    new Map(
      events
        .filter(({ ph, name }) => ph === 'M' && name === kind)
        .map(({ pid, tid, args }) => [kind === 'process_name' ? `${pid}` : `${pid} ${tid}`, args.name ?? '']),
    )
  const [threads, processes] = [named('thread_name'), named('process_name')]
  const begun = events.findLast(
    ({ name, args }) => name === 'navigationStart' && /^(?:http|file)/.test(args.data?.documentLoaderURL ?? ''),
  )
  if (!begun) throw new Error('the trace names no start of the page')
  const partOf = ({ pid, tid }: TraceEvent): keyof Parts => {
    const thread = threads.get(`${pid} ${tid}`) ?? ''
    if (pid !== begun.pid) return /GPU/.test(processes.get(`${pid}`) ?? '') ? 'drawing' : 'browser'
    if (thread === 'CrRendererMain') return 'page'
    return thread.startsWith('DedicatedWorker') ? 'workers' : 'ahead'
  }
  const tasks = events
    .filter(({ ph, name, ts }) => ph === 'X' && TASKS.has(name) && ts >= begun.ts)
    .map((event): Task => {
      const [at, wall, work] = [event.ts - begun.ts, event.dur ?? 0, event.tdur ?? 0].map((us) => us / 1000)
      return { at: at!, wall: wall!, work: work!, part: partOf(event) }
    })
  return { tasks, pageTasks: tasks.filter(({ part }) => part === 'page') }
}

/** Work of each part in tasks that began before a time. */
export function partsOf({ tasks }: Traced, until: number): Parts {
  const parts: Parts = { page: 0, workers: 0, ahead: 0, drawing: 0, browser: 0 }
  for (const { at, work, part } of tasks) if (at < until) parts[part] += work
  return parts
}

/** One tick of the kernel's process clock. */
const TICK_MS = 10

/** Processor time that the processes of a browser have used so far, by their kind (Linux). */
export async function busyIn(browser: Browser): Promise<Record<'GPU' | 'renderer', number>> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  const ticksOf = (pid: number) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  }
  const sum = (kind: string) =>
    processInfo.filter(({ type }) => type === kind).reduce((total, { id }) => total + ticksOf(id), 0) * TICK_MS
  return { GPU: sum('GPU'), renderer: sum('renderer') }
}
