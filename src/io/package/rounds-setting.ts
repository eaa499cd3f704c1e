import type { Descriptor } from './descriptor'
import { isInsidePackage } from './package-path'

/**
 * The file of rounds that a descriptor names under `chentu.rounds`; null where it names none. It is a setting and no resource:
 * rounds change daily, and no version or backup of the data carries them.
 */
export function roundsPath({ chentu }: Pick<Descriptor, 'chentu'>): string | null {
  const { rounds } = chentu
  return typeof rounds === 'string' && isInsidePackage(rounds) && /\.json$/i.test(rounds) ? rounds : null
}
