import type { Bilingual } from '@/domain/bilingual'

/** A group of kinds, as the package declares it: wherever kinds are listed, they are shown and switched together. */
export interface KindGroup {
  readonly id: string
  readonly title: Bilingual
  /** Whether its kinds are on the map by default; a kind may override this. */
  readonly shown: boolean
  /** Index among the groups of the package. */
  readonly order: number
}

/** The kinds under one heading: those of a group, or those without a group. */
export interface GroupedKinds<K> {
  readonly group: KindGroup | null
  readonly kinds: readonly K[]
}

/**
 * Kinds by group, in the order of the groups; kinds without a group last, under null. Groups without kinds are left
 * out.
 */
export function groupedKinds<K extends { readonly group?: KindGroup }>(kinds: readonly K[]): GroupedKinds<K>[] {
  const groups = new Map(kinds.flatMap(({ group }) => (group ? [[group.id, group]] : [])))
  const ordered: (KindGroup | null)[] = [...[...groups.values()].sort((a, b) => a.order - b.order), null]
  return ordered
    .map((group) => ({ group, kinds: kinds.filter((kind) => kind.group?.id === group?.id) }))
    .filter(({ kinds: own }) => own.length > 0)
}
