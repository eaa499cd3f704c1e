import Big from 'big.js'
import { plainText } from '@/domain/sources/reading/cell'

/**
 * A unit of dustfall as written in a table. A month and 30 days count as the same, as in the method and its limits: no
 * table says which of the two it has divided by. A day, a year or 31 days would need a rule for days and are unknown.
 */
export interface DustfallUnit {
  /** In common forms: `mg/100cm²·30天`. */
  readonly text: string
  /** Power of ten that converts to t/(km²·30d); null for an unknown unit. */
  readonly power: number | null
  /** Whether it is t/km², so that nothing is converted. */
  readonly isOwn: boolean
}

/** Units that a table may have, for telling a person what to write. */
export const KNOWN_UNITS = 't/(km²·30d)、t/(km²·月)、g/(m²·月)、mg/(100cm²·月)'

/** Powers of ten of a tonne and of a square kilometre. */
const MASS: Readonly<Record<string, number>> = { t: 0, kg: -3, g: -6, mg: -9, ug: -12 }
const AREA: Readonly<Record<string, number>> = { km2: 0, hm2: -2, ha: -2, m2: -6, dm2: -8, cm2: -10 }

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/平方公里|平方千米/g, 'km2'],
  [/平方厘米/g, 'cm2'],
  [/平方米/g, 'm2'],
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

const SEPARATOR = '[/·•∙⋅・*×.]'
const START = /(?:^|[^a-z])(mg|kg|ug|g|t)\s*[/·•∙⋅・]/g
const AN_AREA = new RegExp(String.raw`^[\s(]*(?:${SEPARATOR}[\s(]*)?(100)?\s*(km2|hm2|dm2|cm2|m2|ha)(?![a-z0-9])\)?`)
const TIME = String.raw`(\d{1,3}\s*)?(个?月|months?|mon|days?|d|天|日|年|years?|a|季度?|周|weeks?|小时|hours?|h)(?![a-z])\)?`
/** Before the area: `t/(月·km²)`. */
const FIRST_TIME = new RegExp(String.raw`^[\s(]*${TIME}`)
/** After it, behind a separator, so that the month of `降尘量(t/km²)(11月)` is none. */
const LAST_TIME = new RegExp(String.raw`^(?:\)?\s*${SEPARATOR}[\s(]*|\s+(?=30\s*[d天日]|month)|(?=月))${TIME}`)

/** Whether a time is a month or 30 days. */
function isMonthly(count: string, word: string): boolean {
  if (/^(?:个?月|mon|months?)$/.test(word)) return count === '' || count === '1'
  return /^(?:d|days?|天|日)$/.test(word) && count === '30'
}

const common = (text: string) =>
  WORDS.reduce((all, [pattern, word]) => all.replace(pattern, word), plainText(text).toLowerCase())
const shown = (unit: string) => unit.trim().replace(/m2/g, 'm²')

/** A unit within a text, and the text without it, in common forms. */
interface FoundUnit extends DustfallUnit {
  readonly rest: string
}

/** The units of dustfall in a text, in its order. A mass by anything else is an unknown unit. */
export function unitsIn(text: string): FoundUnit[] {
  const whole = common(text)
  return [...whole.matchAll(START)].map((match) => {
    const mass = match[1]!
    const from = match.index + match[0].indexOf(mass)
    const { area, isMonthlyUnit, length } = readBelowMass(whole.slice(match.index + match[0].length))
    const to = match.index + match[0].length + length
    const isKnown = area !== null && isMonthlyUnit
    return {
      text: shown(whole.slice(from, to)),
      power: isKnown ? MASS[mass]! - area : null,
      isOwn: isKnown && mass === 't' && area === 0,
      rest: whole.slice(0, from) + whole.slice(to),
    }
  })
}

/** Reads what a mass is divided by: the power of ten of the area in km², null for none, and whether the time fits. */
function readBelowMass(text: string): { area: number | null; isMonthlyUnit: boolean; length: number } {
  let [area, isMonthlyUnit, at]: [number | null, boolean, number] = [null, true, 0]
  for (;;) {
    const ahead = text.slice(at)
    const place: RegExpExecArray | null = area === null ? AN_AREA.exec(ahead) : null
    const time = place ? null : (area === null ? FIRST_TIME : LAST_TIME).exec(ahead)
    if (place) area = AREA[place[2]!]! + (place[1] ? 2 : 0)
    if (time) isMonthlyUnit &&= isMonthly((time[1] ?? '').trim(), time[2]!)
    const found = place ?? time
    if (!found) break
    at += found[0].length
  }
  // An unknown unit is quoted up to its end.
  if (area === null) at += /^[^\s,;，；。、)]{0,12}/.exec(text.slice(at))![0].length
  return { area, isMonthlyUnit, length: at }
}

/** The only unit in a text; null if there is none. Several that differ are one unknown unit. */
export function unitIn(text: string): DustfallUnit | null {
  const units = unitsIn(text)
  const [first] = units
  if (!first || units.every(({ power }) => power === first.power)) return first ?? null
  return { text: units.map((each) => each.text).join('、'), power: null, isOwn: false }
}

/** A number in t/(km²·30d), exactly. */
export const inOwnUnit = (value: number, power: number): string => new Big(value).times(`1e${power}`).toFixed()
