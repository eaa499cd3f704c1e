import { isMonth, parseDay } from '@/domain/calendar'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { DENSITY_FORMS, DENSITY_MEASURES, type Density } from '@/domain/sources/view/drawn-sources'
import type { Filters } from '@/domain/sources/view/filters'
import { type Look, MOST_CLASSES } from '@/domain/sources/view/look'
import { CLASS_METHODS } from '@/domain/table/classify'
import { decodeArea, encodeArea } from './area-link'
import { type Camera, FIRST_VIEW, MODES, type Mode, PANELS, type Panel, type SourceKey, type View } from './view'

const list = (value: string | null) => (value ? value.split(',').filter(Boolean) : [])
const among =
  <T extends string>(allowed: readonly T[]) =>
  (text: string): text is T =>
    (allowed as readonly string[]).includes(text)

/** Which kinds there are is known only once a package is open. */
const isKindId = (text: string) => KIND_ID.test(text)

/** What stands for an empty list that differs from the first view. */
const NOTHING = '-'

/** The view as the part of an address after `#`. Only what differs from the first view is written. */
export function encodeView(view: View): string {
  const params = new URLSearchParams()
  const put = (key: string, value: string | null | undefined) => value && params.set(key, value)
  const { filters, ring, camera, selected } = view
  put('month', view.month)
  put('date', view.asOf)
  put('ring', ring && `${ring.basis},${ring.radiusMetres}`)
  put('kind', filters.kinds.join())
  put('county', filters.counties.join())
  put('clause', filters.clauses.join())
  put('grade', filters.grades.join())
  put('state', filters.statuses.join())
  put('in', filters.ring.join())
  put('lead', filters.leads.join())
  if (filters.columns.length > 0) put('where', JSON.stringify(filters.columns))
  if (filters.area.length > 0) put('area', encodeArea(filters.area))
  if (view.hidden.join() !== FIRST_VIEW.hidden.join()) put('off', view.hidden.join() || NOTHING)
  put(
    'fade',
    Object.entries(view.opacity)
      .map(([layer, share]) => `${layer}:${share}`)
      .join(),
  )
  put('source', selected && `${selected.kind}/${selected.code}`)
  put('focus', view.county)
  if (view.panel !== FIRST_VIEW.panel) put('panel', view.panel ?? NOTHING)
  put('table', view.table ? '1' : null)
  put('read', view.clause === null ? null : String(view.clause))
  put('at', camera && `${camera.lon.toFixed(5)},${camera.lat.toFixed(5)},${camera.zoom.toFixed(2)}`)
  if (view.look) put('look', lookText(view.look))
  const { form, of } = view.density
  if (form !== FIRST_VIEW.density.form || of !== FIRST_VIEW.density.of) put('many', `${form},${of}`)
  put('scene', view.scene === 0 ? null : String(view.scene))
  put('speaker', view.speaker ? '1' : null)
  put('beside', view.other)
  put('data', view.data)
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return `/${view.mode}${query && `?${query}`}`
}

