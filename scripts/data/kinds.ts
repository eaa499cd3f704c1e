import type { Field } from '@/domain/sources/kinds/field'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { packageKinds } from '@/io/package/package-kinds'

const { kinds, problems } = packageKinds([], [])
if (problems.length > 0) throw new Error(JSON.stringify(problems))

/** The fields of a kind that `data/kinds.json` declares. */
export const fieldsOfKind = (id: string): readonly Field[] => kindWithId(kinds, id)!.fields

/** The fields of a kind's surveys. */
export const fieldsOfSurveys = (id: string): readonly Field[] => kindWithId(kinds, id)!.surveys!.fields
