/** An option of a select or a combo box. */
export interface Option {
  readonly value: string
  readonly label: string
  /** Text after the label in grey: a count, a code. */
  readonly note?: string
  /** Options with the same group are listed under its name. */
  readonly group?: string
  readonly disabled?: boolean
}

/** Groups options or menu entries by group name, in order of first occurrence; '' for those without a group. */
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
