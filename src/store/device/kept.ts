import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand'
import { persist } from 'zustand/middleware'
import { z } from '@/io/zod'
import { notice } from '@/store/page/notices'

/** A list whose broken entries are left out, one by one. */
export const listOf = <T>(entry: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z.array(z.unknown()).transform((entries) => entries.flatMap((each) => whole(entry, each)))

/** A record whose broken entries are left out, one by one. */
export const recordOf = <T>(entry: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> =>
  z
    .record(z.string(), z.unknown())
    .transform((entries) =>
      Object.fromEntries(Object.entries(entries).flatMap(([name, each]) => whole(entry, each).map((ok) => [name, ok]))),
    )

function whole<T>(entry: z.ZodType<T>, value: unknown): T[] {
  const checked = entry.safeParse(value)
  return checked.success ? [checked.data] : []
}

/** Checks of the parts of a state that are kept. */
type Pieces = Readonly<Record<string, z.ZodType>>
type Kept = Readonly<Record<string, unknown>>

/** The parts of a stored state that are what they should be; the others are as at first. */
function soundParts(pieces: Pieces, stored: unknown): Kept {
  const parts = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!parts.success) return {}
  return Object.fromEntries(
    Object.entries(pieces).flatMap(([name, piece]) =>
      name in parts.data ? whole(piece, parts.data[name]).map((ok) => [name, ok]) : [],
    ),
  )
}

/** The text under a name; null where there is none, or where the browser lets nobody read. */
function storedText(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function parsed(text: string | null): { state: Kept; version?: number } | null {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/**
 * A state of which `pieces` are kept in this browser. What is read is checked piece by piece, whoever wrote it. Each change
 * starts from what is stored then, so that two windows add to the same list and neither takes the other's away; what another
 * window has changed is shown at once.
 */
export function createKept<S extends object>(
  name: string,
  pieces: { readonly [K in keyof S]?: z.ZodType<S[K]> },
  make: StateCreator<S>,
): UseBoundStore<StoreApi<S>> {
  /** What was read or written here last. */
  let known = storedText(name)
  const catchUp = () => {
    if (storedText(name) !== known) void store.persist.rehydrate()
  }
  const store = create<S>()(
    persist(
      (set, get, api) =>
        make(
          // An overload gets lost in what is wrapped around it.
          ((...change: Parameters<typeof set>) => {
            catchUp()
            set(...change)
          }) as typeof set,
          () => {
            catchUp()
            return get()
          },
          api,
        ),
      {
        name,
        storage: {
          getItem() {
            known = storedText(name)
            return parsed(known) as { state: S; version?: number } | null
          },
          setItem(_, value) {
            const text = JSON.stringify(value)
            try {
              localStorage.setItem(name, text)
              known = text
            } catch {
              notice('not-kept')
            }
          },
          removeItem: () => localStorage.removeItem(name),
        },
        partialize: (state) =>
          Object.fromEntries(Object.entries(state).filter(([key]) => key in pieces)) as unknown as S,
        merge: (stored, now) => ({ ...now, ...soundParts(pieces as Pieces, stored) }),
      },
    ),
  )
  globalThis.addEventListener?.('storage', (event) => {
    if ((event as StorageEvent).key === name) catchUp()
  })
  return store
}
