import { constructionSite } from './construction-site'
import { machinery, muckTrucks, strawFires, sweeping } from './county-figures'
import { demolitionSite } from './demolition-site'
import { enterprise } from './enterprise'
import { linearWorks } from './linear-works'
import { planTask } from './plan-task'
import { road } from './road'
import { type Field, LAT, LON, type SourceKind, type SourceSchema } from './schema'
import { spoilGround } from './spoil-ground'
import { stockpile } from './stockpile'
import { yard } from './yard'

/** Every kind of source, in the order in which screens list them. */
export const SOURCE_SCHEMAS: readonly SourceSchema[] = [
  constructionSite,
  demolitionSite,
  linearWorks,
  stockpile,
  yard,
  spoilGround,
  road,
  enterprise,
  planTask,
  machinery,
  sweeping,
  muckTrucks,
  strawFires,
]

export const SOURCE_KINDS: readonly SourceKind[] = SOURCE_SCHEMAS.map(({ kind }) => kind)

/** The schema of a kind. */
export function schemaOf(kind: SourceKind): SourceSchema {
  return SOURCE_SCHEMAS.find((schema) => schema.kind === kind)!
}

/** The columns of a kind's table: a line has its middle as position. */
export function fieldsOfKind(kind: SourceKind): readonly Field[] {
  const schema = schemaOf(kind)
  return schema.place === 'line' ? [...schema.fields, LON, LAT] : schema.fields
}

export const fieldsByKind = () => SOURCE_KINDS.map((kind) => [kind, fieldsOfKind(kind)] as const)
