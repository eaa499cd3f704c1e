import type { OpenedPackage } from '@/questions/opened-package'
import { plainGround } from '@/questions/trucks/truck-ground'
import type { TracksBase } from './tracks-desk'

/** Reference data for checking imported positions; null if the package has no truck settings. */
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
