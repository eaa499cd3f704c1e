import { z } from '@/io/zod'
import { createKept, listOf } from './kept'

/** What may go wrong or take long. */
export const INCIDENT_KINDS = ['error', 'part-failed', 'chunk-gone', 'worker-stopped', 'slow-answer'] as const

/**
 * Something that went wrong or took long in this browser, with no word of the data: an error's message may quote a file, so only its
 * name and its places in Chentu's own code are kept.
 */
export interface Incident {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly what: (typeof INCIDENT_KINDS)[number]
  /** Name of the error, or of the question that was answered late. */
  readonly name: string
  /** Files of Chentu's code with line and column, the innermost first. */
  readonly places: readonly string[]
  /** How long an answer took, in milliseconds. */
  readonly ms?: number | undefined
}

/** So many are kept, the latest. */
const MOST = 40
const MOST_PLACES = 6

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

/** What went wrong or took long lately in this browser, also before the page was loaded anew; the oldest first. */
export const useIncidents = createKept<Incidents>(
  'chentu-incidents',
  { incidents: listOf(incident) },
  (set, get): Incidents => ({
    incidents: [],
    add: (added) => set({ incidents: [...get().incidents, added].slice(-MOST) }),
    clear: () => set({ incidents: [] }),
  }),
)

/** A name of an error or a question as code has it; anything else may be of the data. */
const plainName = (name: unknown) => (typeof name === 'string' && /^[A-Za-z][\w-]{0,60}$/.test(name) ? name : 'Error')

/** Where in Chentu's own scripts an error came from. */
const placesOf = (error: unknown): string[] =>
  error instanceof Error
    ? [...(error.stack ?? '').matchAll(/\/(?:assets|src)\/[\w./-]*?([\w.-]+\.[jt]sx?)(?:\?[\w=]*)?:(\d+):(\d+)/g)]
        .slice(0, MOST_PLACES)
        .map(([, file, line, column]) => `${file}:${line}:${column}`)
    : []

/** Keeps that something went wrong. */
export const keepError = (what: Incident['what'], error: unknown, at = Date.now()): void =>
  useIncidents.getState().add({
    at,
    what,
    name: plainName(error instanceof Error || error instanceof DOMException ? error.name : undefined),
    places: placesOf(error),
  })

/** Keeps that a question was answered late. */
export const keepSlowAnswer = (question: string, ms: number, at = Date.now()): void =>
  useIncidents.getState().add({ at, what: 'slow-answer', name: plainName(question), places: [], ms: Math.round(ms) })
