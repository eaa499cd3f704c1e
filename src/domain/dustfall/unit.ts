import Big from 'big.js'
import { plainText } from '@/domain/sources/reading/cell'

/**
 * A unit of dustfall as written in a table. A month and 30 days count as the same, as in the method and its limits: no
 * table says which of the two it has divided by. Mass per day is that of 30 days by 30, whatever the month: the method
 * states every sample for 30 days. A year, a week or 31 days are unknown.
 */
export interface DustfallUnit {
  /** In common forms: `mg/100cm²·30天`. */
  readonly text: string
  /** What converts to t/(km²·30d) by multiplication, as a decimal; null for an unknown unit. */
  readonly factor: string | null
  /** Whether it is per day, so that its values are those of 30 days by 30. */
  readonly isDaily: boolean
  /** Whether it is t/km², so that nothing is converted. */
  readonly isOwn: boolean
}

/** Units that a table may have, for telling a person what to write. */
export const KNOWN_UNITS = 't/(km²·30d)、t/(km²·月)、g/(m²·月)、mg/(100cm²·月)、g/(m²·d)'

/** Powers of ten of a tonne and of a square kilometre. */
const MASS: Readonly<Record<string, number>> = { t: 0, kg: -3, g: -6, mg: -9, ug: -12 }
const AREA: Readonly<Record<string, number>> = { km2: 0, hm2: -2, ha: -2, m2: -6, dm2: -8, cm2: -10 }

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/[∕⁄╱]/g, '/'],
  [/平方公里|平方千米/g, 'km2'],
  [/平方厘米/g, 'cm2'],
  [/平方米/g, 'm2'],
  [/立方米/g, 'm3'],
  [/(?:公里|千米)(?=\s*\^?-?2)/g, 'km'],
  [/厘米(?=\s*\^?-?2)/g, 'cm'],
  [/米(?=\s*\^?-?2)/g, 'm'],
  [/公顷/g, 'hm2'],
  [/毫克/g, 'mg'],
  [/微克|[μµ]g/g, 'ug'],
  [/千克|公斤/g, 'kg'],
  [/吨/g, 't'],
  [/克/g, 'g'],
  [/每/g, '/'],
  [/[−–—‑]/g, '-'],
  [/([kchd]?m)\s*\^?\s*-?2(?!\d)/g, '$12'],
  [/(d|days?|mon|month|[天日月])(\)?)\s*\^?-1/g, '$1$2'],
]

/** A text without any of these has no mass, as most cells with a value. */
const OF_MASS = /[gt吨克斤ｇｔＧＴ㎎㎏㎍]/i

const SEPARATOR = '[/·•∙⋅・‧*×.-]'
const AREA_NAMES = String.raw`(?:100)?\s*(?:km2|hm2|dm2|cm2|m2|ha)(?![a-z0-9])`
/** A mass by something. Blanks and points also separate it from an area: `g m-2 d-1`. */
const START = new RegExp(String.raw`(?:^|[^a-z])(mg|kg|ug|g|t)(?:\s*[/·•∙⋅・‧]|[\s.]+(?=${AREA_NAMES}))`, 'g')
const AN_AREA = new RegExp(String.raw`^[\s(]*(?:${SEPARATOR}[\s(]*)*(100)?\s*(km2|hm2|dm2|cm2|m2|ha)(?![a-z0-9])\)?`)
const COUNT = String.raw`(?:(\d{1,3})(?:±\d+)?\s*)?`
const TIME = String.raw`${COUNT}(个?月|months?|mon|days?|d|天|日|半年|年|years?|a|个?季度?|旬|周|weeks?|小时|hours?|h)(?![a-z])\)?`
/** Before the area: `t/(月·km²)`. */
const FIRST_TIME = new RegExp(String.raw`^[\s(]*${TIME}`)
/** After it, with a separator: `t/km²·30d`, `t/km²·每月`. */
const LAST_TIME = new RegExp(String.raw`^(?:\)?(?:\s*${SEPARATOR})+[\s(]*|(?=月))${TIME}`)
/** After it without one, if nothing follows that makes it another word: `g/m² d`, `(g/m²)日均值`, but not `t/km² 日期`. */
const LOOSE_TIME = new RegExp(String.raw`^[\s()]*${TIME}(?=\s*(?:$|[),;，；。、均]))`)

/** After a comma, if nothing follows that makes it another word: `g/m²，d`, but not `t/km²，日期`. */
const COMMA_TIME = new RegExp(String.raw`^\)?\s*[,，、]\s*${TIME}(?=\s*(?:$|[),;；。均]))`)

