import type { OpenedPackage } from '@/questions/opened-package'
import { plainGround } from '@/questions/truck-ground'
import type { TracksBase } from './tracks-desk'

/** What positions that come in are looked through by; null where the package does not say how tracks are judged. */
export function tracksBase(opened: OpenedPackage): TracksBase | null {
  const ground = plainGround(opened)
  const fleet = [...opened.pack.fleet.values()]
  return (
    ground && {
      ground,
      plates: new Set(fleet.map(({ plate }) => plate)),
      plateOf: new Map(fleet.flatMap(({ terminal, plate }) => (terminal === '' ? [] : [[terminal, plate]]))),
    }
  )
}
