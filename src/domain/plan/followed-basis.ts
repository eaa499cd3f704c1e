/** A plan as a basis names it, and the clause of it. */
interface NamedPlan {
  readonly title: string
  readonly number: string
  readonly year: number
  readonly clause: number
}

/** What leads to the name of a document and is no part of it. */
const LEADING = '(?:按照|根据|依据|依照|印发|[按依据见及和与或])'
const BREAK = '、，。；：,;:\\s（）()《》〈〉“”"'
/** A name or none, what stands behind it in brackets, and a numbered clause. */
const ARTICLE = new RegExp(
  `(《[^《》]*》|[^${BREAK}]*?)((?:（[^（）]*）|\\([^()]*\\))?)([的中]?\\s*第\\s*)(\\d+)(\\s*条)`,
  'g',
)

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A name where it stands by itself: 工作方案 is not named in 省工作方案, nor in 工作方案实施细则. */
const standing = (name: string) =>
  new RegExp(`(?<=^|[${BREAK}]|${LEADING})${escaped(name)}(?=$|[${BREAK}第的中文])`, 'g')

const isNamed = (text: string, name: string) => name !== '' && standing(name).test(text)

/** Whether a name, with what stands behind it in brackets, is that of a plan: its number, its title or the end of that, or only 方案. */
function isPlan(name: string, brackets: string, { title, number }: NamedPlan): boolean {
  if (isNamed(name, number) || isNamed(brackets, number)) return true
  const bare = name.replace(/^《|》$/g, '').replace(new RegExp(`^${LEADING}`), '')
  // 2022年工作方案, for 甲市2022年工作方案.
  return /^本?(?:工作)?方案$/.test(bare) || (bare.endsWith('方案') && title.endsWith(bare)) || isNamed(name, title)
}

/**
 * The basis of a requirement under a new plan: where it rests on the plan until now, by title, number or as “方案第23条”, it rests on
 * the new one and its clause; a law, a standard or another document, be it the plan of a province, stays as it is.
 */
export function followedBasis(basis: string, before: NamedPlan, now: NamedPlan): string {
  const inYear = (name: string) => name.replace(`${before.year}年`, `${now.year}年`)
  let isOfPlan: boolean | null = null
  const moved = basis.replace(ARTICLE, (whole, name: string, brackets, lead, number, end, offset: number) => {
    // A further clause is of the document that was named last.
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