/** Days of the method's month. */
const DAYS = 30

/** A time that a mass is divided by: how often it is in the method's month; null if that is unknown. */
interface DividingTime {
  readonly times: number | null
  readonly length: number
}

/** The time at the start of a text; null if there is none. A month with a number is the name of a month: `/2月`. */
function timeIn(text: string, patterns: readonly RegExp[]): DividingTime | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const [whole, count = '', word] = match
    if (word === '月' && count !== '') return null
    const isOne = count === '' || count === '1'
    const isMonth = /^(?:个?月|mon|months?)$/.test(word!) && isOne
    const isDays = /^(?:d|days?|天|日)$/.test(word!)
    // A daily mean may be one of monthly values.
    const isMean = text[whole.length] === '均'
    const isDay = isDays && isOne && !isMean
    return { times: isMonth || (isDays && count === '30') ? 1 : isDay ? DAYS : null, length: whole.length }
  }
  return null
}

const common = (text: string) =>
  WORDS.reduce((all, [pattern, word]) => all.replace(pattern, word), plainText(text).toLowerCase())
const shown = (unit: string) => unit.trim().replace(/·?\/+/g, '/').replace(/m2/g, 'm²')

/** A unit within a text, and the text without it, in common forms. */
interface FoundUnit extends DustfallUnit {
  readonly rest: string
  /** Whether the mass is divided by an area, so that it may be dustfall. */
  readonly isByArea: boolean
}

/** The units of dustfall in a text, in its order. A mass by anything else is an unknown unit. */
export function unitsIn(text: string): FoundUnit[] {
  if (!OF_MASS.test(text)) return []
  const whole = common(text)
  return [...whole.matchAll(START)].map((match) => {
    const mass = match[1]!
    const from = match.index + match[0].indexOf(mass)
    const begin = match.index + match[0].length
    const { area, times, length } = readBelowMass(whole.slice(begin))
    const to = withoutStrayBrackets(whole, from, begin + length)
    const isKnown = area !== null && times !== null
    return {
      text: shown(whole.slice(from, to)),
      factor: isKnown ? new Big(times).times(`1e${MASS[mass]! - area}`).toFixed() : null,
      isDaily: times === DAYS,
      isOwn: isKnown && mass === 't' && area === 0 && times === 1,
      rest: (whole.slice(0, from) + whole.slice(to)).replace(/\(\s*\)/g, ''),
      isByArea: area !== null,
    }
  })
}

/** The end of a unit without brackets that were opened before it: those of `降尘量(t/km²)`. */
function withoutStrayBrackets(text: string, from: number, to: number): number {
  const unit = text.slice(from, to)
  const stray = unit.split(')').length - unit.split('(').length
  const closing = /[\s)]*$/.exec(unit)![0]
  return stray > 0 ? to - closing.length + closing.split(')').slice(0, -stray).join(')').length : to
}

/** Reads what a mass is divided by: the power of ten of the area in km², null for none, and the time, a month if unsaid. */
function readBelowMass(text: string): { area: number | null; times: number | null; length: number } {
  const before = timeIn(text, [FIRST_TIME])
  let at = before?.length ?? 0
  const place = AN_AREA.exec(text.slice(at))
  // An unknown unit is quoted up to its end.
  if (!place) return { area: null, times: null, length: at + /^[^\s,;，；。、)]{0,12}/.exec(text.slice(at))![0].length }
  at += place[0].length
  const after = before ? null : timeIn(text.slice(at), [LAST_TIME, LOOSE_TIME, COMMA_TIME])
  const area = AREA[place[2]!]! + (place[1] ? 2 : 0)
  const time = before ?? after
  return { area, times: time ? time.times : 1, length: at + (after?.length ?? 0) }
}

/** One of some units; null if there is none. Several that differ are one unknown unit. */
export function oneUnit(units: readonly DustfallUnit[]): DustfallUnit | null {
  const [first] = units
  if (!first || units.every(({ factor }) => factor === first.factor)) return first ?? null
  return { text: units.map((each) => each.text).join('、'), factor: null, isDaily: false, isOwn: false }
}

/** The only unit in a text; null if there is none. */
export const unitIn = (text: string): DustfallUnit | null => oneUnit(unitsIn(text))

/** A number in t/(km²·30d), exactly. */
export const inOwnUnit = (value: number, factor: string): string => new Big(value).times(factor).toFixed()
