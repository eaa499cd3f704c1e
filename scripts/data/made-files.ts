import type { Field } from '@/domain/sources/kinds/field'
import type { ResourceFacts } from './descriptor'
import { fieldsOfKind } from './kinds'
import { type Row, toCsv } from './rows'
import { MADE_UP_ORIGIN } from './xianyang-origins'

/** The fields of a kind for made-up data, which has no addresses. */
export const madeFields = (kind: string): readonly Field[] =>
  fieldsOfKind(kind).filter(({ name }) => name !== 'address')

/** Name, title and role of a generated resource; the default `path` is a CSV file of its name. */
interface GeneratedResource {
  readonly name: string
  readonly title: string
  readonly role: string
  readonly path?: string
}

/** Collects the files of a package being generated, with the descriptor's facts about those that hold data. */
export class MadeFiles {
  /** Text or bytes by path in the package. */
  readonly files = new Map<string, string | Uint8Array>()
  /** In descriptor order. */
  readonly facts: ResourceFacts[]

  /** `written`: facts about hand-written files. */
  constructor(
    written: readonly ResourceFacts[],
    private readonly countyNames: ReadonlyMap<string, string>,
  ) {
    this.facts = [...written]
  }

  /** Adds a file of made-up data. */
  add(
    { name, title, role, path = `${name}.csv` }: GeneratedResource,
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
      source: MADE_UP_ORIGIN,
      licence: 'CC0-1.0',
      ...more,
    })
  }

  /** Adds a table of made-up rows. */
  addTable(made: GeneratedResource, fields: readonly Field[], rows: readonly Row[]): void {
    this.add(made, toCsv(fields, rows), { fields })
  }

  /** Adds made-up sources of a kind; their `county` is a code. */
  addSources(kind: string, title: string, rows: readonly Row[]): void {
    this.addTable({ name: kind, title, role: kind }, madeFields(kind), rows.map(this.named))
  }

  /** Replaces a row's county code by its name. */
  readonly named = (row: Row): Row => ({ ...row, county: this.countyNames.get(String(row.county))! })
}
