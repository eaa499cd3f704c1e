import { usePeople } from '@/store/device/people'
import { useLedger } from '@/store/ledger'

/** The names of this tablet: who was entered on it, and who wrote its records. */
export function useNames(): readonly string[] {
  const people = usePeople((all) => all.people)
  const { events, device, author } = useLedger()
  const wrote = [...(events?.values() ?? [])].flatMap((event) => (event.device === device ? [event.author] : []))
  return [...new Set([...people.map(({ name }) => name), ...wrote, author])].filter(Boolean)
}