/** The view of an address; what can't be understood is left as it is at first. */
export function decodeView(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const params = new URLSearchParams(query)
  const mode = path.replace(/^\//, '')
  const month = params.get('month')
  const off = params.get('off')
  const other = params.get('beside')
  return {
    mode: among<Mode>(MODES)(mode) ? mode : FIRST_VIEW.mode,
    month: month && isMonth(month) ? month : null,
    asOf: day(params.get('date')),
    ring: ring(params.get('ring')),
    filters: filters(params),
    hidden: off === null ? FIRST_VIEW.hidden : list(off).filter((layer) => layer !== NOTHING),
    opacity: opacity(params.get('fade')),
    selected: source(params.get('source')),
    county: params.get('focus'),
    panel: panel(params.get('panel')),
    table: params.get('table') === '1',
    clause: Number(params.get('read')) || null,
    camera: camera(params.get('at')),
    look: look(params.get('look')),
    density: density(params.get('many')),
    scene: Math.max(0, Math.floor(Number(params.get('scene')) || 0)),
    speaker: params.get('speaker') === '1',
    other: other && isMonth(other) ? other : null,
    data: /^[0-9a-f]{8}$/.exec(params.get('data') ?? '')?.[0] ?? null,
  }
}

function day(text: string | null): string | null {
  if (text === null) return null
  try {
    parseDay(text)
    return text
  } catch {
    return null
  }
}

function ring(text: string | null): View['ring'] {
  const [basis, metres] = list(text)
  const radiusMetres = Number(metres)
  if ((basis !== 'centre' && basis !== 'outline') || !(radiusMetres >= 1000 && radiusMetres <= 50_000)) return null
  return { basis, radiusMetres }
}

function filters(params: URLSearchParams): Filters {
  return {
    kinds: list(params.get('kind')).filter(isKindId),
    counties: list(params.get('county')),
    clauses: list(params.get('clause')).map(Number).filter(Number.isInteger),
    grades: list(params.get('grade')),
    statuses: list(params.get('state')).filter(among<StatusName>(STATUS_NAMES)),
    ring: list(params.get('in')).filter(among(['inside', 'outside'] as const)),
    leads: list(params.get('lead')),
    columns: columnTests(params.get('where')),
    area: decodeArea(params.get('area')),
  }
}

function columnTests(text: string | null): ColumnTest[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text ?? '[]')
  } catch {
    return []
  }
  const isText = (value: unknown): value is string => typeof value === 'string'
  const isEnd = (value: unknown) => value === null || Number.isFinite(value)
  return (Array.isArray(parsed) ? parsed : []).filter(
    (test): test is ColumnTest =>
      isText(test?.column) &&
      (isText(test.contains) ||
        (Array.isArray(test.oneOf) && test.oneOf.every(isText)) ||
        (isEnd(test.from) && isEnd(test.to))),
  )
}

function opacity(text: string | null): Record<string, number> {
  const pairs = list(text).map((pair) => pair.split(':'))
  return Object.fromEntries(pairs.map(([layer, share]) => [layer!, Math.min(1, Math.max(0, Number(share) || 0))]))
}

function source(text: string | null): SourceKey | null {
  const [kind = '', ...code] = (text ?? '').split('/')
  return isKindId(kind) && code.length > 0 ? { kind, code: code.join('/') } : null
}

/** Addresses, and views that were saved as such, call the fixed break a limit. */
const lookText = ({ fixedBreak, ...look }: Look) => JSON.stringify({ ...look, limit: fixedBreak })

function look(text: string | null): Look | null {
  let parsed: Partial<Look & { limit: number | null }>
  try {
    parsed = JSON.parse(text ?? 'null') ?? {}
  } catch {
    return null
  }
  const { limit: fixedBreak, ...own } = parsed
  const { kind, method, classes, breaks, colour, size } = own
  const isName = (value: unknown) => value === null || typeof value === 'string'
  const fine =
    kind !== undefined &&
    isKindId(kind) &&
    method !== undefined &&
    CLASS_METHODS.includes(method) &&
    Number.isInteger(classes) &&
    classes! >= 2 &&
    classes! <= MOST_CLASSES &&
    Array.isArray(breaks) &&
    breaks.every(Number.isFinite) &&
    (fixedBreak === null || Number.isFinite(fixedBreak)) &&
    isName(colour) &&
    isName(size)
  return fine ? ({ ...own, fixedBreak } as Look) : null
}

function density(text: string | null): Density {
  const [form = '', of = ''] = list(text)
  return among(DENSITY_FORMS)(form) && among(DENSITY_MEASURES)(of) ? { form, of } : FIRST_VIEW.density
}

function panel(text: string | null): Panel | null {
  if (text === NOTHING) return null
  return text !== null && among<Panel>(PANELS)(text) ? text : FIRST_VIEW.panel
}

function camera(text: string | null): Camera | null {
  const [lon, lat, zoom] = list(text).map(Number)
  const fine =
    [lon, lat, zoom].every((value) => Number.isFinite(value)) && Math.abs(lat!) < 85 && zoom! >= 0 && zoom! <= 22
  return fine ? { lon: lon!, lat: lat!, zoom: zoom! } : null
}
