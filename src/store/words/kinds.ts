import { type Bilingual, inLanguage } from '@/domain/bilingual'
import { joinList } from '@/domain/glossary'
import { GRADE_MOVE } from '@/domain/sources/grades'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import { groupedKinds } from '@/domain/sources/kinds/group'
import { type Kind, type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import { useChentu } from '@/store/chentu'
import { useTextsIn } from './office'

const NONE: readonly Kind[] = []

/** The kinds of the package, in order, even while its sources are still being evaluated. */
export const useKinds = (): readonly Kind[] =>
  useChentu(({ opened, loaded }) => (opened?.dataset ?? loaded)?.kinds ?? NONE)

/**
 * Label of a column in a language: from the given kind's field, or from any kind's if none is given; an extra column
 * keeps its heading.
 */
export function columnLabel(kinds: readonly Kind[], language: string, name: string, kind?: KindId | null): string {
  const among = kind ? kinds.filter(({ id }) => id === kind) : kinds
  const field = [...among.flatMap(({ fields }) => fields), GRADE_MOVE].find((each) => each.name === name)
  return field ? inLanguage(field.title, language) : name.replace(/^\+/, '')
}

/** Title of a kind in a language; its id if the package does not declare it. */
export function kindTitle(kinds: readonly Kind[], id: KindId, language: string): string {
  const kind = kindWithId(kinds, id)
  return kind ? inLanguage(kind.title, language) : id
}

/** Titles of kinds and labels of their columns in a language, the page's if none is given. */
export function useKindTexts(given?: string) {
  const { t, language } = useTextsIn(given)
  const kinds = useKinds()
  const joined = (titled: readonly { readonly title: Bilingual }[]) =>
    joinList([...new Set(titled.map(({ title }) => inLanguage(title, language)))], language)
  return {
    /** Title of a kind; its id if the package does not declare it. */
    title: (id: KindId): string => kindTitle(kinds, id, language),
    /** Kinds, or items with a kind's group, by group; the title is '' if the package has no groups. */
    grouped<K extends Pick<Kind, 'group'>>(some: readonly K[]): { title: string; key: string; kinds: readonly K[] }[] {
      const isGrouped = kinds.some(({ group }) => group)
      return groupedKinds(some).map(({ group, kinds }) => ({
        title: group ? inLanguage(group.title, language) : isGrouped ? t('layers.otherKinds') : '',
        key: group?.id ?? '',
        kinds,
      }))
    },
    column: (name: string, kind?: KindId | null): string => columnLabel(kinds, language, name, kind),
    /** Names of the grade field of kinds with a ladder. */
    grades: joined(kinds.flatMap(({ fields }) => fieldMeaning(fields, 'grade') ?? [])),
    /** Kinds to which the ring applies. */
    ringed: joined(kinds.filter(({ ring }) => ring)),
  }
}
