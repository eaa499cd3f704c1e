/** A plan and clause as named in a basis. */
interface NamedPlan {
  readonly title: string
  readonly number: string
  readonly year: number
  readonly clause: number
}

/** Words before a document's name that are not part of it. */
const LEADING = '(?:按照|根据|依据|依照|印发|[按依据见及和与或])'
const BREAK = '、，。；：,;:\\s（）()《》〈〉“”"'
/** An optional name, a bracket after it, and a numbered clause. */
const ARTICLE = new RegExp(
  `(《[^《》]*》|[^${BREAK}]*?)((?:（[^（）]*）|\\([^()]*\\))?)([的中]?\\s*第\\s*)(\\d+)(\\s*条)`,
  'g',
)

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Matches a name on its own: 工作方案 does not occur in 省工作方案 or 工作方案实施细则. */
const standing = (name: string) =>
  new RegExp(`(?<=^|[${BREAK}]|${LEADING})${escaped(name)}(?=$|[${BREAK}第的中文])`, 'g')

const isNamed = (text: string, name: string) => name !== '' && standing(name).test(text)

/** Whether a name and the bracket after it refer to a plan: its number, its title or the end of it, or only 方案. */
function isPlan(name: string, brackets: string, { title, number }: NamedPlan): boolean {
  if (isNamed(name, number) || isNamed(brackets, number)) return true
  const bare = name.replace(/^《|》$/g, '').replace(new RegExp(`^${LEADING}`), '')
  // 2022年工作方案 is short for 甲市2022年工作方案.
  return /^本?(?:工作)?方案$/.test(bare) || (bare.endsWith('方案') && title.endsWith(bare)) || isNamed(name, title)
}

/**
 * Basis of a requirement under a new plan: references to the previous plan, by title, number or as “方案第23条”, become
 * references to the new plan and its clause. Laws, standards and other documents, including a province's plan, stay.
 */
export function followedBasis(basis: string, before: NamedPlan, now: NamedPlan): string {
  const inYear = (name: string) => name.replace(`${before.year}年`, `${now.year}年`)
  let isOfPlan: boolean | null = null
  const moved = basis.replace(ARTICLE, (whole, name: string, brackets, lead, number, end, offset: number) => {
    // A clause without a document name belongs to the document named last.
    if (name !== '' || brackets !== '') isOfPlan = isPlan(name, brackets, before)
    isOfPlan ??= [before.title, before.number].some((each) => isNamed(basis.slice(0, offset), each))
    if (!isOfPlan || Number(number) !== before.clause) return whole
    const called = isNamed(name, before.title) ? name : inYear(name)
    return `${called}${brackets}${lead.trim() === '第' ? '第' : lead}${now.clause}${end.trim()}`
  })
  const renamed = (text: string, from: string, to: string) =>
    from === '' ? text : text.replace(standing(from), () => to)
  const titled = renamed(moved, before.title, now.title || inYear(before.title))
  return renamed(titled, before.number, now.number || before.number)
}
