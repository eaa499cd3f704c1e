import { type Position, refusePositions } from '@/domain/geodesy/position'
import { AREA_OPERATIONS, type Area, type AreaOperation, type AreaStep } from '@/domain/sources/view/area'
import { isKindId } from './view'

/** About a metre on the ground; more digits would only lengthen the link. */
const DIGITS = 5

const SIGNS: Record<AreaOperation, string> = { add: '+', subtract: '-', intersect: '&' }

const place = ([lon, lat]: Position) => `${lon.toFixed(DIGITS)} ${lat.toFixed(DIGITS)}`

function encode(area: Area): string {
  switch (area.type) {
    case 'polygon':
      return `polygon:${area.ring.map(place).join(' ')}`
    case 'circle':
      return `circle:${place(area.centre)} ${area.metres}${area.name ? ` ${area.name.replace(/[%;]/g, encodeURIComponent)}` : ''}`
    case 'line': {
      const code = encodeURIComponent(area.code) + (area.nth === undefined ? '' : `@${area.nth}`)
      return `line:${area.metres} ${area.kind === undefined ? code : `${area.kind}/${code}`}`
    }
    case 'around':
      return `around:${area.metres} ${typeof area.of === 'string' ? area.of : `kind/${area.of.kind}`}`
    case 'county':
      return `county:${encodeURIComponent(area.code)}`
  }
}

/** An @ within a code is escaped. */
const NUMBERED = /@(\d+)$/

/**
 * A line with its width; after an @ its number among those with the same code. Links from before there were lines of
 * other kinds use `road:` and name no kind.
 */
function decodeLine(type: 'line' | 'road', value: string): Area | null {
  const [width, ...rest] = value.split(' ')
  const metres = Number(width)
  if (!(metres > 0)) return null
  const key = rest.join(' ')
  const slash = type === 'line' ? key.indexOf('/') : -1
  const coded = key.slice(slash + 1)
  const nth = Number(NUMBERED.exec(coded)?.[1])
  const which = { code: decodeURIComponent(coded.replace(NUMBERED, '')), ...(nth > 1 ? { nth } : {}) }
  if (slash < 0) return { type: 'line', metres, ...which }
  const kind = key.slice(0, slash)
  return isKindId(kind) ? { type: 'line', kind, metres, ...which } : null
}

/** A circle, optionally followed by the name of what its centre was set on. */
function decodeCircle(value: string): Area | null {
  const [lon, lat, metres, ...rest] = value.split(' ')
  const name = decodeURIComponent(rest.join(' '))
  const [centre, radius] = [[Number(lon), Number(lat)] as const, Number(metres)]
  if (!(radius > 0) || refusePositions([centre]) !== null) return null
  return { type: 'circle', centre, metres: radius, ...(name && { name }) }
}

function decodeAround(value: string): Area | null {
  const [width, of = ''] = value.split(' ')
  const metres = Number(width)
  if (!(metres > 0)) return null
  if (of === 'points' || of === 'over') return { type: 'around', of, metres }
  const [head, kind = ''] = of.split('/')
  return head === 'kind' && isKindId(kind) ? { type: 'around', of: { kind }, metres } : null
}

function decode(text: string): Area | null {
  const [type, ...rest] = text.split(':')
  const value = rest.join(':')
  if (type === 'circle') return decodeCircle(value)
  const numbers = value.split(' ').map(Number)
  if (type === 'county') return { type, code: decodeURIComponent(value) }
  if (type === 'line' || type === 'road') return decodeLine(type, value)
  if (type === 'around') return decodeAround(value)
  if (!numbers.every(Number.isFinite)) return null
  if (type !== 'polygon' || numbers.length < 6 || numbers.length % 2 !== 0) return null
  const ring: Position[] = []
  for (let i = 0; i < numbers.length; i += 2) ring.push([numbers[i]!, numbers[i + 1]!])
  return refusePositions(ring) === null ? { type, ring } : null
}

/** The steps of a selection as text for a link. */
export function encodeArea(steps: readonly AreaStep[]): string {
  return steps.map(({ operation, area }) => SIGNS[operation] + encode(area)).join(';')
}

/** The steps in a link; parts that cannot be read are skipped. */
export function decodeArea(text: string): AreaStep[] {
  return text.split(';').flatMap((part) => {
    const operation = AREA_OPERATIONS.find((each) => SIGNS[each] === part[0])
    try {
      const area = decode(part.slice(1))
      return operation && area ? [{ operation, area }] : []
    } catch {
      // A code with invalid percent signs.
      return []
    }
  })
}
