import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { TableOnDay } from '@/questions/tables-on-day'
import type { CalledParty, Duty, RowWithDuty } from './duty'

const nameOf = ({ opened }: EvaluatedPackage, { kind, row }: Pick<RowWithDuty, 'kind' | 'row'>) =>
  textAt(opened.inventory.sources, 'name', kind.first + row)
const countyOf = ({ opened }: EvaluatedPackage, { kind, row }: Pick<RowWithDuty, 'kind' | 'row'>) =>
  textAt(opened.inventory.sources, 'county', kind.first + row)

const isOfParts = ({ schema }: TableOnDay) => fieldNameByMeaning(schema, 'part') !== undefined
/** Only firms have a credit code. */
const isOfWorks = ({ schema }: TableOnDay) => fieldNameByMeaning(schema, 'creditCode') !== undefined

/** Name of the firm that a row belongs to: the row's name without the name of the part. */
function worksName(evaluated: EvaluatedPackage, of: RowWithDuty): string {
  const [name, part] = [nameOf(evaluated, of), textByMeaning(of.kind, 'part', of.row)]
  return part !== '' && name.length > part.length && name.endsWith(part) ? name.slice(0, -part.length).trim() : name
}

/**
 * One row for each party to call: a firm is called once, with its production lines under it. A line belongs to the
 * firm with its name in its county; lines with the same name and county whose firm is in no table are called
 * together, represented by the first of them.
 * @param roleOf gives the role that follows from the measures asked.
 */
export function groupByFirm(
  evaluated: EvaluatedPackage,
  asked: readonly RowWithDuty[],
  roleOf: (asked: readonly number[]) => Duty['role'],
): readonly CalledParty[] {
  const lines = asked.filter(({ kind }) => isOfParts(kind))
  if (lines.length === 0) return asked.map((each) => ({ ...each, own: each.duty, parts: [] }))
  const names = new Set(lines.map((line) => worksName(evaluated, line)))
  const works = worksNamed(evaluated, names)
  const unitOf = new Map<string, { of: Pick<RowWithDuty, 'kind' | 'row'>; own: Duty | null; parts: RowWithDuty[] }>()
  const order: { readonly of: Pick<RowWithDuty, 'kind' | 'row'>; own: Duty | null; parts: RowWithDuty[] }[] = []
  const add = (key: string, of: Pick<RowWithDuty, 'kind' | 'row'>) => {
    const known = unitOf.get(key)
    if (known) return known
    const unit = { of, own: null as Duty | null, parts: [] as RowWithDuty[] }
    unitOf.set(key, unit)
    order.push(unit)
    return unit
  }
  const keyOf = ({ kind, row }: Pick<RowWithDuty, 'kind' | 'row'>) => `${kind.kind} ${row}`
  for (const each of asked) {
    if (!isOfParts(each.kind)) {
      add(keyOf(each), each).own = each.duty
      continue
    }
    const [name, county] = [worksName(evaluated, each), countyOf(evaluated, each)]
    const own = works.get(name)?.find((of) => [county, ''].includes(countyOf(evaluated, of)) || county === '')
    add(own ? keyOf(own) : `${name} ${county}`, own ?? each).parts.push(each)
  }
  return order.map(({ of: { kind, row }, own, parts }): CalledParty => {
    const [only] = parts
    if (parts.length === 0) return { kind, row, duty: own!, own, parts: [] }
    // A single line whose firm is in no table is called as itself.
    if (parts.length === 1 && only!.kind === kind && only!.row === row)
      return { kind, row, duty: only!.duty, own: only!.duty, parts: [] }
    const all = [...(own ? [own] : []), ...parts.map(({ duty }) => duty)]
    const sum = (which: 'asked' | 'unclear') => [...new Set(all.flatMap((duty) => duty[which]))]
    const [must, may] = [sum('asked'), sum('unclear')]
    const duty = { role: roleOf(must), asked: must, unclear: may.filter((number) => !must.includes(number)) }
    return { kind, row, duty, own, parts }
  })
}

/** Rows of the firms with these names, by name. */
function worksNamed(evaluated: EvaluatedPackage, names: ReadonlySet<string>) {
  const found = new Map<string, Pick<RowWithDuty, 'kind' | 'row'>[]>()
  for (const kind of evaluated.tables.filter(isOfWorks))
    for (let row = 0; row < kind.table.length; row++) {
      const name = nameOf(evaluated, { kind, row })
      if (names.has(name)) found.set(name, [...(found.get(name) ?? []), { kind, row }])
    }
  return found
}

/** Label of a part beneath its firm. */
export function partLabel(evaluated: EvaluatedPackage, part: RowWithDuty): string {
  return textByMeaning(part.kind, 'part', part.row) || nameOf(evaluated, part)
}
