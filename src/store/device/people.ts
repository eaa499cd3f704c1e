import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { createPersistedStore, listOf } from './persisted-store'
import { type KeptPin, pinSchema } from './person-pin'

/** A forgotten PIN was removed: when, why and by whom. */
const cleared = z.object({ at: z.string(), reason: z.string(), by: z.string() })
export type ClearedPin = z.infer<typeof cleared>

const person = z.object({
  name: z.string().min(1),
  /** Prevents choosing a name by mistake; null if anybody may choose it. */
  pin: pinSchema.nullable().catch(null),
  cleared: cleared.nullable().catch(null),
})
export type Person = z.infer<typeof person>

interface People {
  /** People who write on this tablet, in the order they were added. */
  readonly people: readonly Person[]
  /** The day for which the patrol was last confirmed; empty before the first time. */
  readonly shift: IsoDay
  /** Companions on that day. */
  readonly companions: readonly string[]
  remember(name: string): void
  setPin(name: string, pin: KeptPin | null): void
  /** Removes a forgotten PIN; this fact stays with the name, and in its records of that day. */
  clearPin(name: string, cleared: ClearedPin): void
  /** The user confirmed who patrols today; companions of another day are cleared. */
  beginShift(day: IsoDay): void
  setCompanions(day: IsoDay, companions: readonly string[]): void
}

const nobody = (name: string): Person => ({ name, pin: null, cleared: null })

/** The people of this tablet: names without accounts, stored only here; records contain just the names. */
export const usePeople = createPersistedStore<People>(
  nameForCity('chentu-people'),
  { people: listOf(person), shift: z.string(), companions: listOf(z.string()) },
  (set, get) => {
    const change = (name: string, part: Partial<Person>) => {
      const { people } = get()
      const known = people.some((each) => each.name === name) ? people : [...people, nobody(name)]
      set({ people: known.map((each) => (each.name === name ? { ...each, ...part } : each)) })
    }
    return {
      people: [],
      shift: '',
      companions: [],
      remember: (name) => change(name, {}),
      setPin: (name, pin) => change(name, { pin }),
      clearPin: (name, what) => change(name, { pin: null, cleared: what }),
      beginShift: (day) => set(get().shift === day ? { shift: day } : { shift: day, companions: [] }),
      setCompanions: (day, companions) => set({ shift: day, companions }),
    }
  },
)

/** Companions of the author on a day. */
export const companionsOn = (
  { shift, companions }: Pick<People, 'shift' | 'companions'>,
  day: IsoDay,
  author: string,
) => (shift === day ? companions.filter((name) => name !== author) : [])

/** Why and by whom a person's PIN was removed on a day; empty if it was not. */
export function pinClearedOn(people: readonly Person[], name: string, day: IsoDay): string {
  const what = people.find((each) => each.name === name)?.cleared
  return what && dayOfInstant(what.at) === day ? [what.reason, what.by].filter(Boolean).join('，') : ''
}
