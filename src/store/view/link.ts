import { isMonth } from '@/domain/calendar'
import { COMPARED_COLUMNS } from '@/domain/dustfall/comparison'
import { PARAMETERS as MEASURED } from '@/domain/monitoring/parameter'
import { STATE_NAMES } from '@/domain/rules/status'
import type { AreaStep } from '@/domain/sources/view/area'
import { DENSITY_FORMS, DENSITY_MEASURES, type Density } from '@/domain/sources/view/drawn-sources'
import { type Filters, RING_SIDES } from '@/domain/sources/view/filters'
import { decodeArea, encodeArea } from './area-link'
import { DEVICE_FILTERS, DEVICE_SORTS, type DeviceListFilter } from './device-list-filter'
import {
  boxValue,
  cameraValue,
  clausesValue,
  columnsValue,
  flagValue,
  hiddenValue,
  isDay,
  isOneOf,
  type LinkValue,
  listValue,
  lookValue,
  NOTHING,
  nameValue,
  opacityValue,
  requirementsValue,
  ringValue,
  sortValue,
  sourceValue,
  textValue,
  withoutValue,
} from './link-values'
import {
  type ComparedSort,
  FIRST_VIEW,
  isCasesPanelShown,
  isKindId,
  MANUAL,
  MODES,
  PANELS,
  type Panel,
  type View,
} from './view'

/** One parameter of a link, for one part of the view. */
interface Parameter {
  readonly key: string
  /** The view with the parameter applied; unchanged if the text cannot be read. */
  read(view: View, text: string): View
  write(view: View): string
}

const part = <Name extends keyof View>(key: string, name: Name, value: LinkValue<View[Name]>): Parameter => ({
  key,
  read(view, text) {
    const found = value.read(text)
    return found === undefined ? view : { ...view, [name]: found }
  },
  write: (view) => value.write(view[name]),
})

const filter = <Name extends keyof Filters>(key: string, name: Name, value: LinkValue<Filters[Name]>): Parameter => ({
  key,
  read(view, text) {
    const found = value.read(text)
    return found === undefined ? view : { ...view, filters: { ...view.filters, [name]: found } }
  },
  write: ({ filters }) => value.write(filters[name]),
})

const devices = <Name extends keyof DeviceListFilter>(
  key: string,
  name: Name,
  value: LinkValue<DeviceListFilter[Name]>,
): Parameter => ({
  key,
  read(view, text) {
    const found = value.read(text)
    return found === undefined ? view : { ...view, devices: { ...view.devices, [name]: found } }
  },
  write: (view) => value.write(view.devices[name]),
})

const isText = (_: string): _ is string => true

/** One text that may be empty, or null if there is none. */
const onlyValue: LinkValue<string | null> = {
  read: (text) => listValue(isText).read(text)?.[0] ?? null,
  write: (text) => (text === null ? '' : listValue(isText).write([text])),
}

const areaValue: LinkValue<readonly AreaStep[]> = { read: decodeArea, write: encodeArea }

/** The list of sources used to have a panel of its own; now it is always beside the map. */
const LIST_PANEL = 'findings'

const panelValue: LinkValue<Panel | null> = {
  read: (text) => (text === NOTHING || text === LIST_PANEL ? null : nameValue(PANELS).read(text)),
  write: (panel) => panel ?? NOTHING,
}

const densityValue: LinkValue<Density> = {
  read(text) {
    const [form = '', of = ''] = text.split(',')
    return isOneOf(DENSITY_FORMS)(form) && isOneOf(DENSITY_MEASURES)(of) ? { form, of } : undefined
  },
  write: ({ form, of }) => `${form},${of}`,
}

const clauseValue: LinkValue<number | null> = {
  read: (text) => Number(text) || undefined,
  write: (number) => String(number ?? ''),
}

const comparedValue: LinkValue<ComparedSort> = {
  read(text) {
    const [key] = sortValue.read(text) ?? []
    return key && isOneOf(COMPARED_COLUMNS)(key.column)
      ? { column: key.column, descending: key.descending === true }
      : undefined
  },
  write: (sort) => sortValue.write([sort]),
}

const sceneValue: LinkValue<number> = {
  read: (text) => Math.max(0, Math.floor(Number(text) || 0)),
  write: String,
}

/**
 * Which of several sources with the code of `source` is selected: a separate parameter, since a code may contain any
 * character.
 */
