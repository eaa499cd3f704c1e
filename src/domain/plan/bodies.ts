import { bracketsIn, partsBetween } from './brackets'
import { canonicalBodyName } from './known-bodies'
import { type PlanText, paragraphsOf, type Span, textOfSpan, trimmed } from './plan-text'

/** Role of a body: 牵头, 参与 or 落实. */
export type BodyRole = 'lead' | 'support' | 'carriedOutBy'
export const BODY_ROLES = ['lead', 'support', 'carriedOutBy'] as const

/** Why a proposal should be reviewed before it is accepted. */
export type BodyDoubt =
  /** The plan names no lead; the bodies in the bracket are taken as leads. */
  | 'role-not-said'
  /** 责任单位 in addition to 牵头单位: offices are assumed to take part, governments to carry out. */
  | 'role-guessed'
  /** The name is unknown but close to a known one, which is used instead. */
  | 'name-like-known'
  /** 市 or 县 is written once for several names. */
  | 'level-added'
  /** The bracket contains more than roles. */
  | 'says-more'

/** A department, government or company that a clause names. */
export interface FoundBody extends Span {
  readonly role: BodyRole
  readonly name: string
  /** The name as written in the plan. */
  readonly written: string
  readonly doubt: BodyDoubt | null
}

/** Endings of a part of a bracket, and their roles. 负责 depends on the bodies named. */
const ENDINGS: readonly (readonly [ending: RegExp, role: BodyRole | 'charge'])[] = [
  [/(?:共同)?牵头(?:负责|督导|组织|抓好|落实|实施)?$/, 'lead'],
  [/(?:按照?|依)?(?:各自)?(?:职责|职能)(?:分工)?(?:分别|各自)?负责$/, 'charge'],
  [/(?:共同|积极)?(?:参与|参加|配合|协助|协同|协办)(?:落实|实施)?$/, 'support'],
  [/(?:按照?|依)?(?:各自)?(?:职责|职能)?(?:分工)?(?:负责|组织|具体|抓好)?(?:落实|实施|执行)$/, 'carriedOutBy'],
  [/(?:分别|具体|主要|分工)?负责$/, 'charge'],
]
const UNIT = '(?:单位|部门|主体|地区)?'
/** Labels at the start of a part; their role applies up to the next label. */
const LABELS: readonly (readonly [label: RegExp, role: BodyRole | 'responsible'])[] = [
  [new RegExp(`^(?:市级|市)?(?:牵头|主办|主责)${UNIT}\\s*:`), 'lead'],
  [new RegExp(`^(?:配合|参与|参加|协办|协同)${UNIT}\\s*:`), 'support'],
  [new RegExp(`^(?:落实|实施|执行|属地)${UNIT}\\s*:`), 'carriedOutBy'],
  [new RegExp(`^责任${UNIT}\\s*:`), 'responsible'],
]
const LABELLED = new RegExp(`^[([]?(?:市级|市)?(?:牵头|主办|主责|责任|配合|参与|协办|落实|实施)${UNIT}\\s*:`)
const ENDS_WITH_ROLE = /(?:牵头|参与|参加|配合|协助|协办|落实|负责|实施|督导|执行)$/
const GOVERNMENT = /(?:政府|管委会|办事处|街道|镇办|乡镇|两区|县市区|各县|各区|各镇|委员会\))/
/** Whether a name is that of a government rather than an office of one. */
export const isGovernment = (name: string): boolean => GOVERNMENT.test(name)
/** Endings of office names. */
const OFFICE = /(?:局|委|委员会|办|办公室|厅|队|中心|政府|管委会|公司|支队|总队|处|站|院|部|管委会\))$/

/** Lists in which 、 does not separate names: 各县、区人民政府. */
const ONE_NAME = /各[县市区旗乡镇]、(?=[县市区旗乡镇街])/g
/** Character that occurs in no document and is no separator. */
const KEPT = '\u0001'

/** The 市 of 市场监管局 does not mean a city. */
const LEVEL = /^(?:市(?!场)|[省县区])/
const HAS_LEVEL = /^(?:市(?!场)|[省县区各国中两])/

interface Name extends Span {
  readonly name: string
  readonly hasLevel: boolean
}

/** The names of a list. 兴平市、淳化县政府 are two governments, 市甲局、乙局 two offices of the city. */
function namesIn({ text, plain }: PlanText, span: Span): Name[] {
  const kept =
    plain.slice(0, span.start) + textOfSpan(plain, span).replace(ONE_NAME, (list) => list.replace('、', KEPT))
  const spans = partsBetween(kept, span, '、').flatMap((part) => {
    const said = textOfSpan(kept, part)
    const at = /(?:以)?及(?!时)/.exec(said)
    if (!at || /\([^)]*$/.test(said.slice(0, at.index))) return [part]
    const from = part.start + at.index
    return [
      { start: part.start, end: from },
      { start: from + at[0].length, end: part.end },
    ]
  })
  const names = spans.flatMap((each): Name[] => {
    const cut = trimmed(plain, each)
    const said = textOfSpan(plain, cut)
      .replace(/^(?:由|请)/, '')
      .replace(/等(?:有关|相关)?(?:部门|单位)?$/, '')
      .trim()
    if (said === '') return []
    const start = plain.indexOf(said, cut.start)
    const name = textOfSpan(text, { start, end: start + said.length })
      .replaceAll('(', '（')
      .replaceAll(')', '）')
    return [{ start, end: start + said.length, name, hasLevel: true }]
  })
  const last = names.at(-1)?.name ?? ''
  const ending = /(?:人民)?政府$/.exec(last)?.[0]
  const level = LEVEL.exec(names[0]?.name ?? '')?.[0]
  return names.map((each) => {
    if (ending && /[区县市]$/.test(each.name)) return { ...each, name: each.name + ending }
    const isBare = level !== undefined && /(?:局|委|委员会|办)$/.test(each.name) && !HAS_LEVEL.test(each.name)
    return isBare ? { ...each, name: level + each.name, hasLevel: false } : each
  })
}

