import type { Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { FlagReading } from '@/domain/intake/rows/flag-cells'
import { keptColumns, percentFields } from '@/domain/intake/rows/kept-columns'
import { parseNumber, plainText } from '@/domain/sources/reading/cell'
import { type DatumCandidate, type EvidenceBase, type EvidenceRow, statedDatum } from './datum'
import { datumOfCell, findDatumColumn } from './datum-column'
import { type ContradictedDatumColumn, contradictionOf, type NumberedRow, statedCandidate } from './datum-contradiction'
import { type DustfallForm, dustfallForm } from './dustfall-form'
import { findUnits, NO_UNITS } from './dustfall-units'
import { type FigureTime, figureTime } from './figure-time'
import { coordinatesOf, findForm, findPosition } from './find-position'
import { findHeader, headerAt, isExampleRow, isRepeatedHeader, isSummaryRow } from './header'
import { monthAround, monthOfHeading, monthOfValues, UNDATED, yearAround } from './month-words'
import { workedOutColumns } from './own-export'
import { ownOriginals } from './own-originals'
import { isPeriodOfFigures } from './period-of-figures'
import type { IntakePlan, PositionColumns } from './plan'
import { orderPair } from './position-cells'
import { type ColumnMatch, type Guess, matchFields, recognise } from './recognise'
import { isSectionRow } from './section-row'
import { countFilled, type SheetHead } from './sheet'
import { statedColumns } from './stated-columns'
import { isUnitRow } from './sum-rows'
import { findTableDatum, type TableDatum } from './table-datum'
import { fieldsInFile, listsThings, type Target, type TargetRole } from './target'
import type { Vocabulary } from './vocabulary'

/** The user's choices, which override what was recognised; absent fields were not chosen. */
export interface IntakeChoice {
  /** Row of the header, from 0, and its number of rows. */
  readonly header?: { readonly row: number; readonly count: number }
  readonly role?: TargetRole
  /** Column of each field; null if the table has none. */
  readonly columns?: Readonly<Record<string, number | null>>
  readonly position?: PositionColumns | null
  /** Datum of the rows that state none. */
  readonly datum?: DatumCandidate
  /** Column with the datum of each row; null if none is to be used. */
  readonly datumColumn?: number | null
  readonly month?: Month
  /** The year of all days without one, by the field of their column; 0 for none. */
  readonly years?: ReadonlyMap<string, number>
  /** How words for yes and no are read, by {@link flagWordKey}. */
  readonly flagWords?: Readonly<Record<string, FlagReading>>
  readonly edits?: ReadonlyMap<number, readonly string[]>
  readonly placed?: ReadonlyMap<number, Position>
  /** Codes of counties for points whose county the file does not state, by the lost point's key. */
  readonly counties?: ReadonlyMap<string, string>
}

/** Package data used in recognition. */
export interface PlanBase extends EvidenceBase {
  readonly vocabulary: Vocabulary
  readonly centre: Position
  readonly findCounty: (text: string) => string | null
  readonly isPoint: (text: string) => boolean
  /** For each field of yes and no that requirements of a role read, whether they ask for yes. */
  readonly wantedFlags: (role: TargetRole) => ReadonlyMap<string, boolean>
  /** Whether the known position of a row comes from the list of a role, and nobody set it by hand. */
  readonly isOfList: (row: EvidenceRow, role: TargetRole) => boolean
}

/** A plan and the evidence for it. */
export interface Recognised {
  readonly plan: IntakePlan
  readonly guesses: readonly Guess[]
  /** Whether only the layout suggests what the table is, so that the user has to decide. */
  readonly isByForm: boolean
  readonly matches: readonly ColumnMatch[]
  /** What each heading says about the time of its figures, if they are dustfall. */
  readonly figureTimes: readonly (FigureTime | null)[]
  /** Of the rows that state no datum; null without such rows in degrees. */
  readonly datum: TableDatum | null
  /** The column that states the datum of each row, whether it is used or not; null without one. */
  readonly datumColumn: ContradictedDatumColumn | null
  /** Whether the user has to choose the datum. */
  readonly asksDatum: boolean
  /** Unconverted positions of some rows, for showing the candidates. */
  readonly sample: readonly EvidenceRow[]
}

const isMonthName = (text: string) => monthOfHeading(text, UNDATED) !== null

const EVIDENCE_ROWS = 2000

/** Determines how to read a table; the user's choices take precedence. `context` is the file name. */
export function makePlan(
  sheet: SheetHead,
  context: string,
  crs: string,
  choice: IntakeChoice,
  base: PlanBase,
): Recognised {
  const { vocabulary } = base
  const isCounty = (text: string) => base.findCounty(text) !== null
  const header = choice.header
    ? headerAt(sheet, choice.header.row, { from: choice.header.row, count: choice.header.count })
    : findHeader(sheet, vocabulary.isKnownHeading, isCounty, isMonthName)
  const below = sheet.rows.slice(header.firstRow + header.rowCount)
  const unitRows = below.filter(isUnitRow)
  const remarks = below.filter(isSummaryRow).map((cells) => cells.join(' '))
  const isData = (cells: readonly string[]) =>
    countFilled(cells) > 0 &&
    !isExampleRow(cells) &&
    !isSummaryRow(cells) &&
    !isUnitRow(cells) &&
    !isRepeatedHeader(cells, header)
  const rows = below.filter(isData)
  const about = `${header.title} ${sheet.name} ${context}`
  const isSection = (cells: readonly string[]) => isSectionRow(cells, header, isCounty)
  const byRow = findDatumColumn(
    header.names,
    rows.filter((cells) => !isSection(cells)),
  )
  const workedOut = workedOutColumns(header.names)
  // 位置/坐标系 is no address.
  const names = header.names.map((name, at) => (at === byRow?.column || workedOut.has(at) ? '' : name))
  const face = { names, rows, context: about, isCounty }
  const guesses = recognise(vocabulary, face)
  const said = yearAround([header.title, sheet.name, context])
  const year = choice.month?.slice(0, 4) ?? said
  const wide = dustfallForm(header.names, rows, about, { isCounty, isPoint: base.isPoint }, year)
  const isByForm = choice.role === undefined && looksMonthly(guesses[0]!, wide, rows, about)
  const role = choice.role ?? roleOf(guesses[0]!.role, wide, rows, isCounty, isByForm || /降尘/.test(about))
  const dustfall = isDustfall(role) ? wide : ({ form: 'long' } as const)
  const target = vocabulary.target(role)
  const matches = matchFields(target, vocabulary, face)
  const columns = chosenColumns(matches, knownColumns(choice.columns ?? {}, target))
  const heading = header.names[columns.given ?? columns.value ?? -1] ?? ''
  const isOfPeriod = isDustfall(role) && isPeriodOfFigures(header.title, sheet.name, context, heading, header.names)
  const placed = fieldsInFile(target).some(({ name }) => name === 'lon')
  const found = choice.position !== undefined ? choice.position : findPosition(names, rows, matches, base.centre)
  const position = placed ? found : null
  const form = position && findForm(rows, position, base.centre)
  const numbered = below.flatMap((cells, i) =>
    isData(cells) && !(listsThings(target) && isSection(cells))
      ? [{ row: header.firstRow + header.rowCount + i + 1, cells }]
      : [],
  )
  const isInDegrees = position !== null && form?.unit === 'degrees'
  const sample = isInDegrees ? evidenceRows(numbered, position, columns, base, isDustfall(role)) : []
  const statedIn = position ? Object.values(position).map((column) => header.names[column] ?? '') : []
  const statedHere = statedDatum(crs) ?? statedDatum(statedIn.join(' '))
  const stated = statedHere ?? statedDatum(about)
  const columnHere = isInDegrees ? byRow : null
  // A column without any known name of a datum may mean something else.
  const readable = columnHere && columnHere.stated.length > 0 ? columnHere.column : null
  const used = choice.datumColumn !== undefined ? choice.datumColumn : readable
  const saying = new Set(used === null ? [] : numbered.flatMap(({ row, cells }) => (says(cells, used) ? row : [])))
  const silent = sample.filter(({ row }) => !saying.has(row))
  const isOfList = (row: EvidenceRow) => base.isOfList(row, role)
  const datum = silent.length > 0 ? findTableDatum(silent, { ...base, isOfList }, stated) : null
  const decided = choice.datum ?? (datum ? datum.decided : statedCandidate(stated))
  const datumColumn = columnHere && {
    ...columnHere,
    contradictedBy:
      choice.datumColumn === undefined && used !== null
        ? contradictionOf(columnHere, statedHere, numbered, sample, base)
        : null,
  }
  const filled = new Set(
    header.names.flatMap((_, at) => (rows.some((cells) => plainText(cells[at] ?? '') !== '') ? at : [])),
  )
  const percent = percentFields(target, columns, header.names, rows)
  const originals = keptColumns(target, columns, percent)
  const plan: IntakePlan = {
    role,
    target,
    header,
    columns,
    // Metres of a zone are CGCS2000; without degrees there is no datum to ask about.
    position: { columns: position, form, datum: sample.length > 0 ? decided : 'wgs84', datumColumn: used },
    dustfall: isOfPeriod && dustfall.form === 'points' ? { ...dustfall, month: null } : dustfall,
    units: isDustfall(role) ? findUnits(header.names, rows, unitRows, [header.title, ...remarks].join(' ')) : NO_UNITS,
    workedOut,
    ownOriginals: ownOriginals(header.names, rows, originals, base.findCounty),
    stated: role === 'dustfall-published' ? statedColumns(header.names, dustfall, filled) : new Map(),
    filled,
    month: choice.month ?? (isOfPeriod ? null : monthOfValues(heading, about)),
    year,
    isOfPeriod,
    undated: isDustfall(role) && said === null && namesBareMonths(wide, rows, columns.month),
    counties: choice.counties ?? new Map(),
    years: new Map([...(choice.years ?? [])].filter(([, year]) => year > 0)),
    flags: { wanted: base.wantedFlags(role), percent, chosen: choice.flagWords ?? {} },
    edits: choice.edits ?? new Map(),
    placed: choice.placed ?? new Map(),
  }
  const asksDatum = (datumColumn?.contradictedBy ?? null) !== null || (datum !== null && decided === null)
  const figureTimes = header.names.map((name) => figureTime(name, monthAround(about)))
  return { plan, guesses, isByForm, matches, figureTimes, datum, datumColumn, asksDatum, sample }
}

const says = (cells: readonly string[], column: number) => datumOfCell(cells[column] ?? '') !== null

const isDustfall = (role: TargetRole) => role === 'dustfall-samples' || role === 'dustfall-published'

/** Whether months have no year, in headings or in the cells of their column. */
function namesBareMonths(
  form: DustfallForm,
  rows: readonly (readonly string[])[],
  column: number | undefined,
): boolean {
  const bare = (text: string) => monthOfHeading(text, null) === null && monthOfHeading(text, UNDATED) !== null
  if (form.form === 'months') return form.headings.some(bare)
  const month = form.form === 'points' ? form.monthColumn : column
  return month !== undefined && month !== null && rows.some((cells) => bare(cells[month] ?? ''))
}

/** A table with at least this many adjacent months contains measurements: a list of sources has no column per month. */
const MIN_MONTHS = 3
/** Below this confidence, no word identifies the table. */
const UNKNOWN = 0.1

/**
 * Whether a table has monthly figures per unit without a word that says of what. In a package only dustfall has this
 * layout.
 */
function looksMonthly(guess: Guess, wide: DustfallForm, rows: readonly (readonly string[])[], about: string): boolean {
  if (wide.form !== 'months' || wide.months.size < MIN_MONTHS || /降尘/.test(about)) return false
  if (isDustfall(guess.role) || guess.confidence > UNKNOWN) return false
  const cells = rows.flatMap((row) => [...wide.months.keys()].map((column) => plainText(row[column] ?? '')))
  const filledIn = cells.filter((cell) => cell !== '')
  return filledIn.length > 0 && filledIn.filter((cell) => parseNumber(cell) !== null).length * 2 > filledIn.length
}

/**
 * A wide table of counties or points is dustfall if its words, or else its layout, say so; counties are published
 * figures, points are samples.
 */
function roleOf(
  guess: TargetRole,
  wide: DustfallForm,
  rows: readonly (readonly string[])[],
  isCounty: (text: string) => boolean,
  isSaid: boolean,
): TargetRole {
  if (wide.form === 'long' || !(isDustfall(guess) || isSaid)) return guess
  if (wide.form === 'points')
    return [...wide.points.values()].every(({ point }) => point === '') ? 'dustfall-published' : 'dustfall-samples'
  const units = rows.map((cells) => plainText(cells[wide.unit] ?? '')).filter((text) => text !== '')
  return units.filter(isCounty).length * 2 > units.length ? 'dustfall-published' : 'dustfall-samples'
}

/**
 * Chosen columns restricted to the target's fields: a remembered choice may come from an earlier declaration of the
 * kind.
 */
function knownColumns(
  chosen: Readonly<Record<string, number | null>>,
  target: Target,
): Readonly<Record<string, number | null>> {
  const names = new Set(fieldsInFile(target).map(({ name }) => name))
  return Object.fromEntries(Object.entries(chosen).filter(([field]) => names.has(field)))
}

function chosenColumns(
  matches: readonly ColumnMatch[],
  chosen: Readonly<Record<string, number | null>>,
): Record<string, number> {
  const columns: Record<string, number> = {}
  const taken = new Set(Object.values(chosen))
  for (const { field, column } of matches)
    if (field !== 'lon' && field !== 'lat' && !(field in chosen) && !taken.has(column)) columns[field] = column
  for (const [field, column] of Object.entries(chosen)) if (column !== null) columns[field] = column
  return columns
}

function evidenceRows(
  rows: readonly NumberedRow[],
  position: PositionColumns,
  columns: Readonly<Record<string, number>>,
  base: PlanBase,
  monthly: boolean,
): EvidenceRow[] {
  const text = (cells: readonly string[], field: string) => plainText(cells[columns[field] ?? -1] ?? '')
  // A table of months repeats each position; it counts as evidence only once.
  const seen = new Set<string>()
  return rows.slice(0, EVIDENCE_ROWS).flatMap(({ row, cells }): EvidenceRow[] => {
    const read = coordinatesOf(cells, position)
    const place = read?.join() ?? ''
    if (monthly && seen.has(place)) return []
    seen.add(place)
    const ordered = read && orderPair(read, { unit: 'degrees' })
    if (!ordered) return []
    const [name, code] = [text(cells, 'name'), text(cells, 'code') || text(cells, 'point')]
    return [{ row, position: ordered.pair, name, code, county: base.findCounty(text(cells, 'county')) }]
  })
}

/** Fingerprint of a file's headings that stays the same from month to month. */
export function fingerprintOf(names: readonly string[]): string {
  return names.map((name) => plainText(name).replace(/(?:19|20)\d{2}年?|\d{1,2}月/g, '#')).join('|')
}