const nthParameter: Parameter = {
  key: 'nth',
  read(view, text) {
    const nth = Number(text)
    return view.selected && Number.isInteger(nth) && nth >= 1 ? { ...view, selected: { ...view.selected, nth } } : view
  },
  write: ({ selected }) => String(selected?.nth ?? ''),
}

const caseOnly = part('case', 'case', textValue(isText))

/**
 * The case whose card is open: written only while the panel of cases is shown, since a link opens what its sender saw.
 */
const caseParameter: Parameter = { ...caseOnly, write: (view) => (isCasesPanelShown(view) ? caseOnly.write(view) : '') }

/** All parameters of a link, in writing order. They must never be renamed: links are kept for years. */
const PARAMETERS: readonly Parameter[] = [
  part('month', 'month', textValue(isMonth)),
  part('date', 'asOf', textValue(isDay)),
  part('dates', 'linkedDates', flagValue),
  part('ring', 'ring', ringValue),
  filter('kind', 'kinds', listValue(isKindId)),
  filter('county', 'counties', listValue(isText)),
  filter('clause', 'clauses', clausesValue),
  filter('requirement', 'requirements', requirementsValue),
  filter('grade', 'grades', listValue(isText)),
  filter('state', 'statuses', listValue(isOneOf(STATE_NAMES))),
  filter('in', 'ring', listValue(isOneOf(RING_SIDES))),
  filter('lead', 'leads', listValue(isText)),
  filter('for', 'departments', listValue(isText)),
  filter('where', 'columns', columnsValue),
  filter('area', 'area', areaValue),
  part('off', 'hidden', hiddenValue),
  part('on', 'added', listValue(isKindId)),
  part('fade', 'opacity', opacityValue),
  part('source', 'selected', sourceValue),
  nthParameter,
  part('point', 'point', textValue(isText)),
  part('focus', 'county', textValue(isText)),
  part('device', 'device', textValue(isText)),
  part('measures', 'parameter', nameValue(MEASURED)),
  devices('monitors', 'filter', nameValue(DEVICE_FILTERS)),
  devices('monitors-in', 'county', onlyValue),
  devices('monitors-named', 'text', { read: (text) => text, write: (text) => text }),
  devices('monitors-by', 'sort', nameValue(DEVICE_SORTS)),
  part('truck', 'truck', textValue(isText)),
  caseParameter,
  part('breach', 'breach', textValue(isText)),
  part('panel', 'panel', panelValue),
  part('table', 'table', flagValue),
  part('sort', 'sort', sortValue),
  part('group', 'group', textValue(isText)),
  part('without', 'without', withoutValue),
  part('read', 'clause', clauseValue),
  part(
    'plan',
    'plan',
    textValue((text) => /^\d{4}(\.\d+)?$/.test(text)),
  ),
  part('at', 'camera', cameraValue),
  part('only', 'within', boxValue),
  part('look', 'look', lookValue),
  part('many', 'density', densityValue),
  part('scene', 'scene', sceneValue),
  part('speaker', 'speaker', flagValue),
  part('beside', 'other', textValue(isMonth)),
  part('rise', 'compared', comparedValue),
  part(
    'data',
    'data',
    textValue((text) => /^[0-9a-f]{8}$/.test(text)),
  ),
]

/** A page of the manual by its name in an address; undefined if it is not a valid name. */
export const manualPageOf = (text: string | undefined) => (text && /^[a-z-]+$/.test(text) ? text : undefined)

/** The view as the part of an address after `#`. Only differences from the first view are written. */
export function encodeView(view: View): string {
  const params = new URLSearchParams()
  for (const { key, write } of PARAMETERS) {
    const text = write(view)
    if (text !== write(FIRST_VIEW)) params.set(key, text)
  }
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  const path = view.mode === MANUAL && view.manual ? `${MANUAL}/${view.manual}` : view.mode
  return `/${path}${query && `?${query}`}`
}

/**
 * The view in an address; parts that cannot be read keep their initial values. It knows no package: ids of kinds are
 * accepted by their form. A filter by a kind that the open package does not have matches no sources, and is kept for
 * the package that has it.
 */
export function decodeView(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const params = new URLSearchParams(query)
  const [screen = '', page] = path.replace(/^\//, '').split('/')
  const mode = nameValue([...MODES, MANUAL]).read(screen) ?? FIRST_VIEW.mode
  const manual = (mode === MANUAL && manualPageOf(page)) || null
  return PARAMETERS.reduce(
    (view, { key, read }) => {
      const text = params.get(key)
      return text === null ? view : read(view, text)
    },
    { ...FIRST_VIEW, mode, manual },
  )
}
