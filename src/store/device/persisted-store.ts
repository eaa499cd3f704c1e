import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand'
import { persist } from 'zustand/middleware'
import { z } from '@/io/zod'
import { notice } from '@/store/page/notices'

/** A list whose invalid entries are dropped individually. */
export const listOf = <T>(entry: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z.array(z.unknown()).transform((entries) => entries.flatMap((each) => whole(entry, each)))

/** A record whose invalid entries are dropped individually. */
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

/** Schemas of the stored parts of a state. */
type Pieces = Readonly<Record<string, z.ZodType>>
type Kept = Readonly<Record<string, unknown>>

/** The valid parts of a stored state; the others keep their initial values. */
function soundParts(pieces: Pieces, stored: unknown): Kept {
  const parts = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!parts.success) return {}
  return Object.fromEntries(
    Object.entries(pieces).flatMap(([name, piece]) =>
      name in parts.data ? whole(piece, parts.data[name]).map((ok) => [name, ok]) : [],
    ),
  )
}

/** The text stored under a name; null if there is none, or if the browser denies access. */
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
 * A state of which `pieces` are stored in this browser. Stored data is validated piece by piece, whoever wrote it. Each
 * change starts from the currently stored state, so that two windows can add to the same list without losing entries;
 * changes by another window are shown at once.
 */
export function createPersistedStore<S extends object>(
  name: string,
  pieces: { readonly [K in keyof S]?: z.ZodType<S[K]> },
  make: StateCreator<S>,
): UseBoundStore<StoreApi<S>> {
  /** The text last read or written here. */
  let known = storedText(name)
  const catchUp = () => {
    if (storedText(name) !== known) void store.persist.rehydrate()
  }
  const store = create<S>()(
    persist(
      (set, get, api) =>
        make(
          // The wrapper loses an overload of the type.
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
