import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase, KnownPoint } from '@/domain/intake/intake-base'
import { namesCounty } from '@/domain/sources/county'
import { plainText } from '@/domain/sources/reading/cell'
import type { Note } from '@/domain/sources/reading/field-reader'

/** What a row states about its point, as in the file. */
export interface PointInRow {
  /** Code or name, depending on the column. */
  readonly text: string
  /** Name, if the file has a separate column for it. */
  readonly name: string
  readonly county: string
  readonly at: Position | null
  /** Whether the heading says that `text` is a code. */
  readonly isCode: boolean
}

/** A dustfall point with rows in a file. */
export interface FilePoint {
  readonly code: string
  readonly name: string
  /** Code of its county. */
  readonly county: string
  /** Position from the file, otherwise the real position in the package. */
  readonly at: Position | null
  /** The matching point of the package; null for a new one. */
  readonly known: KnownPoint | null
  /** Its first row in the file. */
  readonly row: number
}

/** A point whose rows don't state its county: the user has to choose one, or has chosen one. */
export interface LostPoint {
  /** Key for the user's choice: two lost points may share a name but differ in the text of their county. */
  readonly key: string
  readonly name: string
  /** What its rows state as county; '' if nothing. */
  readonly county: string
  /** Its first row, and its number of rows. */
  readonly row: number
  readonly rows: number
  /** Code of the chosen county; '' before a choice. */
  readonly chosen: string
}

/** A point is reported as moved beyond this distance. */
const MOVED_METRES = 100
/** 1#, 2号, 3: a number within a county, not a code. */
const LOCAL = /^(?:#?\d{1,3}|\d{1,3}(?:#|号|号点|#点)?)$/

const keyOf = (name: string, county: string) => (county === '' ? name : `${county}\u0000${name}`)

/** Reports why a row's point can't be identified. */
type Refuse = (note: Note, column: 'point' | 'county') => null

/**
 * Matches the points of a file with those of the package, by code or by county and name; creates new ones otherwise. If
 * points in two counties share a name, none is guessed.
 */
export class PointMatcher {
  private readonly found = new Map<string, FilePoint>()
  private readonly lost = new Map<string, LostPoint>()

  constructor(
    private readonly base: IntakeBase,
    /** Codes of counties chosen for lost points, by key. */
    private readonly chosen: ReadonlyMap<string, string>,
  ) {}

  /** The point of a row, not yet stored; null, after calling `refuse`, if it can't be identified. */
  find(said: PointInRow, row: number, refuse: Refuse, note: (note: Note, column: 'county' | 'lon') => void) {
    const text = plainText(said.text)
    const name = said.name.trim() || said.text.trim()
    if (name === '') return refuse({ code: 'required-missing', seen: '' }, 'point')
    const stated = said.county === '' ? null : this.base.findCounty(said.county)
    const here = said.at && this.base.countyAt(said.at)
    if (said.county !== '' && stated === null && here !== null) {
      const expected = this.base.countyName(here)
      if (!namesCounty(said.county, expected))
        note({ code: 'county-unlisted', seen: said.county, expected, action: 'kept' }, 'county')
    }
    // The row's own statement wins; choices apply only to rows without one.
    const told = stated ?? here
    const chosen = told === null ? this.chosen.get(keyOf(name, said.county)) || null : null
    if (chosen !== null) this.lose(name, said.county, row, chosen)
    const county = told ?? chosen
    // With an unknown county, points of the same name in other counties are not meant.
    const elsewhere = county === null && said.county !== ''
    const known = this.known(text, elsewhere ? '' : plainText(name), county)
    if (known === 'several') {
      if (county === null) this.lose(name, said.county, row)
      const counties = this.base.pointsOf(plainText(name)).map((point) => this.base.countyName(point.county))
      return refuse({ code: 'point-ambiguous', seen: name, expected: [...new Set(counties)].join('、') }, 'county')
    }
    if (known) return this.join(known, said.at, county, row, note)
    if (county === null) {
      this.lose(name, said.county, row)
      return refuse({ code: 'point-county-unknown', seen: [name, said.county].filter(Boolean).join(' · ') }, 'county')
    }
    if (stated !== null && here !== null && stated !== here)
      note(
        { code: 'county-disagrees', seen: said.county, expected: this.base.countyName(here), action: 'kept' },
        'county',
      )
    const code = said.isCode && !LOCAL.test(text) ? text : `${county}-${text}`
    return this.sameAsBefore({ code, name, county, at: said.at, known: null, row }, note)
  }

  private known(text: string, name: string, county: string | null): KnownPoint | 'several' | null {
    const { base } = this
    const byCode = base.pointsOf(text).find(({ code }) => code === text)
    if (byCode && (county === null || byCode.county === county || !LOCAL.test(text))) return byCode
    const made = county === null ? null : `${county}-${text}`
    const byMade = made && base.pointsOf(made).find(({ code }) => code === made)
    if (byMade) return byMade
    const named = base
      .pointsOf(name)
      .filter((point) => plainText(point.name) === name && (county === null || point.county === county))
    return named.length > 1 ? 'several' : (named[0] ?? null)
  }

  /** A row of a known point; if both have a position, the package's is used. */
  private join(
    known: KnownPoint,
    at: Position | null,
    county: string | null,
    row: number,
    note: (note: Note, column: 'county' | 'lon') => void,
  ): FilePoint {
    if (county !== null && county !== known.county) {
      const [seen, expected] = [this.base.countyName(county), this.base.countyName(known.county)]
      note({ code: 'county-disagrees', seen, expected, action: 'kept' }, 'county')
    }
    const { code, name } = known
    // The position of a made-up point says nothing about the real one.
    const place = known.real ? (known.at ?? at) : at
    return this.sameAsBefore({ code, name, county: known.county, at: place, known, row }, note, at)
  }

  private sameAsBefore(
    point: FilePoint,
    note: (note: Note, column: 'county' | 'lon') => void,
    position: Position | null = point.at,
  ): FilePoint {
    const before = this.found.get(point.code)
    const place = before?.at ?? point.at
    if (place && position && nearbyDistanceMetres(...place, ...position) > MOVED_METRES)
      note({ code: 'point-moved', seen: degrees(position), expected: degrees(place), action: 'kept' }, 'lon')
    return before ? { ...before, at: place } : point
  }

  private lose(name: string, county: string, row: number, chosen = ''): void {
    const key = keyOf(name, county)
    const before = this.lost.get(key)
    this.lost.set(key, { key, name, county, row: before?.row ?? row, rows: (before?.rows ?? 0) + 1, chosen })
  }

  /** Stores the point of a taken row; refused rows create no points. */
  keep(point: FilePoint): void {
    this.found.set(point.code, point)
  }

  points(): FilePoint[] {
    return [...this.found.values()]
  }

  lostPoints(): LostPoint[] {
    return [...this.lost.values()]
  }
}

const degrees = ([lon, lat]: Position) => `${lon.toFixed(6)}, ${lat.toFixed(6)}`
