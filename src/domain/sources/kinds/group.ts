import type { Bilingual } from '@/domain/bilingual'

/** Kinds that belong together, as their package declares it: they stand and are switched together wherever kinds are listed. */
export interface KindGroup {
  readonly id: string
  readonly title: Bilingual
  /** Whether its kinds are on the map until somebody says otherwise; a kind may say otherwise itself. */
  readonly shown: boolean
  /** Place among the groups of the package, from 0. */
  readonly order: number
}

/** What stands under one heading: a group's kinds, or those without a group. */
export interface GroupedKinds<K> {
  readonly group: KindGroup | null
  readonly kinds: readonly K[]
}

/**
 * Kinds by their groups, in the order of these; those without a group last. Groups that none of them belongs to are not there, and
 * where no kind has a group, all stand under the one null.
 */
export function groupedKinds<K extends { readonly group?: KindGroup }>(kinds: readonly K[]): GroupedKinds<K>[] {
  const groups = new Map(kinds.flatMap(({ group }) => (group ? [[group.id, group]] : [])))
  const ordered: (KindGroup | null)[] = [...[...groups.values()].sort((a, b) => a.order - b.order), null]
  return ordered
    .map((group) => ({ group, kinds: kinds.filter((kind) => kind.group?.id === group?.id) }))
    .filter(({ kinds: own }) => own.length > 0)
}
