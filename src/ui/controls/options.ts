/** Something to choose in a select or a combo box. */
export interface Option {
  readonly value: string
  readonly label: string
  /** What stands behind the label, in grey: a count, a code. */
  readonly note?: string
  /** Options with the same group stand under its name. */
  readonly group?: string
  readonly disabled?: boolean
}

/** Options, or entries of a menu, under the name of their group, in the order in which the groups first come; '' for those without. */
export function inGroups<Each extends { readonly group?: string }>(
  options: readonly Each[],
): [group: string, members: Each[]][] {
  const groups = new Map<string, Each[]>()
  for (const option of options) {
    const { group = '' } = option
    groups.set(group, [...(groups.get(group) ?? []), option])
  }
  return [...groups]
}
