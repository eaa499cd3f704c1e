import type { Field } from '@/domain/sources/kinds/field'
import type { ResourceFacts } from './descriptor'
import { fieldsOfKind } from './kinds'
import { type Row, toCsv } from './rows'
import { MADE } from './xianyang-origins'

/** The fields of a kind in a table that is made up: what is made up has no address. */
export const madeFields = (kind: string): readonly Field[] =>
  fieldsOfKind(kind).filter(({ name }) => name !== 'address')

/** What a resource is called and for; without a `path` it is a CSV of its name. */
interface Made {
  readonly name: string
  readonly title: string
  readonly role: string
  readonly path?: string
}

/** The files of a package that is being made, with what its descriptor says of those that hold data. */
export class MadeFiles {
  /** Texts or bytes by their path in the package. */
  readonly files = new Map<string, string | Uint8Array>()
  /** In the order of the descriptor. */
  readonly facts: ResourceFacts[]

  /** `written`: what is said of files that are written by hand. */
  constructor(
    written: readonly ResourceFacts[],
    private readonly countyNames: ReadonlyMap<string, string>,
  ) {
    this.facts = [...written]
  }

  /** A file of made-up data. */
  add(
    { name, title, role, path = `${name}.csv` }: Made,
    content: string | Uint8Array,
    more: Pick<ResourceFacts, 'fields' | 'month'> = {},
  ): void {
    this.files.set(path, content)
    this.facts.push({
      name,
      path,
      title,
      role,
      class: 'illustrative',
      source: MADE,
      licence: 'CC0-1.0',
      ...more,
    })
  }

  /** A table of made-up rows. */
  addTable(made: Made, fields: readonly Field[], rows: readonly Row[]): void {
    this.add(made, toCsv(fields, rows), { fields })
  }

  /** Made-up sources of a kind; their county is given by its code. */
  addSources(kind: string, title: string, rows: readonly Row[]): void {
    this.addTable({ name: kind, title, role: kind }, madeFields(kind), rows.map(this.named))
  }

  /** A row whose county is named instead of given by its code. */
  readonly named = (row: Row): Row => ({ ...row, county: this.countyNames.get(String(row.county))! })
}
