import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { namesCounty } from '@/domain/sources/county'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
import { plainText } from '@/domain/sources/reading/cell'
import { isCreditCode } from '@/domain/sources/reading/credit-code'
import type { CurrentRow } from './current-row'
import { placeRow } from './place-row'
import { RepeatedCodes } from './repeated-codes'
import { RowChecks } from './row-checks'

/** Degrees to 8 decimals (about a millimetre). */
const degreesText = (degrees: number) => String(Math.round(degrees * 1e8) / 1e8)

/** Determines code, name, position and county of rows that list things: sites, enterprises, points. */
export class ListedRowReader {
  /** Rows without a position so far. */
  unplaced = 0
  /** For the current row: whether its name or county was not in a cell but computed. */
  readonly workedOut = { name: false, county: false }
  readonly repeated = new RepeatedCodes()
  private readonly checks: RowChecks
  private readonly countyHeading: string
  /** Name of the credit code field, if the kind has one. */
  private readonly creditCode: string | undefined
  private readonly placeSlots: { readonly lon: number; readonly lat: number }

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
    private readonly hand: CurrentRow,
  ) {
    this.creditCode = plan.target.lists && fieldNameByMeaning(plan.target.lists, 'creditCode')
    this.checks = new RowChecks(base)
    this.countyHeading = hand.heading('county')
    this.placeSlots = { lon: hand.slots.get('lon') ?? -1, lat: hand.slots.get('lat') ?? -1 }
  }

  /** Whether the current row can be taken; `cells` are its cells as in the file. */
  take(cells: readonly string[]): boolean {
    const { base, hand } = this
    let [code, name] = [plainText(hand.get('code')), hand.get('name')]
    const at =
      this.plan.placed.get(hand.number) ??
      placeRow(cells, this.plan, base.known({ code, name: plainText(name) }), (note, heading) =>
        hand.note(note, heading ?? hand.heading('lon')),
      )
    if (code === '' && name === '') return hand.refuse({ code: 'required-missing', seen: '' }, hand.heading('name'))
    this.workedOut.name = name === ''
    if (name === '') {
      name = code
      hand.set('name', name)
      hand.note({ code: 'name-missing', became: name, action: 'assumed' }, hand.heading('name'))
    }
    const isCredit = this.creditCode !== undefined && !hand.lostDigits.has(this.creditCode)
    const credit = isCredit ? plainText(hand.get(this.creditCode!)) : ''
    // A legal person's credit code is the same in every list.
    if (code === '' && credit !== '') {
      code = credit
      hand.set('code', code)
    }
    if (code === '') {
      code = base.codeOf(name, at, base.findCounty(hand.get('county'))) ?? base.newCode()
      hand.set('code', code)
      hand.note({ code: 'code-made', seen: name, became: code, action: 'repaired' }, hand.heading('code'))
    }
    const before = this.checks.repeated(code, hand.number)
    if (before !== null) {
      this.repeated.add({ row: hand.number, earlier: before, code, cells }, hand)
      return false
    }
    const uncoded = base.uncodedAs({ code, name, at, county: base.findCounty(hand.get('county')) })
    if (uncoded !== null)
      hand.note({ code: 'uncoded-there', seen: code, expected: uncoded, action: 'kept' }, hand.heading('code'))
    this.place(name, at)
    if (credit !== '' && !isCreditCode(credit))
      hand.note({ code: 'credit-code-wrong', seen: credit, action: 'kept' }, hand.heading(this.creditCode!))
    return true
  }

  private place(name: string, at: Position | null): void {
    const { hand } = this
    if (!hand.has('lon')) {
      this.settleCounty(null, null)
      return
    }
    this.setPlace(at)
    const here = at === null ? null : this.base.countyAt(at)
    if (at === null) {
      this.unplaced++
      hand.note({ code: 'position-missing', seen: hand.get('address') || name, action: 'kept' }, hand.heading('lon'))
    } else this.checks.place(name, at, here, hand.number, (note) => hand.note(note, hand.heading('lon')))
    this.settleCounty(at, here)
  }

  /** Writes a position into the cells; one that is already there keeps its exact digits. */
  private setPlace(at: Position | null): void {
    const { cells } = this.hand
    const { lon, lat } = this.placeSlots
    const same = at !== null && Number(cells[lon]) === at[0] && Number(cells[lat]) === at[1]
    if (same) return
    cells[lon] = at === null ? '' : degreesText(at[0])
    cells[lat] = at === null ? '' : degreesText(at[1])
  }

  /**
   * Sets the county's code: the one stated, otherwise `here`, the county that contains the position. A county that the
   * package does not know, and that is not `here` in other words, may be a wrong position as well: the text stays in
   * the cell of a source, which then belongs to `here` until a person corrects either.
   */
  private settleCounty(at: Position | null, here: string | null): void {
    const { base, hand } = this
    const stated = hand.get('county')
    const code = stated === '' ? null : base.findCounty(stated)
    const column = this.countyHeading
    const name = here === null ? '' : base.countyName(here)
    const isDoubtful = stated !== '' && code === null && here !== null && !namesCounty(stated, name)
    if (isDoubtful) hand.note({ code: 'county-unlisted', seen: stated, expected: name, action: 'kept' }, column)
    else if (stated !== '' && code === null)
      hand.note(
        {
          code: 'unknown-county',
          seen: stated,
          ...(here ? { action: 'repaired', became: name } : { action: 'emptied' }),
        },
        column,
      )
    if (code !== null && here !== null && code !== here)
      hand.note({ code: 'county-disagrees', seen: stated, expected: name, action: 'kept' }, column)
    // Outside all counties the position is reported; a file without the column says nothing about counties.
    if (stated === '' && at === null && hand.has('lon') && this.plan.columns.county !== undefined)
      hand.note({ code: 'county-missing', seen: '', action: 'kept' }, column)
    // Without a column of counties all rows get theirs by their position, which repairs nothing.
    if (stated === '' && here !== null && this.plan.columns.county !== undefined)
      hand.note({ code: 'county-filled', seen: '', action: 'repaired', became: name }, column)
    // Only sources get their county by position when they are opened: a point needs its code in the cell.
    const staysWritten = isDoubtful && this.plan.target.lists !== undefined
    this.workedOut.county = code === null && here !== null && !staysWritten
    hand.set('county', staysWritten ? stated : (code ?? here ?? ''))
  }
}
