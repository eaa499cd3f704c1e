/** A part of a bulletin: a paragraph of plain text, a heading, or a table that stands on a line of its own. */
export type BulletinPart =
  | { readonly type: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly type: 'table'; readonly table: string }

/** A field that nobody knows, by the line of the template that names it. */
export interface TemplateFault {
  readonly line: number
  readonly seen: string
}

const FIELD = /\{([^{}]*)\}/g

/**
 * Fills a template: plain text with named fields in braces, `# ` before a title, `## ` before a heading, a table's name in
 * braces on a line of its own. A paragraph that its fields leave empty is left out, and a heading that nothing follows;
 * a name that is none is a fault.
 */
export function fillTemplate(
  template: string,
  fields: Readonly<Record<string, string>>,
  tables: readonly string[],
): { readonly parts: readonly BulletinPart[]; readonly faults: readonly TemplateFault[] } {
  const faults: TemplateFault[] = []
  const parts = template.split(/\r?\n/).flatMap((raw, at): BulletinPart[] => {
    const line = raw.trim()
    if (line === '') return []
    const whole = /^\{([^{}]*)\}$/.exec(line)?.[1]?.trim()
    if (whole !== undefined && tables.includes(whole)) return [{ type: 'table', table: whole }]
    const filled = line.replace(FIELD, (_, name: string) => {
      const value = fields[name.trim()]
      if (value === undefined) {
        faults.push({ line: at + 1, seen: name.trim() })
        return ''
      }
      return value
    })
    if (filled.trim() === '') return []
    const type = filled.startsWith('## ') ? 'heading' : filled.startsWith('# ') ? 'title' : 'paragraph'
    return filled
      .replace(/^#{1,2} /, '')
      .split('\n')
      .map((text) => ({ type, text }))
  })
  const follows = (at: number) => parts[at + 1] !== undefined && parts[at + 1]!.type !== 'heading'
  return { parts: parts.filter(({ type }, at) => type !== 'heading' || follows(at)), faults }
}
