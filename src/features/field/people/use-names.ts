import { usePeople } from '@/store/device/people'
import { useLedger } from '@/store/ledger'

/** Names known on this tablet: those entered on it, and the authors of its records. */
export function useNames(): readonly string[] {
  const people = usePeople((all) => all.people)
  const { events, device, author } = useLedger()
  const wrote = [...(events?.values() ?? [])].flatMap((event) => (event.device === device ? [event.author] : []))
  return [...new Set([...people.map(({ name }) => name), ...wrote, author])].filter(Boolean)
}
