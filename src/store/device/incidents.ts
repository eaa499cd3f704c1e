import { z } from '@/io/zod'
import { createPersistedStore, listOf } from './persisted-store'

/** Kinds of incidents. */
export const INCIDENT_KINDS = ['error', 'part-failed', 'chunk-gone', 'worker-stopped', 'slow-answer'] as const

/**
 * Something that failed or took long in this browser, without any data: since error messages may quote a file, only the
 * error's name and its locations in Chentu's own code are stored.
 */
export interface Incident {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly what: (typeof INCIDENT_KINDS)[number]
  /** Name of the error, or of the slow request. */
  readonly name: string
  /** Files of Chentu's code with line and column, the innermost first. */
  readonly places: readonly string[]
  /** Duration of the request, in milliseconds. */
  readonly ms?: number | undefined
}

/** Maximum number stored; the latest are kept. */
const MOST = 40
const MAX_PLACES = 6

const incident = z.object({
  at: z.number(),
  what: z.enum(INCIDENT_KINDS),
  name: z.string(),
  places: z.array(z.string()),
  ms: z.number().optional(),
})

interface Incidents {
  readonly incidents: readonly Incident[]
  add(incident: Incident): void
  clear(): void
}

/** Recent incidents of this browser, including those before a reload; oldest first. */
export const useIncidents = createPersistedStore<Incidents>(
  'chentu-incidents',
  { incidents: listOf(incident) },
  (set, get): Incidents => ({
    incidents: [],
    add: (added) => set({ incidents: [...get().incidents, added].slice(-MOST) }),
    clear: () => set({ incidents: [] }),
  }),
)

/** The name of an error or request if it looks like an identifier; anything else might be data. */
const plainName = (name: unknown) => (typeof name === 'string' && /^[A-Za-z][\w-]{0,60}$/.test(name) ? name : 'Error')

/** Locations in Chentu's own scripts from an error's stack. */
const placesOf = (error: unknown): string[] =>
  error instanceof Error
    ? [...(error.stack ?? '').matchAll(/\/(?:assets|src)\/[\w./-]*?([\w.-]+\.[jt]sx?)(?:\?[\w=]*)?:(\d+):(\d+)/g)]
        .slice(0, MAX_PLACES)
        .map(([, file, line, column]) => `${file}:${line}:${column}`)
    : []

/** Stores an error. */
export const keepError = (what: Incident['what'], error: unknown, at = Date.now()): void =>
  useIncidents.getState().add({
    at,
    what,
    name: plainName(error instanceof Error || error instanceof DOMException ? error.name : undefined),
    places: placesOf(error),
  })

/** Stores a slow request. */
export const keepSlowAnswer = (question: string, ms: number, at = Date.now()): void =>
  useIncidents.getState().add({ at, what: 'slow-answer', name: plainName(question), places: [], ms: Math.round(ms) })
