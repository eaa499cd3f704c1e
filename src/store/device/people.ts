import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { z } from '@/io/zod'
import { ofThisCity } from '@/ledger/records-name'
import { createKept, listOf } from './kept'
import { type KeptPin, keptPin } from './person-pin'

/** That a forgotten PIN was taken away: when, why and by whom. */
const cleared = z.object({ at: z.string(), reason: z.string(), by: z.string() })
export type Cleared = z.infer<typeof cleared>

const person = z.object({
  name: z.string().min(1),
  /** Keeps the name from being taken by mistake; null where whoever wants may take it. */
  pin: keptPin.nullable().catch(null),
  cleared: cleared.nullable().catch(null),
})
export type Person = z.infer<typeof person>

interface People {
  /** Who writes on this tablet, in the order in which they came. */
  readonly people: readonly Person[]
  /** Day for which somebody said who patrols; empty before the first. */
  readonly shift: IsoDay
  /** Who goes along on that day. */
  readonly companions: readonly string[]
  remember(name: string): void
  setPin(name: string, pin: KeptPin | null): void
  /** Takes a forgotten PIN away; that it was done stays with the name, and with its records of that day. */
  clearPin(name: string, cleared: Cleared): void
  /** Somebody said who patrols today; who went along on another day does no more. */
  beginShift(day: IsoDay): void
  setCompanions(day: IsoDay, companions: readonly string[]): void
}

const nobody = (name: string): Person => ({ name, pin: null, cleared: null })

/** The people of this tablet: names without accounts. They stay on it; records carry the names alone. */
export const usePeople = createKept<People>(
  ofThisCity('chentu-people'),
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

/** Who goes along with the writer on a day. */
export const companionsOn = (
  { shift, companions }: Pick<People, 'shift' | 'companions'>,
  day: IsoDay,
  author: string,
) => (shift === day ? companions.filter((name) => name !== author) : [])

/** Why and by whom a name's PIN was taken away on a day; empty where it was not. */
export function pinClearedOn(people: readonly Person[], name: string, day: IsoDay): string {
  const what = people.find((each) => each.name === name)?.cleared
  return what && dayOfInstant(what.at) === day ? [what.reason, what.by].filter(Boolean).join('，') : ''
}
