import dust from '#data/kinds.json'
import beyondDust from '#data/kinds-beyond-dust.json'
import type { Field } from '@/domain/sources/kinds/field'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { packageKinds } from '@/io/package/package-kinds'

/** Files of the default package that declare its kinds. */
const FILES = [
  { path: 'kinds.json', value: dust },
  { path: 'kinds-beyond-dust.json', value: beyondDust },
]

const { kinds, problems } = packageKinds(FILES, [])
if (problems.length > 0) throw new Error(JSON.stringify(problems))

/** The kinds of the default package. */
export const KINDS = kinds

/** The fields of a kind of the default package. */
export const fieldsOfKind = (id: string): readonly Field[] => kindWithId(kinds, id)!.fields

/** The fields of a kind's surveys. */
export const fieldsOfSurveys = (id: string): readonly Field[] => kindWithId(kinds, id)!.surveys!.fields