/** Role of 负责: governments carry out, and so do bodies named after a lead; otherwise they lead. */
const charge = (names: readonly Name[], hasLead: boolean): BodyRole =>
  names.every(({ name }) => GOVERNMENT.test(name)) || hasLead ? 'carriedOutBy' : 'lead'

/** Bodies and roles in one bracket or line. */
function readList(planText: PlanText, span: Span, known: readonly string[]): FoundBody[] {
  const { text, plain } = planText
  const sentence = partsBetween(plain, span, '。').filter(
    (each) => trimmed(plain, each).end > trimmed(plain, each).start,
  )
  const [first, ...more] = sentence
  if (!first) return []
  const found: FoundBody[] = []
  let waiting: Name[] = []
  let labelled: BodyRole | 'responsible' | null = null
  /** Whether 责任单位 means the lead, which it does if no other lead is named. */
  let isResponsibleLead = false
  const put = (role: BodyRole, names: readonly Name[], otherDoubt: BodyDoubt | null) => {
    for (const { start, end, name, hasLevel } of names) {
      const { name: taken, isLike } = canonicalBodyName(name, known)
      const isKnown = known.includes(taken)
      const doubt = isLike ? 'name-like-known' : !hasLevel && !isKnown ? 'level-added' : otherDoubt
      found.push({ role, name: taken, written: text.slice(start, end), start, end, doubt })
    }
  }
  for (const part of partsBetween(plain, first, ',;')) {
    let span = trimmed(plain, part)
    const label = LABELS.find(([sign]) => sign.test(textOfSpan(plain, span)))
    if (label) {
      labelled = label[1]
      span = { start: span.start + label[0].exec(textOfSpan(plain, span))![0].length, end: span.end }
    }
    const said = textOfSpan(plain, span)
    const ending = ENDINGS.find(([sign]) => sign.test(said))
    const cut = ending ? ending[0].exec(said)!.index : said.length
    waiting.push(...namesIn(planText, { start: span.start, end: span.start + cut }))
    const hasLead = found.some(({ role }) => role === 'lead')
    const sign = ending?.[1] ?? labelled
    if (sign === null) continue
    const doubt = more.length > 0 ? 'says-more' : null
    if (sign !== 'responsible') {
      const role = sign === 'charge' ? charge(waiting, hasLead) : sign
      put(role, waiting, doubt)
    } else if (!hasLead || isResponsibleLead) {
      isResponsibleLead = true
      put('lead', waiting, doubt)
    } else
      for (const each of waiting) put(GOVERNMENT.test(each.name) ? 'carriedOutBy' : 'support', [each], 'role-guessed')
    waiting = []
  }
  put('lead', waiting, 'role-not-said')
  return found
}

/** Matches a table cell that names nobody: a dash, a stroke, or a word for "none". */
const NOBODY = /^(?:[^\p{L}\p{N}]*|无|暂无|没有)$/u

/** Departments in a table cell, under their known names. */
export const bodiesOfCell = (planText: PlanText, cell: Span, known: readonly string[]): readonly string[] => [
  ...new Set(readList(planText, cell, known).flatMap(({ name }) => (NOBODY.test(name.trim()) ? [] : [name]))),
]

/** A place in the plan that states responsibilities, and the bodies named there. */
export interface Responsibility extends Span {
  readonly bodies: readonly FoundBody[]
}

function isResponsibility(plain: string, inner: Span, sign: '(' | '['): boolean {
  const said = textOfSpan(plain, trimmed(plain, inner))
  if (LABELLED.test(said) || ENDS_WITH_ROLE.test(said.replace(/。.*$/su, ''))) return /[\p{Script=Han}]{3}/u.test(said)
  if (sign !== '[') return false
  return (
    said.length > 2 &&
    partsBetween(plain, inner, ',、').every((part) => OFFICE.test(textOfSpan(plain, trimmed(plain, part))))
  )
}

/**
 * Every place in a span that states who leads, supports and carries out: 〔…牵头，…参与，…落实〕, （…按职责分工负责）, and lines such as
 * 牵头单位：…；配合单位：…. `known` are names in the package: a name in the plan that differs slightly is replaced by the known
 * one and marked as doubtful.
 */
export function responsibilitiesIn(planText: PlanText, span: Span, known: readonly string[]): Responsibility[] {
  const { plain } = planText
  const found: Responsibility[] = []
  for (const line of paragraphsOf(textOfSpan(plain, span))) {
    const own = { start: span.start + line.start, end: span.start + line.end }
    const brackets = bracketsIn(plain, own).filter(({ inner, sign }) => isResponsibility(plain, inner, sign))
    if (brackets.length === 0 && LABELLED.test(textOfSpan(plain, own)))
      found.push({ ...own, bodies: readList(planText, own, known) })
    for (const { start, end, inner } of brackets) found.push({ start, end, bodies: readList(planText, inner, known) })
  }
  return found.filter(({ bodies }) => bodies.length > 0)
}
