import type { Descriptor } from './descriptor'
import { isInsidePackage } from './package-path'

/**
 * The rounds file that a descriptor names under `chentu.rounds`; null if none. It is a setting and not a resource:
 * rounds change daily, and no version or backup of the data contains them.
 */
export function roundsPath({ chentu }: Pick<Descriptor, 'chentu'>): string | null {
  const { rounds } = chentu
  return typeof rounds === 'string' && isInsidePackage(rounds) && /\.json$/i.test(rounds) ? rounds : null
}
